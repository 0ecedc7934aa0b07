"""The one way in for everything that happens in a running session.

An event is proposed, checked against the state, written durably, and only then counted and told. The work is done on
one writer thread in the order it was asked for; listeners get the log as it stands after each event.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.errors import (
    ActivityRefused,
    ContentInvalid,
    KompetensError,
    MaterialMissing,
    NotFound,
    SessionAlreadyRunning,
    SessionNotReady,
    SessionNotRunning,
)
from kompetens_gui.domain.material.common import MaterialRef
from kompetens_gui.domain.workshop.events import (
    ItemEntered,
    RecordedEvent,
    SessionClosed,
    SessionReopened,
    SessionStarted,
)
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItemId, SessionStatus, WorkshopSession, WorkshopSessionId
from kompetens_gui.domain.workshop.readiness import missing_to_start
from kompetens_gui.domain.workshop.state import SessionState
from kompetens_gui.services.news import EventBus, LogGrew, SessionsChanged
from kompetens_gui.services.ports import (
    CaseIndex,
    Clock,
    LogWriter,
    LogWriterFactory,
    MaterialSource,
    NoMaterials,
    SessionRow,
    UnitOfWorkFactory,
)
from kompetens_gui.services.series import memory_before

Proposal = Callable[[SessionLog], object]


class RunningSession:
    """A session that is open for events. `state` and `log` may be read from any thread: both are frozen."""

    def __init__(self, log: SessionLog, writer: LogWriter, clock: Clock, bus: EventBus) -> None:
        self._log = log
        self._writer = writer
        self._clock = clock
        self._bus = bus
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="session-writer")

    @property
    def log(self) -> SessionLog:
        return self._log

    @property
    def state(self) -> SessionState:
        return self._log.state

    @property
    def id(self) -> WorkshopSessionId:
        return self._log.session.id

    def propose(self, event: object) -> "Future[SessionLog]":
        """Ask for an event to happen. The future gives the new log, or the KompetensError that refused it."""
        return self.propose_from(lambda _: event)

    def propose_from(self, proposal: Proposal) -> "Future[SessionLog]":
        """Ask for an event that is worked out from the log as it stands when its turn comes."""
        try:
            return self._pool.submit(self._accept, proposal)
        except RuntimeError:
            # Released: a key press that came too late.
            refused: Future[SessionLog] = Future()
            refused.set_exception(SessionNotRunning(self.id))
            return refused

    def undo(self) -> "Future[SessionLog]":
        return self.propose_from(SessionLog.undo_event)

    def redo(self) -> "Future[SessionLog]":
        return self.propose_from(SessionLog.redo_event)

    def next(self) -> "Future[SessionLog]":
        """Move on to the next item of the agenda; on the last one nothing is left and NotFound is raised."""
        return self.propose_from(_to_next)

    def previous(self) -> "Future[SessionLog]":
        return self.propose_from(_to_previous)

    def go_to(self, item: AgendaItemId) -> "Future[SessionLog]":
        """Move to any item; those passed over on the way forward count as skipped."""
        return self.propose_from(lambda log: _enter(log, item))

    def release(self) -> None:
        """Stop taking events and let go of the log; what was accepted is on disk."""
        self._pool.shutdown(wait=True)
        self._writer.close()

    def _accept(self, proposal: Proposal) -> SessionLog:
        event = proposal(self._log)
        self._log.check(event)
        entry = RecordedEvent(self._log.next_seq, self._clock.now(), event)
        # Folded before it is written: an event that cannot be folded must not reach the disk.
        grown = self._log.with_event(entry)
        self._writer.append(entry)
        self._log = grown
        self._bus.publish(LogGrew(self._log))
        return self._log


def _to_next(log: SessionLog) -> object:
    item = log.state.next_item
    if item is None:
        raise NotFound("next_item", log.session.id)
    return ItemEntered(item.id)


def _to_previous(log: SessionLog) -> object:
    item = log.state.previous_item
    if item is None:
        raise NotFound("previous_item", log.session.id)
    return ItemEntered(item.id)


def _enter(log: SessionLog, item: AgendaItemId) -> object:
    ids = [i.id for i in log.session.agenda]
    here, there = log.state.position, ids.index(item) if item in ids else -1
    passed = ids[here + 1 : there] if there > here else []
    return ItemEntered(item, tuple(i for i in passed if i not in log.state.first_entered))


@dataclass(frozen=True)
class RunningParts:
    """What the service is joined from. `materials` is asked for when a session is started: it may be slow to join."""

    work: UnitOfWorkFactory
    log_writer: LogWriterFactory
    cases: CaseIndex
    clock: Clock
    bus: EventBus
    materials: Callable[[], MaterialSource] = NoMaterials


class RunningService:
    """Starts, continues and closes sessions. One session runs at a time."""

    def __init__(self, parts: RunningParts) -> None:
        self._parts = parts
        self._open: RunningSession | None = None

    @property
    def open_session(self) -> RunningSession | None:
        return self._open

    def unfinished(self) -> SessionRow | None:
        """Return the session that was running when the program last ended, None when there is none."""
        with self._parts.work() as work:
            rows = work.sessions.running()
        return next((row for row in rows if not self._was_closed(row.id)), None)

    def _was_closed(self, session_id: WorkshopSessionId) -> bool:
        """Whether the log of a session that counts as running has ended; if so, let its row say it too.

        The log is written before the row: a power cut in between leaves them apart.
        """
        own = self._open if self._open is not None and self._open.id == session_id else None
        try:
            log = own.log if own else self.read(session_id)
        except KompetensError:
            return False  # continuing it will tell why
        if log.state.closed_at is None:
            return False
        self._mark(session_id, SessionStatus.CLOSED)
        return True

    def start(self, session_id: WorkshopSessionId) -> RunningSession:
        """Freeze the plan and its cases and begin with the first item."""
        other = self.unfinished()
        if other is not None and other.id != session_id:
            raise SessionAlreadyRunning(other.id, other.title)
        if other is not None:
            return self.resume(session_id)
        with self._parts.work() as work:
            session = work.sessions.get(session_id)
            if session.status == SessionStatus.CLOSED:
                raise ActivityRefused("already_started")
            missing = missing_to_start(session, self._parts.clock.local_now())
            if missing:
                raise SessionNotReady(missing)
            frozen = FrozenContent(
                {c: self._parts.cases.case(c) for c in session.chosen_cases},
                self._materials_of(session),
                memory_before(work, session),
            )
            entry = RecordedEvent(1, self._parts.clock.now(), SessionStarted(session.agenda[0].id))
            work.sessions.freeze(session_id, frozen)
            work.sessions.set_status(session_id, SessionStatus.RUNNING)
            work.events.append(session_id, entry)
            work.commit()
        return self.resume(session_id)

    def _materials_of(self, session: WorkshopSession) -> dict[str, object]:
        return {ref: self._material(ref, item.title) for item in session.agenda for ref in material_refs(item.settings)}

    def _material(self, text: str, item: str) -> object:
        ref = MaterialRef.read(text)
        if ref is None:
            raise MaterialMissing(text, item)
        try:
            return self._parts.materials().material(ref)
        except (NotFound, ContentInvalid) as error:
            raise MaterialMissing(text, item) from error

    def resume(self, session_id: WorkshopSessionId) -> RunningSession:
        """Open a started session exactly where its log ends."""
        if self._open is not None and self._open.id == session_id:
            return self._open
        log = self.read(session_id)
        if log.state.started_at is None:
            raise SessionNotRunning(session_id)
        if log.state.closed_at is not None and log.session.status == SessionStatus.RUNNING:
            self._mark(session_id, SessionStatus.CLOSED)
        self.release()
        writer = self._parts.log_writer(session_id)
        self._open = RunningSession(log, writer, self._parts.clock, self._parts.bus)
        self._parts.bus.publish(SessionsChanged(session_id))
        return self._open

    def read(self, session_id: WorkshopSessionId) -> SessionLog:
        """Return a session's log without opening it for events; for protocols and follow-up."""
        with self._parts.work() as work:
            session = work.sessions.get(session_id)
            return SessionLog.replay(session, work.sessions.frozen(session_id), work.events.read(session_id))

    def record(self, session_id: WorkshopSessionId, event: object) -> SessionLog:
        """Let an event happen to a session, open or not (attendance is marked afterwards); waits for it."""
        if self._open is not None and self._open.id == session_id:
            return self._open.propose(event).result()
        log = self.read(session_id)
        writer = self._parts.log_writer(session_id)
        session = RunningSession(log, writer, self._parts.clock, self._parts.bus)
        try:
            return session.propose(event).result()
        finally:
            session.release()

    def close(self) -> SessionLog:
        """End the open session; its log stays readable and attendance can still be marked."""
        session = self._need_open()
        # Closed in the log already: the last attempt could not write the row.
        closed = session.state.closed_at is not None
        log = session.log if closed else session.propose(SessionClosed()).result()
        self._mark(session.id, SessionStatus.CLOSED)
        return log

    def reopen(self) -> SessionLog:
        """Take back a close made too early."""
        session = self._need_open()
        log = session.propose(SessionReopened()).result()
        self._mark(session.id, SessionStatus.RUNNING)
        return log

    def release(self) -> None:
        """Let go of the open session without ending it; the next start continues it."""
        if self._open is not None:
            self._open.release()
            self._open = None

    def _need_open(self) -> RunningSession:
        if self._open is None:
            raise NotFound("running_session", "")
        return self._open

    def _mark(self, session_id: WorkshopSessionId, status: SessionStatus) -> None:
        with self._parts.work() as work:
            work.sessions.set_status(session_id, status)
            work.commit()
        self._parts.bus.publish(SessionsChanged(session_id))
