"""Copies of the program on folders of their own, with a clock we set: one issues, others check."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import Program, make_preferences, open_program
from kompetens_gui.services.credentials import CredentialService
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.ports import CertificateAppearance
from tests.documents.samples import COURSE_CERTIFICATE
from tests.services.surroundings import StandingClock

ISSUER = "Region Norrälven"
PASSPHRASE = "ett ganska långt lösenord"


@contextmanager
def a_copy(folder: Path, at: datetime | None = None) -> Iterator[Copy]:
    """Open the program on a folder, as a start does; a second opening of the same folder is a new start."""
    clock = StandingClock(at) if at else StandingClock()
    bus = EventBus()
    paths = find_paths(folder)
    program = open_program(paths, make_preferences(paths, bus), bus, clock)
    try:
        yield Copy(program, clock)
    finally:
        program.close()


class Copy:
    """A running copy."""

    def __init__(self, program: Program, clock: StandingClock) -> None:
        self.program = program
        self.clock = clock

    @property
    def credentials(self) -> CredentialService:
        return self.program.credentials

    @property
    def key_folder(self) -> Path:
        return self.program.paths.data_dir / "keys"

    def issued(self, number: str = "2026-0147", **changes: object) -> CourseCertificate:
        """Put a signed certificate in the register, as issuing does."""
        made = replace(COURSE_CERTIFICATE, number=CourseCertificateNumber(number), **changes)  # type: ignore[arg-type]
        made = replace(made, issued_at=self.clock.now())
        keys = self.credentials.keys
        made = replace(made, code=keys.code(made, keys.prepare(made.issuer)))
        with self.program.work() as work:
            work.course_certificates.add(made)
            work.commit()
        return made

    def paper(self, *course_certificates: CourseCertificate) -> bytes:
        return self.program.documents.course_certificates(course_certificates, CertificateAppearance(ISSUER))

    def card(self) -> bytes:
        """Return the file with the public key to hand out."""
        standing = self.credentials.keys.current(ISSUER)
        assert standing is not None
        return self.credentials.keys.card(standing.own.key.key_id)

    def trusts(self, other: Copy) -> None:
        """Trust another copy's key, as after a call."""
        for offer in self.credentials.trust.read(other.card()):
            self.credentials.trust.trust(offer)
