"""Framsteg with real parts: a program on a data folder of its own, its services, and the page in a window."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Self

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kompetens_gui.domain.learning.evidence import Evidence, EvidenceKind
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import Program, make_preferences, open_program
from kompetens_gui.progress_pages import progress_page
from kompetens_gui.services.news import EventBus
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.progress.controller import ProgressController
from kompetens_gui.ui.progress.page import ProgressPage
from kompetens_gui.ui.shell.bridge import Bridge
from kompetens_gui.ui.shell.pages import PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from tests.services.surroundings import StandingClock

TODAY = date(2026, 11, 12)


def practised(
    learner: LearnerId,
    area: str,
    form: str,
    number: int = 1,
    *,
    on: date = TODAY,
    share: float = 1.0,
    count: int = 1,
    reflected: bool = True,
    with_other: bool = False,
    rules: str = "",
) -> Evidence:
    """Return a finished exercise as evidence."""
    return Evidence(
        learner,
        area,
        EvidenceKind.PRACTISED,
        share,
        on,
        f"attempt:{area}-{form}-{number}",
        form,
        count,
        approved=True,
        reflected=reflected,
        with_other=with_other,
        rule_version=rules,
    )


def foundation(learner: LearnerId, area: str, *, on: date = TODAY, rules: str = "") -> list[Evidence]:
    """Return what gives level 1 in an area."""
    return [
        practised(learner, area, "questions", on=on, count=10, share=0.9, rules=rules),
        practised(learner, area, "letter", on=on, rules=rules),
        practised(learner, area, "impulses", on=on, rules=rules),
    ]


class ProgressDesk:
    """The page in a window, and whoever sits there."""

    def __init__(self, folder: Path, *, size: tuple[int, int] = (1366, 768)) -> None:
        self.folder = folder
        self.errors: list[Exception] = []
        self.practised: list[str] = []
        self.clock = StandingClock()
        paths, bus = find_paths(folder / "data"), EventBus()
        self.program: Program = open_program(paths, make_preferences(paths, bus), bus, self.clock)
        self.tasks = Tasks(self.errors.append)
        self.learner: LearnerProfile | None = None
        self.page: ProgressPage
        self.controller: ProgressController
        self.window = MainWindow(QWidget, [PageEntry("progress", "Framsteg", "chart-bar", "Resultat", self._make)])
        self.bridge = Bridge(self.window)
        self._end = bus.subscribe(self.bridge.pass_on)
        self.bridge.arrived.connect(self._heard)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.finish()

    def _make(self) -> QWidget:
        self.page, self.controller = progress_page(
            self.program,
            self.tasks,
            self.window.notices,
            learner=lambda: self.learner,
            practise=self.practised.append,
            documents_folder=lambda: self.folder,
        )
        return self.page

    def _heard(self, news: object) -> None:
        if self.window.is_built("progress"):
            self.controller.heard(news)

    def sits_down(self, name: str = "Sara Lindmo", unit: str = "Ekliden", *, pin: str = "") -> LearnerProfile:
        """Let a new learner open the page."""
        self.learner = self.program.profiles.create(name, Role.REHAB_COORDINATOR, unit, pin=pin)
        return self.learner

    def colleague(self, name: str, unit: str = "Ekliden", role: Role = Role.REHAB_COORDINATOR) -> LearnerProfile:
        return self.program.profiles.create(name, role, unit)

    def seen(self, evidence: Sequence[Evidence]) -> None:
        with self.program.work() as work:
            work.evidence.add(evidence)
            work.commit()

    def open(self, view: str = "own") -> ProgressPage:
        self.window.navigate("progress", view=view)
        return self.page

    def told(self) -> str:
        """Return everything that is written in the window and its dialogs."""
        return "\n".join(label.text() for w in QApplication.topLevelWidgets() for label in w.findChildren(QLabel))

    def write(self, path: Path, content: bytes) -> None:
        write_whole(path, content)

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
