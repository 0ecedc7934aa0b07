"""The issue page with real parts: a short path of one's own that is studied for real, and a program that issues."""

from __future__ import annotations

import gc
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.completion_certificates import CompletionDetails
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.course_certificates.certificate_files import FileParts
from kompetens_gui.ui.course_certificates.completion_controller import CompletionController, CompletionParts
from kompetens_gui.ui.course_certificates.completion_page import CompletionPage
from kompetens_gui.ui.shell.bridge import Bridge
from kompetens_gui.ui.shell.pages import PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from tests.services.player import play
from tests.services.surroundings import StandingClock
from tests.ui.course_certificates.issuing import a_program

PATH = """\
schema: 1
id: kort
title: En kort väg
status: ready
course_code: KV
description: En kort väg för prov.
audience: [Rehabkoordinator]
hours: 24
valid_months: 24
title_on_certificate: Koordinatorskörkort
modules:
  - id: lasa
    title: Läsa
    minutes: 60
    competence_areas: [K01]
    goals: [Förklarar vem som gör vad.]
    steps:
      - {id: l1, kind: reading, ref: uppdraget-roller, title: Roller, minutes: 10}
    pass:
      - {rule: steps_done, kind: reading, at_least: 1}
  - id: avsluta
    title: Avsluta
    minutes: 60
    competence_areas: [K14]
    after: [lasa]
    goals: [Beskriver en egen ändring.]
    steps:
      - {id: a1, kind: reading, ref: uppdraget-samtycke, title: Samtycke, minutes: 10}
      - {id: a2, kind: sign_off, title: Samtal, minutes: 10, settings: {text: Tala om det du har ändrat.}}
    pass:
      - {rule: steps_done, kind: reading, at_least: 1}
SIGNED  - id: fornya
    title: Förnyelse
    minutes: 30
    competence_areas: [K01]
    renewal_only: true
    goals: [Läser om.]
    steps:
      - {id: f1, kind: reading, ref: uppdraget-grans, title: Gränser, minutes: 10}
    pass:
      - {rule: steps_done, kind: reading, at_least: 1}
renewal: {module: fornya, window_months: 3}
sources: [{title: Egen text, section: hela, dated: 2026, certainty: certain}]
review: {author_role: Kompetens redaktion}
"""


class CompletionDesk:
    """The page in a window, and a learner on the short path; `signed` is whether the path asks for a signature."""

    def __init__(
        self, folder: Path, *, signed: bool = True, issuer: str = "Region Söder", size: tuple[int, int] = (1366, 768)
    ) -> None:
        self.folder = folder
        self.errors: list[Exception] = []
        self.clock = StandingClock(datetime(2026, 11, 12, 12, 0, tzinfo=UTC))
        self.program = a_program(folder / "data", issuer, self.clock)
        paths = self.program.paths.own_study_dir / "learning_paths"
        paths.mkdir(parents=True)
        rule = "      - {rule: signed_off}\n" if signed else ""
        (paths / "kort.yaml").write_text(PATH.replace("SIGNED", rule), "utf-8")
        self.tasks = Tasks(self.errors.append)
        self.learner: LearnerProfile | None = None
        self.page = CompletionPage()
        self.window = MainWindow(QWidget, [PageEntry("completion", "Ditt kursintyg", "medal", "", self._page)])
        self.controller = CompletionController(self.page, self._parts())
        self.bridge = Bridge(self.window)
        self._end = self.program.bus.subscribe(self.bridge.pass_on)
        self.bridge.arrived.connect(self.controller.heard)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()

    def _page(self) -> QWidget:
        return self.page

    def _parts(self) -> CompletionParts:
        program = self.program

        def details(signing: tuple[Facilitator, ...]) -> CompletionDetails:
            return CompletionDetails(
                program.preferences.current.organisation, program.role_titles(), signing, "Ekliden"
            )

        return CompletionParts(
            completions=lambda: program.completions,
            path=program.studying.path,
            details=details,
            all_certificates=program.certificates.all,
            files=FileParts(
                program.documents,
                self.tasks,
                self.window.notices,
                self._write,
                program.appearance,
                program.credentials,
            ),
            learner=lambda: self.learner,
            today=lambda: self.clock.local_now().date(),
        )

    def _write(self, path: Path, content: bytes) -> None:
        path.write_bytes(content)

    def sits_down(self, name: str = "Sara Lindmo") -> LearnerProfile:
        self.learner = self.program.profiles.create(name, Role.REHAB_COORDINATOR, "Ekliden", path="kort")
        return self.learner

    def do(self, module: str, *steps: str) -> None:
        """Do steps of the path from beginning to end."""
        assert self.learner is not None
        studying = self.program.studying
        for step in steps:
            opened = studying.open_step(self.learner.id, "kort", module, step)
            play(opened, studying, self.program.sign_offs)

    def complete(self) -> None:
        self.do("lasa", "l1")
        self.do("avsluta", "a1", "a2")

    def open(self) -> CompletionPage:
        self.window.navigate("completion")
        return self.page

    def told(self) -> str:
        return "\n".join(label.text() for w in QApplication.topLevelWidgets() for label in w.findChildren(QLabel))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self.tasks.shut_down()
        self.window.close()
        QApplication.processEvents()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.program.close()
        gc.collect()
