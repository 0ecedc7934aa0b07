"""The fast way to append to attempts, as `log_writer.py` is for a session: one kept connection, one statement.

When `append` returns, the event is on disk. When it raises, the attempt stands as before and the event may be tried
again.
"""

import sqlite3

from sqlalchemy import insert
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPICursor

from kompetens_gui.domain.errors import AttemptNotOpen, DiskFull
from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.services.attempt_codec import attempt_event_to_json
from kompetens_gui.services.learning_ports import AttemptWriterFactory
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.engines import log_engine
from kompetens_gui.storage.faults import from_sqlite
from kompetens_gui.storage.tables import AttemptEventRecord, moment_to_text

_COLUMNS = ("attempt_id", "seq", "at", "name", "payload")


class SqlAttemptWriter:
    """Fits AttemptWriter. Used by one thread at a time."""

    def __init__(self, database: Database) -> None:
        self._file = database.file
        self._engine = log_engine(database.file)
        self._statement = str(insert(AttemptEventRecord).compile(self._engine, column_keys=_COLUMNS))
        self._connection: Connection | None = None
        self._cursor = self._open()

    def append(self, attempt: AttemptId, kind: str, entry: RecordedEvent) -> None:
        name, payload = attempt_event_to_json(kind, entry.event)
        values = (attempt, entry.seq, moment_to_text(entry.at), name, payload)
        if self._connection is None:
            self._cursor = self._open()
        try:
            self._cursor.execute(self._statement, values)
        except sqlite3.IntegrityError as error:
            # The number is taken, or the attempt is gone: somebody else has gone on with it.
            raise AttemptNotOpen(attempt, "elsewhere") from error
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
        """Give the connection up; the next append takes a new one, as the log writer does and for the same reason."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


def attempt_writer_factory(database: Database) -> AttemptWriterFactory:
    """Return what opens attempts for appending."""

    def opened() -> SqlAttemptWriter:
        return SqlAttemptWriter(database)

    return opened
