"""Personal data in the settings, with the real service behind it and the keyboard in front."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import StorageFailed
from kompetens_gui.domain.workshop.events import NoteWritten
from kompetens_gui.domain.workshop.plan import Facilitator, Participant, ParticipantId, Role, WorkshopSessionId
from kompetens_gui.services.personal_data import PersonalDataParts, PersonalDataService
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.storage.personal_data_store import BackupShelf, rewrite_file
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.settings.parts import DataTools, PersonalDataTools, SettingsParts
from kompetens_gui.ui.settings.personal_data import PersonalDataSection
from kompetens_gui.ui.shell.erasure_receipt import ReceiptDialog
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.notices import NoticeStack
from tests.domain.making import a_session
from tests.services.surroundings import DETAILS, Program

HELD = datetime(2026, 11, 12, 13, 0)
PEOPLE = (
    Participant(ParticipantId("m"), "Martha Ekelund", Role.PHYSICIAN, "Granbacken", email="martha@example.org"),
    Participant(ParticipantId("a"), "Anna Berg", Role.PHYSICIAN, "Norr"),
    Participant(ParticipantId("b"), "Anna Berg", Role.PSYCHOLOGIST, "Syd"),
)


class Desk:
    """A section in a window of its own, on a session that has been held."""

    def __init__(self, folder: Path) -> None:
        self.errors: list[Exception] = []
        self.program = Program(folder)
        self.rewrite: Callable[[], None] = lambda: rewrite_file(self.program.database)
        self.tasks = Tasks(self.errors.append)
        self.window = QWidget()
        self.window.resize(900, 700)
        self._hold()
        service = PersonalDataService(
            PersonalDataParts(
                self.program.work,
                self.program.clock,
                self.program.bus,
                lambda: self.rewrite(),
                BackupShelf(folder),
                Preferences,
            )
        )
        self.notices = Notices(NoticeStack(self.window))
        self.section = PersonalDataSection(self._parts(service, folder), self.window)
        self.section.resize(QSize(560, 600))
        self.window.show()
        self.window.activateWindow()

    def _hold(self) -> None:
        plan = replace(a_session(), title="Gruppdialog", starts_at=HELD, participants=PEOPLE)
        self.id = self.program.planned(
            replace(plan, id=WorkshopSessionId("s"), facilitators=(Facilitator("Karin Ek"),))
        )
        self.program.running.start(self.id)
        self.program.running.record(self.id, NoteWritten("n", "Ring Martha Ekelund"))
        log = self.program.running.close()
        self.program.running.release()
        self.program.course_certificates.issue(log, [PEOPLE[0].id], DETAILS)

    def _parts(self, service: PersonalDataService, folder: Path) -> SettingsParts:
        return SettingsParts(
            tasks=self.tasks,
            notices=self.notices,
            load=Preferences,
            save=lambda _: None,
            screens=lambda: (),
            data_folder=folder,
            open_folder=lambda _: None,
            data=DataTools(lambda *_: None, lambda *_: None, lambda _: ()),
            personal_data=PersonalDataTools(
                service.find,
                service.export,
                service.erase,
                service.remove_backups,
                service.clean_file,
                lambda path, content: path.write_bytes(content),
            ),
            documents_folder=lambda: folder,
        )

    def told(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel))

    def close(self) -> None:
        self.tasks.shut_down()
        self.window.close()
        self.program.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "data")
    qtbot.addWidget(made.window)
    yield made
    made.close()
    assert made.errors == []


def keyboard() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(keyboard(), key)


def press_yes(desk: Desk, qtbot: QtBot) -> None:
    """Ask to erase, go from "Avbryt" to "Ta bort" and press it."""
    desk.section.erase_button.setFocus()
    press(Qt.Key.Key_Space)
    box = desk.section.findChildren(QMessageBox)[-1]
    qtbot.waitUntil(lambda: keyboard() in box.findChildren(QPushButton))
    yes = next(b for b in box.findChildren(QPushButton) if b.text() == "Ta bort")
    yes.setFocus()
    press(Qt.Key.Key_Space)


def search(desk: Desk, qtbot: QtBot, text: str) -> None:
    desk.section.search.setFocus()
    desk.section.search.clear()
    qtbot.waitUntil(desk.tasks.is_idle)
    with qtbot.waitSignal(desk.section.found):
        QTest.keyClicks(keyboard(), text)


def answer(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    """Ask to erase with the keyboard and answer the question with a key."""
    desk.section.erase_button.setFocus()
    press(Qt.Key.Key_Space)
    box = desk.section.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    qtbot.waitUntil(lambda: keyboard() in box.findChildren(QPushButton))
    with qtbot.waitSignal(box.destroyed):
        press(key)


def receipt_of(desk: Desk, qtbot: QtBot) -> ReceiptDialog:
    with qtbot.waitSignal(desk.section.erased):
        press_yes(desk, qtbot)
    dialog = desk.section.findChild(ReceiptDialog)
    assert isinstance(dialog, ReceiptDialog)
    return dialog


def test_nothing_can_be_done_before_somebody_is_found(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.section.erase_button.isEnabled()
    search(desk, qtbot, "zz")
    assert desk.section.status.text() == "Ingen hittades. Pröva en del av namnet."
    assert not desk.section.export_button.isEnabled()
    assert not desk.section.list.isVisible()


def test_the_only_one_found_is_chosen_and_shown_with_counts(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "ekel")
    person = desk.section.person()
    assert person is not None
    assert person.name == "Martha Ekelund"
    shown = desk.section.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shown == "Martha Ekelund. Läkare, Granbacken. 1 träff, 1 kursintyg"
    assert desk.section.erase_button.isEnabled()


def test_two_of_the_same_name_are_chosen_between_with_the_arrows(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "anna")
    assert desk.section.status.text().startswith("2 personer.")
    press(Qt.Key.Key_Tab)
    first = desk.section.person()
    press(Qt.Key.Key_Down)
    second = desk.section.person()
    assert first is not None
    assert second is not None
    assert {first.units, second.units} == {("Norr",), ("Syd",)}


def test_a_leader_is_called_one(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "karin")
    shown = desk.section.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shown == "Karin Ek. Ledare. 1 träff, namn på 1 kursintyg"


def test_the_export_is_a_readable_file(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    search(desk, qtbot, "martha@")
    person = desk.section.person()
    assert person is not None
    desk.section.export_to(person, tmp_path / "martha.json")
    qtbot.waitUntil(lambda: "Uppgifterna är exporterade" in desk.told())
    assert json.loads((tmp_path / "martha.json").read_text("utf-8"))["person"]["names"] == ["Martha Ekelund"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_the_question_begins_on_leaving_everything_as_it_is(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    search(desk, qtbot, "martha")
    answer(desk, qtbot, key)
    qtbot.waitUntil(desk.tasks.is_idle)
    assert desk.program.planning.get(desk.id).participants == PEOPLE


def test_an_erasure_gives_a_receipt_that_can_be_saved(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    search(desk, qtbot, "martha")
    dialog = receipt_of(desk, qtbot)
    words = dialog.text.toPlainText()
    assert "Martha Ekelund, 12 november 2026 kl. 13.00" in words
    assert "– deltagarlistan i ”Gruppdialog”, 12 november 2026" in words
    assert "– kursintyg 2026-0001, nu återkallat, ”Gruppdialog”" in words
    assert "Kontrollera själv: här kan namnet stå i fri text\n– anteckningar från ”Gruppdialog”" in words
    assert "Databasfilen är omskriven." in words
    assert not dialog.backups_button.isVisible()
    assert not dialog.clean_button.isVisible()
    dialog.save_to(tmp_path / "kvitto.txt")
    qtbot.waitUntil(lambda: (tmp_path / "kvitto.txt").is_file() and desk.tasks.is_idle())
    assert (tmp_path / "kvitto.txt").read_text("utf-8") == words
    assert desk.program.planning.get(desk.id).participants[0].name == "Borttagen deltagare"
    assert desk.section.search.text() == ""
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_old_backups_are_removed_when_asked(desk: Desk, qtbot: QtBot) -> None:
    old = desk.program.folder / "backups" / "kompetens-2026-10-01-0001.sqlite3"
    old.parent.mkdir()
    old.write_bytes(b"old")
    search(desk, qtbot, "martha")
    dialog = receipt_of(desk, qtbot)
    assert str(old) in dialog.text.toPlainText()
    assert old.is_file()
    dialog.backups_button.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not dialog.backups_button.isVisible())
    assert not old.exists()
    assert "Borttagna säkerhetskopior" in dialog.text.toPlainText()
    dialog.close()


def test_a_file_that_is_busy_can_be_cleaned_later(desk: Desk, qtbot: QtBot) -> None:
    def busy() -> None:
        raise StorageFailed("file", "locked")

    now, desk.rewrite = desk.rewrite, busy
    search(desk, qtbot, "martha")
    dialog = receipt_of(desk, qtbot)
    assert "kunde inte skrivas om" in dialog.text.toPlainText()
    desk.rewrite = now
    dialog.clean_button.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not dialog.clean_button.isVisible())
    assert "Databasfilen är omskriven." in dialog.text.toPlainText()
    dialog.close()


def test_a_running_session_stands_in_the_way_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    running = desk.program.planned(replace(a_session(), id=WorkshopSessionId("now"), starts_at=HELD))
    desk.program.running.start(running)
    search(desk, qtbot, "martha")
    press_yes(desk, qtbot)
    qtbot.waitUntil(lambda: "En annan träff är i gång" in desk.told())
    assert desk.section.isEnabled()


def test_everything_fits_with_large_text(desk: Desk, qtbot: QtBot) -> None:
    theme.set_text_scale(1.5)
    search(desk, qtbot, "a")
    qtbot.waitUntil(lambda: desk.section.model.rowCount() == 4)
    for button in (desk.section.export_button, desk.section.erase_button):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.x() + button.width() <= desk.section.width()
