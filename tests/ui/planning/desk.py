"""A desk to plan at: the real services, storage, templates and cases, and a clock that stands still."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kompetens_gui.content.bank_reader import CaseFolders
from kompetens_gui.content.material.library import load_material_library
from kompetens_gui.content.own_templates import OwnTemplates
from kompetens_gui.content.templates import load_competence_areas, load_templates
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.workshop.plan import Facilitator, Role, WorkshopSession
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.services.group_questions import GroupQuestionService
from kompetens_gui.services.hand_over import HandOver
from kompetens_gui.services.material_browsing import MaterialBrowsing
from kompetens_gui.services.material_ports import MaterialLibrary
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.planning import PlanningParts, PlanningService
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.services.print_papers import WorkshopPapers
from kompetens_gui.services.session_series import SessionSeriesService
from kompetens_gui.services.templates import TemplateService
from kompetens_gui.storage.case_index import SqlCaseIndex
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.widgets.notices import NoticeStack

ROOT = Path(__file__).parents[3]
NOW = datetime(2026, 11, 2, 9, 12)
PREFERENCES = Preferences(
    organisation="Region Ängslan",
    user_name="Karin Wallmark",
    default_facilitators=(Facilitator("Karin Wallmark"), Facilitator("Jonas Ek", Role.CASE_OFFICER)),
)


class StoppedClock:
    def now(self) -> datetime:
        return NOW.replace(tzinfo=UTC)

    def local_now(self) -> datetime:
        return NOW


class PlainDocuments:
    """Papers whose bytes say what they were made from."""

    def invitation(
        self, session: WorkshopSession, stamped: datetime, organisation: str = "", revision: int = 0
    ) -> bytes:
        return f"invitation {session.title} {organisation}".encode()

    def case_handout(self, case: Case, organisation: str = "") -> bytes:
        return f"handout {case.id}".encode()

    def marking_sheet(self, case: Case, organisation: str = "", medical_certificate_id: str = "") -> bytes:
        return f"sheet {case.id} {medical_certificate_id}".encode()

    def attendance_list(self, session: WorkshopSession, organisation: str = "") -> bytes:
        return f"attendance {len(session.participants)}".encode()

    def workshop_prints(
        self,
        papers: WorkshopPapers,
        organisation: str = "",
        *,
        duplex: bool = False,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        for done in range(3):
            if progress is not None:
                progress(done + 1, 3)
        parts = ",".join(sorted({p.part for p in papers.prints}))
        return f"prints {parts} {'duplex' if duplex else 'simplex'} {organisation}".encode()

    def hand_over(self, sheet: HandOver, organisation: str = "") -> bytes:
        return f"hand-over {sheet.series}".encode()


@dataclass
class Desk:
    """Everything a test needs to plan, and what was opened and written meanwhile."""

    planning: PlanningService
    tasks: Tasks
    window: QWidget
    parts: PlanningPagesParts
    database: Database
    opened: list[Path]
    faults: list[Exception]

    def show(self, page: QWidget, width: int = 1366, height: int = 768) -> None:
        layout = self.window.layout()
        assert layout is not None
        layout.addWidget(page)
        self.window.resize(width, height)
        self.window.show()

    def said(self) -> list[str]:
        stack = self.window.findChild(NoticeStack)
        return [notice.accessibleName() for notice in stack.notices()] if stack is not None else []


def built_index(file: Path) -> SqlCaseIndex:
    index = SqlCaseIndex(file, CaseFolders([ROOT / "cases"]))
    index.refresh()
    return index


@cache
def material_library() -> MaterialLibrary:
    """The material that comes with the program; read once, as it takes a moment."""
    return load_material_library(ROOT / "resources")


@contextmanager
def desk(folder: Path, index: SqlCaseIndex, write: Callable[[Path, bytes], None]) -> Iterator[Desk]:
    database = Database.open(folder)
    ids = iter(range(1, 10_000))
    templates = load_templates(ROOT / "resources" / "session_templates")
    clock = StoppedClock()
    bus = EventBus()
    work = unit_of_work_factory(database, clock)
    shelf = TemplateService(lambda: templates, OwnTemplates(folder / "templates", write_whole))
    planning = PlanningService(PlanningParts(work, shelf.all, clock, bus, lambda: f"id-{next(ids)}"))
    questions = GroupQuestionService(unit_of_work_factory(database, clock), clock, bus, lambda: f"question-{next(ids)}")
    faults: list[Exception] = []
    opened: list[Path] = []

    def open_file(path: Path) -> bool:
        opened.append(path)
        return True

    tasks = Tasks(faults.append)
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    areas = {a.id: a.title for a in load_competence_areas(ROOT / "resources" / "competence" / "areas.yaml")}
    parts = PlanningPagesParts(
        planning=planning,
        templates=shelf,
        materials=MaterialBrowsing(material_library),
        series=SessionSeriesService(work, clock, bus, lambda: f"series-{next(ids)}"),
        group_questions=questions,
        case_index=index,
        tasks=tasks,
        notices=Notices(window),
        documents=PlainDocuments(),
        write_file=write,
        area_titles=areas,
        preferences=lambda: PREFERENCES,
        now=clock.local_now,
        open_file=open_file,
    )
    try:
        yield Desk(planning, tasks, window, parts, database, opened, faults)
    finally:
        tasks.shut_down()
        database.close()


def type_text(widget: QWidget, text: str) -> None:
    """Type as a Swedish keyboard does; QTest knows no å, ä and ö."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
