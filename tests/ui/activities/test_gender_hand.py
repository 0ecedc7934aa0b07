"""The gender hand, led from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.gender_hand.events import HandStep
from kompetens_gui.domain.activities.gender_hand.rules import caution
from tests.ui.activities.conftest import Running, Start

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def go_to(running: Running, step: HandStep, qtbot: QtBot) -> None:
    for _ in range(30):
        if running.state.step is step:
            return
        qtbot.keyClick(running.leader.head.jump, Qt.Key.Key_Right, ALT)
    raise AssertionError(step)


def test_answers_are_typed_by_group_and_the_difference_waits_for_the_reveal(start: Start, qtbot: QtBot) -> None:
    running = start("gender_hand")
    leader, room = running.leader, running.room
    case = running.context.material
    go_to(running, HandStep.QUESTION, qtbot)
    question = case.questions[0]
    first, second = (option.id for option in question.options[:2])
    qtbot.keyClick(leader.ballot.hands[first], Qt.Key.Key_Up)
    qtbot.keyClick(leader.ballot.hands[first], Qt.Key.Key_Up)
    qtbot.keyClick(leader.ballot.hands[first], Qt.Key.Key_G, CTRL_SHIFT)
    assert leader.party.currentText() == "Grupp 2"
    assert leader.ballot.hands[first].value() == 0
    qtbot.keyClick(leader.ballot.hands[second], Qt.Key.Key_Up)
    assert running.state.of(question.id, "g1") == {first: 2}
    assert running.state.of(question.id, "g2") == {second: 1}
    assert room.place.text().startswith("3 svar.")
    go_to(running, HandStep.DIFFERENCE, qtbot)
    assert not room.difference.isVisible()
    qtbot.keyClick(leader.head.jump, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.difference.isVisible()
    assert room.caution.isVisible()
    assert room.caution.text() == caution()
    assert "Tänk tvärtom" in room.legend.text()
    names = [version.name for version in case.versions]
    assert room.difference.answers[0][1].accessibleName() == f"{names[0]}: 2 av 2, {names[1]}: 0 av 1"


def test_a_group_is_given_the_other_version(start: Start, qtbot: QtBot) -> None:
    running = start("gender_hand")
    choice = running.leader.versions["g1"]
    assert choice.currentData() == "a"
    choice.setCurrentIndex(choice.findData("b"))
    choice.activated.emit(choice.currentIndex())
    assert running.state.given == {"g1": "b"}
    names = [version.name for version in running.context.material.versions]
    assert all(name not in running.room.large.text() for name in names)
    go_to(running, HandStep.QUESTION, qtbot)
    assert not choice.isVisible()


def test_thoughts_and_facts_come_after_the_versions(start: Start, qtbot: QtBot) -> None:
    running = start("gender_hand")
    leader, room = running.leader, running.room
    case = running.context.material
    go_to(running, HandStep.VERSIONS, qtbot)
    assert not room.left.isVisible()
    qtbot.keyClick(leader.head.jump, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.left.text.text() == " ".join(case.versions[0].text.split())
    assert room.right.text.text() == " ".join(case.versions[1].text.split())
    go_to(running, HandStep.REFLECTION, qtbot)
    assert case.reflection[0] in room.left.text.text()
    qtbot.keyClicks(leader.thoughts.new, "Vi fragar olika")
    qtbot.keyClick(leader.thoughts.new, Qt.Key.Key_Right, ALT)
    assert [thought.text for thought in running.state.thoughts] == ["Vi fragar olika"]
    assert running.state.step is HandStep.FACTS
    assert "Källa" not in room.large.text()
    qtbot.keyClick(leader.head.jump, Qt.Key.Key_F, CTRL_SHIFT)
    assert "Källa" in room.large.text()
