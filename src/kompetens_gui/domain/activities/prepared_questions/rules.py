"""What happens to the questions in the room."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ListBlock,
    RoomOnly,
    TableBlock,
)
from kompetens_gui.domain.activities.commitments import names_somebody
from kompetens_gui.domain.activities.prepared_questions.questions import (
    KIND_ID,
    LONGEST_TEXT,
    MOST_QUESTIONS,
    PreparedQuestion,
    questions_of,
)
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.question_list import seems_about_a_case
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.events import QuestionCategory


class QuestionStatus(StrEnum):
    """How it went with a question."""

    OPEN = "open"
    ANSWERED = "answered"
    POSTPONED = "postponed"
    REJECTED = "rejected"


@dataclass(frozen=True)
class QuestionShown(RoomOnly):
    """The room sees a question; an empty id shows the list."""

    question: str


@dataclass(frozen=True)
class AnswerShown(RoomOnly):
    """The answer stands under the question, or is taken away."""

    question: str
    shown: bool


@dataclass(frozen=True)
class AnswerWorded:
    """The answer as it is to be read; it replaces the prepared one."""

    question: str
    text: str


@dataclass(frozen=True)
class QuestionSettled:
    """A question is answered, or open again."""

    question: str
    answered: bool


@dataclass(frozen=True)
class QuestionPostponed:
    """Nobody can answer today: who will, and until when."""

    question: str
    owner: str
    until: str


@dataclass(frozen=True)
class QuestionRejected:
    """It is about a live case, which is taken there and not here; or it is let in again."""

    question: str
    rejected: bool


@dataclass(frozen=True)
class TomorrowWritten:
    """What the answer means for what one does tomorrow; an empty text takes it away."""

    question: str
    text: str


@dataclass(frozen=True)
class QuestionAsked:
    """A question that came up in the room; one with the same id is reworded, an empty text takes it away."""

    question: str
    text: str
    category: QuestionCategory = QuestionCategory.OTHER


@dataclass(frozen=True)
class Handling:
    """What has been done with one question."""

    status: QuestionStatus = QuestionStatus.OPEN
    answer: str | None = None
    owner: str = ""
    until: str = ""
    tomorrow: str = ""


@dataclass(frozen=True)
class PreparedQuestionsState:
    """`shown` is the question in the room, empty for the list; `revealed` those whose answer may be seen."""

    shown: str = ""
    revealed: frozenset[str] = frozenset()
    handled: Mapping[str, Handling] = field(default_factory=dict)
    asked: tuple[PreparedQuestion, ...] = ()

    def handling(self, question: str) -> Handling:
        return self.handled.get(question, Handling())


@dataclass(frozen=True)
class QuestionLine:
    """A question in the room's list."""

    text: str
    category: QuestionCategory
    status: QuestionStatus


@dataclass(frozen=True)
class AnswerInRoom:
    """An answer with where it comes from."""

    text: str
    source: str
    source_date: str
    certainty: str


@dataclass(frozen=True)
class PreparedQuestionsRoom:
    """The list, or one question with its answer when that is shown."""

    title: str
    lines: tuple[QuestionLine, ...]
    number: int = 0
    question: str = ""
    category: QuestionCategory = QuestionCategory.OTHER
    status: QuestionStatus = QuestionStatus.OPEN
    answer: AnswerInRoom | None = None
    owner: str = ""
    until: str = ""
    tomorrow: str = ""


class PreparedQuestions:
    """Rules of the kind."""

    id = KIND_ID
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 40
    events = (
        QuestionShown,
        AnswerShown,
        AnswerWorded,
        QuestionSettled,
        QuestionPostponed,
        QuestionRejected,
        TomorrowWritten,
        QuestionAsked,
    )

    def check_settings(self, settings: Mapping[str, object]) -> None:
        questions_of(settings)

    def start(self, context: ActivityContext) -> PreparedQuestionsState:
        rejected = {q.id: Handling(QuestionStatus.REJECTED) for q in questions_of(context.item.settings) if q.rejected}
        return PreparedQuestionsState(handled=rejected)

    def questions(self, state: PreparedQuestionsState, context: ActivityContext) -> tuple[PreparedQuestion, ...]:
        """Return the questions sent in, then those asked in the room."""
        return (*questions_of(context.item.settings), *state.asked)

    def check(self, state: PreparedQuestionsState, event: object, context: ActivityContext) -> None:
        known = {q.id for q in self.questions(state, context)}
        match event:
            case QuestionAsked(question, text, _):
                own = {q.id for q in state.asked}
                if question in known - own or (question not in own and len(known) >= MOST_QUESTIONS):
                    raise ActivityRefused("question_gone")
                _short(text)
            case QuestionShown(question):
                if question:
                    _readable(state, question, known)
            case AnswerWorded(question, text) | TomorrowWritten(question, text):
                _known(question, known)
                _short(text)
            case QuestionPostponed(question, owner, until):
                _readable(state, question, known)
                _short(owner + until)
                if names_somebody(f"{owner} {until}", context.participants):
                    raise ActivityRefused("names_somebody")
            case AnswerShown(question, _) | QuestionSettled(question, _):
                _readable(state, question, known)
            case QuestionRejected(question, _):
                _known(question, known)
            case _:
                raise ActivityRefused("unknown_event")

    def fold(
        self, state: PreparedQuestionsState, event: object, at: datetime, context: ActivityContext
    ) -> PreparedQuestionsState:
        match event:
            case QuestionShown(question):
                return replace(state, shown=question)
            case AnswerShown(question, shown):
                rest = state.revealed - {question}
                return replace(state, revealed=rest | {question} if shown else rest)
            case QuestionAsked(question, text, category):
                return _asked(state, PreparedQuestion(question, text.strip(), category))
            case AnswerWorded(question, text):
                return _handle(state, question, answer=text.strip())
            case TomorrowWritten(question, text):
                return _handle(state, question, tomorrow=text.strip())
            case QuestionSettled(question, answered):
                status = QuestionStatus.ANSWERED if answered else QuestionStatus.OPEN
                return _handle(state, question, status=status)
            case QuestionPostponed(question, owner, until):
                values = {"owner": owner.strip(), "until": until.strip(), "status": QuestionStatus.POSTPONED}
                return _handle(state, question, **values)
            case QuestionRejected(question, rejected):
                status = QuestionStatus.REJECTED if rejected else QuestionStatus.OPEN
                hidden = replace(state, shown="") if rejected and state.shown == question else state
                return _handle(hidden, question, status=status)
        return state

    def answer(self, question: PreparedQuestion, state: PreparedQuestionsState) -> str:
        """Return the answer in force: as worded in the room, else as it was prepared."""
        worded = state.handling(question.id).answer
        return question.answer if worded is None else worded

    def open_questions(self, state: PreparedQuestionsState, context: ActivityContext) -> tuple[str, ...]:
        """Return those that were postponed, with who answers and when, and those there was no time for.

        What seems to be about a live case and was never taken up stays behind.
        """
        left = []
        for question in self.questions(state, context):
            handling = state.handling(question.id)
            if handling.status == QuestionStatus.POSTPONED:
                left.append(_waiting(question.text, handling))
            elif handling.status == QuestionStatus.OPEN and not seems_about_a_case(question.text):
                left.append(question.text)
        return tuple(left)

    def room(self, state: PreparedQuestionsState, context: ActivityContext) -> PreparedQuestionsRoom:
        questions = self.questions(state, context)
        readable = [q for q in questions if state.handling(q.id).status != QuestionStatus.REJECTED]
        lines = tuple(QuestionLine(q.text, q.category, state.handling(q.id).status) for q in readable)
        found = next((q for q in readable if q.id == state.shown), None)
        if found is None:
            return PreparedQuestionsRoom(context.item.title, lines)
        handling, text = state.handling(found.id), self.answer(found, state)
        shown = found.id in state.revealed and bool(text)
        return PreparedQuestionsRoom(
            context.item.title,
            lines,
            readable.index(found) + 1,
            found.text,
            found.category,
            handling.status,
            AnswerInRoom(text, found.source, found.source_date, found.certainty) if shown else None,
            handling.owner,
            handling.until,
            handling.tomorrow,
        )

    def result(self, state: PreparedQuestionsState, context: ActivityContext) -> ActivityResult:
        questions = self.questions(state, context)
        blocks: list[Block] = []
        answered = [
            (q.text, self.answer(q, state), _source(q))
            for q in questions
            if state.handling(q.id).status == QuestionStatus.ANSWERED
        ]
        if answered:
            header = (
                translate("PreparedQuestions", "Fråga"),
                translate("PreparedQuestions", "Svar"),
                translate("PreparedQuestions", "Källa"),
            )
            blocks.append(TableBlock(header, tuple(answered), translate("PreparedQuestions", "Besvarade frågor")))
        tomorrow = tuple(state.handling(q.id).tomorrow for q in questions if state.handling(q.id).tomorrow)
        if tomorrow:
            blocks.append(ListBlock(tomorrow, translate("PreparedQuestions", "Det här gör vi i morgon")))
        waiting = [
            (q.text, state.handling(q.id).owner, state.handling(q.id).until)
            for q in questions
            if state.handling(q.id).status == QuestionStatus.POSTPONED
        ]
        if waiting:
            header = (
                translate("PreparedQuestions", "Fråga"),
                translate("PreparedQuestions", "Vem svarar"),
                translate("PreparedQuestions", "Senast"),
            )
            blocks.append(TableBlock(header, tuple(waiting), translate("PreparedQuestions", "Väntar på svar")))
        return ActivityResult(tuple(blocks))

    def chain(self, state: PreparedQuestionsState, context: ActivityContext) -> Chain | None:
        return None


def _known(question: str, known: set[str]) -> None:
    if question not in known:
        raise ActivityRefused("question_gone")


def _readable(state: PreparedQuestionsState, question: str, known: set[str]) -> None:
    _known(question, known)
    if state.handling(question).status == QuestionStatus.REJECTED:
        raise ActivityRefused("question_rejected")


def _short(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        raise ActivityRefused("text_too_long")


def _handle(state: PreparedQuestionsState, question: str, **changes: object) -> PreparedQuestionsState:
    changed = replace(state.handling(question), **changes)  # type: ignore[arg-type]
    return replace(state, handled={**state.handled, question: changed})


def _asked(state: PreparedQuestionsState, asked: PreparedQuestion) -> PreparedQuestionsState:
    if not asked.text:
        shown = "" if state.shown == asked.id else state.shown
        return replace(state, shown=shown, asked=tuple(q for q in state.asked if q.id != asked.id))
    if any(q.id == asked.id for q in state.asked):
        return replace(state, asked=tuple(asked if q.id == asked.id else q for q in state.asked))
    return replace(state, asked=(*state.asked, asked))


def _waiting(text: str, handling: Handling) -> str:
    if not handling.owner:
        return text
    told = translate("PreparedQuestions", "{question} ({owner} svarar senast {until})")
    if not handling.until:
        told = translate("PreparedQuestions", "{question} ({owner} svarar)")
    return told.format(question=text, owner=handling.owner, until=handling.until)


def _source(question: PreparedQuestion) -> str:
    return ", ".join(part for part in (question.source, question.source_date) if part)


KIND = PreparedQuestions()
