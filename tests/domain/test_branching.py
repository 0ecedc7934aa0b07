"""Playing branching cases: what a choice does now and later, going back, and two lives side by side."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.study.loading import load_study_content
from kompetens_gui.domain.branching import (
    BranchingState,
    changes,
    choices_not_made,
    choose,
    fold,
    is_end,
    node_of,
    offered,
    rewind,
    start,
    ways,
)
from kompetens_gui.domain.branching_lives import compare
from kompetens_gui.domain.errors import ChoiceNotOffered, NotFound, StepOutOfReach
from kompetens_gui.domain.study.branching_case import BranchingCase, ChoiceRef, Condition, EndKind, Track
from tests.domain.branching_making import (
    a_case,
    a_choice,
    a_node,
    a_whole_case,
    an_end,
    at_least,
    at_most,
    chose,
    tracks_of,
    with_choice,
)

PUBLISHED = sorted((Path(__file__).parents[2] / "resources" / "exercises" / "branching").glob("*.yaml"))


def ids(case: BranchingCase, state: BranchingState) -> list[str]:
    return [c.id for c in offered(case, state)]


# ------------------------------------------------------------ a choice


def test_a_choice_moves_the_tracks_at_once_and_leads_on() -> None:
    case = a_whole_case()
    state = choose(case, start(case), "a")
    assert (state.node, state.day, tracks_of(state.tracks)) == ("d2", 20, (6, 4, 5))
    assert [(c.track, c.before, c.after, c.why) for c in changes(case, state.steps[0])] == [
        (Track.MEDICAL, 5, 6, "medicinskt a"),
        (Track.SOCIAL, 5, 4, "socialt a"),
        (Track.ECONOMIC, 5, 5, "ekonomiskt a"),
    ]


def test_the_tracks_never_leave_their_bounds() -> None:
    steep = a_choice("a", "e", (9, -9, 0), later=[(1, (-20, 20, 20))])
    case = a_case(a_node("v", 1, steep, a_choice("b", "e")), an_end("e", 9), tracks=(12, 4, -3))
    assert tracks_of(start(case).tracks) == (10, 4, 0)
    state = choose(case, start(case), "a")
    assert tracks_of(state.steps[0].at_once) == (10, 0, 0)
    assert tracks_of(state.tracks) == (0, 10, 10)


def test_what_comes_later_is_told_at_the_first_node_whose_day_has_reached_it() -> None:
    case = a_whole_case()  # d1.a on day 1 comes back 59 days later: on day 60, not on day 20
    early = fold(case, ["a"])
    assert (early.told, [p.due for p in early.pending]) == ((), [60])
    on_the_day = fold(case, ["a", "a"])
    assert on_the_day.day == 60
    assert [(t.pending.node, t.pending.choice, t.pending.effect.text) for t in on_the_day.told] == [
        ("d1", "a", "sent efter 59")
    ]
    assert tracks_of(on_the_day.steps[-1].at_once) == (7, 3, 5)
    assert tracks_of(on_the_day.tracks) == (7, 2, 5)
    assert on_the_day.pending == ()
    passed = fold(case, ["a", "b"])
    assert passed.day == 65
    assert [t.pending.due for t in passed.told] == [60]
    assert fold(case, ["a", "a", "a"]).told == (), "told once only"


def test_several_late_effects_are_told_in_the_order_they_came_due() -> None:
    first = a_choice("a", "w", (0, 0, 0), later=[(50, (1, 0, 0)), (10, (0, 1, 0))])
    second = a_choice("a", "e", (0, 0, 0), later=[(5, (0, 0, 1)), (90, (0, 0, 1))])
    case = a_case(a_node("v", 1, first), a_node("w", 5, second), an_end("e", 60))
    end = fold(case, ["a", "a"])
    assert [t.pending.due for t in end.told] == [10, 11, 51]
    assert [tracks_of(t.after) for t in end.told] == [(5, 5, 6), (5, 6, 6), (6, 6, 6)]
    assert [p.due for p in end.pending] == [95], "what an end comes before stays untold"


def test_the_first_way_whose_condition_holds_is_taken_and_asked_before_what_comes_due() -> None:
    late = [(1, (0, -5, 0))]
    ways_on = [(at_least(Track.SOCIAL, 7), "high"), (at_least(Track.SOCIAL, 6), "even"), (chose("v.a"), "any")]
    choice = a_choice("a", "low", (0, 1, 0), later=late, goto_if=ways_on)
    ends = [an_end(name, 9) for name in ("high", "even", "any", "low")]
    assert fold(a_case(a_node("v", 1, choice), *ends), ["a"]).node == "even", "6 after the choice, 1 after it came due"
    assert fold(a_case(a_node("v", 1, choice), *ends, tracks=(5, 9, 5)), ["a"]).node == "high"
    assert fold(a_case(a_node("v", 1, choice), *ends, tracks=(5, 0, 5)), ["a"]).node == "any"


@pytest.mark.parametrize(
    ("condition", "path", "expected"),
    [
        (chose("d1.b"), ["b", "b"], True),
        (chose("d1.b"), ["c", "a"], False),
        (Condition(not_chose=ChoiceRef("d1.b")), ["c", "a"], True),
        (Condition(not_chose=ChoiceRef("d1.b")), ["b", "b"], False),
        (Condition(track=Track.SOCIAL, at_least=7, at_most=7), ["b", "b"], True),
        (at_least(Track.SOCIAL, 8), ["b", "b"], False),
        (at_most(Track.ECONOMIC, 3), ["b", "b"], True),
        (Condition(all=(chose("d1.b"), at_least(Track.SOCIAL, 7))), ["b", "b"], True),
        (Condition(all=(chose("d1.b"), at_least(Track.SOCIAL, 8))), ["b", "b"], False),
        (Condition(any=(chose("d1.a"), chose("d3.b"))), ["b", "b"], True),
        (Condition(any=(chose("d1.a"), Condition(all=(chose("d1.b"), chose("d3.c"))))), ["b", "b"], False),
        (Condition(chose=ChoiceRef("d1.b"), any=(chose("d1.a"), chose("d3.c"))), ["b", "b"], False),
    ],
)
def test_a_choice_is_offered_when_its_condition_holds(condition: Condition, path: list[str], expected: bool) -> None:
    case = with_choice(a_whole_case(), "d6.d", when=condition)
    state = fold(case, path)
    assert state.node == "d6"
    assert ids(case, state) == ["a", "b", "c", *(["d"] if expected else [])]


def test_what_is_not_offered_cannot_be_chosen() -> None:
    case = a_whole_case()
    state = fold(case, ["c", "a"])
    with pytest.raises(ChoiceNotOffered) as refused:
        choose(case, state, "d")
    assert (refused.value.case_id, refused.value.node, refused.value.choice) == ("ett-fall", "d6", "d")
    with pytest.raises(ChoiceNotOffered):
        choose(case, state, "finns-inte")
    end = choose(case, state, "a")
    assert is_end(case, end)
    assert offered(case, end) == ()
    with pytest.raises(ChoiceNotOffered):
        choose(case, end, "a")


def test_a_way_to_a_node_that_is_not_there_is_told_as_such() -> None:
    case = a_case(a_node("v", 1, a_choice("a", "borta"), a_choice("b", "e")), an_end("e", 9))
    with pytest.raises(NotFound):
        choose(case, start(case), "a")


# ------------------------------------------------------------ going back


def test_going_back_takes_what_was_set_going_with_it() -> None:
    case = a_whole_case()
    lived = fold(case, ["a", "a", "c", "a"])
    assert rewind(case, lived, 0) == start(case)
    back = rewind(case, lived, 1)
    assert (back.node, [p.due for p in back.pending]) == ("d2", [60])
    assert rewind(case, lived, 4) == lived
    other = choose(case, rewind(case, back, 0), "b")
    assert other == fold(case, ["b"]), "a life left behind leaves no trace"


@pytest.mark.parametrize("step", [-1, 3])
def test_one_cannot_go_back_to_where_one_has_not_been(step: int) -> None:
    case = a_whole_case()
    with pytest.raises(StepOutOfReach) as refused:
        rewind(case, fold(case, ["a", "a"]), step)
    assert refused.value.steps == 2


# ------------------------------------------------------------ the map and two lives


def test_the_map_has_the_ways_that_were_left_and_those_ahead() -> None:
    case = a_whole_case()
    state = fold(case, ["c", "a"])
    left = [(w.step, w.node, w.choice, w.goto, w.goto_day, w.offered) for w in choices_not_made(case, state)]
    assert left == [
        (0, "d1", "a", "d2", 20, True),
        (0, "d1", "b", "d3", 25, True),
        (1, "d4", "b", "d5", 60, True),
        (1, "d4", "c", "d6", 65, True),
    ]
    ahead = [(w.choice, w.goto, w.offered) for w in ways(case, state)]
    assert ahead == [("a", "e3", True), ("b", "d7", True), ("c", "e1", True), ("d", "e2", False)]
    assert ways(case, choose(case, state, "a")) == ()


def test_the_map_follows_the_conditions_of_the_life_that_was_lived() -> None:
    case = a_whole_case()  # d7.c leads to e5 when the medical track has come to 3 or less
    well, ill = fold(case, ["a", "a", "c"]), fold(case, ["c", "c", "b"])
    assert (well.node, ill.node) == ("d7", "d7")
    assert [w.goto for w in ways(case, well)] == ["e4", "e5", "e1"]
    assert [w.goto for w in ways(case, ill)] == ["e4", "e5", "e5"]


def test_two_lives_lie_side_by_side_from_where_they_parted() -> None:
    case = a_whole_case()
    seen = compare(case, ["a", "a", "a"], ["a", "b", "b", "c"])
    assert seen.parting is not None
    assert (seen.parting.step, seen.parting.node, seen.parting.day) == (1, "d2", 20)
    assert (seen.parting.choice_a, seen.parting.choice_b) == ("a", "b")
    rows = [(r.day, r.a.node if r.a else None, r.b.node if r.b else None) for r in seen.rows]
    assert rows == [
        (1, "d1", "d1"),
        (20, "d2", "d2"),
        (60, "d5", None),
        (65, None, "d6"),
        (90, None, "d7"),
        (200, "e1", "e1"),
    ]
    assert [(m.choice, tracks_of(m.tracks)) for m in seen.a.moments] == [
        ("a", (5, 5, 5)),
        ("a", (6, 4, 5)),
        ("a", (7, 2, 5)),
        ("", (8, 1, 5)),
    ]
    assert [t.pending.due for t in seen.b.late] == [60]
    assert seen.b.moments[2].late == seen.b.late, "told on arrival on day 65"
    assert seen.a.end is not None
    assert seen.a.end.end == EndKind.RETURN_FULL


def test_lives_that_do_not_part_have_no_parting_and_one_unfinished_has_no_end() -> None:
    case = a_whole_case()
    assert compare(case, ["a", "a"], ["a", "a"]).parting is None
    longer = compare(case, ["a", "a"], ["a", "a", "b"])
    assert longer.parting is None
    assert longer.a.end is None
    assert longer.b.end == node_of(case, "e2")


def test_two_moments_on_one_day_keep_their_order() -> None:
    case = a_case(
        a_node("v", 1, a_choice("a", "w"), a_choice("b", "e")),
        a_node("w", 1, a_choice("a", "e"), a_choice("b", "e")),
        an_end("e", 5),
    )
    rows = [
        (r.day, r.a.node if r.a else None, r.b.node if r.b else None) for r in compare(case, ["a", "a"], ["b"]).rows
    ]
    assert rows == [(1, "v", "v"), (1, "w", None), (5, "e", "e")]


# ------------------------------------------------------------ random walks

CASES = {"made": a_whole_case(), **{path.stem: load_study_content(path) for path in PUBLISHED}}
picks = st.lists(st.integers(0, 9), min_size=60, max_size=60)


def walked(case: BranchingCase, numbers: list[int]) -> list[BranchingState]:
    """Return every state of a walk to an end, with choices picked by the numbers."""
    states = [start(case)]
    for number in numbers:
        can = offered(case, states[-1])
        if not can:
            break
        states.append(choose(case, states[-1], can[number % len(can)].id))
    return states


def test_there_are_published_cases_to_walk() -> None:
    assert {"stroke-driftoperator", "konflikt-barnbibliotekarie"} <= CASES.keys()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(CASES)), picks)
def test_every_walk_ends_and_no_state_on_it_is_illegal(name: str, numbers: list[int]) -> None:
    case = CASES[name]
    states = walked(case, numbers)
    assert is_end(case, states[-1])
    assert len(states) <= len(case.nodes), "no node twice"
    for before, state in pairwise(states):
        assert len(offered(case, before)) >= 2
        assert state.day >= before.day
        assert all(0 <= value <= 10 for value in tracks_of(state.tracks))
        assert all(t.pending.due <= state.day for t in state.told)
        assert all(p.due > state.day for p in state.pending)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(CASES)), picks)
def test_folding_the_choices_is_the_same_as_stepping(name: str, numbers: list[int]) -> None:
    case = CASES[name]
    for state in walked(case, numbers):
        assert fold(case, state.choices) == state


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(CASES)), picks, st.lists(st.integers(0, 20), max_size=5))
def test_going_back_and_choosing_the_same_again_gives_the_same_life(
    name: str, numbers: list[int], back_to: list[int]
) -> None:
    case = CASES[name]
    states = walked(case, numbers)
    lived = states[-1]
    for step in back_to:
        to_step = step % len(states)
        state = rewind(case, lived, to_step)
        assert state == states[to_step]
        for choice in lived.choices[to_step:]:
            state = choose(case, state, choice)
        assert state == lived
