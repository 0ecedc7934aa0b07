"""A request for a sign-off from another copy of the program: handed in, and shown in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from kompetens_gui.domain.exercises.sign_off.remote import SignOffRequest
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.sign_off_codes import REQUEST_SUFFIX
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.code_boxes import CodeEdit
from kompetens_gui.ui.widgets.empty_state import IconDisc
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import set_look, show_when
from kompetens_gui.ui.widgets.responsive import at_left


class RequestInCard(Card):
    """Signals: `file_chosen(Path)`, `text_given(str)`."""

    file_chosen = Signal(object)
    text_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Begäran du har fått"), parent=parent)
        self.zone = Card(look="empty", dense=True)
        self.zone.setAccessibleName(self.tr("Släpp en begäran här"))
        self.open_file = Button(self.tr("Öppna en fil"), "secondary", icon_name="folder-open")
        self.code = CodeEdit()
        self.code.setPlaceholderText("KB1:")
        self.code_field = Field(
            self.tr("&Begäran som text"),
            self.code,
            hint=self.tr("Kopiera hela texten, från KB1: till sista kolonet."),
        )
        self.read = Button(self.tr("Läs begäran"), "primary")
        self.read.setAutoDefault(False)
        self._lay_out()
        self.open_file.clicked.connect(self._ask_for_file)
        self.read.clicked.connect(self._submit)
        self.code.submitted.connect(self._submit)
        self.code.textChanged.connect(lambda: self.code_field.set_error(""))

    def show_dragging(self, dragging: bool) -> None:
        """Show that what is being dragged can be let go here."""
        set_look(self.zone, "card", "selected" if dragging else "empty")

    def show_refusal(self, words: str) -> None:
        """Say what is wrong with what was handed in."""
        self.code_field.set_error(words)
        self.code.setFocus()

    def show_read(self, read: bool) -> None:
        """Step back when a request is on show: the big thing to do is then to answer it."""
        set_look(self.read, "kind", "secondary" if read else "primary")

    @Slot()
    def _submit(self) -> None:
        text = self.code.toPlainText()
        if text.strip():
            self.text_given.emit(text)
        else:
            self.code_field.set_error(self.tr("Klistra in texten först, eller öppna en fil."))

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Öppna en begäran"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        requests = self.tr("Begäran (*.{suffix})").format(suffix=REQUEST_SUFFIX)
        dialog.setNameFilters([requests, self.tr("Alla filer (*)")])
        dialog.fileSelected.connect(lambda path: self.file_chosen.emit(Path(path)))
        dialog.open()

    def _lay_out(self) -> None:
        inside = self.zone.body
        inside.addWidget(IconDisc("upload-simple", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        words = Heading(self.tr("Släpp filen här"), "h3")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(words)
        inside.addWidget(self.open_file, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add(self.zone)
        self.add(self.code_field)
        self.body.addLayout(at_left(self.read))


class RequestCard(Card):
    """What is asked for, by whom, and what they have written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent=parent)
        self.body.setSpacing(12)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.task, self.points = Label("", "body", wrap=True), Label("", "dense", wrap=True)
        self.told_title, self.told = Heading("", "h3"), Label("", "body", wrap=True)
        self.body.addLayout(self._grid)
        self.add(Heading(self.tr("Det här ska ni ha gått igenom"), "h3"))
        for part in (self.task, self.points, self.told_title, self.told):
            self.add(part)
        for label in (self.task, self.points, self.told):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def show_request(self, request: SignOffRequest) -> None:
        title = self.tr("Begäran från {name}").format(name=request.learner)
        if self.heading is not None:
            self.heading.setText(title)
        self.setAccessibleName(title)
        self._show_facts(
            (
                (self.tr("Väg"), request.path),
                (self.tr("Modul"), request.module),
                (self.tr("Steg"), request.title),
                (self.tr("Gjord"), day_words(request.made_on)),
            )
        )
        self.task.setText(" ".join(request.task.split()))
        self.points.setText("\n".join(f"• {point}" for point in request.points))
        show_when(self.points, bool(request.points))
        self.told_title.setText(self.tr("{name} har skrivit").format(name=request.learner))
        nothing = self.tr("{name} har inte skickat med sin text. Låt {name} berätta innan du svarar.")
        self.told.setText(request.work or nothing.format(name=request.learner))

    def _show_facts(self, rows: Iterable[tuple[str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for place, (label, value) in enumerate(row for row in rows if row[1]):
            self._grid.addWidget(Label(label, "small", "muted", parent=self), place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(value, "dense", wrap=True, parent=self), place, 1)
