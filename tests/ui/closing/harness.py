"""Avslut and the register with real parts: a closed session in a store on disk and real papers."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from kompetens_gui.documents.maker import Documents
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, Role, WorkshopSession
from kompetens_gui.services.attendance import CourseCertificateService
from kompetens_gui.services.ports import CertificateAppearance
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.closing.controller import ClosingController, ClosingParts
from kompetens_gui.ui.closing.page import ClosingPage
from kompetens_gui.ui.course_certificates.controller import RegisterController, RegisterParts
from kompetens_gui.ui.course_certificates.page import CourseCertificatesPage
from kompetens_gui.ui.shell.pages import PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from tests.ui.presenter.harness import ROOT, Base

ROLES = {role.value: role_title(role) for role in Role}


class SlowDocuments(Documents):
    """Real papers, but a test decides when each certificate is finished."""

    step: Callable[[int], object] | None = None

    def course_certificates(
        self,
        course_certificates: Sequence[CourseCertificate],
        appearance: CertificateAppearance,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        def told(done: int, total: int) -> None:
            if self.step is not None:
                self.step(done)
            if progress is not None:
                progress(done, total)

        return super().course_certificates(course_certificates, appearance, told, cancelled)


class Closing:
    """The window with Avslut and the register, and a session that has been run and closed."""

    def __init__(self, folder: Path, *, size: tuple[int, int] = (1366, 900), people: int = 10) -> None:
        self.base = Base(folder)
        self.errors: list[Exception] = []
        self.reopened: list[str] = []
        self.tasks = Tasks(self.errors.append)
        self.plan: WorkshopSession = self.base.plan(people=people)
        self.base.running.start(self.plan.id)
        self.base.clock.move(minutes=58)
        self.base.running.close()
        self.base.running.release()
        self.page = ClosingPage(ROLES)
        self.register = CourseCertificatesPage(lambda: self.base.clock.local_now().date())
        entries = [
            PageEntry("closing", "Avslut", "flag", "Träffar", lambda: self.page),
            PageEntry("register", "Kursintyg", "medal", "Underlag", lambda: self.register),
        ]
        self.window = MainWindow(QWidget, entries)
        self.window.resize(*size)
        self.window.show()
        self.window.finish()
        self.certificates = CourseCertificateService(self.base.work, self.base.clock, self.base.bus)
        self.documents = SlowDocuments(ROOT / "resources" / "fonts", {"K01": "Läsa intyg"})
        self._join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.window.close()
        self.tasks.shut_down()
        QApplication.processEvents()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.base.close()
        # What is left of the widgets must not be collected by a thread of the next test.
        gc.collect()

    def open(self) -> None:
        self.window.navigate("closing")
        self.closing.open(self.plan.id)

    def write(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)

    def _join(self) -> None:
        look = CertificateAppearance("Region Norrälven")
        self.closing = ClosingController(
            self.page,
            ClosingParts(
                self.base.running,
                self.certificates,
                self.documents,
                self.tasks,
                self.window.notices,
                lambda path, content: self.write(path, content),
                lambda: look,
                lambda: "Region Norrälven",
                ROLES,
                lambda log: f"{log.session.unit}, 12 november 2026",
                lambda name, role, unit: Participant(ParticipantId(f"new-{name}"), name, role, unit),
            ),
        )
        self.closing.reopened.connect(self.reopened.append)
        self.registry = RegisterController(
            self.register,
            RegisterParts(
                self.certificates,
                self.documents,
                self.tasks,
                self.window.notices,
                lambda path, content: self.write(path, content),
                lambda: look,
                today=lambda: self.base.clock.local_now().date(),
            ),
        )
