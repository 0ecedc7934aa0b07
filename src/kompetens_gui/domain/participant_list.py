"""Reading a list of participants as people have it: typed, pasted from a mail or a sheet, or a CSV file from Excel.

Every line gives a participant or a remark; nothing is dropped in silence. Columns are name, role, unit, e-mail and sex,
with or without a heading row.
"""

import csv
import io
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
ROLE_WORDS: Mapping[str, Role] = {
    "läkare": Role.PHYSICIAN,
    "specialistläkare": Role.PHYSICIAN,
    "distriktsläkare": Role.PHYSICIAN,
    "överläkare": Role.PHYSICIAN,
    "allmänläkare": Role.PHYSICIAN,
    "st-läkare": Role.RESIDENT_PHYSICIAN,
    "at-läkare": Role.RESIDENT_PHYSICIAN,
    "bt-läkare": Role.RESIDENT_PHYSICIAN,
    "underläkare": Role.RESIDENT_PHYSICIAN,
    "st": Role.RESIDENT_PHYSICIAN,
    "at": Role.RESIDENT_PHYSICIAN,
    "rehabkoordinator": Role.REHAB_COORDINATOR,
    "rehabiliteringskoordinator": Role.REHAB_COORDINATOR,
    "koordinator": Role.REHAB_COORDINATOR,
    "handläggare": Role.CASE_OFFICER,
    "fk-handläggare": Role.CASE_OFFICER,
    "fmr": Role.INSURANCE_MEDICINE_ADVISER,
    "försäkringsmedicinsk rådgivare": Role.INSURANCE_MEDICINE_ADVISER,
    "specialist": Role.SPECIALIST,
    "distriktssköterska": Role.DISTRICT_NURSE,
    "dsk": Role.DISTRICT_NURSE,
    "sjuksköterska": Role.DISTRICT_NURSE,
    "ssk": Role.DISTRICT_NURSE,
    "fysioterapeut": Role.ALLIED_HEALTH_PROFESSIONAL,
    "arbetsterapeut": Role.ALLIED_HEALTH_PROFESSIONAL,
    "kurator": Role.ALLIED_HEALTH_PROFESSIONAL,
    "psykolog": Role.PSYCHOLOGIST,
    "psykoterapeut": Role.PSYCHOLOGIST,
    "chef": Role.MANAGER,
    "enhetschef": Role.MANAGER,
    "verksamhetschef": Role.MANAGER,
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
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")
    if len(lines) > MOST_LINES:
        raise ParticipantListInvalid("too_long", MOST_LINES)
    rows = [(number, cells) for number, cells in _rows(lines) if any(c.strip() for c in cells)]
    if not rows:
        raise ParticipantListInvalid("empty")
    columns = _headings(rows[0][1])
    if columns is not None:
        rows = rows[1:]
        if not rows:
            raise ParticipantListInvalid("only_headings", 1)
    return _collect(rows, columns)


def _rows(lines: list[str]) -> Iterable[tuple[int, list[str]]]:
    delimiter = _delimiter(lines)
    for number, line in enumerate(lines, 1):
        clean = "".join(c for c in line if c.isprintable() or c == "\t")
        if clean.strip().lower() in ("sep=;", "sep=,"):
            continue
        if delimiter is None:
            yield number, _loose_cells(clean)
        else:
            yield number, next(csv.reader(io.StringIO(clean), delimiter=delimiter), [])


def _delimiter(lines: list[str]) -> str | None:
    for candidate in (";", "\t"):
        if any(candidate in line for line in lines):
            return candidate
    first = next((line for line in lines if line.strip()), "")
    cells = [c.strip().lower() for c in first.split(",")]
    return "," if len(cells) > 1 and all(c in HEADINGS for c in cells) else None


def _loose_cells(line: str) -> list[str]:
    """Split "Anna Ek, läkare" at a comma only when what follows is a role: names are written with commas too."""
    head, comma, tail = line.partition(",")
    first, _, rest = tail.partition(",")
    if comma and role_of(first) is not None:
        return [head, first, rest]
    return [line]


def _headings(cells: list[str]) -> list[str] | None:
    names = [HEADINGS.get(c.strip().lower().rstrip(":"), "") for c in cells]
    return names if "name" in names or ("given" in names and "family" in names) else None


def role_of(word: str) -> Role | None:
    """Return the role a Swedish word means, None when it is not one we know."""
    return ROLE_WORDS.get(word.strip().lower().rstrip("."))


def _collect(rows: list[tuple[int, list[str]]], columns: list[str] | None) -> ParticipantList:
    found: list[ListedParticipant] = []
    skipped: list[SkippedLine] = []
    seen: set[tuple[str, str]] = set()
    for number, cells in rows:
        values = dict(zip(columns or ["name", "role", "unit", "email", "sex"], cells, strict=False))
        participant = _participant(number, {k: v.strip() for k, v in values.items() if k})
        text = " ".join(c.strip() for c in cells).strip()
        key = (participant.name.casefold(), participant.unit.casefold())
        if not participant.name:
            skipped.append(SkippedLine(number, text, LineRemark.NO_NAME))
        elif len(participant.name) > LONGEST_NAME:
            skipped.append(SkippedLine(number, text[:LONGEST_NAME], LineRemark.NAME_TOO_LONG))
        elif key in seen:
            skipped.append(SkippedLine(number, text, LineRemark.DUPLICATE))
        else:
            seen.add(key)
            found.append(participant)
    return ParticipantList(tuple(found), tuple(skipped))


def _participant(number: int, values: Mapping[str, str]) -> ListedParticipant:
    name = values.get("name") or f"{values.get('given', '')} {values.get('family', '')}"
    name = " ".join(name.split())
    if name.count(",") == 1:
        family, given = name.split(",")
        name = f"{given.strip()} {family.strip()}".strip()
    role_word = values.get("role", "")
    role = role_of(role_word)
    remarks = []
    if role_word and role is None:
        remarks.append(LineRemark.ROLE_UNKNOWN)
    if "\ufffd" in name:
        remarks.append(LineRemark.ODD_CHARACTERS)
    sex = SEX_WORDS.get(values.get("sex", "").lower())
    return ListedParticipant(number, name, role, values.get("unit", ""), values.get("email", ""), sex, tuple(remarks))
