"""The key for course certificates: made, protected, copied, put back and replaced, with real keys on disk."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import SigningKeyRefused
from kompetens_gui.joining import Program
from kompetens_gui.services.credential_ports import KeyState
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.settings.signing_key import SigningKeySection, SigningTools
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.notices import NoticeStack
from kompetens_gui.ui.widgets.passphrase_dialog import PassphraseDialog
from tests.ui.course_certificates.issuing import a_program, issued

LEFT = Qt.MouseButton.LeftButton
ISSUER, PASSPHRASE = "Region Norr", "korrekt batteri"


class Desk:
    """The section in a window of its own."""

    def __init__(self, folder: Path) -> None:
        self.errors: list[Exception] = []
        self.folder = folder
        self.program: Program = a_program(folder / "data", ISSUER)
        self.tasks = Tasks(self.errors.append)
        self.window = QWidget()
        self.window.resize(640, 800)
        self.notices = Notices(NoticeStack(self.window))
        tools = SigningTools(self.program.credentials.keys, Path.read_bytes, Path.write_bytes)
        self.section = SigningKeySection(tools, self.tasks, self.notices, lambda: folder, self.window)
        QVBoxLayout(self.window).addWidget(self.section)
        self.section.load(replace(Preferences(), organisation=ISSUER))
        self.window.show()
        self.window.activateWindow()

    def state(self) -> KeyState | None:
        current = self.program.credentials.keys.current(ISSUER)
        return current.state if current is not None else None

    def told(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel))

    def lose_the_file(self) -> None:
        shutil.rmtree(self.folder / "data" / "keys")

    def close(self) -> None:
        self.tasks.shut_down()
        self.window.close()
        self.program.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    qtbot.addWidget(made.window)
    qtbot.waitUntil(made.tasks.is_idle)
    yield made
    made.close()
    assert made.errors == []


def dialog_of(desk: Desk, button: QWidget, qtbot: QtBot) -> PassphraseDialog:
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in desk.section.findChildren(PassphraseDialog)))
    return next(d for d in desk.section.findChildren(PassphraseDialog) if d.isVisible())


def give(dialog: PassphraseDialog, first: str, again: str | None = None) -> None:
    dialog.first.setText(first)
    if again is not None:
        dialog.again.setText(again)
    QTest.mouseClick(dialog.action, LEFT)


def settled(desk: Desk, qtbot: QtBot) -> None:
    def is_settled() -> bool:
        open_ones = [d for d in desk.section.findChildren(PassphraseDialog) if d.isVisible()]
        return not open_ones and desk.tasks.is_idle()

    qtbot.waitUntil(is_settled)


def choose_file(desk: Desk, path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in desk.section.findChildren(QFileDialog)))
    dialog = next(d for d in desk.section.findChildren(QFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(desk.tasks.is_idle)


def with_key(desk: Desk, qtbot: QtBot, passphrase: str = "") -> None:
    keys = desk.program.credentials.keys
    key_id = keys.prepare(ISSUER)
    if passphrase:
        keys.protect(key_id, passphrase)
    desk.section.refresh()
    qtbot.waitUntil(lambda: desk.section.standing is not None and desk.tasks.is_idle())


def answer(desk: Desk, button: QWidget, word: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, LEFT)
    box = desk.section.findChildren(QMessageBox)[-1]
    qtbot.waitUntil(box.isVisible)
    qtbot.mouseClick(next(b for b in box.findChildren(QPushButton) if b.text() == word), LEFT)
    qtbot.waitUntil(desk.tasks.is_idle)


def test_before_the_first_certificate_it_says_what_a_key_is(desk: Desk) -> None:
    assert "utan nät" in desk.told()
    assert "Ingen nyckel än" in desk.section.status.text()
    assert desk.section.make.isVisible()
    assert not desk.section.back_up.isVisible()


def test_without_an_organisation_no_key_can_be_made(desk: Desk) -> None:
    desk.section.load(Preferences())
    assert "Skriv organisationens namn" in desk.section.status.text()
    assert not desk.section.make.isVisible()


def test_a_key_is_made_with_a_passphrase(desk: Desk, qtbot: QtBot) -> None:
    dialog = dialog_of(desk, desk.section.make, qtbot)
    give(dialog, "kort", "kort")
    assert "minst tolv tecken" in dialog.first_field.error
    give(dialog, PASSPHRASE, "något annat")
    assert "inte lika" in dialog.again_field.error
    assert desk.state() is None
    give(dialog, PASSPHRASE, PASSPHRASE)
    settled(desk, qtbot)
    qtbot.waitUntil(desk.section.lock.isVisible)
    standing = desk.program.credentials.keys.current(ISSUER)
    assert standing is not None
    assert standing.is_protected
    assert standing.own.key.fingerprint.spoken in desk.section.fingerprint.text()


def test_a_key_is_made_without_a_passphrase(desk: Desk, qtbot: QtBot) -> None:
    give(dialog_of(desk, desk.section.make, qtbot), "", "")
    settled(desk, qtbot)
    assert desk.state() == KeyState.READY
    qtbot.waitUntil(lambda: "Den har inget lösenord" in desk.section.status.text())


def test_a_passphrase_is_set_the_key_locked_and_opened_again(desk: Desk, qtbot: QtBot) -> None:
    with_key(desk, qtbot)
    give(dialog_of(desk, desk.section.protect, qtbot), PASSPHRASE, PASSPHRASE)
    settled(desk, qtbot)
    qtbot.waitUntil(desk.section.lock.isVisible)
    qtbot.mouseClick(desk.section.lock, LEFT)
    qtbot.waitUntil(desk.section.unlock.isVisible)
    assert desk.state() == KeyState.LOCKED
    assert not desk.section.back_up.isVisible()
    dialog = dialog_of(desk, desk.section.unlock, qtbot)
    give(dialog, "fel lösenord här")
    qtbot.waitUntil(lambda: "stämmer inte" in dialog.first_field.error)
    give(dialog, PASSPHRASE)
    settled(desk, qtbot)
    assert desk.state() == KeyState.READY


def test_a_copy_puts_a_lost_key_back(desk: Desk, qtbot: QtBot) -> None:
    (before,) = issued(desk.program, "Anna Berg")
    desk.section.refresh()
    qtbot.waitUntil(desk.section.back_up.isVisible)
    copy = desk.folder / "kopia.kompetensnyckel"
    give(dialog_of(desk, desk.section.back_up, qtbot), PASSPHRASE, PASSPHRASE)
    choose_file(desk, copy, qtbot)
    qtbot.waitUntil(copy.exists)
    assert "på ett annat ställe än datorn" in desk.told()
    assert b"PRIVATE" in copy.read_bytes()
    assert PASSPHRASE.encode() not in copy.read_bytes()
    desk.lose_the_file()
    desk.section.refresh()
    qtbot.waitUntil(desk.section.lost.isVisible)
    assert "Nyckelfilen finns inte" in desk.section.status.text()
    with pytest.raises(SigningKeyRefused):
        issued(desk.program, "Bo Alm")
    qtbot.mouseClick(desk.section.restore, LEFT)
    choose_file(desk, copy, qtbot)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in desk.section.findChildren(PassphraseDialog)))
    dialog = next(d for d in desk.section.findChildren(PassphraseDialog) if d.isVisible())
    give(dialog, "fel lösenord här")
    qtbot.waitUntil(lambda: bool(dialog.first_field.error))
    give(dialog, PASSPHRASE)
    settled(desk, qtbot)
    assert desk.state() == KeyState.READY
    assert desk.program.credentials.verify(before.code).is_valid


def test_a_file_that_is_no_copy_is_refused(desk: Desk, qtbot: QtBot) -> None:
    wrong = desk.folder / "fel.kompetensnyckel"
    wrong.write_bytes(b"\x00hej")
    desk.section.restore_from(wrong)
    dialog = next(d for d in desk.section.findChildren(PassphraseDialog) if d.isVisible())
    give(dialog, PASSPHRASE)
    qtbot.waitUntil(lambda: "Välj en fil som Kompetens har sparat" in dialog.first_field.error)
    dialog.reject()
    assert desk.state() is None


def test_a_lost_key_is_replaced_when_one_says_so(desk: Desk, qtbot: QtBot) -> None:
    (before,) = issued(desk.program, "Anna Berg")
    desk.lose_the_file()
    desk.section.refresh()
    qtbot.waitUntil(desk.section.lost.isVisible)
    answer(desk, desk.section.lost, "Låt vara", qtbot)
    assert desk.state() == KeyState.MISSING
    answer(desk, desk.section.lost, "Gör en ny nyckel", qtbot)
    qtbot.waitUntil(lambda: desk.state() == KeyState.READY)
    assert desk.program.credentials.verify(before.code).is_valid
    (after,) = issued(desk.program, "Bo Alm")
    assert desk.program.credentials.verify(after.code).is_valid


def test_a_planned_change_is_vouched_for_by_the_old_key(desk: Desk, qtbot: QtBot) -> None:
    with_key(desk, qtbot)
    answer(desk, desk.section.change, "Byt nyckel", qtbot)
    qtbot.waitUntil(lambda: len(desk.program.credentials.keys.all()) == 2)
    current = desk.program.credentials.keys.current(ISSUER)
    assert current is not None
    assert current.own.key.voucher


def test_the_public_key_is_saved_to_hand_out(desk: Desk, qtbot: QtBot) -> None:
    with_key(desk, qtbot)
    card = desk.folder / "nyckel.json"
    qtbot.mouseClick(desk.section.card, LEFT)
    choose_file(desk, card, qtbot)
    qtbot.waitUntil(card.exists)
    (offer,) = desk.program.credentials.trust.read(card.read_bytes())
    assert offer.key.issuer == ISSUER


def test_everything_fits_with_large_text(desk: Desk, qtbot: QtBot) -> None:
    theme.set_text_scale(2.0)
    with_key(desk, qtbot, PASSPHRASE)
    qtbot.waitUntil(desk.section.lock.isVisible)
    for button in desk.section.findChildren(QPushButton):
        if button.isVisible():
            assert button.mapTo(desk.window, button.rect().topRight()).x() <= desk.window.width(), button.text()


def test_a_key_that_may_have_leaked_is_given_up_only_after_a_clear_warning(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.section.exposed.isVisible()
    with_key(desk, qtbot)
    before = desk.program.credentials.keys.current(ISSUER)
    assert before is not None
    qtbot.mouseClick(desk.section.exposed, LEFT)
    box = desk.section.findChildren(QMessageBox)[-1]
    qtbot.waitUntil(box.isVisible)
    assert "jämföra den nya nyckeln" in box.informativeText()
    assert "Sluta lita på" in box.informativeText()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    qtbot.waitUntil(desk.tasks.is_idle)
    assert desk.program.credentials.keys.current(ISSUER) == before
    answer(desk, desk.section.exposed, "Gör en ny nyckel", qtbot)
    after = desk.program.credentials.keys.current(ISSUER)
    assert after is not None
    assert (after.own.key.follows, after.own.key.voucher) == (before.own.key.key_id, b"")
    assert desk.program.credentials.keys.get(before.own.key.key_id).state == KeyState.MISSING
