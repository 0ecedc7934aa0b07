"""Who attended a session, and the course certificates that follow from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from kompetens_gui.domain.course_certificate import (
    CourseCertificate,
    CourseCertificateKind,
    CourseCertificateNumber,
    check_can_revoke,
    check_can_undo_revocation,
    default_attendance,
)
from kompetens_gui.domain.course_certificate_rules import PLAIN_ATTENDANCE, KindRules, check_can_issue
from kompetens_gui.domain.errors import CourseCertificateRefused, NotFound, SessionNotRunning
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, WorkshopSessionId
from kompetens_gui.domain.workshop.state import Attendance
from kompetens_gui.services.credential_ports import CodeSigner
from kompetens_gui.services.issuing import Signing, next_number
from kompetens_gui.services.news import CourseCertificatesChanged, EventBus
from kompetens_gui.services.ports import Clock, UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True)
class AttendanceRow:
    """A participant with what is to be certified, and the course certificate that is valid now."""

    participant: Participant
    attendance: Attendance
    course_certificate: CourseCertificate | None


@dataclass(frozen=True)
class IssueDetails:
    """What the organisation puts on the paper."""

    issuer: str
    role_words: Mapping[str, str]


def attendance_of(log: SessionLog, participant: Participant) -> Attendance:
    """Return what the leader marked, else present for the planned time."""
    return log.state.attendance.get(participant.id, default_attendance(log.session, 0))


class CourseCertificateService:
    """Issues, re-issues and revokes. Numbers are taken in the same transaction as the certificate is written.

    With a signer each certificate is signed as it is issued; one without an issuer has nobody to sign for it. A
    revocation can be undone until the program ends: after that a new certificate is the honest way.
    """

    def __init__(
        self,
        work: UnitOfWorkFactory,
        clock: Clock,
        bus: EventBus,
        signer: CodeSigner | None = None,
        rules: Callable[[], KindRules] = lambda: PLAIN_ATTENDANCE,
    ) -> None:
        self._work = work
        self._clock = clock
        self._bus = bus
        self._signing = Signing(signer)
        self._rules = rules
        self._revoked_here: dict[CourseCertificateNumber, CourseCertificate] = {}

    def rows(self, log: SessionLog) -> Sequence[AttendanceRow]:
        """Return the attendance list of a session with its certificates."""
        with self._work() as work:
            issued = work.course_certificates.of_session(log.session.id)
        return tuple(
            AttendanceRow(p, attendance_of(log, p), _valid_for(issued, p.id)) for p in log.session.participants
        )

    def all(self) -> Sequence[CourseCertificate]:
        with self._work() as work:
            return work.course_certificates.all()

    def of_session(self, session_id: WorkshopSessionId) -> Sequence[CourseCertificate]:
        with self._work() as work:
            return work.course_certificates.of_session(session_id)

    def issue(
        self, log: SessionLog, participants: Sequence[ParticipantId], details: IssueDetails
    ) -> Sequence[CourseCertificate]:
        """Issue to the chosen participants, all or none; refuses the absent and those who already have a valid one."""
        chosen = _chosen(log, participants)
        rules, sign = self._rules(), self._signing.ready(details.issuer)
        with self._work() as work:
            # Numbers first: taking one locks out other writers, so what is read afterwards cannot grow old.
            numbers = [next_number(work, self._clock) for _ in chosen]
            issued = work.course_certificates.of_session(log.session.id)
            for participant in chosen:
                earlier = _valid_for(issued, participant.id)
                check_can_issue(participant, attendance_of(log, participant), earlier, rules)
            made = tuple(sign(self._filled(log, p, details, n)) for p, n in zip(chosen, numbers, strict=True))
            for item in made:
                work.course_certificates.add(item)
            work.commit()
        self._bus.publish(CourseCertificatesChanged())
        return made

    def preview(self, log: SessionLog, participant: Participant, details: IssueDetails) -> CourseCertificate:
        """Return a certificate as it would be issued, with a number that is not reserved."""
        now = self._clock.local_now()
        return self._filled(log, participant, details, CourseCertificateNumber(f"{now.year}-····"))

    def reissue(self, number: CourseCertificateNumber, holder: str, minutes: int | None = None) -> CourseCertificate:
        """Issue a new certificate in place of an earlier one, with a corrected name or time. Both stay in view."""
        if not holder.strip():
            raise CourseCertificateRefused("no_name")
        if minutes is not None and minutes <= 0:
            raise CourseCertificateRefused("no_hours", holder.strip())
        sign = self._signing.ready(self._issuer_of(number))
        with self._work() as work:
            new_number = next_number(work, self._clock)
            old = work.course_certificates.get(number)
            if not old.is_valid:
                raise CourseCertificateRefused("not_valid", old.holder)
            if minutes not in (None, old.minutes) and old.kind == CourseCertificateKind.COMPLETION:
                raise CourseCertificateRefused("hours_fixed", old.holder)
            new = sign(
                replace(
                    old,
                    number=new_number,
                    holder=holder.strip(),
                    minutes=old.minutes if minutes is None else minutes,
                    issued_at=self._clock.now(),
                    replaces=old.number,
                )
            )
            work.course_certificates.add(new)
            work.course_certificates.update(replace(old, replaced_by=new.number))
            work.commit()
        self._bus.publish(CourseCertificatesChanged())
        return new

    def revoke(self, number: CourseCertificateNumber, reason: str) -> CourseCertificate:
        with self._work() as work:
            old = work.course_certificates.get(number)
            check_can_revoke(old, reason)
            revoked = replace(old, revoked_at=self._clock.now(), revoke_reason=reason.strip())
            work.course_certificates.update(revoked)
            work.commit()
        self._revoked_here[number] = revoked
        self._bus.publish(CourseCertificatesChanged())
        return revoked

    def can_undo_revocation(self, number: CourseCertificateNumber) -> bool:
        """Whether a revocation was made since the program started, as far as is known without asking the register."""
        return number in self._revoked_here

    def undo_revocation(self, number: CourseCertificateNumber) -> CourseCertificate:
        """Let a certificate count again that was revoked since the program started, and has not been touched since."""
        with self._work() as work:
            now = work.course_certificates.get(number)
            check_can_undo_revocation(now, self._revoked_here.get(number))
            restored = replace(now, revoked_at=None, revoke_reason="")
            if restored.is_valid and any(other.is_valid for other in _of_the_same(work, now)):
                raise CourseCertificateRefused("already_issued", now.holder)
            work.course_certificates.update(restored)
            work.commit()
        del self._revoked_here[number]
        self._bus.publish(CourseCertificatesChanged())
        return restored

    def _issuer_of(self, number: CourseCertificateNumber) -> str:
        with self._work() as work:
            return work.course_certificates.get(number).issuer

    def _filled(
        self, log: SessionLog, participant: Participant, details: IssueDetails, number: CourseCertificateNumber
    ) -> CourseCertificate:
        session = log.session
        held = session.starts_at or self._clock.local_now()
        return CourseCertificate(
            number=number,
            session_id=session.id,
            participant_id=participant.id,
            holder=participant.name,
            holder_role=details.role_words.get(participant.role.value, ""),
            holder_unit=participant.unit,
            title=session.title,
            held_on=held.date(),
            place=", ".join(x for x in (session.unit, session.place) if x),
            minutes=attendance_of(log, participant).minutes,
            competence_areas=session.competence_areas,
            leaders=session.facilitators,
            issuer=details.issuer,
            issued_at=self._clock.now(),
            purpose=session.purpose,
        )


def _of_the_same(work: UnitOfWork, c: CourseCertificate) -> Sequence[CourseCertificate]:
    """Return the certificates that prove the same of the same person."""
    if c.kind == CourseCertificateKind.COMPLETION:
        found = work.course_certificates.of_learner(c.learner_id) if c.learner_id else ()
        return [o for o in found if o.path_id == c.path_id and o.number != c.number]
    found = work.course_certificates.of_session(c.session_id)
    return [o for o in found if o.participant_id == c.participant_id and o.number != c.number]


def _chosen(log: SessionLog, participants: Sequence[ParticipantId]) -> Sequence[Participant]:
    """Return those who are to get one, in the order of the list; nobody gets one for what has not been held."""
    if log.state.started_at is None:
        raise SessionNotRunning(log.session.id)
    found = [p for p in log.session.participants if p.id in participants]
    unknown = set(participants) - {p.id for p in found}
    if unknown:
        raise NotFound("participant", min(unknown))
    return found


def _valid_for(issued: Sequence[CourseCertificate], participant: ParticipantId) -> CourseCertificate | None:
    return next((c for c in issued if c.participant_id == participant and c.is_valid), None)
