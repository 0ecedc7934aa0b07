"""What a check looks things up in: the keys that are known, the lists of revocations, and the own register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber
from kompetens_gui.domain.credentials.issuers import IssuerKey, KeyId, OwnKey, Trust, TrustedKey, plain_name
from kompetens_gui.domain.credentials.revocation import RevocationList
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.services.ports import UnitOfWorkFactory


@dataclass(frozen=True)
class Known:
    """All that is known when a check is made, read once. `held` is what the register says of the number asked for."""

    own: tuple[OwnKey, ...] = ()
    trusted: tuple[TrustedKey, ...] = ()
    lists: tuple[RevocationList, ...] = ()
    last_issued: date | None = None

    def key(self, key_id: KeyId) -> tuple[IssuerKey, Trust] | None:
        """Return a key by its name and what it is to us."""
        for own in self.own:
            if own.key.key_id == key_id:
                return own.key, Trust.OWN
        for trusted in self.trusted:
            if trusted.key.key_id == key_id:
                return trusted.key, Trust.TRUSTED
        return None

    def is_retired(self, key_id: KeyId) -> bool:
        return any(own.key.key_id == key_id and not own.is_current for own in self.own)

    def has_name(self, issuer: str) -> bool:
        """Whether somebody known goes by that name."""
        keys = (*(o.key for o in self.own), *(t.key for t in self.trusted))
        return bool(issuer.strip()) and any(plain_name(k.issuer) == plain_name(issuer) for k in keys)

    def newest_list(self, issuer_id: KeyId) -> RevocationList | None:
        found = [r for r in self.lists if r.issuer_id == issuer_id]
        return max(found, key=lambda r: r.sequence, default=None)

    def days_seen(self, newest: RevocationList | None) -> Iterable[date]:
        """Yield days that are known to have been, whatever the clock says now: of the register and an issuer's list.

        The lists of other issuers are left out. One whose clock runs ahead shall not end everybody's certificates.
        """
        if newest is not None:
            yield local(newest.made_at).date()
        if self.last_issued is not None:
            yield self.last_issued


class KnowledgeBase:
    """Reads what is known from storage, and a register entry when its number is asked for."""

    def __init__(self, work: UnitOfWorkFactory, more_trusted: Sequence[TrustedKey] = ()) -> None:
        self._work = work
        self._more_trusted = tuple(more_trusted)

    def known(self) -> Known:
        with self._work() as work:
            last_issued = work.course_certificates.last_issued()
            return Known(
                tuple(work.signing_keys.all()),
                (*work.trusted_keys.all(), *self._more_trusted),
                tuple(work.revocation_lists.all()),
                local(last_issued).date() if last_issued else None,
            )

    def held(self, number: str) -> CourseCertificate | None:
        with self._work() as work:
            try:
                return work.course_certificates.get(CourseCertificateNumber(number))
            except NotFound:
                return None


class NothingKnown:
    """Where there is no database: nothing but the keys that were handed in."""

    def __init__(self, trusted: Sequence[TrustedKey] = ()) -> None:
        self._known = Known(trusted=tuple(trusted))

    def known(self) -> Known:
        return self._known

    def held(self, number: str) -> CourseCertificate | None:
        return None
