"""Chooses the line to reword: one the case points out, or any words of the certificate."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import RewriteTask
from kompetens_gui.domain.chain import Span
from kompetens_gui.domain.medical_certificate import FIELDS, MedicalCertificate
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box

_SHORT = 70


class LineChooser(QWidget):
    """`line_chosen(field, quote, occurrence)` is sent when a person picks a line."""

    line_chosen = Signal(str, str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: tuple[RewriteTask, ...] | None = None
        self.lines = choice_box()
        self.lines.activated.connect(self._pick)
        self.free = Button(self.tr("Välj i intyget…"), "secondary", "sm")
        self.free.setCheckable(True)
        self.free.clicked.connect(self._unfold)
        self.text = CertificateView(mode="select")
        self.text.setMinimumHeight(theme.px(200))
        self.text.span_chosen.connect(self._choose)
        self.take = Button(self.tr("Skriv om det valda"), "tonal", "sm")
        self.take.clicked.connect(self.text.choose_here)
        self.fold = QWidget()
        fold = QVBoxLayout(self.fold)
        fold.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(Label(self.tr("Markera med mus eller Skift och pilar, tryck Enter."), "meta", "muted"), 1)
        row.addWidget(self.take)
        fold.addWidget(self.text, 1)
        fold.addLayout(row)
        self.fold.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Field(self.tr("&Mening att skriva om"), self.lines))
        column.addWidget(self.free, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.fold, 1)

    def show_line(
        self, medical_certificate: MedicalCertificate | None, tasks: tuple[RewriteTask, ...], line: Span | None
    ) -> None:
        """Show the lines that can be chosen and the one that is."""
        self.text.set_medical_certificate(medical_certificate)
        if tasks != self._tasks:
            self._tasks = tasks
            self.lines.clear()
            for task in tasks:
                self.lines.addItem(_words(task.span), task.span)
        index = next((i for i in range(self.lines.count()) if self.lines.itemData(i) == line), -1)
        if index < 0 and line is not None:
            self.lines.addItem(_words(line), line)
            index = self.lines.count() - 1
        self.lines.setCurrentIndex(index)

    @Slot()
    def _unfold(self) -> None:
        self.fold.setVisible(self.free.isChecked())
        if self.free.isChecked():
            self.text.setFocus()

    @Slot(int)
    def _pick(self, index: int) -> None:
        span = self.lines.itemData(index)
        if isinstance(span, Span):
            self.line_chosen.emit(span.field, span.quote, span.occurrence)

    @Slot(str, str, int)
    def _choose(self, field: str, quote: str, occurrence: int) -> None:
        self.free.setChecked(False)
        self.fold.hide()
        self.line_chosen.emit(field, quote, occurrence)


def _words(span: Span) -> str:
    quote = " ".join(span.quote.split())
    short = quote if len(quote) <= _SHORT else quote[: _SHORT - 1] + "…"
    return f"{FIELDS[span.field].number}. {short}"
