"""SQLAlchemy engines with the settings every connection of ours has.

Write-ahead log with full synchronous: what was committed survives a power cut. Reading takes no lock; the first write
of a transaction takes the write lock at once, so that two writers wait for each other and never collide half-way.
"""

import sqlite3
from pathlib import Path

from sqlalchemy import NullPool, create_engine, event
from sqlalchemy.engine import Engine, ExceptionContext

from kompetens_gui.storage.faults import from_sqlite, sqlite_faults

BUSY_TIMEOUT_MS = 5000


def file_engine(file: Path) -> Engine:
    """Return the engine for units of work."""
    engine = create_engine(
        _url(file), connect_args={"isolation_level": "IMMEDIATE"}, hide_parameters=True, pool_reset_on_return="rollback"
    )
    return _prepared(engine, file)


def log_engine(file: Path) -> Engine:
    """Return an engine on which every statement is a transaction of its own, for the log writer's kept connection."""
    engine = create_engine(_url(file), isolation_level="AUTOCOMMIT", poolclass=NullPool, hide_parameters=True)
    return _prepared(engine, file)


def migration_engine(file: Path) -> Engine:
    """Return an engine whose transactions hold changes of tables too; foreign keys are off while tables move."""
    engine = create_engine(_url(file), connect_args={"isolation_level": None}, poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return _prepared(engine, file, foreign_keys=False)


def set_pragmas(connection: sqlite3.Connection, *, foreign_keys: bool = True) -> None:
    """Give a fresh connection our settings."""
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")


def _url(file: Path) -> str:
    return f"sqlite:///{file}"


def _prepared(engine: Engine, file: Path, *, foreign_keys: bool = True) -> Engine:
    def connected(connection: sqlite3.Connection, _record: object) -> None:
        with sqlite_faults(file):
            set_pragmas(connection, foreign_keys=foreign_keys)

    def failed(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.Error):
            raise from_sqlite(context.original_exception, file) from context.original_exception

    event.listen(engine, "connect", connected)
    event.listen(engine, "handle_error", failed)
    return engine
