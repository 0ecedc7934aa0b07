"""The append-only logs, within a unit of work. A running session appends through `log_writer.py` instead."""

from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from kompetens_gui.domain.errors import DatabaseDamaged
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.plan import WorkshopSessionId
from kompetens_gui.services.codec import event_from_json, event_to_json
from kompetens_gui.storage.tables import SessionEventRecord
from kompetens_gui.storage.unreadable import database_path, reading


class SqlEventStore:
    """Fits EventStore. What is appended is durable when the unit of work has committed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, session_id: WorkshopSessionId, entry: RecordedEvent) -> None:
        name, item, payload = event_to_json(entry.event)
        values = {
            "session_id": session_id,
            "seq": entry.seq,
            "at": entry.at,
            "name": name,
            "item": item,
            "payload": payload,
        }
        self._connection.execute(insert(SessionEventRecord).values(values))

    def read(self, session_id: WorkshopSessionId) -> Sequence[RecordedEvent]:
        """Return the whole log in order; a log with a hole or an event nobody can read raises DatabaseDamaged."""
        record = SessionEventRecord
        found = select(record.seq, record.at, record.name, record.item, record.payload)
        with reading(self._connection):
            rows = self._connection.execute(found.where(record.session_id == session_id).order_by(record.seq)).all()
            if [row.seq for row in rows] != list(range(1, len(rows) + 1)):
                raise DatabaseDamaged(str(database_path(self._connection)))
            return tuple(RecordedEvent(r.seq, r.at, event_from_json(r.name, r.item, r.payload)) for r in rows)
