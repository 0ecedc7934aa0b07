"""Signed course certificates, keys and lists to store. The keys are made of plain bytes: storage does not use them."""

from __future__ import annotations

from datetime import date, timedelta

from kompetens_gui.domain.course_certificate import (
    CertifiedModule,
    CourseCertificate,
    CourseCertificateKind,
    CourseCertificateNumber,
)
from kompetens_gui.domain.credentials.issuers import IssuerKey, OwnKey, RetiredBecause, TrustedKey, key_id_of
from kompetens_gui.domain.credentials.revocation import RevocationList, RevokedEntry
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import LearningPathId, ModuleId
from kompetens_gui.domain.workshop.plan import Facilitator, ParticipantId, WorkshopSessionId
from tests.storage.making import NOW


def a_key(letter: bytes = b"a", issuer: str = "Region Norrälven", follows: IssuerKey | None = None) -> IssuerKey:
    public = letter * 32
    key_id = key_id_of(public)
    return IssuerKey(
        key_id=key_id,
        issuer=issuer,
        public_key=public,
        made_at=NOW + timedelta(days=public[0]),
        issuer_id=follows.issuer_id if follows else key_id,
        follows=follows.key_id if follows else None,
        voucher=b"\x00\xffvoucher" if follows else b"",
        card=f"kort.{letter.decode()}",
    )


OLD = OwnKey(a_key(), NOW + timedelta(days=400), RetiredBecause.CHANGED)
NEW = OwnKey(a_key(b"b", follows=OLD.key))
OTHER = TrustedKey(a_key(b"c", "Örebacka vårdcentral"), NOW)
LIST = RevocationList(
    issuer_id=OTHER.key.issuer_id,
    signed_by=OTHER.key.key_id,
    issuer=OTHER.key.issuer,
    sequence=1_795_000_000,
    made_at=NOW,
    entries=(RevokedEntry("2026-0003", date(2026, 11, 1)), RevokedEntry("2026-0004", date(2026, 11, 2), "2026-0009")),
    signed="lista.med.underskrift",
)


def a_completion(number: str = "2025-0001", learner: str = "learner-9") -> CourseCertificate:
    return CourseCertificate(
        number=CourseCertificateNumber(number),
        session_id=WorkshopSessionId(""),
        participant_id=ParticipantId(""),
        holder="Åsa Norén",
        holder_role="Rehabkoordinator",
        holder_unit="Ängen",
        title="Koordinatorskörkort",
        held_on=date(2025, 11, 10),
        place="",
        minutes=1440,
        competence_areas=("K01", "K02"),
        leaders=(Facilitator("Bo Ek"),),
        issuer="Region Norrälven",
        issued_at=NOW - timedelta(days=360),
        kind=CourseCertificateKind.COMPLETION,
        learner_id=LearnerId(learner),
        path_id=LearningPathId("koordinatorskorkort"),
        modules=(CertifiedModule(ModuleId("uppdraget"), "Uppdraget", 120, date(2025, 10, 1), ("K01",), ("Ett mål.",)),),
        started_on=date(2025, 9, 14),
        valid_until=date(2027, 11, 10),
        code="KI1:ABC",
    )
