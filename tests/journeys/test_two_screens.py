"""With a projector the room's picture fills it, and one key swaps, unfolds and puts it out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LAPTOP, WALL = (1440, 900), (1920, 1080)


def screen(name: str, x: int, size: tuple[int, int]) -> dict[str, object]:
    width, height = size
    return {
        "name": name,
        "x": x,
        "y": 0,
        "width": width,
        "height": height,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }


def test_the_room_fills_the_projector_and_follows_the_keys(tmp_path: Path) -> None:
    screens = {"screens": [screen("laptop", 0, LAPTOP), screen("wall", LAPTOP[0], WALL)]}
    (tmp_path / "screens.json").write_text(json.dumps(screens), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.on_two_screens", str(tmp_path / "data")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    steps = {step["step"]: step for step in map(json.loads, done.stdout.splitlines())}
    for step in ("started", "moved on", "swapped back"):
        assert steps[step]["leader"][0] == "laptop"
        assert steps[step]["room"] == ["wall", True, True, *WALL], step
    assert steps["swapped"]["room"] == ["laptop", True, True, *LAPTOP]
    assert steps["swapped"]["leader"][0] == "wall", "the leader's window gives way"
    name, full, visible, width, _height = steps["as a window"]["room"]
    assert (name, full, visible) == ("laptop", False, True)
    assert width < LAPTOP[0]
    assert steps["off"]["room"][2] is False
