"""What only the leader sees: prepared notes of the item and the case, and notes written along the way."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.state import Note
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label, rule


class NotesCard(Card):
    """Signals: `note_written(text)`, `note_removed(note_id)`."""

    note_written = Signal(str)
    note_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Mina anteckningar"), dense=True, parent=parent)
        self._shown: tuple[object, ...] = ()
        self._inside = QWidget()
        self._inside.setProperty("surface", True)
        self._list = QVBoxLayout(self._inside)
        self._list.setContentsMargins(0, 0, 4, 0)
        self._list.setSpacing(8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._inside)
        area.setAccessibleName(self.tr("Mina anteckningar, bara du ser dem"))
        self.add(area, 1)
        self.field = QLineEdit()
        self.field.setProperty("compact", True)
        self.field.setPlaceholderText(self.tr("Ny anteckning (Ctrl+M)"))
        self.field.setAccessibleName(self.tr("Ny anteckning"))
        self.field.returnPressed.connect(self._write)
        self.add(self.field)

    def show_notes(self, prepared: str, about_case: str, notes: Sequence[Note]) -> None:
        """Show prepared texts first, then notes written during the session."""
        shown = (prepared, about_case, *notes)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        parts: list[QWidget] = [self._text(p) for p in _paragraphs(prepared)]
        parts += [self._note(n) for n in notes]
        if about_case:
            parts.append(Label(self.tr("Om fallet"), "label"))
            parts += [self._text(p) for p in _paragraphs(about_case)]
        if not parts:
            parts.append(Label(self.tr("Inga anteckningar till momentet."), "small", "faint", wrap=True))
        for number, part in enumerate(parts):
            if number:
                self._list.addWidget(rule())
            self._list.addWidget(part)
        self._list.addStretch(1)

    def give_back(self, text: str) -> None:
        """Put a note that could not be saved back in the field, before what has been typed since."""
        self.field.setText(f"{text} {self.field.text()}".strip())

    def _text(self, text: str) -> Label:
        label = Label(text, "dense", wrap=True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return label

    def _note(self, note: Note) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text(note.text), 1)
        button = IconButton("x", self.tr("Ta bort anteckningen ”{text}”").format(text=note.text), size="sm")
        button.setProperty("note", note.id)
        button.clicked.connect(self._remove)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remove(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.note_removed.emit(str(sender.property("note")))

    def _write(self) -> None:
        text = self.field.text().strip()
        if text:
            self.note_written.emit(text)
            self.field.clear()


def _paragraphs(text: str) -> list[str]:
    """Split text at blank lines; single line breaks inside a paragraph are only the file's."""
    return [" ".join(p.split()) for p in text.split("\n\n") if p.strip()]
