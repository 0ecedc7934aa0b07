"""Ledarvyn by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.events import QuestionCategory
from tests.ui.presenter.harness import Desk

KEY, CTRL, ALT, SHIFT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def press(qtbot: QtBot, run: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, as a person does, and wait until it has had its effect."""
    qtbot.waitUntil(lambda: run.window.focusWidget() is not None)
    qtbot.keyClick(run.window.focusWidget() or run.window, key, modifier)
    run.settle()


def go_to(run: Desk, kind: str) -> None:
    """Move on to the first item of a kind."""
    while run.state.item is not None and run.state.item.kind != kind:
        run.next()


def test_page_down_and_up_move_one_item_and_the_room_follows(run: Desk, qtbot: QtBot) -> None:
    agenda = run.state.session.agenda
    press(qtbot, run, KEY.Key_PageDown)
    assert run.state.current == agenda[1].id
    assert run.room.window.view.header.title() == agenda[1].title
    press(qtbot, run, KEY.Key_PageUp)
    assert run.state.current == agenda[0].id
    assert run.room.window.view.header.title() == agenda[0].title


def test_the_focus_is_in_the_activity_after_each_move(run: Desk, qtbot: QtBot) -> None:
    for _ in run.state.session.agenda[1:]:
        press(qtbot, run, KEY.Key_PageDown)
        panel = run.panel
        focus = run.window.focusWidget()
        assert focus is not None
        assert panel is focus or panel.isAncestorOf(focus), run.state.item
    assert run.state.next_item is None


def test_page_down_works_while_a_question_is_typed_and_leaves_the_words(run: Desk, qtbot: QtBot) -> None:
    press(qtbot, run, KEY.Key_J, CTRL)
    field = run.page.questions.field
    assert run.window.focusWidget() is field
    qtbot.keyClicks(field, "Vem ringer")
    press(qtbot, run, KEY.Key_PageDown)
    assert run.state.position == 1
    assert (field.text(), run.window.focusWidget()) == ("Vem ringer", field)
    qtbot.keyClicks(field, " arbetsgivaren?")
    press(qtbot, run, KEY.Key_Return)
    assert [q.text for q in run.state.questions] == ["Vem ringer arbetsgivaren?"]
    assert run.state.questions[0].item == run.state.current
    assert field.text() == ""


def test_a_held_page_down_moves_one_item(run: Desk, qtbot: QtBot) -> None:
    focus = run.window.focusWidget()
    assert focus is not None
    for repeat in (False, True, True):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, KEY.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", autorep=repeat)
        QApplication.sendEvent(focus, event)
    run.settle()
    assert run.state.position == 1


def test_the_category_of_a_question_is_kept(run: Desk, qtbot: QtBot) -> None:
    combo = run.page.questions.category
    combo.setFocus()
    press(qtbot, run, KEY.Key_Down)
    run.page.questions.field.setFocus()
    qtbot.keyClicks(run.page.questions.field, "Vem svarar?")
    press(qtbot, run, KEY.Key_Return)
    assert run.state.questions[0].category == QuestionCategory.ROUTINE


def test_a_note_is_written_and_taken_away(run: Desk, qtbot: QtBot) -> None:
    press(qtbot, run, KEY.Key_M, CTRL)
    qtbot.keyClicks(run.page.notes.field, "Ring Karin")
    press(qtbot, run, KEY.Key_Return)
    assert [n.text for n in run.state.notes] == ["Ring Karin"]
    remove = next(
        b for b in run.page.notes.findChildren(QWidget) if b.accessibleName() == "Ta bort anteckningen ”Ring Karin”"
    )
    remove.setFocus()
    press(qtbot, run, KEY.Key_Space)
    assert run.state.notes == ()


@pytest.mark.parametrize("where", ["panel", "question"])
def test_the_keys_of_the_room_work_wherever_the_focus_is(run: Desk, qtbot: QtBot, where: str) -> None:
    if where == "question":
        run.page.questions.field.setFocus()
    press(qtbot, run, KEY.Key_E, CTRL)
    assert run.state.held is not None
    assert run.page.room.status.text() == "Fryst"
    press(qtbot, run, KEY.Key_PageDown)
    assert run.room.window.view.header.title() == run.state.session.agenda[0].title
    press(qtbot, run, KEY.Key_E, CTRL)
    assert run.room.window.view.header.title() == run.state.session.agenda[1].title
    press(qtbot, run, KEY.Key_B, CTRL)
    assert run.state.black
    assert run.room.window.view.cover.isVisible()
    assert run.page.room.status.text() == "Svart"
    press(qtbot, run, KEY.Key_B, CTRL)
    assert not run.room.window.view.cover.isVisible()


def test_pause_and_more_minutes(run: Desk, qtbot: QtBot) -> None:
    press(qtbot, run, KEY.Key_Space, CTRL)
    assert run.state.is_paused
    assert run.page.clock.caption.text() == "Klockan står"
    press(qtbot, run, KEY.Key_Space, CTRL)
    assert run.page.clock.caption.text() == "Kvar av momentet"
    press(qtbot, run, KEY.Key_1, ALT)
    press(qtbot, run, KEY.Key_5, ALT)
    assert run.page.clock.time.text() == "11:00"
    assert run.page.clock.planned.text() == "11 min"


def test_undo_and_redo(run: Desk, qtbot: QtBot) -> None:
    press(qtbot, run, KEY.Key_5, ALT)
    press(qtbot, run, KEY.Key_Z, CTRL)
    assert run.page.clock.planned.text() == "5 min"
    press(qtbot, run, KEY.Key_Z, CTRL | SHIFT)
    assert run.page.clock.planned.text() == "10 min"


def test_skipping_passes_over_the_next_item_and_marks_it(run: Desk, qtbot: QtBot) -> None:
    press(qtbot, run, KEY.Key_PageDown, CTRL)
    assert run.state.position == 2
    assert run.state.skipped == {run.state.session.agenda[1].id}
    index = run.page.agenda.rows.index(1)
    assert "Överhoppat" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_enter_in_the_agenda_goes_to_an_item(run: Desk, qtbot: QtBot) -> None:
    run.page.agenda.setFocus()
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down):
        press(qtbot, run, key)
    press(qtbot, run, KEY.Key_Return)
    assert run.state.position == 3


def test_f6_visits_every_pane_and_comes_back(run: Desk, qtbot: QtBot) -> None:
    seen: list[QWidget] = []
    for _ in range(8):
        press(qtbot, run, KEY.Key_F6)
        focus = run.window.focusWidget()
        assert focus is not None
        seen.append(focus)
    page = run.page
    for pane in (page.agenda, page.notes.field, page.clock.pause, page.room.toggle, page.questions.field):
        assert pane in seen
    assert page.bottom.next in seen


def test_ending_asks_once_and_enter_goes_on(run: Desk, qtbot: QtBot) -> None:
    press(qtbot, run, KEY.Key_Q, CTRL | SHIFT)
    box = run.window.findChild(QMessageBox)
    assert box is not None
    qtbot.waitUntil(lambda: box.isVisible())
    qtbot.keyClick(box, KEY.Key_Return)
    assert (box.isVisible(), run.ended) == (False, 0)


def test_ending_is_asked_for_with_a_click_and_done_with_the_button_that_says_so(run: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(run.page.top.end, Qt.MouseButton.LeftButton)
    box = run.window.findChild(QMessageBox)
    assert box is not None
    end = next(b for b in box.findChildren(QPushButton) if b.text() == "Avsluta träffen")
    qtbot.mouseClick(end, Qt.MouseButton.LeftButton)
    assert run.ended == 1


def test_page_down_on_the_last_item_asks_to_end(run: Desk, qtbot: QtBot) -> None:
    run.session.go_to(run.state.session.agenda[-1].id).result()
    run.settle()
    assert run.page.bottom.next.text() == "Avsluta träffen"
    press(qtbot, run, KEY.Key_PageDown)
    box = run.window.findChild(QMessageBox)
    assert box is not None
    assert box.isVisible()
    box.reject()


def test_typed_words_are_kept_when_the_leader_moves_on(run: Desk, qtbot: QtBot) -> None:
    go_to(run, "write_supplement")
    item = run.state.current
    panel = run.panel
    text = panel.findChild(QPlainTextEdit)
    assert text is not None
    text.setFocus()
    qtbot.keyClicks(text, "Hur ofta vilar hon?")
    press(qtbot, run, KEY.Key_PageDown)
    assert item is not None
    assert "Hur ofta vilar hon?" in repr(run.state.activities[item])
    press(qtbot, run, KEY.Key_PageUp)
    assert text.toPlainText() == "Hur ofta vilar hon?"


def test_keys_in_the_rooms_window_lead_too(run: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(run.room.window, KEY.Key_PageDown)
    run.settle()
    assert run.state.position == 1
    qtbot.keyClick(run.room.window, KEY.Key_B)
    run.settle()
    assert run.state.black
    qtbot.keyClick(run.room.window, KEY.Key_Escape)
    assert not run.room.window.isVisible()
