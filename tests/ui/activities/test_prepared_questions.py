"""Questions sent in before, taken one by one by a leader at the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.prepared_questions.rules import QuestionStatus
from tests.domain.activities.test_prepared_questions import SETTINGS
from tests.ui.activities.conftest import Running, Start

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def begin(start: Start) -> Running:
    return start("prepared_questions", SETTINGS)


def test_the_leader_steps_to_a_question_and_shows_its_answer_with_keys(start: Start, qtbot: QtBot) -> None:
    running = begin(start)
    qtbot.keyClick(running.leader.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert running.room.question.text() == "När ska planen vara klar?", "the first comes first"
    qtbot.keyClick(running.leader.list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert running.room.question.text() == "Vem kallar?"
    assert not running.room.answer_card.isVisible()
    qtbot.keyClick(running.leader.list, Qt.Key.Key_F, CTRL_SHIFT)
    assert running.room.answer_card.isVisible()
    assert running.room.answer.text() == "HEMLIGT SVAR två"
    qtbot.keyClick(running.leader.list, Qt.Key.Key_L, CTRL_SHIFT)
    assert "1. När ska planen vara klar?" in running.room.question.text()
    assert not running.room.answer_card.isVisible()


def test_enter_shows_the_marked_question_again_after_the_list(start: Start, qtbot: QtBot) -> None:
    running = begin(start)
    qtbot.keyClick(running.leader.list, Qt.Key.Key_Return)
    assert running.room.question.text() == "När ska planen vara klar?"
    qtbot.keyClick(running.leader.list, Qt.Key.Key_L, CTRL_SHIFT)
    assert running.room.question.text() != "När ska planen vara klar?"
    qtbot.keyClick(running.leader.list, Qt.Key.Key_Return)
    assert running.room.question.text() == "När ska planen vara klar?"


def test_a_live_case_is_read_by_the_leader_alone(start: Start, qtbot: QtBot) -> None:
    running = begin(start)
    running.leader.list.setCurrentRow(2)
    assert running.leader.question.text() == "HEMLIGT ÄRENDE om min patient"
    assert "tas i ärendet" in running.leader.about.text()
    assert not running.leader.reveal.isEnabled()
    assert "ÄRENDE" not in running.room.question.text()
    qtbot.mouseClick(running.leader.reject, Qt.MouseButton.LeftButton)
    assert running.state.handling("q3").status is QuestionStatus.OPEN


def test_who_answers_later_must_be_said(start: Start, qtbot: QtBot) -> None:
    running = begin(start)
    running.leader.list.setCurrentRow(1)
    qtbot.keyClick(running.leader.list, Qt.Key.Key_U, CTRL_SHIFT)
    assert running.leader.owner.hasFocus()
    qtbot.mouseClick(running.leader.postpone, Qt.MouseButton.LeftButton)
    assert "vem som svarar" in running.leader.owner_field.error
    qtbot.keyClicks(running.leader.owner, "Samverkansansvarig")
    qtbot.keyClicks(running.leader.until, "1 december")
    qtbot.keyClick(running.leader.until, Qt.Key.Key_Return)
    assert running.leader.owner_field.error == ""
    assert running.state.handling("q2").owner == "Samverkansansvarig"
    assert running.room.foot.text() == "Samverkansansvarig svarar senast 1 december"


def test_what_is_typed_belongs_to_the_question_it_was_typed_for(start: Start, qtbot: QtBot) -> None:
    running = begin(start)
    running.leader.list.setCurrentRow(1)
    running.leader.tomorrow.setFocus()
    qtbot.keyClicks(running.leader.tomorrow, "Ringer chefen")
    running.leader.list.setCurrentRow(0)
    assert running.state.handling("q2").tomorrow == "Ringer chefen"
    assert running.state.handling("q1").tomorrow == ""
    assert running.leader.tomorrow.toPlainText() == ""


def test_who_answers_later_belongs_to_the_question_it_was_typed_for(start: Start, qtbot: QtBot) -> None:
    running = begin(start)
    running.leader.list.setCurrentRow(1)
    qtbot.keyClick(running.leader.list, Qt.Key.Key_U, CTRL_SHIFT)
    qtbot.keyClicks(running.leader.owner, "Samverkansansvarig")
    qtbot.keyClick(running.leader.owner, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert running.state.handling("q2").owner == "Samverkansansvarig", "kept without Enter"
    assert running.state.handling("q1").status is QuestionStatus.OPEN
    assert running.leader.owner.text() == "Specialisten", "the one who was to answer the first, as planned"
    qtbot.keyClick(running.leader.owner, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert running.leader.owner.text() == "Samverkansansvarig"
    assert running.state.handling("q1").status is QuestionStatus.OPEN, "only looking postpones nothing"


def test_an_answered_question_is_not_postponed_by_what_was_begun(start: Start, qtbot: QtBot) -> None:
    running = begin(start)
    running.leader.list.setCurrentRow(1)
    running.leader.owner.setFocus()
    qtbot.keyClicks(running.leader.owner, "Samverkan")
    qtbot.keyClick(running.leader.owner, Qt.Key.Key_K, CTRL_SHIFT)
    qtbot.keyClick(running.leader.owner, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert running.state.handling("q2").status is QuestionStatus.ANSWERED


def test_a_question_that_comes_up_is_last_in_the_list(start: Start, qtbot: QtBot) -> None:
    running = begin(start)
    qtbot.keyClicks(running.leader.new, "Vad betyder samtycke?")
    qtbot.keyClick(running.leader.new, Qt.Key.Key_Return)
    assert running.leader.list.count() == 4
    assert running.leader.list.item(3).text() == "4. Vad betyder samtycke?"
    assert running.leader.new.text() == ""


def test_without_questions_the_leader_is_told_where_they_are_put(start: Start) -> None:
    running = start("prepared_questions", {})
    assert "Inga frågor har kommit in" in running.leader.place.text()
    assert not running.leader.work.isVisible()
