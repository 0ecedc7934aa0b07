"""The fast way to append to one session's log: one kept connection and one statement, compiled once.

Every append is a transaction of its own, written with full synchronous: when `append` returns, the event is on disk.
When it raises, the log stands as before and the same event may be tried again.
"""

import sqlite3

from sqlalchemy import insert
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from kompetens_gui.domain.errors import DiskFull
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.plan import WorkshopSessionId
from kompetens_gui.services.codec import event_to_json
from kompetens_gui.services.ports import LogWriterFactory
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.engines import log_engine
from kompetens_gui.storage.faults import from_sqlite
from kompetens_gui.storage.tables import SessionEventRecord, moment_to_text

_COLUMNS = ("session_id", "seq", "at", "name", "item", "payload")


class SqlLogWriter:
    """Fits LogWriter. Used by one thread at a time.

    SQLAlchemy words the statement and prepares the connection; the driver's own cursor runs it, since a pass through
    SQLAlchemy for each event would cost a tenth of the disk's time.
    """

    def __init__(self, database: Database, session_id: WorkshopSessionId) -> None:
        self._session_id = session_id
        self._file = database.file
        self._engine = log_engine(database.file)
        self._statement = str(insert(SessionEventRecord).compile(self._engine, column_keys=_COLUMNS))
        self._connection: Connection | None = None
        self._cursor = self._open()

    def append(self, entry: RecordedEvent) -> None:
        name, item, payload = event_to_json(entry.event)
        values = (self._session_id, entry.seq, moment_to_text(entry.at), name, item, payload)
        if self._connection is None:
            self._cursor = self._open()
        try:
            self._cursor.execute(self._statement, values)
        except sqlite3.Error as error:
            fault = from_sqlite(error, self._file)
            if not isinstance(fault, DiskFull):
                self._let_go()
            raise fault from error

    def close(self) -> None:
        """Let go of the connection; what was appended is on disk already."""
        self._let_go()
        self._engine.dispose()

    def _open(self) -> DBAPICursor:
        self._connection = self._engine.connect()
        return self._connection.connection.cursor()

    def _let_go(self) -> None:
        """Give the connection up; the next append takes a new one.

        After a full disk it is sound and kept. After anything else it may be bound to a file that is no longer there,
        while a new one finds a folder that went away and came back (a cable, a sleeping disk).
        """
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


def log_writer_factory(database: Database) -> LogWriterFactory:
    """Return what opens a session's log for appending."""

    def opened(session_id: WorkshopSessionId) -> SqlLogWriter:
        return SqlLogWriter(database, session_id)

    return opened
