"""Putting a question on the list for the group: what it is about stands there, who asks does not."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.group_question import LONGEST_QUESTION
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.responsive import at_left


class GroupQuestionForm(QWidget):
    """`asked(text, quote)` is sent when the question is to be put on the list."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = ""
        self.about = Label("", "dense-strong", wrap=True, parent=self)
        self.line = Label("", "dense", wrap=True, parent=self)
        self.text = PendingText(LONGEST_QUESTION, self)
        self.text.textChanged.connect(self._typed)
        self.put = Button(self.tr("Lägg i listan"), "secondary", icon_name="flag", parent=self)
        self.put.clicked.connect(self._put)
        told = self.tr(
            "Ditt namn och dina markeringar följer inte med. "
            "Den som planerar en gruppdialog på den här datorn ser frågan."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(self.tr("Ta upp i gruppen"), "h3", parent=self))
        column.addWidget(self.about)
        column.addWidget(self.line)
        column.addWidget(Field(self.tr("&Fråga till gruppen"), self.text))
        column.addWidget(Label(told, "small", "muted", wrap=True, parent=self))
        column.addLayout(at_left(self.put))
        column.addStretch(1)

    def ask_about(self, title: str, quote: str) -> None:
        """Begin a question about a case, and about a line of it when one is pointed out."""
        self._quote = quote
        self.about.setText(title)
        self.line.setText(f"”{quote}”")
        show_when(self.line, bool(quote))
        usual = self.tr("Hur läser ni den här raden?") if quote else self.tr("Hur läser ni det här intyget?")
        self.text.setPlainText(usual)
        self.text.selectAll()
        self.text.setFocus()

    @Slot()
    def _typed(self) -> None:
        self.put.setEnabled(bool(self.text.toPlainText().strip()))

    @Slot()
    def _put(self) -> None:
        self.asked.emit(" ".join(self.text.toPlainText().split()), self._quote)
