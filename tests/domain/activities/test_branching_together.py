"""A branching case lived together: votes, whose way is gone, winding back, groups apart, and what stays hidden."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, ListBlock, TableBlock, TextBlock
from kompetens_gui.domain.activities.branching_together import KIND
from kompetens_gui.domain.activities.branching_together import events as e
from kompetens_gui.domain.activities.branching_together.state import Choices, TogetherState, with_earlier
from kompetens_gui.domain.activities.branching_together.story import Against
from kompetens_gui.domain.activities.branching_together.votes import majority, minority
from kompetens_gui.domain.branching import fold, is_end, offered
from kompetens_gui.domain.errors import (
    ActivityRefused,
    ChoiceNotOffered,
    InvalidSettings,
    KompetensError,
    StepOutOfReach,
)
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from tests.domain.material_making import material_of

NOW = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
REF = str(MaterialRef(MaterialKind.BRANCHING, "utmattning-florist"))
GROUPS = (SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2"))
GOES_ON = (e.RoomWentOn("a", e.WayBy.LEADER), e.DayTurned())


def the_case() -> BranchingCase:
    case = material_of(REF)
    assert isinstance(case, BranchingCase)
    return case


def a_context(*, groups: bool = True) -> ActivityContext:
    item = AgendaItem(AgendaItemId("i"), KIND.id, "Moment", 30, settings={"material": REF})
    return ActivityContext(item, materials={REF: the_case()}, groups=GROUPS if groups else ())


def after(*events: object, groups: bool = True, state: TogetherState | None = None) -> TogetherState:
    context = a_context(groups=groups)
    state = state or KIND.start(context)
    for event in events:
        KIND.check(state, event, context)
        state = KIND.fold(state, event, NOW, context)
    return state


def refused(state: TogetherState, event: object, *, groups: bool = True) -> str:
    with pytest.raises(ActivityRefused) as raised:
        KIND.check(state, event, a_context(groups=groups))
    return raised.value.reason


def to_an_end(choices: Choices = (), *, last: bool = False) -> list[str]:
    """Return choices that lead on to an end: always the first on offer, or always the last."""
    case, way = the_case(), list(choices)
    while not is_end(case, now := fold(case, way)):
        way.append(offered(case, now)[-1 if last else 0].id)
    return way


def walked(way: list[str] | Choices, *, at: int = 0) -> list[object]:
    return [step for c in way[at:] for step in (e.RoomWentOn(c, e.WayBy.LEADER), e.DayTurned())]


def test_hands_are_counted_and_the_votes_are_seen_only_when_they_are_shown() -> None:
    state = after(e.CountingChosen(e.CountBy.HANDS), e.ChoiceHandsCounted("a", 3), e.ChoiceHandsCounted("b", 5))
    assert KIND.room(state, a_context()).votes is None
    seen = KIND.room(after(e.VotesShown(True), state=state), a_context()).votes
    assert seen is not None
    assert [(v.choice, v.first, v.last) for v in seen] == [("a", None, 3), ("b", None, 5), ("c", None, 0)]


def test_a_groups_vote_is_one_choice_and_can_be_taken_back() -> None:
    state = after(e.GroupChose("g1", "a"), e.GroupChose("g2", "a"), e.GroupChose("g1", "b"), e.VotesShown(True))
    assert [v.last for v in KIND.room(state, a_context()).votes or ()] == [1, 1, 0]
    state = after(e.GroupChose("g2", ""), state=state)
    assert [v.last for v in KIND.room(state, a_context()).votes or ()] == [0, 1, 0]


def test_the_second_vote_stands_beside_the_first_and_is_hidden_again() -> None:
    state = after(e.GroupChose("g1", "a"), e.GroupChose("g2", "a"), e.VotesShown(True), e.SecondVoteOpened())
    assert KIND.room(state, a_context()).votes is None
    state = after(e.GroupChose("g1", "b"), e.GroupChose("g2", "b"), e.VotesShown(True), state=state)
    assert [(v.first, v.last) for v in KIND.room(state, a_context()).votes or ()] == [(2, 0), (0, 2), (0, 0)]
    assert refused(state, e.SecondVoteOpened()) == "second_round_open"


@pytest.mark.parametrize(
    ("votes", "most", "fewest"),
    [
        ((0, 0, 0), (), ()),
        ((4, 0, 0), ("a",), ()),
        ((4, 1, 0), ("a",), ("b",)),
        ((2, 2, 1), ("a", "b"), ("c",)),
        ((3, 1, 1), ("a",), ("b", "c")),
        ((2, 2, 2), ("a", "b", "c"), ()),
    ],
)
def test_whose_way_is_whose(votes: tuple[int, int, int], most: Choices, fewest: Choices) -> None:
    counted = dict(zip("abc", votes, strict=True))
    assert majority(counted) == most
    assert minority(counted) == fewest


def test_the_leader_chooses_between_those_that_as_many_want() -> None:
    tied = after(e.GroupChose("g1", "a"), e.GroupChose("g2", "b"))
    assert refused(tied, e.RoomWentOn("c", e.WayBy.MAJORITY)) == "not_the_majority"
    assert refused(tied, e.RoomWentOn("a", e.WayBy.MINORITY)) == "not_the_minority"
    gone = after(e.RoomWentOn("b", e.WayBy.MAJORITY), state=tied)
    assert gone.choices == ("b",)
    assert gone.ballot.is_empty


def test_what_a_choice_does_is_told_first_and_what_came_late_when_it_is_due() -> None:
    first = the_case().nodes[0]
    choice = first.choice("a")
    assert choice is not None
    told = KIND.room(after(e.RoomWentOn("a", e.WayBy.LEADER)), a_context()).story
    assert (told.day, told.chosen, told.feedback, told.against) == (9, "a", choice.feedback, Against.BEFORE_CHOICE)
    assert {t.why for t in told.tracks} == set(asdict(choice.consequences).values())
    assert told.next_day == 25
    state = after(*GOES_ON)
    assert KIND.room(state, a_context()).story.late == ()
    way = to_an_end(("a",))
    late = [KIND.room(after(*walked(way[:n])), a_context()).story.late for n in range(1, len(way) + 1)]
    assert choice.later[0].text in {t.pending.effect.text for told_then in late for t in told_then}


def test_nothing_is_chosen_while_something_is_told_or_after_the_end() -> None:
    telling = after(e.RoomWentOn("a", e.WayBy.LEADER))
    assert refused(telling, e.RoomWentOn("a", e.WayBy.LEADER)) == "told_first"
    assert refused(after(), e.DayTurned()) == "nothing_told"
    ended = after(*walked(to_an_end()))
    assert refused(ended, e.RoomWentOn("a", e.WayBy.LEADER)) == "start_over_first"
    view = KIND.room(ended, a_context())
    assert view.story.end is not None
    assert view.story.looking_back
    assert view.story.against == Against.FIRST_DAY


def test_winding_back_keeps_the_life_and_two_lives_lie_side_by_side() -> None:
    one, other = to_an_end(), to_an_end(last=True)
    state = after(*walked(one), e.RoomWoundBack(0), *walked(other))
    assert state.earlier == (tuple(one),)
    state = after(e.LivesCompared(tuple(one), tuple(other)), state=state)
    view = KIND.room(state, a_context())
    assert view.shows == e.RoomShows.LIVES
    assert view.lives is not None
    assert view.lives.names == ("Väg 1", "Vägen nu")
    assert view.lives.comparison.parting is not None
    assert refused(state, e.LivesCompared(("a",), tuple(other))) == "no_earlier_version"
    with pytest.raises(StepOutOfReach):
        KIND.check(state, e.RoomWoundBack(len(other)), a_context())


def test_a_life_that_another_passes_by_is_not_kept_twice() -> None:
    assert with_earlier((("a", "b"),), ("a",)) == (("a", "b"),)
    assert with_earlier((("a",), ("c",)), ("a", "b")) == (("c",), ("a", "b"))
    assert with_earlier((), ()) == ()


def test_two_lives_do_not_tell_what_is_still_to_come() -> None:
    state = after(*walked(("a",)), e.RoomWoundBack(0), *walked(("c",)))
    state = after(e.LivesCompared(("a",), ("c",)), state=state)
    lives = KIND.room(state, a_context()).lives
    assert lives is not None
    assert lives.comparison.a.state.pending == ()
    assert fold(the_case(), ("a",)).pending != ()


def test_groups_go_their_own_ways_unseen_and_meet_with_all_of_them() -> None:
    state = after(*GOES_ON, e.GroupsParted(), e.GroupWent("g1", "a"), e.GroupWent("g2", "b"), e.GroupWent("g2", "a"))
    view = KIND.room(state, a_context())
    assert view.shows == e.RoomShows.GROUPS
    assert [(g.name, g.steps, g.tracks) for g in view.groups] == [("Grupp 1", (), None), ("Grupp 2", (), None)]
    assert refused(state, e.RoomWentOn("a", e.WayBy.LEADER)) == "groups_apart"
    assert refused(state, e.RoomWoundBack(0)) == "groups_apart"
    with pytest.raises(ChoiceNotOffered):
        KIND.check(state, e.GroupWent("g1", "z"), a_context())
    with pytest.raises(StepOutOfReach):
        KIND.check(state, e.GroupWoundBack("g1", 0), a_context())
    state = after(e.GroupWoundBack("g2", 2), e.GroupsMet(), state=state)
    met = KIND.room(state, a_context()).groups
    assert [len(g.steps) for g in met] == [1, 1]
    assert all(g.tracks for g in met)
    assert refused(state, e.GroupWent("g1", "a")) == "groups_together"
    both = after(e.LivesCompared(("a", "a"), ("a", "b")), state=state)
    lives = KIND.room(both, a_context()).lives
    assert lives is not None
    assert lives.names == ("Grupp 1", "Grupp 2")


def test_it_works_as_well_without_groups() -> None:
    state = after(groups=False)
    assert state.counting == e.CountBy.HANDS
    for event in (e.GroupsParted(), e.CountingChosen(e.CountBy.GROUPS), e.GroupChose("g1", "a")):
        assert refused(state, event, groups=False) == "no_such_group"


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (e.ChoiceHandsCounted("a", -1), "no_such_count"),
        (e.ChoiceHandsCounted("z", 1), "no_choice_here"),
        (e.GroupChose("nobody", "a"), "no_such_group"),
        (e.SecondVoteOpened(), "nobody_has_voted"),
        (e.VotesShown(False), "already_so"),
        (e.GroupWent("g1", "a"), "groups_together"),
        (e.GroupsMet(), "groups_together"),
        (e.TalkNoted("n", "x" * 401), "text_too_long"),
        (e.RoomTurned(e.RoomShows.LIVES), "no_earlier_version"),
        (e.RoomTurned(e.RoomShows.GROUPS), "no_such_group"),
        (object(), "unknown_event"),
    ],
)
def test_what_cannot_happen_is_refused(event: object, reason: str) -> None:
    assert refused(after(), event) == reason


def test_settings_name_a_branching_case() -> None:
    KIND.check_settings({"material": REF})
    with pytest.raises(InvalidSettings):
        KIND.check_settings({"material": "impulses/x"})


def test_the_protocol_tells_ways_votes_and_talk_and_nothing_when_nothing_happened() -> None:
    assert KIND.result(after(), a_context()).blocks == ()
    state = after(
        e.GroupChose("g1", "a"),
        e.GroupChose("g2", "a"),
        e.TalkNoted("n", "Vem svarar när mamma ringer?", "v1"),
        e.RoomWentOn("a", e.WayBy.MAJORITY),
        e.DayTurned(),
        e.GroupsParted(),
        e.GroupWent("g1", "a"),
        e.GroupsMet(),
        e.RoomWoundBack(0),
    )
    blocks = KIND.result(state, a_context()).blocks
    assert blocks[0] == TextBlock("Öppet när dörren är öppen", "Förgreningsfall")
    tables = [b for b in blocks if isinstance(b, TableBlock)]
    assert tables[0].rows[0][0] == "9"
    assert tables[0].rows[0][2].endswith(": 2")
    assert tables[0].rows[0][3] == "majoritetens"
    assert tables[0].rows[1][1] == "Vi gick tillbaka hit"
    assert tables[1].rows[0][0] == "Grupp 1"
    assert ListBlock(("Vem svarar när mamma ringer?",), "Det vi talade om dag 9") in blocks


# ---------------------------------------------------------------- random sessions
groups = st.sampled_from(["g1", "g2", "nobody"])
picks = st.sampled_from(["a", "b", "c", "d", ""])
any_event = st.one_of(
    st.builds(e.CountingChosen, st.sampled_from(e.CountBy)),
    st.builds(e.ChoiceHandsCounted, picks, st.integers(-1, 9)),
    st.builds(e.GroupChose, groups, picks),
    st.builds(e.SecondVoteOpened),
    st.builds(e.VotesShown, st.booleans()),
    st.builds(e.RoomWentOn, picks, st.sampled_from(e.WayBy)),
    st.builds(e.RoomWentOn, picks, st.just(e.WayBy.LEADER)),
    st.builds(e.DayTurned),
    st.builds(e.RoomWoundBack, st.integers(-1, 6)),
    st.builds(e.GroupsParted),
    st.builds(e.GroupWent, groups, picks),
    st.builds(e.GroupWoundBack, groups, st.integers(-1, 6)),
    st.builds(e.GroupsMet),
    st.builds(e.TalkNoted, st.sampled_from(["n1", "n2"]), st.sampled_from(["", "ett ord"]), st.just("v1")),
    st.builds(e.RoomTurned, st.sampled_from(e.RoomShows)),
    st.builds(e.LivesCompared, st.lists(picks, max_size=3).map(tuple), st.lists(picks, max_size=3).map(tuple)),
)


def secrets_left(case: BranchingCase, ways: list[Choices]) -> set[str]:
    """Return what no way among these has come to: other places, other choices' meaning, and what is not due yet."""
    folded = [fold(case, way) for way in ways]
    been = {str(f.node) for f in folded} | {str(s.node) for f in folded for s in f.steps}
    made = {(str(s.node), s.choice) for f in folded for s in f.steps}
    told = {t.pending.effect.text for f in folded for s in f.steps for t in s.told}
    secrets = {n.text for n in case.nodes if n.id not in been}
    for node in case.nodes:
        for choice in node.choices:
            secrets |= {late.text for late in choice.later} - told
            if (node.id, choice.id) not in made:
                secrets |= {choice.feedback, choice.consequences.medical}
    return secrets


@settings(max_examples=80, deadline=None)
@given(events=st.lists(any_event, max_size=30), with_groups=st.booleans())
def test_any_session_can_be_told_and_nothing_ahead_reaches_the_room(events: list[object], with_groups: bool) -> None:
    context, case = a_context(groups=with_groups), the_case()
    state = KIND.start(context)
    for event in events:
        try:
            KIND.check(state, event, context)
        except KompetensError:
            continue
        state = KIND.fold(state, event, NOW, context)
        view = KIND.room(state, context)
        ways = [state.choices, *state.earlier, *(() if state.apart else state.ways.values())]
        shown = repr(asdict(view))
        assert not {s for s in secrets_left(case, ways) if repr(s)[1:-1] in shown}
        if not state.shown:
            assert view.votes is None
        if state.apart:
            assert all(not g.steps and g.tracks is None for g in view.groups)
        KIND.result(state, context)
