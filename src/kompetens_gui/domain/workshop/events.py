"""What can happen in a running session: small frozen facts, appended to the log in the order they were accepted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kompetens_gui.domain.workshop.plan import AgendaItemId, Participant, ParticipantId, SmallGroup


class QuestionCategory(StrEnum):
    """What a captured question is about; decides who answers it later."""

    RULE = "rule"
    ROUTINE = "routine"
    COLLABORATION = "collaboration"
    MEDICINE = "medicine"
    OTHER = "other"


class AttendanceStatus(StrEnum):
    """How much of a session somebody attended."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    ABSENT = "absent"


@dataclass(frozen=True)
class SessionStarted:
    """The session began with its first item."""

    first: AgendaItemId


@dataclass(frozen=True)
class ItemEntered:
    """The leader moved to an item; `skipped` are items passed over on the way."""

    item: AgendaItemId
    skipped: tuple[AgendaItemId, ...] = ()


@dataclass(frozen=True)
class MinutesAdjusted:
    """The current plan of an item grew or shrank by `minutes`."""

    item: AgendaItemId
    minutes: int


@dataclass(frozen=True)
class TimerPaused:
    """The clock of the current item stands still."""


@dataclass(frozen=True)
class TimerResumed:
    """The clock of the current item runs again."""


@dataclass(frozen=True)
class RoomBlackened:
    """The room screen went black, or came back."""

    black: bool


@dataclass(frozen=True)
class RoomFrozen:
    """The room screen holds its picture while the leader goes on, or follows again."""

    frozen: bool


@dataclass(frozen=True)
class NoteWritten:
    """A private note of the leader; an empty text removes it."""

    note_id: str
    text: str
    item: AgendaItemId | None = None


@dataclass(frozen=True)
class QuestionCaptured:
    """A question from the room, kept for later; an empty text removes it."""

    question_id: str
    text: str
    category: QuestionCategory = QuestionCategory.OTHER
    item: AgendaItemId | None = None


@dataclass(frozen=True)
class ActivityHappened:
    """Something that belongs to an activity kind: `what` is one of the kind's own events."""

    item: AgendaItemId
    what: object


@dataclass(frozen=True)
class ParticipantJoined:
    """Someone who was not in the plan came anyway, and counts as a participant from now on."""

    participant: Participant


@dataclass(frozen=True)
class GroupsArranged:
    """The small groups are these from now on."""

    groups: tuple[SmallGroup, ...]


@dataclass(frozen=True)
class AttendanceMarked:
    """How much a participant attended; `minutes` is the time to be certified."""

    participant: ParticipantId
    status: AttendanceStatus
    minutes: int


@dataclass(frozen=True)
class SessionClosed:
    """The session ended."""


@dataclass(frozen=True)
class SessionReopened:
    """A closed session was opened again to correct attendance or notes."""


@dataclass(frozen=True)
class Undone:
    """The event with number `seq` no longer counts."""

    seq: int


@dataclass(frozen=True)
class Redone:
    """The event with number `seq` counts again."""

    seq: int


SESSION_EVENTS: tuple[type, ...] = (
    SessionStarted,
    ItemEntered,
    MinutesAdjusted,
    TimerPaused,
    TimerResumed,
    RoomBlackened,
    RoomFrozen,
    NoteWritten,
    QuestionCaptured,
    ParticipantJoined,
    GroupsArranged,
    AttendanceMarked,
    SessionClosed,
    SessionReopened,
    Undone,
    Redone,
)
NOT_UNDOABLE = (SessionStarted, SessionClosed, SessionReopened, Undone, Redone, RoomBlackened, RoomFrozen)


@dataclass(frozen=True)
class RecordedEvent:
    """An event with its number in the log (from 1) and the moment it was accepted (UTC)."""

    seq: int
    at: datetime
    event: object


Counts = Mapping[int, int]
