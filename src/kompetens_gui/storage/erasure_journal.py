"""The journal of erasures: a small file beside the database, and what it does to a backup that is restored.

One line of JSON for each entry, numbered. The database keeps the number of the last entry it knows of; only later ones
are applied, so that what has been entered anew since is left alone.
"""

import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kompetens_gui.domain.workshop.events import ParticipantJoined
from kompetens_gui.domain.workshop.plan import Participant
from kompetens_gui.services.codec import (
    course_certificate_from_json,
    course_certificate_to_json,
    event_from_json,
    event_to_json,
)
from kompetens_gui.services.erasing import (
    Erased,
    ErasedKind,
    removed_colleague,
    removed_leader,
    removed_participant,
    without_holder,
    without_leaders,
)
from kompetens_gui.services.personal_rows import plain
from kompetens_gui.storage.faults import from_os, sqlite_faults
from kompetens_gui.storage.tables import moment_to_text

JOURNAL_FILE = "erasures.jsonl"
ERASURES_KEY = "erasures"
RETIRE_KEYS = """
UPDATE signing_key SET card = '', retired_at = coalesce(retired_at, ?),
       retired_because = coalesce(retired_because, 'changed') WHERE issuer = ?
"""
FORGET_FINGERPRINTS = "UPDATE sign_off SET fingerprint = NULL WHERE by_name = ?"
_COST = 2**13


@dataclass(frozen=True)
class _Entry:
    """A line: `id` is an id, or the hash of a name with its salt."""

    seq: int
    kind: ErasedKind
    id: str
    session: str
    salt: str
    at: datetime


class FileErasureJournal:
    """Fits ErasureJournal."""

    def __init__(self, data_dir: Path) -> None:
        self._file = data_dir / JOURNAL_FILE

    def add(self, erased: Sequence[Erased], at: datetime, after: int) -> int:
        entries = list(self._entries())
        seq = max([after, *(e.seq for e in entries)])
        salt = next((e.salt for e in entries if e.salt), "") or secrets.token_hex(16)
        lines = []
        for one in erased:
            seq += 1
            is_name = one.kind == ErasedKind.NAME
            line = {"seq": seq, "kind": one.kind.value, "at": at.isoformat()}
            line |= {"id": _hash(one.id, salt), "salt": salt} if is_name else {"id": one.id, "session": one.session}
            lines.append(json.dumps(line, ensure_ascii=False) + "\n")
        try:
            with self._file.open("a", encoding="utf-8") as handle:
                handle.write("".join(lines))
                handle.flush()
                os.fsync(handle.fileno())
        except OSError as error:
            raise from_os(error, self._file) from error
        return seq

    def apply(self, database: Path) -> int:
        """Erase in a database, which nobody else has open, what has been erased since it was copied; returns how much.

        The file is written anew afterwards, so that nothing of it is left.
        """
        entries = list(self._entries())
        if not entries:
            return 0
        with sqlite_faults(database), closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("PRAGMA foreign_keys=ON")
            known = _known_erasures(connection)
            late = [e for e in entries if e.seq > known]
            if not late:
                return 0
            with connection:
                _Eraser(connection, late).erase()
                connection.execute("INSERT OR REPLACE INTO app_meta VALUES (?, ?)", (ERASURES_KEY, str(late[-1].seq)))
            connection.execute("VACUUM")
        return len(late)

    def _entries(self) -> Iterator[_Entry]:
        try:
            text = self._file.read_text("utf-8")
        except FileNotFoundError:
            return
        except OSError as error:
            raise from_os(error, self._file) from error
        for line in text.splitlines():
            try:
                found = json.loads(line)
                yield _Entry(
                    int(found["seq"]),
                    ErasedKind(found["kind"]),
                    str(found["id"]),
                    str(found.get("session", "")),
                    str(found.get("salt", "")),
                    datetime.fromisoformat(found["at"]),
                )
            except (ValueError, KeyError, TypeError):
                continue  # a line cut short by a crash: its erasure did not commit either


def _known_erasures(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT value FROM app_meta WHERE key = ?", (ERASURES_KEY,)).fetchone()
    return int(row[0]) if row and str(row[0]).isdigit() else 0


def _hash(name: str, salt: str) -> str:
    return hashlib.scrypt(name.encode(), salt=bytes.fromhex(salt), n=_COST, r=8, p=1, dklen=32).hex()


class _Eraser:
    """Applies entries to a database of any step: tables that are not there yet are passed over."""

    def __init__(self, connection: sqlite3.Connection, entries: Sequence[_Entry]) -> None:
        self._connection = connection
        self._entries = entries
        self._tables = {n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        self._names: dict[str, bool] = {}

    def erase(self) -> None:
        for entry in self._entries:
            match entry.kind:
                case ErasedKind.LEARNER:
                    self._in("learner", "DELETE FROM learner WHERE id = ?", (entry.id,))
                case ErasedKind.PARTICIPANT:
                    self._participant(entry)
                case ErasedKind.COURSE_CERTIFICATE:
                    self._course_certificates(lambda c, e=entry: without_holder(c, e.at) if c.number == e.id else c)
        if any(e.kind == ErasedKind.NAME for e in self._entries):
            self._course_certificates(lambda c: without_leaders(c, self._is_gone))
            for table, key, column, words in (
                ("facilitator", "rowid", "name", removed_leader()),
                ("observation", "id", "observer_name", removed_colleague()),
                ("sign_off", "id", "by_name", removed_colleague()),
                ("signing_key", "key_id", "issuer", removed_leader()),
                ("trusted_key", "key_id", "issuer", removed_leader()),
            ):
                self._column(table, key, column, words)
            self._in("signing_key", RETIRE_KEYS, (moment_to_text(self._entries[-1].at), removed_leader()))
            self._in("trusted_key", "DELETE FROM trusted_key WHERE issuer = ?", (removed_leader(),))
            if self._has_column("sign_off", "fingerprint"):
                self._in("sign_off", FORGET_FINGERPRINTS, (removed_colleague(),))

    def _has_column(self, table: str, column: str) -> bool:
        return any(row[1] == column for row in self._connection.execute(f"PRAGMA table_info({table})"))

    def _in(self, table: str, statement: str, values: tuple[object, ...]) -> None:
        if table in self._tables:
            self._connection.execute(statement, values)

    def _participant(self, entry: _Entry) -> None:
        words = removed_participant()
        change = "UPDATE participant SET name = ?, unit = '', sex = NULL, email = '' WHERE session_id = ? AND id = ?"
        self._connection.execute(change, (words, entry.session, entry.id))
        joined = "SELECT seq, payload FROM session_event WHERE session_id = ? AND name = 'ParticipantJoined'"
        for seq, payload in self._connection.execute(joined, (entry.session,)).fetchall():
            event = event_from_json(ParticipantJoined.__name__, None, payload)
            if isinstance(event, ParticipantJoined) and event.participant.id == entry.id:
                bare = ParticipantJoined(Participant(event.participant.id, words, event.participant.role))
                put = "UPDATE session_event SET payload = ? WHERE session_id = ? AND seq = ?"
                self._connection.execute(put, (event_to_json(bare)[2], entry.session, seq))

    def _course_certificates(self, change: Callable[..., Any]) -> None:
        rows = self._connection.execute("SELECT number, document FROM course_certificate").fetchall()
        for number, document in rows:
            before = course_certificate_from_json(document)
            after = change(before)
            if after != before:
                self._connection.execute(
                    "UPDATE course_certificate SET document = ?, holder = ?, is_valid = ? WHERE number = ?",
                    (course_certificate_to_json(after), after.holder, after.is_valid, number),
                )

    def _column(self, table: str, key: str, column: str, words: str) -> None:
        if table not in self._tables:
            return
        for row, name in self._connection.execute(f"SELECT {key}, {column} FROM {table}").fetchall():
            if self._is_gone(plain(name)):
                self._connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (words, row))

    def _is_gone(self, name: str) -> bool:
        """Whether a plain name was erased; each name is hashed once."""
        if name not in self._names:
            wanted = {(e.id, e.salt) for e in self._entries if e.kind == ErasedKind.NAME}
            hashed = {salt: _hash(name, salt) for _, salt in wanted}
            self._names[name] = bool(name) and any(hashed[salt] == digest for digest, salt in wanted)
        return self._names[name]
