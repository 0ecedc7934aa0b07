"""Evidence with what it came from by name, for the person whose evidence it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.learning.evidence import Evidence, EvidenceKind, attempt_source, sign_off_source
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.workshop.plan import WorkshopSessionId
from kompetens_gui.services.ports import UnitOfWork, UnitOfWorkFactory

SESSION = "session:"


@dataclass(frozen=True)
class EvidenceLine:
    """One fact, with the title of the exercise or session and who confirmed it; both empty when that is not known."""

    evidence: Evidence
    title: str = ""
    by: str = ""


class EvidenceReader:
    """Reads what lies behind a person's levels. Self-ratings are background and left out."""

    def __init__(self, work: UnitOfWorkFactory) -> None:
        self._work = work

    def lines(self, learner: LearnerId, area: str) -> Sequence[EvidenceLine]:
        """Return the evidence of an area, newest first."""
        with self._work() as work:
            found = [e for e in work.evidence.of(learner, area) if e.kind != EvidenceKind.SELF_RATED]
            titles = {attempt_source(a.attempt.id): a.attempt.title for a in work.attempts.finished(learner)}
            signed = {sign_off_source(s.id): s for s in work.sign_offs.of(learner)}
            lines = []
            for e in found:
                sign_off = signed.get(e.source)
                if sign_off is not None:
                    own = e.kind == EvidenceKind.CHANGED_WORK
                    title = sign_off.title or sign_off.text
                    lines.append(EvidenceLine(e, title, "" if own else sign_off.by_name))
                else:
                    lines.append(EvidenceLine(e, titles.get(e.source) or _session_title(work, e.source)))
        return sorted(lines, key=lambda line: (line.evidence.on, line.evidence.source), reverse=True)

    def self_rating(self, learner: LearnerId, area: str) -> Evidence | None:
        """Return how the person last rated themselves in an area, None when they never have."""
        with self._work() as work:
            rated = [e for e in work.evidence.of(learner, area) if e.kind == EvidenceKind.SELF_RATED]
        return max(rated, key=lambda e: e.on, default=None)


def _session_title(work: UnitOfWork, source: str) -> str:
    if not source.startswith(SESSION):
        return ""
    try:
        return work.sessions.get(WorkshopSessionId(source.removeprefix(SESSION))).title
    except NotFound:
        return ""
