"""What somebody hands in to be checked, sorted: a PDF, a text, or a token within one of the shapes a badge comes in."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from kompetens_gui.domain.credentials.verification import VerificationNote
from kompetens_gui.services.open_badges import BADGE_TYPES

LARGEST_FILE, LONGEST_TEXT = 30_000_000, 2_000_000
_PDF, _PDF_BEGINS_WITHIN = b"%PDF-", 1024
_ENVELOPE = "data:application/vc+jwt,"
_UNSIGNED_CODE = "Kursintyg "
_MARKS = (("utf-8-sig", b""), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))


@dataclass(frozen=True)
class HandedIn:
    """One of the parts is filled, or none; `notes` say why there is nothing to check."""

    text: str = ""
    token: str = ""
    pdf: bytes = b""
    notes: tuple[VerificationNote, ...] = ()


def handed_in(data: str | bytes) -> HandedIn:
    """Sort what was handed in. Never raises."""
    if isinstance(data, bytes):
        if len(data) > LARGEST_FILE:
            return HandedIn(notes=(VerificationNote.TOO_LARGE,))
        if _PDF in data[:_PDF_BEGINS_WITHIN]:
            return HandedIn(pdf=data)
        data = _decoded(data)
    if len(data) > LONGEST_TEXT:
        return HandedIn(notes=(VerificationNote.TOO_LARGE,))
    text = data.strip()
    if text.startswith("{"):
        return _json(text)
    token = "".join(text.split()) if text.count(".") == 2 else ""
    notes = (VerificationNote.UNSIGNED_CODE,) if text.startswith(_UNSIGNED_CODE) else ()
    return HandedIn(text=text, token=token, notes=notes)


def _decoded(data: bytes) -> str:
    for encoding, mark in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return ""


def _json(text: str) -> HandedIn:
    """Return what a JSON file holds: a token in an envelope, or a copy to read that nobody has signed."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return HandedIn(text=text)
    if not isinstance(content, Mapping):
        return HandedIn()
    envelope = content.get("id")
    if isinstance(envelope, str) and envelope.startswith(_ENVELOPE):
        return HandedIn(token=envelope.removeprefix(_ENVELOPE))
    types = content.get("type")
    shown = {t for t in types if isinstance(t, str)} if isinstance(types, list) else {types}
    return HandedIn(notes=(VerificationNote.UNSIGNED_COPY,) if BADGE_TYPES & shown else ())
