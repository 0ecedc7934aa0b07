"""A PIN is never kept, and slow to guess whatever the clock does."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.learning.pin import (
    FIRST_WAIT,
    LONGEST_WAIT,
    PinThrottle,
    after_wrong,
    is_right_pin,
    make_pin,
    wait_left,
)

NOW = datetime(2026, 11, 12, 12, tzinfo=UTC)
SALT = bytes(range(16))


@settings(max_examples=15)
@given(st.text(min_size=4, max_size=20), st.text(max_size=20))
def test_only_the_pin_itself_is_right(pin: str, other: str) -> None:
    kept = make_pin(pin, SALT)
    assert is_right_pin(pin, kept)
    assert is_right_pin(other, kept) == (other == pin)


def test_neither_the_pin_nor_anything_two_people_share_is_kept() -> None:
    first, second = make_pin("1234", SALT), make_pin("1234", bytes(16))
    assert "1234" not in repr(first)
    assert first.digest != second.digest


@pytest.mark.parametrize("pin", ["", "123", "x" * 65])
def test_a_pin_has_a_length(pin: str) -> None:
    with pytest.raises(InvalidValue):
        make_pin(pin, SALT)


def wrong(times: int) -> PinThrottle:
    throttle = PinThrottle()
    for _ in range(times):
        throttle = after_wrong(throttle, NOW)
    return throttle


def test_after_three_wrong_ones_each_try_costs_more_time() -> None:
    waits = [wait_left(wrong(n), NOW) for n in range(1, 12)]
    assert waits[:4] == [timedelta(), timedelta(), FIRST_WAIT, 2 * FIRST_WAIT]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


def test_the_wait_runs_out() -> None:
    assert wait_left(wrong(3), NOW + timedelta(seconds=29)) == timedelta(seconds=1)
    assert wait_left(wrong(3), NOW + FIRST_WAIT) == timedelta()


@given(st.integers(3, 40), st.integers(-(10**9), 10**9))
def test_setting_the_clock_back_neither_helps_nor_locks_out_for_long(times: int, seconds: int) -> None:
    throttle = wrong(times)
    left = wait_left(throttle, NOW + timedelta(seconds=seconds))
    assert timedelta() <= left <= LONGEST_WAIT
    if seconds <= 0:
        assert left == wait_left(throttle, NOW)


@given(st.lists(st.integers(-10_000, 10_000), min_size=4, max_size=8))
def test_the_count_goes_up_whatever_the_clock_says(steps: list[int]) -> None:
    throttle = PinThrottle()
    for number, seconds in enumerate(steps, 1):
        before = throttle.last
        throttle = after_wrong(throttle, NOW + timedelta(seconds=seconds))
        assert throttle.wrong == number
        assert throttle.last is not None
        assert before is None or throttle.last >= before
