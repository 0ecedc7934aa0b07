"""Choosing material for a moment as a planner does: in the form, from the checklist, and when a file is gone."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.plan import AgendaItem, WorkshopSession
from kompetens_gui.ui.planning.material_dialog import MaterialDialog
from kompetens_gui.ui.planning.material_field import MaterialField
from kompetens_gui.ui.planning.plan_page import PlanPage
from kompetens_gui.ui.widgets.labels import Label
from tests.ui.planning.desk import Desk, type_text

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PlanPage:
    page = PlanPage(desk.parts)
    desk.show(page, 1366, 900)
    page.open_with(new_from="apt-10")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    return page


def plan_of(page: PlanPage) -> WorkshopSession:
    plan = page.controller.plan
    assert plan is not None
    return plan


def last(page: PlanPage) -> AgendaItem:
    return plan_of(page).agenda[-1]


def dialog_of(page: PlanPage, qtbot: QtBot) -> MaterialDialog:
    qtbot.waitUntil(lambda: page.findChild(MaterialDialog) is not None)
    dialog = page.findChild(MaterialDialog)
    assert dialog is not None
    assert dialog.told.text() == "Läser in…" or dialog.list.count() > 0
    qtbot.waitUntil(lambda: dialog.list.count() > 0, timeout=20_000)
    return dialog


def read(dialog: MaterialDialog) -> str:
    return "\n".join(label.text() for label in dialog.preview.findChildren(Label) if not label.isHidden())


def _stands_in(words: str, dialog: MaterialDialog) -> bool:
    return words in read(dialog)


def test_the_checklist_leads_to_the_choice_and_enter_takes_what_is_marked(
    page: PlanPage, desk: Desk, qtbot: QtBot
) -> None:
    page.controller.add_moment("role_play")
    assert page.agenda.board.blocks[last(page).id].detail.accessibleName() == "Material är inte valt"
    row = page.checklist.rows["materials"]
    row.setFocus()
    qtbot.keyClick(row, Key.Key_Return)
    dialog = dialog_of(page, qtbot)
    type_text(dialog.search, "telefonutredning")
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    for words in (
        "Telefonutredning rygg mot rygg",
        "20 minuter",
        "Inte granskat av någon utanför redaktionen än",
        "Till dig som leder",
    ):
        qtbot.waitUntil(partial(_stands_in, words, dialog), timeout=20_000)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Key.Key_Return)
    assert last(page).settings["material"] == "role_play/telefonutredning"
    assert "materials" not in page.checklist.rows
    block = page.agenda.board.blocks[last(page).id]
    qtbot.waitUntil(lambda: block.detail.accessibleName() == "Telefonutredning rygg mot rygg")
    qtbot.waitUntil(lambda: not page.controller.saver.has_unsaved)
    assert desk.planning.get(plan_of(page).id).agenda[-1].settings == {"material": "role_play/telefonutredning"}


def test_filters_narrow_the_list_and_say_when_nothing_answers(page: PlanPage, qtbot: QtBot) -> None:
    page.controller.add_moment("role_play")
    page.choose_material(last(page).id)
    dialog = dialog_of(page, qtbot)
    everything = dialog.list.count()
    dialog.area.setCurrentIndex(dialog.area.findData("K13"))
    assert 0 < dialog.list.count() < everything
    assert all("K13" in r.areas for r in dialog.shown())
    dialog.level.setCurrentIndex(dialog.level.findData(4))
    type_text(dialog.search, "xyz")
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert dialog.told.text() == "Inget svarar mot sökningen. Ta bort ett filter."
    assert not dialog.use.isEnabled()


def test_the_form_shows_the_choice_changes_it_and_takes_it_away(page: PlanPage, qtbot: QtBot) -> None:
    page.controller.add_moment("role_play")
    item = last(page)
    page.controller.set_material(item.id, ("role_play/telefonutredning",))
    block = page.agenda.board.blocks[item.id]
    qtbot.waitUntil(block.isVisible)
    block.setFocus()
    qtbot.keyClick(block, Key.Key_Return)
    field = block.findChild(MaterialField)
    assert field is not None
    qtbot.waitUntil(lambda: "Telefonutredning rygg mot rygg, 20 min" in field.accessibleDescription())
    qtbot.mouseClick(field.choose, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, qtbot)
    assert dialog.current_ref() == "role_play/telefonutredning", "what is chosen is where one begins"
    dialog.close()
    qtbot.mouseClick(field.clear, Qt.MouseButton.LeftButton)
    assert "material" not in last(page).settings
    assert field.accessibleDescription() == "Inget valt än"
    page.undo()
    assert last(page).settings["material"] == "role_play/telefonutredning"


def test_material_that_is_gone_is_told_of_and_holds_up_the_start(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    page.controller.add_moment("role_play")
    gone = replace(last(page), settings={"material": "role_play/borttaget"})
    page.controller.edit_item(gone)
    qtbot.waitUntil(lambda: "material_found" in page.checklist.rows)
    assert page.agenda.board.blocks[gone.id].detail.accessibleName() == "Materialet går inte att använda. Välj annat."
    qtbot.mouseClick(page.header.primary, Qt.MouseButton.LeftButton)
    assert any("material som finns kvar" in words for words in desk.said())
    assert plan_of(page).status == "planned"
    assert QApplication.focusWidget() is page.checklist.rows["material_found"]
    qtbot.keyClick(page.checklist.rows["material_found"], Key.Key_Return)
    dialog = dialog_of(page, qtbot)
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "material_found" not in page.checklist.rows)


def test_groups_get_their_own_by_ticks_with_mouse_and_space(page: PlanPage, qtbot: QtBot) -> None:
    page.controller.add_moment("group_work")
    page.choose_material(last(page).id)
    dialog = dialog_of(page, qtbot)
    rows = dialog.shown()
    box = dialog.list.visualItemRect(dialog.list.item(0))
    beside = QPoint(box.x() + 22, box.center().y())
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())  # the words only mark the row
    dialog.list.setCurrentRow(2)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Key.Key_Space)
    assert dialog.use.text() == "Använd 2 i momentet"
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert last(page).settings["materials"] == (rows[0].ref, rows[2].ref)
    assert "material" not in last(page).settings
