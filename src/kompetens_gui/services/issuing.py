"""What issuing a course certificate of any kind needs: its number, and its signature."""

from collections.abc import Callable
from dataclasses import replace

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber, certificate_number
from kompetens_gui.services.credential_ports import CodeSigner
from kompetens_gui.services.ports import Clock, UnitOfWork


def next_number(work: UnitOfWork, clock: Clock) -> CourseCertificateNumber:
    """Take the next number of the year. The first thing written in a unit of work: it locks out other writers."""
    year = clock.local_now().year
    return certificate_number(year, work.course_certificates.next_serial(year))


class Signing:
    """Makes the key ready before the transaction begins, so that nothing is left to fail on the way."""

    def __init__(self, signer: CodeSigner | None) -> None:
        self._signer = signer

    def ready(self, issuer: str) -> Callable[[CourseCertificate], CourseCertificate]:
        """Return what signs the certificates of an issuer; raises SigningKeyRefused when its key cannot."""
        signer = self._signer
        if signer is None or not issuer.strip():
            return lambda c: replace(c, code="")
        key_id = signer.prepare(issuer)
        return lambda c: replace(c, code=signer.code(c, key_id))
