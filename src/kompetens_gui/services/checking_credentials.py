"""Checks course certificates in any form: a code that was scanned or pasted, a PDF of ours, an Open Badge.

Nothing that is handed in makes it fail. It needs no net: keys, lists and register are on this machine.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.facts import CredentialFacts
from kompetens_gui.domain.credentials.issuers import IssuerKey, Trust, fingerprint_of, key_id_of
from kompetens_gui.domain.credentials.verification import (
    CredentialForm,
    SignedBy,
    Standing,
    Verification,
    VerificationNote,
    VerificationStatus,
    expired_on,
    safe_today,
    standing_in_list,
    standing_in_register,
)
from kompetens_gui.services.credential_code import CODE, CodeUnreadable, find_codes, read_code
from kompetens_gui.services.credential_ports import OpenedToken, PaperReader, Signatures
from kompetens_gui.services.handed_in import handed_in
from kompetens_gui.services.known_keys import Known
from kompetens_gui.services.open_badges import facts_from_badge, keys_in_badge
from kompetens_gui.services.paper_comparison import says_on_paper
from kompetens_gui.services.ports import Clock

MOST_CODES = 2000
ALGORITHM = "EdDSA"
_WORST_FIRST = (
    VerificationStatus.ALTERED,
    VerificationStatus.NOT_A_CERTIFICATE,
    VerificationStatus.UNKNOWN_ISSUER,
    VerificationStatus.REVOKED,
    VerificationStatus.REPLACED,
    VerificationStatus.EXPIRED,
    VerificationStatus.VALID,
)


class Knowledge(Protocol):
    """What a check looks things up in."""

    def known(self) -> Known: ...

    def held(self, number: str) -> CourseCertificate | None:
        """Return a course certificate of the own register."""


class CredentialChecker:
    """Answers whether a course certificate counts. May be used from any thread."""

    def __init__(self, knowledge: Knowledge, clock: Clock, signatures: Signatures, papers: PaperReader) -> None:
        self._knowledge = knowledge
        self._clock = clock
        self._signatures = signatures
        self._papers = papers

    def verify(self, data: str | bytes) -> Verification:
        """Return the answer; of several certificates in one file, the worst."""
        return min(self.verify_each(data), key=lambda v: _WORST_FIRST.index(v.status))

    def verify_each(self, data: str | bytes) -> Sequence[Verification]:
        """Return an answer for each certificate in a file, at least one."""
        handed = handed_in(data)
        known = self._knowledge.known()
        if handed.pdf:
            return self._paper(handed.pdf, known)
        found = self._codes(find_codes(handed.text)[:MOST_CODES], CredentialForm.CODE, known)
        if found:
            return found
        token = self._signatures.open_token(handed.token) if handed.token else None
        if token is not None:
            return (self._badge(token, known),)
        return (self._nothing(*handed.notes),)

    # -- forms
    def _codes(self, codes: Sequence[str], form: CredentialForm, known: Known) -> Sequence[Verification]:
        """Return the answers for those that can be read; when none can, one answer for them all."""
        readable = [code for code in codes if _is_readable(code)]
        if readable:
            return [self._code(code, form, known) for code in readable]
        versions = {match[1] for code in codes if (match := CODE.fullmatch(code))}
        if not versions:
            return ()
        if "1" in versions:
            return (self._answer(VerificationStatus.ALTERED, form),)
        return (self._answer(VerificationStatus.NOT_A_CERTIFICATE, form, notes=(VerificationNote.NEWER_FORMAT,)),)

    def _code(self, code: str, form: CredentialForm, known: Known) -> Verification:
        signed = read_code(code)
        facts = signed.facts()
        found = known.key(signed.key_id)
        if found is None:
            notes = (VerificationNote.SIGNATURE_NOT_CHECKED, *_same_name(facts.issuer, known))
            by = SignedBy(facts.issuer, signed.key_id, Trust.UNKNOWN)
            return self._answer(VerificationStatus.UNKNOWN_ISSUER, form, facts, by, notes)
        key, trust = found
        by = _signed_by(key, trust)
        if not self._signatures.holds(key.public_key, signed.message, signed.signature):
            return self._answer(VerificationStatus.ALTERED, form, facts, by)
        return self._judged(facts, form, key, trust, known)

    def _paper(self, pdf: bytes, known: Known) -> Sequence[Verification]:
        contents = self._papers.read(pdf)
        found = self._codes(contents.codes[:MOST_CODES], CredentialForm.PAPER, known)
        if not found:
            return (self._nothing(VerificationNote.PAPER_WITHOUT_CODE),)
        return [_held_against(answer, contents.pages) for answer in found]

    def _badge(self, token: OpenedToken, known: Known) -> Verification:
        form = CredentialForm.BADGE
        facts = facts_from_badge(token.claims)
        if facts is None:
            return self._nothing()
        keys = keys_in_badge(token.header, token.claims)
        if len(keys) != 1:
            return self._badge_without_key(token, facts, is_contradictory=len(keys) > 1)
        (public,) = keys
        found = known.key(key_id_of(public))
        if token.algorithm != ALGORITHM and found is None and token.algorithm.lower() not in ("", "none"):
            by = SignedBy(facts.issuer, key_id_of(public), Trust.UNKNOWN, fingerprint_of(public))
            unchecked = (VerificationNote.SIGNATURE_NOT_CHECKED, VerificationNote.OTHER_ALGORITHM)
            return self._answer(VerificationStatus.UNKNOWN_ISSUER, form, facts, by, unchecked)
        if not self._signatures.token_holds(token, public):
            return self._answer(VerificationStatus.ALTERED, form, facts)
        if found is None:
            by = SignedBy(facts.issuer, key_id_of(public), Trust.UNKNOWN, fingerprint_of(public))
            notes = (VerificationNote.SIGNED_BY_ITS_OWN_KEY, *_same_name(facts.issuer, known))
            return self._answer(VerificationStatus.UNKNOWN_ISSUER, form, facts, by, notes)
        return self._judged(facts, form, *found, known)

    def _badge_without_key(self, token: OpenedToken, facts: CredentialFacts, *, is_contradictory: bool) -> Verification:
        """Answer for a badge that names no key, or several: other programs sign in other ways."""
        if is_contradictory or token.algorithm.lower() in ("", "none"):
            return self._answer(VerificationStatus.ALTERED, CredentialForm.BADGE, facts)
        notes = [VerificationNote.SIGNATURE_NOT_CHECKED]
        if token.algorithm != ALGORITHM:
            notes.append(VerificationNote.OTHER_ALGORITHM)
        return self._answer(VerificationStatus.UNKNOWN_ISSUER, CredentialForm.BADGE, facts, notes=tuple(notes))

    # -- judgement
    def _judged(
        self, facts: CredentialFacts, form: CredentialForm, key: IssuerKey, trust: Trust, known: Known
    ) -> Verification:
        """Answer for a certificate whose signature holds."""
        newest = known.newest_list(key.issuer_id)
        standing = self._standing(facts, key, trust, known)
        seen = [facts.issued_on, *known.days_seen(newest)]
        today, is_behind = safe_today(self._clock.local_now().date(), seen)
        if standing.status == VerificationStatus.VALID and expired_on(facts, today):
            standing = replace(standing, status=VerificationStatus.EXPIRED, since=facts.valid_until)
        notes = [*standing.notes]
        if is_behind:
            notes.append(VerificationNote.CLOCK_BEHIND)
        if facts.is_shortened:
            notes.append(VerificationNote.TEXT_SHORTENED)
        if known.is_retired(key.key_id):
            notes.append(VerificationNote.KEY_RETIRED)
        return replace(
            self._answer(standing.status, form, facts, _signed_by(key, trust), tuple(notes)),
            since=standing.since,
            replaced_by=standing.replaced_by,
            revocations_as_of=standing.revocations_as_of,
        )

    def _standing(self, facts: CredentialFacts, key: IssuerKey, trust: Trust, known: Known) -> Standing:
        newest = known.newest_list(key.issuer_id)
        if trust != Trust.OWN:
            return standing_in_list(facts, newest)
        held = self._knowledge.held(facts.number)
        if held is None and newest is not None and newest.entry(facts.number) is not None:
            # The key has been put back on a machine that has not issued it.
            return standing_in_list(facts, newest)
        return standing_in_register(facts, held)

    def _answer(
        self,
        status: VerificationStatus,
        form: CredentialForm,
        facts: CredentialFacts | None = None,
        by: SignedBy | None = None,
        notes: tuple[VerificationNote, ...] = (),
    ) -> Verification:
        return Verification(status, form, self._clock.now(), facts, by, notes=notes)

    def _nothing(self, *notes: VerificationNote) -> Verification:
        return self._answer(VerificationStatus.NOT_A_CERTIFICATE, CredentialForm.NOTHING, notes=notes)


def _is_readable(code: str) -> bool:
    try:
        read_code(code).facts()
    except CodeUnreadable:
        return False
    return True


def _signed_by(key: IssuerKey, trust: Trust) -> SignedBy:
    return SignedBy(key.issuer, key.key_id, trust, key.fingerprint)


def _same_name(issuer: str, known: Known) -> tuple[VerificationNote, ...]:
    return (VerificationNote.SAME_NAME_OTHER_KEY,) if known.has_name(issuer) else ()


def _held_against(answer: Verification, pages: Sequence[str]) -> Verification:
    """Hold the answer for a code against what the paper around it says to people."""
    if answer.facts is None or answer.status == VerificationStatus.ALTERED:
        return answer
    says = says_on_paper(answer.facts, pages)
    if says is None:
        return replace(answer, notes=(*answer.notes, VerificationNote.PAPER_NOT_READ))
    if says:
        return answer
    return replace(
        answer, status=VerificationStatus.ALTERED, since=None, notes=(*answer.notes, VerificationNote.PAPER_DIFFERS)
    )
