"""An attempt over time: what counts as work, leaving and coming back, clocks that go wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.errors import ActivityRefused, AttemptNotOpen
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.learning.attempt import (
    Attempt,
    AttemptFinished,
    AttemptLeft,
    AttemptResumed,
    ReflectionKept,
    finished_attempt,
)
from kompetens_gui.domain.study.questions import KnowledgeItemId
from kompetens_gui.domain.workshop.events import RecordedEvent
from tests.domain.study_making import RIGHT, START, WRONG, a_round, a_started, accept, finished

QUESTION = [ItemAnswered(KnowledgeItemId(f"i{n}"), RIGHT) for n in range(1, 6)]


def begun() -> Attempt:
    return Attempt.begin(a_started())


def test_time_away_does_not_count_and_a_long_silence_counts_as_ten_minutes() -> None:
    attempt = accept(begun(), QUESTION[0], after=60)
    attempt = accept(attempt, QUESTION[1], after=3600)
    assert attempt.seconds == 60 + 600
    attempt = accept(attempt, AttemptLeft(), after=30)
    attempt = accept(attempt, AttemptResumed(), after=86_400)
    attempt = accept(attempt, QUESTION[2], after=30)
    assert attempt.seconds == 60 + 600 + 30 + 30
    assert attempt.minutes == 12


def test_after_a_crash_the_time_in_between_does_not_count() -> None:
    attempt = accept(begun(), QUESTION[0], after=60)
    attempt = accept(attempt, AttemptResumed(), after=86_400)
    attempt = accept(attempt, QUESTION[1], after=5)
    assert attempt.seconds == 65


def test_what_was_left_takes_no_answers_until_it_is_taken_up() -> None:
    attempt = accept(begun(), QUESTION[0], AttemptLeft())
    for event in (QUESTION[1], RoundFinished(), ReflectionKept("x"), AttemptLeft()):
        with pytest.raises(AttemptNotOpen) as refused:
            attempt.check(event)
        assert refused.value.reason == "left"
    assert accept(attempt, AttemptResumed(), QUESTION[1]).outcome.right == 2


def test_a_reflection_can_be_changed_and_taken_back() -> None:
    attempt = accept(begun(), ReflectionKept("  Något  "))
    assert (attempt.reflection, attempt.outcome.reflected) == ("Något", True)
    attempt = accept(attempt, ReflectionKept("   "))
    assert (attempt.reflection, attempt.outcome.reflected) == ("", False)


def test_a_text_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(ActivityRefused) as refused:
        begun().check(ReflectionKept("x" * 4001))
    assert refused.value.reason == "text_too_long"


def test_what_is_left_of_a_finished_attempt_holds_no_text() -> None:
    attempt = finished(begun(), *QUESTION, ReflectionKept("HEMLIGT"))
    left = finished_attempt(attempt)
    assert "HEMLIGT" not in repr(left)
    assert (left.kind, left.module, left.outcome.right, left.outcome.of) == ("questions", "uppdraget", 5, 5)
    with pytest.raises(AttemptNotOpen):
        finished_attempt(begun())


@given(
    st.lists(st.integers(-100_000, 100_000), min_size=1, max_size=8),
    st.lists(st.sampled_from(["answer", "leave", "resume", "reflect"]), min_size=8, max_size=8),
)
def test_whatever_the_clock_does_time_never_runs_backwards(steps: list[int], what: list[str]) -> None:
    """Clocks are set back and forward, days end, daylight saving comes: the work done is never negative nor lost."""
    attempt, at, number = begun(), START, 0
    for seconds, kind in zip(steps, what, strict=False):
        at += timedelta(seconds=seconds)
        number += kind == "answer"
        event = {
            "answer": QUESTION[min(number, 5) - 1],
            "leave": AttemptLeft(),
            "resume": AttemptResumed(),
            "reflect": ReflectionKept("text"),
        }[kind]
        try:
            attempt.check(event)
        except (ActivityRefused, AttemptNotOpen):
            continue
        before = attempt
        attempt = attempt.with_event(RecordedEvent(attempt.next_seq, at, event))
        assert before.seconds <= attempt.seconds <= before.seconds + 600
        assert [e.seq for e in attempt.events] == list(range(1, len(attempt.events) + 1))
    assert Attempt.replay(attempt.started, attempt.events) == attempt


@pytest.mark.parametrize(
    "night",
    [
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # the hour that comes twice in Stockholm
        datetime(2027, 3, 28, 0, 30, tzinfo=UTC),  # the hour that is not there
        datetime(2026, 12, 31, 22, 50, tzinfo=UTC),  # midnight and new year in Stockholm
    ],
)
def test_daylight_saving_and_midnight_are_nothing_special(night: datetime) -> None:
    attempt = Attempt.begin(a_started(at=night))
    for number in range(5):
        entry = RecordedEvent(number + 1, night + timedelta(minutes=8 * (number + 1)), QUESTION[number])
        attempt = attempt.with_event(entry)
    assert attempt.minutes == 40


def test_another_version_of_the_content_never_reaches_an_attempt_that_has_begun() -> None:
    attempt = accept(begun(), ItemAnswered(KnowledgeItemId("i1"), WRONG))
    changed = a_round(5, text="Ändrad i filen")
    assert changed != attempt.started.content
    assert "Ändrad" not in repr(attempt.view)
    assert accept(attempt, *QUESTION[1:], AttemptFinished()).outcome.right == 4
