"""What a signed course certificate says, whether it comes as a QR code, a paper or a badge."""

from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind
from kompetens_gui.domain.swedish_time import local

ELLIPSIS = "…"


@dataclass(frozen=True)
class CredentialFacts:
    """The facts that are signed. An attendance has one day, first and last; `minutes` is the certified time.

    Texts that had no room in a code end with an ellipsis.
    """

    number: str
    kind: CourseCertificateKind
    title: str
    holder: str
    issuer: str
    issued_on: date
    first_day: date
    last_day: date
    minutes: int
    competence_areas: tuple[str, ...] = ()
    valid_until: date | None = None
    path_id: str = ""

    @property
    def is_shortened(self) -> bool:
        return any(text.endswith(ELLIPSIS) for text in (self.title, self.holder, self.issuer, *self.competence_areas))


def facts_of(course_certificate: CourseCertificate) -> CredentialFacts:
    """Return what is signed of a course certificate."""
    c = course_certificate
    return CredentialFacts(
        number=c.number,
        kind=c.kind,
        title=_one_line(c.title),
        holder=_one_line(c.holder),
        issuer=_one_line(c.issuer),
        issued_on=local(c.issued_at).date(),
        first_day=c.started_on or c.held_on,
        last_day=c.held_on,
        minutes=c.minutes,
        competence_areas=c.competence_areas,
        valid_until=c.valid_until,
        path_id=c.path_id or "",
    )


def _one_line(text: str) -> str:
    """Return text on one line, without halves of letters that nothing can write."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())
