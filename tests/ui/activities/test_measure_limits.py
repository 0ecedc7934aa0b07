"""A figure and its statements, led from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.material.measure_limits import Figure, FigureKind, Series
from kompetens_gui.ui.activities.measure_limits.figure_view import FigureView, number_words
from tests.ui.activities.conftest import Start

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_from_the_figure_to_the_first_statement_and_its_answer(start: Start, qtbot: QtBot) -> None:
    running = start("measure_limits")
    leader, room = running.leader, running.room
    assert not room.side.isVisible()
    qtbot.keyClick(leader.limits.new, Qt.Key.Key_Right, ALT)
    assert room.statement.text() == leader.statement.text() != ""
    leader.hands[True].setFocus()
    qtbot.keyClick(leader.hands[True], Qt.Key.Key_Up)
    assert room.hands.text() == "Håller: 1. Håller inte: 0."
    assert not room.why.isVisible()
    qtbot.keyClick(leader.hands[True], Qt.Key.Key_2, CTRL_SHIFT)
    qtbot.keyClick(leader.hands[True], Qt.Key.Key_F, CTRL_SHIFT)
    assert room.why.text().startswith("Håller")
    assert room.hands.text() == "Före: Håller: 1. Håller inte: 0.\nEfter: Håller: 0. Håller inte: 0."
    qtbot.keyClicks(leader.limits.new, "Om det gav stod")
    qtbot.keyClick(leader.limits.new, Qt.Key.Key_Return)
    assert "Om det gav stod" in room.limits.text()
    qtbot.keyClick(leader.limits.new, Qt.Key.Key_L, CTRL_SHIFT)
    assert room.limits.text().count("•") > 1
    assert not room.statement.isVisible()


@pytest.mark.parametrize("kind", list(FigureKind))
def test_a_figure_is_painted_and_said_in_words(kind: FigureKind, qtbot: QtBot) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(500, 260)
    empty = view.grab().toImage()
    series = (Series("Kvinnor", (13.0, 45.5)), Series("Män", (16.0, 33.0)))
    view.show_figure(Figure(kind, "Andel", ("Då", "Nu"), series, "%", "Bara långa sjukfall."))
    assert view.grab().toImage() != empty
    said = view.accessibleName()
    assert "Kvinnor: Då 13\N{NO-BREAK SPACE}%, Nu 45,5\N{NO-BREAK SPACE}%" in said
    assert said.endswith("Bara långa sjukfall.")


def test_numbers_are_written_as_swedish_does() -> None:
    assert number_words(7.0, "%") == "7\N{NO-BREAK SPACE}%"
    assert number_words(0.5, "") == "0,5"
