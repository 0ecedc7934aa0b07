"""What holds for the panels of every kind: they show, they can be reached, and they fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS
from kompetens_gui.ui.style.theme import theme
from tests.ui.activities.conftest import Start

SMALLEST_IN_THE_ROOM = 28


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
def test_every_control_of_the_leader_has_a_name_to_be_read(kind: str, start: Start) -> None:
    running = start(kind)
    controls = [
        w
        for cls in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
        for w in running.leader.findChildren(cls)
        if w.isVisible() and w.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    nameless = [w for w in controls if not w.accessibleName() and not (isinstance(w, QAbstractButton) and w.text())]
    assert nameless == []


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
def test_the_leader_reaches_every_control_with_tab(kind: str, start: Start, qtbot: QtBot) -> None:
    running = start(kind)
    wanted = {
        w
        for w in running.leader.findChildren(QAbstractButton)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached: set[QWidget] = set()
    at: QWidget | None = running.leader.nextInFocusChain()
    for _ in range(400):
        if at is None:
            break
        reached.add(at)
        at = at.nextInFocusChain()
    assert wanted <= reached


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
def test_no_word_in_the_room_is_smaller_than_can_be_read_from_the_back(kind: str, start: Start) -> None:
    running = start(kind)
    small = [
        (label.text(), label.fontInfo().pixelSize())
        for label in running.room.findChildren(QLabel)
        if label.isVisible() and label.text() and label.fontInfo().pixelSize() < SMALLEST_IN_THE_ROOM
    ]
    assert small == []


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
@pytest.mark.parametrize("scale", [0.9, 2.0])
def test_the_leader_panel_paints_at_small_and_large_text(kind: str, scale: float, start: Start, qtbot: QtBot) -> None:
    running = start(kind)
    theme.set_text_scale(scale)
    qtbot.wait_until(lambda: theme.text_scale == scale)
    running.show()
    assert not running.windows[0].grab().isNull()
    assert not running.windows[1].grab().isNull()


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
def test_both_panels_paint_in_the_dark(kind: str, start: Start) -> None:
    running = start(kind)
    theme.set_mode("dark")
    running.show()
    assert not running.windows[0].grab().isNull()


@pytest.mark.parametrize("kind", ACTIVITY_KINDS)
def test_actions_of_a_kind_have_words_and_keys_of_their_own(kind: str, start: Start) -> None:
    running = start(kind)
    keys = [action.shortcut().toString() for action in running.leader.actions_of_kind()]
    assert all(action.text() for action in running.leader.actions_of_kind())
    assert all(keys)
    assert len(keys) == len(set(keys))
