"""Plans, their states and the content frozen when they started."""

import builtins
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import InstrumentedAttribute

from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession, WorkshopSessionId
from kompetens_gui.services.codec import case_from_json, case_to_json, series_memory_from_json, series_memory_to_json
from kompetens_gui.services.ports import Clock, SeriesRow, SessionRow
from kompetens_gui.storage.plan_mapping import PARTS, part_rows, plan_row, read_plan
from kompetens_gui.storage.tables import (
    Base,
    FrozenCaseRecord,
    FrozenMaterialRecord,
    ParticipantRecord,
    SessionCaseRecord,
    WorkshopSessionRecord,
)
from kompetens_gui.storage.unreadable import reading

_PLAN = WorkshopSessionRecord
_PREVIOUS = "previous"


class SqlSessionStore:
    """Fits SessionStore, within one unit of work."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def list(self) -> Sequence[SessionRow]:
        now = self._clock.local_now()
        return sorted(self._rows(), key=lambda row: _distance(row.starts_at, now))

    def get(self, session_id: WorkshopSessionId) -> WorkshopSession:
        with reading(self._connection):
            session = read_plan(self._connection, session_id)
        if session is None:
            raise NotFound("workshop_session", session_id)
        return session

    def save(self, session: WorkshopSession) -> None:
        values = plan_row(session, self._clock.now())
        changed = self._connection.execute(update(_PLAN).where(_PLAN.id == session.id).values(values))
        if not changed.rowcount:
            self._connection.execute(insert(_PLAN).values(values))
        rows = part_rows(session)
        for part in PARTS:
            table = part.__table__
            self._connection.execute(delete(part).where(table.c.session_id == session.id))
            if rows[part]:
                self._connection.execute(insert(part), rows[part])

    def set_status(self, session_id: WorkshopSessionId, status: SessionStatus) -> None:
        values = {"status": status.value, "updated_at": self._clock.now()}
        changed = self._connection.execute(update(_PLAN).where(_PLAN.id == session_id).values(values))
        _need(changed.rowcount, session_id)

    def delete(self, session_id: WorkshopSessionId) -> None:
        gone = self._connection.execute(delete(_PLAN).where(_PLAN.id == session_id))
        _need(gone.rowcount, session_id)

    def running(self) -> Sequence[SessionRow]:
        found = self._rows(_PLAN.status == SessionStatus.RUNNING.value)
        return sorted(found, key=lambda row: row.updated_at, reverse=True)

    def freeze(self, session_id: WorkshopSessionId, content: FrozenContent) -> None:
        # Read in when it is needed: a start of the program that shows its sessions has no use for it.
        from kompetens_gui.services.material_codec import material_to_json

        cases = [
            {"session_id": session_id, "case_id": case_id, "document": case_to_json(case)}
            for case_id, case in content.cases.items()
        ]
        materials = [
            {"session_id": session_id, "ref": ref, "document": material_to_json(material)}
            for ref, material in content.materials.items()
        ]
        if content.previous is not None:
            document = series_memory_to_json(content.previous)
            materials.append({"session_id": session_id, "ref": _PREVIOUS, "document": document})
        self._replace(FrozenCaseRecord, session_id, cases)
        self._replace(FrozenMaterialRecord, session_id, materials)

    def _replace(self, record: type[Base], session_id: WorkshopSessionId, rows: builtins.list[dict[str, str]]) -> None:
        self._connection.execute(delete(record).where(record.__table__.c.session_id == session_id))
        if rows:
            self._connection.execute(insert(record), rows)

    def frozen(self, session_id: WorkshopSessionId) -> FrozenContent:
        found = select(FrozenCaseRecord.case_id, FrozenCaseRecord.document)
        cases = self._connection.execute(found.where(FrozenCaseRecord.session_id == session_id)).all()
        kept = select(FrozenMaterialRecord.ref, FrozenMaterialRecord.document)
        rows = self._connection.execute(kept.where(FrozenMaterialRecord.session_id == session_id)).all()
        from kompetens_gui.services.material_codec import material_from_json

        materials = {row.ref: row.document for row in rows}
        with reading(self._connection):
            previous = materials.pop(_PREVIOUS, None)
            return FrozenContent(
                {CaseId(row.case_id): case_from_json(row.document) for row in cases},
                {ref: material_from_json(ref, document) for ref, document in materials.items()},
                series_memory_from_json(previous) if previous else None,
            )

    def closed_in_series(self, series: str) -> Sequence[SessionRow]:
        found = self._rows(_PLAN.series == series, _PLAN.status == SessionStatus.CLOSED.value)
        return sorted(found, key=lambda row: row.starts_at or datetime.min, reverse=True)

    def in_series(self, series: str) -> Sequence[SessionRow]:
        return sorted(self._rows(_PLAN.series == series), key=lambda row: row.starts_at or datetime.min, reverse=True)

    def series(self) -> Sequence[SeriesRow]:
        latest = func.max(_PLAN.starts_at)
        found = select(_PLAN.series, _PLAN.unit, func.count().label("sessions"), latest.label("latest"))
        grouped = found.where(_PLAN.series != "").group_by(_PLAN.series, _PLAN.unit)
        rows = [SeriesRow(*row) for row in self._connection.execute(grouped).all()]
        return sorted(rows, key=lambda row: (row.latest or datetime.min, row.name), reverse=True)

    def set_series(self, session_id: WorkshopSessionId, series: str) -> None:
        values = {"series": series, "updated_at": self._clock.now()}
        changed = self._connection.execute(update(_PLAN).where(_PLAN.id == session_id).values(values))
        _need(changed.rowcount, session_id)

    def case_use(self) -> Mapping[CaseId, int]:
        used = select(FrozenCaseRecord.case_id, func.count()).group_by(FrozenCaseRecord.case_id)
        return {CaseId(case_id): times for case_id, times in self._connection.execute(used).all()}

    def _rows(self, *conditions: ColumnElement[bool]) -> builtins.list[SessionRow]:
        participants = _count_of(func.count(ParticipantRecord.id), ParticipantRecord.session_id)
        cases = _count_of(func.count(SessionCaseRecord.case_id.distinct()), SessionCaseRecord.session_id)
        found = select(
            _PLAN.id,
            _PLAN.title,
            _PLAN.forum_type,
            _PLAN.starts_at,
            _PLAN.minutes,
            _PLAN.unit,
            _PLAN.place,
            _PLAN.status,
            participants.label("participants"),
            cases.label("cases"),
            _PLAN.updated_at,
        ).where(*conditions)
        with reading(self._connection):
            return [
                SessionRow(**{**row, "id": WorkshopSessionId(row["id"]), "status": SessionStatus(row["status"])})
                for row in self._connection.execute(found).mappings()
            ]


def _count_of(counted: ColumnElement[int], session_id: InstrumentedAttribute[str]) -> ColumnElement[int]:
    return select(counted).where(session_id == _PLAN.id).correlate(_PLAN).scalar_subquery()


def _need(rows: int, session_id: WorkshopSessionId) -> None:
    if not rows:
        raise NotFound("workshop_session", session_id)


def _distance(starts_at: datetime | None, now: datetime) -> float:
    """Return how far from now a session starts, in seconds; those without a date come last."""
    return abs((starts_at - now).total_seconds()) if starts_at else float("inf")
