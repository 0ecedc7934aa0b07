"""Joins the study pages to the program: made when first visited, and who studies is told to all that show a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.ui.shell.pages import HOME
from kompetens_gui.ui.study.learner import CurrentLearner

if TYPE_CHECKING:
    from kompetens_gui.joining import Program
    from kompetens_gui.ui.background import Tasks
    from kompetens_gui.ui.home.page import HomePage
    from kompetens_gui.ui.shell.window import MainWindow
    from kompetens_gui.ui.study.page import StudyPage
    from kompetens_gui.ui.study.parts import StudyServices

STUDY = "study"
CREDENTIAL_PAGE = "completion"


class StudyWindows(QObject):
    """What of self-study a person sees. `learner` is the one who studies right now."""

    def __init__(self, program: Program, window: MainWindow, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program, self._window, self._tasks = program, window, tasks
        self.learner = CurrentLearner(self)
        self._page: StudyPage | None = None

    def make_page(self) -> QWidget:
        """Make the page of self-study. What it needs is joined in the background."""
        from kompetens_gui.ui.study.page import StudyPage
        from kompetens_gui.ui.study.parts import StudyParts

        program = self._program
        page = StudyPage(
            StudyParts(
                open_services=self._open_services,
                cases=program.case_index,
                tasks=self._tasks,
                notices=self._window.notices,
                area_titles=program.area_titles,
                learner=self.learner,
                now=program.clock.local_now,
                write_file=write_whole,
            )
        )
        page.overview_wanted.connect(partial(self._go, HOME))
        page.credential_wanted.connect(partial(self._go, CREDENTIAL_PAGE))
        self._page = page
        return page

    def join_overview(self, home: HomePage) -> None:
        """Let the overview offer whoever studies to go on."""
        home.next_step_wanted.connect(self.go_on_studying)
        self.learner.changed.connect(lambda profile: home.show_learner(profile.name if profile is not None else ""))

    def go_on_studying(self) -> None:
        """Lead to the one next step of whoever studies."""
        self._window.navigate(STUDY, next_step=True)

    def heard(self, news: object) -> None:
        """Hand news on to the page, when it has been visited."""
        if self._page is not None:
            self._page.heard(news)

    def shut_down(self) -> None:
        """Keep what has been typed; what is open is taken up again at the next start."""
        if self._page is not None:
            self._page.shut_down()

    def _go(self, page_id: str) -> None:
        self._window.navigate(page_id)

    def _open_services(self) -> StudyServices:
        """Join self-study; called in the background."""
        from kompetens_gui.ui.study.parts import StudyServices

        learning = self._program.learning
        return StudyServices(
            profiles=learning.profiles,
            studying=learning.studying,
            progress=learning.progress,
            repetition=learning.repetition,
            sign_offs=learning.sign_offs,
            remote_sign_offs=learning.remote_sign_offs,
            library=learning.library,
            hit_rates=learning.hit_rates,
            group_questions=self._program.group_questions,
        )
