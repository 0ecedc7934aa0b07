"""Sorting and the talk drill, led from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.base import Round
from tests.ui.activities.conftest import Start

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_hands_are_counted_before_and_after_and_reasons_shown_last(start: Start, qtbot: QtBot) -> None:
    running = start("sorting")
    leader, room = running.leader, running.room
    bin_, stepper = next(iter(leader.hands.items()))
    stepper.setFocus()
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    item = leader._item.id
    assert running.state.of(Round.FIRST, item).hands == {bin_: 2}
    qtbot.keyClick(stepper, Qt.Key.Key_2, CTRL_SHIFT)
    assert leader.before[bin_].text() == "före: 2"
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert room.bins[0].count.text() == "2 före, 1 efter"
    assert room.bins[0].reason.text() == ""
    qtbot.keyClick(stepper, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.bins[0].reason.text() != ""
    qtbot.keyClick(stepper, Qt.Key.Key_Right, ALT)
    assert room.bins[0].reason.text() == ""
    assert "Situation 2 av" in room.place.text()


def test_a_group_chooses_its_place(start: Start, qtbot: QtBot) -> None:
    running = start("sorting")
    choice = running.leader.choices["g2"]
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: choice.currentIndex() == 1)
    choice.activated.emit(choice.currentIndex())
    assert running.room.bins[0].groups.text() == "Grupp 2"


def test_what_is_typed_is_credited_to_the_group_and_kept_when_stepping(start: Start, qtbot: QtBot) -> None:
    running = start("talk_drill")
    leader, room = running.leader, running.room
    leader.group.setCurrentIndex(leader.group.findData("g1"))
    qtbot.keyClicks(leader.wordings.new, "Hur kan jobbet fungera?")
    qtbot.keyClick(leader.wordings.new, Qt.Key.Key_Right, ALT)
    assert [(w.text, w.group) for w in running.state.wordings] == [("Hur kan jobbet fungera?", "g1")]
    assert not room.wordings.isVisible()
    qtbot.keyClick(leader.wordings.new, Qt.Key.Key_Left, ALT)
    assert room.wordings.texts.text() == "Grupp 1: ”Hur kan jobbet fungera?”"
    assert not room.models.isVisible()
    qtbot.keyClick(leader.wordings.new, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.models.isVisible()
