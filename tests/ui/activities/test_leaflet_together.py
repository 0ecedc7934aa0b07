"""A leaflet written together, led from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.leaflet_together.events import LeafletStep, SectionWritten
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
    assert room.heading.text() == leaflet.sections[0].heading
    assert room.reading.text() == leader.reading.text() == f"Ja, {words.words} vila."
    qtbot.keyClick(leader.head.jump, Qt.Key.Key_Right, ALT)
    assert room.heading.text() == leaflet.sections[1].heading
    assert room.reading.text() == leader.reading.text() == "Den här delen är inte skriven än."


def test_a_long_leaflet_is_read_page_by_page_large_and_whole(start: Start, qtbot: QtBot) -> None:
    running = start("leaflet_together")
    leader, room = running.leader, running.room
    sections = running.context.material.sections
    sentence = "Många mår bättre av att gå upp vid samma tid, även när natten har varit svår. "
    texts = [(sentence * 15).strip(), "x" * 1200, "\n".join(f"{n}. Ring chefen." for n in range(60))]
    for section, text in zip(sections, texts, strict=False):
        running.happen(SectionWritten(section.id, text))
    go_to(running, LeafletStep.WHOLE, qtbot)
    read: dict[str, str] = {}
    while True:
        assert room.reading.is_whole(), room.reading.text()
        assert leader.reading.text() == room.reading.text()
        read[room.heading.text()] = read.get(room.heading.text(), "") + room.reading.text()
        if not leader.head.next.isEnabled():
            break
        qtbot.keyClick(leader.head.jump, Qt.Key.Key_Right, ALT)
    for section, text in zip(sections, texts, strict=False):
        assert "".join(read[section.heading].split()) == "".join(text.split())
    assert len(read) == len(sections)


def test_a_point_answered_for_an_earlier_text_is_to_be_looked_at_again(start: Start, qtbot: QtBot) -> None:
    running = start("leaflet_together")
    leader, room = running.leader, running.room
    go_to(running, LeafletStep.SECTION, qtbot)
    point = running.context.material.sections[0].points[0]
    leader.editor.insertPlainText("Vi skriver.")
    qtbot.keyClick(leader.boxes[0].box, Qt.Key.Key_Space)
    assert leader.boxes[0].box.isChecked()
    leader.editor.insertPlainText(" Och skriver om.")
    leader.commit_pending()
    assert not leader.boxes[0].box.isChecked()
    assert "omskriven" in leader.boxes[0].label.text()
    leader.show_points.click()
    assert f"Se igen, texten är omskriven. {point}" in room.points.text.text()
    qtbot.keyClick(leader.boxes[0].box, Qt.Key.Key_Space)
    assert leader.boxes[0].label.text() == point
    assert f"Ja. {point}" in room.points.text.text()


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
