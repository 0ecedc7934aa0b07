"""A leaflet written together, led from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.leaflet_together.events import LeafletStep
from tests.ui.activities.conftest import Running, Start

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def go_to(running: Running, step: LeafletStep, qtbot: QtBot) -> None:
    for _ in range(10):
        if running.state.step is step:
            return
        qtbot.keyClick(running.leader.head.jump, Qt.Key.Key_Right, ALT)
    raise AssertionError(step)


def test_a_section_is_written_with_advice_at_once_and_kept_when_the_leader_moves_on(start: Start, qtbot: QtBot) -> None:
    running = start("leaflet_together")
    leader, room = running.leader, running.room
    leaflet = running.context.material
    assert " ".join(leaflet.story.split()) in room.story.text()
    go_to(running, LeafletStep.SECTION, qtbot)
    words = leaflet.avoid[0]
    leader.editor.insertPlainText(f"Ja, {words.words} vila.")
    assert leader.gentle.found == (words,)
    assert running.state.texts == {}
    qtbot.keyClick(leader.editor, Qt.Key.Key_Right, ALT)
    assert running.state.texts == {leaflet.sections[0].id: f"Ja, {words.words} vila."}
    assert leader.editor.toPlainText() == ""
    assert leader.gentle.found == ()
    qtbot.keyClick(leader.editor, Qt.Key.Key_Left, ALT)
    assert words.advice in room.advice.text.text()
    go_to(running, LeafletStep.WHOLE, qtbot)
    shown = [card for card in room.parts if card.isVisible()]
    assert len(shown) == len(leaflet.sections)
    assert shown[0].text.text() == f"Ja, {words.words} vila."


def test_a_section_goes_to_another_group_without_losing_what_is_typed(start: Start, qtbot: QtBot) -> None:
    running = start("leaflet_together")
    leader, room = running.leader, running.room
    go_to(running, LeafletStep.SECTION, qtbot)
    section = running.context.material.sections[0].id
    leader.editor.insertPlainText("Vi skriver.")
    leader.group.box.setCurrentIndex(leader.group.box.findData("g2"))
    leader.group.box.activated.emit(leader.group.box.currentIndex())
    assert running.state.taken == {section: "g2"}
    assert running.state.texts == {section: "Vi skriver."}
    assert room.own.heading.text() == "Grupp 2 skriver"


def test_points_and_model_are_shown_one_by_one(start: Start, qtbot: QtBot) -> None:
    running = start("leaflet_together")
    leader, room = running.leader, running.room
    go_to(running, LeafletStep.SECTION, qtbot)
    section = running.context.material.sections[0]
    box = leader.boxes[0].box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not room.points.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_D, CTRL_SHIFT)
    assert f"Ja. {section.points[0]}" in room.points.text.text()
    assert not room.model.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.model.text.text() == " ".join(section.model.split())
    qtbot.keyClick(box, Qt.Key.Key_Right, ALT)
    assert not room.model.isVisible()
