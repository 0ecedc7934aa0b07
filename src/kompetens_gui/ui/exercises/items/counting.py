"""A number to write, with its unit beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import AnsweredView, ItemView
from kompetens_gui.domain.study.questions import ItemAnswer
from kompetens_gui.ui.exercises.items.answering import Answering
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.tags import StatusText

_LONGEST = 12


class NumberField(QLineEdit):
    """As wide as a number needs."""

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("0") * _LONGEST, super().sizeHint().height())


class Counting(Answering):
    """Understands "4", "4,5" and "1 000"."""

    def __init__(self, view: ItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = view.unit
        self.number = NumberField(self)
        self.number.setMaxLength(_LONGEST)
        self.field = Field(self.tr("Ditt svar"), self.number, parent=self)
        self.verdict = StatusText("", "ok", parent=self)
        show_when(self.verdict, False)
        self.number.textChanged.connect(self._changed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(Label(view.unit, "body", parent=self), 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)

    def answer(self) -> ItemAnswer | None:
        number = number_from(self.number.text())
        return None if number is None else ItemAnswer(number=number)

    def first(self) -> QWidget:
        return self.number

    def show_answered(self, answered: AnsweredView) -> None:
        given, wanted = answered.answer.number, answered.item.answer
        self.number.setText(number_text(given))
        self.number.setReadOnly(True)
        right = answered.score.is_right
        answer = self.tr("Svar: {number} {unit}").format(number=number_text(wanted), unit=self._unit)
        self.verdict.set_status(
            self.tr("Det stämmer") if right else answer,
            "ok" if right else "warn",
            "check-bold" if right else "arrow-right",
        )
        show_when(self.verdict, True)

    @Slot()
    def _changed(self) -> None:
        if not self.number.isReadOnly():
            odd = bool(self.number.text().strip()) and number_from(self.number.text()) is None
            self.field.set_error(self.tr("Skriv ett tal, till exempel 4 eller 4,5.") if odd else "")
        self.changed.emit()


def number_from(text: str) -> float | None:
    """Return the number a person wrote, None when it is none.

    >>> number_from("4,5"), number_from(" 1 000 "), number_from("fyra"), number_from("1e9"), number_from("−3")
    (4.5, 1000.0, None, None, -3.0)
    """
    plain = "".join(text.split()).replace(",", ".").replace("−", "-")
    if not plain or not set(plain) <= set("0123456789.-"):
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def number_text(number: float | None) -> str:
    """Write a number the Swedish way.

    >>> number_text(4.0), number_text(4.5), number_text(None)
    ('4', '4,5', '')
    """
    return "" if number is None else f"{number:g}".replace(".", ",")
