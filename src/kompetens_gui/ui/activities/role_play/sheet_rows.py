"""The rows of an observer's sheet as they are typed: what can be put in them, and how they look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.domain.activities.role_play.room import rating_words
from kompetens_gui.domain.activities.role_play.rules import MOST_TIMES
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.ui.activities.role_play.wrapping import HeightMemory, wrapped
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM, RADIUS_SMALL
from kompetens_gui.ui.widgets.painted import PaintedWidget

_BOX, _GAP, _PAD, _NUMBER = 32, 6, 10, 28


class RowKind(StrEnum):
    """What a row takes: a rating 0–2, a number of times, or 1–5."""

    ITEM = "item"
    COUNT = "count"
    SCALE = "scale"


@dataclass(frozen=True)
class SheetRow:
    """A line of the paper sheet; `help` tells what the numbers mean."""

    kind: RowKind
    id: str
    text: str
    help: str
    must_do: bool = False

    @property
    def choices(self) -> tuple[int, ...]:
        return {RowKind.ITEM: (0, 1, 2), RowKind.SCALE: (1, 2, 3, 4, 5), RowKind.COUNT: ()}[self.kind]

    def takes(self, digit: int, before: int | None) -> int | None:
        """Return what the row holds after a digit, None when the digit does not fit."""
        if self.kind != RowKind.COUNT:
            return digit if digit in self.choices else None
        value = digit if before is None else before * 10 + digit
        return value if value <= MOST_TIMES else None


def rows_of(play: RolePlay) -> tuple[SheetRow, ...]:
    """Return the rows in the order of the paper: what is rated, what is counted, the whole."""
    sheet = play.protocol
    items = (
        SheetRow(
            RowKind.ITEM,
            i.id,
            i.text,
            "\n".join(f"{a.rating}  {a.text}" for a in sorted(i.anchors, key=lambda a: a.rating)),
            i.must_do,
        )
        for i in sheet.items
    )
    counts = (SheetRow(RowKind.COUNT, c.id, c.text, "") for c in sheet.counts)
    scales = (SheetRow(RowKind.SCALE, s.id, s.text, f"1  {s.low}\n5  {s.high}") for s in sheet.scales)
    return (*items, *counts, *scales)


class AnswerRow(PaintedWidget):
    """One row, painted. Signals: `pointed()` when it is clicked, `picked(int)` when one of its boxes is."""

    pointed = Signal()
    picked = Signal(int)

    def __init__(self, number: int, row: SheetRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._number = number
        self._value: int | None = None
        self._current = False
        self._heights = HeightMemory()
        self._laid: tuple[object, QTextLayout, int] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_value(self, value: int | None, *, current: bool) -> None:
        if (value, current) != (self._value, self._current) or not self.accessibleName():
            self._value, self._current = value, current
            self.setAccessibleName(self.said())
            self.update()

    def said(self) -> str:
        """Say the row and what it holds."""
        if self._value is None:
            held = self.tr("inget skrivet")
        elif self.row.kind == RowKind.ITEM:
            held = f"{self._value}, {rating_words(self._value)}"
        else:
            held = str(self._value)
        return f"{self._number}. {self.row.text}: {held}"

    def sizeHint(self) -> QSize:
        return QSize(self.px(320), self.heightForWidth(max(self.width(), self.px(320))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(200), self.px(_BOX) + 8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._heights.height(width, self, self._measure)

    def _measure(self, width: int) -> int:
        return max(self.px(_BOX) + self.px(8), self._text(width)[1] + self.px(12))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointed.emit()
        for value, box in self._boxes():
            if box.contains(event.position()):
                self.picked.emit(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint", self))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_MEDIUM, RADIUS_MEDIUM)
            painter.setBrush(theme.color("accent", self))
            painter.drawRoundedRect(QRectF(0, 4, 4, self.height() - 8), 2, 2)
        layout, height = self._text(self.width())
        top = (self.height() - height) / 2
        painter.setPen(theme.color("text_2", self))
        painter.setFont(theme.font("number", self))
        number = QRectF(self.px(6), top, self.px(_NUMBER) - self.px(4), theme.line_height("dense", self))
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self._number))
        painter.setPen(theme.color("text", self))
        layout.draw(painter, QPointF(self.px(_NUMBER + _PAD), top))
        if self.row.kind == RowKind.COUNT:
            self._paint_count(painter)
        else:
            for value, box in self._boxes():
                self._paint_choice(painter, value, box)
        painter.end()

    def _paint_choice(self, painter: QPainter, value: int, box: QRectF) -> None:
        chosen = value == self._value
        painter.setPen(QPen(theme.color("accent" if chosen else "border_strong", self), 1))
        painter.setBrush(theme.color("accent" if chosen else "surface", self))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(theme.color("on_accent" if chosen else "text", self))
        painter.setFont(theme.font("dense-strong" if chosen else "number", self))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))

    def _paint_count(self, painter: QPainter) -> None:
        width = 2 * self.px(_BOX)
        box = QRectF(self.width() - self.px(_PAD) - width, (self.height() - self.px(_BOX)) / 2, width, self.px(_BOX))
        painter.setPen(QPen(theme.color("accent" if self._current else "border_strong", self), 1))
        painter.setBrush(theme.color("surface", self))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
        painter.setPen(theme.color("text", self))
        painter.setFont(theme.font("dense-strong", self))
        words = "" if self._value is None else str(self._value)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{words}|" if self._current else words)

    def _boxes(self) -> list[tuple[int, QRectF]]:
        side, gap = self.px(_BOX), self.px(_GAP)
        choices = self.row.choices
        x = self.width() - self.px(_PAD) - len(choices) * (side + gap) + gap
        top = (self.height() - side) / 2
        return [(value, QRectF(x + at * (side + gap), top, side, side)) for at, value in enumerate(choices)]

    def _text(self, width: int) -> tuple[QTextLayout, int]:
        asked = (width, theme.font("dense", self).pixelSize())
        if self._laid is None or self._laid[0] != asked:
            places = max(2, len(self.row.choices))
            room = width - self.px(_NUMBER + 3 * _PAD) - places * (self.px(_BOX) + self.px(_GAP))
            layout, height = wrapped(self.row.text, "dense-strong" if self.row.must_do else "dense", room, self)
            self._laid = asked, layout, height
        return self._laid[1], self._laid[2]
