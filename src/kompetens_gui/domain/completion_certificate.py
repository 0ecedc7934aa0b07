"""The course certificate of a completed learning path: when it may be issued, and what of the path it freezes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.course_certificate import CertifiedModule, CourseCertificate
from kompetens_gui.domain.course_certificate_rules import Application, KindRules, check_can_issue_by
from kompetens_gui.domain.learning.path_progress import Completion, NotCompleted
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.workshop.plan import Facilitator


@dataclass(frozen=True)
class CompletionBasis:
    """What a certificate of completion leans on.

    `started_on` is the day of the first finished attempt, None before it; `signers` are those who have signed off.
    """

    profile: LearnerProfile
    outcome: Completion | NotCompleted
    started_on: date | None = None
    signers: tuple[Facilitator, ...] = ()


def application_for(
    basis: CompletionBasis, issuer: str, leaders: Sequence[Facilitator], earlier: CourseCertificate | None
) -> Application:
    """Return the basis as the rules look at it; `leaders` sign beside those who have signed off."""
    done = basis.outcome if isinstance(basis.outcome, Completion) else None
    return Application(
        holder=basis.profile.name,
        minutes=certified_minutes(done),
        issuer=issuer,
        is_completed=done is not None,
        has_all_modules=done is not None and _has_all_modules(done),
        competence_areas=done.competence_areas if done else (),
        signers=tuple(f.name for f in with_leaders(basis.signers, leaders)),
        completed_on=done.completed_on if done else None,
        valid_until=done.valid_until if done else None,
        earlier=earlier,
    )


def check_can_issue_completion(
    rules: KindRules,
    basis: CompletionBasis,
    issuer: str,
    leaders: Sequence[Facilitator],
    earlier: CourseCertificate | None,
    today: date,
) -> None:
    """Raise CourseCertificateRefused when a path gives no certificate, or no new one, today."""
    check_can_issue_by(rules, application_for(basis, issuer, leaders, earlier), today)


def certified_minutes(completion: Completion | None) -> int:
    """Return the time that is certified: the scope of the path, however long somebody took."""
    return completion.path.hours * 60 if completion else 0


def certified_modules(completion: Completion) -> tuple[CertifiedModule, ...]:
    """Return the modules of a completed path as they are frozen on its certificate."""
    passed = dict(completion.modules)
    return tuple(
        CertifiedModule(m.id, m.title, m.minutes, passed[m.id], m.competence_areas, m.goals)
        for m in completion.path.first_time_modules
        if m.id in passed
    )


def with_leaders(signers: Iterable[Facilitator], leaders: Iterable[Facilitator]) -> tuple[Facilitator, ...]:
    """Return everyone who signs, each name once, those who signed off first."""
    found: dict[str, Facilitator] = {}
    for one in (*signers, *leaders):
        if one.name.strip():
            found.setdefault(" ".join(one.name.split()).casefold(), one)
    return tuple(found.values())


def _has_all_modules(completion: Completion) -> bool:
    """Whether every module of the path as it reads now is among those that were passed."""
    passed = {module for module, _ in completion.modules}
    return all(m.id in passed for m in completion.path.first_time_modules)
