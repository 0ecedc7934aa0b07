"""What the overview shows: the next session with its preparations, what happened last, open questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kompetens_gui.domain.workshop.agenda import TimedAgenda, timed_agenda
from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession, WorkshopSessionId
from kompetens_gui.domain.workshop.readiness import ReadyCheck, ready_checklist
from kompetens_gui.domain.workshop.state import CapturedQuestion
from kompetens_gui.services.ports import Clock, SessionRow

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
    course_certificates: int


class OverviewSource(Protocol):
    """Where the overview is read from. Light enough to be asked before the rest of the program is loaded."""

    def rows(self) -> Sequence[SessionRow]:
        """Return all sessions."""

    def session(self, session_id: WorkshopSessionId) -> WorkshopSession:
        """Return a plan; agenda settings and notes may be left out."""

    def questions(self, session_id: WorkshopSessionId) -> Sequence[CapturedQuestion]:
        """Return the questions captured in a session that still stand."""

    def course_certificates(self) -> int:
        """Return how many course certificates have been issued."""


class OverviewService:
    """Reads; never writes."""

    def __init__(self, source: OverviewSource, clock: Clock) -> None:
        self._source = source
        self._clock = clock

    def overview(self) -> Overview:
        """Return the overview as of now."""
        rows = self._source.rows()
        waiting = _waiting(rows, self._clock.local_now())
        closed = _closed(rows)
        return Overview(
            next=self._next(self._source.session(waiting[0].id)) if waiting else None,
            unfinished=next((r for r in rows if r.status == SessionStatus.RUNNING), None),
            upcoming=tuple(waiting[:RECENT]),
            closed=closed[:RECENT],
            questions=tuple(
                OpenQuestion(question, row.title)
                for row in closed[:QUESTIONS_FROM]
                for question in self._source.questions(row.id)
            ),
            course_certificates=self._source.course_certificates(),
        )

    def _next(self, session: WorkshopSession) -> NextSession:
        now = self._clock.local_now()
        return NextSession(session, timed_agenda(session), ready_checklist(session, now))


def _waiting(rows: Sequence[SessionRow], now: datetime) -> list[SessionRow]:
    open_rows = [r for r in rows if r.status in (SessionStatus.PLANNED, SessionStatus.READY)]
    coming = [r for r in open_rows if r.starts_at is not None and r.starts_at.date() >= now.date()]
    undated = [r for r in open_rows if r.starts_at is None]
    coming.sort(key=lambda r: r.starts_at or now)
    return coming + undated


def _closed(rows: Sequence[SessionRow]) -> tuple[SessionRow, ...]:
    done = [r for r in rows if r.status == SessionStatus.CLOSED]
    return tuple(sorted(done, key=_held, reverse=True))


def _held(row: SessionRow) -> datetime:
    """Return the planned start, else when the row last changed; both as wall-clock time, so that they compare."""
    return row.starts_at or row.updated_at.astimezone().replace(tzinfo=None)
