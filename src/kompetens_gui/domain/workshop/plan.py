"""The plan of a workshop session: where, when, who, and the agenda."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from kompetens_gui.domain.case import CaseId, Sex

WorkshopSessionId = NewType("WorkshopSessionId", str)
AgendaItemId = NewType("AgendaItemId", str)
GroupId = NewType("GroupId", str)
ParticipantId = NewType("ParticipantId", str)


class SessionStatus(StrEnum):
    """Where a session stands. PLANNED → (READY) → RUNNING → CLOSED."""

    PLANNED = "planned"
    READY = "ready"
    RUNNING = "running"
    CLOSED = "closed"


class Role(StrEnum):
    """Professions that meet in the room, as the glossary names them."""

    PHYSICIAN = "physician"
    RESIDENT_PHYSICIAN = "resident_physician"
    REHAB_COORDINATOR = "rehab_coordinator"
    CASE_OFFICER = "case_officer"
    INSURANCE_MEDICINE_ADVISER = "insurance_medicine_adviser"
    SPECIALIST = "specialist"
    DISTRICT_NURSE = "district_nurse"
    ALLIED_HEALTH_PROFESSIONAL = "allied_health_professional"
    PSYCHOLOGIST = "psychologist"
    MANAGER = "manager"
    OTHER = "other"


@dataclass(frozen=True)
class Facilitator:
    """Someone who leads."""

    name: str
    role: Role = Role.INSURANCE_MEDICINE_ADVISER


@dataclass(frozen=True)
class Participant:
    """Someone who takes part. Only name and role are needed."""

    id: ParticipantId
    name: str
    role: Role = Role.PHYSICIAN
    unit: str = ""
    sex: Sex | None = None
    email: str = ""


@dataclass(frozen=True)
class SmallGroup:
    """Some of the participants, who work together. A group may be without members: it is then only a table."""

    id: GroupId
    name: str
    members: tuple[ParticipantId, ...] = ()


@dataclass(frozen=True)
class AgendaItem:
    """One activity of the agenda. `case_slot` counts the session's cases from 1; `settings` belong to the kind."""

    id: AgendaItemId
    kind: str
    title: str
    minutes: int
    case_slot: int | None = None
    settings: Mapping[str, object] = field(default_factory=dict)
    notes: str = ""


@dataclass(frozen=True)
class WorkshopSession:
    """A planned session; `starts_at` is local wall-clock time without zone, `minutes` the time set aside.

    Sessions with the same `series` follow on each other: the next one begins with what the last one left.
    """

    id: WorkshopSessionId
    forum_type: str
    title: str
    minutes: int
    starts_at: datetime | None = None
    unit: str = ""
    place: str = ""
    target_group: str = ""
    purpose: str = ""
    competence_areas: tuple[str, ...] = ()
    facilitators: tuple[Facilitator, ...] = ()
    participants: tuple[Participant, ...] = ()
    case_slots: int = 0
    cases: tuple[CaseId | None, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    status: SessionStatus = SessionStatus.PLANNED
    template_id: str = ""
    groups: tuple[SmallGroup, ...] = ()
    series: str = ""

    def item(self, item_id: AgendaItemId) -> AgendaItem | None:
        return next((i for i in self.agenda if i.id == item_id), None)

    def case_of(self, item: AgendaItem) -> CaseId | None:
        """Return the id of the case an item works with, None when it has none or none is chosen yet."""
        slot = item.case_slot
        return self.cases[slot - 1] if slot and slot <= len(self.cases) else None

    @property
    def chosen_cases(self) -> tuple[CaseId, ...]:
        return tuple(dict.fromkeys(c for c in self.cases if c))

    @property
    def planned_minutes(self) -> int:
        return sum(i.minutes for i in self.agenda)

    def with_item(self, item: AgendaItem) -> "WorkshopSession":
        """Put an item in the place of the one with the same id, or last."""
        if self.item(item.id) is None:
            return replace(self, agenda=(*self.agenda, item))
        return replace(self, agenda=tuple(item if i.id == item.id else i for i in self.agenda))

    def without_item(self, item_id: AgendaItemId) -> "WorkshopSession":
        return replace(self, agenda=tuple(i for i in self.agenda if i.id != item_id))

    def with_item_moved(self, item_id: AgendaItemId, position: int) -> "WorkshopSession":
        """Move an item to a position (from 0) among the others; a position outside is the nearest end."""
        item = self.item(item_id)
        if item is None:
            return self
        rest = [i for i in self.agenda if i.id != item_id]
        rest.insert(max(0, min(position, len(rest))), item)
        return replace(self, agenda=tuple(rest))

    def with_case(self, slot: int, case_id: CaseId | None) -> "WorkshopSession":
        """Choose the case of a slot (from 1)."""
        slots = list(self.cases) + [None] * (max(slot, self.case_slots) - len(self.cases))
        slots[slot - 1] = case_id
        return replace(self, cases=tuple(slots), case_slots=len(slots))
