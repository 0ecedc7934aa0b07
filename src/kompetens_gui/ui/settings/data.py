"""Where the data is, and taking care of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QVBoxLayout, QWidget

from kompetens_gui.domain.errors import FolderNotWritable
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.background import Job, Task
from kompetens_gui.ui.settings.parts import SettingsParts
from kompetens_gui.ui.settings.section import Section
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import IconText, Label, rule
from kompetens_gui.ui.widgets.progress import ProgressBar

SUFFIX = ".kompetensbackup"


class DataSection(Section):
    """`restored()` when a backup has been put in place; it is read at the next start."""

    restored = Signal()

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Data"), parent)
        self._parts = parts
        self._folder = ""
        self._task: Task[object] | None = None
        self.folder = Label(str(parts.data_folder), "dense", wrap=True)
        self.folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.later = IconText("info", "", "small", "info")
        self.later.label.setWordWrap(True)
        self.open_button = Button(self.tr("Öppna mappen"), icon_name="folder-open")
        self.change_button = Button(self.tr("Byt mapp"))
        self.usual_button = Button(self.tr("Använd standardmappen"), "ghost")
        self.backup_button = Button(self.tr("Säkerhetskopiera"), icon_name="floppy-disk")
        self.restore_button = Button(self.tr("Läs tillbaka"), icon_name="clock-counter-clockwise")
        self.check_button = Button(self.tr("Kontrollera"), icon_name="shield-check")
        self.progress = ProgressBar(self.tr("Arbetar med data"))
        self._lay_out()
        self._connect()

    def load(self, preferences: Preferences) -> None:
        self._folder = preferences.data_folder
        waits = bool(self._folder) and Path(self._folder) != self._parts.data_folder
        self.later.setVisible(waits)
        self.later.label.setText(self.tr("Efter omstart används {folder}.").format(folder=self._folder))
        self.usual_button.setVisible(bool(self._folder))

    def save(self, preferences: Preferences) -> Preferences:
        return replace(preferences, data_folder=self._folder)

    def use_folder(self, folder: Path) -> None:
        """Use another folder from the next start on, if it can be written to."""
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            self._parts.notices.fail(FolderNotWritable(str(folder)))
            return
        self._set_folder(str(folder), self.tr("Ny datamapp gäller efter omstart"))

    def back_up_to(self, target: Path) -> None:
        """Copy everything to a file."""
        target = target if target.suffix else target.with_suffix(SUFFIX)

        def done(_answer: object) -> None:
            self._parts.notices.tell(self.tr("Säkerhetskopian är sparad"), target.name)

        self._work(self.tr("Säkerhetskopierar"), lambda job: self._parts.data.back_up(target, job.report), done)

    def restore_from(self, source: Path) -> None:
        """Ask once, then put a backup in the place of what is there."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("Läs tillbaka"))
        box.setText(self.tr("Läs tillbaka {name}?").format(name=source.name))
        box.setInformativeText(
            self.tr("Den ersätter det som finns nu. Det som finns nu läggs åt sidan bland säkerhetskopiorna.")
        )
        yes = box.addButton(self.tr("Läs tillbaka"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(self.tr("Låt vara"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(partial(self._restore, source))
        box.open()

    @Slot()
    def check(self) -> None:
        """Look everything through."""
        self._work(self.tr("Kontrollerar"), lambda job: self._parts.data.check(job.report), self._tell_check)

    def _restore(self, source: Path, _checked: bool = False) -> None:
        self._work(
            self.tr("Läser tillbaka"), lambda job: self._parts.data.restore(source, job.report), self._tell_restored
        )

    def _tell_restored(self, _answer: object) -> None:
        self._parts.notices.warn(
            self.tr("Säkerhetskopian är tillbaka"), self.tr("Starta om Kompetens för att arbeta vidare med den.")
        )
        self.restored.emit()

    def _tell_check(self, answer: object) -> None:
        problems = [str(problem) for problem in answer] if isinstance(answer, Sequence) else []
        if not problems:
            self._parts.notices.tell(self.tr("Allt är helt"), self.tr("Alla träffar och kursintyg går att läsa."))
            return
        title = self.tr("Kontrollen hittade {count} fel").format(count=len(problems))
        self._parts.notices.warn(title, " ".join(problems[:3]))

    def _work(self, words: str, work: Callable[[Job], object], then: Callable[[object], object]) -> None:
        if self._task is not None:
            return
        self._set_busy(True)
        self.progress.set_progress(0, 1, words)
        task: Task[object] = self._parts.tasks.write_job(work, then, self, self._parts.notices.fail)
        self._task = task
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._over)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self.progress.set_progress(done, total)

    @Slot()
    def _over(self) -> None:
        self._task = None
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for button in (self.backup_button, self.restore_button, self.check_button):
            button.setEnabled(not busy)

    def _set_folder(self, folder: str, told: str) -> None:
        self._folder = folder
        self.changed.emit(told)

    @Slot()
    def _open(self) -> None:
        self._parts.open_folder(self._parts.data_folder)

    @Slot()
    def _usual(self) -> None:
        self.change_button.setFocus()
        self._set_folder("", self.tr("Standardmappen gäller efter omstart"))

    @Slot()
    def _choose_folder(self) -> None:
        dialog = self._dialog(self.tr("Välj datamapp"), str(self._parts.data_folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: self.use_folder(Path(path)))
        dialog.open()

    @Slot()
    def _choose_backup(self) -> None:
        dialog = self._dialog(self.tr("Spara säkerhetskopia"), str(self._parts.documents_folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Säkerhetskopior (*{suffix})").format(suffix=SUFFIX))
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(f"kompetens-{datetime.now():%Y-%m-%d}{SUFFIX}")  # local day: it is for people
        dialog.fileSelected.connect(lambda path: self.back_up_to(Path(path)))
        dialog.open()

    @Slot()
    def _choose_source(self) -> None:
        dialog = self._dialog(self.tr("Välj säkerhetskopia"), str(self._parts.documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Säkerhetskopior (*{suffix})").format(suffix=SUFFIX), self.tr("Alla filer (*)")])
        dialog.fileSelected.connect(lambda path: self.restore_from(Path(path)))
        dialog.open()

    def _dialog(self, title: str, folder: str) -> QFileDialog:
        dialog = QFileDialog(self, title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _lay_out(self) -> None:
        where = QVBoxLayout()
        where.setSpacing(6)
        where.addWidget(Label(self.tr("Datamapp"), "small-strong"))
        where.addWidget(self.folder)
        where.addWidget(self.later)
        where.addWidget(_flow(self.open_button, self.change_button, self.usual_button))
        self.body.addLayout(where)
        self.add(rule())
        care = QVBoxLayout()
        care.setSpacing(6)
        care.addWidget(Label(self.tr("Säkerhetskopia"), "small-strong"))
        text = self.tr("Allt ligger på den här datorn. Spara en kopia på en annan plats ibland.")
        care.addWidget(Label(text, "small", "muted", wrap=True))
        care.addWidget(_flow(self.backup_button, self.restore_button, self.check_button))
        care.addWidget(self.progress)
        self.body.addLayout(care)
        self.progress.hide()

    def _connect(self) -> None:
        self.open_button.clicked.connect(self._open)
        self.change_button.clicked.connect(self._choose_folder)
        self.usual_button.clicked.connect(self._usual)
        self.backup_button.clicked.connect(self._choose_backup)
        self.restore_button.clicked.connect(self._choose_source)
        self.check_button.clicked.connect(self.check)


def _flow(*buttons: QWidget) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box, spacing=8)
    for button in buttons:
        flow.addWidget(button)
    return box
