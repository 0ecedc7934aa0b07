"""Joins Framsteg and the pages of course certificates to the program: each is made when it is first visited.

What they need of self-study is joined in the background meanwhile.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.study_windows import STUDY
from kompetens_gui.ui.shell.deferred import DeferredPage

if TYPE_CHECKING:
    from kompetens_gui.domain.workshop.plan import Facilitator
    from kompetens_gui.joining import Program
    from kompetens_gui.study_windows import StudyWindows
    from kompetens_gui.ui.background import Tasks
    from kompetens_gui.ui.course_certificates.certificate_files import FileParts
    from kompetens_gui.ui.course_certificates.completion_controller import CompletionController
    from kompetens_gui.ui.progress.controller import ProgressController
    from kompetens_gui.ui.settings.retention import RetentionTools
    from kompetens_gui.ui.settings.signing_key import SigningTools
    from kompetens_gui.ui.shell.window import MainWindow

PROGRESS, CERTIFICATES, COMPLETION, CHECKING = "progress", "course_certificates", "completion", "checking"
ANSWERING = "answering"


class Hearing(Protocol):
    """A controller that hears news."""

    def heard(self, news: object) -> None: ...


class ProgressWindows(QObject):
    """What a person sees of progress and credentials; who it is, is told by the study pages."""

    def __init__(
        self, program: Program, window: MainWindow, tasks: Tasks, study: StudyWindows, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._program, self._window, self._tasks, self._study = program, window, tasks, study
        self._progress: ProgressController | None = None
        self._completion: CompletionController | None = None
        self._hearing: list[Hearing] = []
        study.learner.changed.connect(self._learner_changed)

    # -- pages
    def make_progress(self) -> QWidget:
        """Make the page Framsteg, which waits for self-study to be joined."""
        return self._after_learning(self._make_progress, "kompetens_gui.progress_pages")

    def make_certificates(self) -> QWidget:
        """Make the register of course certificates."""
        from kompetens_gui.domain.course_certificate import CourseCertificateKind
        from kompetens_gui.joining_credentials import course_certificate_rules
        from kompetens_gui.ui.course_certificates.controller import RegisterController, RegisterParts
        from kompetens_gui.ui.course_certificates.page import CourseCertificatesPage

        program, files = self._program, self._files()
        rules = course_certificate_rules(program.paths.resources_dir).of(CourseCertificateKind.COMPLETION)
        page = CourseCertificatesPage(self._today, rules.warn_months)
        controller = RegisterController(
            page,
            RegisterParts(
                certificates=program.certificates,
                documents=files.documents,
                tasks=files.tasks,
                notices=files.notices,
                write_file=files.write_file,
                appearance=files.appearance,
                credentials=program.credentials,
                today=self._today,
                warn_months=rules.warn_months,
            ),
        )
        self._hearing.append(controller)
        page.check_wanted.connect(partial(self._go, CHECKING))
        page.answer_wanted.connect(partial(self._go, ANSWERING))
        page.own_wanted.connect(partial(self._go, COMPLETION))
        page.card.study_wanted.connect(partial(self._go, STUDY))
        return page

    def make_completion(self) -> QWidget:
        """Make the page where a completed path gives a course certificate."""
        return self._after_learning(self._make_completion, "kompetens_gui.ui.course_certificates.completion_controller")

    def _make_completion(self) -> QWidget:
        from kompetens_gui.services.completion_certificates import CompletionDetails
        from kompetens_gui.ui.course_certificates.completion_controller import CompletionController, CompletionParts
        from kompetens_gui.ui.course_certificates.completion_page import CompletionPage

        program, page = self._program, CompletionPage()

        def details(signing: tuple[Facilitator, ...]) -> CompletionDetails:
            chosen = program.preferences.current
            return CompletionDetails(chosen.organisation, program.role_titles(), signing, chosen.issue_place)

        self._completion = CompletionController(
            page,
            CompletionParts(
                completions=lambda: program.completions,
                path=program.studying.path,
                details=details,
                all_certificates=program.certificates.all,
                files=self._files(),
                learner=lambda: self._study.learner.profile,
                today=self._today,
            ),
        )
        self._hearing.append(self._completion)
        page.back_wanted.connect(partial(self._go, CERTIFICATES))
        page.study_wanted.connect(partial(self._go, STUDY))
        page.checks.correct_wanted.connect(lambda: self._window.navigate(PROGRESS, view="data"))
        return page

    def make_checking(self) -> QWidget:
        """Make the page that checks a course certificate."""
        from kompetens_gui.ui.course_certificates.checking_controller import CheckingController, CheckingParts
        from kompetens_gui.ui.course_certificates.checking_page import CheckingPage

        program, page = self._program, CheckingPage()
        controller = CheckingController(
            page,
            CheckingParts(
                credentials=program.credentials,
                tasks=self._tasks,
                notices=self._window.notices,
                write_file=write_whole,
                issuer=lambda: program.preferences.current.organisation,
            ),
        )
        self._hearing.append(controller)
        page.back_wanted.connect(partial(self._go, CERTIFICATES))
        return page

    def make_answering(self) -> QWidget:
        """Make the page where a request for a sign-off from another copy is answered."""
        from kompetens_gui.ui.course_certificates.answering_controller import AnsweringController, AnsweringParts
        from kompetens_gui.ui.course_certificates.answering_page import AnsweringPage

        program, page = self._program, AnsweringPage()
        controller = AnsweringController(
            page,
            AnsweringParts(
                answering=lambda: program.answering,
                keys=program.credentials.keys,
                tasks=self._tasks,
                notices=self._window.notices,
                write_file=write_whole,
                name=lambda: program.preferences.current.user_name,
            ),
        )
        self._hearing.append(controller)
        page.back_wanted.connect(partial(self._go, CERTIFICATES))
        return page

    def _files(self) -> FileParts:
        from kompetens_gui.ui.course_certificates.certificate_files import FileParts

        program = self._program
        return FileParts(
            program.documents,
            self._tasks,
            self._window.notices,
            write_whole,
            program.appearance,
            program.credentials,
        )

    def _make_progress(self) -> QWidget:
        from kompetens_gui.progress_pages import progress_page

        page, self._progress = progress_page(
            self._program,
            self._tasks,
            self._window.notices,
            learner=lambda: self._study.learner.profile,
            practise=lambda area: self._window.navigate(STUDY, area=area),
        )
        self._hearing.append(self._progress)
        page.profile_wanted.connect(partial(self._go, STUDY))
        self._progress.learner_gone.connect(self._study.learner.close)
        return page

    def _after_learning(self, make: Callable[[], QWidget], *modules: str) -> QWidget:
        """Give a page that is made once self-study has been joined, and the modules loaded, in the background."""
        is_ready = "learning" in self._program.__dict__ and all(name in sys.modules for name in modules)
        page = DeferredPage(make, is_ready)
        if not is_ready:
            self._tasks.run(partial(self._get_ready, modules), lambda _: page.fulfil(), page, self._window.notices.fail)
        return page

    def _get_ready(self, modules: Sequence[str]) -> None:
        for name in modules:
            import_module(name)
        _ = self._program.learning

    def retention_tools(self) -> RetentionTools:
        """Return how long self-study is kept, for the settings; self-study is joined when it is first asked."""
        from kompetens_gui.ui.settings.retention import RetentionTools

        program = self._program
        return RetentionTools(
            rules=lambda: program.retention.rules(),
            change=lambda kind, months: program.retention.change(kind, months),
            preview=lambda: program.retention.preview(),
            run=lambda progress: program.retention.run(progress),
        )

    def signing_tools(self) -> SigningTools:
        """Return the organisation's keys, for the settings."""
        from kompetens_gui.ui.course_certificates.hand_in import read_handed_in
        from kompetens_gui.ui.settings.signing_key import SigningTools

        return SigningTools(self._program.credentials.keys, read_handed_in, write_whole)

    # -- news
    def heard(self, news: object) -> None:
        """Hand news on to the pages that have been visited."""
        for controller in self._hearing:
            controller.heard(news)

    def _learner_changed(self, _profile: object) -> None:
        for controller in (self._progress, self._completion):
            if controller is not None:
                controller.refresh()

    def _today(self) -> date:
        return self._program.clock.local_now().date()

    def _go(self, page_id: str) -> None:
        self._window.navigate(page_id)
