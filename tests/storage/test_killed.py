"""A process killed in the middle of writing, two hundred times: nothing accepted is missing, nothing half is read."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from pathlib import Path

from kompetens_gui.domain.workshop.events import NoteWritten
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.storage.checking import check_database
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.storage.dying_writer import note, write_until_killed
from tests.storage.making import LOCAL_NOW, SESSION, FixedClock, a_session, an_event

KILLS = 200
MOST_EVENTS, LONGEST_LIFE = 8, 0.004


def test_two_hundred_kills_lose_no_accepted_event_and_leave_no_half_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    database = Database.open(data, lambda: LOCAL_NOW)
    with unit_of_work_factory(database, FixedClock())() as unit:
        unit.sessions.save(a_session())
        unit.events.append(SESSION, an_event(1))
        unit.commit()
    database.close()

    # A server that has everything imported gives birth to each process in milliseconds, where there is one.
    births = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    births.set_forkserver_preload(["tests.storage.dying_writer"])
    chance = random.Random(11)
    last, killed_while_writing = 1, 0
    for _ in range(KILLS):
        told = told_before_death(births, data, last + 1, chance)
        killed_while_writing += bool(told)
        last = check_what_is_left(data, last, told)
    assert killed_while_writing > KILLS * 3 // 4, "most of them have to die in the middle of their work"

    report = check_database(data / "kompetens.sqlite3")
    assert report.is_sound, report.problems
    database = Database.open(data, lambda: LOCAL_NOW)
    with unit_of_work_factory(database, FixedClock())() as unit:
        log = SessionLog.replay(unit.sessions.get(SESSION), FrozenContent(), unit.events.read(SESSION))
    database.close()
    (left,) = log.state.notes
    assert left.text == note(last).strip()


def told_before_death(
    births: multiprocessing.context.BaseContext, data: Path, first: int, chance: random.Random
) -> list[int]:
    """Let one process write for a random while and kill it; returns the numbers it told of."""
    hear, tell = births.Pipe(duplex=False)
    process = births.Process(target=write_until_killed, args=(data, first, tell))  # type: ignore[attr-defined]
    process.start()
    tell.close()
    told = [hear.recv() for _ in range(chance.randint(1, MOST_EVENTS))]
    time.sleep(chance.random() * LONGEST_LIFE)  # death comes at any moment of the next writes
    process.kill()
    process.join()
    try:
        while True:
            told.append(hear.recv())
    except EOFError:
        hear.close()
    return told


def check_what_is_left(data: Path, before: int, told: list[int]) -> int:
    """Open what the dead process left; returns the last number in its log."""
    assert told == list(range(before + 1, before + 1 + len(told)))
    database = Database.open(data, lambda: LOCAL_NOW)  # nothing it left stands in the way
    with unit_of_work_factory(database, FixedClock())() as unit:
        log = unit.events.read(SESSION)
    database.close()
    # The one being written when death came may be there whole without having been told of; never more than that one.
    assert log[-1].seq in (told[-1], told[-1] + 1), f"told of {told[-1]}, found {log[-1].seq}"
    for entry in log[before:]:
        assert entry.event == NoteWritten("n", note(entry.seq))
    return log[-1].seq
