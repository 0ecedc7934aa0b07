"""How long things are kept, and taking away what is older."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kompetens_gui.domain.learning.attempt import AttemptFinished, AttemptId
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.retention import RetentionKind
from kompetens_gui.storage.attempt_store import SqlAttemptStore
from kompetens_gui.storage.tables import (
    AttemptEventRecord,
    AttemptRecord,
    EvidenceRecord,
    FrozenContentRecord,
    LearnerRecord,
    RetentionSettingRecord,
    ReviewEntryRecord,
    SignOffRecord,
)

_SETTING = RetentionSettingRecord
_ATTEMPT = AttemptRecord
_EVENT = AttemptEventRecord


class SqlRetentionStore:
    """Fits RetentionStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def months(self) -> Mapping[RetentionKind, int | None]:
        known = {kind.value for kind in RetentionKind}
        rows = self._connection.execute(select(_SETTING.kind, _SETTING.months))
        return {RetentionKind(row.kind): row.months for row in rows if row.kind in known}

    def set_months(self, kind: RetentionKind, months: int | None) -> None:
        put = insert(_SETTING).values(kind=kind.value, months=months)
        changed = put.on_conflict_do_update(index_elements=[_SETTING.kind], set_={"months": months})
        self._connection.execute(changed)

    def count(self, kind: RetentionKind, before: datetime) -> int:
        match kind:
            case RetentionKind.ANSWERS | RetentionKind.UNFINISHED:
                return len(self._attempts(kind, before))
            case RetentionKind.PROFILES:
                return len(self.idle_profiles(before))
        return sum(self._number(table, old) for table, old in self._old_rows(kind, before))

    def remove(self, kind: RetentionKind, before: datetime) -> int:
        self._connection.exec_driver_sql("PRAGMA secure_delete=ON")
        removed = 0
        if kind in (RetentionKind.ANSWERS, RetentionKind.UNFINISHED):
            attempts = SqlAttemptStore(self._connection)
            forget = attempts.forget_answers if kind == RetentionKind.ANSWERS else attempts.remove
            old_attempts = self._attempts(kind, before)
            for attempt in old_attempts:
                forget(attempt)
            removed = len(old_attempts)
        for table, old in self._old_rows(kind, before):
            removed += self._connection.execute(delete(table).where(old)).rowcount
        self._tidy()
        return removed

    def idle_profiles(self, before: datetime) -> Sequence[LearnerId]:
        learner = LearnerRecord.id
        busy = (
            exists().where(_ATTEMPT.learner_id == learner, _ATTEMPT.started_at >= before),
            exists().where(_ATTEMPT.learner_id == learner, _ATTEMPT.finished_at >= before),
            exists().where(ReviewEntryRecord.learner_id == learner, ReviewEntryRecord.at >= before),
            exists().where(SignOffRecord.learner_id == learner, SignOffRecord.signed_at >= before),
            exists().where(EvidenceRecord.learner_id == learner, EvidenceRecord.noted_on >= before.date()),
        )
        found = select(learner).where(LearnerRecord.created_at < before, *(~b for b in busy))
        return [LearnerId(i) for i in self._connection.scalars(found.order_by(learner))]

    def _attempts(self, kind: RetentionKind, before: datetime) -> Sequence[AttemptId]:
        found = select(_ATTEMPT.id).order_by(_ATTEMPT.id)
        if kind == RetentionKind.ANSWERS:
            answered = exists().where(_EVENT.attempt_id == _ATTEMPT.id, _EVENT.name != AttemptFinished.__name__)
            found = found.where(_ATTEMPT.finished_at < before, answered)
        else:
            going_on = exists().where(_EVENT.attempt_id == _ATTEMPT.id, _EVENT.at >= before)
            found = found.where(_ATTEMPT.finished_at.is_(None), _ATTEMPT.started_at < before, ~going_on)
        return [AttemptId(i) for i in self._connection.scalars(found)]

    def _old_rows(self, kind: RetentionKind, before: datetime) -> Sequence[tuple[type, ColumnElement[bool]]]:
        """Return the tables of a kind with what is old in them."""
        day = before.date()
        found: dict[RetentionKind, Sequence[tuple[type, ColumnElement[bool]]]] = {
            RetentionKind.REVIEWS: [(ReviewEntryRecord, ReviewEntryRecord.at < before)],
            RetentionKind.RESULTS: [
                (_ATTEMPT, _ATTEMPT.finished_at < before),
                (EvidenceRecord, EvidenceRecord.noted_on < day),
            ],
            RetentionKind.SIGN_OFFS: [(SignOffRecord, SignOffRecord.signed_at < before)],
        }
        return found.get(kind, ())

    def _number(self, table: type, old: ColumnElement[bool]) -> int:
        return self._connection.execute(select(func.count()).select_from(table).where(old)).scalar_one()

    def _tidy(self) -> None:
        """Take away frozen content that no attempt leans on any more."""
        used = exists().where(_ATTEMPT.content_hash == FrozenContentRecord.hash)
        self._connection.execute(delete(FrozenContentRecord).where(~used))
