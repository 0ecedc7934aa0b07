"""Mina uppgifter: seeing everything, taking it along, correcting it, having it taken away."""

from __future__ import annotations

import json
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.learning.sign_off import Signer, SignOffPurpose
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.ui.progress.erase_dialog import EraseDialog
from kompetens_gui.ui.progress.page import ProgressPage
from kompetens_gui.ui.shell.erasure_receipt import ReceiptDialog
from tests.ui.progress.desk import ProgressDesk, foundation

LEFT = Qt.MouseButton.LeftButton


def opened(desk: ProgressDesk, qtbot: QtBot) -> ProgressPage:
    page = desk.open("data")
    qtbot.waitUntil(lambda: bool(page.data.sections) and desk.tasks.is_idle())
    return page


def sara(desk: ProgressDesk, pin: str = "") -> None:
    me = desk.sits_down("Sara Lindmo", "Ekliden", pin=pin)
    desk.seen(foundation(me.id, "K06"))
    desk.program.sign_offs.record_change(me.id, ["K06"], "Jag läser brevet högt.")
    desk.program.sign_offs.confirm(me.id, SignOffPurpose.PEER, ["K06"], Signer("Karin Ek", Role.PHYSICIAN))


def written(page: ProgressPage, section: str) -> str:
    return "\n".join(label.text() for label in page.data.sections[section].findChildren(QLabel) if label.isVisible())


def test_every_kind_of_data_is_there_with_why_and_how_much(desk: ProgressDesk, qtbot: QtBot) -> None:
    sara(desk)
    page = opened(desk, qtbot)
    counts = {name: card.count.text() for name, card in page.data.sections.items()}
    assert counts == {
        "profile": "1",
        "attempts": "inget sparat",
        "evidence": "5",
        "sign_offs": "2",
        "repetition": "inget sparat",
        "sessions": "inget sparat",
        "course_certificates": "inget sparat",
        "named": "inget sparat",
    }
    card = page.data.sections["sign_offs"]
    assert "Jag läser brevet högt." not in written(page, "sign_offs")
    card.unfold.setFocus()
    QTest.keyClick(card.unfold, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Jag läser brevet högt." in written(page, "sign_offs"))
    assert "Av Karin Ek, Läkare" in written(page, "sign_offs")
    QTest.keyClick(card.unfold, Qt.Key.Key_Space)
    assert "Jag läser brevet högt." not in written(page, "sign_offs")


def test_all_of_it_can_be_taken_along_as_json(desk: ProgressDesk, qtbot: QtBot, tmp_path: Path) -> None:
    sara(desk)
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.data.take_along.json, LEFT)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "mitt.json"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: target.exists() and desk.tasks.is_idle())
    found = json.loads(target.read_text("utf-8"))
    assert found["self_study"][0]["profile"]["name"] == "Sara Lindmo"
    assert len(found["self_study"][0]["evidence"]) == 5


def test_all_of_it_can_be_read_on_paper(desk: ProgressDesk, qtbot: QtBot, tmp_path: Path) -> None:
    sara(desk)
    page = opened(desk, qtbot)
    target = tmp_path / "mitt.pdf"
    qtbot.mouseClick(page.data.take_along.pdf, LEFT)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: target.exists() and desk.tasks.is_idle())
    text = " ".join(" ".join(p.extract_text().split()) for p in PdfReader(target).pages)
    for words in ("Uppgifter om Sara Lindmo", "Jag läser brevet högt.", "Samtal och klarspråk", "Inget är sparat."):
        assert words in text


def test_name_role_and_unit_can_be_put_right(desk: ProgressDesk, qtbot: QtBot) -> None:
    sara(desk)
    assert desk.learner is not None
    page = opened(desk, qtbot)
    card = page.data.correct
    card.name.selectAll()
    QTest.keyClicks(card.name, "Sara  Lindmo Ek ")
    card.role.setCurrentIndex(card.role.findData(Role.PHYSICIAN))
    card.unit.selectAll()
    QTest.keyClicks(card.unit, "Granbacken")
    qtbot.mouseClick(card.save, LEFT)
    qtbot.waitUntil(lambda: page.who.text() == "Sara Lindmo Ek, läkare, Granbacken")
    kept = desk.program.profiles.get(desk.learner.id)
    assert (kept.name, kept.role, kept.unit) == ("Sara Lindmo Ek", Role.PHYSICIAN, "Granbacken")
    card.name.clear()
    qtbot.mouseClick(card.save, LEFT)
    assert card.name_field.error == "Skriv ett namn."


def erasing(page: ProgressPage, qtbot: QtBot) -> EraseDialog:
    qtbot.mouseClick(page.data.erase.erase, LEFT)
    dialog = page.findChildren(EraseDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def receipt(qtbot: QtBot) -> ReceiptDialog:
    def found() -> list[ReceiptDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, ReceiptDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_enter_and_escape_keep_everything(desk: ProgressDesk, qtbot: QtBot) -> None:
    sara(desk)
    page = opened(desk, qtbot)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = erasing(page, qtbot)
        with qtbot.waitSignal(dialog.destroyed):
            QTest.keyClick(dialog.focusWidget() or dialog, key)
    assert [p.name for p in desk.program.profiles.all()] == ["Sara Lindmo"]


def test_what_a_backup_does_is_said_before(desk: ProgressDesk, qtbot: QtBot) -> None:
    sara(desk)
    page = opened(desk, qtbot)
    told = "\n".join(label.text() for label in page.data.erase.findChildren(QLabel))
    assert "säkerhetskopia läses tillbaka" in told or "säkerhetskopia tillbaka" in told
    assert "inte ditt namn" in told


def test_erasing_the_studies_gives_a_receipt_and_leaves_the_page(desk: ProgressDesk, qtbot: QtBot) -> None:
    sara(desk)
    page = opened(desk, qtbot)
    gone: list[bool] = []

    def leave() -> None:
        gone.append(True)
        desk.learner = None

    desk.controller.learner_gone.connect(leave)
    dialog = erasing(page, qtbot)
    qtbot.mouseClick(dialog.erase, LEFT)
    paper = receipt(qtbot)
    assert "Sara Lindmo, 12 november 2026" in paper.text.toPlainText()
    assert "profilen för självstudier" in paper.text.toPlainText()
    assert gone == [True]
    assert not desk.program.profiles.all()
    paper.close()
    qtbot.waitUntil(desk.tasks.is_idle)


def test_erasing_everything_asks_for_the_code(desk: ProgressDesk, qtbot: QtBot) -> None:
    sara(desk, pin="4711")
    page = opened(desk, qtbot)
    desk.controller.learner_gone.connect(lambda: setattr(desk, "learner", None))
    dialog = erasing(page, qtbot)
    qtbot.mouseClick(dialog.everything, LEFT)
    QTest.keyClicks(dialog.pin, "1111")
    qtbot.mouseClick(dialog.erase, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.pin_field.error))
    assert desk.program.profiles.all()
    dialog.pin.clear()
    QTest.keyClicks(dialog.pin, "4711")
    qtbot.mouseClick(dialog.erase, LEFT)
    paper = receipt(qtbot)
    assert not desk.program.profiles.all()
    assert not desk.program.personal_data.find("Sara")
    paper.close()
    qtbot.waitUntil(desk.tasks.is_idle)
