"""A session on a laptop with a projector beside it, two screens without a room. Argument: the data folder.

Says as JSON, step by step, where the two windows stand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kompetens_gui.demo import RehearsalClock
from tests.journeys.alone import NOW, open_alone, planned_today, tell


def place(window: QWidget) -> list[object]:
    return [window.screen().name(), window.isFullScreen(), window.isVisible(), window.width(), window.height()]


def main() -> None:
    clock = RehearsalClock(NOW.astimezone())
    leader = open_alone(Path(sys.argv[1]), clock)
    planned_today(leader.program)
    leader.press("Ctrl+2")
    leader.on_page("planning")
    leader.activate("Starta")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    room = leader.windows.room

    def say(step: str) -> None:
        leader.settled()
        tell(json.dumps({"step": step, "leader": place(leader.start.window), "room": place(room.window)}))

    say("started")
    leader.press("PgDown")
    leader.wait(lambda: leader.state.position == 1, "the next item")
    item = leader.state.current
    leader.wait(lambda: room.window.view.picture is not None and room.window.view.picture.item == item, "in the room")
    say("moved on")
    leader.press("F8")
    say("swapped")
    leader.press("F8")
    say("swapped back")
    leader.press("F9")
    say("as a window")
    leader.press("F5")
    say("off")


if __name__ == "__main__":
    main()
