"""Making the papers of a plan: to look at, or to save where a person says. Everything heavy off the UI thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QPoint, Qt, QTemporaryDir
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.ui.planning.files import file_name
from kompetens_gui.ui.planning.material_card import Paper, paper_state, papers
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.view_state import PlanView

COUNTED_FROM = datetime(2024, 1, 1)
OF_A_CASE = (Paper.HANDOUT, Paper.MARKING_SHEET)


@dataclass(frozen=True)
class PaperFile:
    """One file to make: its name, and the case it is about."""

    paper: Paper
    name: str
    case_id: CaseId | None = None
    medical_certificate_id: str = ""


def paper_files(paper: Paper, plan: WorkshopSession, titles: dict[CaseId, str]) -> tuple[PaperFile, ...]:
    """Return the files a paper becomes: one for each case where it is about a case."""
    says = papers()[paper]
    day = plan.starts_at.strftime("%Y-%m-%d") if plan.starts_at else ""
    if paper not in OF_A_CASE:
        return (PaperFile(paper, file_name(says.file, plan.title, day, suffix=says.suffix)),)
    return tuple(
        PaperFile(
            paper,
            file_name(says.file, titles.get(case_id, case_id), suffix=says.suffix),
            case_id,
            _certificate(plan, case_id),
        )
        for case_id in plan.chosen_cases
    )


def _certificate(plan: WorkshopSession, case_id: CaseId) -> str:
    """Return the certificate that the first block with this case works with."""
    found = (str(i.settings.get("medical_certificate", "")) for i in plan.agenda if plan.case_of(i) == case_id)
    return next((c for c in found if c), "")


class PaperMaker(QObject):
    """Serves the plan page with files. Lives as long as the page; what was only looked at goes when it does."""

    def __init__(self, parts: PlanningPagesParts, page: QWidget) -> None:
        super().__init__(page)
        self._parts, self._page = parts, page
        self._looked_at: QTemporaryDir | None = None

    def fill_menu(self, menu: QMenu, view: PlanView) -> None:
        """Put everything that can be looked at in a menu."""
        menu.clear()
        titles = _titles(view)
        for paper, says in papers().items():
            _, possible = paper_state(paper, view)
            if paper == Paper.PRINTS:
                action = menu.addAction(self.tr("Alla utskrifter…"))
                action.setEnabled(possible)
                action.triggered.connect(partial(self._open_prints, view))
                continue
            files = paper_files(paper, view.plan, titles)
            if not possible or len(files) <= 1:
                action = menu.addAction(says.title)
                action.setEnabled(possible)
                action.triggered.connect(partial(self._look, view.plan, files))
                continue
            inner = menu.addMenu(says.title)
            for file in files:
                action = inner.addAction(titles.get(file.case_id or CaseId(""), file.name))
                action.triggered.connect(partial(self._look, view.plan, (file,)))

    def ask_where(self, paper: Paper, view: PlanView, at: QPoint) -> None:
        """Ask where a paper is to be saved; with several cases, which of them first, and of all papers which."""
        if paper == Paper.PRINTS:
            self.open_prints(view)
            return
        titles = _titles(view)
        files = paper_files(paper, view.plan, titles)
        if len(files) == 1:
            self._ask_file(view.plan, files[0])
            return
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(papers()[paper].title)
        menu.addAction(self.tr("Alla fallen i en mapp…"), partial(self._ask_folder, view.plan, files))
        for file in files:
            menu.addAction(titles.get(file.case_id or CaseId(""), file.name), partial(self._ask_file, view.plan, file))
        menu.popup(at)

    def open_prints(self, view: PlanView) -> None:
        """Open the choice of all papers."""
        from kompetens_gui.ui.planning.prints_dialog import ToPrint, open_prints, source_of

        open_prints(self._parts, ToPrint(view.plan, source_of(self._parts)), self._page)

    def save(self, plan: WorkshopSession, files: Sequence[tuple[PaperFile, Path]]) -> None:
        """Make and write files, and tell when they are there."""
        self._write(plan, files, partial(self._tell_saved, [path for _, path in files]))

    def _open_prints(self, view: PlanView, _checked: bool = False) -> None:
        self.open_prints(view)

    # -- asking
    def _ask_file(self, plan: WorkshopSession, file: PaperFile) -> None:
        says = papers()[file.paper]
        dialog = QFileDialog(self._page, self.tr("Spara {paper}").format(paper=says.title.lower()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(says.suffix.removeprefix("."))
        dialog.setNameFilter(f"{says.title} (*{says.suffix})")
        dialog.selectFile(file.name)
        dialog.fileSelected.connect(partial(self._file_chosen, plan, file))
        dialog.open()

    def _ask_folder(self, plan: WorkshopSession, files: Sequence[PaperFile]) -> None:
        dialog = QFileDialog(self._page, self.tr("Välj mapp"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(partial(self._folder_chosen, plan, files))
        dialog.open()

    def _file_chosen(self, plan: WorkshopSession, file: PaperFile, name: str) -> None:
        self.save(plan, [(file, Path(name))])

    def _folder_chosen(self, plan: WorkshopSession, files: Sequence[PaperFile], folder: str) -> None:
        self.save(plan, [(file, Path(folder) / file.name) for file in files])

    # -- making
    def _look(self, plan: WorkshopSession, files: Sequence[PaperFile], _checked: bool = False) -> None:
        if self._looked_at is None:
            # Names of participants may stand in these files: they are removed when the program ends.
            self._looked_at = QTemporaryDir(QDir.tempPath() + "/kompetens-XXXXXX")
        folder = Path(self._looked_at.path())
        places = [(file, folder / file.name) for file in files]
        self._write(plan, places, partial(self._open_all, [path for _, path in places]))

    def _write(
        self, plan: WorkshopSession, places: Sequence[tuple[PaperFile, Path]], then: Callable[[None], object]
    ) -> None:
        now, organisation = self._parts.now(), self._parts.preferences().organisation

        def work() -> None:
            for file, path in places:
                self._parts.write_file(path, self._bytes(plan, file, now, organisation))

        self._parts.tasks.run(work, then, owner=self, failed=self._failed)

    def _bytes(self, plan: WorkshopSession, file: PaperFile, now: datetime, organisation: str) -> bytes:
        documents = self._parts.documents
        if file.paper == Paper.INVITATION:
            # A later copy must replace an earlier one in people's calendars, also after a restart.
            revision = int((now - COUNTED_FROM).total_seconds() // 60)
            return documents.invitation(plan, now, organisation, revision)
        if file.paper == Paper.ATTENDANCE_LIST:
            return documents.attendance_list(plan, organisation)
        case = self._case(file)
        if file.paper == Paper.HANDOUT:
            return documents.case_handout(case, organisation)
        return documents.marking_sheet(case, organisation, file.medical_certificate_id)

    def _case(self, file: PaperFile) -> Case:
        assert file.case_id is not None
        return self._parts.case_index.case(file.case_id)

    # -- telling
    def _open_all(self, paths: Sequence[Path], _done: None) -> None:
        for path in paths:
            if not self._parts.open_file(path):
                self._parts.notices.warn(
                    self.tr("Filen går inte att visa här"), self.tr("Välj Spara under Material i stället.")
                )

    def _tell_saved(self, paths: Sequence[Path], _done: None) -> None:
        if len(paths) == 1:
            title, text = self.tr("Filen är sparad"), paths[0].name
        else:
            title, text = self.tr("{n} filer är sparade").format(n=len(paths)), paths[0].parent.name
        opens_itself = len(paths) == 1 and paths[0].suffix == ".pdf"
        target = paths[0] if opens_itself else paths[0].parent
        action = self.tr("Öppna") if opens_itself else self.tr("Öppna mappen")
        self._parts.notices.offer(title, text, action, partial(self._parts.open_file, target))

    def _failed(self, error: Exception) -> None:
        self._parts.notices.fail(error)


def _titles(view: PlanView) -> dict[CaseId, str]:
    return {slot.case_id: slot.title for slot in view.slots if slot.case_id}
