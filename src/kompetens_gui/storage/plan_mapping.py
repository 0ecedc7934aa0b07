"""A plan as rows, and rows as a plan."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.engine import Connection

from kompetens_gui.domain.case import CaseId, Sex
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Facilitator,
    GroupId,
    Participant,
    ParticipantId,
    Role,
    SessionStatus,
    SmallGroup,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.storage.tables import (
    AgendaItemRecord,
    Base,
    FacilitatorRecord,
    ParticipantRecord,
    SessionCaseRecord,
    SessionCompetenceRecord,
    SmallGroupRecord,
    WorkshopSessionRecord,
)

RowValues = dict[str, Any]
PARTS: tuple[type[Base], ...] = (
    FacilitatorRecord,
    ParticipantRecord,
    AgendaItemRecord,
    SessionCompetenceRecord,
    SessionCaseRecord,
    SmallGroupRecord,
)


def plan_row(session: WorkshopSession, updated_at: datetime) -> RowValues:
    """Return the row of the plan itself."""
    return {
        "id": session.id,
        "forum_type": session.forum_type,
        "title": session.title,
        "minutes": session.minutes,
        "starts_at": session.starts_at,
        "unit": session.unit,
        "place": session.place,
        "target_group": session.target_group,
        "purpose": session.purpose,
        "case_slots": session.case_slots,
        "status": session.status.value,
        "template_id": session.template_id,
        "series": session.series,
        "updated_at": updated_at,
    }


def part_rows(session: WorkshopSession) -> Mapping[type[Base], Sequence[RowValues]]:
    """Return the rows of the plan's lists, table by table."""
    return {
        FacilitatorRecord: [
            {"session_id": session.id, "position": at, "name": f.name, "role": f.role.value}
            for at, f in enumerate(session.facilitators)
        ],
        ParticipantRecord: [_participant_row(session.id, at, p) for at, p in enumerate(session.participants)],
        AgendaItemRecord: [_item_row(session.id, at, item) for at, item in enumerate(session.agenda)],
        SessionCompetenceRecord: [
            {"session_id": session.id, "position": at, "area": area} for at, area in enumerate(session.competence_areas)
        ],
        SessionCaseRecord: [
            {"session_id": session.id, "slot": slot, "case_id": case} for slot, case in enumerate(session.cases, 1)
        ],
        SmallGroupRecord: [
            {"session_id": session.id, "id": g.id, "position": at, "name": g.name, "members": list(g.members)}
            for at, g in enumerate(session.groups)
        ],
    }


def read_plan(connection: Connection, session_id: WorkshopSessionId) -> WorkshopSession | None:
    """Return a whole plan, None when there is none with that id."""
    plan = WorkshopSessionRecord
    row = connection.execute(select(plan.__table__).where(plan.id == session_id)).one_or_none()
    if row is None:
        return None
    return WorkshopSession(
        id=WorkshopSessionId(row.id),
        forum_type=row.forum_type,
        title=row.title,
        minutes=row.minutes,
        starts_at=row.starts_at,
        unit=row.unit,
        place=row.place,
        target_group=row.target_group,
        purpose=row.purpose,
        competence_areas=tuple(r.area for r in _part(connection, SessionCompetenceRecord, session_id)),
        facilitators=tuple(Facilitator(r.name, Role(r.role)) for r in _part(connection, FacilitatorRecord, session_id)),
        participants=tuple(_participant(r) for r in _part(connection, ParticipantRecord, session_id)),
        case_slots=row.case_slots,
        cases=tuple(
            CaseId(r.case_id) if r.case_id is not None else None
            for r in _part(connection, SessionCaseRecord, session_id, "slot")
        ),
        agenda=tuple(_item(r) for r in _part(connection, AgendaItemRecord, session_id)),
        status=SessionStatus(row.status),
        template_id=row.template_id,
        groups=tuple(
            SmallGroup(GroupId(r.id), r.name, tuple(ParticipantId(m) for m in r.members))
            for r in _part(connection, SmallGroupRecord, session_id)
        ),
        series=row.series,
    )


def _part(
    connection: Connection, record: type[Base], session_id: WorkshopSessionId, order: str = "position"
) -> Sequence[Row[Any]]:
    columns = record.__table__.c
    found = select(record.__table__).where(columns.session_id == session_id).order_by(columns[order])
    return connection.execute(found).all()


def _participant_row(session_id: str, at: int, participant: Participant) -> RowValues:
    return {
        "session_id": session_id,
        "id": participant.id,
        "position": at,
        "name": participant.name,
        "role": participant.role.value,
        "unit": participant.unit,
        "sex": participant.sex.value if participant.sex else None,
        "email": participant.email,
    }


def _participant(row: Row[Any]) -> Participant:
    sex = Sex(row.sex) if row.sex else None
    return Participant(ParticipantId(row.id), row.name, Role(row.role), row.unit, sex, row.email)


def _item_row(session_id: str, at: int, item: AgendaItem) -> RowValues:
    return {
        "session_id": session_id,
        "id": item.id,
        "position": at,
        "kind": item.kind,
        "title": item.title,
        "minutes": item.minutes,
        "case_slot": item.case_slot,
        "settings": json.loads(json.dumps(dict(item.settings))),
        "notes": item.notes,
    }


def _item(row: Row[Any]) -> AgendaItem:
    return AgendaItem(AgendaItemId(row.id), row.kind, row.title, row.minutes, row.case_slot, row.settings, row.notes)
