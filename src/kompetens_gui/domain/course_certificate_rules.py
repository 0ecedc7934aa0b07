"""What must hold before a course certificate of each kind is issued, and which certificates soon run out.

Which conditions a kind has is data; the file is `resources/rules/course_certificates.yaml`. What a condition means is
here, and so is the floor: what no file may take away.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind
from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.domain.learning.months import months_after
from kompetens_gui.domain.workshop.events import AttendanceStatus
from kompetens_gui.domain.workshop.plan import Participant
from kompetens_gui.domain.workshop.state import Attendance


class IssueCondition(StrEnum):
    """Something that must hold before a course certificate is issued."""

    NAMED = "named"
    ISSUER_NAMED = "issuer_named"
    PRESENT = "present"
    PATH_COMPLETED = "path_completed"
    MODULES_PASSED = "modules_passed"
    TIME_CERTIFIED = "time_certified"
    AREAS_COVERED = "areas_covered"
    SIGNED_OFF = "signed_off"
    STILL_VALID = "still_valid"
    NOT_AHEAD_OF_CLOCK = "not_ahead_of_clock"
    ONLY_ONE = "only_one"


FLOOR: Mapping[CourseCertificateKind, frozenset[IssueCondition]] = {
    CourseCertificateKind.ATTENDANCE: frozenset(
        (
            IssueCondition.NAMED,
            IssueCondition.PRESENT,
            IssueCondition.TIME_CERTIFIED,
            IssueCondition.ONLY_ONE,
        )
    ),
    CourseCertificateKind.COMPLETION: frozenset(
        (
            IssueCondition.NAMED,
            IssueCondition.ISSUER_NAMED,
            IssueCondition.PATH_COMPLETED,
            IssueCondition.MODULES_PASSED,
            IssueCondition.ONLY_ONE,
        )
    ),
}
"""Conditions that every file must have."""


@dataclass(frozen=True)
class KindRules:
    """The rules of one kind. `signers` is how many must have signed off, `warn_months` when the end is near."""

    kind: CourseCertificateKind
    title: str
    conditions: frozenset[IssueCondition]
    least_minutes: int = 1
    signers: int = 0
    warn_months: int = 0


@dataclass(frozen=True)
class CourseCertificateRules:
    """The rules of every kind."""

    kinds: Mapping[CourseCertificateKind, KindRules]

    def of(self, kind: CourseCertificateKind) -> KindRules:
        return self.kinds[kind]


PLAIN_ATTENDANCE = KindRules(
    CourseCertificateKind.ATTENDANCE, "", FLOOR[CourseCertificateKind.ATTENDANCE], least_minutes=1
)
"""The floor as rules: what is asked for where no file is at hand."""


@dataclass(frozen=True)
class Application:
    """What is known when somebody is to get a course certificate. What a kind does not have stays at its default."""

    holder: str
    minutes: int
    issuer: str = ""
    is_present: bool = True
    is_completed: bool = True
    has_all_modules: bool = True
    competence_areas: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    completed_on: date | None = None
    valid_until: date | None = None
    earlier: CourseCertificate | None = None


def refusal(rules: KindRules, application: Application, today: date) -> str:
    """Return why no certificate may be issued, as a stable word; empty when one may.

    The conditions are looked at in the order in which a person can do something about them.
    """
    for condition in IssueCondition:
        if condition in rules.conditions:
            reason = _why_not(condition, rules, application, today)
            if reason:
                return reason
    return ""


def check_can_issue_by(rules: KindRules, application: Application, today: date) -> None:
    """Raise CourseCertificateRefused when the rules do not let a certificate be issued."""
    reason = refusal(rules, application, today)
    if reason:
        raise CourseCertificateRefused(reason, application.holder.strip())


def check_can_issue(
    participant: Participant,
    attendance: Attendance,
    earlier: CourseCertificate | None,
    rules: KindRules = PLAIN_ATTENDANCE,
) -> None:
    """Raise CourseCertificateRefused when no new certificate may be issued to this participant of a session."""
    application = Application(
        participant.name,
        attendance.minutes,
        is_present=attendance.status != AttendanceStatus.ABSENT,
        earlier=earlier,
    )
    # Nothing of an attendance depends on what day it is.
    check_can_issue_by(rules, application, date.max)


def _why_not(condition: IssueCondition, rules: KindRules, a: Application, today: date) -> str:
    match condition:
        case IssueCondition.NAMED:
            return "" if a.holder.strip() else "no_name"
        case IssueCondition.ISSUER_NAMED:
            return "" if a.issuer.strip() else "no_issuer"
        case IssueCondition.PRESENT:
            return "" if a.is_present else "absent"
        case IssueCondition.TIME_CERTIFIED:
            return "" if a.minutes >= rules.least_minutes else "no_hours"
        case IssueCondition.PATH_COMPLETED:
            return "" if a.is_completed else "not_completed"
        case IssueCondition.MODULES_PASSED:
            return "" if a.has_all_modules else "module_missing"
        case IssueCondition.AREAS_COVERED:
            return "" if a.competence_areas else "no_areas"
        case IssueCondition.ONLY_ONE:
            return "already_issued" if _is_repeated(a) else ""
    return _why_not_signed_or_dated(condition, rules, a, today)


def _why_not_signed_or_dated(condition: IssueCondition, rules: KindRules, a: Application, today: date) -> str:
    match condition:
        case IssueCondition.SIGNED_OFF:
            named = {_plain(signer) for signer in a.signers} - {""}
            if _plain(a.holder) in named:
                return "own_signature"
            return "" if len(named) >= rules.signers else "no_signer"
        case IssueCondition.STILL_VALID:
            return "expired" if a.valid_until is not None and a.valid_until < today else ""
        case IssueCondition.NOT_AHEAD_OF_CLOCK:
            return "clock_behind" if a.completed_on is not None and a.completed_on > today else ""
    raise AssertionError(condition)


def _is_repeated(a: Application) -> bool:
    """Whether a valid one says the same already; one that has been renewed since says something else."""
    if a.earlier is None or not a.earlier.is_valid:
        return False
    return a.earlier.valid_until == a.valid_until


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


@dataclass(frozen=True)
class Expiring:
    """A valid certificate whose end is near or has passed; `days_left` is negative afterwards."""

    course_certificate: CourseCertificate
    until: date
    days_left: int

    @property
    def has_expired(self) -> bool:
        return self.days_left < 0


def expiring(course_certificates: Iterable[CourseCertificate], today: date, months: int) -> tuple[Expiring, ...]:
    """Return those that stand and run out within so many months or have run out, the first to end first."""
    last = months_after(today, months)
    found = [
        Expiring(c, c.valid_until, (c.valid_until - today).days)
        for c in course_certificates
        if c.is_valid and c.valid_until is not None and c.valid_until <= last
    ]
    return tuple(sorted(found, key=lambda e: (e.until, e.course_certificate.number)))
