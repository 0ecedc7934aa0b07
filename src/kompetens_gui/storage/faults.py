"""What the disk and the database complain about, turned into the facts the rest of the program knows."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kompetens_gui.domain.errors import (
    DatabaseDamaged,
    DiskFull,
    FolderNotWritable,
    KompetensError,
    StorageFailed,
)

TOO_LITTLE_SPACE = 64 * 1024
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_PRIMARY = 0xFF  # the low byte of an extended result code names its family


def from_sqlite(error: sqlite3.Error, path: Path) -> KompetensError:
    """Return the fact behind an error of SQLite."""
    code = getattr(error, "sqlite_errorcode", None)
    match code & _PRIMARY if isinstance(code, int) else None:
        case sqlite3.SQLITE_FULL:
            return DiskFull(str(path))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DatabaseDamaged(str(path))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            # A full disk refuses to make the files that stand beside a database, which reads as "cannot open".
            return DiskFull(str(path)) if no_space_left(path) else FolderNotWritable(str(path.parent))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StorageFailed(str(path), "locked")
        case sqlite3.SQLITE_IOERR:
            return DiskFull(str(path)) if no_space_left(path) else StorageFailed(str(path), "io")
    return StorageFailed(str(path), getattr(error, "sqlite_errorname", None) or type(error).__name__)


def from_os(error: OSError, path: Path) -> KompetensError:
    """Return the fact behind a refusal of the file system while writing in a folder."""
    if error.errno in _NO_ROOM:
        return DiskFull(str(path))
    return FolderNotWritable(str(path))


def no_space_left(path: Path) -> bool:
    """Whether the disk is so full that this explains a failed write."""
    try:
        return shutil.disk_usage(path.parent).free < TOO_LITTLE_SPACE
    except OSError:
        return False


@contextmanager
def sqlite_faults(path: Path) -> Iterator[None]:
    """Let errors of SQLite leave as facts."""
    try:
        yield
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from error
    except UnicodeDecodeError as error:
        # Ruined bytes where text should be: in a column, or in the very message that tells of the ruin.
        raise DatabaseDamaged(str(path)) from error
