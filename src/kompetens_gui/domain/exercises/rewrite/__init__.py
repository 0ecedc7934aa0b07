"""Rewrite a weak line of a certificate in one's own words, then hold it against the points and a model."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import CertificatePicture
from kompetens_gui.domain.activities.rewrite import LineChosen, general_points
from kompetens_gui.domain.case import RewriteTask
from kompetens_gui.domain.chain import Span
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, refuse_unknown
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.own_text import TEXT_EVENTS, OwnText, OwnTexts, earlier_versions
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.medical_certificate import FIELDS
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.word_diff import Piece, word_diff
from kompetens_gui.domain.wording import translate

LONGEST_LINE = 400


@dataclass(frozen=True)
class RewritingState:
    """The chosen line and the own text."""

    line: Span | None = None
    texts: OwnTexts = field(default_factory=OwnTexts)


@dataclass(frozen=True)
class LineShown:
    """A weak line that may be chosen."""

    field: str
    field_title: str
    span: Span


@dataclass(frozen=True)
class RewritingView:
    """What the learner sees; points, weakness and model are empty until the guide is shown."""

    picture: CertificatePicture
    lines: tuple[LineShown, ...]
    line: LineShown | None
    own: OwnText
    changes: tuple[Piece, ...]
    earlier: tuple[str, ...]
    points: tuple[str, ...]
    weakness: str
    model: str
    longest: int = LONGEST_LINE


class RewriteExercise:
    """Rules of the kind."""

    id = "rewrite"
    content = CaseContent
    events = (LineChosen, *TEXT_EVENTS)
    keeps_answers = True
    looks_back = True

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Skriv om"),
            one=translate("PassRule", "ett intyg omskrivet"),
            many=translate("PassRule", "intyg omskrivna"),
            icon="pencil-line",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing but the certificate to set."""

    def start(self, context: ExerciseContext[CaseContent]) -> RewritingState:
        tasks = tasks_of(context.content)
        return RewritingState(tasks[0].span if tasks else None)

    def check(self, state: RewritingState, event: object, context: ExerciseContext[CaseContent]) -> None:
        match event:
            case LineChosen(field_id, quote, occurrence):
                if state.texts.part().guide:
                    raise ActivityRefused("guide_shown")
                if Span(field_id, quote, occurrence) not in [t.span for t in tasks_of(context.content)]:
                    raise ActivityRefused("no_choice_here")
            case RoundFinished():
                state.texts.check_new_version()
            case _ if isinstance(event, TEXT_EVENTS):
                if state.line is None:
                    raise ActivityRefused("no_line_chosen")
                state.texts.check(event, {"": len(_points(state, context))}, LONGEST_LINE)
            case _:
                refuse_unknown(event)

    def fold(
        self, state: RewritingState, event: object, at: datetime, context: ExerciseContext[CaseContent]
    ) -> RewritingState:
        match event:
            case LineChosen(field_id, quote, occurrence):
                return RewritingState(Span(field_id, quote, occurrence))
            case RoundFinished():
                return replace(state, texts=state.texts.with_versions_kept())
        return replace(state, texts=state.texts.fold(event))

    def is_done(self, state: RewritingState, context: ExerciseContext[CaseContent]) -> bool:
        return state.texts.part().is_done(len(_points(state, context)))

    def view(self, state: RewritingState, context: ExerciseContext[CaseContent]) -> RewritingView:
        own, task = state.texts.part(), _task(state, context)
        same_line = [e.state.texts for e in context.earlier if e.state.line == state.line]
        return RewritingView(
            context.content.picture(),
            tuple(_shown(t) for t in tasks_of(context.content)),
            _shown(task) if task else None,
            own,
            word_diff(task.span.quote, own.text) if task and own.text.strip() else (),
            earlier_versions(same_line),
            _points(state, context) if own.guide else (),
            task.weakness if task and own.guide else "",
            task.model if task and own.guide else "",
        )

    def outcome(self, state: RewritingState, context: ExerciseContext[CaseContent]) -> Outcome:
        own, points = state.texts.part(), len(_points(state, context))
        done = own.is_done(points)
        return Outcome(approved=done, reflected=done)


def tasks_of(content: CaseContent) -> tuple[RewriteTask, ...]:
    """Return the weak lines that the case points out in the certificate at hand."""
    return tuple(r for r in content.case.rewrites if r.medical_certificate_id == content.medical_certificate.id)


def _task(state: RewritingState, context: ExerciseContext[CaseContent]) -> RewriteTask | None:
    return next((t for t in tasks_of(context.content) if t.span == state.line), None)


def _points(state: RewritingState, context: ExerciseContext[CaseContent]) -> tuple[str, ...]:
    task = _task(state, context)
    return task.points if task and task.points else general_points()


def _shown(task: RewriteTask) -> LineShown:
    return LineShown(task.span.field, FIELDS[task.span.field].title, task.span)


KIND = RewriteExercise()
