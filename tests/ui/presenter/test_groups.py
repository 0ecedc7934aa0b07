"""The small groups of a running session, from the key to the log."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.events import GroupsArranged
from kompetens_gui.ui.presenter.groups_dialog import GroupsDialog
from tests.ui.presenter.harness import Desk

CTRL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


def opened(run: Desk, qtbot: QtBot) -> GroupsDialog:
    """Press Ctrl+G where the focus is, and wait for the dialog."""
    qtbot.waitUntil(lambda: run.window.focusWidget() is not None)
    qtbot.keyClick(run.window.focusWidget() or run.window, Qt.Key.Key_G, CTRL)
    qtbot.waitUntil(lambda: bool(run.window.findChildren(GroupsDialog)))
    dialog: GroupsDialog = run.window.findChildren(GroupsDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_groups_are_made_and_used_by_keyboard_alone(run: Desk, qtbot: QtBot) -> None:
    dialog = opened(run, qtbot)
    assert dialog.focusWidget() is dialog.board.mix
    qtbot.keyClick(dialog.board.mix, Qt.Key.Key_Return)
    made = dialog.board.groups()
    assert [len(g.members) for g in made] == [4, 3, 3]
    dialog.use.setFocus()
    qtbot.keyClick(dialog.use, Qt.Key.Key_Return)
    run.settle()
    assert run.state.session.groups == made
    item = run.state.item
    assert item is not None
    assert run.state.context(item).groups == made
    qtbot.mouseClick(run.page.top.undo, Qt.MouseButton.LeftButton)
    run.settle()
    assert run.state.session.groups == ()


@pytest.mark.parametrize("how", ["escape", "unchanged"])
def test_nothing_happens_when_the_groups_are_only_looked_at(run: Desk, qtbot: QtBot, how: str) -> None:
    before = len(run.session.log.events)
    dialog = opened(run, qtbot)
    if how == "escape":
        qtbot.mouseClick(dialog.board.mix, Qt.MouseButton.LeftButton)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    run.settle()
    assert len(run.session.log.events) == before
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_button_opens_them_too_with_the_groups_there_are(run: Desk, qtbot: QtBot) -> None:
    dialog = opened(run, qtbot)
    qtbot.mouseClick(dialog.board.mix, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    run.settle()
    made = run.state.session.groups
    qtbot.waitUntil(lambda: not [d for d in run.window.findChildren(GroupsDialog) if d.isVisible()])
    qtbot.mouseClick(run.page.top.groups, Qt.MouseButton.LeftButton)
    again = [d for d in run.window.findChildren(GroupsDialog) if d.isVisible()]
    assert [d.board.groups() for d in again] == [made]
    assert sum(isinstance(e.event, GroupsArranged) for e in run.session.log.events) == 1
