"""Looking a database through: is every page sound, does every reference lead somewhere, can every log be read?"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kompetens_gui.domain.errors import DatabaseDamaged, NotFound, UnknownActivityKind, UnknownExerciseKind
from kompetens_gui.services.attempt_codec import (
    attempt_event_from_json,
    content_from_json,
    outcome_from_json,
    settings_from_json,
)
from kompetens_gui.services.codec import case_from_json, course_certificate_from_json, event_from_json
from kompetens_gui.storage.engines import BUSY_TIMEOUT_MS
from kompetens_gui.storage.faults import sqlite_faults

MOST_PROBLEMS = 100


@dataclass(frozen=True)
class CheckProblem:
    """One thing that is wrong. `kind` is a stable word, `where` an id or a table, never a person's name.

    Kinds: page, reference, log_has_hole, event_unreadable, case_unreadable, course_certificate_unreadable,
    attempt_has_hole, attempt_unreadable.
    """

    kind: str
    where: str
    detail: str = ""


@dataclass(frozen=True)
class DatabaseContents:
    """What a database holds, in numbers."""

    schema: str
    sessions: int
    events: int
    course_certificates: int


@dataclass(frozen=True)
class CheckReport:
    """What was found in a database; no problems means that everything in it can be read."""

    path: Path
    size: int
    contents: DatabaseContents
    problems: tuple[CheckProblem, ...]

    @property
    def is_sound(self) -> bool:
        return not self.problems


def check_database(file: Path) -> CheckReport:
    """Read a database whole, also while the program runs.

    Raises NotFound when there is none, DatabaseDamaged when it is not a database of ours or cannot be read at all.
    """
    if not file.is_file():
        raise NotFound("database", str(file))
    with sqlite_faults(file), closing(open_to_read(file)) as connection:
        contents = contents_of(connection, file)
        problems = []
        for number, problem in enumerate(_problems(connection)):
            if number == MOST_PROBLEMS:
                break
            problems.append(problem)
    return CheckReport(file, file.stat().st_size, contents, tuple(problems))


def open_to_read(file: Path) -> sqlite3.Connection:
    """Open a database that nothing shall be written to."""
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA query_only=ON")
    return connection


def contents_of(connection: sqlite3.Connection, file: Path) -> DatabaseContents:
    """Count what is there; a database without our tables raises DatabaseDamaged."""
    try:
        schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        counts = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("workshop_session", "session_event", "course_certificate")
        ]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # no such table
            raise DatabaseDamaged(str(file)) from error
        raise
    if schema is None:
        raise DatabaseDamaged(str(file))
    return DatabaseContents(str(schema[0]), *counts)


def _problems(connection: sqlite3.Connection) -> Iterator[CheckProblem]:
    for (verdict,) in connection.execute("PRAGMA integrity_check"):
        if verdict != "ok":
            yield CheckProblem("page", "database", str(verdict))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield CheckProblem("reference", str(table), f"{parent} ({row})")
    yield from _log_problems(connection)
    yield from _unreadable(connection, "case_unreadable", "frozen_case", "case_id", case_from_json)
    yield from _unreadable(
        connection, "course_certificate_unreadable", "course_certificate", "number", course_certificate_from_json
    )
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'attempt'").fetchone():
        yield from _attempt_problems(connection)


def _attempt_problems(connection: sqlite3.Connection) -> Iterator[CheckProblem]:
    begun = """SELECT attempt.id, kind, settings, outcome, document
               FROM attempt JOIN frozen_content ON hash = content_hash ORDER BY attempt.id"""
    for attempt_id, kind, settings, outcome, document in connection.execute(begun):
        try:
            content_from_json(kind, document)
            settings_from_json(settings)
            if outcome is not None:
                outcome_from_json(outcome)
        except (ValueError, UnknownExerciseKind):
            yield CheckProblem("attempt_unreadable", attempt_id, kind)
    events = """SELECT attempt_id, kind, seq, name, payload
                FROM attempt_event JOIN attempt ON attempt.id = attempt_id ORDER BY attempt_id, seq"""
    expected: dict[str, int] = {}
    for attempt_id, kind, seq, name, payload in connection.execute(events):
        wanted = expected.get(attempt_id, 1)
        if seq != wanted:
            yield CheckProblem("attempt_has_hole", attempt_id, f"{wanted}–{seq - 1}")
        expected[attempt_id] = seq + 1
        try:
            attempt_event_from_json(kind, name, payload)
        except (ValueError, UnknownExerciseKind):
            yield CheckProblem("attempt_unreadable", attempt_id, f"{seq} {name}")


def _log_problems(connection: sqlite3.Connection) -> Iterator[CheckProblem]:
    expected: dict[str, int] = {}
    rows = connection.execute("SELECT session_id, seq, name, item, payload FROM session_event ORDER BY session_id, seq")
    for session_id, seq, name, item, payload in rows:
        wanted = expected.get(session_id, 1)
        if seq != wanted:
            yield CheckProblem("log_has_hole", session_id, f"{wanted}–{seq - 1}")
        expected[session_id] = seq + 1
        try:
            event_from_json(name, item, payload)
        except (ValueError, UnknownActivityKind):
            yield CheckProblem("event_unreadable", session_id, f"{seq} {name}")


def _unreadable(
    connection: sqlite3.Connection, kind: str, table: str, key: str, read: Callable[[str], object]
) -> Iterator[CheckProblem]:
    for where, document in connection.execute(f"SELECT {key}, document FROM {table}"):
        try:
            read(document)
        except ValueError:
            yield CheckProblem(kind, str(where))
