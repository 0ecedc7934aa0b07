"""Read some pages and answer a few items right after. Reading alone never raises a level."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, refuse_unknown
from kompetens_gui.domain.exercises.item_answers import (
    AnsweredView,
    Answers,
    ItemAnswered,
    ItemView,
    answered_items,
    answered_view,
    check_answer,
    item_view,
)
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.study.questions import KnowledgeItem, KnowledgeItemId
from kompetens_gui.domain.study.reading import Reading, ReadingPage
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class ReadingContent:
    """A reading with the items it asks for afterwards."""

    reading: Reading
    items: tuple[KnowledgeItem, ...] = ()


@dataclass(frozen=True)
class PageRead:
    """A page (from 0) was read to its end."""

    page: int


@dataclass(frozen=True)
class ReadingState:
    """Pages read, and answers."""

    read: frozenset[int] = frozenset()
    answers: Answers = field(default_factory=Answers)


@dataclass(frozen=True)
class ReadingView:
    """What the learner sees. `next_item` is asked when every page has been read."""

    pages: tuple[ReadingPage, ...]
    read: frozenset[int]
    next_item: ItemView | None
    answered: tuple[AnsweredView, ...]
    is_done: bool


class ReadingExercise:
    """Rules of the kind."""

    id = "reading"
    content = ReadingContent
    events = (PageRead, ItemAnswered)
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Text"),
            one=translate("PassRule", "en läsning"),
            many=translate("PassRule", "läsningar"),
            icon="book-open",
            part=translate("Study", "Sida {number} av {count}"),
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing to set."""

    def start(self, context: ExerciseContext[ReadingContent]) -> ReadingState:
        return ReadingState()

    def check(self, state: ReadingState, event: object, context: ExerciseContext[ReadingContent]) -> None:
        match event:
            case PageRead(page):
                if not 0 <= page < len(context.content.reading.pages):
                    raise ActivityRefused("no_such_page")
            case ItemAnswered(item_id, answer):
                item = _items(context).get(item_id)
                if item is None:
                    raise ActivityRefused("no_such_question")
                if state.answers.has(item_id):
                    raise ActivityRefused("already_answered")
                check_answer(item, answer)
            case _:
                refuse_unknown(event)

    def fold(
        self, state: ReadingState, event: object, at: datetime, context: ExerciseContext[ReadingContent]
    ) -> ReadingState:
        match event:
            case PageRead(page):
                return replace(state, read=state.read | {page})
            case ItemAnswered():
                return replace(state, answers=state.answers.with_answer(event))
        return state

    def is_done(self, state: ReadingState, context: ExerciseContext[ReadingContent]) -> bool:
        all_read = len(state.read) == len(context.content.reading.pages)
        return all_read and all(state.answers.has(i.id) for i in context.content.items)

    def view(self, state: ReadingState, context: ExerciseContext[ReadingContent]) -> ReadingView:
        content = context.content
        waiting = next((i for i in content.items if not state.answers.has(i.id)), None)
        all_read = len(state.read) == len(content.reading.pages)
        return ReadingView(
            content.reading.pages,
            state.read,
            item_view(waiting, context.seed) if waiting and all_read else None,
            tuple(
                answered_view(i, state.answers.given[i.id], context.seed)
                for i in content.items
                if state.answers.has(i.id)
            ),
            self.is_done(state, context),
        )

    def outcome(self, state: ReadingState, context: ExerciseContext[ReadingContent]) -> Outcome:
        return Outcome(
            approved=self.is_done(state, context), answered=answered_items(context.content.items, state.answers)
        )


def _items(context: ExerciseContext[ReadingContent]) -> Mapping[KnowledgeItemId, KnowledgeItem]:
    return {i.id: i for i in context.content.items}


KIND = ReadingExercise()
