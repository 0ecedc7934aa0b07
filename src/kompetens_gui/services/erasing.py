"""Erasures that outlive the database: what was erased is noted, so that a restored backup does not bring it back.

The notes hold ids. Where a person has nothing but a name (a leader, an observer, somebody who signed), the journal
keeps a slow, salted hash of it: enough to know the name again, not to read it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.issuers import OwnKey, RetiredBecause
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Facilitator
from kompetens_gui.services.personal_rows import NAMED_ONLY, PersonRow, PersonSource, plain
from kompetens_gui.services.ports import UnitOfWork


class ErasedKind(StrEnum):
    """What an entry of the journal points at."""

    LEARNER = "learner"
    PARTICIPANT = "participant"
    COURSE_CERTIFICATE = "course_certificate"
    NAME = "name"


@dataclass(frozen=True)
class Erased:
    """Something that was erased: an id (a participant's within a session), or a plain name, which is never stored."""

    kind: ErasedKind
    id: str
    session: str = ""


class ErasureJournal(Protocol):
    """Notes of erasures, kept beside the database."""

    def add(self, erased: Sequence[Erased], at: datetime, after: int) -> int:
        """Write entries durably, numbered on from the higher of `after` and what is there; returns the last number."""


class NoJournal:
    """Fits ErasureJournal where none is kept."""

    def add(self, erased: Sequence[Erased], at: datetime, after: int) -> int:
        return after


def note_erasures(work: UnitOfWork, journal: ErasureJournal, erased: Iterable[Erased], at: datetime) -> None:
    """Write what a unit of work erases into the journal, before it commits: better noted in vain than not at all."""
    entries = tuple(dict.fromkeys(erased))
    if entries:
        work.personal_data.set_erasures(journal.add(entries, at, work.personal_data.erasures()))


def erased_of(rows: Sequence[PersonRow]) -> tuple[Erased, ...]:
    """Return what to note when rows of a person are erased."""
    found = []
    for row in rows:
        if row.source in (PersonSource.PLAN, PersonSource.JOINED):
            found.append(Erased(ErasedKind.PARTICIPANT, row.participant_id, row.session_id))
        elif row.source == PersonSource.COURSE_CERTIFICATE:
            found.append(Erased(ErasedKind.COURSE_CERTIFICATE, row.key))
        elif row.source == PersonSource.LEARNER:
            found.append(Erased(ErasedKind.LEARNER, row.key))
        elif row.source in NAMED_ONLY:
            found.append(Erased(ErasedKind.NAME, plain(row.name)))
    return tuple(dict.fromkeys(found))


def removed_participant() -> str:
    """Return what stands where a participant's name was."""
    return translate("PersonalData", "Borttagen deltagare")


def removed_leader() -> str:
    """Return what stands where a leader's name was."""
    return translate("PersonalData", "Borttagen ledare")


def removed_colleague() -> str:
    """Return what stands where the name of an observer, or of somebody who signed, was."""
    return translate("PersonalData", "Borttagen kollega")


def revoke_reason() -> str:
    """Return why a course certificate without a name is no longer valid."""
    return translate("PersonalData", "Personuppgifter borttagna på begäran")


def without_holder(course_certificate: CourseCertificate, at: datetime) -> CourseCertificate:
    """Return a course certificate without its holder: it keeps its number and is revoked."""
    is_revoked = course_certificate.revoked_at is not None
    return replace(
        course_certificate,
        holder=removed_participant(),
        holder_unit="",
        revoked_at=course_certificate.revoked_at if is_revoked else at,
        revoke_reason=revoke_reason(),
        learner_id=None,
        code="",  # the name is in the signed text too
    )


def without_leaders(course_certificate: CourseCertificate, is_gone: Callable[[str], bool]) -> CourseCertificate:
    """Return a course certificate without the leaders and the issuer whose plain names are gone."""
    leaders = tuple(
        Facilitator(removed_leader(), f.role) if is_gone(plain(f.name)) else f for f in course_certificate.leaders
    )
    if not is_gone(plain(course_certificate.issuer)):
        return replace(course_certificate, leaders=leaders)
    return replace(course_certificate, leaders=leaders, issuer=removed_leader(), code="")


def forget_keys_of(work: UnitOfWork, names: Collection[str], at: datetime) -> None:
    """Take the names of persons from the own keys, and their keys from those that are trusted here.

    What an own key has signed stays checkable. What a trusted one has signed is then signed by somebody unknown.
    """
    for own in work.signing_keys.all():
        if plain(own.key.issuer) in names:
            nameless = replace(own.key, issuer=removed_leader(), card="")
            because = own.retired_because or RetiredBecause.CHANGED
            work.signing_keys.put(OwnKey(nameless, own.retired_at or at, because))
    for trusted in work.trusted_keys.all():
        if plain(trusted.key.issuer) in names:
            work.trusted_keys.remove(trusted.key.key_id)
