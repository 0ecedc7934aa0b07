"""What Ledarvyn shows, worked out from the state of the session and the time. No widgets here."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId
from kompetens_gui.domain.workshop.state import SessionState


class RowStatus(StrEnum):
    """Where an item of the agenda stands."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class AgendaRow:
    """A row of the agenda. `used` is whole minutes spent, `late_by` how much after plan the current item will end."""

    id: AgendaItemId
    title: str
    clock: str
    status: RowStatus
    used: int
    minutes: int
    late_by: int = 0


@dataclass(frozen=True)
class ClockFace:
    """The big clock: seconds left (negative when over), the share used, and when the item and the session end.

    `session_late` is how many minutes after plan the session will end if the rest keeps its time.
    """

    seconds_left: int
    share: float
    minutes: int
    paused: bool
    item_ends: str
    session_ends: str
    session_late: int = 0


def clock_text(at: datetime) -> str:
    """Write a time of day the Swedish way: 13.05."""
    return f"{at.hour:02d}.{at.minute:02d}"


def countdown_text(seconds: int) -> str:
    """Write minutes and seconds; a minus sign in front when the time is used up."""
    sign = "−" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes:02d}:{rest:02d}"


def local(at: datetime) -> datetime:
    """Return a moment as wall-clock time where the computer stands."""
    return at.astimezone().replace(tzinfo=None)


def agenda_rows(state: SessionState, now: datetime) -> tuple[AgendaRow, ...]:
    """Return the agenda: when done items began, and when coming ones will begin if the plan is kept from here."""
    rows: list[AgendaRow] = []
    expected = local(now) + timedelta(seconds=max(0.0, state.seconds_left(now)))
    planned = state.session.starts_at
    for position, item in enumerate(state.session.agenda):
        used = int(state.seconds_used(item.id, now) // 60)
        minutes = state.minutes_of(item)
        status = _status(state, item, position)
        entered = state.first_entered.get(item.id)
        late = 0
        if status == RowStatus.COMING:
            clock = clock_text(expected)
            expected += timedelta(minutes=minutes)
        else:
            clock = clock_text(local(entered)) if entered else ""
        planned = planned + timedelta(minutes=item.minutes) if planned else None
        if status == RowStatus.CURRENT:
            late = _late_by(expected, planned)
        rows.append(AgendaRow(item.id, item.title, clock, status, used, minutes, late))
    return tuple(rows)


def clock_face(state: SessionState, now: datetime) -> ClockFace:
    """Return what the clock shows now."""
    item = state.item
    left = state.seconds_left(now)
    minutes = state.minutes_of(item) if item else 0
    total = minutes * 60
    ends = local(now) + timedelta(seconds=left)
    rest = sum(state.minutes_of(i) for i in state.session.agenda[state.position + 1 :])
    session = state.session
    session_ends = max(ends, local(now)) + timedelta(minutes=rest)
    planned_end = session.starts_at + timedelta(minutes=session.planned_minutes) if session.starts_at else None
    return ClockFace(
        seconds_left=round(left),
        share=min(1.0, max(0.0, 1 - left / total)) if total else 0.0,
        minutes=minutes,
        paused=state.is_paused,
        item_ends=clock_text(ends),
        session_ends=clock_text(session_ends),
        session_late=_late_by(session_ends, planned_end),
    )


def _status(state: SessionState, item: AgendaItem, position: int) -> RowStatus:
    if item.id == state.current:
        return RowStatus.CURRENT
    if item.id in state.first_entered:
        return RowStatus.DONE
    if item.id in state.skipped or position < state.position:
        return RowStatus.SKIPPED
    return RowStatus.COMING


def _late_by(expected: datetime, planned: datetime | None) -> int:
    """Minutes after plan; a session run on another day than planned has no plan to be late to."""
    if planned is None or expected.date() != planned.date():
        return 0
    return max(0, round((expected - planned).total_seconds() / 60))
