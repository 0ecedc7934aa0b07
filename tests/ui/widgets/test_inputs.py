"""Inputs are used as people use them: typing, arrow keys, clicks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.search_field import SearchField
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper
from kompetens_gui.ui.widgets.tags import FilterTag

_kept: list[QWidget] = []


def _shown(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    _kept[:] = [window]  # pytest-qt does not keep it, and it must live as long as its parts
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_a_label_leads_to_its_field_and_the_error_says_what_to_do(qtbot: QtBot) -> None:
    field = Field("&Starttid", QLineEdit("25.00"), hint="När alla har kommit.")
    window = _shown(qtbot, field)
    assert field.label.buddy() is field.editor
    assert field.editor.accessibleName() == "Starttid"
    height = window.sizeHint().height()
    with qtbot.waitSignal(field.error_shown) as shown:
        field.set_error("Skriv en tid, till exempel 13.00.")
    assert shown.args == ["Skriv en tid, till exempel 13.00."]
    assert field.editor.accessibleDescription() == "Skriv en tid, till exempel 13.00."
    assert field.editor.property("error") is True
    assert window.sizeHint().height() > height
    field.set_error("")
    assert field.editor.property("error") is False
    assert field.editor.accessibleDescription() == "När alla har kommit."


def test_an_error_does_not_move_the_edge_of_the_field(qtbot: QtBot) -> None:
    field = Field("Titel", QLineEdit())
    _shown(qtbot, field)
    before = field.editor.sizeHint()
    field.set_error("Skriv ett namn.")
    assert field.editor.sizeHint().height() == before.height()


def test_arrow_keys_change_a_segmented_control(qtbot: QtBot) -> None:
    control = SegmentedControl("Visa", [("text", "Intyg"), ("chain", "Kedja"), ("black", "Svart")])
    _shown(qtbot, control)
    control.button("text").setFocus()
    with qtbot.waitSignal(control.chosen) as chosen:
        qtbot.keyClick(control.button("text"), Qt.Key.Key_Right)
    assert chosen.args == ["chain"]
    assert control.current() == "chain"
    qtbot.mouseClick(control.button("black"), Qt.MouseButton.LeftButton)
    assert control.current() == "black"
    with qtbot.assertNotEmitted(control.chosen):
        control.set_current("text")


def test_tab_comes_to_the_segment_that_the_program_chose(qtbot: QtBot) -> None:
    control = SegmentedControl("Visa", [("text", "Intyg"), ("chain", "Kedja"), ("black", "Svart")])
    _shown(qtbot, control)
    control.set_current("black")
    control.window().setFocus()
    qtbot.keyClick(control.window(), Qt.Key.Key_Tab)
    assert control.button("black").hasFocus()
    qtbot.keyClick(control.button("black"), Qt.Key.Key_Left)
    assert control.current() == "chain"


def test_a_stepper_answers_to_keys_and_buttons_and_keeps_its_limits(qtbot: QtBot) -> None:
    minutes = Stepper("Minuter", 25, minimum=5, maximum=40, step=5, unit="min")
    _shown(qtbot, minutes)
    minutes.setFocus()
    heard: list[int] = []
    minutes.value_changed.connect(heard.append)
    qtbot.keyClick(minutes, Qt.Key.Key_Plus)
    qtbot.keyClick(minutes, Qt.Key.Key_Down)
    qtbot.mouseClick(minutes.plus, Qt.MouseButton.LeftButton)
    qtbot.keyClick(minutes, Qt.Key.Key_End)
    qtbot.keyClick(minutes, Qt.Key.Key_Up)
    assert heard == [30, 25, 30, 40]
    assert not minutes.plus.isEnabled()
    assert minutes.accessibleName() == "Minuter: 40\N{NO-BREAK SPACE}min"
    with qtbot.assertNotEmitted(minutes.value_changed):
        minutes.set_value(1)
    assert minutes.value() == 5


def test_search_tells_once_when_typing_pauses_and_escape_clears(qtbot: QtBot) -> None:
    search = SearchField("Sök fall", keys="Ctrl K")
    _shown(qtbot, search)
    search.setFocus()
    heard: list[str] = []
    search.query_changed.connect(heard.append)
    qtbot.keyClicks(search, "rygg")
    qtbot.waitUntil(lambda: heard == ["rygg"])
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert heard == ["rygg", ""]


def test_enter_in_the_search_field_asks_at_once(qtbot: QtBot) -> None:
    search = SearchField("Sök fall")
    _shown(qtbot, search)
    with qtbot.waitSignal(search.query_changed, timeout=20):
        qtbot.keyClicks(search, "axel")
        qtbot.keyClick(search, Qt.Key.Key_Return)


def test_a_filter_is_taken_away_by_key_and_by_click(qtbot: QtBot) -> None:
    tag = FilterTag("Psykisk ohälsa")
    _shown(qtbot, tag)
    with qtbot.waitSignal(tag.removed):
        qtbot.keyClick(tag, Qt.Key.Key_Delete)
    with qtbot.waitSignal(tag.removed):
        qtbot.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert "Psykisk ohälsa" in tag.accessibleName()
