"""Clock times of an agenda, and whether it fits the time set aside."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kompetens_gui.domain.workshop.plan import AgendaItem, WorkshopSession


@dataclass(frozen=True)
class TimedItem:
    """An item with the minute it begins and ends, counted from the start, and clock times when a start is set."""

    item: AgendaItem
    from_minute: int
    to_minute: int
    starts_at: datetime | None
    ends_at: datetime | None
    overruns: bool


@dataclass(frozen=True)
class TimedAgenda:
    """The whole agenda with times; `over_by` is how many minutes it exceeds the time set aside (0 when it fits)."""

    items: tuple[TimedItem, ...]
    minutes: int
    over_by: int
    spare: int
    ends_at: datetime | None


def timed_agenda(session: WorkshopSession) -> TimedAgenda:
    """Give each item its times, one after another without pauses."""
    at, start = 0, session.starts_at
    items: list[TimedItem] = []
    for item in session.agenda:
        end = at + item.minutes
        items.append(
            TimedItem(
                item,
                at,
                end,
                start + timedelta(minutes=at) if start else None,
                start + timedelta(minutes=end) if start else None,
                end > session.minutes,
            )
        )
        at = end
    return TimedAgenda(
        tuple(items),
        at,
        max(0, at - session.minutes),
        max(0, session.minutes - at),
        start + timedelta(minutes=at) if start else None,
    )
