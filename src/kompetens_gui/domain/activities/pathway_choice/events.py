"""What can happen in a forum that is an exercise, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kompetens_gui.domain.activities.base import RoomOnly, Round
from kompetens_gui.domain.workshop.plan import ParticipantId


class ForumShows(StrEnum):
    """What the room looks at."""

    BRIEF = "brief"
    VOICE = "voice"
    SEATS = "seats"
    OPTIONS = "options"
    DEFENDED = "defended"
    TODAY = "today"
    LEARNING = "learning"
    DEBRIEF = "debrief"


class PointKind(StrEnum):
    """What a point from the talk is. There is no kind for a decision: nothing is decided here."""

    FOR = "for"
    AGAINST = "against"
    DECIDABLE = "decidable"
    MISSING = "missing"
    LEARNING = "learning"


@dataclass(frozen=True)
class ForumTurned(RoomOnly):
    """The room looks at something else."""

    shows: ForumShows


@dataclass(frozen=True)
class BriefPartShown(RoomOnly):
    """A part of the brief is shown (from 0)."""

    part: int


@dataclass(frozen=True)
class OptionShown(RoomOnly):
    """One way is shown by itself; an empty id shows all."""

    option: str


@dataclass(frozen=True)
class ReadingShown(RoomOnly):
    """What the material itself says of a way, or of what can be settled today (empty id), is seen or taken away."""

    option: str
    shown: bool


@dataclass(frozen=True)
class SeatTaken:
    """Who sits where; None leaves the seat empty."""

    seat: str
    participant: ParticipantId | None


@dataclass(frozen=True)
class HandsCounted:
    """So many would defend a way, before or after the talk."""

    round: Round
    option: str
    count: int


@dataclass(frozen=True)
class RoundChosen:
    """Hands are counted for this round from now on."""

    round: Round


@dataclass(frozen=True)
class WaysDefended:
    """The two ways that are to be defended, or fewer while they are being chosen."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class PointWritten:
    """A point from the talk; one with the same id is reworded, an empty text takes it away."""

    point: str
    kind: PointKind
    text: str
    option: str = ""


@dataclass(frozen=True)
class Point:
    """One point."""

    id: str
    kind: PointKind
    text: str
    option: str


@dataclass(frozen=True)
class ForumState:
    """`hands` by round and way, as `1/<way>`; `read` holds the ways whose reading is shown, and "" for today's."""

    shows: ForumShows = ForumShows.BRIEF
    part: int = 0
    option: str = ""
    seats: Mapping[str, ParticipantId] = field(default_factory=dict)
    round: Round = Round.FIRST
    hands: Mapping[str, int] = field(default_factory=dict)
    defended: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    read: frozenset[str] = frozenset()

    def count(self, round_: Round, option: str) -> int:
        return self.hands.get(f"{int(round_)}/{option}", 0)

    def of(self, kind: PointKind, option: str = "") -> tuple[Point, ...]:
        return tuple(p for p in self.points if p.kind == kind and p.option == option)


EVENTS: tuple[type, ...] = (
    ForumTurned,
    BriefPartShown,
    OptionShown,
    ReadingShown,
    SeatTaken,
    HandsCounted,
    RoundChosen,
    WaysDefended,
    PointWritten,
)
