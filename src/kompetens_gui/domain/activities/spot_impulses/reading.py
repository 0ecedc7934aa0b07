"""How the case reads a portion, laid beside what each group has marked. A reading to talk about, never a score."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.activities.spot_impulses.state import Answers, Spotted
from kompetens_gui.domain.study.impulses import Impulse, ImpulseType, Portion, find_span


class Seen(StrEnum):
    """How near a group came to an impulse that the case lifts."""

    SEEN = "seen"
    NEAR = "near"
    NOT_MARKED = "not_marked"


@dataclass(frozen=True)
class ReadImpulse:
    """An impulse of the case, and how each group saw it, as (group, how)."""

    type: ImpulseType
    quote: str
    why: str
    seen: tuple[tuple[str, Seen], ...]

    @property
    def seen_by(self) -> int:
        return sum(how == Seen.SEEN for _, how in self.seen)


@dataclass(frozen=True)
class OwnImpulse:
    """Something that groups marked and the case does not lift: worth an open question all the same."""

    type: ImpulseType
    quote: str
    groups: tuple[str, ...]


def read(portion: Portion, answers: Answers, groups: tuple[str, ...]) -> tuple[ReadImpulse, ...]:
    """Lay every impulse of a portion beside the groups' marks."""
    return tuple(
        ReadImpulse(i.type, i.quote, i.why, tuple((g, _how(portion, i, answers.marks, g)) for g in groups))
        for i in portion.impulses
    )


def own_impulses(portion: Portion, answers: Answers) -> tuple[OwnImpulse, ...]:
    """Return what was marked beside the case's reading, each words and type once."""
    found: dict[tuple[ImpulseType, str], list[str]] = {}
    for mark in answers.marks:
        if not any(
            _is_seen(portion, impulse, mark) or _is_near(portion, impulse, mark) for impulse in portion.impulses
        ):
            found.setdefault((mark.type, mark.quote), []).append(mark.group)
    return tuple(OwnImpulse(kind, quote, tuple(dict.fromkeys(by))) for (kind, quote), by in found.items())


def _how(portion: Portion, impulse: Impulse, marks: tuple[Spotted, ...], group: str) -> Seen:
    own = [mark for mark in marks if mark.group == group]
    if any(_is_seen(portion, impulse, mark) for mark in own):
        return Seen.SEEN
    return Seen.NEAR if any(_is_near(portion, impulse, mark) for mark in own) else Seen.NOT_MARKED


def _is_seen(portion: Portion, impulse: Impulse, mark: Spotted) -> bool:
    return mark.type == impulse.type and _touch(portion, impulse, mark)


def _is_near(portion: Portion, impulse: Impulse, mark: Spotted) -> bool:
    """Tell whether the words are the same and read in another way, or the type is the same in other words."""
    return mark.type == impulse.type or _touch(portion, impulse, mark)


def _touch(portion: Portion, impulse: Impulse, mark: Spotted) -> bool:
    start, end = find_span(portion.text, impulse.quote)
    first, last = mark.span(portion.text)
    return start >= 0 and first >= 0 and first < end and start < last
