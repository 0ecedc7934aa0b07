"""The course certificate (kursintyg): proof of attendance at a session. Not to be mixed up with medical certificates.

Numbers run per year and are never used twice. A re-issued certificate gets a new number and points at the one it
replaces; a revoked one stays in the register with its reason.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.domain.workshop.events import AttendanceStatus
from kompetens_gui.domain.workshop.plan import (
    Facilitator,
    Participant,
    ParticipantId,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.state import Attendance

CourseCertificateNumber = NewType("CourseCertificateNumber", str)


@dataclass(frozen=True)
class CourseCertificate:
    """Everything that stands on the paper, frozen at issue. `minutes` is the certified time."""

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

    @property
    def is_valid(self) -> bool:
        return self.revoked_at is None and self.replaced_by is None


def certificate_number(year: int, serial: int) -> CourseCertificateNumber:
    """Return the number as it is printed, for example 2026-0147."""
    return CourseCertificateNumber(f"{year}-{serial:04d}")


def default_attendance(session: WorkshopSession, held_minutes: int) -> Attendance:
    """Return what a participant gets when the leader has said nothing: present for the whole session as held."""
    return Attendance(AttendanceStatus.PRESENT, held_minutes or session.minutes)


def certifiable(attendance: Attendance) -> bool:
    """Whether an attendance gives a course certificate: there, and for some time."""
    return attendance.status != AttendanceStatus.ABSENT and attendance.minutes > 0


def check_can_issue(participant: Participant, attendance: Attendance, earlier: CourseCertificate | None) -> None:
    """Raise CourseCertificateRefused when no new certificate may be issued to this participant."""
    if not participant.name.strip():
        raise CourseCertificateRefused("no_name")
    if not certifiable(attendance):
        absent = attendance.status == AttendanceStatus.ABSENT
        raise CourseCertificateRefused("absent" if absent else "no_hours", participant.name)
    if earlier is not None and earlier.is_valid:
        raise CourseCertificateRefused("already_issued", participant.name)


def check_can_revoke(course_certificate: CourseCertificate, reason: str) -> None:
    """Raise CourseCertificateRefused when it is revoked already or no reason is given."""
    if course_certificate.revoked_at is not None:
        raise CourseCertificateRefused("already_revoked", course_certificate.holder)
    if not reason.strip():
        raise CourseCertificateRefused("no_reason", course_certificate.holder)
