"""Ed25519 with the library: keys as PEM, signatures on bytes."""

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from kompetens_gui.domain.errors import SigningKeyRefused

ENCRYPTED = b"BEGIN ENCRYPTED PRIVATE KEY"


def new_key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.generate()


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """Return the public part, 32 bytes."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def to_pem(key: Ed25519PrivateKey, passphrase: str) -> bytes:
    """Return the private key as PEM, under a passphrase unless it is empty."""
    hidden = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, hidden)


def from_pem(pem: bytes, passphrase: str) -> Ed25519PrivateKey:
    """Return the key that `to_pem` wrote. Raises SigningKeyRefused with wrong_passphrase, locked or damaged."""
    is_protected = ENCRYPTED in pem
    if is_protected and not passphrase:
        raise SigningKeyRefused("locked")
    try:
        key = load_pem_private_key(pem, passphrase.encode() if is_protected else None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        # The library says the same of a wrong passphrase as of a file that has been damaged behind one.
        raise SigningKeyRefused("wrong_passphrase" if is_protected else "damaged") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SigningKeyRefused("damaged")
    return key


def holds(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a signature is the key's own on the message."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def loaded_public(public_key: bytes) -> Ed25519PublicKey | None:
    """Return a public key for the library; None when the bytes are none."""
    try:
        return Ed25519PublicKey.from_public_bytes(public_key)
    except ValueError:
        return None
