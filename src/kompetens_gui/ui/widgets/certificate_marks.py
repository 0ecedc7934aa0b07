"""What is painted over a certificate's text: the group's marks, and a revealed key's readings beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kompetens_gui.domain.chain import Chain, ChainNode
from kompetens_gui.domain.errors import SpanNotFound
from kompetens_gui.domain.key_comparison import Difference, DifferenceKind
from kompetens_gui.domain.medical_certificate import FieldId, MedicalCertificate


class Reading(StrEnum):
    """How a place stands between group and key; the frame around it tells which."""

    ONLY_KEY = "only_key"
    ONLY_GROUP = "only_group"
    OTHER = "other"


READINGS: dict[DifferenceKind, Reading] = {
    DifferenceKind.ONLY_KEY: Reading.ONLY_KEY,
    DifferenceKind.ONLY_GROUP: Reading.ONLY_GROUP,
    DifferenceKind.OTHER_KIND: Reading.OTHER,
    DifferenceKind.REASONABLE_ALTERNATIVE: Reading.OTHER,
}


@dataclass(frozen=True)
class Mark:
    """A marked range of a field; `lane` 0 is the upper of the lines drawn under overlapping marks."""

    node: str
    kind: str
    field: FieldId
    start: int
    end: int
    lane: int = 0


@dataclass(frozen=True)
class Frame:
    """A place where group and key read differently; `letter` is the key's kind, empty where it has none."""

    reading: Reading
    letter: str
    field: FieldId
    start: int
    end: int


class MarkFinder:
    """Finds where a chain's spans stand in one certificate, and remembers it: most nodes are the same as last time."""

    def __init__(self, medical_certificate: MedicalCertificate) -> None:
        self._medical_certificate = medical_certificate
        self._known: dict[str, tuple[ChainNode, Mark | None]] = {}
        self._placed: dict[FieldId, tuple[list[Mark], tuple[Mark, ...]]] = {}

    def marks_of(self, chain: Chain) -> dict[FieldId, tuple[Mark, ...]]:
        """Return the chain's spans as marks by field, in order of place; quotes that are not found are left out."""
        found: dict[FieldId, list[Mark]] = {}
        for node in chain.nodes:
            mark = self._mark(node)
            if mark is not None:
                found.setdefault(mark.field, []).append(mark)
        self._placed = {field: self._in_lanes(field, marks) for field, marks in found.items()}
        return {field: placed for field, (_, placed) in self._placed.items()}

    def _mark(self, node: ChainNode) -> Mark | None:
        known = self._known.get(node.id)
        if known is None or known[0] is not node:
            place = _place(node, self._medical_certificate)
            known = node, Mark(node.id, node.kind.value, *place) if place else None
            self._known[node.id] = known
        return known[1]

    def _in_lanes(self, field: FieldId, marks: list[Mark]) -> tuple[list[Mark], tuple[Mark, ...]]:
        before = self._placed.get(field)
        return before if before and before[0] == marks else (marks, in_lanes(marks))


def in_lanes(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Sort marks by place, and give those that overlap lines of their own under the text: two at most."""
    ends = [0, 0]
    placed = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        lane = 0 if ends[0] <= mark.start else 1
        ends[lane] = max(ends[lane], mark.end)
        placed.append(replace(mark, lane=lane) if lane else mark)
    return tuple(placed)


def frames_of(
    differences: Sequence[Difference], medical_certificate: MedicalCertificate
) -> dict[FieldId, tuple[Frame, ...]]:
    """Return frames for the places where a key and the group read differently."""
    found: dict[FieldId, list[Frame]] = {}
    for difference in differences:
        reading = READINGS.get(difference.kind)
        node = difference.key or difference.group
        place = _place(node, medical_certificate) if reading and node else None
        if reading and place:
            letter = difference.key.kind.value if difference.key else ""
            frame = Frame(reading, letter, *place)
            found.setdefault(frame.field, []).append(frame)
    return {field: tuple(frames) for field, frames in found.items()}


def _place(node: ChainNode, medical_certificate: MedicalCertificate) -> tuple[FieldId, int, int] | None:
    if node.span is None:
        return None
    try:
        start, end = node.span.locate(medical_certificate)
    except SpanNotFound:
        return None
    return node.span.field, start, end
