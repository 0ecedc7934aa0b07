"""A calm queue: ten minutes a day, nothing lost and nothing asked twice, whatever the clock does."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.learning.repetition import (
    CARDS_A_DAY,
    CLOCK_TOLERANCE,
    MINUTES_A_DAY,
    Memory,
    Recall,
    ReviewCard,
    ReviewEntry,
    day_queue,
    new_card,
    reviewed,
    settled,
)
from kompetens_gui.repetition.fsrs_scheduler import FsrsScheduler
from tests.domain.study_making import LEARNER

NOW = datetime(2026, 11, 12, 12, tzinfo=UTC)
TODAY = date(2026, 11, 12)
SCHEDULER = FsrsScheduler()


def a_card(number: int = 1, due: datetime = NOW) -> ReviewCard:
    return ReviewCard(LEARNER, f"i{number:05}", "K01", due, Memory(2, None, 2.3, 2.1), NOW - timedelta(days=3), 1)


def review(card: ReviewCard, recall: Recall, now: datetime) -> tuple[ReviewCard, ReviewEntry]:
    return reviewed(card, recall, now, now.date(), SCHEDULER)


def test_what_is_due_comes_longest_due_first() -> None:
    cards = [a_card(n, NOW - timedelta(hours=n)) for n in (1, 3, 2)] + [a_card(9, NOW + timedelta(seconds=1))]
    queue = day_queue(cards, NOW, 0)
    assert [c.item for c in queue.cards] == ["i00003", "i00002", "i00001"]
    assert (queue.minutes, queue.more) == (2, False)


def test_never_more_than_ten_minutes_in_a_day_and_the_rest_waits_quietly() -> None:
    cards = [a_card(n) for n in range(500)]
    queue = day_queue(cards, NOW, 0)
    assert (len(queue.cards), queue.minutes, queue.more) == (CARDS_A_DAY, MINUTES_A_DAY, True)
    later = day_queue(cards, NOW, CARDS_A_DAY - 3)
    assert (len(later.cards), later.more) == (3, True)
    done = day_queue(cards, NOW, CARDS_A_DAY + 1)
    assert (done.is_empty, done.minutes, done.more) == (True, 0, True)


def test_a_card_well_remembered_comes_back_later_and_later() -> None:
    card, gaps = new_card(LEARNER, "i1", "K01", True, NOW, SCHEDULER), []
    for _ in range(5):
        before = card.due
        card, _entry = review(card, Recall.GOOD, card.due)
        gaps.append(card.due - before)
    assert gaps == sorted(gaps)
    assert timedelta(days=30) < gaps[-1] <= timedelta(days=365)


def test_a_card_that_was_wrong_comes_back_soon_but_not_today() -> None:
    first = new_card(LEARNER, "i1", "K01", False, NOW, SCHEDULER)
    assert timedelta(hours=20) <= first.due - NOW <= timedelta(days=2)
    again, _ = review(review(first, Recall.GOOD, first.due)[0], Recall.AGAIN, NOW + timedelta(days=20))
    assert timedelta(hours=20) <= again.due - (NOW + timedelta(days=20)) <= timedelta(days=7)


def test_the_same_answers_give_the_same_days() -> None:
    both = [review(a_card(), Recall.GOOD, NOW)[0] for _ in range(2)]
    assert both[0] == both[1]


def test_how_it_felt_moves_the_day() -> None:
    hard, good, easy = (review(a_card(), r, NOW)[0].due for r in (Recall.HARD, Recall.GOOD, Recall.EASY))
    assert hard <= good <= easy
    assert hard < easy


# ------------------------------------------------------------ the clock


def test_a_review_is_never_earlier_than_the_last_one() -> None:
    card, _ = review(a_card(), Recall.GOOD, NOW)
    back, entry = review(card, Recall.GOOD, NOW - timedelta(days=1))
    assert (entry.at, entry.number) == (NOW, 3)
    assert back.due > NOW


def test_what_was_reviewed_is_not_asked_again_when_the_clock_is_set_back() -> None:
    card, _ = review(a_card(), Recall.GOOD, NOW)
    for back in (timedelta(hours=1), timedelta(days=1), timedelta(days=40)):
        assert day_queue([settled(card, NOW - back)], NOW - back, 0).is_empty


def test_a_clock_that_ran_far_ahead_does_not_lose_its_cards_when_it_is_put_right() -> None:
    ahead = NOW + timedelta(days=400)
    card, _ = review(a_card(), Recall.GOOD, ahead)
    interval = card.due - ahead
    right = settled(card, NOW)
    assert (right.last_review, right.due, right.reviews) == (NOW, NOW + interval, card.reviews)
    assert settled(right, NOW) == right


@pytest.mark.parametrize("hours", [1, 2, 12, 47])
def test_daylight_saving_and_travel_are_no_reason_to_move_cards(hours: int) -> None:
    card, _ = review(a_card(), Recall.GOOD, NOW)
    assert settled(card, NOW - timedelta(hours=hours)) is card
    assert timedelta(hours=hours) < CLOCK_TOLERANCE


STOCKHOLM = ZoneInfo("Europe/Stockholm")


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(-30 * 86_400, 60 * 86_400), st.lists(st.sampled_from(Recall), max_size=4)), max_size=12
    ),
    st.sampled_from([NOW, datetime(2026, 10, 24, 22, 30, tzinfo=UTC), datetime(2026, 12, 31, 22, 59, tzinfo=UTC)]),
)
def test_days_of_repetition_with_any_clock(days: list[tuple[int, list[Recall]]], begin: datetime) -> None:
    """Clocks jump back and forth, over midnights and daylight saving: every accepted review is counted exactly once."""
    now = begin
    cards = {c.item: c for c in (new_card(LEARNER, f"i{n}", "K01", n % 2 == 0, now, SCHEDULER) for n in range(5))}
    log: list[ReviewEntry] = []
    for seconds, recalls in days:
        now += timedelta(seconds=seconds)
        on = now.astimezone(STOCKHOLM).date()
        cards = {item: settled(card, now) for item, card in cards.items()}
        queue = day_queue(cards.values(), now, sum(e.on == on for e in log))
        assert len(queue.cards) + queue.done_today <= CARDS_A_DAY or queue.is_empty
        for card, recall in zip(queue.cards, recalls, strict=False):
            changed, entry = reviewed(card, recall, now, on, SCHEDULER)
            cards[card.item] = changed
            log.append(entry)
            assert changed.due > now, "what was just answered is not asked again"
    assert len(cards) == 5
    for item, card in cards.items():
        mine = [e for e in log if e.item == item]
        assert [e.number for e in mine] == list(range(1, card.reviews + 1)), "none lost, none counted twice"
    far = max([now, *(c.due for c in cards.values())])
    assert len(day_queue(cards.values(), far, 0).cards) == 5, "each comes back one day"
