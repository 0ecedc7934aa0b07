"""One's own verdict on a thin chain: it is enough anyway, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.mark_chain.events import MarkingView
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.pending_text import PendingText

LONGEST_REASON = 400


class OwnJudgement(QWidget):
    """`judged(enough, reason)` is sent when the box is ticked or the reason has been written."""

    judged = Signal(bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enough = QCheckBox(self.tr("Underlaget räcker ändå"))
        self.enough.clicked.connect(self._judge)
        self.reason = PendingText(LONGEST_REASON)
        self.reason.written.connect(self._judge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Heading(self.tr("Din bedömning"), "h3"))
        hint = self.tr("En tunn kedja kan räcka. Skriv varför, så kan du jämföra med läsarnas skäl.")
        column.addWidget(Label(hint, "small", "muted", wrap=True))
        column.addWidget(self.enough)
        column.addWidget(Field(self.tr("&Varför"), self.reason))
        column.addStretch(1)

    def show_view(self, view: MarkingView) -> None:
        self.enough.setChecked(view.sufficient_anyway)
        if view.reason != self.reason.toPlainText().strip():  # a space at the end may be the beginning of a word
            self.reason.show_text(view.reason)

    @Slot()
    def _judge(self) -> None:
        self.judged.emit(self.enough.isChecked(), self.reason.toPlainText().strip())
