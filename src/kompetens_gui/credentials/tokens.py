"""JSON Web Tokens with the library: EdDSA and nothing else, whatever a token itself says it wants."""

import binascii
import json
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kompetens_gui.credentials.ed25519 import loaded_public
from kompetens_gui.services.credential_ports import OpenedToken

if TYPE_CHECKING:
    from jwt.types import Options

ALGORITHM = "EdDSA"
LONGEST_TOKEN = 300_000
_PARTS = 3
# Whether a time has come or passed is judged elsewhere, with more to go by than the token.
_ONLY_THE_SIGNATURE: "Options" = {
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_sub": False,
    "verify_jti": False,
}


def signed_token(key: Ed25519PrivateKey, claims: Mapping[str, Any], header: Mapping[str, Any]) -> str:
    return jwt.encode(dict(claims), key, algorithm=ALGORITHM, headers=dict(header))


def opened(text: str) -> OpenedToken | None:
    """Take a token apart without believing it; None for what is no token."""
    parts = text.split(".") if len(text) <= LONGEST_TOKEN else []
    if len(parts) != _PARTS:
        return None
    header, claims = (_object(part) for part in parts[:2])
    return None if header is None or claims is None else OpenedToken(text, header, claims)


def token_holds(token: OpenedToken, public_key: bytes) -> bool:
    """Whether the token is signed with the key."""
    key = loaded_public(public_key)
    if key is None or token.algorithm != ALGORITHM:
        return False
    try:
        jwt.decode(token.text, key, algorithms=[ALGORITHM], options=_ONLY_THE_SIGNATURE)
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        return False
    return True


def _object(part: str) -> Mapping[str, Any] | None:
    try:
        data = urlsafe_b64decode(part.encode("ascii") + b"=" * (-len(part) % 4))
        found = json.loads(data)
    except (ValueError, binascii.Error, RecursionError):
        return None
    return found if isinstance(found, dict) else None
