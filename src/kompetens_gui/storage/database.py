"""Opening the database: one copy at a time, damaged and too new ones refused, old ones upgraded after a backup."""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import Engine

from kompetens_gui import __version__
from kompetens_gui.domain.errors import DatabaseDamaged, DatabaseTooNew, InvalidValue
from kompetens_gui.storage.copying import SQLITE_START, copy_database
from kompetens_gui.storage.data_lock import DataLock
from kompetens_gui.storage.engines import file_engine, migration_engine, set_pragmas
from kompetens_gui.storage.faults import from_os, sqlite_faults
from kompetens_gui.storage.tables import SCHEMA_HEAD

DATABASE_FILE = "kompetens.sqlite3"
BACKUP_FOLDER = "backups"
_URL_START = "sqlite:///"
log = logging.getLogger(__name__)

LocalNow = Callable[[], datetime]


def database_file(data_dir: Path, url: str = "") -> Path:
    """Return the file of the database: in the data folder, or where a `sqlite:///` address says."""
    if not url:
        return data_dir / DATABASE_FILE
    if not url.startswith(_URL_START) or not url.removeprefix(_URL_START):
        raise InvalidValue("database_url", "unsupported", url)
    return Path(url.removeprefix(_URL_START))


@dataclass(frozen=True)
class Database:
    """An open database. `upgraded_from` names the backup that was taken when its tables were old."""

    file: Path
    engine: Engine
    lock: DataLock
    upgraded_from: Path | None = None

    @staticmethod
    def open(data_dir: Path, local_now: LocalNow = datetime.now, url: str = "") -> "Database":
        """Open and, where needed, make or upgrade the database.

        Raises DataInUse, DatabaseTooNew, DatabaseDamaged, FolderNotWritable, DiskFull or StorageFailed.
        """
        file = database_file(data_dir, url)
        lock = DataLock(file.parent)
        try:
            kept = bring_up_to_date(file, local_now)
        except BaseException:
            lock.release()
            raise
        return Database(file, file_engine(file), lock, kept)

    def close(self) -> None:
        """Close all connections and let the data go."""
        self.engine.dispose()
        self.lock.release()


def bring_up_to_date(file: Path, local_now: LocalNow) -> Path | None:
    """Make or upgrade the tables; returns the backup that was taken first, None when there was nothing to lose."""
    _refuse_what_cannot_be_used(file)
    found = schema_of(file)
    if found == SCHEMA_HEAD:
        return None
    kept = _backup_first(file, found, local_now()) if found else None
    _upgrade(file, found)
    return kept


def _refuse_what_cannot_be_used(file: Path) -> None:
    """Say before SQLite touches the file what it would say too late, or not at all.

    A file that is read-only would be told of at the first write. One too short to be a database would be taken for an
    empty one and written over.
    """
    try:
        with file.open("rb+") as handle:
            start = handle.read(len(SQLITE_START))
    except FileNotFoundError:
        return
    except OSError as error:
        raise from_os(error, file) from error
    if start and start != SQLITE_START:
        raise DatabaseDamaged(str(file))


def schema_of(file: Path) -> str:
    """Return the step the tables of a database are at, "" for a new one; raises DatabaseDamaged when it is not ours."""
    with sqlite_faults(file), closing(sqlite3.connect(file)) as connection:
        set_pragmas(connection)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return ""
        if "alembic_version" not in tables:
            raise DatabaseDamaged(str(file))
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if verdict != "ok" or row is None:
        raise DatabaseDamaged(str(file))
    return str(row[0])


def _backup_first(file: Path, found: str, now: datetime) -> Path:
    from kompetens_gui.storage.migrations.runner import known_revisions

    if found not in known_revisions():
        raise DatabaseTooNew(str(file), _written_by(file) or found)
    kept = free_name(file.parent / BACKUP_FOLDER, f"{file.stem}-{now:%Y-%m-%d}-{found}")
    copy_database(file, kept)
    log.info("backup before upgrade from %s: %s", found, kept.name)
    return kept


def free_name(folder: Path, stem: str) -> Path:
    """Return a database name in a folder (made when missing) that nothing has yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os(error, folder / stem) from error
    names = (folder / f"{stem}{'' if n == 1 else f'-{n}'}.sqlite3" for n in range(1, 10_000))
    return next(name for name in names if not name.exists())


def _written_by(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        try:
            row = connection.execute("SELECT value FROM app_meta WHERE key = 'program_version'").fetchone()
        except sqlite3.Error:
            return ""
    return str(row[0]) if row else ""


def _upgrade(file: Path, found: str) -> None:
    from kompetens_gui.storage.migrations.runner import upgrade

    engine = migration_engine(file)
    try:
        with engine.begin() as connection:
            upgrade(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise DatabaseDamaged(str(file))
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO app_meta (key, value) VALUES ('program_version', ?)", (__version__,)
            )
    finally:
        engine.dispose()
    log.info("database upgraded from %s to %s", found or "nothing", SCHEMA_HEAD)
