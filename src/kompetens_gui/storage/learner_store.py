"""Profiles, and what nobody but the learner was to read."""

import builtins
from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, RowMapping

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.exercises.own_text import DraftWritten
from kompetens_gui.domain.exercises.registry import EXERCISE_KINDS, exercise_kind
from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.learning.pin import PinThrottle
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile, PinResetLoss
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.attempt_codec import pin_from_json, pin_to_json
from kompetens_gui.services.ports import Clock
from kompetens_gui.storage.attempt_store import SqlAttemptStore
from kompetens_gui.storage.tables import AttemptEventRecord, AttemptRecord, LearnerRecord
from kompetens_gui.storage.unreadable import reading

_ROW = LearnerRecord
_EVENT = AttemptEventRecord
REFLECTIONS = ("ReflectionKept", "reflection.PromptAnswered", "twin.TwinReflected")


class SqlLearnerStore:
    """Fits LearnerStore, within one unit of work."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def all(self) -> Sequence[LearnerProfile]:
        rows = self._connection.execute(select(_ROW.__table__).order_by(_ROW.name, _ROW.id)).mappings()
        with reading(self._connection):
            return sorted((_profile(r) for r in rows), key=lambda p: (p.name.casefold(), p.id))

    def get(self, learner: LearnerId) -> LearnerProfile:
        row = self._connection.execute(select(_ROW.__table__).where(_ROW.id == learner)).mappings().first()
        if row is None:
            raise NotFound("learner", learner)
        with reading(self._connection):
            return _profile(row)

    def save(self, profile: LearnerProfile) -> None:
        values = {
            "name": profile.name,
            "role": profile.role.value,
            "unit": profile.unit,
            "sex": profile.sex.value if profile.sex else None,
            "path": profile.path,
            "room_results_count": profile.room_results_count,
            "supervises": profile.supervises,
            "pin": pin_to_json(profile.pin) if profile.pin else None,
            "wrong_pins": profile.throttle.wrong,
            "last_wrong_pin": profile.throttle.last,
        }
        changed = self._connection.execute(update(_ROW).where(_ROW.id == profile.id).values(values))
        if not changed.rowcount:
            made = profile.created_at or self._clock.now()
            self._connection.execute(insert(_ROW).values(id=profile.id, created_at=made, **values))

    def set_throttle(self, learner: LearnerId, throttle: PinThrottle) -> None:
        values = {"wrong_pins": throttle.wrong, "last_wrong_pin": throttle.last}
        if not self._connection.execute(update(_ROW).where(_ROW.id == learner).values(values)).rowcount:
            raise NotFound("learner", learner)

    def private_texts(self, learner: LearnerId) -> PinResetLoss:
        found = (
            select(AttemptRecord.id, _EVENT.name)
            .join(_EVENT, _EVENT.attempt_id == AttemptRecord.id)
            .where(AttemptRecord.learner_id == learner, _EVENT.name.in_(_private_names()))
        )
        rows = self._connection.execute(found).all()
        reflections = {r.id for r in rows if r.name in REFLECTIONS}
        return PinResetLoss(len(reflections), len({r.id for r in rows} - reflections))

    def remove_private_texts(self, learner: LearnerId) -> None:
        attempts = SqlAttemptStore(self._connection)
        private = select(_EVENT.attempt_id).where(_EVENT.name.in_(_private_names())).distinct()
        mine = select(AttemptRecord.id, AttemptRecord.finished_at).where(AttemptRecord.learner_id == learner)
        for row in self._connection.execute(mine.where(AttemptRecord.id.in_(private))).all():
            # The events hang together: an attempt without its texts could not be replayed, so they all go.
            forget = attempts.remove if row.finished_at is None else attempts.forget_answers
            forget(AttemptId(row.id))

    def remove(self, learner: LearnerId) -> None:
        self._connection.exec_driver_sql("PRAGMA secure_delete=ON")
        if not self._connection.execute(delete(_ROW).where(_ROW.id == learner)).rowcount:
            raise NotFound("learner", learner)


_OTHER_TEXTS = (
    "mark_chain.SlotMarkedMissing",
    "mark_chain.ChainJudged",
    "sufficiency.VerdictGiven",
    "sufficiency.WayChosen",
    "observed.ObserverSaid",
    "sign_off.WorkDescribed",
    "sign_off.NotYetAnswered",
)
"""Events of single kinds with something written in them."""


def _private_names() -> builtins.list[str]:
    """Return the names of the events that hold what a learner has written."""
    own = [f"{kind}.DraftWritten" for kind in EXERCISE_KINDS if DraftWritten in exercise_kind(kind).events]
    return [*REFLECTIONS, *own, *_OTHER_TEXTS]


def _profile(row: RowMapping) -> LearnerProfile:
    return LearnerProfile(
        id=LearnerId(row["id"]),
        name=row["name"],
        role=Role(row["role"]),
        unit=row["unit"],
        sex=Sex(row["sex"]) if row["sex"] else None,
        path=row["path"],
        room_results_count=row["room_results_count"],
        supervises=row["supervises"],
        pin=pin_from_json(row["pin"]) if row["pin"] else None,
        throttle=PinThrottle(row["wrong_pins"], row["last_wrong_pin"]),
        created_at=row["created_at"],
    )
