"""The way from Ledarvyn to what can be printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.presenter.harness import Desk


def test_the_key_and_the_button_ask_for_the_papers(run: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: run.window.focusWidget() is not None)
    with qtbot.waitSignal(run.page.top.prints_wanted):
        qtbot.keyClick(run.window.focusWidget() or run.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(run.page.top.prints_wanted):
        qtbot.mouseClick(run.page.top.prints, Qt.MouseButton.LeftButton)
    assert run.page.top.prints.accessibleName() == "Utskrifter"
