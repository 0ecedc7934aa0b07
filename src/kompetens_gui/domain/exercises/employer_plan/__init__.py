"""Read an employer's plan: seven verdicts, what to do next, and the first sentence of the talk."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome
from kompetens_gui.domain.exercises.own_text import TEXT_EVENTS, OwnText, OwnTexts, earlier_versions
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.study.employer_plan import (
    Checkpoint,
    CheckpointId,
    EmployerPlan,
    PlanChoice,
    PlanChoiceId,
    PlanPart,
    PlanVerdict,
    score_checkpoints,
)
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.wording import translate

ENOUGH = 5 / 7
LONGEST_SENTENCE = 600


@dataclass(frozen=True)
class CheckpointJudged:
    """How the learner finds that a checkpoint stands."""

    checkpoint: CheckpointId
    verdict: PlanVerdict


@dataclass(frozen=True)
class NextStepChosen:
    """What the learner would do next."""

    choice: PlanChoiceId


@dataclass(frozen=True)
class PlanState:
    """Verdicts and choice; `revealed` closes them. The first sentence is written at any time."""

    verdicts: Mapping[CheckpointId, PlanVerdict] = field(default_factory=lambda: MappingProxyType({}))
    choice: PlanChoiceId | None = None
    revealed: bool = False
    texts: OwnTexts = field(default_factory=OwnTexts)


@dataclass(frozen=True)
class PlanView:
    """What the learner sees. `key` and `choices` are empty until revealed; points and model until the guide."""

    plan: tuple[PlanPart, ...]
    medical_note: str
    coordinator_note: str
    checkpoints: tuple[CheckpointId, ...]
    verdicts: Mapping[CheckpointId, PlanVerdict]
    choice: PlanChoiceId | None
    can_reveal: bool
    key: tuple[Checkpoint, ...]
    agreed: int
    choices: tuple[PlanChoice, ...]
    own: OwnText
    earlier: tuple[str, ...]
    points: tuple[str, ...]
    model: str


class EmployerPlanExercise:
    """Rules of the kind."""

    id = "employer_plan"
    content = EmployerPlan
    events = (CheckpointJudged, NextStepChosen, *TEXT_EVENTS)
    keeps_answers = True
    looks_back = True

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Arbetsgivarens plan"),
            one=translate("PassRule", "en plan granskad"),
            many=translate("PassRule", "planer granskade"),
            icon="clipboard-text",
            part=translate("Study", "Punkt {number} av {count}"),
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing to set."""

    def start(self, context: ExerciseContext[EmployerPlan]) -> PlanState:
        return PlanState()

    def check(self, state: PlanState, event: object, context: ExerciseContext[EmployerPlan]) -> None:
        match event:
            case CheckpointJudged(checkpoint, _):
                _need_open(state)
                if checkpoint not in {c.id for c in context.content.checkpoints}:
                    raise ActivityRefused("no_such_point")
            case NextStepChosen(choice):
                _need_open(state)
                if choice not in {c.id for c in context.content.choices}:
                    raise ActivityRefused("no_choice_here")
            case RoundFinished():
                if state.revealed:
                    state.texts.check_new_version()
                elif not _is_answered(state, context.content):
                    raise ActivityRefused("not_done")
            case _:
                state.texts.check(event, {"": len(context.content.first_sentence.points)}, LONGEST_SENTENCE)

    def fold(self, state: PlanState, event: object, at: datetime, context: ExerciseContext[EmployerPlan]) -> PlanState:
        match event:
            case CheckpointJudged(checkpoint, verdict):
                return replace(state, verdicts=MappingProxyType({**state.verdicts, checkpoint: verdict}))
            case NextStepChosen(choice):
                return replace(state, choice=choice)
            case RoundFinished():
                return replace(state, revealed=True, texts=state.texts.with_versions_kept())
        return replace(state, texts=state.texts.fold(event))

    def is_done(self, state: PlanState, context: ExerciseContext[EmployerPlan]) -> bool:
        return state.revealed and state.texts.part().is_done(len(context.content.first_sentence.points))

    def view(self, state: PlanState, context: ExerciseContext[EmployerPlan]) -> PlanView:
        plan, own = context.content, state.texts.part()
        return PlanView(
            plan.plan,
            plan.medical_note,
            plan.coordinator_note,
            tuple(c.id for c in plan.checkpoints),
            state.verdicts,
            state.choice,
            not state.revealed and _is_answered(state, plan),
            plan.checkpoints if state.revealed else (),
            _agreed(state, plan) if state.revealed else 0,
            plan.choices if state.revealed else (),
            own,
            earlier_versions([e.state.texts for e in context.earlier]),
            plan.first_sentence.points if own.guide else (),
            plan.first_sentence.model if own.guide else "",
        )

    def outcome(self, state: PlanState, context: ExerciseContext[EmployerPlan]) -> Outcome:
        plan = context.content
        reasonable = any(c.id == state.choice and c.reasonable for c in plan.choices)
        enough = score_checkpoints(plan, state.verdicts) >= ENOUGH
        return Outcome(
            approved=self.is_done(state, context) and enough and reasonable,
            reflected=state.texts.part().is_done(len(plan.first_sentence.points)),
            right=_agreed(state, plan),
            of=len(plan.checkpoints),
        )


def _need_open(state: PlanState) -> None:
    if state.revealed:
        raise ActivityRefused("guide_shown")


def _is_answered(state: PlanState, plan: EmployerPlan) -> bool:
    return state.choice is not None and all(c.id in state.verdicts for c in plan.checkpoints)


def _agreed(state: PlanState, plan: EmployerPlan) -> int:
    return sum(state.verdicts.get(c.id) == c.verdict for c in plan.checkpoints)


KIND = EmployerPlanExercise()
