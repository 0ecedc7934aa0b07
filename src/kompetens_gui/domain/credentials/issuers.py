"""The keys of those who issue: one's own, and those of others that somebody here has decided to trust."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import NewType

from kompetens_gui.domain.credentials.fingerprint_words import WORDS

KeyId = NewType("KeyId", str)
PUBLIC_KEY_BYTES = 32
_ID_BYTES, _WORD_COUNT, _GROUPS, _GROUP_BYTES = 8, 10, 8, 2


def key_id_of(public_key: bytes) -> KeyId:
    """Return the name of a key: the first eight bytes of its digest as hexadecimal digits."""
    return KeyId(sha256(public_key).digest()[:_ID_BYTES].hex())


@dataclass(frozen=True)
class Fingerprint:
    """A key as two people compare it over the phone: as ten words, or as groups of four hexadecimal digits."""

    words: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def spoken(self) -> str:
        return " ".join(self.words)

    @property
    def hexadecimal(self) -> str:
        return " ".join(self.groups)


def fingerprint_of(public_key: bytes) -> Fingerprint:
    """Return the fingerprint of a public key. The digest is not the one that names the key."""
    digest = sha256(b"kompetens-fingeravtryck\x00" + public_key).digest()
    groups = (digest[i * _GROUP_BYTES : (i + 1) * _GROUP_BYTES].hex() for i in range(_GROUPS))
    return Fingerprint(tuple(WORDS[byte] for byte in digest[:_WORD_COUNT]), tuple(groups))


@dataclass(frozen=True)
class IssuerKey:
    """The public part of a key and what its card says of it.

    `issuer_id` is the issuer's first key: it ties the keys of one issuer together. `follows` is the key this one came
    after; `voucher` is that key's signature on this one, empty when it had been lost. `card` is the signed card.
    """

    key_id: KeyId
    issuer: str
    public_key: bytes
    made_at: datetime
    issuer_id: KeyId
    follows: KeyId | None = None
    voucher: bytes = b""
    card: str = ""

    @property
    def fingerprint(self) -> Fingerprint:
        return fingerprint_of(self.public_key)


class RetiredBecause(StrEnum):
    """Why a key is no longer used to sign. Only one that was changed as planned vouches for the next."""

    CHANGED = "changed"
    LOST = "lost"
    EXPOSED = "exposed"


@dataclass(frozen=True)
class OwnKey:
    """A key of this copy of the program. A retired one signs nothing more; what it has signed stays checkable."""

    key: IssuerKey
    retired_at: datetime | None = None
    retired_because: RetiredBecause | None = None

    @property
    def is_current(self) -> bool:
        return self.retired_at is None


@dataclass(frozen=True)
class TrustedKey:
    """A key of another issuer that somebody here has decided to trust."""

    key: IssuerKey
    trusted_at: datetime


class Trust(StrEnum):
    """What a key is to this copy of the program."""

    OWN = "own"
    TRUSTED = "trusted"
    UNKNOWN = "unknown"


def plain_name(name: str) -> str:
    """Return an issuer's name as it is compared."""
    return " ".join(name.split()).casefold()


def current_key(keys: Iterable[OwnKey], issuer: str) -> OwnKey | None:
    """Return the key that an issuer signs with now; the newest, should there be several."""
    mine = [k for k in keys if k.is_current and plain_name(k.key.issuer) == plain_name(issuer)]
    return max(mine, key=lambda k: (k.key.made_at, k.key.key_id), default=None)
