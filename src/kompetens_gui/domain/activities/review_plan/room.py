"""What the room may see of a plan that is reviewed."""

from dataclasses import dataclass

from kompetens_gui.domain.activities.ballots import Tally, tallies
from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.review_plan.events import CHOICE, PlanStep, ReviewState, steps
from kompetens_gui.domain.study.employer_plan import (
    CheckpointId,
    EmployerPlan,
    PlanChoiceId,
    PlanPart,
    PlanVerdict,
)


@dataclass(frozen=True)
class Reading:
    """How the material reads a checkpoint."""

    verdict: PlanVerdict
    quote: str
    why: str


@dataclass(frozen=True)
class CheckpointInRoom:
    """A checkpoint with what was counted, and the material's reading once that has been shown."""

    id: CheckpointId
    verdicts: tuple[Tally, ...]
    reading: Reading | None


@dataclass(frozen=True)
class ChoiceInRoom:
    """A way on with what was counted; `feedback` is empty and `reasonable` None until shown."""

    id: PlanChoiceId
    tally: Tally
    reasonable: bool | None
    feedback: str


@dataclass(frozen=True)
class SentenceInRoom:
    """A first sentence with the name of the group it comes from, empty for the room's own."""

    text: str
    group: str


@dataclass(frozen=True)
class ReviewRoom:
    """One step; what belongs to other steps is empty. The notes lie beside what they are to be read with."""

    title: str
    step: PlanStep
    at: int
    count: int
    round: Round
    part: PlanPart | None
    medical_note: str
    coordinator_note: str
    plan: tuple[PlanPart, ...]
    checkpoints: tuple[CheckpointInRoom, ...]
    choices: tuple[ChoiceInRoom, ...]
    sentences: tuple[SentenceInRoom, ...]
    points: tuple[str, ...]
    model: str


def room_view(state: ReviewState, plan: EmployerPlan, context: ActivityContext) -> ReviewRoom:
    """Build the view: nothing of the key but what an event has revealed."""
    step, order = state.step, steps(plan)
    at = order.index((step, state.number)) if (step, state.number) in order else 0
    step, number = order[at]
    checkpoint = plan.checkpoints[number].id if step is PlanStep.CHECKPOINT else None
    names: dict[str, str] = {g.id: g.name for g in context.groups}
    reading, said = step is PlanStep.PART, step is PlanStep.SENTENCE
    return ReviewRoom(
        context.item.title,
        step,
        at,
        len(order),
        state.round,
        plan.plan[number] if reading else None,
        plan.medical_note if reading or checkpoint is CheckpointId.MATCHES_CERTIFICATE else "",
        plan.coordinator_note if reading or checkpoint is CheckpointId.PARTICIPATION else "",
        plan.plan if step in (PlanStep.CHECKPOINT, PlanStep.CHOICE) else (),
        _checkpoints(step, checkpoint, state, plan, context),
        _choices(state, plan, context) if step is PlanStep.CHOICE else (),
        tuple(SentenceInRoom(s.text, names.get(s.group, "")) for s in state.sentences) if said else (),
        plan.first_sentence.points if said and state.model else (),
        plan.first_sentence.model if said and state.model else "",
    )


def _checkpoints(
    step: PlanStep, only: CheckpointId | None, state: ReviewState, plan: EmployerPlan, context: ActivityContext
) -> tuple[CheckpointInRoom, ...]:
    wanted = [c for c in plan.checkpoints if step is PlanStep.OVERVIEW or c.id == only]
    return tuple(
        CheckpointInRoom(
            c.id,
            tallies(state.ballots, c.id, [v.value for v in PlanVerdict], context.groups),
            Reading(c.verdict, c.quote, c.why) if c.id in state.read else None,
        )
        for c in wanted
    )


def _choices(state: ReviewState, plan: EmployerPlan, context: ActivityContext) -> tuple[ChoiceInRoom, ...]:
    counted = tallies(state.ballots, CHOICE, [c.id.value for c in plan.choices], context.groups)
    return tuple(
        ChoiceInRoom(
            choice.id,
            tally,
            choice.reasonable if state.answered else None,
            choice.feedback if state.answered else "",
        )
        for choice, tally in zip(plan.choices, counted, strict=True)
    )
