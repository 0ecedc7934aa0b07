"""Starts the joined program in the test's own process, and ends it properly afterwards."""

from __future__ import annotations

import gc
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.app import Options, Start
from kompetens_gui.demo import RehearsalClock
from tests.journeys.driver import Leader

TODAY = datetime(2026, 11, 12, 12, 50)
DESK = (1440, 900)
Begin = Callable[..., Leader]


@pytest.fixture(autouse=True)
def _in_sweden(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Papers are dated in Swedish time and the screen in the computer's own: let them be the same."""
    if hasattr(time, "tzset"):
        with monkeypatch.context() as here:
            here.setenv("TZ", "Europe/Stockholm")
            time.tzset()
            yield
        time.tzset()
    else:
        yield


@pytest.fixture
def clock(_in_sweden: None) -> RehearsalClock:
    """A clock that stands still between the moves of a test."""
    return RehearsalClock(TODAY.astimezone())


@pytest.fixture
def begin(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    clock: RehearsalClock,
) -> Iterator[Begin]:
    """Give what starts the program on a data folder; every start is ended after the test.

    The application is the one of the tests: there can be only one in a process. All else is what a user runs.
    """
    from kompetens_gui.ui.shell import startup

    monkeypatch.setattr(startup, "create_application", lambda *_a, **_k: qapp)
    monkeypatch.delenv("KOMPETENS_DATABASE_URL", raising=False)
    hooks = sys.excepthook, threading.excepthook
    started: list[Start] = []

    def start(data: Path = tmp_path / "data", *, wait: bool = True) -> Leader:
        options = Options()
        options.data_dir = data
        one = Start(options, clock)
        one.show()
        one.window.resize(*DESK)
        started.append(one)
        leader = Leader(one, qtbot.waitUntil, tmp_path / "pictures")
        if wait:
            leader.wait(lambda: one.windows is not None, "the program is open")
            leader.settled()
        return leader

    yield start
    for one in started:
        end(one, qtbot)
    sys.excepthook, threading.excepthook = hooks
    gc.unfreeze()
    unexpected = [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR]
    assert unexpected == []


def end(one: Start, qtbot: QtBot) -> None:
    """End a started program as closing its window does, and take its widgets away."""
    tasks = one.tasks
    if tasks is not None:
        qtbot.waitUntil(tasks.is_idle, timeout=10_000)
    one.finish()
    if tasks is not None:
        qtbot.waitUntil(tasks.is_idle, timeout=10_000)
    one.windows, one.program = None, None
    one.window.hide()
    one.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
