"""What has been seen of people, area by area."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kompetens_gui.domain.learning.evidence import Evidence, EvidenceKind
from kompetens_gui.domain.learning.levels import (
    ENOUGH_KNOWLEDGE,
    FEWEST_QUESTIONS,
    KNOWLEDGE,
    RAISES_NOTHING,
    Seen,
)
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.storage.tables import EvidenceRecord, LearnerRecord
from kompetens_gui.storage.unreadable import reading

_ROW = EvidenceRecord
_KEY = (_ROW.learner_id, _ROW.area, _ROW.source, _ROW.kind, _ROW.form)


class SqlEvidenceStore:
    """Fits EvidenceStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, evidence: Iterable[Evidence]) -> None:
        rows = [_row(e) for e in evidence]
        if not rows:
            return
        put = insert(_ROW)
        new = {name: put.excluded[name] for name in rows[0] if name not in {c.key for c in _KEY}}
        self._connection.execute(put.on_conflict_do_update(index_elements=_KEY, set_=new), rows)

    def of(self, learner: LearnerId, area: str = "") -> Sequence[Evidence]:
        found = select(_ROW.__table__).where(_ROW.learner_id == learner)
        if area:
            found = found.where(_ROW.area == area)
        with reading(self._connection):
            return [_evidence(r) for r in self._connection.execute(found.order_by(*_KEY))]

    def remove(self, learner: LearnerId, source: str) -> None:
        same: ColumnElement[bool] = _ROW.source == source
        if source.endswith(":"):
            same = _ROW.source.startswith(source, autoescape=True)
        self._connection.execute(delete(_ROW).where(_ROW.learner_id == learner, same))

    def members(self, unit: str = "", role: Role | None = None) -> Mapping[LearnerId, Role]:
        found = select(LearnerRecord.id, LearnerRecord.role).order_by(LearnerRecord.id)
        if unit:
            found = found.where(LearnerRecord.unit == unit)
        if role is not None:
            found = found.where(LearnerRecord.role == role.value)
        with reading(self._connection):
            return {LearnerId(row.id): Role(row.role) for row in self._connection.execute(found)}

    def facts(self) -> Iterator[tuple[LearnerId, str, Sequence[Seen]]]:
        # By the driver's own cursor: making a row object of each of a hundred thousand would take longer than reading.
        rows = cast("Iterable[Any]", self._connection.exec_driver_sql(FACTS, FACTS_VALUES).cursor)
        for (learner, area), group in groupby(rows, _BY_PERSON_AND_AREA):
            yield learner, area, [row[:8] for row in group]


# Only where there is knowledge enough for any level at all: everywhere else the answer is known without reading on.
FACTS = f"""
SELECT kind, form, strength, count, approved, reflected, with_other, source, learner_id, area
FROM evidence
WHERE kind NOT IN ({", ".join("?" * len(RAISES_NOTHING))}) AND (learner_id, area) IN (
    SELECT learner_id, area FROM evidence WHERE kind = ? AND form = ? AND count >= ? AND strength >= ?)
ORDER BY learner_id, area
"""
FACTS_VALUES = (*sorted(k.value for k in RAISES_NOTHING), *map(str, KNOWLEDGE), FEWEST_QUESTIONS, ENOUGH_KNOWLEDGE)
_BY_PERSON_AND_AREA = itemgetter(8, 9)


def _row(e: Evidence) -> dict[str, Any]:
    return {
        "learner_id": e.learner,
        "area": e.area,
        "source": e.source,
        "kind": e.kind.value,
        "form": e.form,
        "strength": e.strength,
        "noted_on": e.on,
        "count": e.count,
        "approved": e.approved,
        "reflected": e.reflected,
        "with_other": e.with_other,
        "rule_version": e.rule_version,
    }


def _evidence(row: Any) -> Evidence:  # noqa: ANN401 (a row of the table)
    return Evidence(
        LearnerId(row.learner_id),
        row.area,
        EvidenceKind(row.kind),
        row.strength,
        row.noted_on,
        row.source,
        row.form,
        row[_COUNT],
        row.approved,
        row.reflected,
        row.with_other,
        row.rule_version,
    )


_COUNT = list(EvidenceRecord.__table__.columns.keys()).index("count")  # a row has a method of that name
