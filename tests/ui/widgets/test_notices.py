from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.widgets.notices import MOST_AT_ONCE, NoticeStack


def _stack(qtbot: QtBot) -> tuple[QWidget, NoticeStack]:
    host = QWidget()
    host.resize(1000, 700)
    stack = NoticeStack(host)
    qtbot.addWidget(host)
    with qtbot.waitExposed(host):
        host.show()
    return host, stack


def test_a_message_lies_at_the_lower_right_and_follows_the_window(qtbot: QtBot) -> None:
    host, stack = _stack(qtbot)
    stack.show_notice("Omskrivningen är sparad")
    assert stack.geometry().right() == 1000 - 25
    assert stack.geometry().bottom() == 700 - 25
    host.resize(1200, 800)
    assert stack.geometry().right() == 1200 - 25


def test_undo_is_called_once_and_the_message_goes(qtbot: QtBot) -> None:
    _host, stack = _stack(qtbot)
    undone: list[str] = []
    notice = stack.show_notice("Momentet är borttaget", undo=lambda: undone.append("moment"))
    button = next(b for b in notice.findChildren(QPushButton) if b.text() == "Ångra")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == ["moment"]
    assert stack.notices() == []
    assert not stack.isVisible()


def test_messages_go_by_themselves_but_errors_stay(qtbot: QtBot) -> None:
    _host, stack = _stack(qtbot)
    error = stack.show_notice("Disken är full", "Frigör plats.", "err")
    notice = stack.show_notice("Sparat")
    notice._timer.setInterval(1)
    qtbot.waitUntil(lambda: stack.notices() == [error])
    assert not error._timer.isActive()
    assert error.accessibleName() == "Disken är full. Frigör plats."
    assert stack.close_newest()
    assert not stack.close_newest()


def test_too_many_messages_let_the_oldest_calm_one_go(qtbot: QtBot) -> None:
    _host, stack = _stack(qtbot)
    error = stack.show_notice("Fel", "Gör så här.", "err")
    for number in range(MOST_AT_ONCE + 3):
        stack.show_notice(f"Meddelande {number}")
    assert len(stack.notices()) == MOST_AT_ONCE
    assert error in stack.notices()
