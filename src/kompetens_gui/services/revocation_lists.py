"""Lists of what issuers have taken back: the own one to hand out, and those of others to look in.

A list is JSON that people can read, with the same facts signed beside it. It holds numbers and dates, never a name.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from kompetens_gui.domain.credentials.issuers import IssuerKey, KeyId, OwnKey, TrustedKey
from kompetens_gui.domain.credentials.revocation import (
    RevocationList,
    RevokedEntry,
    next_sequence,
    revoked_entries,
)
from kompetens_gui.domain.errors import SharedFileRefused
from kompetens_gui.services.credential_ports import Claims, CodeSigner, Keyring, Signatures
from kompetens_gui.services.key_cards import shared_content
from kompetens_gui.services.news import CredentialsChanged, EventBus
from kompetens_gui.services.ports import Clock, UnitOfWorkFactory

LIST_TYPE = "kompetens-aterkallade+jwt"
FILE_KIND = "kompetens-aterkallade"
LARGEST_FILE, MOST_ENTRIES = 2_000_000, 20_000
_FACTS = ("issuer", "issuer_id", "sequence", "made_at", "entries")


class RevocationListService:
    """Makes the own list, and takes in those of issuers that are trusted. The newest of each issuer is kept."""

    def __init__(
        self,
        work: UnitOfWorkFactory,
        clock: Clock,
        bus: EventBus,
        signatures: Signatures,
        keyring: Keyring,
        signer: CodeSigner,
    ) -> None:
        self._work = work
        self._clock = clock
        self._bus = bus
        self._signatures = signatures
        self._keyring = keyring
        self._signer = signer

    def all(self) -> Sequence[RevocationList]:
        """Return the newest list of each issuer, own ones too."""
        with self._work() as work:
            return work.revocation_lists.all()

    def exported(self, issuer: str) -> bytes:
        """Return a new list of all that is revoked or replaced, signed with the issuer's current key, as a file."""
        key_id = self._signer.prepare(issuer)
        with self._work() as work:
            key = next(own.key for own in work.signing_keys.all() if own.key.key_id == key_id)
            entries = revoked_entries(work.course_certificates.all())
            last = max((known.sequence for known in work.revocation_lists.all()), default=0)
            now = self._clock.now()
            sequence = next_sequence(last, now)
            claims = _claims(key, sequence, now, entries)
            signed = self._keyring.sign_token(key_id, claims, {"typ": LIST_TYPE, "kid": key_id})
            made = RevocationList(key.issuer_id, key_id, key.issuer, sequence, now, entries, signed)
            work.revocation_lists.put(made)
            work.commit()
        self._bus.publish(CredentialsChanged())
        return _file(claims, signed)

    def take_in(self, data: bytes) -> RevocationList:
        """Keep the list of a file when it is newer than the one of the same issuer.

        Raises SharedFileRefused: too_large, not_a_revocation_list, newer_format, altered, unknown_issuer, older.
        """
        content = shared_content(data, FILE_KIND, "not_a_revocation_list", LARGEST_FILE)
        name = content.get("issuer")
        shown_issuer = name if isinstance(name, str) else ""
        with self._work() as work:
            keys: list[OwnKey | TrustedKey] = [*work.signing_keys.all(), *work.trusted_keys.all()]
            read = self._read(content, keys, shown_issuer)
            before = next((known for known in work.revocation_lists.all() if known.issuer_id == read.issuer_id), None)
            if before is not None and before.sequence > read.sequence:
                raise SharedFileRefused("older", read.issuer)
            work.revocation_lists.put(read)
            work.commit()
        self._bus.publish(CredentialsChanged())
        return read

    def _read(self, content: Claims, keys: Sequence[OwnKey | TrustedKey], shown_issuer: str) -> RevocationList:
        token = self._signatures.open_token(str(content.get("signed", "")))
        if token is None or token.header.get("typ") != LIST_TYPE:
            raise SharedFileRefused("altered", shown_issuer)
        key = next((k.key for k in keys if k.key.key_id == token.header.get("kid")), None)
        if key is None:
            raise SharedFileRefused("unknown_issuer", shown_issuer)
        if not self._signatures.token_holds(token, key.public_key):
            raise SharedFileRefused("altered", key.issuer)
        if any(content.get(name) != token.claims.get(name) for name in _FACTS):
            raise SharedFileRefused("altered", key.issuer)
        found = _list_from(token.claims, key, token.text)
        if found is None:
            raise SharedFileRefused("altered", key.issuer)
        return found


def _claims(key: IssuerKey, sequence: int, now: datetime, entries: Sequence[RevokedEntry]) -> dict[str, Any]:
    return {
        "issuer": key.issuer,
        "issuer_id": key.issuer_id,
        "sequence": sequence,
        "made_at": now.isoformat(timespec="seconds"),
        "entries": [{"number": e.number, "on": e.on.isoformat(), "replaced_by": e.replaced_by} for e in entries],
    }


def _file(claims: Claims, signed: str) -> bytes:
    content = {"kind": FILE_KIND, "version": 1, **claims, "signed": signed}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _list_from(claims: Claims, key: IssuerKey, signed: str) -> RevocationList | None:
    """Return the list that signed claims describe; None when the signed is no list, or another issuer's."""
    try:
        entries = tuple(
            RevokedEntry(str(e["number"]), date.fromisoformat(e["on"]), str(e["replaced_by"]))
            for e in claims["entries"]
        )
        made_at = datetime.fromisoformat(claims["made_at"])
        sequence = claims["sequence"]
        issuer_id = KeyId(str(claims["issuer_id"]))
    except (KeyError, TypeError, ValueError):
        return None
    is_sound = made_at.tzinfo is not None and isinstance(sequence, int) and 0 < sequence < 2**62
    if not is_sound or issuer_id != key.issuer_id or len(entries) > MOST_ENTRIES:
        return None
    return RevocationList(issuer_id, key.key_id, key.issuer, sequence, made_at, entries, signed)
