"""What the overview shows: the next session with its preparations, what happened last, open questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kompetens_gui.domain.workshop.agenda import TimedAgenda, timed_agenda
from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession
from kompetens_gui.domain.workshop.readiness import ReadyCheck, ready_checklist
from kompetens_gui.domain.workshop.state import CapturedQuestion
from kompetens_gui.services.ports import Clock, SessionRow, UnitOfWorkFactory
from kompetens_gui.services.running import RunningService

RECENT = 5
QUESTIONS_FROM = 3


@dataclass(frozen=True)
class NextSession:
    """The session that waits, with its timed agenda and checklist."""

    session: WorkshopSession
    agenda: TimedAgenda
    checklist: tuple[ReadyCheck, ...]


@dataclass(frozen=True)
class OpenQuestion:
    """A captured question and the session it was asked at."""

    question: CapturedQuestion
    session_title: str


@dataclass(frozen=True)
class Overview:
    """Everything on the first page. `unfinished` is a session that ran when the program last ended."""

    next: NextSession | None
    unfinished: SessionRow | None
    upcoming: tuple[SessionRow, ...]
    closed: tuple[SessionRow, ...]
    questions: tuple[OpenQuestion, ...]
    cases: int
    course_certificates: int


class OverviewService:
    """Reads; never writes."""

    def __init__(self, work: UnitOfWorkFactory, running: RunningService, clock: Clock) -> None:
        self._work = work
        self._running = running
        self._clock = clock

    def overview(self, cases: int) -> Overview:
        """Return the overview as of now; `cases` is the size of the bank."""
        with self._work() as work:
            rows = work.sessions.list()
            waiting = _waiting(rows, self._clock.local_now())
            first = work.sessions.get(waiting[0].id) if waiting else None
            issued = len(work.course_certificates.all())
        closed = _closed(rows)
        running = next((r for r in rows if r.status == SessionStatus.RUNNING), None)
        return Overview(
            next=self._next(first) if first else None,
            unfinished=running,
            upcoming=tuple(waiting[:RECENT]),
            closed=closed[:RECENT],
            questions=self._questions(closed[:QUESTIONS_FROM]),
            cases=cases,
            course_certificates=issued,
        )

    def _next(self, session: WorkshopSession) -> NextSession:
        now = self._clock.local_now()
        return NextSession(session, timed_agenda(session), ready_checklist(session, now))

    def _questions(self, closed: Sequence[SessionRow]) -> tuple[OpenQuestion, ...]:
        found: list[OpenQuestion] = []
        for row in closed:
            log = self._running.read(row.id)
            found += [OpenQuestion(q, row.title) for q in log.state.questions]
        return tuple(found)


def _waiting(rows: Sequence[SessionRow], now: datetime) -> list[SessionRow]:
    open_rows = [r for r in rows if r.status in (SessionStatus.PLANNED, SessionStatus.READY)]
    coming = [r for r in open_rows if r.starts_at is not None and r.starts_at.date() >= now.date()]
    undated = [r for r in open_rows if r.starts_at is None]
    coming.sort(key=lambda r: r.starts_at or now)
    return coming + undated


def _closed(rows: Sequence[SessionRow]) -> tuple[SessionRow, ...]:
    done = [r for r in rows if r.status == SessionStatus.CLOSED]
    return tuple(sorted(done, key=lambda r: r.starts_at or r.updated_at, reverse=True))
