"""A process that answers an exercise as fast as it can, tells each accepted answer, and is killed.

Used by `test_learner_killed.py`.
"""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from kompetens_gui.domain.exercises.own_text import DraftWritten
from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.services.attempt_codec import attempt_event_to_json
from kompetens_gui.storage.attempt_writer import SqlAttemptWriter
from kompetens_gui.storage.database import Database
from tests.storage.making import LOCAL_NOW, NOW

ATTEMPT = AttemptId("attempt-1")
attempt_event_to_json(
    "letter", DraftWritten("")
)  # what the first event of a process sets up is set up once for all forks


def draft(seq: int) -> DraftWritten:
    """Return a text whose length changes from event to event, so that pages fill and split at odd places."""
    return DraftWritten(f"{seq} " + "åäö" * (seq * 37 % 701))


def answer_until_killed(data: Path, first: int, told: Connection) -> None:
    """Append from number `first` on; each number is sent when `append` has returned, and not before."""
    database = Database.open(data, lambda: LOCAL_NOW)
    writer = SqlAttemptWriter(database)
    seq = first
    while True:
        writer.append(ATTEMPT, "letter", RecordedEvent(seq, NOW, draft(seq)))
        told.send(seq)
        seq += 1
