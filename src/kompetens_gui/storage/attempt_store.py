"""Attempts: how they began, their events, what they left."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection, RowMapping

from kompetens_gui.domain.errors import AttemptNotOpen, DatabaseDamaged, NotFound, StorageFailed
from kompetens_gui.domain.exercises.registry import exercise_kind
from kompetens_gui.domain.learning.attempt import AttemptFinished, AttemptId, AttemptStarted, FinishedAttempt
from kompetens_gui.domain.learning.path_progress import DatedAttempt
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.services.attempt_codec import (
    attempt_event_from_json,
    attempt_event_to_json,
    content_from_json,
    content_to_json,
    hash_of,
    outcome_from_json,
    outcome_to_json,
    settings_from_json,
    settings_to_json,
)
from kompetens_gui.services.learning_ports import StoredAttempt, UnfinishedAttempt
from kompetens_gui.storage.tables import AttemptEventRecord, AttemptRecord, FrozenContentRecord
from kompetens_gui.storage.unreadable import database_path, reading

_ROW = AttemptRecord
_EVENT = AttemptEventRecord
_CONTENT = FrozenContentRecord


class SqlAttemptStore:
    """Fits AttemptStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def start(self, started: AttemptStarted) -> None:
        document = content_to_json(started.kind, started.content)
        name = hash_of(document)
        if self._connection.execute(select(_CONTENT.hash).where(_CONTENT.hash == name)).first() is None:
            self._connection.execute(insert(_CONTENT).values(hash=name, document=document))
        values = {
            "id": started.id,
            "learner_id": started.learner,
            "kind": started.kind,
            "ref": started.ref,
            "title": started.title,
            "content_hash": name,
            "settings": settings_to_json(started.settings),
            "seed": started.seed,
            "path": started.path,
            "module": started.module,
            "step": started.step,
            "areas": list(started.areas),
            "rule_version": started.rule_version,
            "started_at": started.at,
            "minutes": 0,
        }
        self._connection.execute(insert(_ROW).values(values))

    def read(self, attempt: AttemptId) -> StoredAttempt:
        found = select(_ROW.__table__, _CONTENT.document).join(_CONTENT, _CONTENT.hash == _ROW.content_hash)
        row = self._connection.execute(found.where(_ROW.id == attempt)).mappings().first()
        if row is None:
            raise NotFound("attempt", attempt)
        events = select(_EVENT.seq, _EVENT.at, _EVENT.name, _EVENT.payload).where(_EVENT.attempt_id == attempt)
        entries = self._connection.execute(events.order_by(_EVENT.seq)).all()
        with reading(self._connection):
            if [e.seq for e in entries] != list(range(1, len(entries) + 1)):
                raise DatabaseDamaged(str(database_path(self._connection)))
            kind = row["kind"]
            return StoredAttempt(
                _started(row),
                tuple(RecordedEvent(e.seq, e.at, attempt_event_from_json(kind, e.name, e.payload)) for e in entries),
                row["finished_at"],
            )

    def append(self, attempt: AttemptId, kind: str, entry: RecordedEvent) -> None:
        name, payload = attempt_event_to_json(kind, entry.event)
        values = {"attempt_id": attempt, "seq": entry.seq, "at": entry.at, "name": name, "payload": payload}
        try:
            self._connection.execute(insert(_EVENT).values(values))
        except StorageFailed as error:
            if error.cause.startswith("SQLITE_CONSTRAINT"):  # the number is taken
                raise AttemptNotOpen(attempt, "elsewhere") from error
            raise

    def finish(self, finished: FinishedAttempt, on: date) -> None:
        values: dict[str, object] = {
            "finished_at": finished.finished_at,
            "finished_on": on,
            "minutes": finished.minutes,
            "outcome": outcome_to_json(finished.outcome),
        }
        if not exercise_kind(finished.kind).keeps_answers:
            values["started_at"] = finished.finished_at
        if not self._connection.execute(update(_ROW).where(_ROW.id == finished.id).values(values)).rowcount:
            raise NotFound("attempt", finished.id)

    def forget_answers(self, attempt: AttemptId) -> None:
        self._connection.exec_driver_sql("PRAGMA secure_delete=ON")
        self._connection.execute(delete(_EVENT).where(_EVENT.attempt_id == attempt))
        row = self._connection.execute(select(_ROW.kind, _ROW.finished_at).where(_ROW.id == attempt)).first()
        if row is not None and row.finished_at is not None:
            self.append(attempt, row.kind, RecordedEvent(1, row.finished_at, AttemptFinished()))

    def remove(self, attempt: AttemptId) -> None:
        self._connection.exec_driver_sql("PRAGMA secure_delete=ON")
        if not self._connection.execute(delete(_ROW).where(_ROW.id == attempt)).rowcount:
            raise NotFound("attempt", attempt)

    def unfinished(self, learner: LearnerId) -> Sequence[UnfinishedAttempt]:
        count = select(func.count()).where(_EVENT.attempt_id == _ROW.id).correlate(_ROW).scalar_subquery()
        found = select(_ROW.__table__, count.label("events"))
        found = found.where(_ROW.learner_id == learner, _ROW.finished_at.is_(None))
        rows = self._connection.execute(found.order_by(_ROW.started_at.desc(), _ROW.id)).mappings()
        return [
            UnfinishedAttempt(
                AttemptId(r["id"]),
                r["kind"],
                r["ref"],
                r["title"],
                r["path"],
                r["module"],
                r["step"],
                r["started_at"],
                r["events"],
            )
            for r in rows
        ]

    def finished(self, learner: LearnerId, path: str = "") -> Sequence[DatedAttempt]:
        found = select(_ROW.__table__).where(_ROW.learner_id == learner, _ROW.finished_at.is_not(None))
        if path:
            found = found.where(_ROW.path == path)
        rows = self._connection.execute(found.order_by(_ROW.finished_at, _ROW.id)).mappings()
        with reading(self._connection):
            return [DatedAttempt(_finished(r), r["finished_on"]) for r in rows]

    def earlier(self, learner: LearnerId, kind: str, ref: str, step: str, limit: int) -> Sequence[AttemptId]:
        same = (_ROW.ref == ref) if ref else (_ROW.ref == "") & (_ROW.step == step)
        has_answers = (
            select(_EVENT.seq)
            .where(_EVENT.attempt_id == _ROW.id, _EVENT.name != AttemptFinished.__name__)
            .correlate(_ROW)
            .exists()
        )
        found = (
            select(_ROW.id)
            .where(_ROW.learner_id == learner, _ROW.kind == kind, _ROW.finished_at.is_not(None), same, has_answers)
            .order_by(_ROW.finished_at.desc(), _ROW.id)
            .limit(limit)
        )
        return [AttemptId(i) for i in reversed(self._connection.scalars(found).all())]


def _started(row: RowMapping) -> AttemptStarted:
    return AttemptStarted(
        id=AttemptId(row["id"]),
        learner=LearnerId(row["learner_id"]),
        kind=row["kind"],
        title=row["title"],
        content=content_from_json(row["kind"], row["document"]),
        at=row["started_at"],
        ref=row["ref"],
        settings=settings_from_json(row["settings"]),
        seed=row["seed"],
        path=row["path"],
        module=row["module"],
        step=row["step"],
        areas=tuple(row["areas"]),
        rule_version=row["rule_version"],
    )


def _finished(row: RowMapping) -> FinishedAttempt:
    return FinishedAttempt(
        id=AttemptId(row["id"]),
        learner=LearnerId(row["learner_id"]),
        kind=row["kind"],
        finished_at=row["finished_at"],
        outcome=outcome_from_json(row["outcome"]),
        ref=row["ref"],
        path=row["path"],
        module=row["module"],
        step=row["step"],
        title=row["title"],
        areas=tuple(row["areas"]),
        rule_version=row["rule_version"],
        minutes=row["minutes"],
    )
