"""What the services of signed course certificates need of the world outside: keys, signatures, stores, readers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.issuers import KeyId, OwnKey, TrustedKey
from kompetens_gui.domain.credentials.revocation import RevocationList

Claims = Mapping[str, Any]


class KeyState(StrEnum):
    """What can be done with the private part of a key."""

    READY = "ready"
    LOCKED = "locked"
    MISSING = "missing"
    DAMAGED = "damaged"


class Keyring(Protocol):
    """The private keys on this machine, one file each, by the name of the key.

    What needs a private key raises SigningKeyRefused (locked, missing, damaged, wrong_passphrase).
    """

    def make(self, passphrase: str = "") -> bytes:
        """Make a key, write its file and return the public part. Raises FileNotWritten or DiskFull."""

    def state(self, key_id: KeyId) -> KeyState: ...

    def is_protected(self, key_id: KeyId) -> bool:
        """Whether the file asks for a passphrase."""

    def unlock(self, key_id: KeyId, passphrase: str) -> None:
        """Hold a protected key open until the program ends or `lock` is called."""

    def lock(self, key_id: KeyId) -> None: ...

    def protect(self, key_id: KeyId, passphrase: str) -> None:
        """Write the file anew with another passphrase; with an empty one it is no longer protected."""

    def sign(self, key_id: KeyId, message: bytes) -> bytes: ...

    def sign_token(self, key_id: KeyId, claims: Claims, header: Claims) -> str:
        """Return a JSON Web Token signed with the key."""

    def exported(self, key_id: KeyId, passphrase: str) -> str:
        """Return the private key under a passphrase of its own, as text to be kept elsewhere."""

    def restored(self, text: str, passphrase: str, protected_by: str = "") -> bytes:
        """Write a key that was exported as a file of this machine; returns its public part."""

    def remove(self, key_id: KeyId) -> None:
        """Remove the file and its card; one that is gone already is no fault."""

    def keep_card(self, key_id: KeyId, card: str) -> None:
        """Keep the card of a key beside it, for a database that is older than the key."""

    def cards(self) -> Sequence[str]:
        """Return the cards that lie beside keys."""


@dataclass(frozen=True)
class OpenedToken:
    """A JSON Web Token taken apart. Nothing in it is to be believed before its signature has been checked."""

    text: str
    header: Claims
    claims: Claims

    @property
    def algorithm(self) -> str:
        return str(self.header.get("alg", ""))


class Signatures(Protocol):
    """Checks signatures. Never raises, whatever it is given."""

    def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool: ...

    def open_token(self, text: str) -> OpenedToken | None:
        """Take a token apart; None when it is none."""

    def token_holds(self, token: OpenedToken, public_key: bytes) -> bool:
        """Whether a token is signed with the key, with the one algorithm we use."""


@dataclass(frozen=True)
class PaperContents:
    """What could be read of a PDF: the codes that it carries, and the text of each page."""

    codes: tuple[str, ...]
    pages: tuple[str, ...]


class PaperReader(Protocol):
    """Reads our papers back. Never raises, whatever it is given."""

    def read(self, pdf: bytes) -> PaperContents: ...


class SigningKeyStore(Protocol):
    """The public parts of own keys, within one unit of work."""

    def all(self) -> Sequence[OwnKey]:
        """Return all, oldest first."""

    def put(self, key: OwnKey) -> None:
        """Write one, new or changed."""


class TrustedKeyStore(Protocol):
    """Keys of others that are trusted."""

    def all(self) -> Sequence[TrustedKey]:
        """Return all, by issuer and then oldest first."""

    def put(self, key: TrustedKey) -> None: ...

    def remove(self, key_id: KeyId) -> None:
        """Remove one, or raise NotFound."""


class RevocationListStore(Protocol):
    """The newest list of each issuer, own ones too."""

    def all(self) -> Sequence[RevocationList]: ...

    def put(self, newest: RevocationList) -> None:
        """Write a list in the place of an earlier one of the same issuer."""


class CodeSigner(Protocol):
    """Signs course certificates as they are issued."""

    def prepare(self, issuer: str) -> KeyId:
        """Return the key an issuer signs with, made when there is none; SigningKeyRefused when it cannot sign."""

    def code(self, course_certificate: CourseCertificate, key_id: KeyId) -> str:
        """Return the signed text of the certificate's QR code."""
