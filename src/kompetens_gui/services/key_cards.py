"""The card of a key: what an issuer hands out so that others can check. Signed by the key itself, as a JSON Web Token.

A file of cards is JSON that people can read, with the signed card beside the readable words. The words must agree with
what is signed, or the file is refused.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from kompetens_gui.domain.credentials.issuers import (
    PUBLIC_KEY_BYTES,
    IssuerKey,
    KeyId,
    key_id_of,
)
from kompetens_gui.domain.errors import SharedFileRefused
from kompetens_gui.services.credential_ports import Claims, Signatures

CARD_TYPE = "kompetens-nyckel+jwt"
FILE_KIND = "kompetens-nycklar"
LARGEST_FILE, MOST_CARDS, LONGEST_NAME = 2_000_000, 500, 1000
_VOUCHED_AS = b"kompetens-nyckelbyte\x00"


def voucher_message(public_key: bytes) -> bytes:
    """Return what an issuer's earlier key signs to say that a new key is the same issuer's."""
    return _VOUCHED_AS + public_key


def card_claims(key: IssuerKey) -> Claims:
    """Return what stands on the card."""
    return {
        "issuer": key.issuer,
        "issuer_id": key.issuer_id,
        "key_id": key.key_id,
        "public_key": _to_text(key.public_key),
        "made_at": key.made_at.isoformat(timespec="seconds"),
        "follows": key.follows,
        "voucher": _to_text(key.voucher),
    }


def card_header(key_id: KeyId) -> Claims:
    return {"typ": CARD_TYPE, "kid": key_id}


def read_card(text: str, signatures: Signatures) -> IssuerKey | None:
    """Return the key that a card shows, when the key has signed the card; else None."""
    token = signatures.open_token(text)
    if token is None or token.header.get("typ") != CARD_TYPE:
        return None
    key = _key_from(token.claims, text)
    return key if key is not None and signatures.token_holds(token, key.public_key) else None


def cards_file(keys: Iterable[IssuerKey]) -> bytes:
    """Return a file with cards; with one card it is what an issuer hands out, with more it is a list to share."""
    shown = [
        {
            "issuer": k.issuer,
            "key_id": k.key_id,
            "made_at": k.made_at.isoformat(timespec="seconds"),
            "fingerprint": k.fingerprint.hexadecimal,
            "fingerprint_words": k.fingerprint.spoken,
            "signed": k.card,
        }
        for k in keys
        if k.card
    ]
    text = json.dumps({"kind": FILE_KIND, "version": 1, "keys": shown}, ensure_ascii=False, indent=2)
    return (text + "\n").encode()


def read_cards(data: bytes, signatures: Signatures) -> tuple[IssuerKey, ...]:
    """Return the keys of a file. Raises SharedFileRefused: too_large, not_a_key_list, newer_format, altered."""
    content = shared_content(data, FILE_KIND, "not_a_key_list", LARGEST_FILE)
    shown = content.get("keys")
    if not isinstance(shown, list) or not 0 < len(shown) <= MOST_CARDS:
        raise SharedFileRefused("not_a_key_list")
    return tuple(_checked(one, signatures) for one in shown)


def shared_content(data: bytes, kind: str, otherwise: str, largest: int) -> Mapping[str, Any]:
    """Return the JSON of a file of ours. Raises SharedFileRefused with too_large, `otherwise` or newer_format."""
    if len(data) > largest:
        raise SharedFileRefused("too_large")
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SharedFileRefused(otherwise) from error
    if not isinstance(content, dict) or content.get("kind") != kind:
        raise SharedFileRefused(otherwise)
    if content.get("version") != 1:
        raise SharedFileRefused("newer_format")
    return content


def _checked(shown: object, signatures: Signatures) -> IssuerKey:
    words = shown if isinstance(shown, dict) else {}
    key = read_card(str(words.get("signed", "")), signatures)
    name = words.get("issuer")
    if key is None or name != key.issuer or words.get("key_id") != key.key_id:
        raise SharedFileRefused("altered", name if isinstance(name, str) else "")
    read_out = (words.get("fingerprint"), words.get("fingerprint_words"))
    if read_out != (key.fingerprint.hexadecimal, key.fingerprint.spoken):
        raise SharedFileRefused("altered", key.issuer)
    return key


def _key_from(claims: Claims, card: str) -> IssuerKey | None:
    try:
        public = from_text(claims["public_key"])
        follows = claims["follows"]
        made_at = datetime.fromisoformat(claims["made_at"])
        key = IssuerKey(
            key_id=KeyId(str(claims["key_id"])),
            issuer=str(claims["issuer"]),
            public_key=public,
            made_at=made_at,
            issuer_id=KeyId(str(claims["issuer_id"])),
            follows=None if follows is None else KeyId(str(follows)),
            voucher=from_text(claims["voucher"]),
            card=card,
        )
    except (KeyError, TypeError, ValueError):
        return None
    is_sound = len(public) == PUBLIC_KEY_BYTES and key.key_id == key_id_of(public) and made_at.tzinfo is not None
    return key if is_sound and len(key.issuer.strip()) > 0 and len(key.issuer) <= LONGEST_NAME else None


def _to_text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def from_text(text: object) -> bytes:
    """Return bytes from their text in a card or a key; ValueError when it is none."""
    if not isinstance(text, str):
        raise ValueError(text)
    try:
        return urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("base64") from error
