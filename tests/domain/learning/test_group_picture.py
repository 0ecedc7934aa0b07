"""Nobody can be picked out of a group's picture."""

from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.learning.group_picture import SMALLEST, group_picture, may_be_shown, suppressed
from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.learning.profile import LearnerId


def people(count: int, start: int = 0) -> frozenset[LearnerId]:
    return frozenset(LearnerId(f"p{n}") for n in range(start, start + count))


def test_four_are_too_few_for_any_number() -> None:
    picture = group_picture(["K01"], people(4), {"K01": {Level.FOUNDATION: 4}}, {"K01": 4})
    assert (picture.people, picture.areas) == (None, ())


def test_a_group_that_is_large_enough_is_shown_area_by_area_in_their_own_order() -> None:
    counts = {"K02": {Level.UNASSESSED: 6, Level.FOUNDATION: 6}, "K01": {Level.APPLY: 12}}
    picture = group_picture(["K01", "K02"], people(12), counts, {"K01": 12, "K02": 6})
    assert [a.area for a in picture.areas] == ["K01", "K02"]
    assert picture.areas[0].counts == {0: 0, 1: 0, 2: 12, 3: 0}
    assert (picture.areas[0].at_target, picture.areas[1].at_target) == (12, 6)


def test_a_small_number_is_hidden_with_the_next_one_that_would_give_it_away() -> None:
    assert suppressed({"k": 12, "m": 3}) == {"k": None, "m": None}
    assert suppressed({"k": 12, "m": 6}) == {"k": 12, "m": 6}
    assert suppressed({"a": 9, "b": 2, "c": 3, "d": 7}) == {"a": 9, "b": None, "c": None, "d": 7}
    assert suppressed({"a": 9, "b": 1, "c": 2, "d": 7}) == {"a": 9, "b": None, "c": None, "d": None}
    assert suppressed({"a": 0, "b": 8}) == {"a": 0, "b": 8}


def test_beside_hidden_levels_the_number_at_target_is_hidden_too() -> None:
    picture = group_picture(["K01"], people(10), {"K01": {Level.UNASSESSED: 3, Level.APPLY: 7}}, {"K01": 7})
    assert picture.areas[0].at_target is None


@given(st.lists(st.integers(0, 30), min_size=2, max_size=5))
def test_no_hidden_number_can_be_worked_out_from_the_sum(numbers: list[int]) -> None:
    counts = dict(enumerate(numbers))
    if sum(numbers) < SMALLEST:
        return
    shown = suppressed(counts)
    assert all(n is None or n == 0 or n >= SMALLEST for n in shown.values())
    assert all(n is None or n == counts[key] for key, n in shown.items())
    hidden = [counts[key] for key, n in shown.items() if n is None]
    if hidden:
        assert len(hidden) > 1
        assert sum(hidden) >= SMALLEST


def test_a_group_that_differs_by_a_few_from_one_already_shown_is_not() -> None:
    everyone = people(20)
    assert may_be_shown(everyone, [])
    assert may_be_shown(everyone, [everyone])
    assert not may_be_shown(people(17), [everyone])
    assert may_be_shown(people(15), [everyone])
    assert not may_be_shown(people(20, start=2), [everyone])
