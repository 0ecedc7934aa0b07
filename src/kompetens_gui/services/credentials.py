"""Signed course certificates: checking them, and the keys, issuers and revocations that a check leans on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kompetens_gui.domain.course_certificate import CourseCertificateNumber
from kompetens_gui.domain.credentials.verification import Verification
from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.services.checking_credentials import CredentialChecker
from kompetens_gui.services.credential_ports import Keyring, PaperReader, Signatures
from kompetens_gui.services.issuer_trust import IssuerTrustService
from kompetens_gui.services.known_keys import KnowledgeBase
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.open_badges import badge, badge_claims, badge_header
from kompetens_gui.services.ports import Clock, UnitOfWorkFactory
from kompetens_gui.services.revocation_lists import RevocationListService
from kompetens_gui.services.signing_keys import SigningKeyParts, SigningKeyService


@dataclass(frozen=True)
class CredentialParts:
    """What the service is joined from."""

    work: UnitOfWorkFactory
    clock: Clock
    bus: EventBus
    keyring: Keyring
    signatures: Signatures
    papers: PaperReader
    area_titles: Mapping[str, str]


@dataclass(frozen=True)
class OpenBadge:
    """A badge as two files: `signed` (.jwt) is the one that counts, `readable` (.json) is for people."""

    name: str
    signed: bytes
    readable: bytes


class CredentialService:
    """The one door to signed course certificates. `verify` never fails, whatever it is given."""

    def __init__(self, parts: CredentialParts) -> None:
        p = self._parts = parts
        self.keys = SigningKeyService(SigningKeyParts(p.work, p.clock, p.bus, p.keyring, p.signatures))
        self.trust = IssuerTrustService(p.work, p.clock, p.bus, p.signatures)
        self.revocations = RevocationListService(p.work, p.clock, p.bus, p.signatures, p.keyring, self.keys)
        self._checker = CredentialChecker(KnowledgeBase(p.work), p.clock, p.signatures, p.papers)

    def verify(self, data: str | bytes) -> Verification:
        """Check a scanned or pasted text, a PDF or a badge; of several certificates in a file, the worst answer."""
        return self._checker.verify(data)

    def verify_each(self, data: str | bytes) -> Sequence[Verification]:
        """Check every certificate in a file; at least one answer."""
        return self._checker.verify_each(data)

    def open_badge(self, number: CourseCertificateNumber) -> OpenBadge:
        """Return a course certificate as an Open Badge, signed now with the issuer's current key.

        Raises CourseCertificateRefused for one that no longer counts, SigningKeyRefused when the key cannot sign.
        """
        with self._parts.work() as work:
            c = work.course_certificates.get(number)
        if not c.is_valid:
            raise CourseCertificateRefused("not_valid", c.holder)
        key_id = self.keys.prepare(c.issuer)
        key = self.keys.get(key_id).own.key
        claims = badge_claims(c, key, self._parts.area_titles)
        signed = self._parts.keyring.sign_token(key_id, claims, badge_header(key))
        readable = json.dumps(badge(c, key, self._parts.area_titles), ensure_ascii=False, indent=2) + "\n"
        return OpenBadge(f"{c.number} {c.holder}", signed.encode("ascii"), readable.encode("utf-8", "replace"))
