"""Joins signed course certificates into a program: keys on disk, signatures, papers that are read back, rules."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kompetens_gui.content.course_certificate_rules import RULES_FILE, load_course_certificate_rules
from kompetens_gui.credentials.keyring import KeyFiles
from kompetens_gui.credentials.signatures import LibrarySignatures
from kompetens_gui.documents.paper_reader import PdfPapers
from kompetens_gui.domain.course_certificate import CourseCertificateKind
from kompetens_gui.domain.course_certificate_rules import CourseCertificateRules, KindRules
from kompetens_gui.domain.credentials.issuers import TrustedKey
from kompetens_gui.services.checking_credentials import CredentialChecker
from kompetens_gui.services.credentials import CredentialParts, CredentialService
from kompetens_gui.services.key_cards import read_cards
from kompetens_gui.services.known_keys import KnowledgeBase, NothingKnown
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.ports import Clock, UnitOfWorkFactory

if TYPE_CHECKING:
    from kompetens_gui.joining import Program
    from kompetens_gui.services.completion_certificates import CompletionCertificateService

KEY_FOLDER = "keys"


def open_credentials(
    data_dir: Path, work: UnitOfWorkFactory, clock: Clock, bus: EventBus, area_titles: Mapping[str, str]
) -> CredentialService:
    """Join keys and checks over an open database. No key is made or opened before it is needed."""
    return CredentialService(
        CredentialParts(
            work=work,
            clock=clock,
            bus=bus,
            keyring=KeyFiles(data_dir / KEY_FOLDER),
            signatures=LibrarySignatures(),
            papers=PdfPapers(),
            area_titles=area_titles,
        )
    )


def open_completions(program: "Program") -> "CompletionCertificateService":
    """Join the certificates of completion over self-study."""
    from kompetens_gui.services.completion_certificates import CompletionCertificateService, CompletionParts
    from kompetens_gui.services.completion_source import StudiedPaths

    return CompletionCertificateService(
        CompletionParts(
            work=program.work,
            clock=program.clock,
            bus=program.bus,
            source=StudiedPaths(program.profiles, program.studying, program.sign_offs),
            rules=partial(course_certificate_rules, program.paths.resources_dir),
            signer=program.credentials.keys,
        )
    )


def open_checker(work: UnitOfWorkFactory | None, clock: Clock, card_files: Sequence[bytes] = ()) -> CredentialChecker:
    """Return a checker for the console: what the database knows, when there is one, and keys handed in as files."""
    signatures = LibrarySignatures()
    more = [TrustedKey(key, clock.now()) for data in card_files for key in read_cards(data, signatures)]
    knowledge = KnowledgeBase(work, more) if work is not None else NothingKnown(more)
    return CredentialChecker(knowledge, clock, signatures, PdfPapers())


def course_certificate_rules(resources_dir: Path) -> CourseCertificateRules:
    """Read the rules when they are first asked for; they are kept."""
    return load_course_certificate_rules(resources_dir / "rules" / RULES_FILE)


def attendance_rules(resources_dir: Path) -> KindRules:
    return course_certificate_rules(resources_dir).of(CourseCertificateKind.ATTENDANCE)
