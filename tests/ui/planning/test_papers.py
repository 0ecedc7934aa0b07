"""What goes out: files made off the UI thread, written where a person says."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import FileNotWritten, FileUnreadable
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.ui.planning.files import pdf_page_count
from kompetens_gui.ui.planning.material_card import Paper
from kompetens_gui.ui.planning.plan_page import PlanPage
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.notices import Notice
from tests.ui.planning.desk import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # menus, on a screen that is none


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PlanPage:
    page = PlanPage(desk.parts)
    desk.show(page, 1500, 900)
    page.open_with(new_from="gruppdialog-60")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1 and page.bank.list.rows.rowCount() > 10)
    page.controller.change(title="Axel", starts_at=datetime(2026, 11, 12, 13, 0))
    page.controller.choose_case("axel-frisor")
    return page


def save_as(page: PlanPage, qtbot: QtBot, paper: Paper, target: Path) -> None:
    qtbot.mouseClick(page.material.buttons[paper], Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(target))
    dialog.close()


def test_each_paper_is_saved_where_one_says(page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page.controller.add_participant("Anna Ek", Role.PHYSICIAN, "")
    for paper, content in (
        (Paper.INVITATION, b"invitation Axel Region"),
        (Paper.HANDOUT, b"handout axel-frisor"),
        (Paper.MARKING_SHEET, b"sheet axel-frisor"),
        (Paper.ATTENDANCE_LIST, b"attendance 1"),
    ):
        target = tmp_path / f"{paper}.pdf"
        save_as(page, qtbot, paper, target)
        qtbot.waitUntil(lambda file=target: file.exists() and file.stat().st_size > 0)  # type: ignore[misc]
        assert target.read_bytes().startswith(content)
        qtbot.waitUntil(lambda name=target.name: any(name in text for text in desk.said()))  # type: ignore[misc]


def test_the_message_opens_what_was_saved(page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    save_as(page, qtbot, Paper.INVITATION, tmp_path / "Inbjudan.ics")
    qtbot.waitUntil(lambda: bool(desk.said()))
    notice = desk.window.findChild(Notice)
    assert notice is not None
    button = next(b for b in notice.findChildren(Button) if b.text() == "Öppna mappen")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.opened == [tmp_path]


def test_several_cases_go_to_a_folder_of_ones_choice(page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page.controller.choose_case("landrygg-golvlaggare")
    qtbot.mouseClick(page.material.buttons[Paper.HANDOUT], Qt.MouseButton.LeftButton)
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "data"))
    dialog.close()
    qtbot.waitUntil(lambda: any("2 filer är sparade" in text for text in desk.said()))
    assert sorted(p.read_bytes() for p in (tmp_path / "data").glob("Fall *.pdf")) == [
        b"handout axel-frisor",
        b"handout landrygg-golvlaggare",
    ]


def test_a_paper_says_what_it_waits_for(page: PlanPage) -> None:
    page.controller.change(starts_at=None)
    page.controller.clear_slot(1)
    assert not page.material.buttons[Paper.INVITATION].isEnabled()
    assert not page.material.buttons[Paper.HANDOUT].isEnabled()
    assert page.material.buttons[Paper.ATTENDANCE_LIST].isEnabled()


def test_looking_at_a_paper_opens_a_copy_that_is_not_kept(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    page.header.preview_menu.aboutToShow.emit()
    action = next(a for a in page.header.preview_menu.actions() if a.text() == "Markeringsblad")
    action.trigger()
    qtbot.waitUntil(lambda: len(desk.opened) == 1)
    assert desk.opened[0].read_bytes().startswith(b"sheet axel-frisor")


def test_a_file_that_cannot_be_written_is_said(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(path: Path, _data: bytes) -> None:
        raise FileNotWritten(str(path), "permission")

    page = PlanPage(replace(desk.parts, write_file=refuse))
    desk.show(page)
    page.open_with(new_from="apt-10")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    save_as(page, qtbot, Paper.ATTENDANCE_LIST, tmp_path / "lista.pdf")
    qtbot.waitUntil(lambda: any("lista.pdf kunde inte sparas" in text for text in desk.said()))


def test_an_information_block_shows_the_pages_of_a_pdf_file(
    page: PlanPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    file = _pdf(tmp_path / "bilder.pdf", 3)
    item = page.controller.view().plan.agenda[0]
    page.use_pdf(item.id, str(file))
    qtbot.waitUntil(lambda: page.controller.view().plan.agenda[0].settings.get("pdf_pages") == 3)
    page.use_pdf(item.id, str(tmp_path / "borta.pdf"))
    qtbot.waitUntil(lambda: any("borta.pdf" in text for text in desk.said()))


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "text.pdf"
    file.write_text("hej", encoding="utf-8")
    with pytest.raises(FileUnreadable) as refused:
        pdf_page_count(file)
    assert refused.value.reason == "not_pdf"
    assert pdf_page_count(_pdf(tmp_path / "ok.pdf", 2)) == 2


def _pdf(path: Path, pages: int) -> Path:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(200, 200)
    document.save(str(path))
    document.close()
    return path
