"""Backup while the program runs, and a restore that looks first and keeps what it replaces."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kompetens_gui.domain.errors import BackupInvalid, DatabaseDamaged, DatabaseTooNew, NotFound
from kompetens_gui.storage.checking import CheckReport, DatabaseContents, check_database, contents_of, open_to_read
from kompetens_gui.storage.copying import SQLITE_START, beside, copy_database, remove_database
from kompetens_gui.storage.data_lock import DataLock
from kompetens_gui.storage.database import BACKUP_FOLDER, database_file, free_name
from kompetens_gui.storage.erasure_journal import FileErasureJournal
from kompetens_gui.storage.faults import from_os, sqlite_faults
from kompetens_gui.storage.tables import SCHEMA_HEAD


@dataclass(frozen=True)
class BackupReport:
    """A finished backup and what it holds."""

    path: Path
    size: int
    contents: DatabaseContents


@dataclass(frozen=True)
class RestoreReport:
    """A finished restore. `kept_aside` is the database that stood there before, None when there was none.

    `erased` is how many erasures, made since the backup was taken, were made in it too.
    """

    path: Path
    contents: DatabaseContents
    kept_aside: Path | None
    erased: int = 0


def backup(data_dir: Path, target: Path, url: str = "") -> BackupReport:
    """Copy the database to a single file, consistent also while somebody writes; `target` is there whole or not at all.

    Raises NotFound when there is no database yet, DiskFull, FolderNotWritable or DatabaseDamaged.
    """
    file = database_file(data_dir, url)
    if not file.is_file():
        raise NotFound("database", str(file))
    if target.resolve() in [name.resolve() for name in beside(file)]:
        raise BackupInvalid(str(target), "is_the_database")
    with sqlite_faults(file), closing(open_to_read(file)) as connection:
        contents_of(connection, file)  # what is not ours is not copied either
    copy_database(file, target)
    report = check_database(target)
    return BackupReport(target, report.size, report.contents)


def restore(
    source: Path, data_dir: Path, local_now: Callable[[], datetime] = datetime.now, url: str = ""
) -> RestoreReport:
    """Put a backup in the place of the database, after a check of every page, reference and event in it.

    Needs the data to itself: raises DataInUse while the program runs. A refused backup raises BackupInvalid (reasons:
    missing, not_a_backup, damaged) or DatabaseTooNew, and nothing has been touched. An older backup is upgraded by the
    next start. Who has been erased since the backup was taken does not come back with it.
    """
    report = verified(source)
    file = database_file(data_dir, url)
    lock = DataLock(file.parent)
    try:
        incoming = file.with_name(f"{file.name}.incoming")
        remove_database(incoming)
        copy_database(source, incoming)
        erased = FileErasureJournal(file.parent).apply(incoming)
        kept = _keep_aside(file, local_now()) if file.exists() else None
        _swap(incoming, file)
    finally:
        lock.release()
    return RestoreReport(file, report.contents, kept, erased)


def verified(source: Path) -> CheckReport:
    """Return what a backup holds when it is whole and one of ours."""
    if not source.is_file():
        raise BackupInvalid(str(source), "missing")
    try:
        with source.open("rb") as handle:
            start = handle.read(len(SQLITE_START))
    except OSError as error:
        raise BackupInvalid(str(source), "missing") from error
    if start != SQLITE_START:
        raise BackupInvalid(str(source), "not_a_backup")
    try:
        report = check_database(source)
    except DatabaseDamaged as error:
        raise BackupInvalid(str(source), "damaged") from error
    _check_schema(report)
    if not report.is_sound:
        raise BackupInvalid(str(source), "damaged")
    return report


def _check_schema(report: CheckReport) -> None:
    if report.contents.schema == SCHEMA_HEAD:
        return
    from kompetens_gui.storage.migrations.runner import known_revisions

    if report.contents.schema not in known_revisions():
        raise DatabaseTooNew(str(report.path), report.contents.schema)


def _keep_aside(file: Path, now: datetime) -> Path:
    """Copy what stands there to the backup folder. One too damaged to be copied so is copied byte by byte."""
    kept = free_name(file.parent / BACKUP_FOLDER, f"{file.stem}-{now:%Y-%m-%d}-before-restore")
    try:
        copy_database(file, kept)
    except DatabaseDamaged:
        for name, copy in zip(beside(file), beside(kept), strict=True):
            if name.exists():
                copy.write_bytes(name.read_bytes())
    return kept


def _swap(incoming: Path, file: Path) -> None:
    """Put the new file in place. The old one's write-ahead log goes first: it must never be read into the new one."""
    try:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        pass  # damaged: it has been kept aside byte by byte
    try:
        for name in beside(file)[1:]:
            name.unlink(missing_ok=True)
        incoming.replace(file)
    except OSError as error:
        raise from_os(error, file) from error
