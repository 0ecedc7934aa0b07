"""Reading an employer's plan for return to work against seven checkpoints."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.study.common import StudyContentHead


class CheckpointId(StrEnum):
    """What a plan is read for."""

    DAY_AND_OWNER = "day_and_owner"
    PARTICIPATION = "participation"
    WORK_DEMANDS = "work_demands"
    MEASURES = "measures"
    REDEPLOYMENT = "redeployment"
    FOLLOW_UP = "follow_up"
    MATCHES_CERTIFICATE = "matches_certificate"


class PlanVerdict(StrEnum):
    """How a checkpoint stands in the plan."""

    GOOD = "good"
    WARNING = "warning"
    MISSING = "missing"


class PlanChoiceId(StrEnum):
    """What to do next."""

    ACCEPT = "accept"
    ASK = "ask"
    TALK = "talk"
    INFORM = "inform"


@dataclass(frozen=True)
class PlanPart:
    """A heading of the plan and what stands under it."""

    heading: str
    text: str


@dataclass(frozen=True)
class Checkpoint:
    """One reading of one checkpoint; `quote` is empty when it is missing."""

    id: CheckpointId
    verdict: PlanVerdict
    quote: str
    why: str


@dataclass(frozen=True)
class PlanChoice:
    """A way on, and whether it is reasonable here; several may be."""

    id: PlanChoiceId
    reasonable: bool
    feedback: str


@dataclass(frozen=True)
class FirstSentence:
    """How a talk with the employer could begin."""

    points: tuple[str, ...]
    model: str


@dataclass(frozen=True)
class EmployerPlan:
    """A whole plan with what lies beside it."""

    head: StudyContentHead
    plan: tuple[PlanPart, ...]
    medical_note: str
    coordinator_note: str
    checkpoints: tuple[Checkpoint, ...]
    choices: tuple[PlanChoice, ...]
    first_sentence: FirstSentence


def score_checkpoints(plan: EmployerPlan, verdicts: Mapping[CheckpointId, PlanVerdict]) -> float:
    """Return the share of checkpoints that were read as the plan's own reading has them."""
    agreed = sum(verdicts.get(c.id) == c.verdict for c in plan.checkpoints)
    return agreed / len(plan.checkpoints) if plan.checkpoints else 0.0
