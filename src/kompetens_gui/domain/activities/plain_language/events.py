"""What can happen while a letter is read and written anew, and the state it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kompetens_gui.domain.activities.base import RoomOnly
from kompetens_gui.domain.study.letter import LetterReadings


class LetterReader(StrEnum):
    """Who reads the letter."""

    RECIPIENT = "recipient"
    COORDINATOR = "coordinator"
    CASE_OFFICER = "case_officer"


class LetterStep(StrEnum):
    """What the room looks at."""

    READING = "reading"
    WRITING = "writing"
    CHANGES = "changes"
    VERSIONS = "versions"
    CHECKING = "checking"
    MODEL = "model"


@dataclass(frozen=True)
class LetterStepShown(RoomOnly):
    """The room sees a step; `number` (from 0) says as which reader the letter is read."""

    step: LetterStep
    number: int = 0


@dataclass(frozen=True)
class QuestionWritten:
    """What a reader asks, as the room finds; one with the same id is reworded, an empty text takes it away."""

    question: str
    reader: LetterReader
    text: str
    group: str = ""


@dataclass(frozen=True)
class ReadingShown(RoomOnly):
    """What the material says that a reader asks is seen in the room, or taken away."""

    reader: LetterReader
    shown: bool


@dataclass(frozen=True)
class VersionWritten:
    """The letter as the room, or one of its groups, would write it."""

    text: str
    group: str = ""


@dataclass(frozen=True)
class PointChecked:
    """The room finds that its version meets a point (from 0), or not yet."""

    point: int
    met: bool


@dataclass(frozen=True)
class PointsShown(RoomOnly):
    """What to check the version against is seen in the room, or taken away."""

    shown: bool


@dataclass(frozen=True)
class ModelShown(RoomOnly):
    """One plain version is seen in the room, or taken away."""

    shown: bool


@dataclass(frozen=True)
class ReaderQuestion:
    """A question that a reader asks."""

    id: str
    reader: LetterReader
    text: str
    group: str


@dataclass(frozen=True)
class LetterState:
    """The step at hand, the questions, versions by group ("" is the room's), checked points and what is revealed."""

    step: LetterStep = LetterStep.READING
    number: int = 0
    questions: tuple[ReaderQuestion, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    checked: Mapping[int, bool] = field(default_factory=dict)
    read: frozenset[LetterReader] = frozenset()
    points: bool = False
    model: bool = False

    def of(self, reader: LetterReader) -> tuple[ReaderQuestion, ...]:
        return tuple(q for q in self.questions if q.reader is reader)

    @property
    def reader(self) -> LetterReader | None:
        """As whom the letter is read just now."""
        return tuple(LetterReader)[self.number] if self.step is LetterStep.READING else None


STEPS: tuple[tuple[LetterStep, int], ...] = (
    *((LetterStep.READING, n) for n in range(len(LetterReader))),
    *((step, 0) for step in LetterStep if step is not LetterStep.READING),
)


def reading_of(readings: LetterReadings, reader: LetterReader) -> str:
    """Return what the material says that a reader asks."""
    return {
        LetterReader.RECIPIENT: readings.recipient,
        LetterReader.COORDINATOR: readings.coordinator,
        LetterReader.CASE_OFFICER: readings.case_officer,
    }[reader]
