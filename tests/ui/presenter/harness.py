"""A running session with real parts: a store on disk, real cases, the gruppdialog template, both windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from kompetens_gui.content.loading import load_case
from kompetens_gui.content.templates import load_template
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.errors import CaseMissing, DiskFull
from kompetens_gui.domain.workshop.events import ActivityHappened, RecordedEvent
from kompetens_gui.domain.workshop.plan import (
    Facilitator,
    Participant,
    ParticipantId,
    Role,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.state import SessionState
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.planning import PlanningParts, PlanningService
from kompetens_gui.services.ports import CaseFilter, CaseSearchResult, LogWriter, LogWriterFactory
from kompetens_gui.services.rehearsal import rehearsed
from kompetens_gui.services.running import RunningParts, RunningService, RunningSession
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.log_writer import log_writer_factory
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from kompetens_gui.ui.audience.controller import AudienceController
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.presenter.controller import PresenterController, PresenterParts
from kompetens_gui.ui.presenter.page import PresenterPage
from kompetens_gui.ui.presenter.panel_files import PanelFiles
from kompetens_gui.ui.presenter.proposals import Proposals
from kompetens_gui.ui.shell.bridge import Bridge
from kompetens_gui.ui.shell.pages import PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from kompetens_gui.ui.widgets.notices import Notice

ROOT = Path(__file__).parents[3]
CASES = ("depression-butikschef", "smittbararpenning-forskola")
NAMES = (
    "Åsa Öberg", "Jonas Risviken", "Maria Lundkvist", "Erik Sandahl", "Sara Nyqvist",
    "Peter Hallin", "Lena Forsman", "Amir Rezai", "Karin Ek", "Olle Brattberg",
)  # fmt: skip


class HandClock:
    """A clock that a test moves by hand."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def local_now(self) -> datetime:
        return self.at.astimezone().replace(tzinfo=None)

    def move(self, **by: int) -> None:
        self.at += timedelta(**by)


@cache
def real_case(case_id: str) -> Case:
    return load_case(ROOT / "cases" / case_id)


class RealCases:
    """The bank without its index: cases by name."""

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> bool:
        return False

    def search(self, text: str, chosen: CaseFilter, limit: int = 200) -> CaseSearchResult:
        return CaseSearchResult((), 0, {})

    def case(self, case_id: CaseId) -> Case:
        if not (ROOT / "cases" / case_id).is_dir():
            raise CaseMissing(case_id)
        return real_case(case_id)


class FillableDisk:
    """Stands between the session and its log: `full` makes the disk full, `broken` makes our own code fail."""

    def __init__(self, inner: LogWriter) -> None:
        self._inner = inner
        self.full = False
        self.broken = False

    def append(self, entry: RecordedEvent) -> None:
        if self.full:
            raise DiskFull("data")
        if self.broken:
            raise ZeroDivisionError
        self._inner.append(entry)

    def close(self) -> None:
        self._inner.close()


@dataclass
class Base:
    """The parts below the windows."""

    folder: Path
    clock: HandClock = field(default_factory=HandClock)
    bus: EventBus = field(default_factory=EventBus)
    disks: list[FillableDisk] = field(default_factory=list)

    def __post_init__(self) -> None:
        numbers = count(1)
        self.new_id = lambda: f"id-{next(numbers)}"
        self.database = Database.open(self.folder)
        self.work = unit_of_work_factory(self.database, self.clock)
        self.running = RunningService(RunningParts(self.work, self._log_writers(), RealCases(), self.clock, self.bus))
        self.planning = PlanningService(PlanningParts(self.work, lambda: (), self.clock, self.bus, self.new_id))

    def plan(self, template: str = "gruppdialog-60", people: int = 10) -> WorkshopSession:
        """Save a plan made from a template, with real cases."""
        made = load_template(ROOT / "resources" / "session_templates" / f"{template}.yaml")
        planning = PlanningService(PlanningParts(self.work, lambda: (made,), self.clock, self.bus, self.new_id))
        session = planning.draft(template, [Facilitator("Karin Wallmark"), Facilitator("Nils Ahl", Role.CASE_OFFICER)])
        for slot in range(1, session.case_slots + 1):
            session = session.with_case(slot, CaseId(CASES[(slot - 1) % len(CASES)]))
        session = replace(
            session,
            title="Gruppdialog om depression",
            unit="Tallbackens hälsocentral",
            place="Samlingssalen",
            starts_at=self.clock.local_now(),
            participants=tuple(
                Participant(ParticipantId(f"p{n}"), NAMES[n % len(NAMES)], Role.PHYSICIAN, "Tallbackens hälsocentral")
                for n in range(people)
            ),
        )
        planning.save(session)
        return session

    def close(self) -> None:
        self.running.release()
        self.database.close()

    def _log_writers(self) -> LogWriterFactory:
        inner = log_writer_factory(self.database)

        def opened(session_id: WorkshopSessionId) -> FillableDisk:
            disk = FillableDisk(inner(session_id))
            self.disks.append(disk)
            return disk

        return opened


class Desk:
    """The leader's window with Ledarvyn in it, the room's window, and a session between them."""

    def __init__(self, base: Base, *, size: tuple[int, int] = (1366, 768), windowed: bool = False) -> None:
        self.base = base
        self.remembered: list[tuple[str, bool]] = []
        self.ended = 0
        self.page = PresenterPage()
        entries = [
            PageEntry("plan", "Planera", "calendar-blank", "Träffar", QWidget),
            PageEntry("presenter", "Ledarvy", "presentation", "Träffar", lambda: self.page, rail=True),
            PageEntry("cases", "Fallbank", "folder-open", "Underlag", QWidget),
        ]
        self.window = MainWindow(QWidget, entries)
        self.window.resize(*size)
        self.bridge = Bridge(self.window)
        self.window.show()
        self.window.finish()
        self.window.navigate("presenter")
        self.room = AudienceController(self.page, "", windowed, lambda key, w: self.remembered.append((key, w)))
        self.tasks = Tasks(self.window.notices.fail)
        files = PanelFiles(self.window, self.tasks, write_whole, self.window.notices.fail)
        self.controller = PresenterController(
            self.page,
            PresenterParts(self.room, self.window.notices, base.clock, base.new_id, self._end, files),
        )
        self.bridge.arrived.connect(self.controller.heard)
        self._unsubscribe = base.bus.subscribe(self.bridge.pass_on)

    @property
    def session(self) -> RunningSession:
        session = self.base.running.open_session
        assert session is not None
        return session

    @property
    def state(self) -> SessionState:
        return self.session.state

    @property
    def panel(self) -> QWidget:
        """The activity's panel on show."""
        panel = self.page.panels.currentWidget()
        assert panel is not None
        return panel

    @property
    def proposals(self) -> Proposals:
        found = self.controller.findChild(Proposals)
        assert found is not None
        return found

    @property
    def disk(self) -> FillableDisk:
        return self.base.disks[-1]

    def start(self, template: str = "gruppdialog-60") -> None:
        plan = self.base.plan(template)
        self.controller.open(self.base.running.start(plan.id))

    def settle(self) -> None:
        """Let every event asked for so far be accepted and shown."""
        self.session.propose_from(_nothing).exception()
        for _ in range(6):
            QApplication.processEvents()

    def rehearse(self) -> None:
        """Let the group work through the current item."""
        item = self.state.item
        assert item is not None
        for what in rehearsed(self.state.context(item)):
            self.session.propose(ActivityHappened(item.id, what)).result()
        self.settle()

    def next(self) -> None:
        self.session.next().result()
        self.settle()

    def texts(self) -> list[str]:
        """Return the words of the messages on show."""
        return [n.accessibleName() for n in self.window.findChildren(Notice) if n.isVisible()]

    def close(self) -> None:
        self._unsubscribe()
        self.controller.release()
        self.tasks.shut_down()
        self.room.dispose()
        self.window.close()
        self.window.deleteLater()

    def _end(self) -> None:
        self.ended += 1


def _nothing(_log: object) -> object:
    raise Refused


class Refused(Exception):
    """Only used to wait for the writer's queue."""


@contextmanager
def desk(folder: Path, **kwargs: object) -> Iterator[Desk]:
    """Give both windows and a started session; everything is let go afterwards."""
    base = Base(folder)
    made = Desk(base, **kwargs)  # type: ignore[arg-type]
    try:
        yield made
    finally:
        made.close()
        base.close()
