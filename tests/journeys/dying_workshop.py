"""A program in which a specialist's workshop is planned and led by keyboard, until it is killed. Argument: the data.

It comes as far as the middle of the role play, tells of every event on disk, says HERE and goes on noting.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from kompetens_gui.demo import RehearsalClock
from tests.journeys.alone import NOW, open_alone, tell
from tests.journeys.driver import Leader
from tests.journeys.leading_groups import inform, work_in_groups
from tests.journeys.leading_role_play import begin_the_play, cast_the_roles, playing
from tests.journeys.planning_workshop import (
    choose_material,
    divide_into_three,
    make_ready_and_start,
    plan_the_workshop,
)


def main() -> None:
    clock = RehearsalClock(NOW.astimezone())
    leader = open_alone(Path(sys.argv[1]), clock)
    plan_the_workshop(leader)
    divide_into_three(leader)
    choose_material(leader)
    make_ready_and_start(leader)
    inform(leader)
    work_in_groups(leader, clock)
    cast_the_roles(leader)
    begin_the_play(leader, clock)
    told = _tell_of_new(leader, 0)
    tell("HERE")
    for number in itertools.count(1):
        leader.press("Ctrl+Shift+N")
        leader.type(f"och vidare {number}")
        leader.press("Return")
        leader.wait(lambda number=number: len(playing(leader).notes) == number, "the note")  # type: ignore[misc]
        told = _tell_of_new(leader, told)


def _tell_of_new(leader: Leader, told: int) -> int:
    for entry in leader.log.events[told:]:
        tell(f"{entry.seq} {type(entry.event).__name__}")
    return len(leader.log.events)


if __name__ == "__main__":
    main()
