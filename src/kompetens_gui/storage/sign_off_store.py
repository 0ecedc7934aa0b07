"""The registers of sign-offs and observations: the only places where others stand by name in somebody's studies."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, RowMapping

from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.sign_off import SignOff, SignOffId, SignOffPurpose
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.learning_ports import Observation
from kompetens_gui.storage.tables import ObservationRecord, SignOffRecord
from kompetens_gui.storage.unreadable import reading

_ROW = SignOffRecord
_SEEN = ObservationRecord


class SqlSignOffStore:
    """Fits SignOffStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, sign_off: SignOff) -> None:
        values = {
            "id": sign_off.id,
            "learner_id": sign_off.learner,
            "purpose": sign_off.purpose.value,
            "areas": list(sign_off.areas),
            "title": sign_off.title,
            "attempt_id": sign_off.attempt,
            "by_name": sign_off.by_name,
            "by_role": sign_off.by_role.value,
            "signed_on": sign_off.on,
            "signed_at": sign_off.at,
            "text": sign_off.text,
            "rating": sign_off.rating,
            "raters": sign_off.raters,
            "request_id": sign_off.request or None,
            "fingerprint": sign_off.fingerprint or None,
        }
        self._connection.execute(insert(_ROW).values(values))

    def of(self, learner: LearnerId) -> Sequence[SignOff]:
        found = select(_ROW.__table__).where(_ROW.learner_id == learner)
        rows = self._connection.execute(found.order_by(_ROW.signed_at.desc(), _ROW.id)).mappings()
        with reading(self._connection):
            return [_sign_off(r) for r in rows]

    def of_attempt(self, attempt: AttemptId) -> SignOff | None:
        found = select(_ROW.__table__).where(_ROW.attempt_id == attempt).order_by(_ROW.signed_at.desc())
        row = self._connection.execute(found).mappings().first()
        with reading(self._connection):
            return _sign_off(row) if row is not None else None

    def of_request(self, request: str) -> SignOff | None:
        found = select(_ROW.__table__).where(_ROW.request_id == request)
        row = self._connection.execute(found).mappings().first()
        with reading(self._connection):
            return _sign_off(row) if row is not None else None

    def remove(self, sign_off: SignOffId) -> None:
        if not self._connection.execute(delete(_ROW).where(_ROW.id == sign_off)).rowcount:
            raise NotFound("sign_off", sign_off)

    def observe(self, observation: Observation) -> None:
        values = {
            "attempt_id": observation.attempt,
            "observer_name": observation.name,
            "observer_role": observation.role.value,
            "observed_on": observation.on,
            "rating": observation.rating,
        }
        changed = self._connection.execute(update(_SEEN).where(_SEEN.id == observation.id).values(values))
        if not changed.rowcount:
            self._connection.execute(insert(_SEEN).values(id=observation.id, **values))

    def observation(self, observation: str) -> Observation | None:
        row = self._connection.execute(select(_SEEN.__table__).where(_SEEN.id == observation)).mappings().first()
        if row is None:
            return None
        with reading(self._connection):
            return Observation(
                row["id"],
                AttemptId(row["attempt_id"]),
                row["observer_name"],
                Role(row["observer_role"]),
                row["observed_on"],
                row["rating"],
            )


def _sign_off(row: RowMapping) -> SignOff:
    return SignOff(
        id=SignOffId(row["id"]),
        learner=LearnerId(row["learner_id"]),
        purpose=SignOffPurpose(row["purpose"]),
        areas=tuple(row["areas"]),
        by_name=row["by_name"],
        by_role=Role(row["by_role"]),
        on=row["signed_on"],
        at=row["signed_at"],
        title=row["title"],
        text=row["text"],
        attempt=AttemptId(row["attempt_id"]) if row["attempt_id"] else None,
        rating=row["rating"],
        raters=row["raters"],
        request=row["request_id"] or "",
        fingerprint=row["fingerprint"] or "",
    )
