"""What is wrong with an observer's protocol: what cannot be seen, cannot be rated or says who somebody is."""

import re
from collections.abc import Iterator

from kompetens_gui.content.findings import Finding
from kompetens_gui.content.material.found import blocks, number_findings, warns
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.role_play import ObservedItem, RolePlay

RATINGS = (0, 1, 2)
_FEWEST_ITEMS, _MOST_ITEMS, _FEWEST_MUST, _MOST_MUST = 6, 10, 1, 4
_FEWEST_SCALES, _MOST_SCALES = 2, 4
_WANTED_COUNTS = ("open_questions", "reflections")
# What goes on within somebody is not seen by an observer.
_WITHIN = re.compile(
    r"^\W*(?:(?:hon|han|hen) )?(?:förstår|inser|känner|tycker|tänker|tror|upplever|vet|vill|bryr sig)\b", re.IGNORECASE
)
# Words for who somebody is, where a protocol says what was seen and heard.
_CHARACTER = re.compile(
    r"\b(?:är|verkar|känns) (?:\w+ )?(?:otrevlig|trevlig|snäll|elak|arrogant|nonchalant|duktig|dålig|osäker|kall|"
    r"empatisk|auktoritär|slapp|stressad person|opålitlig|omogen|lyhörd)\b",
    re.IGNORECASE,
)


def protocol_problems(play: RolePlay, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield must-dos that nobody could rate."""
    for i, item in enumerate(play.protocol.items):
        lacking = _lacking(item)
        if item.must_do and lacking:
            what = f"Punkten ”{item.id}” måste göras men saknar ankare för {_listed(lacking)}."
            advice = "Skriv vad som syns och hörs vid 0, 1 och 2."
            yield document.problem(("protocol", "items", i, "anchors"), what, advice)


def protocol_findings(play: RolePlay, document: YamlDocument) -> Iterator[Finding]:
    """Yield what an observer could not use."""
    protocol = play.protocol
    at: Where = ("protocol", "items")
    yield from number_findings(len(protocol.items), _FEWEST_ITEMS, _MOST_ITEMS, "punkter att observera", at, document)
    must = sum(i.must_do for i in protocol.items)
    yield from number_findings(must, _FEWEST_MUST, _MOST_MUST, "punkter med must_do", at, document)
    for i, item in enumerate(protocol.items):
        yield from _item_findings(play, item, (*at, i), document)
    for name in _WANTED_COUNTS:
        if all(c.id != name for c in protocol.counts):
            what = f"Protokollet räknar inte {name}."
            yield blocks(document, ("protocol", "counts"), what, f"Lägg till {name} under counts.")
    scales = ("protocol", "scales")
    yield from number_findings(len(protocol.scales), _FEWEST_SCALES, _MOST_SCALES, "skalor", scales, document)


def _item_findings(play: RolePlay, item: ObservedItem, at: Where, document: YamlDocument) -> Iterator[Finding]:
    lacking = _lacking(item)
    if lacking and not item.must_do:
        what = f"Punkten ”{item.id}” saknar ankare för {_listed(lacking)}."
        yield blocks(document, (*at, "anchors"), what, "Skriv vad som syns och hörs vid 0, 1 och 2.")
    role = play.role(item.role)
    if role and role.optional and item.must_do:
        what = f"Punkten ”{item.id}” måste göras men gäller ”{role.id}”, som kan strykas."
        yield blocks(document, (*at, "role"), what, "Låt den gälla en roll som alltid är med, eller ta bort must_do.")
    for paper in play.papers:
        if paper.roles and item.role not in paper.roles and paper.title.casefold() in item.text.casefold():
            what = f"Punkten ”{item.id}” kräver ”{paper.title}”, som ”{item.role}” inte har."
            yield blocks(document, (*at, "text"), what, "Ge rollen pappret, eller skriv om punkten.")
    texts = (((*at, "text"), item.text), *(((*at, "anchors", j, "text"), a.text) for j, a in enumerate(item.anchors)))
    for where, text in texts:
        within, character = _WITHIN.search(text), _CHARACTER.search(text)
        if within:
            what = f"”{within[0].strip()}” går inte att se utifrån."
            yield warns(document, where, what, "Skriv vad som sägs eller görs.", within[0])
        if character:
            what = f"”{character[0]}” säger hur någon är, inte vad som hände."
            yield warns(document, where, what, "Skriv vad som sågs och hördes.", character[0])


def _lacking(item: ObservedItem) -> list[int]:
    return [r for r in RATINGS if all(a.rating != r for a in item.anchors)]


def _listed(ratings: list[int]) -> str:
    return ", ".join(map(str, ratings))
