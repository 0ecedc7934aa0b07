"""Kills a program of its own in the middle of its work, and reads what it left without the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.storage.checking import check_database
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.unit_of_work import unit_of_work_factory

ROOT = Path(__file__).parents[2]
EVENTS_AFTER = 3


def killed(program: str, data: Path, *arguments: str, after: int = EVENTS_AFTER) -> list[str]:
    """Let a module of this folder run to the place where it says HERE, and kill it so many events after that.

    Returns the names of the events it told of.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", f"tests.journeys.{program}", str(data), *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    told: list[str] = []
    since = -1
    for line in process.stdout:
        if line == "HERE\n":
            since = 0
        else:
            number, name = line.split()
            told.append(name)
            assert int(number) == len(told)
            since += since >= 0
        if since >= after:
            break
    process.kill()
    # Read to the end where the loop stopped: `communicate` would pass over what has been read ahead.
    rest = process.stdout.read()
    process.wait(timeout=30)
    process.stdout.close()
    assert since >= after, "it ended before it came to the place"
    return told + [line.split()[1] for line in rest.splitlines() if line.count(" ") == 1]


def log_on_disk(data: Path, clock: RehearsalClock) -> SessionLog:
    """Read what the dead program left, without the program."""
    assert check_database(data / "kompetens.sqlite3").is_sound
    database = Database.open(data, clock.local_now)
    try:
        with unit_of_work_factory(database, clock)() as work:
            (row,) = work.sessions.running()
            session = work.sessions.get(row.id)
            return SessionLog.replay(session, work.sessions.frozen(row.id), work.events.read(row.id))
    finally:
        database.close()
