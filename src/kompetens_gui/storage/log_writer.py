"""The fast way to append to one session's log: one kept connection and one statement, compiled once.

Every append is a transaction of its own, written with full synchronous: when `append` returns, the event is on disk.
When it raises, the log stands as before and the same event may be tried again.
"""

from sqlalchemy import insert
from sqlalchemy.engine import Connection

from kompetens_gui.domain.errors import DiskFull, KompetensError
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.plan import WorkshopSessionId
from kompetens_gui.services.codec import event_to_json
from kompetens_gui.services.ports import LogWriterFactory
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.engines import log_engine
from kompetens_gui.storage.tables import SessionEventRecord, moment_to_text

_COLUMNS = ("session_id", "seq", "at", "name", "item", "payload")


class SqlLogWriter:
    """Fits LogWriter. Used by one thread at a time."""

    def __init__(self, database: Database, session_id: WorkshopSessionId) -> None:
        self._session_id = session_id
        self._engine = log_engine(database.file)
        self._statement = str(insert(SessionEventRecord).compile(self._engine, column_keys=_COLUMNS))
        self._connection: Connection | None = None
        self._open()

    def append(self, entry: RecordedEvent) -> None:
        name, item, payload = event_to_json(entry.event)
        values = (self._session_id, entry.seq, moment_to_text(entry.at), name, item, payload)
        connection = self._connection or self._open()
        try:
            connection.exec_driver_sql(self._statement, values)
        except KompetensError as fault:
            self._recover(fault)
            raise

    def close(self) -> None:
        """Let go of the connection; what was appended is on disk already."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._engine.dispose()

    def _open(self) -> Connection:
        self._connection = self._engine.connect()
        return self._connection

    def _recover(self, fault: KompetensError) -> None:
        """Make the next append possible: a full disk leaves the connection sound, after anything else take a new one.

        A folder that went away and came back (a cable, a sleeping disk) is met by the new connection.
        """
        if self._connection is None:
            return
        if isinstance(fault, DiskFull):
            self._connection.rollback()
            return
        self._connection.invalidate()
        self._connection.close()
        self._connection = None


def log_writer_factory(database: Database) -> LogWriterFactory:
    """Return what opens a session's log for appending."""

    def opened(session_id: WorkshopSessionId) -> SqlLogWriter:
        return SqlLogWriter(database, session_id)

    return opened
