"""Rows answered one by one, with an explanation after each; right is what the rules of the day give."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import MappingProxyType

from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.exercises.base import (
    AreaShare,
    ExerciseContext,
    ExerciseWords,
    Outcome,
    oldest,
    refuse_unknown,
)
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.study.timeline import DatedEvent, ExpectedGround, TimelineCase
from kompetens_gui.domain.wording import translate

ENOUGH = 0.8


@dataclass(frozen=True)
class TimelineRound:
    """The rows, in the order they are asked; a published case is a round of one."""

    rows: tuple[TimelineCase, ...]


@dataclass(frozen=True)
class GroundAnswered:
    """A row (from 0) was answered, for good; `day` is the learner's own count, if one was made."""

    row: int
    ground: str
    day: int | None = None


@dataclass(frozen=True)
class TimelineState:
    """The answers by row."""

    answers: Mapping[int, GroundAnswered] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class RowView:
    """A row as it is asked: nothing of the key. `grounds` can be answered."""

    row: int
    title: str
    story: str
    situation: Situation
    start: date
    exam: date
    earlier_days: int
    age: int | None
    events: tuple[DatedEvent, ...]
    question: str
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class AnsweredRow:
    """A row after its answer. `day_right` is None when no day was counted."""

    row: RowView
    answer: GroundAnswered
    right: bool
    day_right: bool | None
    expected: ExpectedGround
    feedback: str
    why: str


@dataclass(frozen=True)
class TimelineView:
    """What the learner sees. `current` is the row to answer."""

    count: int
    current: RowView | None
    answered: tuple[AnsweredRow, ...]
    right: int
    is_done: bool


class TimelineExercise:
    """Rules of the kind."""

    id = "timeline"
    content = TimelineRound
    events = (GroundAnswered,)
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Tidslinje"),
            one=translate("PassRule", "en tidslinje"),
            many=translate("PassRule", "tidslinjer"),
            icon="calendar-blank",
            part=translate("Study", "Tidslinje {number} av {count}"),
            rows=translate("PassRule", "tidslinjerna"),
        )

    def check_settings(self, settings: StepSettings) -> None:
        if settings.count < 0:
            raise InvalidSettings(self.id, "count")

    def start(self, context: ExerciseContext[TimelineRound]) -> TimelineState:
        return TimelineState()

    def check(self, state: TimelineState, event: object, context: ExerciseContext[TimelineRound]) -> None:
        match event:
            case GroundAnswered(row, ground, _):
                if not 0 <= row < len(context.content.rows):
                    raise ActivityRefused("no_such_question")
                if row in state.answers:
                    raise ActivityRefused("already_answered")
                if ground not in _grounds(context.content.rows[row]):
                    raise ActivityRefused("no_such_answer")
            case _:
                refuse_unknown(event)

    def fold(
        self, state: TimelineState, event: object, at: datetime, context: ExerciseContext[TimelineRound]
    ) -> TimelineState:
        if isinstance(event, GroundAnswered):
            return replace(state, answers=MappingProxyType({**state.answers, event.row: event}))
        return state

    def is_done(self, state: TimelineState, context: ExerciseContext[TimelineRound]) -> bool:
        return bool(context.content.rows) and len(state.answers) == len(context.content.rows)

    def view(self, state: TimelineState, context: ExerciseContext[TimelineRound]) -> TimelineView:
        rows = context.content.rows
        waiting = next((i for i in range(len(rows)) if i not in state.answers), None)
        answered = tuple(_answered(rows[i], state.answers[i]) for i in range(len(rows)) if i in state.answers)
        return TimelineView(
            len(rows),
            _row_view(waiting, rows[waiting]) if waiting is not None else None,
            answered,
            sum(a.right for a in answered),
            self.is_done(state, context),
        )

    def outcome(self, state: TimelineState, context: ExerciseContext[TimelineRound]) -> Outcome:
        rows = context.content.rows
        right = sum(rows[a.row].is_right(a.ground) for a in state.answers.values())
        areas = tuple(dict.fromkeys(area for row in rows for area in row.head.competence_areas))
        version = oldest([row.expected.rule_version for row in rows])
        return Outcome(
            approved=bool(rows) and right / len(rows) >= ENOUGH,
            right=right,
            of=len(rows),
            areas=tuple(AreaShare(area, right, len(rows), version) for area in areas),
        )


def _grounds(row: TimelineCase) -> tuple[str, ...]:
    return tuple(a.ground for a in row.answers)


def _row_view(number: int, row: TimelineCase) -> RowView:
    return RowView(
        number,
        row.head.title,
        row.story,
        row.situation,
        row.start,
        row.exam,
        row.earlier_days,
        row.age,
        row.events,
        row.question,
        _grounds(row),
    )


def _answered(row: TimelineCase, answer: GroundAnswered) -> AnsweredRow:
    return AnsweredRow(
        _row_view(answer.row, row),
        answer,
        row.is_right(answer.ground),
        None if answer.day is None else answer.day == row.expected.day,
        row.expected,
        row.feedback(answer.ground),
        row.why,
    )
