"""Starts the program: paints the window with its last known overview, then loads and joins everything else.

What is imported here at the top is what the first paint needs, and nothing more.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kompetens_gui.environment.paths import Paths, find_paths
from kompetens_gui.environment.snapshot import read_snapshot
from kompetens_gui.ui.home.page import HomePage
from kompetens_gui.ui.home.view_state import first_start_snapshot
from kompetens_gui.ui.shell import startup
from kompetens_gui.ui.shell.pages import FOOT, PageEntry
from kompetens_gui.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kompetens_gui.joining import Program
    from kompetens_gui.services.ports import Clock
    from kompetens_gui.services.preferences import PreferencesService
    from kompetens_gui.ui.background import Tasks
    from kompetens_gui.ui.shell.deferred import DeferredPage
    from kompetens_gui.windows import Windows

SURROUNDINGS_AT_FAULT = 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the program; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = _options(given) if given else Options()
    if no_screen():
        return run_without_screen()
    return Start(options).run()


class Options:
    """What was asked for on the command line."""

    data_dir: Path | None = None
    demo: bool = False


def _options(given: Sequence[str]) -> Options:
    import argparse
    import os

    parser = argparse.ArgumentParser(prog="kompetens-gui", description="Kompetens")
    parser.add_argument("--data-dir", type=Path, metavar="MAPP", help="mapp för data, i stället för den vanliga")
    parser.add_argument("--database-url", metavar="URL", help="databas, i stället för filen i datamappen")
    parser.add_argument("--demo", action="store_true", help="öppna en påhittad region i en mapp som kastas sedan")
    found = parser.parse_args(given)
    if found.database_url:
        os.environ["KOMPETENS_DATABASE_URL"] = found.database_url
    options = Options()
    options.data_dir, options.demo = found.data_dir, found.demo
    return options


def no_screen() -> bool:
    """Whether this is a Linux machine without any screen to show a window on."""
    import os

    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run_without_screen() -> int:
    """Say that there is no screen, and run the demo instead."""
    from kompetens_gui.cli import main as console

    sys.stdout.write("Den här datorn har ingen skärm. Kör en gruppdialog i mappen demo i stället.\n")
    return console(["demo", "demo"])


class Start:
    """Holds what lives as long as the program, from the first paint to the end."""

    def __init__(self, options: Options, clock: "Clock | None" = None) -> None:
        self._options = options
        self._clock = clock
        self.throw_away: Path | None = None
        self.paths = self._find_paths()
        self.snapshot = read_snapshot(self.paths.snapshot_file)
        self.windows: Windows | None = None
        self.program: Program | None = None
        self.tasks: Tasks | None = None
        self._deferred: list[DeferredPage] = []
        self._exit_code = 0

    def _find_paths(self) -> Paths:
        if self._options.demo:
            import tempfile

            self.throw_away = Path(tempfile.mkdtemp(prefix="kompetens-demo-"))
            return find_paths(self.throw_away)
        return find_paths(self._options.data_dir)

    def run(self) -> int:
        """Show the window and run until it is closed."""
        application = self.show()
        application.exec()
        self.finish()
        return self._exit_code

    def show(self) -> "QApplication":
        """Make the application and show the window with its last known overview."""
        look = self.snapshot.get("look")
        known = look if isinstance(look, dict) else {}
        application = startup.create_application(
            sys.argv[:1],
            self.paths.resources_dir / "fonts",
            known.get("theme", "light"),
            float(known.get("text_scale", 1.0)),
        )
        home_state = self.snapshot.get("home")
        self.home = HomePage(snapshot=home_state if isinstance(home_state, dict) else first_start_snapshot())
        self.window = MainWindow(lambda: self.home, self._pages(), may_close=self._may_close)
        if isinstance(home_state, dict):
            self.window.navigation.set_user(str(home_state.get("name", "")), "")
        startup.after_first_paint(application, self.window, self._load)
        self.window.show()
        return application

    def finish(self) -> None:
        """Let go of everything; a demo region is thrown away."""
        if self.windows is not None:
            self.windows.shut_down()
        elif self.program is not None:
            self.program.close()
        if self.throw_away is not None:
            import shutil

            shutil.rmtree(self.throw_away, ignore_errors=True)

    # -- pages
    def _pages(self) -> list[PageEntry]:
        tr = self.home.tr
        return [
            PageEntry(
                "planning", tr("Planera"), "calendar-blank", tr("Gruppdialog"), self._page("planning", searchable=True)
            ),
            PageEntry(
                "presenter", tr("Ledarvy"), "presentation", tr("Gruppdialog"), self._page("presenter"), rail=True
            ),
            PageEntry("cases", tr("Fallbank"), "folder", tr("Material"), self._page("cases", searchable=True)),
            PageEntry("study", tr("Självstudier"), "path", tr("Lärande"), self._page("study", searchable=True)),
            PageEntry("progress", tr("Framsteg"), "chart-bar", tr("Lärande"), self._page("progress")),
            PageEntry(
                "course_certificates",
                tr("Kursintyg"),
                "medal",
                tr("Resultat"),
                self._page("course_certificates", searchable=True),
            ),
            PageEntry("settings", tr("Inställningar"), "sliders-horizontal", FOOT, self._page("settings")),
            self._hidden("plan", tr("Planen"), "calendar-blank", "planning", searchable=True),
            self._hidden("closing", tr("Avslut"), "flag", "planning"),
            self._hidden("completion", tr("Ditt kursintyg"), "medal", "course_certificates"),
            self._hidden("checking", tr("Kontrollera ett kursintyg"), "shield-check", "course_certificates"),
            self._hidden("answering", tr("Godkänn en begäran"), "pencil-line", "course_certificates"),
        ]

    def _hidden(self, page_id: str, title: str, icon: str, belongs_to: str, *, searchable: bool = False) -> PageEntry:
        """Describe a page that is reached from others only."""
        factory = self._page(page_id, searchable=searchable)
        return PageEntry(page_id, title, icon, None, factory, belongs_to=belongs_to)

    def _page(self, page_id: str, *, searchable: bool = False) -> "Callable[[], DeferredPage]":
        def make() -> "DeferredPage":
            from kompetens_gui.ui.shell.deferred import DeferredPage, SearchableDeferredPage

            kind = SearchableDeferredPage if searchable else DeferredPage
            page = kind(lambda: self._joined().make(page_id), self.windows is not None)
            self._deferred.append(page)
            return page

        return make

    def _joined(self) -> "Windows":
        assert self.windows is not None
        return self.windows

    # -- after the first paint
    def _load(self) -> None:
        from kompetens_gui.ui.background import Tasks
        from kompetens_gui.ui.shell.failure import FailureGuard

        guard = FailureGuard(self.window.notices.fail, self.window)
        guard.install()
        self.tasks = Tasks(guard.handle, self.window)
        self.tasks.run(self._read_overview, then=self._show_overview, owner=self.window, failed=self._overview_failed)

    def _read_overview(self) -> dict[str, object]:
        """Read the overview with as little as possible loaded: it is on screen before the rest is there."""
        from kompetens_gui.environment.clock import SystemClock
        from kompetens_gui.services.overview import OverviewService
        from kompetens_gui.storage.overview_reader import SqliteOverviewReader
        from kompetens_gui.ui.home.snapshot import snapshot_from

        home = self.snapshot.get("home")
        known = home if isinstance(home, dict) else {}
        reader = SqliteOverviewReader(self.paths.data_dir / "kompetens.sqlite3")
        overview = OverviewService(reader, SystemClock()).overview()
        return snapshot_from(
            overview, str(known.get("name", "")), first_start=bool(known.get("first_start", not known))
        )

    def _show_overview(self, overview: dict[str, object]) -> None:
        """Show the facts of the database; only then is the rest loaded, which would hold their painting up."""
        self.home.show_snapshot(overview)
        startup.after_live_overview(self.window, self._open_in_background)

    def _overview_failed(self, _error: Exception) -> None:
        """Whatever is wrong with the database is told when it is opened."""
        self._open_in_background()

    def _open_in_background(self) -> None:
        if self.tasks is not None:
            self.tasks.run(self._open, then=self._join, owner=self.window, failed=self._not_opened)

    def _open(self) -> "tuple[Program, PreferencesService]":
        from kompetens_gui.environment.logging_setup import set_up_logging
        from kompetens_gui.joining import make_preferences, open_program
        from kompetens_gui.services.news import EventBus

        set_up_logging(self.paths.log_dir)
        bus = EventBus()
        preferences = make_preferences(self.paths, bus)
        self.paths = self.paths.with_data_folder(preferences.current.data_folder)
        program = open_program(self.paths, preferences, bus, self._clock)
        if self._options.demo:
            from kompetens_gui.demo import fill_region

            fill_region(program)
        return program, preferences

    def _join(self, opened: "tuple[Program, PreferencesService]") -> None:
        from kompetens_gui.windows import Windows

        assert self.tasks is not None
        self.program = opened[0]
        self.windows = Windows(self.program, self.window, self.home, self.tasks)
        self.window.shortcuts.on("new_session", self.windows.ask_for_template)
        for page in self._deferred:
            page.fulfil()
        self.windows.continue_after_crash()
        self.windows.refresh_bank()

    def _not_opened(self, error: Exception) -> None:
        """Say why the data cannot be opened; there is nothing to do here but to end."""
        from PySide6.QtWidgets import QMessageBox

        from kompetens_gui.ui.shell.error_texts import explain, is_expected

        self._exit_code = SURROUNDINGS_AT_FAULT
        if not is_expected(error):
            raise error
        words = explain(error)
        box = QMessageBox(QMessageBox.Icon.Warning, "Kompetens", words.title, parent=self.window)
        box.setInformativeText(words.what_to_do)
        box.addButton(self.home.tr("Stäng Kompetens"), QMessageBox.ButtonRole.AcceptRole)
        box.finished.connect(self._give_up)
        box.open()

    def _give_up(self, _result: int) -> None:
        self.window.close()

    def _may_close(self) -> bool:
        return self.windows is None or self.windows.may_close()
