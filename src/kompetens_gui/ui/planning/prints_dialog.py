"""Everything a workshop needs on paper: choose which parts, and have them in one file made in the background."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDir, QObject, QTemporaryDir
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.errors import CaseMissing, NotFound
from kompetens_gui.domain.material.common import MaterialRef
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.services.print_papers import PrintPart, WorkshopPapers
from kompetens_gui.services.print_words import part_words
from kompetens_gui.services.series import memory_of
from kompetens_gui.services.workshop_papers import PapersSource, workshop_papers
from kompetens_gui.ui.background import Job, Task
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.planning.files import file_name
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.progress import ProgressBar

translate = QCoreApplication.translate
Make = Callable[[Job], bytes]


@dataclass(frozen=True)
class ToPrint:
    """What is printed: a plan, where its material is read, and what a session that runs has come to."""

    plan: WorkshopSession
    source: PapersSource
    held: SeriesMemory | None = None


def source_of(parts: PlanningPagesParts) -> PapersSource:
    """Return the cases and material as they read now."""
    return PapersSource(parts.case_index.case, parts.materials.material)


def of_running(log: SessionLog) -> ToPrint:
    """Return what is printed of a session that runs: content as it read at the start, and what has been promised."""
    cases, materials = log.frozen.cases, log.frozen.materials

    def case(case_id: CaseId) -> Case:
        if case_id not in cases:
            raise CaseMissing(case_id)
        return cases[case_id]

    def material(ref: MaterialRef) -> object:
        if str(ref) not in materials:
            raise NotFound("material", str(ref))
        return materials[str(ref)]

    return ToPrint(log.session, PapersSource(case, material), memory_of(log))


def open_prints(parts: PlanningPagesParts, what: ToPrint, parent: QWidget) -> "PrintsDialog":
    """Show the dialog over a window."""
    dialog = PrintsDialog(parts, what, parent)
    dialog.open()
    return dialog


class PrintsDialog(PlanningDialog):
    """Reads what there is to print, then makes what is ticked."""

    def __init__(self, parts: PlanningPagesParts, what: ToPrint, parent: QWidget) -> None:
        super().__init__(
            translate("Prints", "Utskrifter"),
            translate("Prints", "Allt träffen behöver på papper, i den ordning det används. Innehåll först i filen."),
            width=680,
            height=700,
            parent=parent,
        )
        self._parts, self._what = parts, what
        self._papers: WorkshopPapers | None = None
        self._task: Task[Path] | None = None
        self.boxes: dict[PrintPart, QCheckBox] = {}
        self.alone: dict[PrintPart, Button] = {}
        self.state = Label(translate("Prints", "Läser planen …"), "small", "muted", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.duplex = QCheckBox(translate("Prints", "Varje papper på eget ark, för dubbelsidig utskrift"))
        self.progress = ProgressBar(translate("Prints", "Papper gjorda"))
        self.save = Button(translate("Prints", "Spara som PDF"), "primary", icon_name="printer")
        self.look = Button(translate("Prints", "Titta"), "secondary")
        self.stop = Button(translate("Prints", "Avbryt utskriften"), "secondary")
        self.hand_over = Button(translate("Prints", "Spara överlämningsblad"), "secondary", "sm")
        self._lay_out()
        self._show_working(False)
        self._read()

    # -- layout
    def _lay_out(self) -> None:
        self.body.addWidget(self.state)
        self.body.addLayout(self._rows)
        self.body.addWidget(rule())
        self.body.addWidget(self.duplex)
        if self._what.plan.series.strip():
            words = translate("Prints", "Byter serien ledare? Bladet säger vad som är gjort, lovat och öppet.")
            self.body.addWidget(Label(words, "small", "muted", wrap=True))
            line = QHBoxLayout()
            line.addWidget(self.hand_over)
            line.addStretch(1)
            self.body.addLayout(line)
        self.body.addWidget(self.progress)
        self.body.addStretch(1)
        self.foot.addWidget(self.stop)
        self.foot.addStretch(1)
        self.close_button(self.tr("Stäng"))
        self.foot.addWidget(self.look)
        self.foot.addWidget(self.save)
        self.save.clicked.connect(partial(self._ask_where, None))
        self.look.clicked.connect(self._look)
        self.stop.clicked.connect(self._cancel)
        self.hand_over.clicked.connect(self._ask_where_hand_over)

    def _show_parts(self, papers: WorkshopPapers) -> None:
        self._papers = papers
        counted, words = papers.counted(), part_words()
        for part, number in counted.items():
            self._rows.addLayout(self._row(part, words, number))
        total = sum(counted.values())
        text = self.tr("{n} papper i allt.").format(n=total)
        if papers.lost:
            lost = self.tr("Materialet till {blocks} går inte att läsa och är inte med.")
            text = f"{text} {lost.format(blocks=', '.join(papers.lost))}"
        self.state.setText(text)
        self._show_ready()
        self.save.setFocus()

    def _row(self, part: PrintPart, words: Mapping[PrintPart, str], number: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        text = self.tr("{part}, {n} st").format(part=words[part], n=number)
        box = QCheckBox(text.replace("&", "&&"))
        box.setChecked(True)
        box.toggled.connect(self._show_ready)
        alone = Button(self.tr("Bara den"), "link", "sm")
        alone.setAccessibleName(self.tr("Spara bara {part}").format(part=words[part].lower()))
        alone.clicked.connect(partial(self._ask_where, part))
        self.boxes[part], self.alone[part] = box, alone
        row.addWidget(box, 1)
        row.addWidget(alone)
        return row

    def _show_ready(self, _ticked: bool = True) -> None:
        possible = self._papers is not None and self._task is None and bool(self._chosen())
        self.save.setEnabled(possible)
        self.look.setEnabled(possible)

    def _show_working(self, working: bool) -> None:
        self.progress.setVisible(working)
        self.stop.setVisible(working)
        self.duplex.setEnabled(not working)
        self.hand_over.setEnabled(not working)
        for widget in (*self.boxes.values(), *self.alone.values()):
            widget.setEnabled(not working)
        self._show_ready()

    # -- reading
    def _read(self) -> None:
        parts, what = self._parts, self._what

        def read() -> WorkshopPapers:
            previous = parts.series.left_by_the_last(what.plan)
            held = what.held or parts.series.left_by(what.plan.id)
            return workshop_papers(what.plan, what.source, previous, held)

        parts.tasks.run(read, self._show_parts, owner=self, failed=self._failed)

    def _chosen(self) -> frozenset[PrintPart]:
        return frozenset(part for part, box in self.boxes.items() if box.isChecked())

    # -- where
    def _ask_where(self, part: PrintPart | None, _checked: bool = False) -> None:
        """Ask where to save what is ticked, or one part alone."""
        chosen = self._chosen() if part is None else frozenset({part})
        name = translate("Prints", "Utskrifter") if part is None else part_words()[part]
        self._ask_file(name, self._prints(chosen))

    def _ask_where_hand_over(self) -> None:
        series, organisation = self._parts.series, self._parts.preferences().organisation

        def make(_job: Job) -> bytes:
            return self._parts.documents.hand_over(series.hand_over(self._what.plan.series.strip()), organisation)

        self._ask_file(translate("Prints", "Överlämning"), make)

    def _ask_file(self, name: str, make: Make) -> None:
        dialog = QFileDialog(self, self.tr("Spara utskrifter"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("PDF-filer (*.pdf)"))
        dialog.selectFile(self._file_name(name))
        dialog.fileSelected.connect(partial(self._file_chosen, make))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _file_chosen(self, make: Make, name: str) -> None:
        self._make(make, Path(name), self._tell_saved)

    def _file_name(self, name: str) -> str:
        plan = self._what.plan
        day = plan.starts_at.strftime("%Y-%m-%d") if plan.starts_at else ""
        return file_name(name, plan.title, day, suffix=".pdf")

    def _look(self) -> None:
        folder = _looked_at(self.window().parent() or self)
        stamp = f"{self._parts.now():%H%M%S}"
        target = folder / self._file_name(f"{translate('Prints', 'Utskrifter')} {stamp}")
        self._make(self._prints(self._chosen()), target, self._open)

    # -- making
    def _prints(self, chosen: frozenset[PrintPart]) -> Make:
        assert self._papers is not None
        papers, duplex = self._papers.only(chosen), self.duplex.isChecked()
        documents, organisation = self._parts.documents, self._parts.preferences().organisation

        def make(job: Job) -> bytes:
            return documents.workshop_prints(
                papers,
                organisation,
                duplex=duplex,
                progress=job.report,
                cancelled=lambda: job.is_cancelled,
            )

        return make

    def _make(self, make: Make, path: Path, then: Callable[[Path], object]) -> None:
        if self._task is not None:
            return
        write = self._parts.write_file

        def work(job: Job) -> Path:
            data = make(job)
            # Half an answer is none: what was stopped is not written.
            job.stop_if_cancelled()
            write(path, data)
            return path

        self._task = self._parts.tasks.run_job(work, then, owner=self, failed=self._failed)
        self._task.progressed.connect(self._show_progress)
        self._task.finished.connect(self._finished)
        self._show_progress(0, 1)
        self._show_working(True)
        self.stop.setFocus()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.set_progress(done, total, self.tr("{done} av {all}").format(done=done, all=total))

    def _finished(self) -> None:
        self._task = None
        self._show_working(False)
        self.save.setFocus()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    # -- telling
    def _tell_saved(self, path: Path) -> None:
        open_it = partial(self._parts.open_file, path)
        self._parts.notices.offer(self.tr("Filen är sparad"), path.name, self.tr("Öppna"), open_it)

    def _open(self, path: Path) -> None:
        if not self._parts.open_file(path):
            self._parts.notices.warn(self.tr("Filen går inte att visa här"), self.tr("Spara den som PDF i stället."))

    def _failed(self, error: Exception) -> None:
        self._parts.notices.fail(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._cancel()
        super().closeEvent(event)


class _LookedAt(QObject):
    """The folder of files that were only looked at: names may stand in them, so it goes with the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = QTemporaryDir(QDir.tempPath() + "/kompetens-XXXXXX")


def _looked_at(window: QObject) -> Path:
    kept = next((child for child in window.children() if isinstance(child, _LookedAt)), None) or _LookedAt(window)
    return Path(kept.folder.path())
