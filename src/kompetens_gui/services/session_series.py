"""Planning sessions that follow on each other."""

from collections.abc import Sequence
from dataclasses import replace

from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.workshop.plan import AgendaItemId, SessionStatus, WorkshopSession, WorkshopSessionId
from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.domain.workshop.template import settings_to_reuse
from kompetens_gui.services.hand_over import HandOver, hand_over
from kompetens_gui.services.news import EventBus, SessionsChanged
from kompetens_gui.services.ports import Clock, NewId, UnitOfWorkFactory
from kompetens_gui.services.series import memory_before, memory_of, readable_log


class SessionSeriesService:
    """A series is only a name that several sessions share."""

    def __init__(self, work: UnitOfWorkFactory, clock: Clock, bus: EventBus, new_id: NewId) -> None:
        self._work, self._clock, self._bus, self._new_id = work, clock, bus, new_id

    def names(self, unit: str = "") -> Sequence[str]:
        """Return the names of all series, those of the unit first and then the latest first."""
        wanted = unit.strip().casefold()
        with self._work() as work:
            rows = work.sessions.series()
        at_the_unit = [r.name for r in rows if wanted and r.unit.strip().casefold() == wanted]
        return tuple(dict.fromkeys((*at_the_unit, *(r.name for r in rows))))

    def left_by_the_last(self, session: WorkshopSession) -> SeriesMemory | None:
        """Return what the latest held session of the series left, None when there is none."""
        with self._work() as work:
            return memory_before(work, session)

    def left_by(self, session_id: WorkshopSessionId) -> SeriesMemory | None:
        """Return what a session has come to so far, None when it has no log that can be read."""
        with self._work() as work:
            log = readable_log(work, session_id)
        return memory_of(log) if log is not None else None

    def save_next(self, session_id: WorkshopSessionId) -> WorkshopSession:
        """Keep a plan for the next session: same agenda, people and groups, no day yet.

        A session without a series gives its title to the series, and is the first of it.
        """
        with self._work() as work:
            before = work.sessions.get(session_id)
            series = before.series.strip() or before.title.strip()
            if not before.series.strip() and series:
                work.sessions.set_series(session_id, series)
            following = replace(
                before,
                id=WorkshopSessionId(self._new_id()),
                starts_at=None,
                status=SessionStatus.PLANNED,
                series=series,
                agenda=tuple(
                    replace(
                        item,
                        id=AgendaItemId(self._new_id()),
                        settings=settings_to_reuse(item.kind, item.settings),
                    )
                    for item in before.agenda
                ),
            )
            work.sessions.save(following)
            work.commit()
        self._bus.publish(SessionsChanged(following.id))
        return following

    def hand_over(self, series: str) -> HandOver:
        """Return what a new leader of the series needs to know, or raise NotFound when no session has that name."""
        with self._work() as work:
            sheet = hand_over(work, series, self._clock)
        if sheet is None:
            raise NotFound("series", series)
        return sheet
