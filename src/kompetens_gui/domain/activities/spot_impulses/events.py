"""What can happen while impulses are spotted. A `group` is empty for the whole room; a `portion` counts from 0."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.activities.base import RoomOnly
from kompetens_gui.domain.study.impulses import ImpulseType


class RevealPart(StrEnum):
    """What the room may see of a portion, each on its own."""

    MARKS = "marks"
    KEY = "key"
    CHOICES = "choices"
    REACH = "reach"


class RoomShows(StrEnum):
    """Whether the room reads the text or looks at the questions to go on with."""

    TEXT = "text"
    QUESTIONS = "questions"


@dataclass(frozen=True)
class PortionShown:
    """The room goes to a portion."""

    portion: int


@dataclass(frozen=True)
class ImpulseSpotted:
    """Some words of a portion were marked as an impulse; a mark with the same id is replaced."""

    mark: str
    portion: int
    group: str
    type: ImpulseType
    quote: str
    occurrence: int = 1


@dataclass(frozen=True)
class ImpulseTakenBack:
    """A mark was taken away."""

    portion: int
    mark: str


@dataclass(frozen=True)
class NothingSpotted:
    """A group says that it sees no impulse in a portion, or takes that back."""

    portion: int
    group: str
    nothing: bool = True


@dataclass(frozen=True)
class QuestionPicked:
    """A group would ask this next; an empty question takes it back."""

    portion: int
    group: str
    question: str


@dataclass(frozen=True)
class QuestionHandsCounted:
    """So many hands in the room for a question."""

    portion: int
    question: str
    count: int


@dataclass(frozen=True)
class SecondRoundOpened:
    """The talk is over: marks and questions of a portion are kept as they stand, and may change from here."""

    portion: int


@dataclass(frozen=True)
class PartRevealed:
    """The room may see one more part of a portion."""

    portion: int
    part: RevealPart


@dataclass(frozen=True)
class PartHidden:
    """The room no longer sees a part."""

    portion: int
    part: RevealPart


@dataclass(frozen=True)
class RoomTurned(RoomOnly):
    """The room looks at the text or at the questions."""

    shows: RoomShows


EVENTS: tuple[type, ...] = (
    PortionShown,
    ImpulseSpotted,
    ImpulseTakenBack,
    NothingSpotted,
    QuestionPicked,
    QuestionHandsCounted,
    SecondRoundOpened,
    PartRevealed,
    PartHidden,
    RoomTurned,
)
