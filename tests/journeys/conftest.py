"""Starts the joined program in the test's own process, and ends it properly afterwards."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.app import Options, Start
from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.errors import KompetensError
from tests.journeys.alone import NOW
from tests.journeys.driver import Leader

DESK = (1440, 900)
if os.environ.get("KOMPETENS_JOURNEYS_ON"):
    # "xcb" lets the windows of the journeys be real ones, as under Xvfb.
    os.environ["QT_QPA_PLATFORM"] = os.environ["KOMPETENS_JOURNEYS_ON"]


class Begin:
    """Starts the program on a data folder, as often as a test wants."""

    def __init__(self, clock: RehearsalClock, qtbot: QtBot, folder: Path) -> None:
        self._clock, self._qtbot, self._folder = clock, qtbot, folder
        self._started: list[Leader] = []

    def __call__(self, data: Path | None = None, *, wait: bool = True) -> Leader:
        options = Options()
        options.data_dir = data or self._folder / "data"
        start = Start(options, self._clock)
        start.show()
        start.window.resize(*DESK)
        leader = Leader(start, self._qtbot.waitUntil, self._folder / "pictures")
        self._started.append(leader)
        if wait:
            leader.wait(lambda: start.windows is not None, "the program is open")
            leader.settled()
        return leader

    def end(self, leader: Leader) -> None:
        """End a started program as closing its window does, and take its widgets away."""
        self._started.remove(leader)
        start = leader.start
        self._wait_for_tasks(start)
        start.finish()
        self._wait_for_tasks(start)
        start.windows, start.program = None, None
        start.window.hide()
        start.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def end_all(self) -> None:
        for leader in list(self._started):
            self.end(leader)

    def _wait_for_tasks(self, start: Start) -> None:
        if start.tasks is not None:
            self._qtbot.waitUntil(start.tasks.is_idle, timeout=10_000)


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
    return RehearsalClock(NOW.astimezone())


@pytest.fixture
def begin(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: RehearsalClock
) -> Iterator[Begin]:
    """Give what starts the program; every start is ended after the test.

    The application is the one of the tests: there can be only one in a process. All else is what a user runs. An error
    that nobody foresaw fails the test, whatever dialog the program shows for it.
    """
    from kompetens_gui.ui.shell import startup
    from kompetens_gui.ui.shell.failure import FailureGuard

    unforeseen: list[BaseException] = []
    handle = FailureGuard.handle

    def note(guard: FailureGuard, error: BaseException) -> None:
        if not isinstance(error, KompetensError):
            unforeseen.append(error)
        handle(guard, error)

    monkeypatch.setattr(FailureGuard, "handle", note)
    monkeypatch.setattr(startup, "create_application", lambda *_a, **_k: qapp)
    monkeypatch.delenv("KOMPETENS_DATABASE_URL", raising=False)
    hooks = sys.excepthook, threading.excepthook
    begin = Begin(clock, qtbot, tmp_path)
    yield begin
    begin.end_all()
    sys.excepthook, threading.excepthook = hooks
    gc.unfreeze()
    if unforeseen:
        raise unforeseen[0]
