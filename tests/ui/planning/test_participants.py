"""Participants: typed, pasted, and read from the files people really have."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.plan import Participant, Role
from kompetens_gui.ui.planning.list_dialog import ListDialog
from kompetens_gui.ui.planning.participants_dialog import ParticipantsDialog
from kompetens_gui.ui.planning.participants_model import NAME, ROLE, ParticipantsModel
from kompetens_gui.ui.planning.plan_page import PlanPage
from tests.ui.planning.desk import Desk, type_text

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PlanPage:
    page = PlanPage(desk.parts)
    desk.show(page)
    page.open_with(new_from="apt-10")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    page.controller.change(unit="Tallbacken")
    return page


def people(page: PlanPage) -> tuple[Participant, ...]:
    return page.controller.view().plan.participants


def open_people(page: PlanPage, qtbot: QtBot) -> ParticipantsDialog:
    qtbot.mouseClick(page.participants.add_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(ParticipantsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def open_list(page: PlanPage, qtbot: QtBot) -> ListDialog:
    qtbot.mouseClick(page.participants.paste_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(ListDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_people_are_typed_one_by_one_without_the_mouse(page: PlanPage, qtbot: QtBot) -> None:
    dialog = open_people(page, qtbot)
    type_text(dialog.name, "Åsa Öberg")
    qtbot.keyClick(dialog.name, Key.Key_Return)
    type_text(dialog.name, "Bo Lind")
    qtbot.keyClick(dialog.name, Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.role
    qtbot.keyClick(dialog.role, Key.Key_Down)
    qtbot.keyClick(dialog.role, Key.Key_Tab)
    type_text(dialog.unit, "Granen")
    qtbot.keyClick(dialog.unit, Key.Key_Return)
    assert [(p.name, p.role, p.unit) for p in people(page)] == [
        ("Åsa Öberg", Role.PHYSICIAN, "Tallbacken"),
        ("Bo Lind", Role.RESIDENT_PHYSICIAN, "Granen"),
    ]
    assert dialog.name.text() == ""
    assert dialog.name.hasFocus()
    assert dialog.isVisible()


def test_an_empty_name_is_asked_for(page: PlanPage, qtbot: QtBot) -> None:
    dialog = open_people(page, qtbot)
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert dialog.name_field.error == "Skriv ett namn."
    assert people(page) == ()


def test_people_are_changed_and_removed_with_a_way_back(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    page.controller.add_participant("Anna Ek", Role.PHYSICIAN, "Tallbacken")
    page.controller.add_participant("Bo Lind", Role.PHYSICIAN, "Tallbacken")
    dialog = open_people(page, qtbot)
    dialog.rows.setData(dialog.rows.index(0, NAME), "Anna Eklund")
    dialog.rows.setData(dialog.rows.index(0, ROLE), Role.PSYCHOLOGIST.value)
    assert (people(page)[0].name, people(page)[0].role) == ("Anna Eklund", Role.PSYCHOLOGIST)
    dialog.table.selectRow(1)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Key.Key_Delete)
    assert [p.name for p in people(page)] == ["Anna Eklund"]
    qtbot.keyClick(dialog, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [p.name for p in people(page)] == ["Anna Eklund", "Bo Lind"]


def test_a_pasted_list_is_shown_before_it_is_added_with_every_remark(page: PlanPage, qtbot: QtBot) -> None:
    dialog = open_list(page, qtbot)
    assert not dialog.add_button.isEnabled()
    dialog.text.setPlainText("Anna Ek; läkare; Granen\nBo Lind; trollkarl\n; läkare; Granen\nAnna Ek; läkare; Granen")
    qtbot.waitUntil(lambda: dialog.add_button.text() == "Lägg till 2 deltagare")
    assert people(page) == ()
    assert dialog.trouble_text.text().splitlines() == [
        "Rad 2, ”Bo Lind”: rollen är okänd och blir Deltagare.",
        "Rad 3, ”läkare Granen”: saknar namn och hoppas över.",
        "Rad 4, ”Anna Ek läkare Granen”: står två gånger och tas med en gång.",
    ]
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert [(p.name, p.role, p.unit) for p in people(page)] == [
        ("Anna Ek", Role.PHYSICIAN, "Granen"),
        ("Bo Lind", Role.OTHER, "Tallbacken"),
    ]
    page.undo()
    assert people(page) == ()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_excels_file_with_semicolons_is_read_in_every_encoding(
    page: PlanPage, qtbot: QtBot, tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "deltagare.csv"
    file.write_bytes("Förnamn;Efternamn;Yrke;Enhet\r\nÅsa;Öberg;läkare;Ängen\r\nBo;Lind;ST;\r\n".encode(encoding))
    dialog = open_list(page, qtbot)
    dialog.read_file(file)
    qtbot.waitUntil(lambda: dialog.add_button.isEnabled())
    assert dialog.source.text() == "Från filen deltagare.csv"
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert [(p.name, p.role) for p in people(page)] == [
        ("Åsa Öberg", Role.PHYSICIAN),
        ("Bo Lind", Role.RESIDENT_PHYSICIAN),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Deltagarlistan går inte att läsa"),
        (b"PK\x00\x03\x00", "Deltagarlistan går inte att läsa"),
        (None, "lista.csv"),
    ],
)
def test_a_bad_file_is_said_and_nothing_is_added(
    page: PlanPage, qtbot: QtBot, tmp_path: Path, content: bytes | None, said: str
) -> None:
    file = tmp_path / "lista.csv"
    if content is not None:
        file.write_bytes(content)
    dialog = open_list(page, qtbot)
    dialog.read_file(file)
    qtbot.waitUntil(lambda: said in dialog.trouble_text.text())
    assert not dialog.add_button.isEnabled()
    assert dialog.isVisible()


def test_the_file_is_asked_for_without_stopping_the_program(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    file.write_text("Anna Ek", encoding="utf-8")
    dialog = open_list(page, qtbot)
    qtbot.mouseClick(dialog.file_button, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(file))
    qtbot.waitUntil(lambda: dialog.add_button.isEnabled())
    chooser.close()


def test_the_same_list_twice_adds_nobody(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    listed = desk.planning.read_list("Anna Ek; läkare").participants
    page.controller.add_listed(listed)
    page.controller.add_listed(listed)
    assert len(people(page)) == 1
    assert "Alla i listan finns redan" in desk.said()


def test_the_card_counts_by_role(page: PlanPage) -> None:
    for name in ("Anna", "Bo"):
        page.controller.add_participant(name, Role.PHYSICIAN, "Tallbacken")
    assert page.participants.all_button.text() == "Visa alla 2"
    assert not page.participants.nobody.isVisible()
    assert "participants" not in page.checklist.rows


def test_the_model_keeps_qts_rules(desk: Desk, qtbot: QtBot) -> None:
    model = ParticipantsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(
        [desk.planning.new_participant("Anna", Role.PHYSICIAN, ""), desk.planning.new_participant("Bo", Role.OTHER, "")]
    )
    assert not model.setData(model.index(0, NAME), "   ")
    model.show_rows([])
    assert tester.model() is model
