"""What can happen while the room answers and looks at its own difference, and the state it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kompetens_gui.domain.activities.base import RoomOnly
from kompetens_gui.domain.study.twin import TwinCase, TwinQuestion


class HandStep(StrEnum):
    """What the room looks at."""

    READING = "reading"
    QUESTION = "question"
    VERSIONS = "versions"
    DIFFERENCE = "difference"
    REFLECTION = "reflection"
    FACTS = "facts"


@dataclass(frozen=True)
class HandStepShown(RoomOnly):
    """The room sees a step; `number` (from 0) says which question, or whose difference in the order of the hand."""

    step: HandStep
    number: int = 0


@dataclass(frozen=True)
class VersionGiven:
    """A group has this version on its paper."""

    group: str
    version: str


@dataclass(frozen=True)
class AnswersCounted:
    """So many of a group, or of a half of the room, chose an answer."""

    question: str
    party: str
    option: str
    count: int


@dataclass(frozen=True)
class VersionsShown(RoomOnly):
    """The room is told that there are two versions, and sees them and the difference; or no longer."""

    shown: bool


@dataclass(frozen=True)
class FactsShown(RoomOnly):
    """What is known is seen in the room, or taken away."""

    shown: bool


@dataclass(frozen=True)
class ThoughtWritten:
    """What the room thinks of its difference; one with the same id is reworded, an empty text takes it away."""

    thought: str
    text: str


@dataclass(frozen=True)
class Thought:
    """A thought of the room."""

    id: str
    text: str


@dataclass(frozen=True)
class HandState:
    """The step at hand, versions by group, counts by `question/party` and option, thoughts, and what is revealed."""

    step: HandStep = HandStep.READING
    number: int = 0
    given: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    thoughts: tuple[Thought, ...] = ()
    versions: bool = False
    facts: bool = False

    def of(self, question: str, party: str) -> Mapping[str, int]:
        return self.counts.get(f"{question}/{party}", {})


def by_finger(case: TwinCase) -> tuple[TwinQuestion, ...]:
    """Return the questions in the order of the hand."""
    return tuple(sorted(case.questions, key=lambda question: question.finger))


def steps(case: TwinCase) -> tuple[tuple[HandStep, int], ...]:
    """Return all steps in order."""
    return (
        (HandStep.READING, 0),
        *((HandStep.QUESTION, n) for n in range(len(case.questions))),
        (HandStep.VERSIONS, 0),
        *((HandStep.DIFFERENCE, n) for n in range(len(case.questions))),
        (HandStep.REFLECTION, 0),
        (HandStep.FACTS, 0),
    )
