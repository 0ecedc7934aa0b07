"""Fills a folder as a person's who has used the program: a database, and the overview as it last was.

`python tests/benchmarks/start_data.py FOLDER`
"""

from __future__ import annotations

import sys
from pathlib import Path

from kompetens_gui.demo import fill_region
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.environment.snapshot import write_snapshot
from kompetens_gui.joining import make_preferences, open_program
from kompetens_gui.services.news import EventBus
from kompetens_gui.ui.home.snapshot import snapshot_from


def fill(folder: Path) -> None:
    paths, bus = find_paths(folder), EventBus()
    preferences = make_preferences(paths, bus)
    program = open_program(paths, preferences, bus)
    fill_region(program)
    overview = snapshot_from(program.overview.overview(), preferences.current.user_name)
    write_snapshot(paths.snapshot_file, {"home": overview, "look": {"theme": "light", "text_scale": 1.0}})
    program.close()


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
