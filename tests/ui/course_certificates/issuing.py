"""Programs that issue and check signed course certificates, each on a data folder of its own."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, Role, WorkshopSessionId
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import Program, make_preferences, open_program
from kompetens_gui.services.attendance import IssueDetails
from kompetens_gui.services.news import EventBus
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.course_certificates.checking_controller import CheckingController, CheckingParts
from kompetens_gui.ui.course_certificates.checking_page import CheckingPage
from kompetens_gui.ui.shell.bridge import Bridge
from kompetens_gui.ui.shell.pages import PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from tests.domain.making import a_session
from tests.services.surroundings import StandingClock


def a_program(folder: Path, organisation: str, clock: StandingClock | None = None) -> Program:
    """Open a program of an organisation."""
    paths, bus = find_paths(folder), EventBus()
    preferences = make_preferences(paths, bus)
    preferences.change(replace(preferences.current, organisation=organisation))
    return open_program(paths, preferences, bus, clock or StandingClock())


def issued(program: Program, *names: str) -> list[CourseCertificate]:
    """Hold a session with some people and issue course certificates to all of them."""
    people = tuple(
        Participant(ParticipantId(f"p{n}"), name, Role.PHYSICIAN, "Ekliden") for n, name in enumerate(names, 1)
    )
    plan = replace(
        a_session(("information",)),
        id=WorkshopSessionId(f"session-{names[0]}"),
        title="Gruppdialog om utmattning",
        starts_at=datetime(2026, 11, 12, 13, 0),
        minutes=90,
        cases=(),
        case_slots=0,
        participants=people,
    )
    program.planning.save(plan)
    program.running.start(plan.id)
    log = program.running.close()
    program.running.release()
    details = IssueDetails(program.preferences.current.organisation, program.role_titles())
    return list(program.certificates.issue(log, [p.id for p in people], details))


def paper(program: Program, *certificates: CourseCertificate) -> bytes:
    return program.documents.course_certificates(certificates, program.appearance())


class CheckingDesk:
    """The check page in a window, on a program of Region Söder; Region Norr has issued elsewhere."""

    def __init__(self, folder: Path, *, size: tuple[int, int] = (1366, 768)) -> None:
        self.folder = folder
        self.errors: list[Exception] = []
        self.clock = StandingClock()
        self.program = a_program(folder / "söder", "Region Söder", self.clock)
        self.north = a_program(folder / "norr", "Region Norr", self.clock)
        self.tasks = Tasks(self.errors.append)
        self.page = CheckingPage()
        self.window = MainWindow(QWidget, [PageEntry("checking", "Kontrollera", "shield-check", "", self._page)])
        self.controller = CheckingController(
            self.page,
            CheckingParts(
                self.program.credentials,
                self.tasks,
                self.window.notices,
                write_whole,
                lambda: self.program.preferences.current.organisation,
                lambda: folder,
            ),
        )
        self.bridge = Bridge(self.window)
        self._end = self.program.bus.subscribe(self.bridge.pass_on)
        self.bridge.arrived.connect(self.controller.heard)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.navigate("checking")

    def _page(self) -> QWidget:
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
        self.north.close()
        gc.collect()
