"""A consistent copy of a database while it is in use, there whole or not at all."""

import contextlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from kompetens_gui.storage.engines import BUSY_TIMEOUT_MS
from kompetens_gui.storage.faults import from_os, sqlite_faults

SQLITE_START = b"SQLite format 3\x00"


def copy_database(source: Path, target: Path) -> None:
    """Copy a database to a single file that takes the place of whatever `target` was, in one step."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _copy_to(source, part, target)
        _flush(part)
        part.replace(target)
        _flush_folder(target.parent)
    except OSError as error:
        raise from_os(error, target) from error
    finally:
        remove_database(part)


def remove_database(file: Path) -> None:
    """Remove a database file and what SQLite keeps beside it; what is missing or held is left."""
    for name in beside(file):
        with contextlib.suppress(OSError):
            name.unlink()


def beside(file: Path) -> tuple[Path, ...]:
    """Return the names of a database's files: itself, its write-ahead log, its shared memory, its journal."""
    return (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal")))


def _copy_to(source: Path, part: Path, target: Path) -> None:
    with sqlite_faults(source), closing(sqlite3.connect(source)) as original:
        original.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        with sqlite_faults(target), closing(sqlite3.connect(part)) as copy:
            original.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")


def _flush(file: Path) -> None:
    with file.open("rb+") as handle:
        os.fsync(handle.fileno())


def _flush_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
