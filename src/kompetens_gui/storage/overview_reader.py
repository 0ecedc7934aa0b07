"""The overview straight from the file, with the standard library's SQLite alone.

Loading SQLAlchemy takes longer than everything else in the start together; the first page must not wait for it. Only
reads, on a connection of its own; the names of tables and columns are held against `tables.py` by a test.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Facilitator,
    Participant,
    ParticipantId,
    Role,
    SessionStatus,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.state import CapturedQuestion
from kompetens_gui.services.ports import SessionRow

ROWS = """
SELECT id, title, forum_type, starts_at, minutes, unit, place, status, updated_at,
       (SELECT count(*) FROM participant WHERE session_id = s.id) AS participants,
       (SELECT count(DISTINCT case_id) FROM session_case WHERE session_id = s.id) AS cases
FROM workshop_session AS s
"""
QUESTION_EVENTS = """
SELECT seq, name, payload FROM session_event
WHERE session_id = ? AND name IN ('QuestionCaptured', 'Undone', 'Redone') ORDER BY seq
"""


class SqliteOverviewReader:
    """Fits OverviewSource. A database that is not there yet, or has no tables yet, is an empty one."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def rows(self) -> Sequence[SessionRow]:
        with self._open() as connection:
            return [_row(r) for r in connection.execute(ROWS)] if connection else []

    def session(self, session_id: WorkshopSessionId) -> WorkshopSession:
        with self._open() as connection:
            found = (
                connection
                and connection.execute("SELECT * FROM workshop_session WHERE id = ?", (session_id,)).fetchone()
            )
            if not connection or not found:
                raise NotFound("workshop_session", session_id)
            return _session(connection, found)

    def questions(self, session_id: WorkshopSessionId) -> Sequence[CapturedQuestion]:
        with self._open() as connection:
            entries = connection.execute(QUESTION_EVENTS, (session_id,)).fetchall() if connection else []
        return _standing(entries)

    def course_certificates(self) -> int:
        with self._open() as connection:
            return int(connection.execute("SELECT count(*) FROM course_certificate").fetchone()[0]) if connection else 0

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection | None]:
        if not self._file.is_file():
            yield None
            return
        with closing(sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'workshop_session'").fetchone()
            yield connection if known else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _row(row: sqlite3.Row) -> SessionRow:
    return SessionRow(
        id=WorkshopSessionId(row["id"]),
        title=row["title"],
        forum_type=row["forum_type"],
        starts_at=_moment(row["starts_at"]),
        minutes=row["minutes"],
        unit=row["unit"],
        place=row["place"],
        status=SessionStatus(row["status"]),
        participants=row["participants"],
        cases=row["cases"],
        updated_at=datetime.fromisoformat(row["updated_at"]),
    )


def _session(connection: sqlite3.Connection, row: sqlite3.Row) -> WorkshopSession:
    def part(columns: str, table: str, order: str = "position") -> list[Any]:
        found = f"SELECT {columns} FROM {table} WHERE session_id = ? ORDER BY {order}"
        return connection.execute(found, (row["id"],)).fetchall()

    return WorkshopSession(
        id=WorkshopSessionId(row["id"]),
        forum_type=row["forum_type"],
        title=row["title"],
        minutes=row["minutes"],
        starts_at=_moment(row["starts_at"]),
        unit=row["unit"],
        place=row["place"],
        target_group=row["target_group"],
        purpose=row["purpose"],
        facilitators=tuple(Facilitator(r["name"], Role(r["role"])) for r in part("name, role", "facilitator")),
        participants=tuple(
            Participant(ParticipantId(r["id"]), r["name"], Role(r["role"]), r["unit"])
            for r in part("id, name, role, unit", "participant")
        ),
        case_slots=row["case_slots"],
        cases=tuple(CaseId(r["case_id"]) if r["case_id"] else None for r in part("case_id", "session_case", "slot")),
        agenda=tuple(
            AgendaItem(
                AgendaItemId(r["id"]), r["kind"], r["title"], r["minutes"], r["case_slot"], _materials(r["settings"])
            )
            for r in part("id, kind, title, minutes, case_slot, settings", "agenda_item")
        ),
        status=SessionStatus(row["status"]),
        template_id=row["template_id"],
    )


def _standing(entries: Sequence[sqlite3.Row]) -> Sequence[CapturedQuestion]:
    """Return the questions as the log leaves them: reworded ones once, undone and removed ones not at all."""
    gone: set[int] = set()
    for entry in entries:
        if entry["name"] == "Undone":
            gone.add(json.loads(entry["payload"])["seq"])
        elif entry["name"] == "Redone":
            gone.discard(json.loads(entry["payload"])["seq"])
    standing: dict[str, CapturedQuestion] = {}
    for entry in entries:
        if entry["name"] != "QuestionCaptured" or entry["seq"] in gone:
            continue
        data = json.loads(entry["payload"])
        standing.pop(data["question_id"], None)
        if data["text"].strip():
            item = AgendaItemId(data["item"]) if data["item"] else None
            standing[data["question_id"]] = CapturedQuestion(
                data["question_id"], data["text"].strip(), QuestionCategory(data["category"]), item
            )
    return tuple(standing.values())


def _materials(settings: str) -> dict[str, object]:
    """Return of an item's settings what the checklist asks for: the names of its materials."""
    held = json.loads(settings)
    return {name: held[name] for name in ("material", "materials") if name in held}
