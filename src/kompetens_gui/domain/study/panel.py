"""A panel that disagrees: how ten readers judged whether a certificate is enough, and what they would do about it.

Script concordance: an answer is worth as much as the part of the panel that shares it, against the most common answer.
"""

from dataclasses import dataclass

from kompetens_gui.domain.case import CaseId, Perspective, Review, Sufficiency
from kompetens_gui.domain.medical_certificate import MedicalCertificateId


@dataclass(frozen=True)
class VerdictVotes:
    """How many of the panel chose a verdict."""

    verdict: Sufficiency
    votes: int


@dataclass(frozen=True)
class PanelReason:
    """Why some of the panel chose as they did."""

    verdict: Sufficiency
    perspective: Perspective
    text: str


@dataclass(frozen=True)
class PanelWay:
    """A way on, how many would take it, and what it means."""

    id: str
    text: str
    votes: int
    feedback: str


@dataclass(frozen=True)
class PanelOnCertificate:
    """The panel on one certificate of the case."""

    medical_certificate_id: MedicalCertificateId
    votes: tuple[VerdictVotes, ...]
    reasons: tuple[PanelReason, ...]
    ways: tuple[PanelWay, ...]

    def votes_for(self, verdict: Sufficiency) -> int:
        return sum(v.votes for v in self.votes if v.verdict == verdict)

    def concordance(self, verdict: Sufficiency) -> float:
        """Return the votes of a verdict as a share of those of the most chosen one."""
        return _share(self.votes_for(verdict), [self.votes_for(v) for v in Sufficiency])

    def way_concordance(self, way_id: str) -> float:
        """Return the same for a way on."""
        return _share(sum(w.votes for w in self.ways if w.id == way_id), [w.votes for w in self.ways])


@dataclass(frozen=True)
class Panel:
    """A panel on a case. While `fictional`, the answers are made up and the learner is told so."""

    case_id: CaseId
    fictional: bool
    certificates: tuple[PanelOnCertificate, ...]
    review: Review | None = None

    def on(self, certificate_id: str) -> PanelOnCertificate | None:
        return next((c for c in self.certificates if c.medical_certificate_id == certificate_id), None)


def _share(votes: int, all_votes: list[int]) -> float:
    most = max(all_votes, default=0)
    return votes / most if most else 0.0
