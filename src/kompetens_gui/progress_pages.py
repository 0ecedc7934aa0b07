"""Joins Framsteg to the services. Loaded when the page is first visited; see `progress_windows.py`."""

from collections.abc import Callable
from pathlib import Path

from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.joining import Program
from kompetens_gui.services.evidence_sources import EvidenceReader
from kompetens_gui.services.own_data import OwnDataParts, OwnDataService
from kompetens_gui.services.own_data_sections import OwnDataNames
from kompetens_gui.storage.personal_data_store import BackupShelf
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.progress.controller import ProgressController
from kompetens_gui.ui.progress.own_data import OwnDataTools
from kompetens_gui.ui.progress.page import ProgressPage
from kompetens_gui.ui.progress.parts import ProgressPageParts
from kompetens_gui.ui.shell.notices import Notices


def own_data_service(program: Program) -> OwnDataService:
    """Return what answers a learner about their own data."""
    names = OwnDataNames(lambda area: program.area_titles.get(area, ""), _QuestionTexts(program))
    backups = BackupShelf(program.database.file.parent)
    return OwnDataService(OwnDataParts(program.profiles, program.personal_data, program.clock, names, backups.files))


def progress_page(
    program: Program,
    tasks: Tasks,
    notices: Notices,
    *,
    learner: Callable[[], LearnerProfile | None],
    practise: Callable[[str], object] | None = None,
    documents_folder: Callable[[], Path] = Path.home,
) -> tuple[ProgressPage, ProgressController]:
    """Make the page Framsteg. `learner` tells who has opened a profile, `practise` leads to exercises in an area."""
    service = own_data_service(program)

    def paper(who: LearnerId) -> bytes:
        return program.documents.own_data(service.read(who), program.preferences.current.organisation)

    page = ProgressPage(program.area_titles, can_practise=practise is not None)
    controller = ProgressController(
        page,
        ProgressPageParts(
            tasks=tasks,
            notices=notices,
            profiles=program.profiles,
            progress=program.progress,
            evidence=EvidenceReader(program.work),
            sign_offs=program.sign_offs,
            own_data=OwnDataTools(
                read=service.read,
                export=service.export,
                paper=paper,
                correct=program.profiles.change,
                erase_studies=service.erase_studies,
                erase_all=service.erase_all,
                remove_backups=program.personal_data.remove_backups,
                clean_file=program.personal_data.clean_file,
                write_file=write_whole,
                documents_folder=documents_folder,
            ),
            area_titles=program.area_titles,
            learner=learner,
            today=lambda: program.clock.local_now().date(),
            practise=practise,
        ),
    )
    return page, controller


class _QuestionTexts:
    """Names a knowledge question by its text; one that is no longer there keeps its id."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._texts: dict[str, str] | None = None

    def __call__(self, item: str) -> str:
        if self._texts is None:
            self._texts = {i.id: i.text for i in self._program.learning.library.items()}
        return self._texts.get(item, item)
