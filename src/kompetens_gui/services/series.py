"""Sessions that follow on each other: what a closed session leaves for the next one of its series."""

from kompetens_gui.domain.activities.base import LeavesQuestions
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.activities.takeaways import TakeawaysState
from kompetens_gui.domain.errors import KompetensError
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import WorkshopSession, WorkshopSessionId
from kompetens_gui.domain.workshop.series import Commitment, LeavesCommitments, SeriesMemory
from kompetens_gui.services.ports import UnitOfWork


def memory_of(log: SessionLog) -> SeriesMemory:
    """Return what a session leaves: commitments, take-aways and questions nobody has answered in the room.

    Questions come from those caught beside the agenda, those sent in before, and those the session before left.
    """
    commitments: list[Commitment] = []
    takeaways: list[str] = []
    questions = [q.text for q in log.state.questions]
    for item in log.session.agenda:
        # Also of an item that was never come to: what it was to take up waits all the same.
        state = log.state.activity_state(item)
        if isinstance(state, TakeawaysState):
            takeaways.extend(t.text for t in state.items)
        if isinstance(state, LeavesCommitments):
            commitments.extend(state.commitments)
        kind = activity_kind(item.kind)
        if isinstance(kind, LeavesQuestions):
            questions.extend(kind.open_questions(state, log.state.context(item)))
    held = log.state.started_at
    return SeriesMemory(
        log.session.title,
        log.session.starts_at.date() if log.session.starts_at else (held.date() if held else None),
        tuple(commitments),
        tuple(takeaways),
        tuple(dict.fromkeys(questions)),
    )


def memory_before(work: UnitOfWork, session: WorkshopSession) -> SeriesMemory | None:
    """Return what the latest closed session of the same series left, None when there is none to read."""
    if not session.series.strip():
        return None
    for row in work.sessions.closed_in_series(session.series):
        if row.id != session.id and (log := readable_log(work, row.id)) is not None:
            return memory_of(log)
    return None


def readable_log(work: UnitOfWork, session_id: WorkshopSessionId) -> SessionLog | None:
    """Return the log of a session, None when it cannot be read: checking the database tells what is wrong with it,
    and a new session must still start.
    """
    try:
        return SessionLog.replay(
            work.sessions.get(session_id), work.sessions.frozen(session_id), work.events.read(session_id)
        )
    except KompetensError:
        return None
