"""One story in two versions, answered on different occasions: then one's own answers lie side by side.

Nobody else's answers are ever shown beside them, and none is right or wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, check_text, refuse_unknown
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.study.twin import TwinCase, TwinFact, TwinQuestion, TwinVersion, differing
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class TwinAnswered:
    """A question was answered; it may be answered anew until the attempt is finished."""

    question: str
    option: str


@dataclass(frozen=True)
class TwinReflected:
    """What the learner thinks of a reflection question (from 0)."""

    number: int
    text: str


@dataclass(frozen=True)
class TwinState:
    """The version of this occasion, and what was answered."""

    version: str
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    reflections: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class OwnDifference:
    """A question that the learner answered for both versions, but not alike."""

    question: TwinQuestion
    before: str
    now: str


@dataclass(frozen=True)
class TwinComparison:
    """The own answers to both versions, once both are answered. `occasion` is when the other was."""

    other: TwinVersion
    occasion: datetime
    differences: tuple[OwnDifference, ...]
    same: int
    facts: tuple[TwinFact, ...]
    reflection: tuple[str, ...]


@dataclass(frozen=True)
class TwinView:
    """What the learner sees. `comparison` is None on the first occasion, and until all questions are answered."""

    version: TwinVersion
    questions: tuple[TwinQuestion, ...]
    answers: Mapping[str, str]
    is_first: bool
    comparison: TwinComparison | None
    reflections: Mapping[int, str]


class TwinExercise:
    """Rules of the kind."""

    id = "twin"
    content = TwinCase
    events = (TwinAnswered, TwinReflected)
    keeps_answers = True
    looks_back = True

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Genushanden"),
            one=translate("PassRule", "ett tvillingfall i båda versionerna"),
            many=translate("PassRule", "tvillingfall i båda versionerna"),
            icon="hand",
            part=translate("Study", "Fråga {number} av {count}"),
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing to set."""

    def start(self, context: ExerciseContext[TwinCase]) -> TwinState:
        """Take the version that the seed says: it goes up by one from occasion to occasion, so they take turns."""
        keys = [v.key for v in context.content.versions]
        return TwinState(keys[context.seed % len(keys)])

    def check(self, state: TwinState, event: object, context: ExerciseContext[TwinCase]) -> None:
        match event:
            case TwinAnswered(question_id, option):
                question = next((q for q in context.content.questions if q.id == question_id), None)
                if question is None:
                    raise ActivityRefused("no_such_question")
                if option not in {o.id for o in question.options}:
                    raise ActivityRefused("no_such_answer")
            case TwinReflected(number, text):
                check_text(text)
                if not 0 <= number < len(context.content.reflection) or not _all_answered(state, context.content):
                    raise ActivityRefused("no_such_question")
            case _:
                refuse_unknown(event)

    def fold(self, state: TwinState, event: object, at: datetime, context: ExerciseContext[TwinCase]) -> TwinState:
        match event:
            case TwinAnswered(question, option):
                return replace(state, answers=MappingProxyType({**state.answers, question: option}))
            case TwinReflected(number, text):
                return replace(state, reflections=MappingProxyType({**state.reflections, number: text.strip()}))
        return state

    def is_done(self, state: TwinState, context: ExerciseContext[TwinCase]) -> bool:
        return _all_answered(state, context.content)

    def view(self, state: TwinState, context: ExerciseContext[TwinCase]) -> TwinView:
        return TwinView(
            _version(context.content, state.version),
            context.content.questions,
            state.answers,
            _other(state, context) is None,
            _comparison(state, context),
            state.reflections,
        )

    def outcome(self, state: TwinState, context: ExerciseContext[TwinCase]) -> Outcome:
        both = _all_answered(state, context.content) and _other(state, context) is not None
        return Outcome(approved=both, reflected=any(state.reflections.values()), whole=both)


def _all_answered(state: TwinState, case: TwinCase) -> bool:
    return all(q.id in state.answers for q in case.questions)


def _version(case: TwinCase, key: str) -> TwinVersion:
    return next((v for v in case.versions if v.key == key), case.versions[0])


def _other(state: TwinState, context: ExerciseContext[TwinCase]) -> tuple[TwinState, datetime] | None:
    """Return the learner's latest answers to the other version."""
    for earlier in reversed(context.earlier):
        if earlier.state.version != state.version:
            return earlier.state, earlier.finished_at
    return None


def _comparison(state: TwinState, context: ExerciseContext[TwinCase]) -> TwinComparison | None:
    found = _other(state, context)
    if found is None or not _all_answered(state, context.content):
        return None
    other, occasion = found
    case = context.content
    differences = differing(case, other.answers, state.answers)
    both = sum(q.id in other.answers for q in case.questions)
    return TwinComparison(
        _version(case, other.version),
        occasion,
        tuple(OwnDifference(q, other.answers[q.id], state.answers[q.id]) for q in differences),
        both - len(differences),
        case.facts,
        case.reflection,
    )


KIND = TwinExercise()
