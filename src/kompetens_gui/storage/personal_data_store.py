"""Rows about persons in plans and logs, and leaving no trace of what was replaced in the file."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kompetens_gui.domain.errors import DatabaseDamaged, StorageFailed
from kompetens_gui.domain.learning.sign_off import SignOffPurpose
from kompetens_gui.domain.workshop.events import ParticipantJoined
from kompetens_gui.domain.workshop.plan import Participant
from kompetens_gui.services.codec import event_from_json, event_to_json
from kompetens_gui.services.personal_rows import PersonRow, PersonSource, StoredText, texts_in
from kompetens_gui.storage.database import BACKUP_FOLDER, Database
from kompetens_gui.storage.engines import log_engine
from kompetens_gui.storage.erasure_journal import ERASURES_KEY
from kompetens_gui.storage.faults import from_os
from kompetens_gui.storage.tables import (
    AgendaItemRecord,
    AppMetaRecord,
    AttemptRecord,
    FacilitatorRecord,
    GroupQuestionRecord,
    LearnerRecord,
    ObservationRecord,
    ParticipantRecord,
    SessionEventRecord,
    SignOffRecord,
    WorkshopSessionRecord,
)
from kompetens_gui.storage.unreadable import database_path, reading

_PLAN = WorkshopSessionRecord
_EVENT = SessionEventRecord
_SEEN = ObservationRecord
_SIGNED = SignOffRecord
_JOINED = ParticipantJoined.__name__
_WORDS_OF_EVENTS = {"NoteWritten": "note", "QuestionCaptured": "question"}


class SqlPersonalDataStore:
    """Fits PersonalDataStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self) -> Sequence[PersonRow]:
        with reading(self._connection):
            return [
                *self._planned(),
                *self._joined(),
                *self._facilitators(),
                *self._learners(),
                *self._observers(),
                *self._signers(),
            ]

    def texts(self) -> Iterator[StoredText]:
        with reading(self._connection):
            yield from self._texts_of_plans()
            yield from self._texts_of_logs()
            yield from self._texts_of_sign_offs()
            yield from self._texts_for_groups()

    def begin_erasing(self) -> None:
        self._connection.exec_driver_sql("PRAGMA secure_delete=ON")
        # A first write that changes nothing takes the write lock: what is read from here on cannot grow old.
        self._connection.execute(update(AppMetaRecord).values(value=AppMetaRecord.value))

    def replace_name(self, row: PersonRow, name: str) -> None:
        match row.source:
            case PersonSource.PLAN:
                person = ParticipantRecord
                here = (person.session_id == row.session_id) & (person.id == row.key)
                changed = update(person).where(here).values(name=name, unit="", sex=None, email="")
            case PersonSource.FACILITATOR:
                leader = FacilitatorRecord
                here = (leader.session_id == row.session_id) & (leader.position == row.position)
                changed = update(leader).where(here).values(name=name)
            case PersonSource.JOINED:
                here = (_EVENT.session_id == row.session_id) & (_EVENT.seq == row.position)
                changed = update(_EVENT).where(here).values(payload=self._joined_without(row, name))
            case PersonSource.LEARNER:
                self._connection.execute(delete(LearnerRecord).where(LearnerRecord.id == row.key))
                return
            case PersonSource.OBSERVER:
                changed = update(_SEEN).where(_SEEN.id == row.key).values(observer_name=name)
            case PersonSource.SIGNER:
                changed = update(_SIGNED).where(_SIGNED.id == row.key).values(by_name=name, fingerprint=None)
            case _:
                raise ValueError(row.source)
        self._connection.execute(changed)

    def erasures(self) -> int:
        found = select(AppMetaRecord.value).where(AppMetaRecord.key == ERASURES_KEY)
        return int(self._connection.scalars(found).first() or 0)

    def set_erasures(self, last: int) -> None:
        put = insert(AppMetaRecord).values(key=ERASURES_KEY, value=str(last))
        new = {"value": put.excluded.value}
        self._connection.execute(put.on_conflict_do_update(index_elements=[AppMetaRecord.key], set_=new))

    def _joined_without(self, row: PersonRow, name: str) -> str:
        """Return the payload of a joining with the id and profession of before: the log replays as it did."""
        found = select(_EVENT.payload).where(_EVENT.session_id == row.session_id, _EVENT.seq == row.position)
        before = self._read_joined(self._connection.execute(found).scalar_one())
        return event_to_json(ParticipantJoined(Participant(before.id, name, before.role)))[2]

    def _read_joined(self, payload: str) -> Participant:
        event = event_from_json(_JOINED, None, payload)
        if not isinstance(event, ParticipantJoined):
            raise DatabaseDamaged(str(database_path(self._connection)))
        return event.participant

    def _planned(self) -> Iterator[PersonRow]:
        person = ParticipantRecord
        found = select(person.__table__, _PLAN.title, _PLAN.starts_at).join(_PLAN, _PLAN.id == person.session_id)
        for r in self._connection.execute(found.order_by(person.session_id, person.position)):
            yield PersonRow(
                PersonSource.PLAN,
                r.session_id,
                r.title,
                r.starts_at,
                r.name,
                r.role,
                r.unit,
                r.sex or "",
                r.email,
                key=r.id,
                participant_id=r.id,
            )

    def _joined(self) -> Iterator[PersonRow]:
        found = select(_EVENT.session_id, _EVENT.seq, _EVENT.payload, _PLAN.title, _PLAN.starts_at)
        found = found.join(_PLAN, _PLAN.id == _EVENT.session_id).where(_EVENT.name == _JOINED)
        for r in self._connection.execute(found.order_by(_EVENT.session_id, _EVENT.seq)):
            p = self._read_joined(r.payload)
            yield PersonRow(
                PersonSource.JOINED,
                r.session_id,
                r.title,
                r.starts_at,
                p.name,
                p.role.value,
                p.unit,
                p.sex.value if p.sex else "",
                p.email,
                key=p.id,
                position=r.seq,
                participant_id=p.id,
            )

    def _facilitators(self) -> Iterator[PersonRow]:
        leader = FacilitatorRecord
        found = select(leader.__table__, _PLAN.title, _PLAN.starts_at).join(_PLAN, _PLAN.id == leader.session_id)
        for r in self._connection.execute(found.order_by(leader.session_id, leader.position)):
            yield PersonRow(
                PersonSource.FACILITATOR, r.session_id, r.title, r.starts_at, r.name, r.role, position=r.position
            )

    def _learners(self) -> Iterator[PersonRow]:
        person = LearnerRecord
        for r in self._connection.execute(select(person.__table__).order_by(person.created_at, person.id)):
            made = r.created_at.astimezone().replace(tzinfo=None)
            yield PersonRow(
                PersonSource.LEARNER, "", "", made, r.name, r.role, r.unit, r.sex or "", key=r.id, participant_id=r.id
            )

    def _observers(self) -> Iterator[PersonRow]:
        found = select(_SEEN.id, _SEEN.observer_name, _SEEN.observer_role, _SEEN.observed_on, AttemptRecord.title)
        found = found.join(AttemptRecord, AttemptRecord.id == _SEEN.attempt_id)
        for r in self._connection.execute(found.order_by(_SEEN.observed_on, _SEEN.id)):
            day = datetime.combine(r.observed_on, time())
            yield PersonRow(PersonSource.OBSERVER, "", r.title, day, r.observer_name, r.observer_role, key=r.id)

    def _signers(self) -> Iterator[PersonRow]:
        """Return who has signed for somebody else; a change in one's own work stands under the learner."""
        found = select(_SIGNED.__table__).where(_SIGNED.purpose != SignOffPurpose.CHANGED_WORK.value)
        for r in self._connection.execute(found.order_by(_SIGNED.signed_on, _SIGNED.id)):
            day = datetime.combine(r.signed_on, time())
            yield PersonRow(PersonSource.SIGNER, "", r.title, day, r.by_name, r.by_role, key=r.id)

    def _texts_of_plans(self) -> Iterator[StoredText]:
        for r in self._connection.execute(select(_PLAN.__table__)):
            parts = (r.title, r.unit, r.place, r.target_group, r.purpose)
            yield StoredText(r.id, r.title, r.starts_at, "plan", "\n".join(parts))
        item = AgendaItemRecord
        found = select(item.__table__, _PLAN.title.label("session"), _PLAN.starts_at)
        for r in self._connection.execute(found.join(_PLAN, _PLAN.id == item.session_id)):
            parts = (r.title, r.notes, *texts_in(r.settings))
            yield StoredText(r.session_id, r.session, r.starts_at, "plan", "\n".join(parts))

    def _texts_of_logs(self) -> Iterator[StoredText]:
        found = select(_EVENT.session_id, _EVENT.name, _EVENT.payload, _PLAN.title, _PLAN.starts_at)
        found = found.join(_PLAN, _PLAN.id == _EVENT.session_id).where(_EVENT.name != _JOINED)
        for r in self._connection.execute(found.order_by(_EVENT.session_id, _EVENT.seq)):
            where = _WORDS_OF_EVENTS.get(r.name, "activity")
            text = "\n".join(texts_in(json.loads(r.payload)))
            yield StoredText(r.session_id, r.title, r.starts_at, where, text)

    def _texts_of_sign_offs(self) -> Iterator[StoredText]:
        for r in self._connection.execute(select(_SIGNED.__table__).where(_SIGNED.text != "")):
            yield StoredText("", r.title, datetime.combine(r.signed_on, time()), "sign_off", r.text)

    def _texts_for_groups(self) -> Iterator[StoredText]:
        for r in self._connection.execute(select(GroupQuestionRecord.__table__)):
            yield StoredText("", r.about, datetime.combine(r.asked_on, time()), "group_question", r.text)


def rewrite_file(database: Database) -> None:
    """Write the whole file anew, so that nothing of what was replaced is left in it, nor in its write-ahead log.

    Not to be called inside a unit of work. Raises DiskFull, or StorageFailed when somebody keeps the file busy.
    """
    engine = log_engine(database.file)
    try:
        with engine.connect() as connection:
            for statement in ("PRAGMA secure_delete=ON", "VACUUM"):
                connection.exec_driver_sql(statement)
            busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    finally:
        engine.dispose()
    if busy:
        raise StorageFailed(str(database.file), "locked")


@dataclass(frozen=True)
class BackupShelf:
    """The copies of the database that the program has made itself, in the data folder."""

    data_dir: Path

    def files(self) -> Sequence[Path]:
        """Return the backups there are, by name."""
        try:
            return sorted(f for f in (self.data_dir / BACKUP_FOLDER).iterdir() if f.is_file())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise from_os(error, self.data_dir / BACKUP_FOLDER) from error

    def remove(self, files: Sequence[Path]) -> None:
        """Remove backups for good; what is not on the shelf (any more) is left alone."""
        for file in files:
            if file.parent == self.data_dir / BACKUP_FOLDER:
                try:
                    file.unlink(missing_ok=True)
                except OSError as error:
                    raise from_os(error, file) from error
