"""What can happen while small groups work. A group is named by its id, "" for the whole room when it is not divided."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.activities.base import RoomOnly


class GroupStatus(StrEnum):
    """Where a group stands."""

    WORKING = "working"
    DONE = "done"
    HELP = "help"


class RoomShows(StrEnum):
    """What the room looks at."""

    GROUPS = "groups"
    ANSWERS = "answers"
    READING = "reading"


class ReadingPart(StrEnum):
    """A part of a material's own reading, each shown on its own."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    IMPULSES = "impulses"
    STEPS = "steps"
    CALLS = "calls"
    IF_NOTHING = "if_nothing"


@dataclass(frozen=True)
class GroupTimersStarted:
    """Timers of so many seconds run for these groups; 0 lets each go on from where it stood."""

    groups: tuple[str, ...]
    seconds: int = 0


@dataclass(frozen=True)
class GroupTimersStopped:
    """The timers of these groups stand still, with what is left."""

    groups: tuple[str, ...]


@dataclass(frozen=True)
class GroupTimeAdded:
    """These groups have so many more seconds."""

    groups: tuple[str, ...]
    seconds: int


@dataclass(frozen=True)
class GroupStatusSet:
    """A group works, is done or wants help."""

    group: str
    status: GroupStatus


@dataclass(frozen=True)
class GroupAnswered:
    """What a group has come to on a question (from 0); an empty text removes it."""

    group: str
    question: int
    text: str


@dataclass(frozen=True)
class WrittenAnswer:
    """One answer out of a group's file."""

    question: int
    text: str


@dataclass(frozen=True)
class GroupFileRead:
    """A group's own file was read in: these answers stand from now on."""

    group: str
    answers: tuple[WrittenAnswer, ...]


@dataclass(frozen=True)
class VariantGiven:
    """A group works with another version of the case: the id of one of the material's, or a text. "" is none."""

    group: str
    variant: str


@dataclass(frozen=True)
class GroupRoomTurned(RoomOnly):
    """The room looks at something else; `question` is from 0 and counts for answers, `page` for the reading."""

    shows: RoomShows
    question: int = 0
    page: int = 0


@dataclass(frozen=True)
class ReadingRevealed:
    """The room may see a part of a material's own reading, and looks at it; `material` is its reference."""

    material: str
    part: ReadingPart


@dataclass(frozen=True)
class ReadingHidden:
    """The room no longer sees a part of the reading."""

    material: str
    part: ReadingPart


EVENTS: tuple[type, ...] = (
    GroupTimersStarted,
    GroupTimersStopped,
    GroupTimeAdded,
    GroupStatusSet,
    GroupAnswered,
    GroupFileRead,
    VariantGiven,
    GroupRoomTurned,
    ReadingRevealed,
    ReadingHidden,
)
