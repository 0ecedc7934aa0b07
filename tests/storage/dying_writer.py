"""A process that appends events as fast as it can, tells each accepted one, and is killed. Used by `test_killed.py`."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from kompetens_gui.domain.workshop.events import NoteWritten
from kompetens_gui.services.codec import event_to_json
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.log_writer import SqlLogWriter
from tests.storage.making import LOCAL_NOW, SESSION, an_event

event_to_json(NoteWritten("n", ""))  # what the first event of a process sets up is set up once for all forks


def note(seq: int) -> str:
    """Return a text whose length changes from event to event, so that pages fill and split at odd places."""
    return f"{seq} " + "åäö" * (seq * 37 % 701)


def write_until_killed(data: Path, first: int, told: Connection) -> None:
    """Append from number `first` on; each number is sent when `append` has returned, and not before."""
    database = Database.open(data, lambda: LOCAL_NOW)
    writer = SqlLogWriter(database, SESSION)
    seq = first
    while True:
        writer.append(an_event(seq, NoteWritten("n", note(seq))))
        told.send(seq)
        seq += 1
