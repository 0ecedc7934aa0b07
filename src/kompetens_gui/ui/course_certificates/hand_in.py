"""Handing in what is to be checked: a file by button or by drag and drop, or the text that a QR code gives."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kompetens_gui.services.handed_in import LARGEST_FILE
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.code_boxes import CodeEdit
from kompetens_gui.ui.widgets.empty_state import IconDisc
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.handed_in_file import read_at_most
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import set_look
from kompetens_gui.ui.widgets.responsive import at_left


def read_handed_in(path: Path) -> bytes:
    """Return a file, and of a too large one no more than shows that it is. Raises FileUnreadable."""
    return read_at_most(path, LARGEST_FILE)


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the files of this machine that are being dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


class HandInCard(Card):
    """Signals: `file_chosen(Path)`, `text_given(str)`."""

    file_chosen = Signal(object)
    text_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Lämna in"), parent=parent)
        self.zone = Card(look="empty", dense=True)
        self.zone.setAccessibleName(self.tr("Släpp en fil här"))
        self.open_file = Button(self.tr("Öppna en fil"), "secondary", icon_name="folder-open")
        self.code = CodeEdit()
        self.code.setPlaceholderText("KI1:")
        self.code_field = Field(
            self.tr("&Texten från QR-koden"),
            self.code,
            hint=self.tr("Läs koden med en kodläsare eller telefon. Texten börjar med KI1:"),
        )
        self.check = Button(self.tr("Kontrollera"), "primary", icon_name="shield-check")
        self.check.setAutoDefault(False)
        self._lay_out()
        self.open_file.clicked.connect(self._ask_for_file)
        self.check.clicked.connect(self._submit)
        self.code.submitted.connect(self._submit)

    def show_dragging(self, dragging: bool) -> None:
        """Show that what is being dragged can be let go here."""
        set_look(self.zone, "card", "selected" if dragging else "empty")

    @Slot()
    def _submit(self) -> None:
        text = self.code.toPlainText()
        given = bool(text.strip())
        self.code_field.set_error("" if given else self.tr("Klistra in texten först, eller öppna en fil."))
        if given:
            self.text_given.emit(text)

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Öppna ett kursintyg"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Kursintyg (*.pdf *.jwt *.json *.txt)"), self.tr("Alla filer (*)")])
        dialog.fileSelected.connect(lambda path: self.file_chosen.emit(Path(path)))
        dialog.open()

    def _lay_out(self) -> None:
        inside = self.zone.body
        inside.addWidget(IconDisc("upload-simple", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Heading(self.tr("Släpp en PDF eller ett märke här"), "h3")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(words)
        more = Label(self.tr("Filen lämnar inte datorn."), "small", "muted", wrap=True)
        more.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(more)
        inside.addWidget(self.open_file, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add(self.zone)
        self.add(self.code_field)
        self.body.addLayout(at_left(self.check))


class DropTarget(QWidget):
    """A page that files can be dropped on. `dropped(list[Path])`, `dragging(bool)`."""

    dropped = Signal(object)
    dragging = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.dragging.emit(True)

    def dragLeaveEvent(self, event: object) -> None:
        self.dragging.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.dragging.emit(False)
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)
