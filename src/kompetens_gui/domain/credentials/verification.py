"""What a check of a course certificate comes to. It never fails: whatever is handed in gets one of seven answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.facts import CredentialFacts
from kompetens_gui.domain.credentials.issuers import Fingerprint, KeyId, Trust
from kompetens_gui.domain.credentials.revocation import RevocationList
from kompetens_gui.domain.swedish_time import local


class VerificationStatus(StrEnum):
    """The answer. VALID is the only good one."""

    VALID = "valid"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"
    ALTERED = "altered"
    UNKNOWN_ISSUER = "unknown_issuer"
    NOT_A_CERTIFICATE = "not_a_certificate"


class CredentialForm(StrEnum):
    """In which form it was handed in."""

    CODE = "code"
    PAPER = "paper"
    BADGE = "badge"
    NOTHING = "nothing"


class VerificationNote(StrEnum):
    """Something that whoever reads the answer should know beside it."""

    SIGNATURE_NOT_CHECKED = "signature_not_checked"
    SIGNED_BY_ITS_OWN_KEY = "signed_by_its_own_key"
    SAME_NAME_OTHER_KEY = "same_name_other_key"
    NOT_IN_REGISTER = "not_in_register"
    REGISTER_DIFFERS = "register_differs"
    NO_REVOCATION_LIST = "no_revocation_list"
    CLOCK_BEHIND = "clock_behind"
    TEXT_SHORTENED = "text_shortened"
    PAPER_DIFFERS = "paper_differs"
    PAPER_NOT_READ = "paper_not_read"
    PAPER_WITHOUT_CODE = "paper_without_code"
    UNSIGNED_COPY = "unsigned_copy"
    UNSIGNED_CODE = "unsigned_code"
    NEWER_FORMAT = "newer_format"
    OTHER_ALGORITHM = "other_algorithm"
    TOO_LARGE = "too_large"
    KEY_RETIRED = "key_retired"


@dataclass(frozen=True)
class SignedBy:
    """Who has signed, as far as is known. The name is what the key's card says for a known key, else a claim."""

    issuer: str
    key_id: KeyId
    trust: Trust
    fingerprint: Fingerprint | None = None


@dataclass(frozen=True)
class Verification:
    """The answer and what it rests on.

    Where the signature does not hold, `facts` are claims and no more. `revocations_as_of` is the day of the list that
    was looked in, None for the own register or when there is no list.
    """

    status: VerificationStatus
    form: CredentialForm
    checked_at: datetime
    facts: CredentialFacts | None = None
    issuer: SignedBy | None = None
    since: date | None = None
    replaced_by: str = ""
    revocations_as_of: date | None = None
    notes: tuple[VerificationNote, ...] = ()

    @property
    def is_valid(self) -> bool:
        return self.status == VerificationStatus.VALID


@dataclass(frozen=True)
class Standing:
    """How a certificate with a good signature stands."""

    status: VerificationStatus
    since: date | None = None
    replaced_by: str = ""
    revocations_as_of: date | None = None
    notes: tuple[VerificationNote, ...] = ()


def standing_in_register(facts: CredentialFacts, held: CourseCertificate | None) -> Standing:
    """Return what the own register says of a certificate."""
    if held is None:
        return Standing(VerificationStatus.VALID, notes=(VerificationNote.NOT_IN_REGISTER,))
    if held.revoked_at is not None:
        return Standing(VerificationStatus.REVOKED, local(held.revoked_at).date())
    if held.replaced_by is not None:
        return Standing(VerificationStatus.REPLACED, replaced_by=held.replaced_by)
    if _plain(held.holder) != _plain(facts.holder) and not facts.is_shortened:
        return Standing(VerificationStatus.VALID, notes=(VerificationNote.REGISTER_DIFFERS,))
    return Standing(VerificationStatus.VALID)


def standing_in_list(facts: CredentialFacts, newest: RevocationList | None) -> Standing:
    """Return what the newest list of the issuer says of a certificate."""
    if newest is None:
        return Standing(VerificationStatus.VALID, notes=(VerificationNote.NO_REVOCATION_LIST,))
    as_of = local(newest.made_at).date()
    entry = newest.entry(facts.number)
    if entry is None:
        return Standing(VerificationStatus.VALID, revocations_as_of=as_of)
    if entry.replaced_by:
        return Standing(VerificationStatus.REPLACED, entry.on, entry.replaced_by, as_of)
    return Standing(VerificationStatus.REVOKED, entry.on, revocations_as_of=as_of)


def expired_on(facts: CredentialFacts, today: date) -> bool:
    """Whether the last day has passed."""
    return facts.valid_until is not None and today > facts.valid_until


def safe_today(today: date, seen: Iterable[date]) -> tuple[date, bool]:
    """Return the day to judge by, and whether the clock is behind what has been seen with a signature on it.

    A clock set back must not make a certificate that has run out good again.
    """
    latest = max(seen, default=today)
    return max(today, latest), latest > today


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
