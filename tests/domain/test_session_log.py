from dataclasses import asdict, is_dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ListBlock, Round
from kompetens_gui.domain.activities.discussion import PointCaptured, TalkTimerStarted
from kompetens_gui.domain.activities.mark_chain.events import (
    FieldBrought,
    KeyHidden,
    KeyRevealed,
    NodeRemoved,
    NodesLinked,
    RoomShows,
    RoomViewChosen,
    SecondRoundOpened,
    SlotMarkedMissing,
    SpanMarked,
)
from kompetens_gui.domain.activities.read_certificate import FieldShown, PaperReleased, PaperShown
from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS, activity_kind
from kompetens_gui.domain.activities.rewrite import (
    ExplanationChosen,
    LineRewritten,
    RewriteModelHidden,
    RewriteModelRevealed,
)
from kompetens_gui.domain.activities.sufficiency_vote import HandsCounted, PartRevealed, RevealPart, SecondVoteOpened
from kompetens_gui.domain.activities.takeaways import TakeawayMoved, TakeawayWritten
from kompetens_gui.domain.activities.write_supplement import SupplementModelRevealed, SupplementWritten
from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.errors import ActivityRefused, KompetensError, NothingToUndo, SessionNotRunning, SpanNotFound
from kompetens_gui.domain.medical_certificate import ACTIVITY, DIAGNOSIS, FUNCTION, FieldId
from kompetens_gui.domain.workshop.events import (
    ActivityHappened,
    AttendanceMarked,
    AttendanceStatus,
    ItemEntered,
    MinutesAdjusted,
    NoteWritten,
    QuestionCaptured,
    QuestionCategory,
    RoomBlackened,
    RoomFrozen,
    SessionClosed,
    TimerPaused,
    TimerResumed,
)
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItemId, ParticipantId
from tests.domain.making import SECRETS, START, a_case, a_medical_certificate, a_session, accept, started


def item_of(kind: str) -> AgendaItemId:
    return AgendaItemId(f"item-{ACTIVITY_KINDS.index(kind) + 1}")


def did(kind: str, what: object) -> ActivityHappened:
    return ActivityHappened(item_of(kind), what)


def state_of(log: SessionLog, kind: str) -> object:
    item = log.session.item(item_of(kind))
    assert item is not None
    return log.state.activity_state(item)


MARK_D = SpanMarked(NodeId("d"), SpanKind.DIAGNOSIS, DIAGNOSIS, "Utmattningssyndrom")
MARK_F = SpanMarked(NodeId("f"), SpanKind.FUNCTION, FUNCTION, "Tappar tråden")
MARK_A = SpanMarked(NodeId("a"), SpanKind.ACTIVITY, ACTIVITY, "Kan inte arbeta.")


def test_the_log_replayed_gives_the_state_it_grew_to() -> None:
    log = accept(
        started(),
        ItemEntered(item_of("mark_chain")),
        did("mark_chain", MARK_D),
        did("mark_chain", MARK_F),
        did("mark_chain", NodesLinked(NodeId("d"), NodeId("f"))),
        MinutesAdjusted(item_of("mark_chain"), 5),
        TimerPaused(),
        NoteWritten("n", "tala långsamt"),
    )
    assert SessionLog.replay(log.plan, log.frozen, log.events).state == log.state


def test_undo_takes_back_one_step_at_a_time_and_redo_brings_it_back() -> None:
    log = accept(started(), did("mark_chain", MARK_D), did("mark_chain", MARK_F))
    undone = accept(log, log.undo_event())
    assert [n.id for n in state_of(undone, "mark_chain").chain.nodes] == ["d"]  # type: ignore[attr-defined]
    twice = accept(undone, undone.undo_event())
    assert state_of(twice, "mark_chain").chain.nodes == ()  # type: ignore[attr-defined]
    with pytest.raises(NothingToUndo):
        twice.undo_event()
    back = accept(twice, twice.redo_event())
    assert [n.id for n in state_of(back, "mark_chain").chain.nodes] == ["d"]  # type: ignore[attr-defined]
    again = accept(back, back.redo_event())
    assert again.state == log.state
    with pytest.raises(NothingToUndo):
        again.redo_event()


def test_redo_is_gone_once_something_new_has_happened() -> None:
    log = accept(started(), did("mark_chain", MARK_D))
    log = accept(log, log.undo_event())
    log = accept(log, did("mark_chain", MARK_F))
    with pytest.raises(NothingToUndo):
        log.redo_event()


def test_going_on_can_be_undone_but_the_start_cannot() -> None:
    log = started()
    with pytest.raises(NothingToUndo):
        log.undo_event()
    log = accept(log, ItemEntered(item_of("read_certificate")))
    assert accept(log, log.undo_event()).state.current == item_of("information")


def test_the_clock_counts_what_was_spent_and_stands_while_paused() -> None:
    log = accept(started(), TimerPaused(), after=60)
    now = START + timedelta(seconds=600)
    assert log.state.seconds_used(item_of("information"), now) == 60
    log = accept(log, TimerResumed(), after=30)
    assert log.state.seconds_used(item_of("information"), START + timedelta(seconds=100)) == 70
    log = accept(log, MinutesAdjusted(item_of("information"), -20), after=1)
    item = log.state.item
    assert item is not None
    assert log.state.minutes_of(item) == 1, "an item never shrinks to nothing"


def test_time_spent_on_an_item_is_kept_when_the_leader_comes_back_to_it() -> None:
    log = accept(started(), ItemEntered(item_of("read_certificate")), after=100)
    log = accept(log, ItemEntered(item_of("information")), after=50)
    assert log.state.seconds_used(item_of("information"), START + timedelta(seconds=160)) == 110


def test_where_the_room_looks_is_not_what_undo_takes_back() -> None:
    log = accept(started(), did("mark_chain", MARK_D), did("mark_chain", FieldBrought(ACTIVITY)))
    assert state_of(log, "mark_chain").field == ACTIVITY  # type: ignore[attr-defined]
    undone = accept(log, log.undo_event())
    assert state_of(undone, "mark_chain").chain.nodes == ()  # type: ignore[attr-defined]
    assert state_of(undone, "mark_chain").field == ACTIVITY  # type: ignore[attr-defined]


def test_a_frozen_room_keeps_its_picture_while_the_leader_goes_on() -> None:
    log = accept(started(), RoomFrozen(True), ItemEntered(item_of("takeaways")))
    assert log.state.room_picture().kind == "information"
    assert log.state.room_picture().frozen
    log = accept(log, RoomFrozen(False))
    assert log.state.room_picture().kind == "takeaways"


def test_black_is_only_for_the_room_and_is_not_undone_with_the_work() -> None:
    log = accept(started(), did("mark_chain", MARK_D), RoomBlackened(True))
    assert log.state.room_picture().black
    log = accept(log, log.undo_event())
    assert log.state.black
    assert state_of(log, "mark_chain").chain.nodes == ()  # type: ignore[attr-defined]


def test_questions_and_notes_can_be_written_reworded_and_taken_away() -> None:
    log = accept(started(), QuestionCaptured("q", " Räcker det? ", QuestionCategory.RULE), NoteWritten("n", "x"))
    assert [(q.text, q.category) for q in log.state.questions] == [("Räcker det?", QuestionCategory.RULE)]
    log = accept(log, QuestionCaptured("q", ""), NoteWritten("n", ""))
    assert log.state.questions == ()
    assert log.state.notes == ()


def test_a_closed_session_takes_attendance_but_no_more_marks() -> None:
    log = accept(started(), SessionClosed(), AttendanceMarked(ParticipantId("p1"), AttendanceStatus.LATE, 45))
    assert log.state.attendance[ParticipantId("p1")].minutes == 45
    with pytest.raises(SessionNotRunning):
        log.check(did("mark_chain", MARK_D))
    with pytest.raises(ActivityRefused):
        log.check(AttendanceMarked(ParticipantId("nobody"), AttendanceStatus.PRESENT, 10))


@pytest.mark.parametrize(
    ("kind", "what", "error"),
    [
        ("mark_chain", SpanMarked(NodeId("x"), SpanKind.FUNCTION, FUNCTION, "står inte här"), SpanNotFound),
        ("mark_chain", NodeRemoved(NodeId("x")), ActivityRefused),
        ("mark_chain", KeyRevealed(Perspective.PHYSICIAN), ActivityRefused),
        ("mark_chain", KeyHidden(), ActivityRefused),
        ("mark_chain", HandsCounted(Round.FIRST, 0, 1), ActivityRefused),
        ("sufficiency_vote", HandsCounted(Round.FIRST, 7, 1), ActivityRefused),
        ("sufficiency_vote", HandsCounted(Round.FIRST, 0, -1), ActivityRefused),
        ("sufficiency_vote", HandsCounted(Round.SECOND, 0, 1), ActivityRefused),
        ("read_certificate", PaperShown("plan"), ActivityRefused),
        ("read_certificate", PaperReleased("nothing"), ActivityRefused),
        ("write_supplement", SupplementWritten("x" * 601), ActivityRefused),
        ("discussion", TalkTimerStarted(0), ActivityRefused),
        ("takeaways", TakeawayMoved("nothing", 0), ActivityRefused),
        ("rewrite", ExplanationChosen(NodeId("nothing")), ActivityRefused),
    ],
)
def test_what_cannot_happen_is_refused(kind: str, what: object, error: type[KompetensError]) -> None:
    with pytest.raises(error):
        started().check(did(kind, what))


def test_infection_carrier_certificates_are_never_marked_with_function_or_activity() -> None:
    carrier = a_medical_certificate(infection_carrier=True)
    log = started(case=a_case(medical_certificates=(carrier,)))
    log.check(did("mark_chain", MARK_D))
    for what in (MARK_F, MARK_A, SlotMarkedMissing(NodeId("s"), SpanKind.FUNCTION, "?")):
        with pytest.raises(ActivityRefused):
            log.check(did("mark_chain", what))


def test_the_second_round_keeps_the_first_as_it_stood() -> None:
    log = accept(
        started(), did("mark_chain", MARK_D), did("mark_chain", SecondRoundOpened()), did("mark_chain", MARK_F)
    )
    state = state_of(log, "mark_chain")
    assert [n.id for n in state.first.nodes] == ["d"]  # type: ignore[attr-defined]
    assert [n.id for n in state.chain.nodes] == ["d", "f"]  # type: ignore[attr-defined]


def test_changing_the_kind_of_a_mark_takes_away_links_that_no_longer_fit() -> None:
    log = accept(
        started(),
        did("mark_chain", MARK_D),
        did("mark_chain", MARK_F),
        did("mark_chain", NodesLinked(NodeId("d"), NodeId("f"))),
        did("mark_chain", SpanMarked(NodeId("f"), SpanKind.ACTIVITY, FUNCTION, "Tappar tråden")),
    )
    state = state_of(log, "mark_chain")
    assert state.chain.links == ()  # type: ignore[attr-defined]


def test_the_three_reveals_of_a_vote_are_apart() -> None:
    log = accept(
        started(), ItemEntered(item_of("sufficiency_vote")), did("sufficiency_vote", HandsCounted(Round.FIRST, 1, 6))
    )
    room = log.state.room_picture().view
    assert (room.voted, room.first, room.verdicts) == (None, None, ())  # type: ignore[attr-defined]
    log = accept(log, did("sufficiency_vote", PartRevealed(RevealPart.COUNT)))
    room = log.state.room_picture().view
    assert (room.voted, room.first, room.verdicts) == (6, None, ())  # type: ignore[attr-defined]
    log = accept(log, did("sufficiency_vote", PartRevealed(RevealPart.DISTRIBUTION)))
    room = log.state.room_picture().view
    assert (room.first, room.verdicts) == ((0, 6, 0), ())  # type: ignore[attr-defined]
    log = accept(log, did("sufficiency_vote", PartRevealed(RevealPart.KEY)))
    assert len(log.state.room_picture().view.verdicts) == 2  # type: ignore[attr-defined]
    log = accept(log, did("sufficiency_vote", SecondVoteOpened()))
    assert log.state.room_picture().view.voted is None, "a new vote is hidden again"  # type: ignore[attr-defined]


def test_a_second_vote_later_on_the_agenda_stands_beside_the_first() -> None:
    session = a_session(("sufficiency_vote", "mark_chain", "sufficiency_vote"))
    session = session.with_item(replace(session.agenda[2], settings={"second_round": True}))
    first, second = session.agenda[0].id, session.agenda[2].id
    log = accept(started(session), ActivityHappened(first, HandsCounted(Round.FIRST, 0, 2)), ItemEntered(second))
    log = accept(
        log,
        ActivityHappened(second, HandsCounted(Round.SECOND, 1, 5)),
        ActivityHappened(second, PartRevealed(RevealPart.DISTRIBUTION)),
    )
    room = log.state.room_picture().view
    assert (room.first, room.second) == ((2, 0, 0), (0, 5, 0))  # type: ignore[attr-defined]
    with pytest.raises(ActivityRefused):
        log.check(ActivityHappened(second, HandsCounted(Round.FIRST, 0, 1)))


def test_rewriting_a_line_updates_the_groups_chain() -> None:
    log = accept(
        started(),
        did("mark_chain", MARK_D),
        did("mark_chain", MARK_F),
        did("mark_chain", MARK_A),
        ItemEntered(item_of("rewrite")),
        did("rewrite", LineRewritten("Klarar två möten om dagen.")),
        did("rewrite", ExplanationChosen(NodeId("f"))),
    )
    item = log.session.item(item_of("rewrite"))
    assert item is not None
    chain = activity_kind("rewrite").chain(log.state.activity_state(item), log.state.context(item))
    assert chain is not None
    changed = chain.node(NodeId("a"))
    assert changed is not None
    assert changed.text == "Klarar två möten om dagen."
    assert [n.id for n in chain.sources(NodeId("a"), SpanKind.FUNCTION)] == ["f"]
    before = state_of(log, "mark_chain")
    assert before.chain.node(NodeId("a")).text == "Kan inte arbeta."  # type: ignore[attr-defined]


def test_takeaways_are_ranked_and_points_are_kept_by_card() -> None:
    log = accept(
        started(),
        did("takeaways", TakeawayWritten("1", "ett")),
        did("takeaways", TakeawayWritten("2", "två")),
        did("takeaways", TakeawayMoved("2", 0)),
        did("discussion", PointCaptured("p", "en poäng")),
    )
    assert [t.text for t in state_of(log, "takeaways").items] == ["två", "ett"]  # type: ignore[attr-defined]
    assert [p.text for p in state_of(log, "discussion").points] == ["en poäng"]  # type: ignore[attr-defined]


# ---------------------------------------------------------------- random sessions
quiet_events = st.one_of(
    st.sampled_from(
        [
            did("mark_chain", MARK_D),
            did("mark_chain", MARK_F),
            did("mark_chain", MARK_A),
            did("mark_chain", NodesLinked(NodeId("d"), NodeId("f"))),
            did("mark_chain", NodesLinked(NodeId("f"), NodeId("a"))),
            did("mark_chain", NodeRemoved(NodeId("f"))),
            did("mark_chain", SecondRoundOpened()),
            did("mark_chain", KeyHidden()),
            *(did("mark_chain", RoomViewChosen(s)) for s in RoomShows),
            did("sufficiency_vote", HandsCounted(Round.FIRST, 0, 3)),
            did("sufficiency_vote", PartRevealed(RevealPart.COUNT)),
            did("sufficiency_vote", PartRevealed(RevealPart.DISTRIBUTION)),
            did("sufficiency_vote", SecondVoteOpened()),
            did("write_supplement", SupplementWritten("Vad såg ni?")),
            did("rewrite", LineRewritten("En ny mening.")),
            did("rewrite", RewriteModelHidden()),
            did("read_certificate", FieldShown(FUNCTION)),
            did("discussion", TalkTimerStarted(120)),
            RoomFrozen(True),
            RoomFrozen(False),
            RoomBlackened(True),
            TimerPaused(),
            TimerResumed(),
        ]
    ),
    st.sampled_from([ItemEntered(i.id) for i in a_session().agenda]),
    st.sampled_from(["undo", "redo"]),
)


def play(log: SessionLog, events: list[object]) -> SessionLog:
    for event in events:
        try:
            wanted = log.undo_event() if event == "undo" else log.redo_event() if event == "redo" else event
            log = accept(log, wanted)
        except KompetensError:
            continue
    return log


def every_text(value: object) -> str:
    return repr(asdict(value)) if is_dataclass(value) and not isinstance(value, type) else repr(value)


@settings(max_examples=150, deadline=None)
@given(st.lists(quiet_events, max_size=25))
def test_nothing_of_the_key_reaches_the_room_without_a_reveal(events: list[object]) -> None:
    log = play(started(), events)
    for item in log.session.agenda:
        view = activity_kind(item.kind).room(log.state.activity_state(item), log.state.context(item))
        shown = every_text(view)
        assert not [s for s in SECRETS if s in shown], (item.kind, shown)
    assert not [s for s in SECRETS if s in every_text(log.state.room_picture().view)]


@settings(max_examples=100, deadline=None)
@given(st.lists(quiet_events, max_size=25))
def test_any_session_replays_to_the_same_state(events: list[object]) -> None:
    log = play(started(), events)
    assert SessionLog.replay(log.plan, log.frozen, log.events).state == log.state


def test_each_reveal_shows_its_own_secret_and_nothing_else() -> None:
    reveals = {
        "mark_chain": (KeyRevealed(Perspective.ADVISER), {"VARFÖR", "FACITFRÅGA", "FACITSKÄL"}),
        "write_supplement": (SupplementModelRevealed(), {"MODELLFRÅGA", "VARFÖR"}),
        "rewrite": (RewriteModelRevealed(), {"MODELLTEXT"}),
        "sufficiency_vote": (PartRevealed(RevealPart.KEY), {"FACITSKÄL", "FACITVÄG"}),
        "read_certificate": (PaperReleased("plan"), {"HEMLIG PLAN"}),
    }
    for kind, (event, expected) in reveals.items():
        log = accept(started(), ItemEntered(item_of(kind)), did(kind, event))
        shown = every_text(log.state.room_picture().view)
        assert {s for s in SECRETS if s in shown} == expected, kind


def test_every_kind_starts_draws_its_room_and_has_a_result() -> None:
    log = started()
    for item in log.session.agenda:
        kind = activity_kind(item.kind)
        state, context = log.state.activity_state(item), log.state.context(item)
        assert kind.room(state, context) is not None
        assert kind.id == item.kind
        assert kind.result(state, context) is not None


def test_loose_work_tasks_and_grounds_stand_in_the_protocol() -> None:
    log = accept(
        started(),
        did("mark_chain", MARK_D),
        did("mark_chain", SpanMarked(NodeId("w"), SpanKind.WORK_TASK, FieldId("29.1"), "leder möten")),
    )
    item = log.session.item(item_of("mark_chain"))
    assert item is not None
    result = activity_kind("mark_chain").result(log.state.activity_state(item), log.state.context(item))
    assert any(isinstance(b, ListBlock) and b.items == ("leder möten",) for b in result.blocks)
