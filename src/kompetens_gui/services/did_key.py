"""An Ed25519 public key as a `did:key`: the name under which badges carry their issuer's key with them."""

from kompetens_gui.domain.credentials.issuers import PUBLIC_KEY_BYTES

START = "did:key:z"
_ED25519 = b"\xed\x01"
_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_LONGEST = 80


def did_key(public_key: bytes) -> str:
    """Return the name of a key.

    >>> did_key(bytes(32))
    'did:key:z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP'
    """
    return START + _base58(_ED25519 + public_key)


def public_key_of(did: str) -> bytes | None:
    """Return the key that a name stands for, with or without a fragment; None when it is none of an Ed25519 key."""
    name = did.partition("#")[0]
    if not name.startswith(START) or len(name) > _LONGEST:
        return None
    data = _from_base58(name.removeprefix(START))
    if data is None or not data.startswith(_ED25519) or len(data) != len(_ED25519) + PUBLIC_KEY_BYTES:
        return None
    return data.removeprefix(_ED25519)


def _base58(data: bytes) -> str:
    number = int.from_bytes(data, "big")
    letters = []
    while number:
        number, digit = divmod(number, 58)
        letters.append(_ALPHABET[digit])
    return "".join(reversed(letters))


def _from_base58(text: str) -> bytes | None:
    number = 0
    for character in text:
        digit = _ALPHABET.find(character)
        if digit < 0:
            return None
        number = number * 58 + digit
    return number.to_bytes((number.bit_length() + 7) // 8, "big")
