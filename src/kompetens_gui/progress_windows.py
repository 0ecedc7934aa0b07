"""Joins Framsteg and the pages of course certificates to the program: each is made when it is first visited.

What they need of self-study is joined in the background meanwhile.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kompetens_gui.study_windows import STUDY
from kompetens_gui.ui.settings.retention import RetentionTools
from kompetens_gui.ui.shell.deferred import DeferredPage

if TYPE_CHECKING:
    from kompetens_gui.joining import Program
    from kompetens_gui.study_windows import StudyWindows
    from kompetens_gui.ui.background import Tasks
    from kompetens_gui.ui.progress.controller import ProgressController
    from kompetens_gui.ui.shell.window import MainWindow

PROGRESS = "progress"


class ProgressWindows(QObject):
    """What a person sees of progress and credentials; who it is, is told by the study pages."""

    def __init__(
        self, program: Program, window: MainWindow, tasks: Tasks, study: StudyWindows, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._program, self._window, self._tasks, self._study = program, window, tasks, study
        self._progress: ProgressController | None = None
        study.learner.changed.connect(self._learner_changed)

    # -- pages
    def make_progress(self) -> QWidget:
        """Make the page Framsteg, which waits for self-study to be joined."""
        return self._after_learning(self._make_progress)

    def _make_progress(self) -> QWidget:
        from kompetens_gui.progress_pages import progress_page

        page, self._progress = progress_page(
            self._program,
            self._tasks,
            self._window.notices,
            learner=lambda: self._study.learner.profile,
            practise=lambda area: self._window.navigate(STUDY, area=area),
        )
        page.profile_wanted.connect(partial(self._go, STUDY))
        self._progress.learner_gone.connect(self._study.learner.close)
        return page

    def _after_learning(self, make: object) -> QWidget:
        is_joined = "learning" in self._program.__dict__
        page = DeferredPage(make, is_joined)  # type: ignore[arg-type]
        if not is_joined:
            self._tasks.run(
                lambda: self._program.learning,
                lambda _: page.fulfil(),
                page,
                self._window.notices.fail,
            )
        return page

    def retention_tools(self) -> RetentionTools:
        """Return how long self-study is kept, for the settings; self-study is joined when it is first asked."""
        program = self._program
        return RetentionTools(
            rules=lambda: program.retention.rules(),
            change=lambda kind, months: program.retention.change(kind, months),
            preview=lambda: program.retention.preview(),
            run=lambda progress: program.retention.run(progress),
        )

    # -- news
    def heard(self, news: object) -> None:
        """Hand news on to the pages that have been visited."""
        if self._progress is not None:
            self._progress.heard(news)

    def _learner_changed(self, _profile: object) -> None:
        if self._progress is not None:
            self._progress.refresh()

    def _go(self, page_id: str) -> None:
        self._window.navigate(page_id)
