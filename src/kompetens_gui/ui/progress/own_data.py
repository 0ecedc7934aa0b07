"""Mina uppgifter: a person sees everything that is held, takes it along, corrects it, or has it taken away."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kompetens_gui.domain.errors import PinWrong
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.services.own_data import OwnData
from kompetens_gui.services.personal_data import ErasureReceipt
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.progress.erase_dialog import EraseDialog
from kompetens_gui.ui.progress.own_data_cards import CorrectCard, EraseCard, SectionCard, TakeAlongCard
from kompetens_gui.ui.shell.erasure_receipt import ReceiptDialog, ReceiptParts
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.pdf_pages import print_pdf
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


@dataclass(frozen=True)
class OwnDataTools:
    """What is held about the learner at the desk. All but `documents_folder` are called in the background."""

    read: Callable[[LearnerId], OwnData]
    export: Callable[[LearnerId], str]
    paper: Callable[[LearnerId], bytes]
    correct: Callable[[LearnerProfile], LearnerProfile]
    erase_studies: Callable[[LearnerId, str], ErasureReceipt]
    erase_all: Callable[[LearnerId, str], ErasureReceipt]
    remove_backups: Callable[..., object]
    clean_file: Callable[[], bool]
    write_file: Callable[[Path, bytes], object]
    documents_folder: Callable[[], Path] = Path.home


class OwnDataView(QWidget):
    """The cards; the sections to the left, what can be done to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: dict[str, SectionCard] = {}
        self.read_on = Label("", "small", "muted", wrap=True, parent=self)
        self.correct, self.take_along, self.erase = CorrectCard(), TakeAlongCard(), EraseCard()
        columns = ResponsiveColumns()
        left = QWidget()
        self._left = QVBoxLayout(left)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(12)
        self._left.addWidget(self.read_on)
        self._left.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        for card in (self.take_along, self.correct, self.erase):
            column.addWidget(card)
        column.addStretch(1)
        columns.add_column(left, 480, 1)
        columns.add_column(right, 376, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(columns)

    def forget(self) -> None:
        """Let go of everything that is shown: another person sits down."""
        for card in self.sections.values():
            card.hide()
            card.deleteLater()
        self.sections = {}
        self.read_on.setText("")

    def show_data(self, data: OwnData, day: str) -> None:
        self.read_on.setText(self.tr("Allt som programmet har sparat om dig på den här datorn, {day}.").format(day=day))
        for section in data.sections:
            if section.id in self.sections:
                self.sections[section.id].show_section(section)
                continue
            card = SectionCard(section, self)
            self.sections[section.id] = card
            self._left.insertWidget(self._left.count() - 1, card)


class OwnDataController(QObject):
    """Asks the tools and feeds the view. `erased()` when the learner is no longer there."""

    erased = Signal()

    def __init__(self, view: OwnDataView, tools: OwnDataTools, tasks: Tasks, notices: Notices) -> None:
        super().__init__(view)
        self._view, self._tools, self._tasks, self._notices = view, tools, tasks, notices
        self._profile: LearnerProfile | None = None
        self._dialog: EraseDialog | None = None
        view.correct.corrected.connect(self.correct)
        view.take_along.json_wanted.connect(partial(self._ask_where, "json"))
        view.take_along.pdf_wanted.connect(partial(self._ask_where, "pdf"))
        view.take_along.print_wanted.connect(self.print)
        view.erase.erase_wanted.connect(self.ask)

    def show(self, profile: LearnerProfile) -> None:
        """Read everything about a learner and show it."""
        self._profile = profile
        self._view.correct.show_profile(profile)
        self._tasks.run(partial(self._tools.read, profile.id), self._show, self._view, self._notices.fail)

    def _show(self, data: OwnData) -> None:
        self._view.show_data(data, f"{data.at:%H.%M}")

    def correct(self, profile: LearnerProfile) -> None:
        self._tasks.write(partial(self._tools.correct, profile), self._corrected, self._view, self._notices.fail)

    def _corrected(self, profile: LearnerProfile) -> None:
        self._notices.tell(self.tr("Uppgifterna är rättade"))
        self.show(profile)

    def print(self) -> None:
        profile = self._profile
        if profile is not None:
            title = self.tr("Uppgifter om {name}").format(name=profile.name)
            self._tasks.run(
                partial(self._tools.paper, profile.id),
                lambda pdf: print_pdf(pdf, title, self._view, self._notices.fail),
                self._view,
                self._notices.fail,
            )

    def _ask_where(self, suffix: str) -> None:
        profile = self._profile
        if profile is None:
            return
        dialog = QFileDialog(self._view, self.tr("Spara dina uppgifter"), str(self._tools.documents_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        name = self.tr("Uppgifter om {name}").format(name=profile.name)
        dialog.selectFile(_UNFIT.sub(" ", name).strip()[:120] + f".{suffix}")
        dialog.fileSelected.connect(lambda path: self.save(Path(path), suffix))
        dialog.open()

    def save(self, target: Path, suffix: str) -> None:
        """Write everything about the learner to a file: to read (pdf) or to carry over (json)."""
        profile = self._profile
        if profile is None:
            return

        def work() -> None:
            content = self._tools.paper(profile.id) if suffix == "pdf" else self._tools.export(profile.id).encode()
            self._tools.write_file(target, content)

        def done(_: object) -> None:
            self._notices.tell(self.tr("Uppgifterna är sparade"), target.name)

        self._tasks.run(work, done, self._view, self._notices.fail)

    def ask(self) -> None:
        """Ask what is to be taken away."""
        if self._profile is not None:
            self._dialog = EraseDialog(self._profile, self._view)
            self._dialog.erase_wanted.connect(self._erase)
            self._dialog.open()

    def _erase(self, everything: bool, pin: str) -> None:
        profile = self._profile
        if profile is None or self._dialog is None:
            return
        self._dialog.setEnabled(False)
        erase = self._tools.erase_all if everything else self._tools.erase_studies
        self._tasks.write(partial(erase, profile.id, pin), self._done, self._view, self._not_erased)

    def _not_erased(self, error: Exception) -> None:
        if self._dialog is not None:
            self._dialog.setEnabled(True)
            if isinstance(error, PinWrong):
                self._dialog.show_wrong_pin(explain(error).what_to_do)
                return
            self._dialog.reject()
        self._notices.fail(error)

    def _done(self, receipt: ErasureReceipt) -> None:
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog = None
        self._profile = None
        tools = self._tools
        parts = ReceiptParts(
            self._tasks,
            self._notices,
            tools.remove_backups,
            tools.clean_file,
            tools.write_file,
            tools.documents_folder,
        )
        ReceiptDialog(receipt, parts, self._view.window()).open()
        self.erased.emit()
