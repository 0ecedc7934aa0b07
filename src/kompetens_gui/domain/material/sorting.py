"""Sorting: situations are put where the group would put them ("ring eller bevaka?"), and the reasons are compared."""

from dataclasses import dataclass

from kompetens_gui.domain.study.common import StudyContentHead


@dataclass(frozen=True)
class Bin:
    """A place to put things."""

    id: str
    title: str


@dataclass(frozen=True)
class BinReason:
    """What speaks for putting a situation there; `reasonable` is false for what most would not do."""

    bin: str
    reasonable: bool
    text: str


@dataclass(frozen=True)
class SortedItem:
    """A situation, and what speaks for each place."""

    id: str
    text: str
    reasons: tuple[BinReason, ...]


@dataclass(frozen=True)
class Sorting:
    """A whole sorting exercise."""

    head: StudyContentHead
    question: str
    bins: tuple[Bin, ...]
    items: tuple[SortedItem, ...]
    leader_notes: str
