"""Ten quiet minutes a day with questions that have been met before."""

from dataclasses import dataclass
from datetime import datetime

from kompetens_gui.domain.errors import ActivityRefused, NotFound
from kompetens_gui.domain.exercises.item_answers import (
    AnsweredView,
    ItemView,
    answered_view,
    check_answer,
    item_view,
)
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.repetition import (
    CLOCK_TOLERANCE,
    DayQueue,
    Recall,
    ReviewCard,
    ReviewScheduler,
    queue_of,
    reviewed,
    room_today,
    settled,
)
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItem, score_item
from kompetens_gui.services.news import EventBus, RepetitionChanged
from kompetens_gui.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from kompetens_gui.services.study_ports import StudyLibrary


@dataclass(frozen=True)
class RepetitionParts:
    """What the service is joined from."""

    work: UnitOfWorkFactory
    library: StudyLibrary
    scheduler: ReviewScheduler
    clock: Clock
    bus: EventBus


@dataclass(frozen=True)
class QuestionToRepeat:
    """A question of today's queue. `number` goes back with the answer: it makes sure that it is counted once."""

    item: ItemView
    area: str
    number: int


@dataclass(frozen=True)
class RepetitionDay:
    """Today's questions. `minutes` is how long they take, `more` that others wait for another day."""

    questions: tuple[QuestionToRepeat, ...]
    minutes: int
    more: bool
    done_today: int


@dataclass(frozen=True)
class ReviewAnswered:
    """What an answer gave: the score with why, and when the question comes back."""

    answered: AnsweredView
    due: datetime


class RepetitionService:
    """Gives out today's questions and counts the answers."""

    def __init__(self, parts: RepetitionParts) -> None:
        self._parts = parts

    def queue(self, learner: LearnerId) -> DayQueue:
        """Return today's cards; never more than ten minutes in a day."""
        now, today = self._parts.clock.now(), self._parts.clock.local_now().date()
        with self._parts.work() as work:
            work.learners.get(learner)
            self._settle(work, learner, now)
            done = work.reviews.done_on(learner, today)
            cards = work.reviews.due(learner, now, room_today(done))
            return queue_of(cards, work.reviews.count_due(learner, now), done)

    def today(self, learner: LearnerId) -> RepetitionDay:
        """Return today's questions. One that is no longer in the question bank is left out."""
        queue = self.queue(learner)
        found = [(card, self._item(card.item)) for card in queue.cards]
        questions = tuple(
            QuestionToRepeat(item_view(item, _seed(card)), card.area, card.reviews + 1)
            for card, item in found
            if item is not None
        )
        return RepetitionDay(questions, queue.minutes, queue.more, queue.done_today)

    def answer(
        self, learner: LearnerId, item_id: str, number: int, answer: ItemAnswer, felt: Recall | None = None
    ) -> ReviewAnswered:
        """Count an answer. `felt` (HARD or EASY) is how it felt when it was right; wrong is always AGAIN.

        An answer with a number that has been counted is refused: two windows, or a double click.
        """
        item = self._item(item_id)
        if item is None:
            raise NotFound("review_card", item_id)
        check_answer(item, answer)
        right = score_item(item, answer).is_right
        recall = (felt or Recall.GOOD) if right else Recall.AGAIN
        now, today = self._parts.clock.now(), self._parts.clock.local_now().date()
        with self._parts.work() as work:
            card = work.reviews.card(learner, item_id)
            if card.reviews + 1 != number:
                raise ActivityRefused("already_answered")
            changed, entry = reviewed(card, recall, now, today, self._parts.scheduler)
            work.reviews.add_entry(entry)
            work.reviews.save((changed,))
            work.commit()
        self._parts.bus.publish(RepetitionChanged(learner))
        return ReviewAnswered(answered_view(item, answer, _seed(card)), changed.due)

    def _settle(self, work: UnitOfWork, learner: LearnerId, now: datetime) -> None:
        """Put cards right that were reviewed while the clock ran far ahead."""
        ahead = work.reviews.ahead(learner, now + CLOCK_TOLERANCE)
        if ahead:
            work.reviews.save([settled(card, now) for card in ahead])
            work.commit()

    def _item(self, item_id: str) -> KnowledgeItem | None:
        try:
            return self._parts.library.item(item_id)
        except NotFound:
            return None


def _seed(card: ReviewCard) -> int:
    """Return what the choices are mixed by: anew for each review."""
    return card.reviews
