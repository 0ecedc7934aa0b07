"""Asks what is missing and which question it leaves open; lies beside the text, never over it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.ui.style.tokens import KINDS
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.segmented import SegmentedControl

LONGEST_QUESTION = 300


class MissingEditor(QWidget):
    """`slot_wanted(node, kind, question)` when a person saves (node is empty for a new one), `closed()` when not."""

    slot_wanted = Signal(str, str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node = ""
        self.kinds = SegmentedControl(self.tr("Vad saknas?"), [(kind, kind) for kind in KINDS], "F")
        for kind in KINDS:
            self.kinds.button(kind).setAccessibleName(kind_word(kind))
            self.kinds.button(kind).setToolTip(kind_word(kind))
        self.kinds.chosen.connect(self._name_kind)
        self.kind_name = Label("", "small", "muted")
        self.question = QLineEdit()
        self.question.setMaxLength(LONGEST_QUESTION)
        self.question.returnPressed.connect(self._save)
        self.field = Field(self.tr("&Frågan som är öppen"), self.question)
        self.save = Button(self.tr("Markera som saknas"), "tonal", "sm")
        self.save.clicked.connect(self._save)
        self.cancel = Button(self.tr("Avbryt"), "ghost", "sm")
        self.cancel.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(self.tr("Vad saknas?"), "h3"))
        column.addWidget(self.kinds)
        column.addWidget(self.kind_name)
        column.addWidget(self.field)
        column.addLayout(buttons)
        column.addStretch(1)
        self._name_kind(self.kinds.current())

    def start(self, kind: str, question: str = "", node: str = "") -> None:
        """Begin with a kind and a question; typed words are never thrown away by an empty suggestion."""
        self._node = node
        self.kinds.set_current(kind)
        self._name_kind(kind)
        if question or node:
            self.question.setText(question)
        self.question.setFocus()
        self.question.selectAll()

    @Slot()
    def _save(self) -> None:
        question = self.question.text().strip()
        if not question:
            self.field.set_error(self.tr("Skriv frågan, till exempel: Vilket fynd förklarar det?"))
            return
        self.field.set_error("")
        node, self._node = self._node, ""
        self.question.clear()
        self.slot_wanted.emit(node, self.kinds.current(), question)

    @Slot(str)
    def _name_kind(self, kind: str) -> None:
        self.kind_name.setText(kind_word(kind))
