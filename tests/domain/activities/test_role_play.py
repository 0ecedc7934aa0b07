"""The rules of a role play in the room: the clock, casting, sheets, turning points, and what is kept from the room."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, ListBlock, TableBlock, TextBlock
from kompetens_gui.domain.activities.role_play import KIND
from kompetens_gui.domain.activities.role_play import events as e
from kompetens_gui.domain.activities.role_play.rules import LONGEST_TEXT, MOST_NOTES
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.role_play import PhaseKind, RolePlay
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    GroupId,
    Participant,
    ParticipantId,
    SmallGroup,
)
from tests.domain.material_making import material_of

START = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
REF = str(MaterialRef(MaterialKind.ROLE_PLAY, "avstamningsmote-fem-roller"))
PEOPLE = tuple(Participant(ParticipantId(f"p{n}"), f"Namn {n}") for n in range(1, 8))
GROUPS = (
    SmallGroup(GroupId("g1"), "Grupp 1", (ParticipantId("p1"), ParticipantId("p2"))),
    SmallGroup(GroupId("g2"), "Grupp 2", (ParticipantId("p3"),)),
)


def the_play() -> RolePlay:
    play = material_of(REF)
    assert isinstance(play, RolePlay)
    return play


def a_context(**settings_: object) -> ActivityContext:
    item = AgendaItem(AgendaItemId("i"), "role_play", "Rollspel", 25, settings={"material": REF, **settings_})
    return ActivityContext(item, materials={REF: the_play()}, groups=GROUPS, participants=PEOPLE)


def after(*events: object, seconds: float = 0, state: RolePlayState | None = None) -> RolePlayState:
    """Let events happen with so many seconds between them."""
    context = a_context()
    state = state or KIND.start(context)
    at = START
    for event in events:
        KIND.check(state, event, context)
        state = KIND.fold(state, event, at, context)
        at += timedelta(seconds=seconds)
    return state


def refused(state: RolePlayState, event: object) -> str:
    with pytest.raises(ActivityRefused) as raised:
        KIND.check(state, event, a_context())
    return raised.value.reason


def phase_of(kind: PhaseKind) -> int:
    return next(i for i, p in enumerate(the_play().phases) if p.kind == kind)


PLAY = phase_of(PhaseKind.PLAY)
DEBRIEF = phase_of(PhaseKind.DEBRIEF)


# ---------------------------------------------------------------- the clock
def test_the_clock_stands_until_the_first_phase_is_entered() -> None:
    state = after()
    assert not state.has_begun
    assert state.seconds(START + timedelta(hours=1)) == 0
    assert not any(p.current for p in KIND.room(state, a_context()).phases)
    begun = after(e.PhaseEntered(0), state=state)
    assert begun.has_begun
    assert begun.seconds(START + timedelta(seconds=90)) == 90
    assert KIND.room(begun, a_context()).phases[0].current


def test_what_was_frozen_does_not_count() -> None:
    state = after(e.PhaseEntered(PLAY), e.PlayFrozen(True), e.PlayFrozen(False), seconds=60)
    # A minute was played, a minute they stood still, and then half a minute more was played.
    assert state.seconds(START + timedelta(seconds=150)) == 90
    assert refused(state, e.PlayFrozen(False)) == "already_so"


def test_a_clock_that_is_set_back_does_not_give_time_that_was_not_there() -> None:
    state = after(e.PhaseEntered(PLAY))
    assert state.seconds(START - timedelta(minutes=10)) == 0


def test_winding_back_stands_still_where_the_turn_was_marked() -> None:
    state = after(
        e.PhaseEntered(PLAY), e.TurnMarked("t1", "Mötets första fråga"), e.PhaseEntered(PLAY + 1), e.WoundBack("t1"),
        seconds=40,
    )  # fmt: skip
    assert (state.phase, state.frozen, state.since) == (PLAY, True, None)
    assert state.seconds(START + timedelta(hours=1)) == 40
    assert (state.turns[0].rewound, state.times_wound_back) == (1, 1)
    on = after(e.PlayFrozen(False), state=state)
    assert on.seconds(START + timedelta(seconds=20)) == 60


def test_a_turn_that_is_reworded_keeps_its_place_and_time() -> None:
    state = after(
        e.PhaseEntered(PLAY), e.TurnMarked("t1", "Vändning 1"), e.TurnMarked("t2", "Två"), e.TurnMarked("t1", "Tyst"),
        seconds=30,
    )  # fmt: skip
    assert [(t.id, t.text, t.seconds) for t in state.turns] == [("t1", "Tyst", 30), ("t2", "Två", 60)]
    assert [t.id for t in after(e.TurnMarked("t1", " "), state=state).turns] == ["t2"]
    assert refused(state, e.TurnMarked("t9", "")) == "no_such_turn"
    assert refused(state, e.WoundBack("t9")) == "no_such_turn"


# ---------------------------------------------------------------- casting
def cast(*pairs: tuple[str, str]) -> e.RolesCast:
    return e.RolesCast(tuple(e.CastRole(role, ParticipantId(who)) for role, who in pairs))


def test_changing_roles_is_casting_anew_and_one_who_leaves_leaves_a_gap() -> None:
    state = after(cast(("coordinator", "p1"), ("employer", "p2")))
    assert state.player_of("coordinator") == "p1"
    changed = after(cast(("coordinator", "p2"), ("employer", "p1")), state=state)
    assert (changed.player_of("coordinator"), changed.player_of("employer")) == ("p2", "p1")
    left = after(cast(("coordinator", "p2")), state=changed)
    assert left.player_of("employer") is None


def test_the_leader_steps_in_anywhere_but_a_participant_only_once() -> None:
    state = after(cast(("employer", e.LEADER), ("physician", e.LEADER), ("coordinator", "p1")))
    assert state.player_of("physician") == e.LEADER
    assert refused(state, cast(("employer", "p1"), ("coordinator", "p1"))) == "plays_already"
    assert refused(state, cast(("employer", "p1"), ("employer", "p2"))) == "role_taken"
    assert refused(state, cast(("employer", "nobody"))) == "no_such_participant"
    assert refused(state, cast(("juggler", "p1"))) == "no_such_role"
    elsewhere = e.RolesCast((e.CastRole("employer", ParticipantId("p1"), "g7"),))
    assert refused(state, elsewhere) == "no_such_group"


# ---------------------------------------------------------------- sheets
def test_a_sheet_is_kept_typed_bit_by_bit_and_corrected() -> None:
    state = after(
        e.SheetOpened("o1"), e.ItemRated("o1", "allas_mal", 2), e.CountTyped("o1", "open_questions", 1),
        e.CountTyped("o1", "open_questions", 12), e.ScaleRated("o1", "respect", 5), e.ItemRated("o1", "allas_mal", 1),
        e.SheetOpened(e.SELF), e.ItemRated(e.SELF, "allas_mal", 2),
    )  # fmt: skip
    sheet = state.sheet("o1")
    assert sheet is not None
    assert (sheet.ratings, sheet.counts, sheet.scales) == ({"allas_mal": 1}, {"open_questions": 12}, {"respect": 5})
    assert [s.id for s in state.observers] == ["o1"]
    assert [s.id for s in state.own] == [e.SELF]
    gone = after(e.ItemRated("o1", "allas_mal", None), e.SheetRemoved(e.SELF), state=state)
    assert gone.sheet("o1") == replace(sheet, ratings={})
    assert gone.own == ()


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (e.SheetOpened("o1"), "sheet_there_already"),
        (e.SheetOpened(""), "no_such_sheet"),
        (e.SheetOpened("o2", "g7"), "no_such_group"),
        (e.SheetOpened("o2", "", ParticipantId("nobody")), "no_such_participant"),
        (e.SheetRemoved("o2"), "no_such_sheet"),
        (e.ItemRated("o2", "allas_mal", 1), "no_such_sheet"),
        (e.ItemRated("o1", "allas_mal", 3), "no_such_rating"),
        (e.ItemRated("o1", "respect", 1), "no_such_item"),
        (e.CountTyped("o1", "open_questions", -1), "no_such_rating"),
        (e.CountTyped("o1", "open_questions", 1000), "no_such_rating"),
        (e.ScaleRated("o1", "respect", 0), "no_such_rating"),
        (e.ScaleRated("o1", "respect", 6), "no_such_rating"),
        (object(), "unknown_event"),
    ],
)
def test_what_no_sheet_can_hold_is_refused(event: object, reason: str) -> None:
    assert refused(after(e.SheetOpened("o1")), event) == reason


# ---------------------------------------------------------------- level and settings
def test_a_level_that_the_role_play_does_not_have_is_played_as_written() -> None:
    assert KIND.start(a_context(level=3)).level == 3
    assert KIND.start(a_context(level=9)).level == 0
    assert refused(after(), e.LevelChosen(9)) == "no_such_level"
    assert after(e.LevelChosen(4), e.LevelChosen(0)).level == 0


@pytest.mark.parametrize("settings_", [{"level": "svår"}, {"level": True}, {"material": "branching/x"}])
def test_settings_that_cannot_be_used_are_refused(settings_: dict[str, object]) -> None:
    with pytest.raises(InvalidSettings):
        KIND.check_settings(settings_)


# ---------------------------------------------------------------- what the room sees
def test_the_room_sees_one_thing_at_a_time_and_the_debrief_by_itself() -> None:
    context = a_context()
    assert KIND.room(after(), context).shows == e.RoomShows.INTRODUCTION
    stuck = KIND.room(after(e.PhaseEntered(PLAY), e.StuckCardShown(1)), context)
    assert (stuck.shows, stuck.stuck) == (e.RoomShows.STUCK, the_play().stuck[1])
    back = KIND.room(after(e.PhaseEntered(PLAY), e.StuckCardShown(1), e.RoomTurned(e.RoomShows.PHASE)), context)
    assert (back.shows, back.stuck) == (e.RoomShows.PHASE, "")
    talk = KIND.room(after(e.PhaseEntered(DEBRIEF), e.DebriefRoundShown(2)), context)
    assert talk.debrief is not None
    assert (talk.debrief.title, talk.debrief.number) == (the_play().debrief[2].title, 3)


def test_lines_of_the_demonstration_come_one_by_one_without_the_leaders_comments() -> None:
    ref = str(MaterialRef(MaterialKind.ROLE_PLAY, "forsta-samtalet-samtycke"))
    play = material_of(ref)
    assert isinstance(play, RolePlay)
    item = AgendaItem(AgendaItemId("i"), "role_play", "Rollspel", 25, settings={"material": ref})
    context = ActivityContext(item, materials={ref: play})
    state = KIND.start(context)
    KIND.check(state, e.LineShown(1), context)
    view = KIND.room(KIND.fold(state, e.LineShown(1), START, context), context)
    assert [line.text for line in view.lines] == [line.text for line in play.demonstration[:2]]
    comments = [line.comment for line in play.demonstration if line.comment]
    assert comments
    assert not [c for c in comments if c in repr(view)]
    with pytest.raises(ActivityRefused):
        KIND.check(state, e.LineShown(len(play.demonstration)), context)


def test_what_roles_keep_to_themselves_is_told_only_after_the_play() -> None:
    assert refused(after(e.PhaseEntered(PLAY)), e.RoomTurned(e.RoomShows.SECRETS)) == "play_not_over"
    told = KIND.room(after(e.PhaseEntered(DEBRIEF), e.RoomTurned(e.RoomShows.SECRETS)), a_context())
    wanted = [t.tell for r in the_play().roles for t in r.told_if_asked]
    assert [s.tell for s in told.secrets] == wanted
    again = after(e.PhaseEntered(DEBRIEF), e.RoomTurned(e.RoomShows.SECRETS), e.PhaseEntered(PLAY))
    assert KIND.room(again, a_context()).secrets == ()


SECRETS = [
    text
    for r in the_play().roles
    for text in (
        *(t.tell for t in r.told_if_asked), *(t.when for t in r.told_if_asked), *r.worries, *r.wants, *r.softens,
        *r.hardens, r.you_are, r.first_words,
    )
]  # fmt: skip
LEADERS = [p.leader for p in the_play().phases] + list(the_play().leader.watch_for)

any_sheet = st.sampled_from(["o1", "o2", e.SELF, "self:g1", ""])
any_event = st.one_of(
    st.builds(e.PhaseEntered, st.integers(-1, 5)),
    st.builds(e.PlayFrozen, st.booleans()),
    st.builds(e.LevelChosen, st.integers(0, 5)),
    st.builds(e.TurnMarked, st.sampled_from(["t1", "t2"]), st.sampled_from(["", "Här", "x" * (LONGEST_TEXT + 1)])),
    st.builds(e.WoundBack, st.sampled_from(["t1", "t2"])),
    st.builds(e.SheetOpened, any_sheet, st.sampled_from(["", "g1", "g7"])),
    st.builds(e.SheetRemoved, any_sheet),
    st.builds(e.ItemRated, any_sheet, st.sampled_from(["allas_mal", "hogt", "x"]), st.none() | st.integers(-1, 3)),
    st.builds(e.CountTyped, any_sheet, st.sampled_from(["reflections", "x"]), st.none() | st.integers(-1, 1000)),
    st.builds(e.ScaleRated, any_sheet, st.sampled_from(["respect", "x"]), st.none() | st.integers(0, 6)),
    st.builds(e.LineShown, st.integers(-1, 30)),
    st.builds(e.StuckCardShown, st.integers(-1, 6)),
    st.builds(e.DebriefRoundShown, st.integers(-1, 6)),
    st.builds(e.RoomTurned, st.sampled_from(e.RoomShows)),
    st.builds(e.GroupLookedAt, st.sampled_from(["", "g1", "g2", "x"])),
    st.builds(e.DebriefNoted, st.sampled_from(["n1", "n2"]), st.sampled_from(["", "LEDARENS EGEN ANTECKNING"])),
    st.builds(
        e.RolesCast,
        st.lists(
            st.builds(
                e.CastRole,
                st.sampled_from(["coordinator", "employer", "x"]),
                st.sampled_from([ParticipantId("p1"), ParticipantId("p2"), e.LEADER, ParticipantId("x")]),
                st.sampled_from(["", "g1"]),
            ),
            max_size=3,
        ).map(tuple),
    ),
)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.tuples(any_event, st.integers(-5, 400)), max_size=30))
def test_random_events_never_fail_and_never_show_a_secret_before_its_time(events: list[tuple[object, int]]) -> None:
    context = a_context()
    state, at = KIND.start(context), START
    for event, seconds in events:
        at += timedelta(seconds=seconds)
        try:
            KIND.check(state, event, context)
        except KompetensError:
            continue
        state = KIND.fold(state, event, at, context)
        view = KIND.room(state, context)
        shown = repr(asdict(view))
        if view.shows != e.RoomShows.SECRETS:
            assert not [s for s in SECRETS if s in shown]
        assert not [s for s in (*LEADERS, "LEDARENS EGEN ANTECKNING") if s in shown]
        assert not [p.name for p in PEOPLE if p.name in shown]
        assert state.seconds(at) >= 0
        assert KIND.result(state, context) is not None


# ---------------------------------------------------------------- what is left in the protocol
def test_the_protocol_tells_what_was_seen_without_names() -> None:
    assert KIND.result(after(), a_context()).blocks == ()
    state = after(
        e.LevelChosen(3), cast(("coordinator", "p1")), e.PhaseEntered(PLAY), e.TurnMarked("t", "Hon fick tala klart"),
        e.SheetOpened("o1", "", ParticipantId("p2")), e.ItemRated("o1", "allas_mal", 2), e.SheetOpened("o2"),
        e.ItemRated("o2", "allas_mal", 1), e.CountTyped("o2", "reflections", 4), e.SheetOpened(e.SELF),
        e.ItemRated(e.SELF, "allas_mal", 1), e.ScaleRated("o1", "respect", 4), e.DebriefNoted("n", "En fråga i taget"),
    )  # fmt: skip
    blocks = KIND.result(state, a_context()).blocks
    tables = [b for b in blocks if isinstance(b, TableBlock)]
    assert tables[0].rows == (("Alla fick säga sitt mål", "2, 1", "1"),)
    assert tables[1].rows == (("Speglingar av något som sagts", "4", ""),)
    assert tables[2].rows[0][1:] == ("4", "")
    assert [b.items for b in blocks if isinstance(b, ListBlock)] == [("Hon fick tala klart",), ("En fråga i taget",)]
    assert [b.text for b in blocks if isinstance(b, TextBlock)] == [the_play().head.title, "Läget är skört"]
    assert not [p.name for p in PEOPLE if p.name in repr(blocks)]


def test_sheets_about_several_groups_are_never_seen_as_if_they_were_about_one() -> None:
    state = after(
        e.SheetOpened("a", "g1"), e.ItemRated("a", "allas_mal", 2), e.CountTyped("a", "reflections", 7),
        e.SheetOpened("b", "g2"), e.ItemRated("b", "allas_mal", 0), e.SheetOpened("self:g2", "g2"),
        e.ItemRated("self:g2", "allas_mal", 1), e.RoomTurned(e.RoomShows.OBSERVATIONS),
    )  # fmt: skip
    first = KIND.room(state, a_context())
    assert (first.group, first.observed[0].ratings, first.observed[0].own) == ("Grupp 1", (2,), ())
    other = KIND.room(after(e.GroupLookedAt("g2"), state=state), a_context())
    assert (other.group, other.observed[0].ratings, other.observed[0].own) == ("Grupp 2", (0,), (1,))
    assert all(count.times == () for count in other.counted)
    gone = after(e.GroupLookedAt("g2"), e.SheetRemoved("b"), e.SheetRemoved("self:g2"), state=state)
    assert KIND.room(gone, a_context()).group == "Grupp 1"
    assert refused(state, e.GroupLookedAt("g9")) == "no_such_group"
    tables = [b for b in KIND.result(state, a_context()).blocks if isinstance(b, TableBlock)]
    assert [(b.label.split(".")[0], b.rows[0][1:]) for b in tables] == [
        ("Grupp 1", ("2", "")), ("Grupp 1", ("7", "")), ("Grupp 2", ("0", "1")),
    ]  # fmt: skip


def test_notes_are_reworded_in_place_and_there_is_an_end_to_them() -> None:
    state = after(e.DebriefNoted("a", "Ett"), e.DebriefNoted("b", "Två"), e.DebriefNoted("a", "Ett, bättre"))
    assert [n.text for n in state.notes] == ["Ett, bättre", "Två"]
    assert [n.text for n in after(e.DebriefNoted("a", ""), state=state).notes] == ["Två"]
    assert refused(state, e.DebriefNoted("c", "")) == "no_such_point"
    full = after(*(e.DebriefNoted(str(n), "x") for n in range(MOST_NOTES)))
    assert refused(full, e.DebriefNoted("one more", "x")) == "list_full"
    assert after(e.DebriefNoted("1", "y"), state=full).notes[1].text == "y"
