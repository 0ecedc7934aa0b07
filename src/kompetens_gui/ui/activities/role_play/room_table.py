"""Observations side by side, as large as they can be."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.activities.role_play.room import Counted, Observed, Scaled
from kompetens_gui.ui.activities.role_play.dots import MOST_DOTS, many_words, paint_dot
from kompetens_gui.ui.activities.role_play.words import numbers_said, ratings_said
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.chain_text import draw_lines, wrapped_lines
from kompetens_gui.ui.widgets.painted import PaintedWidget

_TEXT, _SEEN = 0.52, 0.32
_LEADING = 1.25


class Line(NamedTuple):
    """What was looked for, and the values of the observers and of the one who played."""

    text: str
    observers: tuple[int, ...]
    own: tuple[int, ...]
    as_dots: bool
    must_do: bool = False


class ObservationTable(PaintedWidget):
    """A heading row and one row for each thing; the letters shrink down to what the back row can read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(
        self, observed: tuple[Observed, ...], counted: tuple[Counted, ...], scaled: tuple[Scaled, ...]
    ) -> None:
        """Show ratings as dots, and counts and scales, where there are any, as numbers."""
        lines = [Line(o.text, o.ratings, o.own, True, o.must_do) for o in observed]
        lines += [Line(c.text, c.times, c.own, False) for c in counted if c.times or c.own]
        lines += [Line(f"{s.text} (1–5)", s.values, s.own, False) for s in scaled if s.values or s.own]
        if tuple(lines) != self._lines or not self.accessibleName():
            self._lines = tuple(lines)
            said = [
                f"{n.text}. {(ratings_said if n.as_dots else numbers_said)(n.observers, n.own)}" for n in self._lines
            ]
            self.setAccessibleName("\n".join(said))
            self.update()

    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def sizeHint(self) -> QSize:
        return QSize(self.px(800), self.px(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = self.px(56)
        self._paint_head(painter, head)
        row = min((self.height() - head) / max(1, len(self._lines)), float(self.px(112)))
        font = self._font(row)
        for at, line in enumerate(self._lines):
            self._paint_line(painter, QRectF(0, head + at * row, self.width(), row), line, font)
        painter.end()

    def _paint_head(self, painter: QPainter, height: int) -> None:
        painter.setFont(self.level_font("small-strong"))
        painter.setPen(theme.color("text_2", self))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for share, words in (
            (0.0, self.tr("2 tydligt, 1 delvis, 0 inte sett")),
            (_TEXT, self.tr("Observatörer")),
            (_TEXT + _SEEN, self.tr("Själv")),
        ):
            painter.drawText(QRectF(self.width() * share, 0, self.width(), height), flags, words)

    def _font(self, row: float) -> QFont:
        """Give the largest letters with which every text has its two lines."""
        font = self.level_font("body")
        least = self.level_font("meta").pixelSize()
        for size in range(font.pixelSize(), least - 1, -1):
            font.setPixelSize(size)
            lines = max(
                (len(wrapped_lines(n.text, font, self.width() * (_TEXT - 0.02), 9)) for n in self._lines), default=1
            )
            if lines * size * _LEADING <= row - self.px(6):
                break
        return font

    def _paint_line(self, painter: QPainter, box: QRectF, line: Line, font: QFont) -> None:
        painter.setPen(QPen(theme.color("border", self), 1))
        painter.drawLine(box.topLeft(), box.topRight())
        words = QFont(font)
        words.setWeight(QFont.Weight.DemiBold if line.must_do else QFont.Weight.Normal)
        leading = font.pixelSize() * _LEADING
        most = max(1, int((box.height() - self.px(4)) // leading))
        lines = wrapped_lines(line.text, words, box.width() * (_TEXT - 0.02), most)
        painter.setPen(theme.color("text", self))
        top = box.y() + (box.height() - len(lines) * leading) / 2
        draw_lines(painter, QPointF(box.x(), top), lines, words, leading)
        for share, values in ((_TEXT, line.observers), (_TEXT + _SEEN, line.own)):
            room = QRectF(box.width() * share, box.y(), box.width() * _SEEN, box.height())
            self._paint_values(painter, room, values, font, as_dots=line.as_dots)

    def _paint_values(
        self, painter: QPainter, room: QRectF, values: tuple[int, ...], font: QFont, *, as_dots: bool
    ) -> None:
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font)
        painter.setPen(theme.color("text", self))
        if not values or not as_dots or len(values) > MOST_DOTS:
            words = "–" if not values else many_words(values) if as_dots else "   ".join(map(str, values))
            painter.drawText(room, flags, words)
            return
        side = min(font.pixelSize() * 0.9, room.height() * 0.6)
        x = room.x()
        ok, edge = theme.color("ok", self), theme.color("border_strong", self)
        each = min(side * 2.4, room.width() / len(values))
        for value in values:
            dot = QRectF(x, room.center().y() - side / 2, side, side)
            paint_dot(painter, dot, value, ok, edge, max(2.0, side / 9))
            painter.setPen(theme.color("text", self))
            painter.drawText(QRectF(x + side * 1.25, room.y(), side, room.height()), flags, str(value))
            x += each
