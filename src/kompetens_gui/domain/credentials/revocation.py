"""What an issuer has taken back: a list that goes from copy to copy as a file, of which the newest counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.issuers import KeyId
from kompetens_gui.domain.swedish_time import local


@dataclass(frozen=True)
class RevokedEntry:
    """A certificate that no longer counts. `replaced_by` is the number of the one that does, empty for revoked."""

    number: str
    on: date
    replaced_by: str = ""


@dataclass(frozen=True)
class RevocationList:
    """All that an issuer has taken back, whole. What an earlier list held and a newer does not counts again.

    `sequence` tells which is newer, also when a clock has been set back; `signed` is the text that was signed.
    """

    issuer_id: KeyId
    signed_by: KeyId
    issuer: str
    sequence: int
    made_at: datetime
    entries: tuple[RevokedEntry, ...]
    signed: str = ""

    def entry(self, number: str) -> RevokedEntry | None:
        return next((e for e in self.entries if e.number == number), None)


def revoked_entries(course_certificates: Iterable[CourseCertificate]) -> tuple[RevokedEntry, ...]:
    """Return an entry for each that no longer counts, by number; nothing of who held it."""
    by_number = {c.number: c for c in course_certificates}
    found = []
    for c in by_number.values():
        if c.revoked_at is not None:
            found.append(RevokedEntry(c.number, local(c.revoked_at).date()))
        elif c.replaced_by is not None:
            newer = by_number.get(c.replaced_by)
            on = local(newer.issued_at if newer else c.issued_at).date()
            found.append(RevokedEntry(c.number, on, c.replaced_by))
    return tuple(sorted(found, key=lambda e: e.number))


def next_sequence(last: int, now: datetime) -> int:
    """Return the number of the next list.

    Seconds, so that lists made after an older copy of the database was put back still come after those made before;
    one more than the last, so that a clock set back does not stop them.
    """
    return max(last + 1, int(now.timestamp()))
