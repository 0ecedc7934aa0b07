"""What can happen while a plan is reviewed, and the state it leaves."""

from dataclasses import dataclass, field
from enum import StrEnum

from kompetens_gui.domain.activities.ballots import Ballots
from kompetens_gui.domain.activities.base import RoomOnly, Round
from kompetens_gui.domain.study.employer_plan import CheckpointId, EmployerPlan, PlanChoiceId, PlanVerdict

CHOICE = "choice"
"""The question of a ballot on what to do next; the others are named by their checkpoint."""


class PlanStep(StrEnum):
    """What the room looks at."""

    PART = "part"
    CHECKPOINT = "checkpoint"
    OVERVIEW = "overview"
    CHOICE = "choice"
    SENTENCE = "sentence"


@dataclass(frozen=True)
class PlanStepShown(RoomOnly):
    """The room sees a step; `number` (from 0) says which part or which checkpoint."""

    step: PlanStep
    number: int = 0


@dataclass(frozen=True)
class RoundChosen:
    """Hands and groups are counted for this round from now on."""

    round: Round


@dataclass(frozen=True)
class VerdictCounted:
    """So many in the room find that a checkpoint stands so."""

    round: Round
    checkpoint: CheckpointId
    verdict: PlanVerdict
    count: int


@dataclass(frozen=True)
class VerdictOfGroup:
    """A group finds that a checkpoint stands so; None takes it back."""

    round: Round
    checkpoint: CheckpointId
    group: str
    verdict: PlanVerdict | None


@dataclass(frozen=True)
class ChoiceCounted:
    """So many in the room would do this next."""

    round: Round
    choice: PlanChoiceId
    count: int


@dataclass(frozen=True)
class ChoiceOfGroup:
    """A group would do this next; None takes it back."""

    round: Round
    group: str
    choice: PlanChoiceId | None


@dataclass(frozen=True)
class SentenceWritten:
    """A first sentence of the talk; one with the same id is reworded, an empty text takes it away."""

    sentence: str
    text: str
    group: str = ""


@dataclass(frozen=True)
class ReadingShown(RoomOnly):
    """How the material reads a checkpoint is seen in the room, or taken away."""

    checkpoint: CheckpointId
    shown: bool


@dataclass(frozen=True)
class ChoicesAnswered(RoomOnly):
    """What the material says of each choice is seen in the room, or taken away."""

    shown: bool


@dataclass(frozen=True)
class ModelShown(RoomOnly):
    """One way to begin, with its points, is seen in the room, or taken away."""

    shown: bool


@dataclass(frozen=True)
class Sentence:
    """One wording of the first sentence."""

    id: str
    text: str
    group: str


@dataclass(frozen=True)
class ReviewState:
    """The step at hand, ballots by round and question, the sentences, and what has been revealed."""

    step: PlanStep = PlanStep.PART
    number: int = 0
    round: Round = Round.FIRST
    ballots: Ballots = field(default_factory=dict)
    sentences: tuple[Sentence, ...] = ()
    read: frozenset[CheckpointId] = frozenset()
    answered: bool = False
    model: bool = False


def steps(plan: EmployerPlan) -> tuple[tuple[PlanStep, int], ...]:
    """Return all steps in order."""
    return (
        *((PlanStep.PART, n) for n in range(len(plan.plan))),
        *((PlanStep.CHECKPOINT, n) for n in range(len(plan.checkpoints))),
        (PlanStep.OVERVIEW, 0),
        (PlanStep.CHOICE, 0),
        (PlanStep.SENTENCE, 0),
    )
