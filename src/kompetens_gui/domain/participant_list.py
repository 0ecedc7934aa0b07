"""Reading a list of participants as people have it: typed, pasted from a mail or a sheet, or a CSV file from Excel.

Every line gives a participant or a remark; nothing is dropped in silence. Columns are name, role, unit, e-mail and sex,
with or without a heading row.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import ParticipantListInvalid
from kompetens_gui.domain.workshop.plan import Role

MOST_LINES = 2000
LONGEST_NAME = 120

HEADINGS: Mapping[str, str] = {
    "namn": "name",
    "name": "name",
    "deltagare": "name",
    "förnamn": "given",
    "fornamn": "given",
    "efternamn": "family",
    "roll": "role",
    "yrke": "role",
    "profession": "role",
    "befattning": "role",
    "titel": "role",
    "enhet": "unit",
    "vårdenhet": "unit",
    "arbetsplats": "unit",
    "e-post": "email",
    "epost": "email",
    "mejl": "email",
    "mail": "email",
    "email": "email",
    "e-postadress": "email",
    "kön": "sex",
}
# Words as `_squashed` leaves them: no spaces, hyphens or full stops, so that "ST läkare" and "St.-läkare" are one.
ROLE_WORDS: Mapping[str, Role] = {
    "läkare": Role.PHYSICIAN,
    "läk": Role.PHYSICIAN,
    "specialistläkare": Role.PHYSICIAN,
    "distriktsläkare": Role.PHYSICIAN,
    "överläkare": Role.PHYSICIAN,
    "allmänläkare": Role.PHYSICIAN,
    "företagsläkare": Role.PHYSICIAN,
    "specialistiallmänmedicin": Role.PHYSICIAN,
    "stläkare": Role.RESIDENT_PHYSICIAN,
    "atläkare": Role.RESIDENT_PHYSICIAN,
    "btläkare": Role.RESIDENT_PHYSICIAN,
    "stelleratläkare": Role.RESIDENT_PHYSICIAN,
    "underläkare": Role.RESIDENT_PHYSICIAN,
    "st": Role.RESIDENT_PHYSICIAN,
    "at": Role.RESIDENT_PHYSICIAN,
    "bt": Role.RESIDENT_PHYSICIAN,
    "rehabkoordinator": Role.REHAB_COORDINATOR,
    "rehabiliteringskoordinator": Role.REHAB_COORDINATOR,
    "koordinator": Role.REHAB_COORDINATOR,
    "rehabko": Role.REHAB_COORDINATOR,
    "handläggare": Role.CASE_OFFICER,
    "fkhandläggare": Role.CASE_OFFICER,
    "försäkringsutredare": Role.CASE_OFFICER,
    "fmr": Role.INSURANCE_MEDICINE_ADVISER,
    "försäkringsmedicinskrådgivare": Role.INSURANCE_MEDICINE_ADVISER,
    "specialist": Role.SPECIALIST,
    "distriktssköterska": Role.DISTRICT_NURSE,
    "dsk": Role.DISTRICT_NURSE,
    "sjuksköterska": Role.DISTRICT_NURSE,
    "ssk": Role.DISTRICT_NURSE,
    "fysioterapeut": Role.ALLIED_HEALTH_PROFESSIONAL,
    "sjukgymnast": Role.ALLIED_HEALTH_PROFESSIONAL,
    "arbetsterapeut": Role.ALLIED_HEALTH_PROFESSIONAL,
    "dietist": Role.ALLIED_HEALTH_PROFESSIONAL,
    "logoped": Role.ALLIED_HEALTH_PROFESSIONAL,
    "kurator": Role.ALLIED_HEALTH_PROFESSIONAL,
    "annanvårdprofession": Role.ALLIED_HEALTH_PROFESSIONAL,
    "psykolog": Role.PSYCHOLOGIST,
    "psykoterapeut": Role.PSYCHOLOGIST,
    "chef": Role.MANAGER,
    "enhetschef": Role.MANAGER,
    "vårdenhetschef": Role.MANAGER,
    "avdelningschef": Role.MANAGER,
    "verksamhetschef": Role.MANAGER,
    "deltagare": Role.OTHER,
    "övrig": Role.OTHER,
    "annan": Role.OTHER,
}
SEX_WORDS: Mapping[str, Sex] = {"kvinna": Sex.WOMAN, "k": Sex.WOMAN, "man": Sex.MAN, "m": Sex.MAN, "annat": Sex.OTHER}


class LineRemark(StrEnum):
    """What was odd about a line."""

    NO_NAME = "no_name"
    ROLE_UNKNOWN = "role_unknown"
    DUPLICATE = "duplicate"
    NAME_TOO_LONG = "name_too_long"
    ODD_CHARACTERS = "odd_characters"


@dataclass(frozen=True)
class ListedParticipant:
    """A line that was understood. `line` counts from one."""

    line: int
    name: str
    role: Role | None
    unit: str = ""
    email: str = ""
    sex: Sex | None = None
    remarks: tuple[LineRemark, ...] = ()


@dataclass(frozen=True)
class SkippedLine:
    """A line that gave nobody, and why."""

    line: int
    text: str
    remark: LineRemark


@dataclass(frozen=True)
class ParticipantList:
    """What a list gave."""

    participants: tuple[ListedParticipant, ...]
    skipped: tuple[SkippedLine, ...]


def decode(data: bytes) -> str:
    """Return the text of a list file: UTF-8 or UTF-16 with mark, else UTF-8 and Windows-1252 line by line.

    Files glued together from several sources hold both; deciding per line keeps å ä ö right in all of them.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\x00" in data:
        raise ParticipantListInvalid("not_text")
    return "\n".join(_decode_line(line) for line in data.splitlines())


def _decode_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def read_participants(text: str) -> ParticipantList:
    """Read a list. Raises ParticipantListInvalid when it is empty or far too long to be one."""
    lines = _lines(text)
    rows = [(number, cells) for number, cells in _rows(lines) if any(c.strip() for c in cells)]
    if len(rows) > MOST_LINES:
        raise ParticipantListInvalid("too_long", MOST_LINES)
    if not rows:
        raise ParticipantListInvalid("empty")
    first = rows[0]
    if _headings(first[1]) is not None and all(_headings(cells, strict=True) is not None for _, cells in rows[1:]):
        raise ParticipantListInvalid("only_headings", first[0])
    return _collect(rows)


def _lines(text: str) -> list[str]:
    """Return the lines with nothing in them but what can be read; a letter with a loose accent becomes one letter."""
    lines = _LINE_ENDS.split(unicodedata.normalize("NFC", text))
    return ["".join(_readable(c) for c in line) for line in lines]


# Soft line breaks of word processors count too; Python's own list of line ends would split at more than people do.
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def _readable(character: str) -> str:
    if character.isprintable() or character == "\t":
        return character
    # Hard and narrow spaces come along from web pages and word processors.
    return " " if unicodedata.category(character) == "Zs" else ""


def _rows(lines: list[str]) -> Iterable[tuple[int, list[str]]]:
    """Yield line number and cells. A line of addresses from a mail program gives one row for each person."""
    delimiter = _delimiter(lines)
    for number, line in enumerate(lines, 1):
        if line.strip().lower() in ("sep=;", "sep=,"):
            continue
        addressed = _addressed(line)
        if addressed:
            yield from ((number, [one]) for one in addressed)
        elif delimiter is None:
            yield number, _loose_cells(_BULLET.sub("", line))
        else:
            yield number, _cells(line, delimiter)


_BULLET = re.compile(r"^\s*(?:[-–•*·]|\d{1,3}[.)])\s+")


def _addressed(line: str) -> list[str]:
    """Return the pieces of "Anna Ek <anna@region.se>; Bo Alm <bo@region.se>", nothing when the line is another."""
    for divider in (";", ","):
        pieces = [piece.strip() for piece in line.split(divider) if piece.strip()]
        if len(pieces) > 1 and all(_without_address(piece)[1] for piece in pieces):
            return pieces
    return []


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(line), delimiter=delimiter), [])
    except csv.Error:
        # A cell longer than the reader takes is no name anyway; it is told of as one line.
        return [line]


def _delimiter(lines: list[str]) -> str | None:
    """Return what most lines are divided by, semicolon when in doubt; commas only when the headings have them."""
    counted = {candidate: sum(candidate in line for line in lines) for candidate in (";", "\t")}
    best = max(counted, key=lambda candidate: counted[candidate])
    if counted[best]:
        return best
    cells = next((line for line in lines if line.strip()), "").split(",")
    return "," if len(cells) > 1 and _headings(cells) is not None else None


def _loose_cells(line: str) -> list[str]:
    """Split "Anna Ek, läkare" at a comma only when what follows is a role: names are written with commas too."""
    pieces = line.split(",")
    at = next((i for i, piece in enumerate(pieces) if i and role_of(piece) is not None), None)
    if at is None:
        return [line]
    return [",".join(pieces[:at]), pieces[at], ",".join(pieces[at + 1 :])]


def _headings(cells: list[str], *, strict: bool = False) -> list[str] | None:
    """Return the column names when the row is one of headings; strictly when every word of it must be a heading.

    "Deltagare" is a heading only where it comes first: in "Anna Ek;Deltagare" it is what Anna is.
    """
    words = [c.strip().lower().rstrip(":") for c in cells]
    names = [HEADINGS.get(word, "") for word in words]
    if strict and any(word not in HEADINGS for word in words if word):
        return None
    first = next((word for word in words if word), "")
    told = {name for name, word in zip(names, words, strict=True) if word != "deltagare" or word == first}
    return names if "name" in told or {"given", "family"} <= told else None


def role_of(word: str) -> Role | None:
    """Return the role a Swedish word means, None when it is not one we know."""
    squashed = _squashed(word)
    return ROLE_WORDS.get(squashed) or ROLE_WORDS.get(squashed.removeprefix("leg"))


def _squashed(word: str) -> str:
    return re.sub(r"[\s.\-‐‑–]", "", unicodedata.normalize("NFC", word).lower())


def _collect(rows: list[tuple[int, list[str]]]) -> ParticipantList:
    found: list[ListedParticipant] = []
    skipped: list[SkippedLine] = []
    seen: set[tuple[str, str]] = set()
    columns = ["name", "role", "unit", "email", "sex"]
    for position, (number, cells) in enumerate(rows):
        headings = _headings(cells, strict=position > 0)
        if headings is not None:
            columns = headings
            continue
        participant = _participant(number, _values(columns, cells))
        text = " ".join(c.strip() for c in cells).strip()[:LONGEST_NAME]
        key = (participant.name.casefold(), participant.unit.casefold())
        if not participant.name:
            skipped.append(SkippedLine(number, text, LineRemark.NO_NAME))
        elif len(participant.name) > LONGEST_NAME:
            skipped.append(SkippedLine(number, text, LineRemark.NAME_TOO_LONG))
        elif key in seen:
            skipped.append(SkippedLine(number, text, LineRemark.DUPLICATE))
        else:
            seen.add(key)
            found.append(participant)
    return ParticipantList(tuple(found), tuple(skipped))


def _values(columns: list[str], cells: list[str]) -> Mapping[str, str]:
    """Return the cells by column; when two columns mean the same, the first that holds something counts."""
    values: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column and not values.get(column):
            values[column] = cell.strip()
    return values


def _participant(number: int, values: Mapping[str, str]) -> ListedParticipant:
    name = values.get("name") or f"{values.get('given', '')} {values.get('family', '')}"
    name, email = _without_address(name)
    name = " ".join(name.split())
    if name.count(",") == 1:
        family, given = name.split(",")
        name = f"{given.strip()} {family.strip()}".strip()
    role_word = values.get("role", "")
    role = role_of(role_word)
    unit = " ".join(values.get("unit", "").split())
    remarks = []
    if role_word and role is None:
        remarks.append(LineRemark.ROLE_UNKNOWN)
    if "\ufffd" in name + unit:
        remarks.append(LineRemark.ODD_CHARACTERS)
    sex = SEX_WORDS.get(values.get("sex", "").lower())
    return ListedParticipant(number, name, role, unit, values.get("email") or email, sex, tuple(remarks))


def _without_address(name: str) -> tuple[str, str]:
    """Divide "Anna Ek <anna.ek@region.se>" into the name and the address."""
    found = re.fullmatch(r"(.*?)<([^<>\s@]+@[^<>\s@]+)>\s*", name)
    return (found[1], found[2]) if found else (name, "")
