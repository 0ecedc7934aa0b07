"""Where a person stands in what is stored, row by row, and which rows belong to the same person."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from kompetens_gui.domain.course_certificate import CourseCertificate


class PersonSource(StrEnum):
    """What kind of row holds a name."""

    PLAN = "plan"
    JOINED = "joined"
    FACILITATOR = "facilitator"
    COURSE_CERTIFICATE = "course_certificate"
    COURSE_CERTIFICATE_LEADER = "course_certificate_leader"
    LEARNER = "learner"
    OBSERVER = "observer"
    SIGNER = "signer"


ISSUER = "issuer"
LEADING = (PersonSource.FACILITATOR, PersonSource.COURSE_CERTIFICATE_LEADER)
COLLEAGUES = (PersonSource.OBSERVER, PersonSource.SIGNER)
NAMED_ONLY = (*LEADING, *COLLEAGUES)
CERTIFIED = (PersonSource.COURSE_CERTIFICATE, PersonSource.COURSE_CERTIFICATE_LEADER)


@dataclass(frozen=True)
class PersonRow:
    """A person as one row holds them.

    `key` is the id of the participant, profile, observation or sign-off, or the course certificate's number; `position`
    the leader's place in the plan, or the number of the event with which somebody joined.
    """

    source: PersonSource
    session_id: str
    title: str
    starts_at: datetime | None
    name: str
    role: str = ""
    unit: str = ""
    sex: str = ""
    email: str = ""
    key: str = ""
    position: int = 0
    participant_id: str = ""
    learner_id: str = ""


@dataclass(frozen=True)
class StoredText:
    """Something a person has written.

    `where` is a stable word: plan, note, question, activity, course_certificate, sign_off, group_question. What
    learners write in their exercises is not among them: it is private, and read by nobody on behalf of somebody else.
    """

    session_id: str
    title: str
    starts_at: datetime | None
    where: str
    text: str


class PersonalDataStore(Protocol):
    """Rows about persons, within one unit of work. Course certificates have a store of their own."""

    def rows(self) -> Sequence[PersonRow]:
        """Return everyone in plans and logs, and in the registers of self-study."""

    def texts(self) -> Iterable[StoredText]:
        """Return everything that has been written by hand."""

    def begin_erasing(self) -> None:
        """Keep other writers out until the unit ends, and have what is replaced overwritten in the file."""

    def replace_name(self, row: PersonRow, name: str) -> None:
        """Put another name in a row and clear unit, e-mail and sex. A learner's row goes, with all that hangs on it."""

    def erasures(self) -> int:
        """Return the number of the last entry in the journal of erasures that this database knows of."""

    def set_erasures(self, last: int) -> None:
        """Keep that number."""


def plain(text: str) -> str:
    """Return a name as it is compared: composed, without odd spaces, small letters.

    >>> plain(" Örjan  ÅL ")
    'örjan ål'
    """
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def course_certificate_rows(course_certificate: CourseCertificate) -> list[PersonRow]:
    """Return who stands on a course certificate: its holder, its leaders, and its issuer, who may be a person."""
    c = course_certificate
    held = datetime(c.held_on.year, c.held_on.month, c.held_on.day)

    def row(source: PersonSource, name: str, role: str, unit: str = "", participant: str = "") -> PersonRow:
        return PersonRow(
            source, c.session_id, c.title, held, name, role, unit, key=c.number, participant_id=participant
        )

    leaders = [row(PersonSource.COURSE_CERTIFICATE_LEADER, f.name, f.role.value) for f in c.leaders]
    if c.issuer:
        leaders.append(row(PersonSource.COURSE_CERTIFICATE_LEADER, c.issuer, ISSUER))
    holder = row(PersonSource.COURSE_CERTIFICATE, c.holder, c.holder_role, c.holder_unit, c.participant_id)
    return [replace(holder, learner_id=c.learner_id or ""), *leaders]


def course_certificate_text(course_certificate: CourseCertificate) -> StoredText:
    """Return what was written by hand on a course certificate."""
    c = course_certificate
    held = datetime(c.held_on.year, c.held_on.month, c.held_on.day)
    words = "\n".join((c.title, c.place, c.purpose, c.revoke_reason, *(m.title for m in c.modules)))
    return StoredText(c.session_id, c.title, held, "course_certificate", words)


def marks_of(row: PersonRow) -> tuple[str, ...]:
    """Return what tells whose row it is.

    A participant is told by name and unit together, since two may have the same name, and by the id in a session: a
    course certificate may have been issued anew with a corrected name. A learner is told by the id of the profile in
    the same way. Leaders, observers and those who sign have nothing but a name.
    """
    if row.source in NAMED_ONLY:
        return (f"leader {plain(row.name)}",)
    if row.source == PersonSource.LEARNER:
        return (f"name {plain(row.name)} at {plain(row.unit)}", f"learner {row.key}")
    name = f"name {plain(row.name)} at {plain(row.unit)}"
    if row.learner_id:
        return (name, f"learner {row.learner_id}")
    return (name, f"id {row.participant_id} in {row.session_id}") if row.participant_id else (name,)


def same_person(rows: Iterable[PersonRow]) -> list[tuple[PersonRow, ...]]:
    """Return the rows in groups, one for each person."""
    all_rows = tuple(rows)
    above: dict[str, str] = {}

    def top(mark: str) -> str:
        while (higher := above.setdefault(mark, mark)) != mark:
            above[mark] = above[higher]
            mark = above[mark]
        return mark

    for row in all_rows:
        first, *others = marks_of(row)
        for other in others:
            above[top(other)] = top(first)
    groups: dict[str, list[PersonRow]] = {}
    for row in all_rows:
        groups.setdefault(top(marks_of(row)[0]), []).append(row)
    return [tuple(group) for group in groups.values()]


_SMALL_WORDS = {"af", "av", "von", "van", "de", "der", "den", "la", "le", "di"}


class NamePattern:
    """Finds a person in a text: by the whole name or e-mail, and by single names where the person has been."""

    def __init__(self, rows: Sequence[PersonRow]) -> None:
        self._sessions = {row.session_id for row in rows}
        names = {" ".join(row.name.split()) for row in rows} - {""}
        emails = {row.email.strip() for row in rows} - {""}
        whole = [r"\s+".join(map(re.escape, name.split())) for name in names] + [re.escape(e) for e in emails]
        single = {part for name in names for part in name.split() if len(part) > 1 and part not in _SMALL_WORDS}
        self._whole = _either(whole, re.IGNORECASE)
        self._single = _either([re.escape(part[:1].upper() + part[1:]) for part in single], 0)

    def finds(self, stored: StoredText) -> bool:
        """Whether a text may speak of the person."""
        text = unicodedata.normalize("NFC", stored.text)
        if self._whole is not None and self._whole.search(text):
            return True
        here = stored.session_id in self._sessions
        return here and self._single is not None and self._single.search(text) is not None


def _either(patterns: Sequence[str], flags: int) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(patterns))})s?(?!\w)", flags) if patterns else None


def texts_in(value: object) -> list[str]:
    """Return all texts in a JSON value, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [text for inner in value.values() for text in texts_in(inner)]
    if isinstance(value, (list, tuple)):
        return [text for inner in value for text in texts_in(inner)]
    return []
