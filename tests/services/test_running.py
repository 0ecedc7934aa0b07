from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.activities.discussion import PointCaptured
from kompetens_gui.domain.activities.mark_chain.events import SpanMarked
from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.errors import (
    ActivityRefused,
    CaseMissing,
    DiskFull,
    InvalidValue,
    KompetensError,
    NotFound,
    NothingToUndo,
    SessionAlreadyRunning,
    SessionNotReady,
    SessionNotRunning,
    SpanNotFound,
    StorageFailed,
)
from kompetens_gui.domain.medical_certificate import DIAGNOSIS
from kompetens_gui.domain.workshop.events import (
    ActivityHappened,
    AttendanceMarked,
    AttendanceStatus,
    ItemEntered,
    MinutesAdjusted,
    NoteWritten,
    ParticipantJoined,
    QuestionCaptured,
    RecordedEvent,
    RoomBlackened,
    SessionClosed,
    SessionStarted,
    TimerPaused,
)
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import (
    AgendaItemId,
    Participant,
    ParticipantId,
    Role,
    SessionStatus,
    WorkshopSessionId,
)
from kompetens_gui.services.news import LogGrew, News, SessionsChanged
from kompetens_gui.services.ports import LogWriter
from kompetens_gui.services.running import RunningParts, RunningService, RunningSession
from tests.domain.making import a_case, a_session
from tests.services.surroundings import DETAILS, Program, Shipped

ID = a_session().id
WHOLE = a_session().minutes
MARK = ActivityHappened(
    AgendaItemId("item-3"), SpanMarked(NodeId("d"), SpanKind.DIAGNOSIS, DIAGNOSIS, "Utmattningssyndrom")
)


@pytest.fixture
def session(program: Program) -> RunningSession:
    return program.running.start(program.planned(a_session()))


def on_disk(program: Program) -> Sequence[RecordedEvent]:
    with program.work() as work:
        return work.events.read(ID)


def status(program: Program) -> SessionStatus:
    return program.planning.get(ID).status


# -- starting


def test_starting_begins_with_the_first_item_and_tells(program: Program, session: RunningSession) -> None:
    assert session.state.current == "item-1"
    assert session.state.is_running
    assert status(program) == SessionStatus.RUNNING
    assert [e.event for e in on_disk(program)] == [SessionStarted(AgendaItemId("item-1"))]
    assert program.news[-1] == SessionsChanged(ID)
    assert program.running.open_session is session
    assert program.running.start(ID) is session


def test_the_cases_are_frozen_at_the_start(program: Program, session: RunningSession) -> None:
    before = session.state.room_picture()
    program.bank.cases[CaseId("utmattning")] = a_case(title="Ändrat i banken", keys=())
    again = program.crash()
    try:
        log = again.running.resume(ID).log
        assert log.cases[CaseId("utmattning")] == a_case()
        assert log.state.room_picture() == before
        program.bank.cases.clear()
        assert again.running.read(ID).cases == {CaseId("utmattning"): a_case()}
    finally:
        again.close()


def test_what_must_be_there_is_named_when_a_start_is_refused(program: Program) -> None:
    with pytest.raises(SessionNotReady) as told:
        program.running.start(program.planned(a_session(), title=" ", agenda=()))
    assert told.value.missing == ("title", "agenda")
    assert status(program) == SessionStatus.PLANNED
    with pytest.raises(SessionNotReady) as told:
        program.running.start(program.planned(a_session(), cases=(None,)))
    assert told.value.missing == ("cases",)
    assert on_disk(program) == ()


def test_a_moment_that_needs_a_case_and_works_with_none_cannot_start(program: Program) -> None:
    plan = a_session(("read_certificate",))
    with pytest.raises(SessionNotReady) as told:
        program.running.start(program.planned(plan, agenda=(replace(plan.agenda[0], case_slot=None),)))
    assert told.value.missing == ("cases",)


def test_a_case_that_has_left_the_bank_leaves_no_half_start(program: Program) -> None:
    program.bank.cases.clear()
    with pytest.raises(CaseMissing):
        program.running.start(program.planned(a_session()))
    assert status(program) == SessionStatus.PLANNED
    assert on_disk(program) == ()
    program.bank.cases[CaseId("utmattning")] = a_case()
    assert program.running.start(ID).state.is_running


def test_a_second_session_waits_for_the_first(program: Program, session: RunningSession) -> None:
    other = program.planned(a_session(), id=WorkshopSessionId("session-2"))
    with pytest.raises(SessionAlreadyRunning) as told:
        program.running.start(other)
    assert (told.value.session_id, told.value.title) == (ID, "Gruppdialog")
    program.running.close()
    assert program.running.start(other).id == other


def test_a_closed_session_is_not_started_again(program: Program, session: RunningSession) -> None:
    program.running.close()
    program.running.release()
    with pytest.raises(ActivityRefused) as told:
        program.running.start(ID)
    assert told.value.reason == "already_started"
    assert len(on_disk(program)) == 2


def test_a_session_that_never_started_cannot_be_continued(program: Program) -> None:
    program.planned(a_session())
    with pytest.raises(SessionNotRunning):
        program.running.resume(ID)
    with pytest.raises(NotFound):
        program.running.resume(WorkshopSessionId("finns-inte"))
    assert program.running.unfinished() is None


# -- going on


def test_moving_through_the_agenda(program: Program, session: RunningSession) -> None:
    with pytest.raises(NotFound) as told:
        session.previous().result()
    assert told.value.what == "previous_item"
    assert session.next().result().state.current == "item-2"
    assert session.previous().result().state.current == "item-1"
    log = session.go_to(AgendaItemId("item-5")).result()
    assert log.state.current == "item-5"
    # The second one has been entered before; only what was never seen counts as skipped.
    assert log.state.skipped == {"item-3", "item-4"}
    assert session.go_to(AgendaItemId("item-3")).result().state.skipped == {"item-4"}
    session.go_to(session.state.session.agenda[-1].id).result()
    with pytest.raises(NotFound) as told:
        session.next().result()
    assert told.value.what == "next_item"
    with pytest.raises(ActivityRefused):
        session.go_to(AgendaItemId("finns-inte")).result()


def test_time_counts_on_the_item_that_is_open_and_not_in_a_pause(program: Program, session: RunningSession) -> None:
    program.clock.move(minutes=4)
    session.next().result()
    program.clock.move(minutes=3)
    log = session.propose(TimerPaused()).result()
    program.clock.move(minutes=20)
    assert log.state.seconds_used(AgendaItemId("item-1"), program.clock.now()) == 240
    assert log.state.seconds_left(program.clock.now()) == 7 * 60
    assert session.propose(MinutesAdjusted(AgendaItemId("item-2"), 5)).result().state.seconds_left(
        program.clock.now()
    ) == (12 * 60)


def test_undo_and_redo_go_the_same_way_as_all_else(program: Program, session: RunningSession) -> None:
    before = session.state
    after = session.propose(MARK).result().state
    assert session.undo().result().state == before
    with pytest.raises(NothingToUndo):
        session.undo().result()
    assert session.redo().result().state == after
    with pytest.raises(NothingToUndo):
        session.redo().result()
    assert [e.seq for e in on_disk(program)] == [1, 2, 3, 4]
    assert program.running.read(ID).state == after


@pytest.mark.parametrize(
    ("event", "fault"),
    [
        (ItemEntered(AgendaItemId("finns-inte")), ActivityRefused),
        (replace(MARK, what=replace(MARK.what, quote="står inte där")), SpanNotFound),  # type: ignore[type-var]
        (ActivityHappened(AgendaItemId("item-1"), PointCaptured("p", "hör inte hit")), ActivityRefused),
        (AttendanceMarked(ParticipantId("okänd"), AttendanceStatus.PRESENT, 60), ActivityRefused),
        (MARK.what, ActivityRefused),
        ("inte en händelse", ActivityRefused),
        (RecordedEvent, ActivityRefused),
    ],
)
def test_a_refused_event_writes_nothing_and_tells_nobody(
    program: Program, session: RunningSession, event: object, fault: type[KompetensError]
) -> None:
    before, heard = session.log, len(program.news)
    with pytest.raises(fault):
        session.propose(event).result()
    assert session.log is before
    assert len(on_disk(program)) == 1
    assert len(program.news) == heard
    assert session.next().result().state.current == "item-2"


def test_each_accepted_event_is_told_with_the_log_that_ends_with_it(program: Program, session: RunningSession) -> None:
    session.propose(RoomBlackened(True)).result()
    session.propose(NoteWritten("n", "lugnt")).result()
    logs = [n.log for n in program.news if isinstance(n, LogGrew)]
    assert [log.events[-1].event for log in logs] == [RoomBlackened(True), NoteWritten("n", "lugnt")]
    assert logs[-1] is session.log


def test_an_event_is_on_disk_before_anybody_hears_of_it(program: Program, session: RunningSession) -> None:
    lengths: list[tuple[int, int]] = []

    def listen(news: News) -> None:
        if isinstance(news, LogGrew):
            lengths.append((len(on_disk(program)), len(news.log.events)))

    program.bus.subscribe(listen)
    for n in range(5):
        session.propose(NoteWritten(f"n{n}", "text")).result()
    assert lengths == [(n, n) for n in range(2, 7)]


def test_many_hands_at_once_keep_one_order_without_holes(program: Program, session: RunningSession) -> None:
    threads, each = 6, 25
    together = Barrier(threads)

    def write(hand: int) -> list[Future[SessionLog]]:
        together.wait()
        return [session.propose(NoteWritten(f"{hand}-{n}", f"{n}")) for n in range(each)]

    with ThreadPoolExecutor(threads) as pool:
        asked = [future for futures in pool.map(write, range(threads)) for future in futures]
    for future in asked:
        future.result()
    stored = on_disk(program)
    assert [e.seq for e in stored] == list(range(1, threads * each + 2))
    assert [e.seq for e in session.log.events] == [e.seq for e in stored]
    by_hand: dict[str, list[int]] = {}
    for entry in stored[1:]:
        assert isinstance(entry.event, NoteWritten)
        hand, _, number = entry.event.note_id.partition("-")
        by_hand.setdefault(hand, []).append(int(number))
    assert by_hand == {str(h): list(range(each)) for h in range(threads)}
    assert program.running.read(ID).state == session.state


def test_a_key_pressed_too_late_is_refused_and_not_a_fault_of_ours(program: Program, session: RunningSession) -> None:
    program.running.release()
    for late in (session.next(), session.undo(), session.propose(NoteWritten("n", "sent"))):
        with pytest.raises(SessionNotRunning):
            late.result()
    assert program.running.open_session is None


# -- when the disk fails


class FailingWriter:
    """Refuses as told, else writes to the real log."""

    def __init__(self, real: LogWriter, faults: list[KompetensError]) -> None:
        self._real = real
        self._faults = faults

    def append(self, entry: RecordedEvent) -> None:
        if self._faults:
            raise self._faults.pop(0)
        self._real.append(entry)

    def close(self) -> None:
        self._real.close()


@pytest.mark.parametrize("fault", [DiskFull("disken"), StorageFailed("disken", "io")])
def test_a_disk_that_fills_loses_one_attempt_and_nothing_else(program: Program, fault: KompetensError) -> None:
    program.planned(a_session())
    faults: list[KompetensError] = []
    running = RunningService(
        RunningParts(
            program.work,
            lambda session_id: FailingWriter(program.log_writer(session_id), faults),
            program.bank,
            program.clock,
            program.bus,
            Shipped,
        )
    )
    session = running.start(ID)
    session.propose(MARK).result()
    before, heard = session.log, len(program.news)
    faults.extend([fault, fault])
    for _ in range(2):
        with pytest.raises(type(fault)):
            session.next().result()
        assert session.log is before
    assert len(program.news) == heard
    assert session.next().result().state.current == "item-2"
    running.release()
    assert program.running.read(ID).state == session.state
    assert [e.seq for e in on_disk(program)] == [1, 2, 3]


# -- after a crash


STEPS = st.sampled_from(["next", "previous", "undo", "redo", "mark", "note", "pause", "black", "last"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=15), st.lists(STEPS, max_size=5))
def test_after_a_crash_the_session_goes_on_exactly_where_it_was(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    program = Program(tmp_path_factory.mktemp("crash"))
    session = program.running.start(program.planned(a_session()))
    take(session, before)
    log = session.log
    again = program.crash()
    try:
        row = again.running.unfinished()
        assert row is not None
        assert (row.id, row.title) == (ID, "Gruppdialog")
        resumed = again.running.resume(ID)
        assert resumed.log.events == log.events
        assert resumed.state == log.state
        assert resumed.state.room_picture() == log.state.room_picture()
        take(resumed, after)
        assert again.running.read(ID).state == resumed.state
    finally:
        again.close()


def take(session: RunningSession, steps: list[str]) -> None:
    """Take the steps as a leader might; what does not fit just now is refused."""
    events: dict[str, object] = {
        "mark": MARK,
        "note": NoteWritten("n", "en anteckning"),
        "pause": TimerPaused(),
        "black": RoomBlackened(True),
    }
    for step in steps:
        if step in events:
            asked = session.propose(events[step])
        elif step == "last":
            asked = session.go_to(AgendaItemId("item-8"))
        else:
            asked = getattr(session, step)()
        fault = asked.exception()
        assert fault is None or isinstance(fault, KompetensError)


def test_a_crash_between_the_log_and_the_row_does_not_lock_the_program(program: Program) -> None:
    program.planned(a_session())
    other = program.planned(a_session(), id=WorkshopSessionId("session-2"))
    session = program.running.start(ID)
    session.propose(SessionClosed()).result()  # the power goes before the row says the same
    again = program.crash()
    try:
        assert again.running.unfinished() is None
        assert status(again) == SessionStatus.CLOSED
        assert again.running.start(other).state.is_running
    finally:
        again.close()


def test_continuing_a_session_whose_log_has_ended_lets_its_row_say_so(program: Program) -> None:
    session = program.running.start(program.planned(a_session()))
    session.propose(SessionClosed()).result()
    program.running.release()
    assert program.running.resume(ID).state.closed_at is not None
    assert status(program) == SessionStatus.CLOSED


# -- the end


def test_closing_and_opening_again(program: Program, session: RunningSession) -> None:
    log = program.running.close()
    assert log.state.closed_at is not None
    assert status(program) == SessionStatus.CLOSED
    assert program.running.unfinished() is None
    with pytest.raises(SessionNotRunning):
        session.next().result()
    session.propose(QuestionCaptured("q", "Vem betalar resan?")).result()
    # A second press is no error: what is closed is closed.
    assert program.running.close().state.closed_at == log.state.closed_at
    assert program.running.reopen().state.is_running
    assert status(program) == SessionStatus.RUNNING
    assert session.next().result().state.current == "item-2"
    assert program.running.close().state.questions[0].text == "Vem betalar resan?"


def test_without_an_open_session_there_is_nothing_to_close(program: Program) -> None:
    for ending in (program.running.close, program.running.reopen):
        with pytest.raises(NotFound) as told:
            ending()
        assert told.value.what == "running_session"


def test_attendance_is_marked_whether_the_session_is_open_or_not(program: Program, session: RunningSession) -> None:
    late = AttendanceMarked(ParticipantId("p1"), AttendanceStatus.LATE, 40)
    assert program.running.record(ID, late).state.attendance[ParticipantId("p1")].minutes == 40
    assert session.log.next_seq == 3
    program.running.close()
    program.running.release()
    early = AttendanceMarked(ParticipantId("p1"), AttendanceStatus.LEFT_EARLY, 30)
    log = program.running.record(ID, early)
    assert log.state.attendance[ParticipantId("p1")].minutes == 30
    assert program.running.open_session is None
    assert program.running.read(ID).state == log.state
    with pytest.raises(SessionNotRunning):
        program.running.record(ID, ItemEntered(AgendaItemId("item-2")))
    with pytest.raises(NotFound):
        program.running.record(WorkshopSessionId("finns-inte"), early)


def test_someone_who_just_turns_up_is_counted_like_the_others(program: Program, session: RunningSession) -> None:
    visitor = Participant(ParticipantId("p9"), "Oväntad Gäst", Role.DISTRICT_NURSE)
    session.propose(ParticipantJoined(visitor)).result()
    assert session.log.session.participants[-1] == visitor
    assert session.undo().result().session.participants == a_session().participants
    assert session.redo().result().session.participants[-1] == visitor
    program.running.close()
    program.running.release()
    late = Participant(ParticipantId("p10"), "Ännu En")
    program.running.record(ID, ParticipantJoined(late))
    log = program.running.record(ID, AttendanceMarked(late.id, AttendanceStatus.LATE, 30))
    rows = program.course_certificates.rows(log)
    assert [(r.participant.name, r.attendance.minutes) for r in rows[-2:]] == [("Oväntad Gäst", WHOLE), ("Ännu En", 30)]
    (made,) = program.course_certificates.issue(log, [late.id], DETAILS)
    assert (made.holder, made.minutes) == ("Ännu En", 30)
    assert program.running.read(ID) == log
    for twice in (visitor, Participant(ParticipantId("p11"), " ")):
        with pytest.raises(InvalidValue):
            program.running.record(ID, ParticipantJoined(twice))


def test_nothing_is_recorded_for_a_session_that_has_not_started(program: Program) -> None:
    program.planned(a_session())
    with pytest.raises(SessionNotRunning):
        program.running.record(ID, AttendanceMarked(ParticipantId("p1"), AttendanceStatus.PRESENT, 60))
    assert on_disk(program) == ()
