"""All papers of a workshop from the plan: parts are chosen, the file is made beside the window, and can be stopped."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, Role
from kompetens_gui.services.print_papers import PrintPart, WorkshopPapers
from kompetens_gui.services.workshop_papers import workshop_papers
from kompetens_gui.ui.planning.material_card import Paper
from kompetens_gui.ui.planning.plan_page import PlanPage
from kompetens_gui.ui.planning.prints_dialog import PrintsDialog, of_running
from tests.ui.planning.desk import Desk, PlainDocuments

MEETING = {"material": "role_play/avstamningsmote-fyra-roller"}


def page_at(desk: Desk, qtbot: QtBot) -> PlanPage:
    page = PlanPage(desk.parts)
    desk.show(page, 1500, 900)
    page.open_with(new_from="gruppdialog-60")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    plan = page.controller.view().plan
    meeting = AgendaItem(AgendaItemId("meeting"), "role_play", "Avstämningsmöte", 35, None, MEETING)
    page.controller.change(title="Workshop", agenda=(*plan.agenda, meeting), series="Höstens träffar")
    page.controller.add_participant("Anna Ek", Role.PHYSICIAN, "")
    return page


def dialog_of(page: PlanPage, qtbot: QtBot) -> PrintsDialog:
    qtbot.mouseClick(page.material.buttons[Paper.PRINTS], Qt.MouseButton.LeftButton)
    dialog = page.findChild(PrintsDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.boxes))
    return dialog


def save_to(dialog: PrintsDialog, target: Path) -> None:
    asked = dialog.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(target))
    asked.close()


def written(qtbot: QtBot, target: Path) -> str:
    qtbot.waitUntil(lambda: target.exists() and target.stat().st_size > 0)
    return target.read_text()


def test_what_is_ticked_is_made_and_saved(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(page_at(desk, qtbot), qtbot)
    assert dialog.boxes[PrintPart.ROLE_CARDS].text() == "Rollkort och stolskort, 4 st"
    dialog.boxes[PrintPart.LEADER].click()
    dialog.boxes[PrintPart.ATTENDANCE].click()
    dialog.duplex.click()
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    target = tmp_path / "allt.pdf"
    save_to(dialog, target)
    text = written(qtbot, target)
    assert "role_cards" in text
    assert "observers" in text
    assert "leader" not in text
    assert "attendance" not in text
    assert "duplex Region Ängslan" in text
    qtbot.waitUntil(lambda: any("allt.pdf" in said for said in desk.said()))
    qtbot.waitUntil(dialog.save.isEnabled)


def test_one_part_is_saved_alone_and_so_is_the_sheet_for_a_new_leader(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_at(desk, qtbot)
    page.controller.saver.flush()
    dialog = dialog_of(page, qtbot)
    qtbot.mouseClick(dialog.alone[PrintPart.OBSERVERS], Qt.MouseButton.LeftButton)
    save_to(dialog, tmp_path / "observera.pdf")
    assert written(qtbot, tmp_path / "observera.pdf").startswith("prints observers simplex")
    qtbot.waitUntil(dialog.hand_over.isEnabled)
    qtbot.waitUntil(lambda: bool(desk.planning.sessions()))
    qtbot.mouseClick(dialog.hand_over, Qt.MouseButton.LeftButton)
    save_to(dialog, tmp_path / "over.pdf")
    assert written(qtbot, tmp_path / "over.pdf") == "hand-over Höstens träffar"


def test_with_nothing_ticked_there_is_nothing_to_save(desk: Desk, qtbot: QtBot) -> None:
    dialog = dialog_of(page_at(desk, qtbot), qtbot)
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.save.isEnabled()
    assert not dialog.look.isEnabled()
    dialog.boxes[PrintPart.SIGNS if PrintPart.SIGNS in dialog.boxes else PrintPart.LEADER].setChecked(True)
    assert dialog.save.isEnabled()


def test_looking_opens_a_copy(desk: Desk, qtbot: QtBot) -> None:
    dialog = dialog_of(page_at(desk, qtbot), qtbot)
    qtbot.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.opened) == 1)
    assert desk.opened[0].read_text().startswith("prints ")


def test_a_block_whose_material_is_gone_is_said(desk: Desk, qtbot: QtBot) -> None:
    page = page_at(desk, qtbot)
    agenda = page.controller.view().plan.agenda
    gone = replace(agenda[-1], settings={"material": "role_play/finns-inte"})
    page.controller.change(agenda=(*agenda[:-1], gone))
    dialog = dialog_of(page, qtbot)
    assert "Avstämningsmöte" in dialog.state.text()


class SlowDocuments(PlainDocuments):
    """Papers that take as long as a test wants."""

    def __init__(self) -> None:
        self.begun, self.go_on = Event(), Event()

    def workshop_prints(
        self,
        papers: WorkshopPapers,
        organisation: str = "",
        *,
        duplex: bool = False,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        assert progress is not None
        progress(3, 12)
        self.begun.set()
        assert self.go_on.wait(20)
        progress(4, 12)
        return b"all"


@pytest.fixture
def slow(desk: Desk) -> SlowDocuments:
    return SlowDocuments()


def test_progress_is_shown_and_a_stopped_file_is_not_written(
    desk: Desk, slow: SlowDocuments, qtbot: QtBot, tmp_path: Path
) -> None:
    patient = replace(desk, parts=replace(desk.parts, documents=slow))
    dialog = dialog_of(page_at(patient, qtbot), qtbot)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    target = tmp_path / "aldrig.pdf"
    save_to(dialog, target)
    qtbot.waitUntil(
        lambda: slow.begun.is_set() and "3 av 12" in dialog.progress.accessibleDescription() + shown(dialog)
    )
    assert dialog.stop.isVisible()
    assert not dialog.save.isEnabled()
    qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    slow.go_on.set()
    qtbot.waitUntil(dialog.save.isEnabled)
    assert not dialog.stop.isVisible()
    assert not target.exists()
    assert desk.said() == []


def shown(dialog: PrintsDialog) -> str:
    return " ".join(label.text() for label in dialog.progress.findChildren(QLabel))


def test_what_runs_is_printed_from_what_was_there_at_its_start(desk: Desk, qtbot: QtBot) -> None:
    plan = page_at(desk, qtbot).controller.view().plan
    ref = MEETING["material"]
    material = desk.parts.materials.material(MaterialRef(MaterialKind.ROLE_PLAY, ref.split("/")[1]))
    there = workshop_papers(plan, of_running(SessionLog.replay(plan, FrozenContent({}, {ref: material}), ())).source)
    assert there.counted()[PrintPart.ROLE_CARDS] == 4
    empty = workshop_papers(plan, of_running(SessionLog.replay(plan, FrozenContent({}, {}), ())).source)
    assert PrintPart.ROLE_CARDS not in empty.counted()
    assert "Avstämningsmöte" in empty.lost
