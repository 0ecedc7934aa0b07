from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import DiskFull
from kompetens_gui.ui.shell.bridge import Bridge
from kompetens_gui.ui.shell.failure import FailureGuard


def _boxes(window: QWidget) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_an_unforeseen_error_shows_one_calm_dialog_and_logs_no_values(
    qtbot: QtBot, window: QWidget, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[BaseException] = []
    guard = FailureGuard(told.append, window)
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            try:
                raise ValueError("Åsa Öberg 19121212-1212")
            except ValueError as error:
                guard.handle(error)
    assert told == []
    boxes = _boxes(window)
    assert len(boxes) == 1
    assert "ValueError" in caplog.text
    assert "test_failure_and_bridge.py" in caplog.text
    assert "Åsa" not in caplog.text
    with qtbot.waitSignal(boxes[0].finished):
        boxes[0].buttons()[0].click()
    guard.handle(ValueError())
    qtbot.waitUntil(lambda: len(_boxes(window)) == 1)


def test_an_expected_error_is_told_and_shows_no_dialog(window: QWidget) -> None:
    told: list[BaseException] = []
    FailureGuard(told.append, window).handle(DiskFull("x"))
    assert isinstance(told[0], DiskFull)
    assert _boxes(window) == []


def test_the_hooks_catch_errors_of_all_threads(qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[BaseException] = []
    FailureGuard(told.append, window).install()
    error = DiskFull("main")
    sys.excepthook(DiskFull, error, None)

    def fail() -> None:
        raise DiskFull("thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: [getattr(e, "path", "") for e in told] == ["main", "thread"])


def test_news_from_another_thread_arrives_in_order_on_the_ui_thread(qtbot: QtBot) -> None:
    bridge = Bridge()
    heard: list[tuple[object, bool]] = []
    ui_thread = QApplication.instance().thread()  # type: ignore[union-attr]  # there is one in this test
    bridge.arrived.connect(lambda news: heard.append((news, QThread.currentThread() is ui_thread)))

    def publish() -> None:
        for number in range(100):
            bridge.pass_on(number)

    thread = threading.Thread(target=publish)
    thread.start()
    thread.join()
    bridge.pass_on("last")
    assert heard == []
    qtbot.waitUntil(lambda: len(heard) == 101)
    assert heard == [*((number, True) for number in range(100)), ("last", True)]
