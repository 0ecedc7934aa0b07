"""Making and changing the plan of a workshop session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import FileUnreadable, NotFound, SessionLocked
from kompetens_gui.domain.participant_list import ListedParticipant, ParticipantList, decode, read_participants
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Facilitator,
    Participant,
    ParticipantId,
    Role,
    SessionStatus,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.readiness import ReadyCheck, ready_checklist
from kompetens_gui.domain.workshop.template import SessionTemplate
from kompetens_gui.services.news import EventBus, SessionsChanged
from kompetens_gui.services.ports import Clock, NewId, SessionRow, UnitOfWork, UnitOfWorkFactory

LARGEST_LIST_FILE = 2_000_000


@dataclass(frozen=True)
class PlanningParts:
    """What the service is joined from."""

    work: UnitOfWorkFactory
    templates: Callable[[], Sequence[SessionTemplate]]
    clock: Clock
    bus: EventBus
    new_id: NewId


@dataclass(frozen=True)
class _Held:
    """What a deleted session leaves besides its plan."""

    frozen: FrozenContent
    events: Sequence[RecordedEvent]


def _put_back(work: UnitOfWork, session_id: WorkshopSessionId, held: _Held) -> None:
    work.sessions.freeze(session_id, held.frozen)
    for entry in held.events:
        work.events.append(session_id, entry)


def _suggested(template: SessionTemplate) -> Sequence[str]:
    """Return a case id, or "", for each case of a template."""
    return (*template.suggested_cases, *[""] * template.cases)[: template.cases]


class PlanningService:
    """Plans are values: screens change a copy and save it whole."""

    def __init__(self, parts: PlanningParts) -> None:
        self._parts = parts
        self._deleted: dict[WorkshopSessionId, _Held] = {}

    def sessions(self) -> Sequence[SessionRow]:
        with self._parts.work() as work:
            return work.sessions.list()

    def templates(self) -> Sequence[SessionTemplate]:
        return self._parts.templates()

    def get(self, session_id: WorkshopSessionId) -> WorkshopSession:
        with self._parts.work() as work:
            return work.sessions.get(session_id)

    def draft(self, template_id: str, facilitators: Sequence[Facilitator] = ()) -> WorkshopSession:
        """Return a new plan made from a template; it is not saved yet."""
        template = next((t for t in self.templates() if t.id == template_id), None)
        if template is None:
            raise NotFound("template", template_id)
        return WorkshopSession(
            id=WorkshopSessionId(self._parts.new_id()),
            forum_type=template.forum_type,
            title=template.title,
            minutes=template.minutes,
            target_group=template.target_group,
            purpose=template.purpose,
            competence_areas=template.competence_areas,
            facilitators=tuple(facilitators),
            case_slots=template.cases,
            cases=tuple(CaseId(c) if c else None for c in _suggested(template)),
            agenda=tuple(
                AgendaItem(
                    AgendaItemId(self._parts.new_id()),
                    i.kind,
                    i.title,
                    i.minutes,
                    i.case_slot,
                    dict(i.settings),
                    i.notes,
                )
                for i in template.agenda
            ),
            template_id=template.id,
        )

    def new_item(self, kind: str, title: str, case_slot: int | None = None) -> AgendaItem:
        """Return a new agenda item of a kind, with the kind's usual minutes."""
        rules = activity_kind(kind)
        slot = case_slot if rules.needs_case else None
        return AgendaItem(AgendaItemId(self._parts.new_id()), kind, title, rules.default_minutes, slot)

    def save(self, session: WorkshopSession) -> None:
        """Write a plan. A session that has started keeps its plan."""
        for item in session.agenda:
            activity_kind(item.kind).check_settings(item.settings)
        with self._parts.work() as work:
            self._check_unlocked(work.sessions.list(), session.id)
            work.sessions.save(session)
            if session.id in self._deleted:
                _put_back(work, session.id, self._deleted[session.id])
            work.commit()
        self._deleted.pop(session.id, None)
        self._parts.bus.publish(SessionsChanged(session.id))

    def _check_unlocked(self, rows: Sequence[SessionRow], session_id: WorkshopSessionId) -> None:
        row = next((r for r in rows if r.id == session_id), None)
        if row is not None and row.status in (SessionStatus.RUNNING, SessionStatus.CLOSED):
            raise SessionLocked(session_id)

    def mark_ready(self, session: WorkshopSession, ready: bool = True) -> WorkshopSession:
        changed = replace(session, status=SessionStatus.READY if ready else SessionStatus.PLANNED)
        self.save(changed)
        return changed

    def delete(self, session_id: WorkshopSessionId) -> WorkshopSession:
        """Remove a plan and return it, so that the deed can be undone by saving it; what is running is not removed.

        The log of a session that was held comes back with its plan, for as long as the program is open.
        """
        with self._parts.work() as work:
            session = work.sessions.get(session_id)
            if session.status == SessionStatus.RUNNING:
                raise SessionLocked(session_id)
            kept = _Held(work.sessions.frozen(session_id), work.events.read(session_id))
            work.sessions.delete(session_id)
            work.commit()
        self._deleted[session_id] = kept
        self._parts.bus.publish(SessionsChanged(session_id))
        return session

    def copy(self, session: WorkshopSession) -> WorkshopSession:
        """Return a new plan like this one, without date and participants; it is not saved yet."""
        return replace(
            session,
            id=WorkshopSessionId(self._parts.new_id()),
            starts_at=None,
            participants=(),
            groups=(),
            status=SessionStatus.PLANNED,
            agenda=tuple(replace(i, id=AgendaItemId(self._parts.new_id())) for i in session.agenda),
        )

    def checklist(self, session: WorkshopSession, lost_material: bool = False) -> tuple[ReadyCheck, ...]:
        """Return what a plan lacks and has; `lost_material` says that something it names is not there any more."""
        return ready_checklist(session, self._parts.clock.local_now(), lost_material)

    # -- participants
    def read_list(self, text: str) -> ParticipantList:
        return read_participants(text)

    def read_list_file(self, path: Path) -> ParticipantList:
        """Read a list file; Excel's semicolons and Windows-1252 are understood."""
        return read_participants(self.text_of_list(path))

    def text_of_list(self, path: Path) -> str:
        """Return the text of a file that somebody has made a list in."""
        try:
            if path.stat().st_size > LARGEST_LIST_FILE:
                raise FileUnreadable(str(path), "too_large")
            data = path.read_bytes()
        except FileNotFoundError as error:
            raise FileUnreadable(str(path), "missing") from error
        except PermissionError as error:
            raise FileUnreadable(str(path), "permission") from error
        except OSError as error:
            raise FileUnreadable(str(path), "not_readable") from error
        return decode(data)

    def with_listed(self, session: WorkshopSession, listed: Sequence[ListedParticipant]) -> WorkshopSession:
        """Return the plan with the listed people added; those already there (name and unit) are left as they are."""
        there = {(p.name.casefold(), p.unit.casefold()) for p in session.participants}
        new: list[Participant] = []
        for p in listed:
            unit = p.unit or session.unit
            key = (p.name.casefold(), unit.casefold())
            if key not in there:
                there.add(key)
                person = ParticipantId(self._parts.new_id())
                new.append(Participant(person, p.name, p.role or Role.OTHER, unit, p.sex, p.email))
        return replace(session, participants=(*session.participants, *new))

    def new_participant(self, name: str, role: Role, unit: str) -> Participant:
        return Participant(ParticipantId(self._parts.new_id()), name.strip(), role, unit.strip())

    def with_case_chosen(self, session: WorkshopSession, case_id: CaseId) -> WorkshopSession:
        """Put a case in the first free slot, or in a new one when all are taken."""
        if case_id in session.cases:
            return session
        slots = [*session.cases, *([None] * (session.case_slots - len(session.cases)))]
        free = next((i for i, c in enumerate(slots, 1) if c is None), len(slots) + 1)
        return session.with_case(free, case_id)

    def start_of_today(self) -> datetime:
        return self._parts.clock.local_now().replace(hour=0, minute=0, second=0, microsecond=0)
