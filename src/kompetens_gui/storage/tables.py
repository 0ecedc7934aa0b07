"""The tables, as they stand today. A change here needs a step in `migrations/versions/` and a new SCHEMA_HEAD."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SCHEMA_HEAD = "0006"
"""The last step of the migrations. Kept here so that an up-to-date database opens without loading Alembic."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcMoment(TypeDecorator[datetime]):
    """An aware moment as UTC text with microseconds: sorts as time does, and reads the same in every database."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else moment_to_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def moment_to_text(moment: datetime) -> str:
    """Return an aware moment as it is stored: always 32 characters."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: DateTime, date: Date, str: Text, int: Integer, float: Float}  # noqa: RUF012 (SQLAlchemy's form)


def _session_key() -> Mapped[str]:
    return mapped_column(String(64), ForeignKey("workshop_session.id", ondelete="CASCADE"), primary_key=True)


class WorkshopSessionRecord(Base):
    """A plan without its lists. `starts_at` is wall-clock time without zone."""

    __tablename__ = "workshop_session"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    forum_type: Mapped[str] = mapped_column(String(64))
    title: Mapped[str]
    minutes: Mapped[int]
    starts_at: Mapped[datetime | None] = mapped_column(index=True)
    unit: Mapped[str]
    place: Mapped[str]
    target_group: Mapped[str]
    purpose: Mapped[str]
    case_slots: Mapped[int]
    status: Mapped[str] = mapped_column(String(16), index=True)
    series: Mapped[str] = mapped_column(server_default=text("''"), index=True)
    template_id: Mapped[str] = mapped_column(String(64))
    updated_at: Mapped[datetime] = mapped_column(UtcMoment)


class FacilitatorRecord(Base):
    __tablename__ = "facilitator"

    session_id: Mapped[str] = _session_key()
    position: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(String(64))


class ParticipantRecord(Base):
    __tablename__ = "participant"

    session_id: Mapped[str] = _session_key()
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    role: Mapped[str] = mapped_column(String(64))
    unit: Mapped[str]
    sex: Mapped[str | None] = mapped_column(String(16))
    email: Mapped[str]


class AgendaItemRecord(Base):
    """`settings` belong to the activity kind, as JSON."""

    __tablename__ = "agenda_item"

    session_id: Mapped[str] = _session_key()
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(64))
    title: Mapped[str]
    minutes: Mapped[int]
    case_slot: Mapped[int | None]
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)
    notes: Mapped[str]


class SmallGroupRecord(Base):
    """A small group of the plan; `members` are ids of participants, as JSON."""

    __tablename__ = "small_group"

    session_id: Mapped[str] = _session_key()
    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    name: Mapped[str]
    members: Mapped[list[str]] = mapped_column(JSON)


class SessionCompetenceRecord(Base):
    __tablename__ = "session_competence"

    session_id: Mapped[str] = _session_key()
    position: Mapped[int] = mapped_column(primary_key=True)
    area: Mapped[str]


class SessionCaseRecord(Base):
    """Which case is chosen for a slot (from 1); no case is an empty slot."""

    __tablename__ = "session_case"

    session_id: Mapped[str] = _session_key()
    slot: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str | None] = mapped_column(String(128))


class FrozenCaseRecord(Base):
    """A case as it read when its session started, whole, as JSON. Its own table: saving a plan never touches it."""

    __tablename__ = "frozen_case"

    session_id: Mapped[str] = _session_key()
    case_id: Mapped[str] = mapped_column(String(128), primary_key=True)
    document: Mapped[str]


class FrozenMaterialRecord(Base):
    """Material as it read when its session started, whole, as JSON; `ref` is the text of its reference."""

    __tablename__ = "frozen_material"

    session_id: Mapped[str] = _session_key()
    ref: Mapped[str] = mapped_column(String(192), primary_key=True)
    document: Mapped[str]


class SessionEventRecord(Base):
    """One accepted event. Rows are only ever added; `item` is the agenda item of an activity's event."""

    __tablename__ = "session_event"
    __table_args__ = (CheckConstraint("seq >= 1", name="seq_from_one"), {"sqlite_with_rowid": False})

    session_id: Mapped[str] = _session_key()
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcMoment)
    name: Mapped[str] = mapped_column(String(128))
    item: Mapped[str | None] = mapped_column(String(64))
    payload: Mapped[str]


class CourseCertificateRecord(Base):
    """A course certificate whole in `document`; the columns are for lists. It outlives its session: no foreign key."""

    __tablename__ = "course_certificate"
    __table_args__ = (
        UniqueConstraint("year", "serial"),
        Index(None, "session_id"),
        Index(None, "learner_id"),
        Index(None, "valid_until"),
    )

    number: Mapped[str] = mapped_column(String(32), primary_key=True)
    year: Mapped[int]
    serial: Mapped[int]
    session_id: Mapped[str] = mapped_column(String(64))
    participant_id: Mapped[str] = mapped_column(String(64))
    holder: Mapped[str]
    held_on: Mapped[date]
    issued_at: Mapped[datetime] = mapped_column(UtcMoment)
    is_valid: Mapped[bool]
    document: Mapped[str]
    kind: Mapped[str] = mapped_column(String(16), server_default="attendance")
    learner_id: Mapped[str | None] = mapped_column(String(64))
    valid_until: Mapped[date | None]


class CourseCertificateSerialRecord(Base):
    """The last number given out in a year. Numbers are never used twice, not even after a removal."""

    __tablename__ = "course_certificate_serial"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class SigningKeyRecord(Base):
    """The public part of an own key, as hexadecimal digits. The private one is a file and never in the database."""

    __tablename__ = "signing_key"

    key_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    issuer: Mapped[str]
    issuer_id: Mapped[str] = mapped_column(String(16))
    public_key: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    follows: Mapped[str | None] = mapped_column(String(16))
    voucher: Mapped[str]
    card: Mapped[str]
    retired_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    retired_because: Mapped[str | None] = mapped_column(String(16))


class TrustedKeyRecord(Base):
    """A key of another issuer that somebody here has decided to trust."""

    __tablename__ = "trusted_key"

    key_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    issuer: Mapped[str]
    issuer_id: Mapped[str] = mapped_column(String(16))
    public_key: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    follows: Mapped[str | None] = mapped_column(String(16))
    voucher: Mapped[str]
    card: Mapped[str]
    trusted_at: Mapped[datetime] = mapped_column(UtcMoment)


class RevocationListRecord(Base):
    """The newest list of an issuer, whole, as it was signed; own ones too."""

    __tablename__ = "revocation_list"

    issuer_id: Mapped[str] = mapped_column(String(16), primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger)
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    document: Mapped[str]


# ------------------------------------------------------------ self-study


def _learner_key(*, primary_key: bool = False) -> Mapped[str]:
    return mapped_column(String(64), ForeignKey("learner.id", ondelete="CASCADE"), primary_key=primary_key)


class LearnerRecord(Base):
    """A profile. `pin` is JSON with salt and hash, never the PIN. All that belongs to a learner goes with this row."""

    __tablename__ = "learner"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str]
    role: Mapped[str] = mapped_column(String(64))
    unit: Mapped[str]
    sex: Mapped[str | None] = mapped_column(String(16))
    path: Mapped[str] = mapped_column(String(128))
    room_results_count: Mapped[bool]
    supervises: Mapped[bool]
    pin: Mapped[str | None]
    wrong_pins: Mapped[int]
    last_wrong_pin: Mapped[datetime | None] = mapped_column(UtcMoment)
    created_at: Mapped[datetime] = mapped_column(UtcMoment)


class FrozenContentRecord(Base):
    """An exercise as it read when somebody began it, as JSON under its own hash: kept once, however many began it."""

    __tablename__ = "frozen_content"

    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    document: Mapped[str]


class AttemptRecord(Base):
    """How an attempt began and, when it is finished, what it left. The answers are in `attempt_event`."""

    __tablename__ = "attempt"
    __table_args__ = (Index(None, "learner_id", "finished_at"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    learner_id: Mapped[str] = _learner_key()
    kind: Mapped[str] = mapped_column(String(64))
    ref: Mapped[str] = mapped_column(String(128))
    title: Mapped[str]
    content_hash: Mapped[str] = mapped_column(String(64), ForeignKey("frozen_content.hash"), index=True)
    settings: Mapped[str]
    seed: Mapped[int]
    path: Mapped[str] = mapped_column(String(128))
    module: Mapped[str] = mapped_column(String(128))
    step: Mapped[str] = mapped_column(String(128))
    areas: Mapped[list[str]] = mapped_column(JSON)
    rule_version: Mapped[str] = mapped_column(String(16))
    started_at: Mapped[datetime] = mapped_column(UtcMoment)
    finished_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    finished_on: Mapped[date | None]
    minutes: Mapped[int]
    outcome: Mapped[str | None]


class AttemptEventRecord(Base):
    """One accepted event of an attempt. Rows are only ever added, until what they hold is no longer kept."""

    __tablename__ = "attempt_event"
    __table_args__ = (CheckConstraint("seq >= 1", name="seq_from_one"), {"sqlite_with_rowid": False})

    attempt_id: Mapped[str] = mapped_column(String(64), ForeignKey("attempt.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcMoment)
    name: Mapped[str] = mapped_column(String(128))
    payload: Mapped[str]


class EvidenceRecord(Base):
    """What has been seen of a person in an area. The key holds all that tells two facts apart."""

    __tablename__ = "evidence"
    __table_args__ = ({"sqlite_with_rowid": False},)

    learner_id: Mapped[str] = _learner_key(primary_key=True)
    area: Mapped[str] = mapped_column(String(16), primary_key=True)
    source: Mapped[str] = mapped_column(String(128), primary_key=True)
    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    form: Mapped[str] = mapped_column(String(64), primary_key=True)
    strength: Mapped[float]
    noted_on: Mapped[date]
    count: Mapped[int]
    approved: Mapped[bool]
    reflected: Mapped[bool]
    with_other: Mapped[bool]
    rule_version: Mapped[str] = mapped_column(String(16))


class ReviewCardRecord(Base):
    """A question somebody repeats, and when it comes back."""

    __tablename__ = "review_card"
    __table_args__ = (Index(None, "learner_id", "due"),)

    learner_id: Mapped[str] = _learner_key(primary_key=True)
    item: Mapped[str] = mapped_column(String(128), primary_key=True)
    area: Mapped[str] = mapped_column(String(16))
    due: Mapped[datetime] = mapped_column(UtcMoment)
    state: Mapped[int]
    step: Mapped[int | None]
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    last_review: Mapped[datetime | None] = mapped_column(UtcMoment)
    reviews: Mapped[int]


class ReviewEntryRecord(Base):
    """A review as it was counted; the number of a card's review is never used twice."""

    __tablename__ = "review_entry"
    __table_args__ = (Index(None, "learner_id", "reviewed_on"),)

    learner_id: Mapped[str] = _learner_key(primary_key=True)
    item: Mapped[str] = mapped_column(String(128), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    recall: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcMoment)
    reviewed_on: Mapped[date]


class SignOffRecord(Base):
    """What somebody else, or the learner in the case of a change at work, has put their name to.

    `request_id` is the request that was answered at a distance: no request is used twice.
    """

    __tablename__ = "sign_off"
    __table_args__ = (Index(None, "request_id", unique=True),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    learner_id: Mapped[str] = mapped_column(String(64), ForeignKey("learner.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(String(32))
    areas: Mapped[list[str]] = mapped_column(JSON)
    title: Mapped[str]
    attempt_id: Mapped[str | None] = mapped_column(String(64), ForeignKey("attempt.id", ondelete="CASCADE"))
    by_name: Mapped[str]
    by_role: Mapped[str] = mapped_column(String(64))
    signed_on: Mapped[date]
    signed_at: Mapped[datetime] = mapped_column(UtcMoment)
    text: Mapped[str]
    rating: Mapped[float | None]
    raters: Mapped[int]
    request_id: Mapped[str | None] = mapped_column(String(64))
    fingerprint: Mapped[str | None]


class ObservationRecord(Base):
    """Who observed an attempt, and the rating when it is finished."""

    __tablename__ = "observation"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    attempt_id: Mapped[str] = mapped_column(String(64), ForeignKey("attempt.id", ondelete="CASCADE"), index=True)
    observer_name: Mapped[str]
    observer_role: Mapped[str] = mapped_column(String(64))
    observed_on: Mapped[date]
    rating: Mapped[float | None]


class GroupQuestionRecord(Base):
    """A question that waits for a group. Who asked is not kept."""

    __tablename__ = "group_question"

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    text: Mapped[str]
    about: Mapped[str]
    quote: Mapped[str]
    asked_on: Mapped[date]


class RetentionSettingRecord(Base):
    """How many months a kind of data is kept, where it is not as the program proposes; no number means for ever."""

    __tablename__ = "retention_setting"

    kind: Mapped[str] = mapped_column(String(32), primary_key=True)
    months: Mapped[int | None]


class AppMetaRecord(Base):
    """Facts about the database itself, such as the program version that last changed its tables."""

    __tablename__ = "app_meta"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str]
