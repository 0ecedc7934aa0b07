"""The course certificate (kursintyg): proof of attendance at a session, or of a learning path that has been completed.

Not to be mixed up with medical certificates. Numbers run per year, over both kinds, and are never used twice. A
re-issued certificate gets a new number and points at the one it replaces; a revoked one stays in the register with its
reason.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import LearningPathId, ModuleId
from kompetens_gui.domain.workshop.events import AttendanceStatus
from kompetens_gui.domain.workshop.plan import (
    Facilitator,
    ParticipantId,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.state import Attendance

CourseCertificateNumber = NewType("CourseCertificateNumber", str)


class CourseCertificateKind(StrEnum):
    """What a course certificate is proof of; each kind has rules of its own in `course_certificate_rules`."""

    ATTENDANCE = "attendance"
    COMPLETION = "completion"


@dataclass(frozen=True)
class CertifiedModule:
    """A module of a completed path as it read when the certificate was issued."""

    id: ModuleId
    title: str
    minutes: int
    passed_on: date
    competence_areas: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


@dataclass(frozen=True)
class CourseCertificate:
    """Everything that stands on the paper, frozen at issue. `minutes` is the certified time.

    A completion belongs to a learner and a path; its session and participant are empty and `held_on` is the day it was
    completed. `valid_until` is the last day it holds, None without end. `code` is the signed text of its QR code: empty
    when it was issued before certificates were signed, and when a name in it has been erased.
    """

    number: CourseCertificateNumber
    session_id: WorkshopSessionId
    participant_id: ParticipantId
    holder: str
    holder_role: str
    holder_unit: str
    title: str
    held_on: date
    place: str
    minutes: int
    competence_areas: tuple[str, ...]
    leaders: tuple[Facilitator, ...]
    issuer: str
    issued_at: datetime
    purpose: str = ""
    replaces: CourseCertificateNumber | None = None
    replaced_by: CourseCertificateNumber | None = None
    revoked_at: datetime | None = None
    revoke_reason: str = ""
    kind: CourseCertificateKind = CourseCertificateKind.ATTENDANCE
    learner_id: LearnerId | None = None
    path_id: LearningPathId | None = None
    modules: tuple[CertifiedModule, ...] = ()
    started_on: date | None = None
    valid_until: date | None = None
    code: str = ""

    @property
    def is_valid(self) -> bool:
        """Whether it stands as it was issued; it may have run out all the same, see `has_expired`."""
        return self.revoked_at is None and self.replaced_by is None

    def has_expired(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.valid_until is not None and today > self.valid_until


def certificate_number(year: int, serial: int) -> CourseCertificateNumber:
    """Return the number as it is printed, for example 2026-0147."""
    return CourseCertificateNumber(f"{year}-{serial:04d}")


def default_attendance(session: WorkshopSession, held_minutes: int) -> Attendance:
    """Return what a participant gets when the leader has said nothing: present for the whole session as held."""
    return Attendance(AttendanceStatus.PRESENT, held_minutes or session.minutes)


def certifiable(attendance: Attendance) -> bool:
    """Whether an attendance gives a course certificate: there, and for some time."""
    return attendance.status != AttendanceStatus.ABSENT and attendance.minutes > 0


def check_can_revoke(course_certificate: CourseCertificate, reason: str) -> None:
    """Raise CourseCertificateRefused when it is revoked already or no reason is given."""
    if course_certificate.revoked_at is not None:
        raise CourseCertificateRefused("already_revoked", course_certificate.holder)
    if not reason.strip():
        raise CourseCertificateRefused("no_reason", course_certificate.holder)


def check_can_undo_revocation(now: CourseCertificate, left: CourseCertificate | None) -> None:
    """Raise CourseCertificateRefused unless it stands as the revocation to be undone left it."""
    if now.revoked_at is None:
        raise CourseCertificateRefused("not_revoked", now.holder)
    if left is None or now != left:
        raise CourseCertificateRefused("undo_too_late", now.holder)
