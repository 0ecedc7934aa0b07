"""A process killed in the middle of an answer, again and again: nothing accepted is missing, nothing half is read."""

from __future__ import annotations

import multiprocessing
import random
import sys
import time
from pathlib import Path

from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.storage.checking import check_database
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.domain.study_making import a_started
from tests.storage.dying_learner import ATTEMPT, answer_until_killed, draft
from tests.storage.making import LEARNER, LOCAL_NOW, FixedClock, a_profile

KILLS = 80
MOST_EVENTS, LONGEST_LIFE = 6, 0.004


def test_kills_lose_no_accepted_answer_and_leave_no_half_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    database = Database.open(data, lambda: LOCAL_NOW)
    with unit_of_work_factory(database, FixedClock())() as unit:
        unit.learners.save(a_profile())
        unit.attempts.start(a_started("letter", id=ATTEMPT, learner=LEARNER))
        unit.commit()
    database.close()

    births = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    births.set_forkserver_preload(["tests.storage.dying_learner"])
    chance = random.Random(12)
    last, killed_while_writing = 0, 0
    for _ in range(KILLS):
        told = told_before_death(births, data, last + 1, chance)
        killed_while_writing += bool(told)
        last = check_what_is_left(data, last, told)
    assert killed_while_writing > KILLS * 3 // 4, "most of them have to die in the middle of their work"
    report = check_database(data / "kompetens.sqlite3")
    assert report.is_sound, report.problems


def told_before_death(
    births: multiprocessing.context.BaseContext, data: Path, first: int, chance: random.Random
) -> list[int]:
    """Let one process answer for a random while and kill it; returns the numbers it told of."""
    hear, tell = births.Pipe(duplex=False)
    process = births.Process(target=answer_until_killed, args=(data, first, tell))  # type: ignore[attr-defined]
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
    """Open what the dead process left; returns the last number of its attempt."""
    assert told == list(range(before + 1, before + 1 + len(told)))
    database = Database.open(data, lambda: LOCAL_NOW)  # nothing it left stands in the way
    with unit_of_work_factory(database, FixedClock())() as unit:
        stored = unit.attempts.read(ATTEMPT)
    database.close()
    last = stored.events[-1].seq
    # The one being written when death came may be there whole without having been told of; never more than that one.
    assert last in (told[-1], told[-1] + 1), f"told of {told[-1]}, found {last}"
    for entry in stored.events[before:]:
        assert entry.event == draft(entry.seq)
    assert Attempt.replay(stored.started, stored.events).view.own.text == draft(last).text
    return last
