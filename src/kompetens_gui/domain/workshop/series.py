"""Sessions that follow on each other: what the last one left for the next."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable


@dataclass(frozen=True)
class Commitment:
    """What somebody, or a group, will try. Written without personal names; `who` is a group or empty."""

    id: str
    text: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True)
class SeriesMemory:
    """What a session left: commitments, what was taken along, and questions that wait for an answer."""

    title: str
    held_on: date | None
    commitments: tuple[Commitment, ...] = ()
    takeaways: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.commitments or self.takeaways or self.open_questions)


@runtime_checkable
class LeavesCommitments(Protocol):
    """The state of an activity that leaves commitments for the next session of the series."""

    @property
    def commitments(self) -> tuple[Commitment, ...]: ...
