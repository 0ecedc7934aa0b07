"""A case as the content of an exercise: whole and frozen, with the certificate that is worked with."""

from dataclasses import dataclass

from kompetens_gui.domain.activities.base import ActivityContext, CertificatePicture, certificate_picture
from kompetens_gui.domain.case import Case, Key
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.medical_certificate import MedicalCertificate
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId


@dataclass(frozen=True)
class CaseContent:
    """A case and the id of one of its certificates (empty: the first)."""

    case: Case
    medical_certificate_id: str = ""

    @property
    def medical_certificate(self) -> MedicalCertificate:
        return self.case.medical_certificate(self.medical_certificate_id)

    @property
    def keys(self) -> tuple[Key, ...]:
        return self.case.keys_for(self.medical_certificate.id)

    def picture(self) -> CertificatePicture:
        """Return what may be seen of the case: never its keys, models or notes."""
        picture = certificate_picture(self.as_activity(""))
        if picture is None:
            raise ActivityRefused("case_missing")
        return picture

    def as_activity(self, kind: str) -> ActivityContext:
        """Return the context that the rules of the room's activities ask for."""
        settings = {"medical_certificate": self.medical_certificate_id}
        return ActivityContext(AgendaItem(AgendaItemId("alone"), kind, "", 0, 1, settings), self.case)
