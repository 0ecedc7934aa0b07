"""The rules of group work, commitments and follow-up."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, ActivityKind, ActivityResult, TableBlock, TextBlock
from kompetens_gui.domain.activities.commitments import KIND as COMMITMENTS
from kompetens_gui.domain.activities.commitments import MOST, CommitmentWritten
from kompetens_gui.domain.activities.follow_up import KIND as FOLLOW_UP
from kompetens_gui.domain.activities.follow_up import (
    FollowUpOutcome,
    FollowUpShown,
    FollowUpSubject,
    HappeningTold,
    OpenQuestionTaken,
    OutcomeTold,
)
from kompetens_gui.domain.activities.group_work import KIND
from kompetens_gui.domain.activities.group_work import events as e
from kompetens_gui.domain.activities.group_work.room import reading_parts
from kompetens_gui.domain.activities.group_work.tasks import questions, work_groups
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.workshop.events import ActivityHappened, GroupsArranged, RecordedEvent, SessionStarted, Undone
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    GroupId,
    Participant,
    ParticipantId,
    SmallGroup,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.series import Commitment, LeavesCommitments, SeriesMemory
from kompetens_gui.services.series import memory_of
from tests.domain.making import START
from tests.domain.material_making import material_of

REFS = ("coordination/samordning-brevbarare", "coordination/samordning-malare")
PEOPLE = tuple(Participant(ParticipantId(f"p{n}"), name) for n, name in enumerate(["Anna Ek", "Bo Alm", "Cem Kaya"]))
GROUPS = (
    SmallGroup(GroupId("g1"), "Grupp 1", (PEOPLE[0].id, PEOPLE[1].id)),
    SmallGroup(GroupId("g2"), "Grupp 2", (PEOPLE[2].id,)),
    SmallGroup(GroupId("g3"), "Grupp 3"),
)
NOW = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
PREVIOUS = SeriesMemory(
    "Workshop i oktober",
    date(2026, 10, 14),
    (Commitment("c1", "Ringer före dag 30", "Grupp 1"), Commitment("c2", "Frågar vad som går")),
    (),
    ("Vem kallar till mötet?", "Får chefen se planen?"),
)


def context(kind: str = "group_work", settings: dict[str, object] | None = None, **more: object) -> ActivityContext:
    given_settings = {"materials": REFS} if settings is None and kind == "group_work" else settings or {}
    item = AgendaItem(AgendaItemId("i"), kind, "Moment", 20, settings=given_settings)
    return ActivityContext(
        item,
        materials={ref: material_of(ref) for ref in REFS},
        **{"groups": GROUPS, "participants": PEOPLE, "previous": PREVIOUS, **more},  # type: ignore[arg-type]
    )


def happened(kind: ActivityKind[Any], where: ActivityContext, *events: object, state: object = None) -> Any:  # noqa: ANN401 - each kind has its own type
    state = kind.start(where) if state is None else state
    for event in events:
        kind.check(state, event, where)
        state = kind.fold(state, event, NOW, where)
    return state


def case_of(ref: str) -> CoordinationCase:
    case = material_of(ref)
    assert isinstance(case, CoordinationCase)
    return case


# ---------------------------------------------------------------- group work
def test_materials_are_given_out_in_turn_and_each_group_knows_its_own() -> None:
    where = context()
    made = work_groups(KIND.start(where), where)
    assert [g.material for g in made] == [REFS[0], REFS[1], REFS[0]]
    assert made[1].about == case_of(REFS[1]).head.title
    assert made[0].members == ("Anna Ek", "Bo Alm")


def test_one_material_is_for_all_and_without_any_there_is_only_the_task() -> None:
    one = context(settings={"material": REFS[1]})
    assert {g.material for g in work_groups(KIND.start(one), one)} == {REFS[1]}
    none = context(settings={"task": "Gör en lista."})
    assert {g.about for g in work_groups(KIND.start(none), none)} == {""}
    assert KIND.room(KIND.start(none), none).task == "Gör en lista."


def test_a_variant_is_one_of_the_materials_or_a_text_and_what_to_talk_about_stays_with_the_leader() -> None:
    own = case_of(REFS[0]).variants[0]
    where = context(settings={"material": REFS[0], "variants": ("", own.id, "Personen är man och undersköterska.")})
    state = KIND.start(where)
    made = work_groups(state, where)
    assert made[0].variant == ""
    assert own.change in made[1].variant
    assert made[1].talk_about == own.talk_about
    assert made[2].variant == "Personen är man och undersköterska."
    assert own.talk_about not in repr(asdict(KIND.room(state, where)))
    given_other = happened(KIND, where, e.VariantGiven("g1", own.id), e.VariantGiven("g2", ""))
    assert own.change in work_groups(given_other, where)[0].variant
    assert work_groups(given_other, where)[1].variant == ""


def test_each_group_has_a_timer_of_its_own_and_several_run_at_once() -> None:
    where = context(settings={"minutes_timer": 10})
    state = happened(KIND, where, e.GroupTimersStarted(("g1", "g2"), 600), e.GroupTimersStarted(("g3",)))
    later = NOW + timedelta(seconds=90)
    assert [state.of(g).timer.seconds_left(later) for g in ("g1", "g2", "g3")] == [510, 510, 510]
    state = KIND.fold(state, e.GroupTimersStopped(("g2",)), later, where)
    state = KIND.fold(state, e.GroupTimeAdded(("g1",), 60), later, where)
    much_later = later + timedelta(seconds=100)
    assert [state.of(g).timer.seconds_left(much_later) for g in ("g1", "g2", "g3")] == [470, 510, 410]
    again = KIND.fold(state, e.GroupTimersStarted(("g2",)), much_later, where)
    assert again.of("g2").timer.seconds_left(much_later + timedelta(seconds=10)) == 500
    over = much_later + timedelta(hours=2)
    assert again.of("g1").timer.seconds_left(over) == 0
    assert again.of("g1").timer.seconds_left(NOW - timedelta(hours=1)) <= 600 + 60


def test_answers_are_written_reworded_and_taken_away_group_by_group() -> None:
    where = context()
    state = happened(
        KIND,
        where,
        e.GroupAnswered("g1", 0, " Han klarar kontor. "),
        e.GroupAnswered("g2", 0, "Prognosen är oklar."),
        e.GroupAnswered("g1", 2, "Ring chefen."),
        e.GroupAnswered("g2", 0, ""),
        e.GroupFileRead("g3", (e.WrittenAnswer(0, "Ur filen"), e.WrittenAnswer(3, "Läkaren ringer"))),
    )
    assert dict(state.of("g1").answers) == {0: "Han klarar kontor.", 2: "Ring chefen."}
    assert dict(state.of("g2").answers) == {}
    room = KIND.room(KIND.fold(state, e.GroupRoomTurned(e.RoomShows.ANSWERS, 0), NOW, where), where)
    assert [(a.group, a.text) for a in room.answers] == [
        ("Grupp 1", "Han klarar kontor."),
        ("Grupp 2", ""),
        ("Grupp 3", "Ur filen"),
    ]


def test_the_room_sees_no_answer_before_it_is_turned_to_them() -> None:
    where = context()
    state = happened(KIND, where, e.GroupAnswered("g1", 0, "HEMLIGT SVAR"))
    assert "HEMLIGT SVAR" not in repr(asdict(KIND.room(state, where)))


def test_the_protocol_tells_answers_by_question_and_never_who_was_in_the_group() -> None:
    where = context()
    assert KIND.result(KIND.start(where), where).blocks == ()
    state = happened(KIND, where, e.GroupAnswered("g1", 0, "Vet"), e.GroupAnswered("g2", 3, "Läkaren"))
    blocks = KIND.result(state, where).blocks
    assert isinstance(blocks[0], TextBlock)
    tables = [b for b in blocks if isinstance(b, TableBlock)]
    assert [t.label for t in tables] == [questions(where)[0], questions(where)[3]]
    assert tables[0].rows == ((f"Grupp 1: {case_of(REFS[0]).head.title}", "Vet"),)
    assert not [p.name for p in PEOPLE if p.name in repr(blocks)]


def test_what_a_group_wrote_is_kept_when_the_groups_are_changed() -> None:
    where = context()
    state = happened(KIND, where, e.GroupAnswered("g3", 0, "Vi hann tre"))
    fewer = replace(where, groups=GROUPS[:2])
    assert [(g.name, g.is_gone) for g in work_groups(state, fewer)][-1] == ("Tidigare grupp", True)
    assert "Vi hann tre" in repr(KIND.result(state, fewer).blocks)
    with pytest.raises(ActivityRefused, match="no_such_group"):
        KIND.check(state, e.GroupAnswered("g3", 0, "mer"), fewer)


def test_the_whole_room_is_one_group_when_it_is_not_divided() -> None:
    where = context(groups=())
    state = happened(KIND, where, e.GroupAnswered("", 0, "Tillsammans"), e.GroupTimersStarted(("",), 60))
    assert [g.name for g in work_groups(state, where)] == ["Alla tillsammans"]
    with pytest.raises(ActivityRefused, match="no_such_group"):
        KIND.check(KIND.start(context()), e.GroupAnswered("", 0, "Tillsammans"), context())


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (e.GroupTimersStarted((), 60), "no_such_group"),
        (e.GroupTimersStarted(("g1",), -1), "no_such_time"),
        (e.GroupTimersStarted(("g1",), 99_999), "no_such_time"),
        (e.GroupTimeAdded(("g9",), 60), "no_such_group"),
        (e.GroupAnswered("g1", 4, "x"), "no_such_question_here"),
        (e.GroupAnswered("g1", 0, "x" * 1501), "text_too_long"),
        (e.GroupFileRead("g1", (e.WrittenAnswer(-1, "x"),)), "no_such_question_here"),
        (e.VariantGiven("g1", "x" * 601), "text_too_long"),
        (e.GroupRoomTurned(e.RoomShows.ANSWERS, 4), "no_such_question_here"),
        (e.ReadingRevealed("coordination/nothing", e.ReadingPart.STEPS), "material_missing"),
        (e.ReadingHidden(REFS[0], e.ReadingPart.STEPS), "not_revealed"),
        ("something else", "unknown_event"),
    ],
)
def test_what_cannot_happen_in_group_work_is_refused(event: object, reason: str) -> None:
    where = context()
    with pytest.raises(ActivityRefused, match=reason):
        KIND.check(KIND.start(where), event, where)


@pytest.mark.parametrize(
    "bad",
    [
        {"task": 3},
        {"material": "role_play/x"},
        {"materials": ("coordination/a", "letter/b")},
        {"materials": "coordination/a"},
        {"questions": ("",)},
        {"questions": ("x",) * 9},
        {"questions": ("x" * 201,)},
        {"variants": ("x" * 601,)},
        {"minutes_timer": 0},
        {"minutes_timer": 61},
    ],
)
def test_settings_that_cannot_be_used_are_refused(bad: dict[str, object]) -> None:
    with pytest.raises(InvalidSettings):
        KIND.check_settings(bad)


def secrets_of(case: CoordinationCase) -> dict[e.ReadingPart, list[str]]:
    """What only a part's own reveal may show."""
    return {
        e.ReadingPart.KNOWN: [k.text for k in case.known],
        e.ReadingPart.UNKNOWN: list(case.unknown),
        e.ReadingPart.IMPULSES: [t for i in case.impulses for t in (i.why, i.question)],
        e.ReadingPart.STEPS: [t for s in case.steps for t in (s.text, s.speaks_for, s.speaks_against)],
        e.ReadingPart.CALLS: [t for c in case.calls for t in (c.about, c.first_sentence)],
        e.ReadingPart.IF_NOTHING: [case.if_nothing.medical, case.if_nothing.social, case.if_nothing.economic],
    }


ids = st.sampled_from(["g1", "g2", "g3", "g9", ""])
several = st.lists(ids, max_size=4).map(tuple)
parts = st.sampled_from(list(e.ReadingPart))
group_events = st.one_of(
    st.builds(e.GroupTimersStarted, several, st.integers(-5, 4000)),
    st.builds(e.GroupTimersStopped, several),
    st.builds(e.GroupTimeAdded, several, st.integers(-5000, 5000)),
    st.builds(e.GroupStatusSet, ids),
    st.builds(e.GroupAnswered, ids, st.integers(-1, 5), st.text(max_size=20)),
    st.builds(
        e.GroupFileRead, ids, st.lists(st.builds(e.WrittenAnswer, st.integers(-1, 5), st.text(max_size=9))).map(tuple)
    ),
    st.builds(e.VariantGiven, ids, st.text(max_size=9)),
    st.builds(e.GroupRoomTurned, st.sampled_from(list(e.RoomShows)), st.integers(-1, 5), st.integers(-1, 3)),
    st.builds(e.ReadingRevealed, st.sampled_from([*REFS, "x/y"]), parts),
    st.builds(e.ReadingHidden, st.sampled_from(REFS), parts),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(group_events, max_size=25))
def test_any_events_leave_a_room_that_shows_only_the_part_that_was_revealed_last(events: list[Any]) -> None:
    where = context()
    state = KIND.start(where)
    for event in events:
        try:
            state = happened(KIND, where, event, state=state)
        except KompetensError:
            continue
        room = KIND.room(state, where)
        KIND.result(state, where)
        shown = repr(asdict(room))
        for ref in REFS:
            case = case_of(ref)
            assert case.leader_notes not in shown
            for part, texts in secrets_of(case).items():
                if room.reading is None or state.reading != (ref, part):
                    assert not [t for t in texts if repr(t)[1:-1] in shown], (ref, part)
        if room.reading is not None:
            assert state.reading in state.revealed
            assert state.shows == e.RoomShows.READING


def test_each_part_of_the_reading_is_shown_page_by_page_and_hidden_on_its_own() -> None:
    where = context()
    for part in reading_parts(case_of(REFS[0])):
        state = happened(KIND, where, e.ReadingRevealed(REFS[0], part))
        shown = ""
        for page in range(KIND.pages(state, where)):
            turned = happened(KIND, where, e.GroupRoomTurned(e.RoomShows.READING, 0, page), state=state)
            reading = KIND.room(turned, where).reading
            assert reading is not None
            assert (reading.page, reading.pages) == (page, KIND.pages(state, where))
            shown += repr(asdict(reading))
        assert all(repr(t)[1:-1].strip("”") in shown for t in secrets_of(case_of(REFS[0]))[part])
        with pytest.raises(ActivityRefused, match="no_such_page"):
            KIND.check(state, e.GroupRoomTurned(e.RoomShows.READING, 0, KIND.pages(state, where)), where)
        assert KIND.room(happened(KIND, where, e.ReadingHidden(REFS[0], part), state=state), where).reading is None


def test_a_session_replays_when_the_groups_it_leaned_on_are_taken_back() -> None:
    session = WorkshopSession(
        WorkshopSessionId("s"),
        "workshop",
        "Samordning",
        40,
        participants=PEOPLE,
        agenda=(
            AgendaItem(AgendaItemId("i"), "group_work", "Grupper", 20),
            AgendaItem(AgendaItemId("j"), "commitments", "Prövar", 20),
        ),
    )
    log = SessionLog.replay(session, FrozenContent(), (RecordedEvent(1, START, SessionStarted(AgendaItemId("i"))),))
    for event in (
        GroupsArranged(GROUPS),
        ActivityHappened(AgendaItemId("i"), e.GroupAnswered("g1", 0, "Vi vet")),
        ActivityHappened(AgendaItemId("j"), CommitmentWritten("c", "Ringer", "", "g1")),
    ):
        log.check(event)
        log = log.with_event(RecordedEvent(log.next_seq, START, event))
    assert memory_of(log).commitments == (Commitment("c", "Ringer", "Grupp 1"),)
    back = log.with_event(RecordedEvent(log.next_seq, START, Undone(2)))
    assert back.session.groups == ()
    assert memory_of(back).commitments == (Commitment("c", "Ringer"),)
    item = back.session.agenda[0]
    state: Any = back.state.activity_state(item)
    assert "Vi vet" in repr(KIND.result(state, back.state.context(item)))


# ---------------------------------------------------------------- commitments
def test_commitments_are_written_reworded_and_removed_and_the_next_session_is_left_them() -> None:
    where = context("commitments", {"per_group": True})
    state = happened(
        COMMITMENTS,
        where,
        CommitmentWritten("a", " Ringer chefen först ", "före dag 30", "g1"),
        CommitmentWritten("b", "Skriver kortare"),
        CommitmentWritten("b", "Skriver kortare frågor"),
        CommitmentWritten("c", "Ångrat"),
        CommitmentWritten("c", ""),
    )
    leaves: object = state
    assert isinstance(leaves, LeavesCommitments)
    assert state.commitments == (
        Commitment("a", "Ringer chefen först", "Grupp 1", "före dag 30"),
        Commitment("b", "Skriver kortare frågor"),
    )
    assert (state.group_of("a"), state.group_of("b")) == ("g1", "")
    block = COMMITMENTS.result(state, where).blocks[0]
    assert isinstance(block, TableBlock)
    assert block.rows[0] == ("Grupp 1", "Ringer chefen först", "före dag 30")


@pytest.mark.parametrize("text", ["Anna Ek ringer chefen", "Jag frågar bo  alms chef", "ring CEM KAYA."])
def test_a_commitment_with_a_participants_name_is_refused(text: str) -> None:
    where = context("commitments")
    with pytest.raises(ActivityRefused, match="names_somebody"):
        COMMITMENTS.check(COMMITMENTS.start(where), CommitmentWritten("a", text), where)
    COMMITMENTS.check(COMMITMENTS.start(where), CommitmentWritten("a", "Frågar under eken och almen"), where)


def test_commitments_have_an_end_and_the_list_can_still_be_changed_when_it_is_full() -> None:
    where = context("commitments")
    state = happened(COMMITMENTS, where, *(CommitmentWritten(f"c{n}", "Prövar") for n in range(MOST)))
    with pytest.raises(ActivityRefused, match="list_full"):
        COMMITMENTS.check(state, CommitmentWritten("one more", "Prövar"), where)
    fewer = happened(COMMITMENTS, where, CommitmentWritten("c0", "Annat"), CommitmentWritten("c1", ""), state=state)
    assert len(fewer.commitments) == MOST - 1


def test_groups_write_only_where_there_are_groups() -> None:
    assert COMMITMENTS.per_group(context("commitments", {"per_group": True}))
    assert not COMMITMENTS.per_group(context("commitments", {"per_group": True}, groups=()))
    assert not COMMITMENTS.per_group(context("commitments"))


# ---------------------------------------------------------------- follow-up
def test_follow_up_begins_with_what_the_last_session_left() -> None:
    where = context("follow_up")
    state = FOLLOW_UP.start(where)
    assert [f.commitment.id for f in state.followed] == ["c1", "c2"]
    assert FOLLOW_UP.room(state, where).questions == PREVIOUS.open_questions
    assert FOLLOW_UP.result(state, where).blocks == ()


def test_what_came_of_it_is_told_and_what_is_not_tried_yet_goes_along() -> None:
    where = context("follow_up")
    state = happened(
        FOLLOW_UP,
        where,
        OutcomeTold("c1", FollowUpOutcome.TRIED),
        HappeningTold("c1", "Gick fortare än väntat"),
        OutcomeTold("c2", FollowUpOutcome.NOT_YET),
        OpenQuestionTaken(1, "Ja, det som rör arbetet."),
    )
    leaves: object = state
    assert isinstance(leaves, LeavesCommitments)
    assert [c.id for c in state.commitments] == ["c2"]
    blocks = FOLLOW_UP.result(state, where).blocks
    assert isinstance(blocks[0], TableBlock)
    assert blocks[0].rows[0] == ("Ringer före dag 30", "Prövat", "Gick fortare än väntat")
    assert blocks[1] == TextBlock("Ja, det som rör arbetet.", "Får chefen se planen?")
    dropped = happened(FOLLOW_UP, where, OutcomeTold("c2", FollowUpOutcome.DROPPED), state=state)
    assert dropped.commitments == ()
    # What nobody had time for is not lost either.
    assert [c.id for c in happened(FOLLOW_UP, where, OutcomeTold("c2", None), state=state).commitments] == ["c2"]
    assert [c.id for c in FOLLOW_UP.start(where).commitments] == ["c1", "c2"]


def test_without_an_earlier_session_there_is_nothing_to_follow_up() -> None:
    where = context("follow_up", previous=None)
    state = FOLLOW_UP.start(where)
    assert state.followed == ()
    assert FOLLOW_UP.room(state, where).earlier == ""
    with pytest.raises(ActivityRefused):
        FOLLOW_UP.check(state, FollowUpShown(FollowUpSubject.COMMITMENT, 0), where)
    FOLLOW_UP.check(state, FollowUpShown(FollowUpSubject.OVERVIEW), where)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (OutcomeTold("c9", FollowUpOutcome.TRIED), "no_such_commitment"),
        (HappeningTold("c1", "x" * 401), "text_too_long"),
        (HappeningTold("c1", "Anna Ek hann inte"), "names_somebody"),
        (OpenQuestionTaken(2, "x"), "no_such_question_here"),
        (FollowUpShown(FollowUpSubject.QUESTION, 2), "no_such_question_here"),
        ("something else", "unknown_event"),
    ],
)
def test_what_cannot_happen_in_a_follow_up_is_refused(event: object, reason: str) -> None:
    where = context("follow_up")
    with pytest.raises(ActivityRefused, match=reason):
        FOLLOW_UP.check(FOLLOW_UP.start(where), event, where)


commitment_events = st.builds(
    CommitmentWritten,
    st.sampled_from("abc"),
    st.text(max_size=9),
    st.text(max_size=9),
    st.sampled_from(["", "g1", "g9"]),
)
follow_up_events = st.one_of(
    st.builds(OutcomeTold, st.sampled_from(["c1", "c2", "x"])),
    st.builds(HappeningTold, st.sampled_from(["c1", "x"]), st.text(max_size=9)),
    st.builds(OpenQuestionTaken, st.integers(-1, 3), st.text(max_size=9)),
    st.builds(FollowUpShown, st.sampled_from(list(FollowUpSubject)), st.integers(-1, 3)),
)


@pytest.mark.parametrize(("kind", "events"), [(COMMITMENTS, commitment_events), (FOLLOW_UP, follow_up_events)])
@given(data=st.data())
def test_any_events_leave_something_to_show(
    kind: ActivityKind[Any], events: st.SearchStrategy[Any], data: st.DataObject
) -> None:
    where = context(kind.id, {})
    state = kind.start(where)
    for event in data.draw(st.lists(events, max_size=20)):
        try:
            state = happened(kind, where, event, state=state)
        except KompetensError:
            continue
        room: Any = kind.room(state, where)  # each kind has its own type
        assert room.title == where.item.title
        assert isinstance(kind.result(state, where), ActivityResult)


def test_a_follow_up_that_was_never_come_to_leaves_everything_to_the_next_session() -> None:
    session = WorkshopSession(
        WorkshopSessionId("s"),
        "workshop",
        "Samordning",
        40,
        participants=PEOPLE,
        agenda=(
            AgendaItem(AgendaItemId("i"), "takeaways", "Tre saker", 20),
            AgendaItem(AgendaItemId("j"), "follow_up", "Sedan sist", 20),
        ),
    )
    start = (RecordedEvent(1, START, SessionStarted(AgendaItemId("i"))),)
    left = memory_of(SessionLog.replay(session, FrozenContent(previous=PREVIOUS), start))
    assert left.commitments == PREVIOUS.commitments
    assert left.open_questions == PREVIOUS.open_questions
