"""A plan reviewed together, led from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.review_plan.events import PlanStep, ReadingShown, VerdictCounted, VerdictOfGroup
from kompetens_gui.domain.study.employer_plan import PlanVerdict
from kompetens_gui.domain.study.employer_plan_words import verdict_word
from tests.ui.activities.conftest import Running, Start

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def go_to(running: Running, step: PlanStep, qtbot: QtBot) -> None:
    for _ in range(30):
        if running.state.step is step:
            return
        qtbot.keyClick(running.leader.head.jump, Qt.Key.Key_Right, ALT)
    raise AssertionError(step)


def test_the_plan_is_read_before_it_is_judged_and_the_reading_comes_last(start: Start, qtbot: QtBot) -> None:
    running = start("review_plan")
    leader, room = running.leader, running.room
    plan = running.context.material
    assert room.heading.text() == plan.plan[0].heading
    assert room.large.isVisible()
    go_to(running, PlanStep.CHECKPOINT, qtbot)
    stepper = leader.ballot.hands[PlanVerdict.GOOD.value]
    stepper.setFocus()
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_2, CTRL_SHIFT)
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert running.state.round is Round.SECOND
    assert leader.ballot.before["good"].text() == "före: 2"
    assert room.cards[0].count.text() == "2 före, 1 efter"
    assert room.plan.isVisible()
    assert not room.key.isVisible()
    qtbot.keyClick(stepper, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.key.isVisible()
    assert " ".join(plan.checkpoints[0].why.split()) in room.key.text.text()
    qtbot.keyClick(stepper, Qt.Key.Key_Right, ALT)
    assert not room.key.isVisible()


def test_a_group_judges_and_chooses(start: Start, qtbot: QtBot) -> None:
    running = start("review_plan")
    leader, room = running.leader, running.room
    go_to(running, PlanStep.CHECKPOINT, qtbot)
    choice = leader.ballot.choices["g2"]
    choice.setCurrentIndex(choice.findData("missing"))
    choice.activated.emit(choice.currentIndex())
    assert room.cards[2].groups.text() == "Grupp 2"
    go_to(running, PlanStep.CHOICE, qtbot)
    choice = leader.ballot.choices["g1"]
    choice.setCurrentIndex(choice.findData("ask"))
    choice.activated.emit(choice.currentIndex())
    shown = [card for card in room.cards if card.isVisible()]
    assert len(shown) == 4
    assert [card.groups.text() for card in shown].count("Grupp 1") == 1
    assert {card.told.text() for card in shown} == {""}
    qtbot.keyClick(choice, Qt.Key.Key_F, CTRL_SHIFT)
    assert all(card.told.text() for card in shown)


def test_a_sentence_is_kept_when_the_leader_moves_on_and_the_model_waits(start: Start, qtbot: QtBot) -> None:
    running = start("review_plan")
    leader, room = running.leader, running.room
    leader.head.jump.setCurrentIndex(leader.head.jump.count() - 1)
    leader.head.jump.activated.emit(leader.head.jump.count() - 1)
    assert running.state.step is PlanStep.SENTENCE
    leader.sentences.group.box.setCurrentIndex(leader.sentences.group.box.findData("g1"))
    qtbot.keyClicks(leader.sentences.points.new, "Hur ser passen ut?")
    qtbot.keyClick(leader.sentences.points.new, Qt.Key.Key_Left, ALT)
    assert [(s.text, s.group) for s in running.state.sentences] == [("Hur ser passen ut?", "g1")]
    qtbot.keyClick(leader.head.jump, Qt.Key.Key_Right, ALT)
    assert room.answer.text.text() == "Grupp 1: ”Hur ser passen ut?”"
    assert not room.key.isVisible()
    qtbot.keyClick(leader.head.jump, Qt.Key.Key_F, CTRL_SHIFT)
    assert room.key.isVisible()


def test_all_checkpoints_are_told_beside_each_other_in_the_room_and_to_the_leader(start: Start, qtbot: QtBot) -> None:
    running = start("review_plan")
    leader, room = running.leader, running.room
    first, second = running.context.material.checkpoints[:2]
    for group in running.context.groups:
        running.happen(VerdictOfGroup(Round.FIRST, first.id, group.id, PlanVerdict.WARNING))
    running.happen(VerdictCounted(Round.FIRST, first.id, PlanVerdict.GOOD, 3))
    running.happen(ReadingShown(second.id, shown=True))
    go_to(running, PlanStep.OVERVIEW, qtbot)
    cells = [[cell.text() for cell in row] for row in room.overview.rows]
    assert cells[0][1:] == ["3", "Grupp 1, Grupp 2", "", ""]
    assert cells[1][1:] == ["", "", "", verdict_word(second.verdict)]
    assert "Bra (3), Se över (Grupp 1, Grupp 2)." in leader.text.text()
    qtbot.waitUntil(lambda: all(cell.is_whole() for row in room.overview.rows for cell in row))
