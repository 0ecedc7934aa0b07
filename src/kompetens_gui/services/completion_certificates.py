"""Course certificates of completed learning paths: whether one can be issued, issuing, renewing, and what runs out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from kompetens_gui.domain.completion_certificate import (
    CompletionBasis,
    application_for,
    certified_minutes,
    certified_modules,
    check_can_issue_completion,
    with_leaders,
)
from kompetens_gui.domain.course_certificate import (
    CourseCertificate,
    CourseCertificateKind,
    CourseCertificateNumber,
)
from kompetens_gui.domain.course_certificate_rules import CourseCertificateRules, Expiring, KindRules, expiring, refusal
from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.domain.learning.path_progress import Completion
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import LearningModule, LearningPath
from kompetens_gui.domain.workshop.plan import Facilitator, ParticipantId, WorkshopSessionId
from kompetens_gui.services.credential_ports import CodeSigner
from kompetens_gui.services.issuing import Signing, next_number
from kompetens_gui.services.news import CourseCertificatesChanged, EventBus
from kompetens_gui.services.ports import Clock, UnitOfWork, UnitOfWorkFactory


class CompletionSource(Protocol):
    """What self-study knows of a learner on a path."""

    def basis(self, learner: LearnerId, path_id: str) -> CompletionBasis:
        """Return how far the learner has come and who has signed off. Raises NotFound."""

    def path(self, path_id: str) -> LearningPath | None:
        """Return a path as it reads now; None when it is gone or broken."""


@dataclass(frozen=True)
class CompletionDetails:
    """What the organisation puts on the paper. `leaders` sign beside those who signed off in the path."""

    issuer: str
    role_words: Mapping[str, str]
    leaders: tuple[Facilitator, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class CompletionStanding:
    """Whether a certificate can be issued now: `refusal` is a stable word, empty when it can.

    `current` is the one that counts today; `renews` tells that a new one would take its place.
    """

    basis: CompletionBasis
    refusal: str
    current: CourseCertificate | None
    renews: bool


@dataclass(frozen=True)
class ExpiringCertificate:
    """A certificate that runs out, and the module that renews it as the path reads now; None when there is none."""

    expiring: Expiring
    path: LearningPath | None
    renewal: LearningModule | None


@dataclass(frozen=True)
class CompletionParts:
    """What the service is joined from."""

    work: UnitOfWorkFactory
    clock: Clock
    bus: EventBus
    source: CompletionSource
    rules: Callable[[], CourseCertificateRules]
    signer: CodeSigner | None = None


class CompletionCertificateService:
    """Issues what a completed path gives. Re-issuing and revoking are the register's, in `attendance.py`."""

    def __init__(self, parts: CompletionParts) -> None:
        self._parts = parts
        self._signing = Signing(parts.signer)

    def standing(self, learner: LearnerId, path_id: str, details: CompletionDetails) -> CompletionStanding:
        """Return whether a certificate can be issued, and why not."""
        basis = self._parts.source.basis(learner, path_id)
        with self._parts.work() as work:
            current = _current(work, learner, path_id)
        application = application_for(basis, details.issuer, details.leaders, current)
        reason = refusal(self._kind(), application, self._today())
        return CompletionStanding(basis, reason, current, renews=current is not None and not reason)

    def preview(self, learner: LearnerId, path_id: str, details: CompletionDetails) -> CourseCertificate:
        """Return a certificate as it would be issued, with a number that is not reserved and no signature."""
        basis = self._parts.source.basis(learner, path_id)
        number = CourseCertificateNumber(f"{self._parts.clock.local_now().year}-····")
        return self._filled(basis, details, number, None)

    def issue(self, learner: LearnerId, path_id: str, details: CompletionDetails) -> CourseCertificate:
        """Issue a certificate, or renew one: the new one takes the place of that with the earlier end."""
        basis = self._parts.source.basis(learner, path_id)
        sign = self._signing.ready(details.issuer)
        with self._parts.work() as work:
            number = next_number(work, self._parts.clock)
            current = _current(work, learner, path_id)
            check_can_issue_completion(self._kind(), basis, details.issuer, details.leaders, current, self._today())
            made = sign(self._filled(basis, details, number, current))
            work.course_certificates.add(made)
            if current is not None:
                work.course_certificates.update(replace(current, replaced_by=made.number))
            work.commit()
        self._parts.bus.publish(CourseCertificatesChanged())
        return made

    def of_learner(self, learner: LearnerId) -> Sequence[CourseCertificate]:
        """Return all certificates of completion of a learner, oldest first; those that no longer count too."""
        with self._parts.work() as work:
            return work.course_certificates.of_learner(learner)

    def expiring(self, months: int | None = None) -> Sequence[ExpiringCertificate]:
        """Return what runs out within so many months (as the rules say, unless named) or has run out, first to last."""
        within = self._kind().warn_months if months is None else months
        with self._parts.work() as work:
            found = expiring(work.course_certificates.with_an_end(), self._today(), within)
        return [self._with_renewal(one) for one in found]

    def _with_renewal(self, one: Expiring) -> ExpiringCertificate:
        path = self._parts.source.path(one.course_certificate.path_id or "")
        renewal = path.module(path.renewal.module) if path and path.renewal else None
        return ExpiringCertificate(one, path, renewal)

    def _kind(self) -> KindRules:
        return self._parts.rules().of(CourseCertificateKind.COMPLETION)

    def _today(self) -> date:
        return self._parts.clock.local_now().date()

    def _filled(
        self,
        basis: CompletionBasis,
        details: CompletionDetails,
        number: CourseCertificateNumber,
        earlier: CourseCertificate | None,
    ) -> CourseCertificate:
        done, profile = basis.outcome, basis.profile
        if not isinstance(done, Completion):
            raise CourseCertificateRefused("not_completed", profile.name)
        return CourseCertificate(
            number=number,
            session_id=WorkshopSessionId(""),
            participant_id=ParticipantId(""),
            holder=" ".join(profile.name.split()),
            holder_role=details.role_words.get(profile.role.value, ""),
            holder_unit=profile.unit,
            title=done.path.title_on_certificate,
            held_on=done.completed_on,
            place=details.place,
            minutes=certified_minutes(done),
            competence_areas=done.competence_areas,
            leaders=with_leaders(basis.signers, details.leaders),
            issuer=details.issuer,
            issued_at=self._parts.clock.now(),
            replaces=earlier.number if earlier else None,
            kind=CourseCertificateKind.COMPLETION,
            learner_id=profile.id,
            path_id=done.path.id,
            modules=certified_modules(done),
            started_on=basis.started_on,
            valid_until=done.valid_until,
        )


def _current(work: UnitOfWork, learner: LearnerId, path_id: str) -> CourseCertificate | None:
    """Return the certificate of a path that has been neither revoked nor replaced."""
    found = [c for c in work.course_certificates.of_learner(learner) if c.path_id == path_id and c.is_valid]
    return found[-1] if found else None
