"""Adding what happens outside the program, what is refused and where that is said, and taking back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.learning.sign_off import Signer, SignOffPurpose
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.ui.progress.add_dialogs import AddDialog, ChangeDialog, ConfirmDialog, LedDialog
from kompetens_gui.ui.progress.page import ProgressPage
from kompetens_gui.ui.style.theme import theme
from tests.ui.progress.desk import ProgressDesk, foundation, practised

LEFT = Qt.MouseButton.LeftButton


def opened(desk: ProgressDesk, qtbot: QtBot) -> ProgressPage:
    page = desk.open()
    qtbot.waitUntil(lambda: bool(page.matrix.rows) and desk.tasks.is_idle())
    return page


def dialog_of(page: ProgressPage, purpose: SignOffPurpose, qtbot: QtBot) -> AddDialog:
    qtbot.mouseClick(page.add.buttons[purpose], LEFT)
    dialog = page.findChildren(AddDialog)[-1]
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def saved(desk: ProgressDesk, dialog: AddDialog, qtbot: QtBot) -> None:
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: bool(gone) and desk.tasks.is_idle())


def told(dialog: AddDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_change_in_ones_own_work_raises_the_level(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.seen([*foundation(me.id, "K09"), practised(me.id, "K09", "branching", with_other=True)])
    page = opened(desk, qtbot)
    assert page.matrix.rows["K09"].steps.level() == Level.FOUNDATION
    dialog = dialog_of(page, SignOffPurpose.CHANGED_WORK, qtbot)
    assert isinstance(dialog, ChangeDialog)
    assert "inga namn, nummer eller diagnoser" in told(dialog)
    QTest.keyClicks(dialog.text, "Jag ringer arbetsgivaren inom en vecka.")
    qtbot.mouseClick(dialog.areas.checks["K09"].box, LEFT)
    saved(desk, dialog, qtbot)
    qtbot.waitUntil(lambda: page.matrix.rows["K09"].steps.level() == Level.APPLY)
    assert any("Jag ringer arbetsgivaren" in label.text() for label in page.sign_offs.findChildren(QLabel))


def test_lagg_till_under_an_area_has_that_area_ticked(desk: ProgressDesk, qtbot: QtBot) -> None:
    desk.sits_down()
    page = opened(desk, qtbot)
    page.matrix.unfold("K11")
    qtbot.mouseClick(page.matrix.details["K11"].add, LEFT)
    dialog = page.findChildren(AddDialog)[-1]
    assert dialog.areas.chosen() == ("K11",)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_nothing_is_saved_without_a_text_and_an_area(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    page = opened(desk, qtbot)
    dialog = dialog_of(page, SignOffPurpose.CHANGED_WORK, qtbot)
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.areas.error) and dialog.isEnabled())
    qtbot.mouseClick(dialog.areas.checks["K01"].box, LEFT)
    assert dialog.areas.error == ""
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.text_field.error))
    assert not desk.program.sign_offs.of(me.id)
    dialog.reject()


def test_a_text_with_an_identity_number_is_refused_at_its_field(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    page = opened(desk, qtbot)
    dialog = dialog_of(page, SignOffPurpose.CHANGED_WORK, qtbot)
    QTest.keyClicks(dialog.text, "Jag ringde 19121212-1212 i tid.")
    qtbot.mouseClick(dialog.areas.checks["K01"].box, LEFT)
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: "personuppgifter" in dialog.text_field.error)
    assert dialog.text.toPlainText() == "Jag ringde 19121212-1212 i tid."
    assert not desk.program.sign_offs.of(me.id)
    dialog.reject()


def test_a_colleague_confirms_by_name(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    page = opened(desk, qtbot)
    dialog = dialog_of(page, SignOffPurpose.PEER, qtbot)
    assert isinstance(dialog, ConfirmDialog)
    assert dialog.signer is not None
    qtbot.mouseClick(dialog.areas.checks["K10"].box, LEFT)
    QTest.keyClicks(dialog.signer.name, "Jonas Risviken")
    dialog.signer.role.setCurrentIndex(dialog.signer.role.findData(Role.REHAB_COORDINATOR))
    saved(desk, dialog, qtbot)
    (kept,) = desk.program.sign_offs.of(me.id)
    assert (kept.purpose, kept.by_name, kept.areas) == (SignOffPurpose.PEER, "Jonas Risviken", ("K10",))


@pytest.mark.parametrize(
    ("name", "role", "words"),
    [
        ("", Role.REHAB_COORDINATOR, "Skriv vem som godkänner."),
        ("sara  LINDMO", Role.REHAB_COORDINATOR, "Du kan inte godkänna dig själv."),
        ("Karin Ek", Role.MANAGER, "ges inte av chef"),
    ],
)
def test_who_may_not_sign_is_said_at_the_name(
    desk: ProgressDesk, qtbot: QtBot, name: str, role: Role, words: str
) -> None:
    me = desk.sits_down("Sara Lindmo")
    page = opened(desk, qtbot)
    dialog = dialog_of(page, SignOffPurpose.PEER, qtbot)
    assert dialog.signer is not None
    signer = dialog.signer
    qtbot.mouseClick(dialog.areas.checks["K10"].box, LEFT)
    QTest.keyClicks(signer.name, name)
    signer.role.setCurrentIndex(signer.role.findData(role))
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: words in signer.name_field.error)
    assert not desk.program.sign_offs.of(me.id)
    dialog.reject()


def test_a_profile_signs_with_its_code(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.program.profiles.create("Jonas Risviken", Role.REHAB_COORDINATOR, "Ekliden", pin="4711")
    page = opened(desk, qtbot)
    dialog = dialog_of(page, SignOffPurpose.PEER, qtbot)
    assert isinstance(dialog, ConfirmDialog)
    assert dialog.signer is not None
    signer = dialog.signer
    qtbot.mouseClick(dialog.purposes[SignOffPurpose.MENTORING], LEFT)
    qtbot.mouseClick(dialog.areas.checks["K10"].box, LEFT)
    signer.who.setFocus()
    QTest.keyClick(signer.who, Qt.Key.Key_Down)
    assert not signer.name_field.isVisible()
    QTest.keyClicks(signer.pin, "1234")
    qtbot.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: bool(signer.pin_field.error))
    signer.pin.clear()
    QTest.keyClicks(signer.pin, "4711")
    saved(desk, dialog, qtbot)
    (kept,) = desk.program.sign_offs.of(me.id)
    assert (kept.purpose, kept.by_name) == (SignOffPurpose.MENTORING, "Jonas Risviken")


def test_a_session_that_was_led_needs_a_colleague(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    page = opened(desk, qtbot)
    dialog = dialog_of(page, SignOffPurpose.LED, qtbot)
    assert isinstance(dialog, LedDialog)
    assert dialog.signer is not None
    QTest.keyClicks(dialog.title, "Rollgenomgång på APT")
    dialog.rating.clear()
    QTest.keyClicks(dialog.rating, "4,4")
    dialog.raters.clear()
    QTest.keyClicks(dialog.raters, "8")
    QTest.keyClicks(dialog.signer.name, "Karin Ek")
    qtbot.mouseClick(dialog.areas.checks["K01"].box, LEFT)
    saved(desk, dialog, qtbot)
    (kept,) = desk.program.sign_offs.of(me.id)
    assert (kept.title, kept.rating, kept.raters) == ("Rollgenomgång på APT", 4.4, 8)
    assert any("4,4 av 5 från 8" in label.text() for label in page.sign_offs.findChildren(QLabel))


def test_taking_back_is_asked_once_and_takes_the_evidence_along(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.program.sign_offs.confirm(me.id, SignOffPurpose.PEER, ["K02"], Signer("Karin Ek", Role.PHYSICIAN))
    page = opened(desk, qtbot)
    (button,) = page.sign_offs.withdraw

    def answer(word: str) -> None:
        qtbot.mouseClick(button, LEFT)
        box = page.findChildren(QMessageBox)[-1]
        qtbot.waitUntil(box.isVisible)
        qtbot.mouseClick(next(b for b in box.findChildren(QPushButton) if b.text() == word), LEFT)
        qtbot.waitUntil(desk.tasks.is_idle)

    answer("Låt vara")
    assert desk.program.sign_offs.of(me.id)
    answer("Ta tillbaka")
    qtbot.waitUntil(lambda: page.sign_offs.nothing.isVisible())
    assert not desk.program.sign_offs.of(me.id)
    assert not desk.program.progress.evidence(me.id)


def test_dialogs_fit_the_window_with_large_text(desk: ProgressDesk, qtbot: QtBot) -> None:
    desk.sits_down()
    desk.colleague("Jonas Risviken")
    theme.set_text_scale(2.0)
    page = opened(desk, qtbot)
    for purpose in page.add.buttons:
        page.add.buttons[purpose].click()
        dialog = page.findChildren(AddDialog)[-1]
        qtbot.waitUntil(dialog.isVisible)
        assert dialog.height() <= desk.window.height()
        assert dialog.save.mapTo(dialog, dialog.save.rect().bottomRight()).x() <= dialog.width()
        inside = dialog.area.widget()
        assert inside is not None
        assert inside.width() <= dialog.width()
        dialog.reject()
