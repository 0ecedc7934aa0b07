"""What is still missing before a session can be run, as a checklist."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.workshop.agenda import timed_agenda
from kompetens_gui.domain.workshop.plan import WorkshopSession


@dataclass(frozen=True)
class ReadyCheck:
    """One line of the checklist. `name` is a stable word, `needed` says that Starta waits for it."""

    name: str
    done: bool
    needed: bool = False


def ready_checklist(session: WorkshopSession, now: datetime, lost_material: bool = False) -> tuple[ReadyCheck, ...]:
    """Return the checklist in the order the planner meets it.

    Whether chosen material is still there is not seen in a plan: whoever has looked says so.
    """
    checks: tuple[tuple[str, Callable[[], bool], bool], ...] = (
        ("title", lambda: bool(session.title.strip()), True),
        ("when", lambda: session.starts_at is not None, False),
        ("not_past", lambda: session.starts_at is None or session.starts_at.date() >= now.date(), False),
        ("where", lambda: bool(session.unit.strip() or session.place.strip()), False),
        ("facilitators", lambda: any(f.name.strip() for f in session.facilitators), False),
        ("participants", lambda: bool(session.participants), False),
        ("agenda", lambda: bool(session.agenda), True),
        ("cases", lambda: _cases_chosen(session), True),
        ("materials", lambda: _materials_chosen(session), True),
        *((("material_found", lambda: False, True),) if lost_material else ()),
        ("fits", lambda: timed_agenda(session).over_by == 0, False),
        ("purpose", lambda: bool(session.purpose.strip()), False),
    )
    return tuple(ReadyCheck(name, done(), needed) for name, done, needed in checks)


def missing_to_start(session: WorkshopSession, now: datetime) -> tuple[str, ...]:
    """Return the names of the checks without which a session cannot be started."""
    return tuple(c.name for c in ready_checklist(session, now) if c.needed and not c.done)


def _materials_chosen(session: WorkshopSession) -> bool:
    return all(material_refs(i.settings) for i in session.agenda if activity_kind(i.kind).needs_material)


def _cases_chosen(session: WorkshopSession) -> bool:
    return all(session.case_of(i) for i in session.agenda if i.case_slot or activity_kind(i.kind).needs_case)
