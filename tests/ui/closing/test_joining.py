from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.plan import ParticipantId, Role
from tests.ui.closing.harness import Closing

NO_KEY = Qt.Key.Key_F35  # letters beyond ASCII have no key that the test module knows


@pytest.fixture
def closing(qtbot: QtBot, tmp_path: Path) -> Iterator[Closing]:
    with Closing(tmp_path, people=2) as made:
        made.window.activateWindow()
        made.open()
        qtbot.waitUntil(lambda: made.page.join.isVisible())
        yield made


def keys(*pressed: Qt.Key | str) -> None:
    """Send keys to whatever has the keyboard."""
    for key in pressed:
        widget = QApplication.focusWidget()
        assert widget is not None
        if isinstance(key, str):
            for letter in key:
                QTest.sendKeyEvent(QTest.KeyAction.Click, widget, NO_KEY, letter, Qt.KeyboardModifier.NoModifier)
        else:
            QTest.keyClick(widget, key)


def names(closing: Closing) -> list[str]:
    return [p.name for p in closing.base.running.read(closing.plan.id).session.participants]


def are_there(closing: Closing, count: int) -> bool:
    return len(names(closing)) == count


def told(closing: Closing) -> str:
    return "\n".join(label.text() for label in closing.window.findChildren(QLabel))


def unfold(closing: Closing) -> None:
    closing.page.join.open_button.setFocus()
    keys(Qt.Key.Key_Space)


def test_someone_who_came_unplanned_gets_attendance_and_a_course_certificate(closing: Closing, qtbot: QtBot) -> None:
    planned = names(closing)
    unfold(closing)
    keys("Yrsa  Ek", Qt.Key.Key_Tab, "r", Qt.Key.Key_Tab, "Granbacken", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(names(closing)) == 3)
    qtbot.waitUntil(lambda: "Yrsa Ek är tillagd" in told(closing))
    log = closing.base.running.read(closing.plan.id)
    joined = log.session.participants[-1]
    assert (joined.name, joined.role, joined.unit) == ("Yrsa Ek", Role.REHAB_COORDINATOR, "Granbacken")
    assert [*planned, "Yrsa Ek"] == names(closing)
    assert joined.id in closing.page.table.chosen()
    closing.page.certificates.issue.setFocus()
    keys(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(closing.certificates.of_session(closing.plan.id)) == 3)
    assert closing.certificates.of_session(closing.plan.id)[-1].holder == "Yrsa Ek"


def test_the_keyboard_stays_in_the_name_for_the_next_one(closing: Closing, qtbot: QtBot) -> None:
    unfold(closing)
    for number, name in enumerate(("Yrsa Ek", "Orvar Sten"), 3):
        keys(name, Qt.Key.Key_Return)
        qtbot.waitUntil(partial(are_there, closing, number))
        assert QApplication.focusWidget() is closing.page.join.name
        assert closing.page.join.name.text() == ""
    qtbot.waitUntil(lambda: len(closing.page.table.chosen()) == 4)


@pytest.mark.parametrize(("typed", "words"), [("  ", "Skriv ett namn."), ("{first}", "står redan i listan")])
def test_what_cannot_be_added_is_explained_at_the_field(closing: Closing, typed: str, words: str) -> None:
    first = closing.plan.participants[0]
    unfold(closing)
    keys(typed.format(first=first.name.upper()), Qt.Key.Key_Tab, Qt.Key.Key_Tab, first.unit, Qt.Key.Key_Return)
    assert words in closing.page.join.name_field.error
    assert QApplication.focusWidget() is closing.page.join.name
    assert len(names(closing)) == 2
    keys(Qt.Key.Key_End, " Ny", Qt.Key.Key_Return)
    assert closing.page.join.name_field.error == ""


def test_escape_folds_the_form_and_gives_the_button_back_the_keyboard(closing: Closing) -> None:
    unfold(closing)
    keys("Halvskrivet", Qt.Key.Key_Escape)
    assert not closing.page.join.fields.isVisible()
    assert QApplication.focusWidget() is closing.page.join.open_button
    keys(Qt.Key.Key_Space)
    assert closing.page.join.name.text() == ""


def test_who_was_not_to_get_one_is_still_not_ticked(closing: Closing, qtbot: QtBot) -> None:
    closing.page.table.row_ticks()[0].setFocus()
    keys(Qt.Key.Key_Space)
    unfold(closing)
    keys("Yrsa Ek", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(closing.page.table.chosen()) == 2)
    assert closing.plan.participants[0].id not in closing.page.table.chosen()


def test_tab_goes_through_the_list_before_the_form(closing: Closing, qtbot: QtBot) -> None:
    unfold(closing)
    keys("Yrsa Ek", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(closing.page.table.chosen()) == 3)
    ticks = closing.page.table.row_ticks()
    ticks[0].setFocus()
    visited: list[QWidget | None] = []
    for _ in range(14):
        keys(Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
        if visited[-1] is closing.page.join.name:
            break
    assert visited[-1] is closing.page.join.name
    assert [w for w in visited if w in ticks] == ticks[1:]


def test_the_whole_form_comes_into_view(closing: Closing, qtbot: QtBot) -> None:
    closing.window.resize(1100, 520)
    unfold(closing)
    done = closing.page.join.done_button
    qtbot.waitUntil(lambda: done.visibleRegion().boundingRect().height() == done.height())


def test_a_session_planned_for_nobody_can_still_get_participants(qtbot: QtBot, tmp_path: Path) -> None:
    with Closing(tmp_path, people=0) as closing:
        closing.window.activateWindow()
        closing.open()
        qtbot.waitUntil(lambda: closing.page.nobody.isVisible())
        unfold(closing)
        keys("Yrsa Ek", Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: closing.page.table.isVisible())
        assert closing.page.table.chosen() == (ParticipantId("new-Yrsa Ek"),)
