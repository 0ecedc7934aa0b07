"""Repeating what one has learnt, a little each day: which questions are due, and how a review is counted.

When a card comes back is decided by a scheduler outside (`ReviewScheduler`); the calm lies here: no more than ten
minutes a day, and what does not fit waits without being counted against anybody. A clock set back loses nothing and
asks nothing twice: a review is never earlier than the last one, and none is counted twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import IntEnum
from heapq import nsmallest
from typing import Protocol

from kompetens_gui.domain.learning.profile import LearnerId

MINUTES_A_DAY = 10
SECONDS_A_CARD = 30
CARDS_A_DAY = MINUTES_A_DAY * 60 // SECONDS_A_CARD
CLOCK_TOLERANCE = timedelta(days=2)
"""A review further ahead than this was made while the clock was wrong; daylight saving and travel never reach it."""


class Recall(IntEnum):
    """How well it was remembered."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True)
class Memory:
    """What the scheduler knows of how firmly a card sits; its numbers mean something to the scheduler only."""

    state: int = 1
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None


@dataclass(frozen=True)
class ReviewCard:
    """A question that somebody has met, and when it comes back. `reviews` counts how often it has been answered."""

    learner: LearnerId
    item: str
    area: str
    due: datetime
    memory: Memory
    last_review: datetime | None = None
    reviews: int = 0


@dataclass(frozen=True)
class ReviewEntry:
    """A review as it was counted: the number of the card's review, from 1, and the local day it was made on."""

    learner: LearnerId
    item: str
    number: int
    recall: Recall
    at: datetime
    on: date


class ReviewScheduler(Protocol):
    """Decides when a card comes back."""

    def first(self) -> Memory:
        """Return what is known of a card that has never been reviewed."""

    def after(
        self, memory: Memory, last_review: datetime | None, recall: Recall, at: datetime
    ) -> tuple[Memory, datetime]:
        """Return what is known after a review at a moment (UTC), and when the card is due again."""


@dataclass(frozen=True)
class DayQueue:
    """What to repeat today. `minutes` is how long it takes; `more` that others wait for another day."""

    cards: tuple[ReviewCard, ...]
    minutes: int
    more: bool
    done_today: int

    @property
    def is_empty(self) -> bool:
        return not self.cards


def room_today(done_today: int) -> int:
    """Return how many more cards fit into today."""
    return max(0, CARDS_A_DAY - done_today)


def day_queue(cards: Iterable[ReviewCard], now: datetime, done_today: int) -> DayQueue:
    """Return today's cards: those due, longest due first, no more than fit into what is left of ten minutes."""
    due = [c for c in cards if c.due <= now]
    return queue_of(nsmallest(room_today(done_today), due, key=_order), len(due), done_today)


def queue_of(chosen: Sequence[ReviewCard], due: int, done_today: int) -> DayQueue:
    """Return the queue of cards that were chosen already, out of so many that are due."""
    minutes = -(-len(chosen) * SECONDS_A_CARD // 60)
    return DayQueue(tuple(chosen), minutes, due > len(chosen), done_today)


def _order(card: ReviewCard) -> tuple[datetime, str]:
    return card.due, card.item


def reviewed(
    card: ReviewCard, recall: Recall, now: datetime, on: date, scheduler: ReviewScheduler
) -> tuple[ReviewCard, ReviewEntry]:
    """Return the card after a review, and the review: never earlier than the last one, whatever the clock says."""
    at = now if card.last_review is None else max(now, card.last_review)
    memory, due = scheduler.after(card.memory, card.last_review, recall, at)
    number = card.reviews + 1
    changed = replace(card, memory=memory, due=due, last_review=at, reviews=number)
    return changed, ReviewEntry(card.learner, card.item, number, recall, at, on)


def new_card(
    learner: LearnerId, item: str, area: str, right: bool, now: datetime, scheduler: ReviewScheduler
) -> ReviewCard:
    """Return the card of a question met for the first time: soon if it was wrong, tomorrow at the earliest.

    The first meeting tells how firmly it sits, but is no review: those are made in the daily queue.
    """
    memory, due = scheduler.after(scheduler.first(), None, Recall.GOOD if right else Recall.AGAIN, now)
    return ReviewCard(learner, item, area, due, memory, now)


def settled(card: ReviewCard, now: datetime) -> ReviewCard:
    """Return the card as it is when the clock had run far ahead and was put right: its interval counts from now on."""
    if card.last_review is None or card.last_review <= now + CLOCK_TOLERANCE:
        return card
    return replace(card, last_review=now, due=now + (card.due - card.last_review))
