"""What `start.py` does: see that everything is here, then become the program."""

from __future__ import annotations

import os
from pathlib import Path

from tools import environment, system_packages
from tools.handover import hand_over
from tools.places import ROOT, RUNTIME_LOCK, VENV_PYTHON
from tools.python_versions import use_supported_python
from tools.screen import has_screen, screen_kinds
from tools.speech import guarded, say


def main(arguments: list[str]) -> int:
    """Set up what is missing and start the program with `arguments`; return an exit code only if that failed."""
    return guarded(lambda: _start(arguments))


def _start(arguments: list[str]) -> int:
    use_supported_python(ROOT / "start.py", arguments)
    system_packages.require(screen_kinds(os.environ), for_installing=not environment.is_ready(RUNTIME_LOCK))
    environment.prepare(RUNTIME_LOCK)
    if has_screen(os.environ):
        hand_over([str(VENV_PYTHON), "-m", "kompetens_gui", *arguments])
    target = Path.cwd() / "demo"
    say(
        "Den här datorn har ingen skärm att visa fönster på (varken DISPLAY eller WAYLAND_DISPLAY är satt).\n"
        f"Kör i stället en demonstration utan skärm; protokoll, kursintyg och bilder hamnar i {target}"
    )
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    hand_over([str(VENV_PYTHON), "-m", "kompetens_gui.cli", "demo", str(target)])
