"""The bridge between Python and Qt keeps count.

PySide6 6.12.0 on Python 3.11 drops a reference to None in each painter call, and aborts when none are left.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[1]
CALLS = 100_000
ALLOWED_DRIFT = 1_000

PAINT = f"""
import sys
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter

app = QGuiApplication([])
image = QImage(10, 10, QImage.Format.Format_RGB32)
painter = QPainter(image)
square = QRect(0, 0, 3, 3)
before = sys.getrefcount(None)
for _ in range({CALLS}):
    painter.drawRect(square)
after = sys.getrefcount(None)
painter.end()
print(before, after)
"""


def sinks(before: int, after: int) -> bool:
    return after < before - ALLOWED_DRIFT


def test_a_hundred_thousand_painter_calls_cost_no_reference_to_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINT],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    before, after = (int(word) for word in done.stdout.split())
    assert not sinks(before, after), f"{before - after} references to None were lost in {CALLS} calls"


def test_the_watch_would_notice_a_lost_reference_for_each_call() -> None:
    assert sinks(200_000, 200_000 - CALLS)
    assert not sinks(5_000, 5_003)


def test_the_binding_at_hand_is_the_one_we_trust() -> None:
    assert PySide6.__version_info__[:2] == (6, 11)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
@pytest.mark.parametrize("package", ["pyside6-essentials", "shiboken6"])
def test_the_locks_pin_the_binding(name: str, package: str) -> None:
    pinned = re.findall(rf"^{package}==(\S+)", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE)
    assert len(pinned) == 1
    assert pinned[0].startswith("6.11.")


def test_the_project_asks_for_no_later_binding() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert "PySide6-Essentials>=6.11.0,<6.12" in project["dependencies"]
