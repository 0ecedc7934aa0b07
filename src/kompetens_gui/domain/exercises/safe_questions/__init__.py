"""A drill of safe questions about violence. No free text, and nothing of what was chosen ever reaches the disk.

Skipping gives the same progress, and leaves the same trace: that it was done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, refuse_unknown
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.study.safe_questions import Helpline, SafeOption, SafeQuestionsDrill, SafeStep, unsafe_steps
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class SafeOptionChosen:
    """What was chosen at a step; another choice takes its place."""

    step: str
    option: str


@dataclass(frozen=True)
class DrillSkipped:
    """The learner would rather not; nobody asks why."""


@dataclass(frozen=True)
class DrillState:
    """The choices so far, forgotten when it is skipped."""

    chosen: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    skipped: bool = False


@dataclass(frozen=True)
class OptionShown:
    """Something that can be chosen, without whether it is safe."""

    id: str
    text: str


@dataclass(frozen=True)
class SafeStepView:
    """A step. `answer` is None until something is chosen; `try_again` when another choice is needed."""

    id: str
    text: str
    options: tuple[OptionShown, ...]
    chosen: str
    answer: SafeOption | None
    try_again: bool


@dataclass(frozen=True)
class DrillView:
    """What the learner sees: warning, the way past, helplines, and the steps reached so far."""

    content_warning: str
    skip: str
    helplines: tuple[Helpline, ...]
    steps: tuple[SafeStepView, ...]
    count: int
    is_done: bool


class SafeQuestionsExercise:
    """Rules of the kind."""

    id = "safe_questions"
    content = SafeQuestionsDrill
    events = (SafeOptionChosen, DrillSkipped)
    keeps_answers = False
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Trygga frågor"),
            one=translate("PassRule", "en övning i säkra frågor"),
            many=translate("PassRule", "övningar i säkra frågor"),
            icon="shield-check",
            part=translate("Study", "Steg {number} av {count}"),
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing to set."""

    def start(self, context: ExerciseContext[SafeQuestionsDrill]) -> DrillState:
        return DrillState()

    def check(self, state: DrillState, event: object, context: ExerciseContext[SafeQuestionsDrill]) -> None:
        match event:
            case SafeOptionChosen(step_id, option):
                step = next((s for s in _reached(state, context.content) if s.id == step_id), None)
                if step is None or state.skipped:
                    raise ActivityRefused("no_such_question")
                if step.option(option) is None:
                    raise ActivityRefused("no_such_answer")
            case DrillSkipped():
                pass
            case _:
                refuse_unknown(event)

    def fold(
        self, state: DrillState, event: object, at: datetime, context: ExerciseContext[SafeQuestionsDrill]
    ) -> DrillState:
        match event:
            case SafeOptionChosen(step, option):
                return replace(state, chosen=MappingProxyType({**state.chosen, step: option}))
            case DrillSkipped():
                return DrillState(skipped=True)
        return state

    def is_done(self, state: DrillState, context: ExerciseContext[SafeQuestionsDrill]) -> bool:
        drill = context.content
        through = all(s.id in state.chosen for s in drill.steps) and not unsafe_steps(drill, state.chosen)
        return state.skipped or through

    def view(self, state: DrillState, context: ExerciseContext[SafeQuestionsDrill]) -> DrillView:
        drill = context.content
        return DrillView(
            drill.head.content_warning,
            drill.skip,
            drill.helplines,
            () if state.skipped else tuple(_step_view(s, state) for s in _reached(state, drill)),
            len(drill.steps),
            self.is_done(state, context),
        )

    def outcome(self, state: DrillState, context: ExerciseContext[SafeQuestionsDrill]) -> Outcome:
        # The same for those who skipped and those who went through it: what is left must not tell them apart.
        return Outcome(approved=True)


def _reached(state: DrillState, drill: SafeQuestionsDrill) -> tuple[SafeStep, ...]:
    """Return the steps up to the first that still needs a (safe) choice."""
    unsafe = {s.id for s in unsafe_steps(drill, state.chosen)}
    for number, step in enumerate(drill.steps, 1):
        if step.id not in state.chosen or step.id in unsafe:
            return drill.steps[:number]
    return drill.steps


def _step_view(step: SafeStep, state: DrillState) -> SafeStepView:
    chosen = state.chosen.get(step.id, "")
    answer = step.option(chosen)
    return SafeStepView(
        step.id,
        step.text,
        tuple(OptionShown(o.id, o.text) for o in step.options),
        chosen,
        answer,
        answer is not None and step.must_be_safe and not answer.safe,
    )


KIND = SafeQuestionsExercise()
