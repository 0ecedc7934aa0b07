"""A window with the study page in it, real services, and a database on disk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import make_preferences, open_program
from kompetens_gui.services.news import EventBus
from kompetens_gui.study_windows import STUDY, StudyWindows
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.shell.bridge import Bridge
from kompetens_gui.ui.shell.pages import PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from kompetens_gui.ui.study.exercise_page import Stage
from kompetens_gui.ui.study.page import StudyPage
from kompetens_gui.ui.widgets.notices import Notice

PATIENCE_S = 20.0


class HandClock:
    """A clock that a test moves by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def local_now(self) -> datetime:
        return self.at.astimezone().replace(tzinfo=None)

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


class StudyDesk:
    """The window of the program with overview and study page, and what a person does in it."""

    def __init__(self, folder: Path, *, kept: Path | None = None, size: tuple[int, int] = (1366, 768)) -> None:
        self.clock = HandClock()
        self.bus = EventBus()
        paths = find_paths(folder)
        if kept is not None:
            # Content that has been read once is kept there, as between two starts of the program.
            paths = paths._replace(cache_dir=kept)
        self.program = open_program(paths, make_preferences(paths, self.bus), self.bus, self.clock)
        self.errors: list[Exception] = []
        self.home = QWidget()
        self.window = MainWindow(
            lambda: self.home,
            [
                PageEntry(STUDY, "Självstudier", "path", "Lärande", self._make),
                PageEntry("course_certificates", "Kursintyg", "medal", "Resultat", QWidget),
            ],
        )
        self.tasks = Tasks(self.errors.append, self.window)
        self.study = StudyWindows(self.program, self.window, self.tasks, self.window)
        self.bridge = Bridge(self.window)
        self._end_news = self.bus.subscribe(self.bridge.pass_on)
        self.bridge.arrived.connect(self.study.heard)
        self.window.resize(*size)
        self.window.show()
        self.window.finish()

    def _make(self) -> QWidget:
        return self.study.make_page()

    @property
    def page(self) -> StudyPage:
        page = self.window.page(STUDY)
        assert isinstance(page, StudyPage)
        return page

    @property
    def shown(self) -> QWidget:
        """The inner page on show."""
        found = self.page.stack.currentWidget()
        assert found is not None
        return found

    def shows(self, page: QWidget) -> bool:
        """Whether an inner page is the one on show."""
        return self.page.stack.currentWidget() is page

    def stage(self) -> Stage:
        """Where the exercise on show stands."""
        return self.page.exercise.page.stage

    def profile(self, name: str = "Sara Lindmo", *, pin: str = "", path: str = "koordinatorskorkort") -> LearnerProfile:
        """Make a profile beside the window."""
        return self.program.profiles.create(name, Role.REHAB_COORDINATOR, "Tallbacken", pin=pin, path=path)

    def open_study(self, qtbot: QtBot) -> None:
        self.window.navigate(STUDY)
        self.settle(qtbot)

    def settle(self, qtbot: QtBot) -> None:
        """Wait until nothing is under way any more."""

        def still() -> bool:
            return self.tasks.is_idle()

        for _ in range(3):
            for _ in range(6):
                QApplication.processEvents()
            qtbot.waitUntil(still)
            self._wait_for_answers()
        for _ in range(6):
            QApplication.processEvents()
        assert self.errors == []

    def _wait_for_answers(self) -> None:
        """Wait until every answer asked for so far has been accepted or refused."""
        page = self.window.page(STUDY) if self.window.is_built(STUDY) else None
        opened = page.exercise.opened if isinstance(page, StudyPage) and "exercise" in vars(page) else None
        if opened is not None:
            opened.on_the_writer(lambda: opened.attempt).result()

    def attempt(self) -> Attempt:
        """The attempt that is open in the exercise on show."""
        attempt = self.page.exercise.attempt
        assert attempt is not None
        return attempt

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def texts(self, within: QWidget | None = None) -> list[str]:
        """Return all words that can be read now."""
        labels = (within or self.shown).findChildren(QLabel)
        return [label.text() for label in labels if label.isVisible() and label.text()]

    def notices(self) -> list[str]:
        return [n.accessibleName() for n in self.window.findChildren(Notice) if n.isVisible()]

    def until(self, qtbot: QtBot, happened: Callable[[], bool]) -> None:
        qtbot.waitUntil(happened)
        self.settle(qtbot)

    def close(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not self.tasks.is_idle() and time.monotonic() < deadline:
            QApplication.processEvents()
        self.study.shut_down()
        self.tasks.shut_down()
        self._end_news()
        self.window.close()
        self.window.deleteLater()
        self.program.close()


@contextmanager
def study_desk(folder: Path, kept: Path | None = None, size: tuple[int, int] = (1366, 768)) -> Iterator[StudyDesk]:
    """Give the window; everything is let go afterwards."""
    desk = StudyDesk(folder, kept=kept, size=size)
    try:
        yield desk
    finally:
        desk.close()
