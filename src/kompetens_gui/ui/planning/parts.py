"""What the planning pages are joined from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kompetens_gui.domain.case import Case
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.services.group_questions import GroupQuestionService
from kompetens_gui.services.hand_over import HandOver
from kompetens_gui.services.material_browsing import MaterialBrowsing
from kompetens_gui.services.planning import PlanningService
from kompetens_gui.services.ports import CaseIndex
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.services.print_papers import WorkshopPapers
from kompetens_gui.services.session_series import SessionSeriesService
from kompetens_gui.services.templates import TemplateService
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.planning.files import open_file, pdf_page_count
from kompetens_gui.ui.shell.notices import Notices


class PlanDocuments(Protocol):
    """Makes the papers of a plan; `services.ports.DocumentMaker` fits. Called off the UI thread."""

    def invitation(
        self, session: WorkshopSession, stamped: datetime, organisation: str = "", revision: int = 0
    ) -> bytes:
        """Return a calendar file; the session has a start. A higher `revision` replaces an earlier one."""

    def case_handout(self, case: Case, organisation: str = "") -> bytes:
        """Return a case as the participants may see it, as a PDF file without any key."""

    def marking_sheet(self, case: Case, organisation: str = "", medical_certificate_id: str = "") -> bytes:
        """Return the sheet to mark D, F and A on with a pen, as a PDF file."""

    def attendance_list(self, session: WorkshopSession, organisation: str = "") -> bytes:
        """Return the list with lines for signatures, as a PDF file."""

    def workshop_prints(
        self,
        papers: WorkshopPapers,
        organisation: str = "",
        *,
        duplex: bool = False,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bytes:
        """Return the papers of a workshop in one PDF file."""

    def hand_over(self, sheet: HandOver, organisation: str = "") -> bytes:
        """Return the sheet for a new leader of a series, as a PDF file."""


@dataclass(frozen=True)
class PlanningPagesParts:
    """Both pages are made from this. `area_titles` maps K01–K14 to their titles, in order."""

    planning: PlanningService
    templates: TemplateService
    materials: MaterialBrowsing
    series: SessionSeriesService
    group_questions: GroupQuestionService
    case_index: CaseIndex
    tasks: Tasks
    notices: Notices
    documents: PlanDocuments
    write_file: Callable[[Path, bytes], None]
    area_titles: Mapping[str, str]
    preferences: Callable[[], Preferences]
    now: Callable[[], datetime] = datetime.now
    open_file: Callable[[Path], object] = open_file
    count_pdf_pages: Callable[[Path], int] = pdf_page_count
