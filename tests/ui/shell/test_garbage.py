"""Garbage is looked for on the UI thread, and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.shell.garbage import UiThreadGarbage


class Cycle:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def _as_before() -> Iterator[None]:
    was_on, thresholds = gc.isenabled(), gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    if was_on:
        gc.enable()


@pytest.mark.usefixtures("_as_before")
def test_cycles_go_away_from_the_event_loop(qtbot: QtBot) -> None:
    watch = UiThreadGarbage()
    assert not gc.isenabled()
    gc.collect()
    gc.set_threshold(1, 10, 10)
    gone: list[threading.Thread] = []
    cycle = Cycle()
    weakref.finalize(cycle, lambda: gone.append(threading.current_thread()))
    del cycle
    kept: list[list[int]] = [[] for _ in range(100)]  # more new objects than the threshold
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.main_thread()]
    assert len(kept) == 100
    watch.deleteLater()
