"""What Ledarvyn does when an event is refused, the disk is full, or our own code fails."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.ui.presenter.harness import Desk

ENTER, PAGE_DOWN = Qt.Key.Key_Return, Qt.Key.Key_PageDown


def full_disk(run: Desk, full: bool = True) -> None:
    run.disk.full = full


def test_a_refused_step_is_worded_and_the_view_tells_the_truth(run: Desk, qtbot: QtBot) -> None:
    run.controller.undo()
    run.settle()
    qtbot.waitUntil(lambda: len(run.texts()) == 1)
    assert "ångra" in run.texts()[0].lower()
    assert run.page.bottom.next.text() == run.state.session.agenda[1].title


def test_the_same_refusal_is_told_once_while_it_is_to_be_read(run: Desk, qtbot: QtBot) -> None:
    for _ in range(3):
        run.controller.undo()
        run.settle()
    assert len(run.texts()) == 1


def test_a_question_that_a_full_disk_turned_away_is_back_in_the_field(run: Desk, qtbot: QtBot) -> None:
    full_disk(run)
    field = run.page.questions.field
    field.setFocus()
    qtbot.keyClicks(field, "Vem svarar?")
    qtbot.keyClick(field, ENTER)
    run.settle()
    assert "Disken är full" in run.texts()[0]
    assert (field.text(), run.state.questions) == ("Vem svarar?", ())
    full_disk(run, full=False)
    qtbot.keyClick(field, ENTER)
    run.settle()
    assert [q.text for q in run.state.questions] == ["Vem svarar?"]
    assert field.text() == ""


def test_a_note_that_a_full_disk_turned_away_is_back_in_the_field(run: Desk, qtbot: QtBot) -> None:
    full_disk(run)
    field = run.page.notes.field
    field.setFocus()
    qtbot.keyClicks(field, "Ring Karin")
    qtbot.keyClick(field, ENTER)
    run.settle()
    assert field.text() == "Ring Karin"


def test_the_groups_words_stay_on_a_full_disk_and_are_saved_when_there_is_room(run: Desk, qtbot: QtBot) -> None:
    while run.state.item is not None and run.state.item.kind != "write_supplement":
        run.next()
    item = run.state.current
    text = run.panel.findChild(QPlainTextEdit)
    assert text is not None
    assert item is not None
    full_disk(run)
    text.setFocus()
    qtbot.keyClicks(text, "Hur ofta vilar hon?")
    qtbot.keyClick(text, PAGE_DOWN)
    run.settle()
    assert run.state.current == item
    assert text.toPlainText() == "Hur ofta vilar hon?"
    assert "Disken är full" in run.texts()[0]
    full_disk(run, full=False)
    with qtbot.waitSignal(run.proposals.caught_up):
        qtbot.keyClick(text, PAGE_DOWN)
    run.settle()
    assert "Hur ofta vilar hon?" in repr(run.state.activities[item])
    assert run.state.current != item


def test_the_program_tries_again_by_itself(run: Desk, qtbot: QtBot) -> None:
    while run.state.item is not None and run.state.item.kind != "write_supplement":
        run.next()
    text = run.panel.findChild(QPlainTextEdit)
    assert text is not None
    full_disk(run)
    text.setFocus()
    qtbot.keyClicks(text, "Hur ofta vilar hon?")
    run.page.questions.field.setFocus()
    run.settle()
    full_disk(run, full=False)
    with qtbot.waitSignal(run.proposals.caught_up, timeout=8_000):
        pass
    run.settle()
    assert "Hur ofta vilar hon?" in repr(run.state.activities)


def test_an_error_of_our_own_reaches_the_hook_and_the_session_goes_on(run: Desk, qtbot: QtBot) -> None:
    run.disk.broken = True
    with capture_exceptions() as caught:
        qtbot.keyClick(run.window.focusWidget(), PAGE_DOWN)
        run.settle()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    run.disk.broken = False
    qtbot.keyClick(run.window.focusWidget(), PAGE_DOWN)
    run.settle()
    assert run.state.position == 1
