"""What is held about a person: found by name, given out, and taken away on request."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from kompetens_gui.domain.errors import DiskFull, NotFound, SessionAlreadyRunning, StorageFailed
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.services.erasing import (
    ErasureJournal,
    NoJournal,
    erased_of,
    forget_keys_of,
    note_erasures,
    removed_colleague,
    removed_leader,
    removed_participant,
    without_holder,
    without_leaders,
)
from kompetens_gui.services.news import CourseCertificatesChanged, EventBus, ProfilesChanged, SessionsChanged
from kompetens_gui.services.personal_data_export import exported
from kompetens_gui.services.personal_rows import (
    CERTIFIED,
    COLLEAGUES,
    ISSUER,
    LEADING,
    NamePattern,
    PersonRow,
    PersonSource,
    StoredText,
    course_certificate_rows,
    course_certificate_text,
    marks_of,
    plain,
    same_person,
)
from kompetens_gui.services.ports import Clock, UnitOfWork, UnitOfWorkFactory
from kompetens_gui.services.preferences import Preferences

MOST_FOUND = 200


@dataclass(frozen=True)
class Person:
    """Someone who was found. `marks` tell the rows apart from those of another with the same name.

    `studies` is whether the person has a profile for self-study.
    """

    name: str
    roles: tuple[str, ...]
    units: tuple[str, ...]
    leads: bool
    sessions: int
    course_certificates: int
    marks: frozenset[str]
    studies: bool = False


@dataclass(frozen=True)
class Replaced:
    """One place where a name was replaced; `number` is that of the course certificate, if it was one."""

    source: PersonSource
    title: str
    day: date | None
    number: str = ""


@dataclass(frozen=True)
class Mention:
    """A text that may still speak of the person, to be looked at by hand; `where` as in StoredText."""

    title: str
    day: date | None
    where: str
    count: int = 1


@dataclass(frozen=True)
class ErasureReceipt:
    """What was done. `file_rewritten` is False when old pages may still lie in the file; `clean_file` tries again."""

    name: str
    at: datetime
    replaced: tuple[Replaced, ...]
    mentions: tuple[Mention, ...]
    backups: tuple[Path, ...]
    in_preferences: bool
    file_rewritten: bool

    def count(self, source: PersonSource) -> int:
        return sum(r.source == source for r in self.replaced)


class Backups(Protocol):
    """The copies of the database that the program has made itself."""

    def files(self) -> Sequence[Path]: ...

    def remove(self, files: Sequence[Path]) -> None: ...


@dataclass(frozen=True)
class PersonalDataParts:
    """What the service is joined from. `rewrite_file` leaves nothing in the file of what was replaced.

    `journal` remembers erasures for backups that are restored later.
    """

    work: UnitOfWorkFactory
    clock: Clock
    bus: EventBus
    rewrite_file: Callable[[], None]
    backups: Backups
    preferences: Callable[[], Preferences]
    journal: ErasureJournal = field(default_factory=NoJournal)


class PersonalDataService:
    """Answers a person who asks what is held, and does what a person who wants to be forgotten asks for."""

    def __init__(self, parts: PersonalDataParts) -> None:
        self._parts = parts

    def find(self, text: str) -> Sequence[Person]:
        """Return everyone whose name or e-mail holds the text; nobody for an empty one."""
        wanted = plain(text)
        if not wanted:
            return ()
        with self._parts.work() as work:
            groups = same_person(_all_rows(work))
        hits = (g for g in groups if any(wanted in plain(r.name) or wanted in plain(r.email) for r in g))
        return sorted((_person(g) for g in hits), key=lambda p: (plain(p.name), p.units))[:MOST_FOUND]

    def export(self, person: Person) -> str:
        """Return everything held about a person as JSON."""
        with self._parts.work() as work:
            rows = _rows_of(work, person)
            pattern = NamePattern(rows)
            texts = [text for text in _all_texts(work) if pattern.finds(text)]
            return exported(work, rows, texts, self._parts.clock.now())

    def erase(self, person: Person) -> ErasureReceipt:
        """Replace the name everywhere, all or nothing, then rewrite the file. Not while a session runs."""
        with self._parts.work() as work:
            work.personal_data.begin_erasing()
            running = work.sessions.running()
            if running:
                raise SessionAlreadyRunning(running[0].id, running[0].title)
            rows = _rows_of(work, person)
            self._erase_rows(work, rows)
            note_erasures(work, self._parts.journal, erased_of(rows), self._parts.clock.now())
            mentions = _mentions(work, rows)
            work.commit()
        self._parts.bus.publish(SessionsChanged())
        self._parts.bus.publish(CourseCertificatesChanged())
        for row in rows:
            if row.source == PersonSource.LEARNER:
                self._parts.bus.publish(ProfilesChanged(LearnerId(row.key)))
        return ErasureReceipt(
            name=person.name,
            at=self._parts.clock.local_now(),
            replaced=tuple(dict.fromkeys(_replaced(row) for row in rows)),
            mentions=mentions,
            backups=tuple(self._parts.backups.files()),
            in_preferences=self._in_preferences(rows),
            file_rewritten=self.clean_file(),
        )

    def clean_file(self) -> bool:
        """Rewrite the file; tells whether it could be done. What was replaced stays replaced either way."""
        try:
            self._parts.rewrite_file()
        except (DiskFull, StorageFailed):
            return False
        return True

    def remove_backups(self, files: Sequence[Path]) -> None:
        """Remove backups that hold what was erased."""
        self._parts.backups.remove(files)

    def _erase_rows(self, work: UnitOfWork, rows: Sequence[PersonRow]) -> None:
        leaders = {plain(r.name) for r in rows if r.source in LEADING}
        held = {r.key for r in rows if r.source == PersonSource.COURSE_CERTIFICATE}
        named = held | {r.key for r in rows if r.source == PersonSource.COURSE_CERTIFICATE_LEADER}
        for row in rows:
            if row.source in (PersonSource.PLAN, PersonSource.JOINED):
                work.personal_data.replace_name(row, removed_participant())
            elif row.source == PersonSource.FACILITATOR:
                work.personal_data.replace_name(row, removed_leader())
            elif row.source in (PersonSource.LEARNER, *COLLEAGUES):
                work.personal_data.replace_name(row, removed_colleague())
        for one in work.course_certificates.all():
            if one.number in named:
                changed = without_leaders(one, leaders.__contains__)
                now = self._parts.clock.now()
                work.course_certificates.update(without_holder(changed, now) if one.number in held else changed)
        forget_keys_of(work, {plain(r.name) for r in rows}, self._parts.clock.now())

    def _in_preferences(self, rows: Sequence[PersonRow]) -> bool:
        chosen = self._parts.preferences()
        own = (chosen.user_name, chosen.organisation, *(f.name for f in chosen.default_facilitators))
        return bool({plain(r.name) for r in rows} & {plain(name) for name in own if name.strip()})


def _all_rows(work: UnitOfWork) -> list[PersonRow]:
    rows = list(work.personal_data.rows())
    for course_certificate in work.course_certificates.all():
        rows += course_certificate_rows(course_certificate)
    gone = {plain(removed_participant()), plain(removed_leader()), plain(removed_colleague()), ""}
    people = {plain(r.name) for r in rows if r.role != ISSUER} - gone
    return [r for r in rows if plain(r.name) in people]


def _all_texts(work: UnitOfWork) -> Iterable[StoredText]:
    yield from work.personal_data.texts()
    for course_certificate in work.course_certificates.all():
        yield course_certificate_text(course_certificate)


def _rows_of(work: UnitOfWork, person: Person) -> tuple[PersonRow, ...]:
    """Return the person's rows as they are now, which may be more than when the person was found."""
    groups = same_person(_all_rows(work))
    rows = tuple(r for g in groups if any(person.marks.intersection(marks_of(row)) for row in g) for r in g)
    if not rows:
        raise NotFound("person", "")
    return rows


def _person(rows: Sequence[PersonRow]) -> Person:
    newest = max(rows, key=lambda r: r.starts_at or datetime.min)
    certified = {r.key for r in rows if r.source in CERTIFIED} - {""}
    told = (PersonSource.PLAN, PersonSource.JOINED, PersonSource.LEARNER)
    return Person(
        name=" ".join(newest.name.split()),
        roles=_each(r.role for r in rows if r.source in told),
        units=_each(r.unit for r in rows),
        leads=newest.source in LEADING,
        sessions=len({r.session_id for r in rows} - {""}),
        course_certificates=len(certified),
        marks=frozenset(mark for r in rows for mark in marks_of(r)),
        studies=any(r.source == PersonSource.LEARNER for r in rows),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))


def _replaced(row: PersonRow) -> Replaced:
    number = row.key if row.source in CERTIFIED else ""
    return Replaced(row.source, row.title, row.starts_at.date() if row.starts_at else None, number)


def _mentions(work: UnitOfWork, rows: Sequence[PersonRow]) -> tuple[Mention, ...]:
    pattern = NamePattern(rows)
    counts: dict[Mention, int] = {}
    for text in _all_texts(work):
        if pattern.finds(text):
            mention = Mention(text.title, text.starts_at.date() if text.starts_at else None, text.where)
            counts[mention] = counts.get(mention, 0) + 1
    return tuple(replace(mention, count=count) for mention, count in counts.items())
