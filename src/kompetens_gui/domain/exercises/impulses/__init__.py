"""Spot impulses in three portions and choose what to ask next. Only the next question is scored, never a suspicion."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, refuse_unknown
from kompetens_gui.domain.study.impulses import Impulse, ImpulseCase, ImpulseType, NextQuestion, Portion, PortionForm
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.wording import translate

ENOUGH = 0.8


@dataclass(frozen=True)
class ImpulseMarked:
    """The learner sees an impulse in a portion (from 0); `quote` holds the words that made them think so."""

    portion: int
    type: ImpulseType
    quote: str = ""


@dataclass(frozen=True)
class ImpulseUnmarked:
    """The mark was taken away."""

    portion: int
    type: ImpulseType


@dataclass(frozen=True)
class NextQuestionChosen:
    """What to ask next; closes the portion."""

    portion: int
    question: str


@dataclass(frozen=True)
class SpottingState:
    """Marks by portion and type, and the chosen question of each portion."""

    marks: Mapping[int, Mapping[ImpulseType, str]] = field(default_factory=lambda: MappingProxyType({}))
    chosen: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class QuestionShown:
    """A question that can be chosen, without its score."""

    id: str
    text: str


@dataclass(frozen=True)
class PortionView:
    """A portion that has been reached. The last three fields are empty until its question is chosen."""

    number: int
    title: str
    form: PortionForm
    text: str
    marks: Mapping[ImpulseType, str]
    questions: tuple[QuestionShown, ...]
    chosen: str
    impulses: tuple[Impulse, ...]
    answer: NextQuestion | None
    all_questions: tuple[NextQuestion, ...]

    @property
    def is_closed(self) -> bool:
        return bool(self.chosen)


@dataclass(frozen=True)
class SpottingView:
    """What the learner sees: the portions so far; the next one comes when the last has its question."""

    portions: tuple[PortionView, ...]
    count: int
    points: int
    best: int
    is_done: bool


class ImpulsesExercise:
    """Rules of the kind."""

    id = "impulses"
    content = ImpulseCase
    events = (ImpulseMarked, ImpulseUnmarked, NextQuestionChosen)
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Impulser"),
            one=translate("PassRule", "ett fall med impulser"),
            many=translate("PassRule", "fall med impulser"),
            icon="lightbulb",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing to set."""

    def start(self, context: ExerciseContext[ImpulseCase]) -> SpottingState:
        return SpottingState()

    def check(self, state: SpottingState, event: object, context: ExerciseContext[ImpulseCase]) -> None:
        if not isinstance(event, self.events):
            refuse_unknown(event)
            return
        at = event.portion
        if at != len(state.chosen) or at >= len(context.content.portions):
            raise ActivityRefused("no_such_portion")
        portion = context.content.portions[at]
        match event:
            case ImpulseMarked(_, _, quote):
                if quote and quote not in portion.text:
                    raise ActivityRefused("no_such_answer")
            case ImpulseUnmarked(_, kind):
                if kind not in state.marks.get(at, {}):
                    raise ActivityRefused("no_such_node")
            case NextQuestionChosen(_, question):
                if portion.question(question) is None:
                    raise ActivityRefused("no_choice_here")

    def fold(
        self, state: SpottingState, event: object, at: datetime, context: ExerciseContext[ImpulseCase]
    ) -> SpottingState:
        match event:
            case ImpulseMarked(portion, kind, quote):
                marks = {**state.marks.get(portion, {}), kind: quote}
                return replace(state, marks=MappingProxyType({**state.marks, portion: MappingProxyType(marks)}))
            case ImpulseUnmarked(portion, kind):
                marks = {k: q for k, q in state.marks.get(portion, {}).items() if k != kind}
                return replace(state, marks=MappingProxyType({**state.marks, portion: MappingProxyType(marks)}))
            case NextQuestionChosen(portion, question):
                return replace(state, chosen=MappingProxyType({**state.chosen, portion: question}))
        return state

    def is_done(self, state: SpottingState, context: ExerciseContext[ImpulseCase]) -> bool:
        return len(state.chosen) == len(context.content.portions)

    def view(self, state: SpottingState, context: ExerciseContext[ImpulseCase]) -> SpottingView:
        portions = context.content.portions
        points, best = _points(state, context.content)
        return SpottingView(
            tuple(_portion_view(i, p, state) for i, p in enumerate(portions[: len(state.chosen) + 1])),
            len(portions),
            points,
            best,
            self.is_done(state, context),
        )

    def outcome(self, state: SpottingState, context: ExerciseContext[ImpulseCase]) -> Outcome:
        points, best = _points(state, context.content)
        return Outcome(approved=best > 0 and points / best >= ENOUGH, right=points, of=best)


def _points(state: SpottingState, case: ImpulseCase) -> tuple[int, int]:
    """Return the points of the questions chosen, and the best that all portions can give."""
    points = 0
    for i, portion in enumerate(case.portions):
        question = portion.question(state.chosen.get(i, ""))
        points += question.score if question else 0
    return points, sum(max((q.score for q in p.next_questions), default=0) for p in case.portions)


def _portion_view(number: int, portion: Portion, state: SpottingState) -> PortionView:
    chosen = state.chosen.get(number, "")
    return PortionView(
        number,
        portion.title,
        portion.form,
        portion.text,
        state.marks.get(number, MappingProxyType({})),
        tuple(QuestionShown(q.id, q.text) for q in portion.next_questions),
        chosen,
        portion.impulses if chosen else (),
        portion.question(chosen) if chosen else None,
        portion.next_questions if chosen else (),
    )


KIND = ImpulsesExercise()
