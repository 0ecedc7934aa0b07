from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Never

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import BackupInvalid
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.preferences import Preferences, ThemeMode
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.settings.data import SUFFIX
from kompetens_gui.ui.settings.page import SettingsPage
from kompetens_gui.ui.settings.parts import DataTools, PersonalDataTools, Progress, SettingsParts
from kompetens_gui.ui.shell.help import ShortcutSheet
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.notices import NoticeStack


@dataclass
class Screen:
    key: str
    name: str
    width: int = 1920
    height: int = 1080
    is_leaders: bool = False


@dataclass
class Desk:
    """A person's computer, as far as the settings know it."""

    saved: list[Preferences] = field(default_factory=lambda: [Preferences()])
    screens: list[Screen] = field(default_factory=lambda: [Screen("own", "Bärbar", is_leaders=True)])
    done: list[tuple[str, Path]] = field(default_factory=list)
    problems: Sequence[str] = ()
    host: QWidget | None = None

    def back_up(self, target: Path, progress: Progress) -> None:
        progress(1, 2)
        self.done.append(("backup", target))

    def restore(self, source: Path, _progress: Progress) -> None:
        if source.name == "fel":
            raise BackupInvalid(str(source), "damaged")
        self.done.append(("restore", source))

    def told(self) -> str:
        assert self.host is not None
        return "\n".join(label.text() for label in self.host.findChildren(QLabel))


def no_persons() -> PersonalDataTools:
    def never(*_: object) -> Never:
        raise AssertionError

    return PersonalDataTools(lambda _: (), never, never, never, never, never)


Make = Callable[[], SettingsPage]


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    def fail(error: Exception) -> None:
        raise error

    made = Tasks(fail)
    yield made
    made.shut_down()


@pytest.fixture
def notices(qtbot: QtBot, desk: Desk) -> Notices:
    desk.host = QWidget()
    qtbot.addWidget(desk.host)
    desk.host.resize(800, 600)
    desk.host.show()
    return Notices(NoticeStack(desk.host))


@pytest.fixture
def make(qtbot: QtBot, tasks: Tasks, notices: Notices, desk: Desk, tmp_path: Path) -> Make:
    def page() -> SettingsPage:
        parts = SettingsParts(
            tasks=tasks,
            notices=notices,
            load=lambda: desk.saved[-1],
            save=desk.saved.append,
            screens=lambda: desk.screens,
            data_folder=tmp_path,
            open_folder=lambda folder: desk.done.append(("open", folder)),
            data=DataTools(desk.back_up, desk.restore, lambda _progress: desk.problems),
            personal_data=no_persons(),
        )
        made = SettingsPage(parts)
        qtbot.addWidget(made)
        made.resize(1150, 768)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return page


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def type_in(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


def picture(path: Path) -> Path:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(path))
    return path


def test_what_is_typed_is_saved_when_typing_pauses(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make()
    type_in(page.organisation.name, "Region Tallmark ")
    qtbot.waitUntil(lambda: desk.saved[-1].organisation == "Region Tallmark")
    assert page.organisation.name.text() == "Region Tallmark "
    assert len(desk.saved) == 2


def test_leaving_the_page_saves_at_once(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make()
    type_in(page.organisation.place, "Tallbacken")
    with qtbot.waitSignal(page.preferences_changed) as sent:
        page.leave()
    assert isinstance(sent.args[0], Preferences)
    assert sent.args[0].issue_place == "Tallbacken"
    qtbot.waitUntil(lambda: desk.saved[-1].issue_place == "Tallbacken")


def test_a_logotype_is_shown_and_its_removal_can_be_undone(
    make: Make, desk: Desk, notices: Notices, qtbot: QtBot, tmp_path: Path
) -> None:
    page = make()
    logotype = picture(tmp_path / "logo.png")
    page.organisation.use_file(logotype)
    qtbot.waitUntil(lambda: desk.saved[-1].logotype == str(logotype))
    assert not page.organisation.picture.pixmap().isNull()
    press(page.organisation.remove_button)
    qtbot.waitUntil(lambda: desk.saved[-1].logotype == "")
    assert page.organisation.picture.text() == "Ingen logotyp vald"
    type_in(page.organisation.name, "Region")
    page.leave()
    assert notices.undo_latest()
    qtbot.waitUntil(lambda: desk.saved[-1].logotype == str(logotype))
    assert desk.saved[-1].organisation == "Region"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no picture", "PNG eller JPG"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "PNG eller JPG"),
        (b"\0" * (2 * 1024 * 1024 + 1), "högst 2 MB"),
        (None, "finns inte kvar"),
    ],
)
def test_a_file_that_is_no_logotype_is_refused_with_words(
    make: Make, desk: Desk, qtbot: QtBot, tmp_path: Path, data: bytes | None, words: str
) -> None:
    page = make()
    file = tmp_path / "logo.png"
    if data is not None:
        file.write_bytes(data)
    with qtbot.waitSignal(page.organisation.logotype_shown):
        page.organisation.use_file(file)
    assert words in page.organisation.error.text()
    assert page.organisation.error.isVisible()
    assert len(desk.saved) == 1


def test_leaders_are_added_named_given_roles_and_removed_with_undo(
    make: Make, desk: Desk, notices: Notices, qtbot: QtBot
) -> None:
    page = make()
    type_in(page.leaders.user_name, "Karin")
    press(page.leaders.add_button)
    qtbot.waitUntil(lambda: desk.saved[-1].default_facilitators == (Facilitator("Karin"),))
    press(page.leaders.add_button)
    row = page.leaders.rows[1]
    type_in(row.name, "Jonas")
    row.role.setCurrentIndex(row.role.findData(Role.CASE_OFFICER))
    row.role.activated.emit(row.role.currentIndex())
    both = (Facilitator("Karin"), Facilitator("Jonas", Role.CASE_OFFICER))
    qtbot.waitUntil(lambda: desk.saved[-1].default_facilitators == both)
    press(page.leaders.rows[0].remove_button)
    qtbot.waitUntil(lambda: desk.saved[-1].default_facilitators == both[1:])
    assert "Karin är borttagen" in desk.told()
    notices.undo_latest()
    qtbot.waitUntil(lambda: desk.saved[-1].default_facilitators == both)
    assert [r.name.text() for r in page.leaders.rows] == ["Karin", "Jonas"]


def test_theme_and_text_size_are_seen_at_once(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make()
    QTest.mouseClick(page.appearance.mode.button("dark"), Qt.MouseButton.LeftButton)
    assert theme.tokens.is_dark
    press(page.appearance.text_size, Qt.Key.Key_Plus)
    assert theme.text_scale == pytest.approx(1.1)
    qtbot.waitUntil(lambda: (desk.saved[-1].theme, desk.saved[-1].text_scale) == (ThemeMode.DARK, 1.1))


def test_a_text_size_chosen_with_the_keys_is_kept(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make()
    theme.step_text_scale(2)
    qtbot.waitUntil(lambda: desk.saved[-1].text_scale == 1.2)
    assert page.appearance.text_size.value() == 120
    page.open_with()
    assert theme.text_scale == 1.2


def test_the_screen_of_the_room_is_chosen_and_tried(make: Make, desk: Desk, qtbot: QtBot) -> None:
    desk.screens.append(Screen("epson", "Epson"))
    page = make()
    assert page.screens.buttons["epson"].text() == "Epson, 1920 × 1080"
    assert "own" not in page.screens.buttons
    press(page.screens.buttons["epson"])
    qtbot.waitUntil(lambda: desk.saved[-1].room_screen == "epson")
    press(page.screens.windowed)
    qtbot.waitUntil(lambda: desk.saved[-1].room_windowed)
    with qtbot.waitSignal(page.try_screen_wanted):
        press(page.screens.try_button)


def test_an_unplugged_screen_stays_chosen_and_says_so(make: Make, desk: Desk) -> None:
    desk.saved = [Preferences(room_screen="epson")]
    page = make()
    assert page.screens.buttons["epson"].isChecked()
    assert "inte är ansluten" in page.screens.buttons["epson"].text()
    assert "Bara en skärm" in page.screens.note.text()
    desk.screens.append(Screen("epson", "Epson"))
    page.screens.refresh()
    assert page.screens.buttons["epson"].text() == "Epson, 1920 × 1080"


def test_single_letter_keys_can_be_turned_off_and_all_keys_shown(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make()
    press(page.keys.single_keys)
    qtbot.waitUntil(lambda: not desk.saved[-1].single_key_shortcuts)
    press(page.keys.show_button)
    sheet = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ShortcutSheet))
    with qtbot.waitSignal(sheet.destroyed):
        sheet.close()


def test_another_data_folder_waits_for_the_next_start(make: Make, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = make()
    other = tmp_path / "annan"
    other.mkdir()
    page.data.use_folder(other)
    qtbot.waitUntil(lambda: desk.saved[-1].data_folder == str(other))
    assert f"Efter omstart används {other}." in page.data.later.label.text()
    assert page.data.later.isVisible()
    press(page.data.usual_button)
    qtbot.waitUntil(lambda: desk.saved[-1].data_folder == "")
    assert not page.data.later.isVisible()


def test_a_folder_that_is_not_there_is_refused(make: Make, desk: Desk, tmp_path: Path) -> None:
    page = make()
    page.data.use_folder(tmp_path / "borta")
    assert "Det går inte att skriva i mappen" in desk.told()
    assert len(desk.saved) == 1


def test_a_backup_is_made_with_its_suffix(make: Make, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = make()
    page.data.back_up_to(tmp_path / "kopia")
    assert not page.data.backup_button.isEnabled()
    qtbot.waitUntil(page.data.backup_button.isEnabled)
    assert desk.done == [("backup", (tmp_path / "kopia").with_suffix(SUFFIX))]
    assert "Säkerhetskopian är sparad" in desk.told()


@pytest.mark.parametrize(("answer", "done"), [("Läs tillbaka", True), ("Låt vara", False)])
def test_a_restore_asks_once(
    make: Make, desk: Desk, qtbot: QtBot, tmp_path: Path, tasks: Tasks, answer: str, done: bool
) -> None:
    page = make()
    page.data.restore_from(tmp_path / "kopia")
    box = page.data.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    button = next(b for b in box.findChildren(QPushButton) if b.text() == answer)
    with qtbot.waitSignal(box.destroyed):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tasks.is_idle)
    assert bool(desk.done) is done
    assert ("Starta om Kompetens" in desk.told()) is done


def test_a_damaged_backup_is_told_of(make: Make, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = make()
    page.data._restore(tmp_path / "fel")
    qtbot.waitUntil(lambda: "går inte att använda som säkerhetskopia" in desk.told())
    qtbot.waitUntil(page.data.restore_button.isEnabled)


def test_the_check_says_what_it_found(make: Make, desk: Desk, qtbot: QtBot) -> None:
    page = make()
    press(page.data.check_button)
    qtbot.waitUntil(lambda: "Allt är helt" in desk.told())
    qtbot.waitUntil(page.data.check_button.isEnabled)
    desk.problems = ["En logg går inte att läsa."]
    press(page.data.check_button)
    qtbot.waitUntil(lambda: "En logg går inte att läsa." in desk.told())


def test_opening_the_page_shows_what_others_changed(make: Make, desk: Desk) -> None:
    page = make()
    desk.saved.append(replace(desk.saved[-1], organisation="Region Norrsjö"))
    page.open_with()
    assert page.organisation.name.text() == "Region Norrsjö"
    assert len(desk.saved) == 2
