"""What each role of a role play keeps to itself, looked for in everything the others see."""

import re
from collections.abc import Iterator

from kompetens_gui.content.findings import Finding
from kompetens_gui.content.material.found import blocks
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.material.role_play import RoleCard, RolePlay

# So many words in a row are no coincidence. A shorter secret is looked for whole, if it is more than a phrase.
RUN = 6
_SHORTEST = 4
_WORD = re.compile(r"\w+", re.UNICODE)
Seen = tuple[Where, str]


def secret_findings(play: RolePlay, document: YamlDocument) -> Iterator[Finding]:
    """Yield each place where others can read what a role tells only when asked."""
    common = list(_common(play))
    for role in play.roles:
        runs = _runs(role)
        if not runs:
            continue
        for where, text in (*common, *_of_others(play, role)):
            found = next((run for run in _all_runs(text) if run in runs), None)
            if found:
                words = " ".join(found)
                what = f"Det som ”{role.id}” bara berättar på fråga går att läsa av andra: ”{words}”."
                yield blocks(document, where, what, "Skriv om det här, så att rollen har något kvar att berätta.")


def _runs(role: RoleCard) -> set[tuple[str, ...]]:
    """Return the runs of words that give a role's secrets away; its own question for them is no secret."""
    found: set[tuple[str, ...]] = set()
    for secret in role.told_if_asked:
        words = _words(secret.tell)
        if len(words) >= RUN:
            found.update(_windows(words, RUN))
        elif len(words) >= _SHORTEST:
            found.add(tuple(words))
    return found


def _all_runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    for length in range(RUN, _SHORTEST - 1, -1):
        yield from _windows(words, length)


def _windows(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _words(text: str) -> list[str]:
    return [w.casefold() for w in _WORD.findall(text)]


def _common(play: RolePlay) -> Iterator[Seen]:
    """Yield what all can read before the play."""
    yield ("title",), play.head.title
    yield ("summary",), play.summary
    yield ("place",), play.place
    yield ("background",), play.background
    yield from ((("learning_goals", i), goal) for i, goal in enumerate(play.head.learning_goals))
    for i, role in enumerate(play.roles):
        yield ("roles", i, "title"), role.title
        yield ("roles", i, "subtitle"), role.subtitle
    yield from ((("stuck", i), card) for i, card in enumerate(play.stuck))


def _of_others(play: RolePlay, role: RoleCard) -> Iterator[Seen]:
    """Yield the other roles' cards, and the papers that any other role has."""
    for i, other in enumerate(play.roles):
        if other.id != role.id:
            yield from _card(other, ("roles", i))
    for i, paper in enumerate(play.papers):
        if set(paper.roles) != {role.id}:
            yield ("papers", i, "title"), paper.title
            yield ("papers", i, "text"), paper.text


def _card(role: RoleCard, at: Where) -> Iterator[Seen]:
    yield (*at, "you_are"), role.you_are
    yield (*at, "first_words"), role.first_words
    lists = {
        "wants": role.wants,
        "worries": role.worries,
        "softens": role.softens,
        "hardens": role.hardens,
        "limits": role.limits,
        "ways_on": role.ways_on,
    }
    for field, texts in lists.items():
        yield from (((*at, field, i), text) for i, text in enumerate(texts))
    for i, told in enumerate(role.told_if_asked):
        yield (*at, "told_if_asked", i, "when"), told.when
        yield (*at, "told_if_asked", i, "tell"), told.tell


def card_text(role: RoleCard) -> str:
    """Return all that stands on a role's card, as it is read before the play."""
    return "\n".join([role.subtitle, *(text for _, text in _card(role, ()))])
