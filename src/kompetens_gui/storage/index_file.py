"""The file of the search index: made, checked and thrown away. Nothing in it is lost with it; the case files remain."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kompetens_gui import __version__
from kompetens_gui.storage.copying import remove_database
from kompetens_gui.storage.engines import BUSY_TIMEOUT_MS
from kompetens_gui.storage.faults import from_os, sqlite_faults

INDEX_FILE = "case-index.sqlite3"
FINGERPRINT = f"1 {__version__}"
"""Another version of the program may judge cases otherwise: it reads them all anew."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_TABLES = """
CREATE TABLE meta (fingerprint TEXT NOT NULL);
CREATE TABLE case_row (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    mtime_ns INTEGER NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    case_id TEXT NOT NULL,
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    occupation TEXT NOT NULL,
    diagnosis TEXT NOT NULL,
    diagnosis_group TEXT NOT NULL,
    difficulty INTEGER NOT NULL,
    sex TEXT NOT NULL,
    situation TEXT NOT NULL,
    chain_state TEXT NOT NULL,
    day INTEGER NOT NULL,
    archived INTEGER NOT NULL,
    broken INTEGER NOT NULL,
    same_id_as TEXT NOT NULL DEFAULT ''
);
CREATE INDEX case_row_order ON case_row (broken, sort_key);
CREATE INDEX case_row_case ON case_row (case_id);
CREATE TABLE case_document (id INTEGER PRIMARY KEY, document TEXT, problems TEXT NOT NULL);
CREATE VIRTUAL TABLE case_text USING fts5(
    head, words, tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3'
);
"""


def open_index(file: Path, *, renew_damaged: bool = True) -> sqlite3.Connection:
    """Open the index, made anew when it is missing or of another version.

    A damaged one is made anew too, unless the caller wants to know: then it raises DatabaseDamaged.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os(error, file) from error
    with sqlite_faults(file):
        try:
            connection = _connect(file)
            if _is_current(connection):
                return connection
            connection.close()
        except sqlite3.DatabaseError as error:
            if not (renew_damaged and is_damaged(error)):
                raise
        remove_database(file)
        connection = _connect(file)
        with writing(connection):
            for statement in _TABLES.split(";\n"):
                connection.execute(statement)
            connection.execute("INSERT INTO meta VALUES (?)", (FINGERPRINT,))
        return connection


def is_damaged(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is not, or no longer, a sound database."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(code, int) and code & 0xFF in _DAMAGED


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction, taken back when anything in it fails."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _connect(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")  # what a power cut takes is read from the files again
        connection.execute("PRAGMA cache_size=-65536")
        connection.execute("PRAGMA mmap_size=268435456")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_current(connection: sqlite3.Connection) -> bool:
    known = connection.execute("SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'case_text')").fetchone()
    if known != (2,):
        return False
    return connection.execute("SELECT fingerprint FROM meta").fetchall() == [(FINGERPRINT,)]
