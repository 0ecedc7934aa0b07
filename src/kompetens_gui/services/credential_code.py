"""The signed text of a QR code: `KI1:` and then key id, signature and facts in letters that a QR code packs densely.

The facts are a list in compact JSON, deflated. Bytes become text in base 43: the alphabet of a QR code's alphanumeric
mode without the space and the per cent sign, which do not survive being pasted. Facts that do not fit are shortened,
the longest text first, so that the code never grows beyond what can be scanned from paper.
"""

import json
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from kompetens_gui.domain.course_certificate import CourseCertificateKind
from kompetens_gui.domain.credentials.facts import ELLIPSIS, CredentialFacts
from kompetens_gui.domain.credentials.issuers import KeyId

PREFIX = "KI1:"
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-./:"
CODE = re.compile(r"KI(\d{1,3}):([0-9A-Z$*+\-./:]*)")
KEY_BYTES, SIGNATURE_BYTES, MOST_FACTS = 8, 64, 206
MOST_CHARACTERS = 1000
MOST_INFLATED = 16_384
LONGEST_TEXT, MOST_AREAS = 200, 40
_MARK = b"\x01"  # keeps leading zeros through the change of base
_SIGNED_AS = b"kompetens-kursintyg\x00\x01"
_DAY_ZERO = date(2000, 1, 1)
_KINDS = {CourseCertificateKind.ATTENDANCE: "d", CourseCertificateKind.COMPLETION: "g"}
_DIGITS = {character: value for value, character in enumerate(ALPHABET)}
_AREA = re.compile(r"K(\d\d)")


class CodeUnreadable(ValueError):
    """A text that begins as a code does not go on as one."""


@dataclass(frozen=True)
class SignedCode:
    """A code taken apart. Nothing in it is to be believed before the signature on `message` has been checked."""

    key_id: KeyId
    signature: bytes
    payload: bytes

    @property
    def message(self) -> bytes:
        """Return what is signed; nothing else that a key signs begins so."""
        return message_of(self.key_id, self.payload)

    def facts(self) -> CredentialFacts:
        """Return what it says, or raise CodeUnreadable."""
        return _facts_from(self.payload)


def code_for(facts: CredentialFacts, key_id: KeyId, sign: Callable[[bytes], bytes]) -> str:
    """Return the signed text; `sign` makes the signature on a message."""
    payload = payload_of(facts)
    signature = sign(message_of(key_id, payload))
    return PREFIX + _to_text(bytes.fromhex(key_id) + signature + payload)


def message_of(key_id: KeyId, payload: bytes) -> bytes:
    return _SIGNED_AS + bytes.fromhex(key_id) + payload


def read_code(text: str) -> SignedCode:
    """Take a code of this format apart, or raise CodeUnreadable."""
    if not text.startswith(PREFIX) or len(text) > MOST_CHARACTERS:
        raise CodeUnreadable("prefix")
    data = _to_bytes(text.removeprefix(PREFIX))
    if len(data) <= KEY_BYTES + SIGNATURE_BYTES:
        raise CodeUnreadable("length")
    rest = data[KEY_BYTES:]
    return SignedCode(KeyId(data[:KEY_BYTES].hex()), rest[:SIGNATURE_BYTES], rest[SIGNATURE_BYTES:])


def find_codes(text: str) -> tuple[str, ...]:
    """Return the codes in a text, each once; a code that was wrapped over lines when it was pasted is put together."""
    found = [match.group(0) for match in CODE.finditer(text)]
    joined = "".join(text.split())
    if joined != text and len(joined) <= MOST_CHARACTERS:
        found += [match.group(0) for match in CODE.finditer(joined)]
    return tuple(dict.fromkeys(found))


# ------------------------------------------------------------ facts


def payload_of(facts: CredentialFacts) -> bytes:
    """Return the facts packed, shortened until they fit."""
    facts = _sane(facts)
    while len(packed := _packed(facts)) > MOST_FACTS:
        shorter = _shorter(facts, len(packed) - MOST_FACTS)
        if shorter == facts:
            break
        facts = shorter
    return packed


def _sane(f: CredentialFacts) -> CredentialFacts:
    """Cut what is longer than any text on a certificate should be: what is inflated again has a limit."""
    areas = tuple(_cut(a, LONGEST_TEXT // 4) for a in f.competence_areas[:MOST_AREAS])
    if len(f.competence_areas) > MOST_AREAS:
        areas = (*areas, ELLIPSIS)
    return replace(
        f,
        title=_cut(f.title, LONGEST_TEXT),
        holder=_cut(f.holder, LONGEST_TEXT),
        issuer=_cut(f.issuer, LONGEST_TEXT),
        competence_areas=areas,
    )


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + ELLIPSIS


def _packed(f: CredentialFacts) -> bytes:
    row = [
        f.number,
        _KINDS[f.kind],
        f.title,
        f.holder,
        f.issuer,
        _day(f.issued_on),
        _day(f.first_day),
        _day(f.last_day),
        None if f.valid_until is None else _day(f.valid_until),
        f.minutes,
        _areas_text(f.competence_areas),
        f.path_id,
    ]
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return deflate.compress(text.encode("utf-8", "replace")) + deflate.flush()


def _shorter(f: CredentialFacts, too_much: int) -> CredentialFacts:
    """Return the facts with some of the longest text cut; the holder's name is the last to go."""
    areas = _areas_text(f.competence_areas)
    lengths = {
        "title": _bytes(f.title),
        "issuer": _bytes(f.issuer),
        "competence_areas": _bytes(areas),
        "path_id": _bytes(f.path_id),
        "holder": _bytes(f.holder) // 2,
    }
    longest = max(lengths, key=lambda name: lengths[name])
    if longest == "competence_areas":
        whole = tuple(a for a in f.competence_areas if a != ELLIPSIS)
        return replace(f, competence_areas=(*whole[: len(whole) // 2], ELLIPSIS) if whole else ())
    if longest == "path_id":
        return replace(f, path_id="")
    text: str = getattr(f, longest).removesuffix(ELLIPSIS)
    kept = text[: max(0, len(text) - max(1, too_much // 4))].rstrip()
    cut = kept + ELLIPSIS if kept else ""
    match longest:
        case "title":
            return replace(f, title=cut)
        case "issuer":
            return replace(f, issuer=cut)
    return replace(f, holder=cut)


def _facts_from(payload: bytes) -> CredentialFacts:
    row = _row(payload)
    try:
        number, kind, title, holder, issuer, issued, first, last, until, minutes, areas, path = row
        kinds = {letter: found for found, letter in _KINDS.items()}
        facts = CredentialFacts(
            number=_text(number),
            kind=kinds[_text(kind)],
            title=_text(title),
            holder=_text(holder),
            issuer=_text(issuer),
            issued_on=_date(issued),
            first_day=_date(first),
            last_day=_date(last),
            valid_until=None if until is None else _date(until),
            minutes=_number(minutes),
            competence_areas=_areas(_text(areas)),
            path_id=_text(path),
        )
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise CodeUnreadable("facts") from error
    return facts


def _row(payload: bytes) -> list[Any]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        text = inflate.decompress(payload, MOST_INFLATED)
        if inflate.unconsumed_tail or not inflate.eof or inflate.unused_data:
            raise CodeUnreadable("size")
        row = json.loads(text)
    except (zlib.error, ValueError, RecursionError) as error:
        raise CodeUnreadable("payload") from error
    if not isinstance(row, list):
        raise CodeUnreadable("payload")
    return row


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _day(day: date) -> int:
    return (day - _DAY_ZERO).days


def _date(value: object) -> date:
    return _DAY_ZERO + timedelta(days=_number(value))


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


# ------------------------------------------------------------ competence areas


def _areas_text(areas: tuple[str, ...]) -> str:
    """Return K01, K02, K03, K07 as "1-3,7"; areas of other names as they are, with bars between.

    >>> _areas_text(("K01", "K02", "K03", "K07"))
    '1-3,7'
    """
    numbers = [int(m[1]) for area in areas if (m := _AREA.fullmatch(area))]
    if len(numbers) != len(areas) or numbers != sorted(set(numbers)):
        return "|" + "|".join(area.replace("|", "/") for area in areas)
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _areas(text: str) -> tuple[str, ...]:
    if text.startswith("|"):
        return tuple(text[1:].split("|"))
    found: list[str] = []
    for part in text.split(",") if text else ():
        first, _, last = part.partition("-")
        start, end = int(first), int(last or first)
        if not 0 <= start <= end <= 99:
            raise ValueError(part)
        found += [f"K{number:02d}" for number in range(start, end + 1)]
    return tuple(found)


# ------------------------------------------------------------ base 43


def _to_text(data: bytes) -> str:
    number = int.from_bytes(_MARK + data, "big")
    letters = []
    while number:
        number, digit = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[digit])
    return "".join(reversed(letters))


def _to_bytes(text: str) -> bytes:
    number = 0
    for character in text:
        if character not in _DIGITS:
            raise CodeUnreadable("letters")
        number = number * len(ALPHABET) + _DIGITS[character]
    data = number.to_bytes((number.bit_length() + 7) // 8, "big")
    if not data.startswith(_MARK):
        raise CodeUnreadable("letters")
    return data[len(_MARK) :]
