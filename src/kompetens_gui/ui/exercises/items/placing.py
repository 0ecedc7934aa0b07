"""Events to place on the rehabilitation chain by writing the number of their day."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import LAST_DAY, AnsweredView, ItemView
from kompetens_gui.domain.study.questions import ItemAnswer
from kompetens_gui.ui.exercises.items.answering import Answering
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_ellipse, show_when
from kompetens_gui.ui.widgets.tags import StatusText


class DayLine(PaintedWidget):
    """A line of days with a numbered dot for each event that has a day; decoration, the rows tell it in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[int | None, ...] = ()
        self.set_ink("text_2")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: tuple[int | None, ...]) -> None:
        self._days = days
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(240), self.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, middle = self.px(24), self.px(22)
        left, right = side, self.width() - side
        painter.setPen(QPen(theme.color("border_strong", self), 2))
        painter.drawLine(left, middle, right, middle)
        placed = sorted({day for day in self._days if day is not None})
        painter.setFont(self.level_font("label"))
        # Evenly apart by rank: day 8 and day 366 on one true scale would hide the first days behind each other.
        for rank, day in enumerate(placed):
            x = left + (right - left) * (rank + 0.5) / len(placed)
            numbers = [str(i) for i, each in enumerate(self._days, 1) if each == day]
            width = max(side, self.text_width(", ".join(numbers), self.level_font("label")) + self.px(12))
            box = QRectF(x - width / 2, middle - side / 2, width, side)
            fill_ellipse(painter, box, theme.color("accent", self))
            painter.setPen(theme.color("on_accent", self))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, ", ".join(numbers))
            painter.setPen(theme.color("text_2", self))
            below = QRectF(x - self.px(60), middle + side / 2 + 2, self.px(120), self.px(20))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.tr("dag {day}").format(day=day))
        painter.end()


class PlacedEvent(QWidget):
    """An event and the field for its day."""

    def __init__(self, number: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = QLineEdit(self)
        self.day.setValidator(QIntValidator(0, LAST_DAY, self.day))
        self.day.setMaxLength(5)
        self.day.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.day.setAccessibleName(self.tr("Dag för: {text}").format(text=text))
        self.verdict = StatusText("", "ok", parent=self)
        self.why = Label("", "small", "muted", wrap=True, parent=self)
        show_when(self.verdict, False)
        show_when(self.why, False)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(f"{number}. {text}", "body", wrap=True, parent=self))
        words.addWidget(self.why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.verdict)
        row.addWidget(Label(self.tr("Dag"), "small-strong", parent=self))
        row.addWidget(self.day)

    def sizeHint(self) -> QSize:
        self.day.setFixedWidth(theme.px(80, self))
        return super().sizeHint()

    def value(self) -> int | None:
        text = self.day.text().strip()
        return int(text) if text.isdigit() else None


class Placing(Answering):
    """The events with their days, and a line that shows them in order."""

    def __init__(self, view: ItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = DayLine(self)
        self.rows: list[PlacedEvent] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        for number, text in enumerate(view.lefts, 1):
            row = PlacedEvent(number, text, self)
            row.day.textChanged.connect(self._changed)
            self.rows.append(row)
            column.addWidget(rule())
            column.addWidget(row)
        self._changed()

    def answer(self) -> ItemAnswer | None:
        days = [row.value() for row in self.rows]
        return ItemAnswer(places=tuple(d for d in days if d is not None)) if None not in days else None

    def first(self) -> QWidget:
        return self.rows[0].day

    def show_answered(self, answered: AnsweredView) -> None:
        pairs = zip(self.rows, answered.item.events, answered.answer.places, answered.score.parts, strict=True)
        for row, event, place, part in pairs:
            row.day.setText(str(place))
            row.day.setReadOnly(True)
            word = self.tr("Rätt dag") if part.right else self.tr("Dag {day}").format(day=event.day)
            row.verdict.set_status(word, "ok" if part.right else "warn", "check-bold" if part.right else "arrow-right")
            show_when(row.verdict, True)
            row.why.setText(event.feedback)
            show_when(row.why, bool(event.feedback))
        self.line.show_days(tuple(event.day for event in answered.item.events))

    @Slot()
    def _changed(self) -> None:
        self.line.show_days(tuple(row.value() for row in self.rows))
        self.changed.emit()
