"""Bytes of a content file to text: UTF-8 only, no invisible characters that make two equal-looking words differ."""

import re
import unicodedata

from kompetens_gui.domain.errors import ContentInvalid, ContentProblem

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_MAX_REPORTED = 20
_SWEDISH = "åäöÅÄÖéÉ–”’"
_OTHER_ENCODINGS = (
    ("cp1252", "Windows-1252 (ANSI)"),
    ("mac_roman", "Mac Roman"),
    ("cp850", "DOS (CP850)"),
)
_SAVE_AS_UTF8 = "Öppna filen i en textredigerare och spara den som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8)."


def decode(data: bytes, path: str) -> str:
    """Return the text with line feeds only and letters composed (NFC), or raise ContentInvalid."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(data):
        raise _invalid(path, 1, "Filen är sparad som UTF-16.", _SAVE_AS_UTF8)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"Filen är inte sparad som UTF-8. Den ser ut att vara {_guess(data)}."
        raise _invalid(path, line, what, _SAVE_AS_UTF8) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise _invalid(path, 1, "Filen är tom.", "Fyll i innehållet eller ta bort filen.")
    _refuse_invisible(text, path)
    return unicodedata.normalize("NFC", text)


def _invalid(path: str, line: int, what: str, advice: str) -> ContentInvalid:
    return ContentInvalid((ContentProblem(path, line, what, advice),))


def _looks_like_utf16(data: bytes) -> bool:
    """Every other byte zero at the start: UTF-16 without a mark."""
    head = data[:64]
    return len(head) >= 4 and (not any(head[1::2]) or not any(head[::2]))


def _guess(data: bytes) -> str:
    """Name the encoding in which the bytes beyond ASCII most often become Swedish letters."""
    sample = bytes(b for b in data[:200_000] if b >= 0x80)
    scores = []
    for codec, name in _OTHER_ENCODINGS:
        text = sample.decode(codec, errors="replace")
        scores.append((sum(text.count(letter) for letter in _SWEDISH), name))
    best_score, best_name = max(scores, key=lambda pair: pair[0])
    return best_name if best_score else "i en okänd teckenkodning"


def _refuse_invisible(text: str, path: str) -> None:
    problems = []
    for number, line in enumerate(text.split("\n"), start=1):
        found = FORBIDDEN.search(line)
        if found:
            what = f"Raden innehåller ett osynligt styrtecken (U+{ord(found[0]):04X})."
            advice = (
                f"Ta bort tecknet efter ”{line[max(0, found.start() - 15) : found.start()]}”, eller skriv om raden."
            )
            problems.append(ContentProblem(path, number, what, advice, found.start() + 1))
        elif "\t" in line:
            what = "Raden innehåller en tabb."
            advice = "Byt tabben mot blanksteg: indrag görs alltid med blanksteg i YAML."
            problems.append(ContentProblem(path, number, what, advice, line.index("\t") + 1))
        if len(problems) == _MAX_REPORTED:
            break
    if problems:
        raise ContentInvalid(tuple(problems))
