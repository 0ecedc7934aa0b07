"""What the services are joined from in these tests: the real storage, a clock we set, a bank of cases in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache, cached_property
from itertools import count
from pathlib import Path

from kompetens_gui.content.templates import load_templates
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.errors import CaseMissing
from kompetens_gui.domain.material.common import MaterialRef
from kompetens_gui.domain.workshop.plan import WorkshopSession, WorkshopSessionId
from kompetens_gui.domain.workshop.template import SessionTemplate
from kompetens_gui.services.attendance import CourseCertificateService, IssueDetails
from kompetens_gui.services.news import EventBus, News
from kompetens_gui.services.planning import PlanningParts, PlanningService
from kompetens_gui.services.ports import CaseFilter, CaseSearchResult, LogWriterFactory, UnitOfWorkFactory
from kompetens_gui.services.running import RunningParts, RunningService
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.log_writer import log_writer_factory
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.domain.making import a_case
from tests.domain.material_making import material_of

TEMPLATES = Path(__file__).parents[2] / "resources" / "session_templates"
DETAILS = IssueDetails("Region Norr", {"physician": "Läkare"})


@cache
def real_templates() -> Sequence[SessionTemplate]:
    return load_templates(TEMPLATES)


@dataclass
class StandingClock:
    """Stands still until it is moved."""

    at: datetime = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def local_now(self) -> datetime:
        return self.at.replace(tzinfo=None) + timedelta(hours=1)

    def move(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class Bank:
    """Cases in memory; changing one is what an author does while a session runs."""

    cases: dict[CaseId, Case] = field(default_factory=lambda: {c.id: c for c in (a_case(),)})

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> bool:
        return False

    def search(self, text: str, chosen: CaseFilter, limit: int = 200) -> CaseSearchResult:
        return CaseSearchResult((), 0, {})

    def case(self, case_id: CaseId) -> Case:
        if case_id not in self.cases:
            raise CaseMissing(case_id)
        return self.cases[case_id]


class Shipped:
    """A source of the material that comes with the program."""

    def material(self, ref: MaterialRef) -> object:
        return material_of(str(ref))


class Program:
    """The program as it stands after a start on a data folder. `crash` lets go as a killed process would."""

    def __init__(self, folder: Path, clock: StandingClock | None = None, bank: Bank | None = None) -> None:
        self.folder = folder
        self.clock = clock or StandingClock()
        self.bank = bank or Bank()
        self.bus = EventBus()
        self.news: list[News] = []
        self.bus.subscribe(self.news.append)
        self.database = Database.open(folder)
        self.work: UnitOfWorkFactory = unit_of_work_factory(self.database, self.clock)
        self.log_writer: LogWriterFactory = log_writer_factory(self.database)
        self._ids = count(1)

    def new_id(self) -> str:
        return f"id-{next(self._ids)}"

    @cached_property
    def planning(self) -> PlanningService:
        return PlanningService(PlanningParts(self.work, real_templates, self.clock, self.bus, self.new_id))

    @cached_property
    def running(self) -> RunningService:
        return self.another_running()

    @cached_property
    def course_certificates(self) -> CourseCertificateService:
        return CourseCertificateService(self.work, self.clock, self.bus)

    def another_running(self) -> RunningService:
        return RunningService(RunningParts(self.work, self.log_writer, self.bank, self.clock, self.bus, Shipped))

    def planned(self, session: WorkshopSession, **changes: object) -> WorkshopSessionId:
        """Save a plan and return its id."""
        plan = replace(session, **changes)  # type: ignore[arg-type]
        self.planning.save(plan)
        return plan.id

    def crash(self) -> "Program":
        """End without closing anything properly, and start anew on the same files."""
        self.close()
        return Program(self.folder, self.clock, self.bank)

    def close(self) -> None:
        self.running.release()
        self.database.close()
