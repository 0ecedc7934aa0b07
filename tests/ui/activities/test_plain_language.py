"""A letter read and written anew in the room, led from the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.plain_language.events import LetterReader, LetterStep, ModelShown, VersionWritten
from kompetens_gui.domain.activities.plain_language.room import plain
from kompetens_gui.ui.activities.paper_card import PaperCard
from kompetens_gui.ui.activities.plain_language.room import ChangedCard
from tests.domain.material_making import RESOURCES
from tests.ui.activities.conftest import Running, Start

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def go_to(running: Running, step: LetterStep, qtbot: QtBot) -> None:
    for _ in range(10):
        if running.state.step is step:
            return
        qtbot.keyClick(running.leader.head.jump, Qt.Key.Key_Right, ALT)
    raise AssertionError(step)


def test_the_letter_is_read_as_three_readers(start: Start, qtbot: QtBot) -> None:
    running = start("plain_language")
    leader, room = running.leader, running.room
    letter = running.context.material
    qtbot.keyClicks(leader.questions.points.new, "Vad ska jag svara?")
    qtbot.keyClick(leader.questions.points.new, Qt.Key.Key_Return)
    assert room.side.text.text() == "Vad ska jag svara?"
    assert not room.asks.isVisible()
    qtbot.keyClick(leader.questions.points.new, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.asks.text.text() == letter.readings.recipient
    qtbot.keyClicks(leader.questions.points.new, "Vem ringer jag?")
    qtbot.keyClick(leader.questions.points.new, Qt.Key.Key_Right, ALT)
    assert [q.reader for q in running.state.questions] == [LetterReader.RECIPIENT] * 2
    assert not room.asks.isVisible()
    assert "Vem ringer jag?" not in room.side.text.text()


def test_what_is_typed_is_measured_at_once_and_kept_when_the_leader_moves_on(start: Start, qtbot: QtBot) -> None:
    running = start("plain_language")
    leader, room = running.leader, running.room
    fact = running.context.material.must_keep[0]
    go_to(running, LetterStep.WRITING, qtbot)
    assert "Saknas" in leader.editor.facts.rows[0].accessibleName()
    leader.editor.text.insertPlainText(f"Kom till oss. {fact.text}.")
    assert leader.editor.measure.number.text() != "LIX –"
    assert "ord per mening" in leader.editor.sentences.text()
    assert "Står i texten" in leader.editor.facts.rows[0].accessibleName()
    assert running.state.versions == {}
    qtbot.keyClick(leader.editor.text, Qt.Key.Key_Right, ALT)
    assert running.state.step is LetterStep.CHANGES
    assert running.state.versions[""].startswith("Kom till oss.")
    assert room.before.isVisible()
    assert "tillagt: Kom" in room.after.text.accessibleName()


def test_another_groups_version_never_takes_what_was_typed_for_the_first(start: Start, qtbot: QtBot) -> None:
    running = start("plain_language")
    leader, room = running.leader, running.room
    go_to(running, LetterStep.VERSIONS, qtbot)
    box = leader.editor.group.box
    for group, text in (("g1", "Grupp ett skriver."), ("g2", "Grupp tre skriver.")):
        box.setCurrentIndex(box.findData(group))
        box.activated.emit(box.currentIndex())
        assert leader.editor.text.toPlainText() == ""
        leader.editor.text.insertPlainText(text)
    box.setCurrentIndex(box.findData("g1"))
    box.activated.emit(box.currentIndex())
    assert leader.editor.text.toPlainText() == "Grupp ett skriver."
    assert running.state.versions == {"g1": "Grupp ett skriver.", "g2": "Grupp tre skriver."}
    shown = [card.text.text() for card in room.versions if card.isVisible()]
    assert shown == ["Grupp ett skriver.", "Grupp tre skriver."]


def test_points_are_ticked_and_shown_before_the_model(start: Start, qtbot: QtBot) -> None:
    running = start("plain_language")
    leader, room = running.leader, running.room
    letter = running.context.material
    go_to(running, LetterStep.CHECKING, qtbot)
    box = leader.boxes[0].box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert running.state.checked == {0: True}
    assert letter.points[0] not in room.side.text.text()
    qtbot.keyClick(box, Qt.Key.Key_F, CTRL_SHIFT)
    assert f"Ja. {letter.points[0]}" in room.side.text.text()
    go_to(running, LetterStep.MODEL, qtbot)
    assert letter.model.replace("**", "") != room.side.text.text()
    qtbot.keyClick(leader.head.jump, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.side.text.text() == letter.model.replace("**", "")


@pytest.mark.parametrize("letter", sorted(path.stem for path in (RESOURCES / "exercises" / "letter").glob("*.yaml")))
def test_every_shipped_letter_has_room_beside_a_version_as_long_as_its_model(
    letter: str, start: Start, qtbot: QtBot
) -> None:
    running = start("plain_language", settings={"material": f"letter/{letter}"})
    room = running.room
    running.happen(VersionWritten(plain(running.context.material.model)))
    running.happen(ModelShown(shown=True))
    for step in (LetterStep.READING, LetterStep.WRITING, LetterStep.CHANGES, LetterStep.MODEL):
        go_to(running, step, qtbot)
        shown = [c for c in (room.original, room.own, room.side, room.before, room.after) if c.isVisible()]
        assert len(shown) == 2
        qtbot.waitUntil(partial(_all_whole, shown))


def _all_whole(cards: Sequence[PaperCard | ChangedCard]) -> bool:
    return all(card.text.is_whole() for card in cards)
