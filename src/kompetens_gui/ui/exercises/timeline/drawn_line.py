"""A sick-leave period on a line: what happened when, and once the question is answered, the days of the chain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.exercises.timeline.layout import (
    LIMITS,
    Mark,
    PlacedMark,
    Scale,
    day_one,
    lane_heights,
    place,
)
from kompetens_gui.ui.exercises.timeline.words import day_and_month
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.painted import PaintedWidget

_WORDS: Final = 148
_EDGE, _GAP, _STEM, _LIMIT_ROOM = 8, 12, 10, 22
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter
_WRAP: Final = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignHCenter.value


class DrawnLine(PaintedWidget):
    """Painted; what stands on it is also its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._start: date | None = None
        self._earlier = 0
        self._revealed = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Tidslinje"))

    def show_line(self, marks: Sequence[Mark], start: date, earlier_days: int, *, revealed: bool) -> None:
        """Show the marks of a period that begins at `start`; the numbers of days and the limits once `revealed`."""
        self._marks, self._start, self._earlier, self._revealed = tuple(marks), start, earlier_days, revealed
        said = (f"{day_and_month(m.on)}{self._day_words(m, ', ')}: {m.text}" for m in marks)
        self.setAccessibleDescription(". ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = self.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(260), self.heightForWidth(max(self.width(), self.px(260))))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        placed = self._placed(width)
        heights = lane_heights(placed, self._height)
        above = sum(h + self.px(_STEM) for lane, h in heights.items() if lane > 0)
        below = sum(h + self.px(_STEM) for lane, h in heights.items() if lane < 0)
        return round(above + below + 2 * self.px(_STEM) + self.px(_LIMIT_ROOM) + 2 * self.px(_EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._marks:
            return
        placed = self._placed(self.width())
        heights = lane_heights(placed, self._height)
        above = sum(h + self.px(_STEM) for lane, h in heights.items() if lane > 0)
        y = self.px(_EDGE) + above + self.px(_STEM)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, y)
        for each in placed:
            self._paint_stem(painter, each, y, heights)
        for each in placed:
            self._paint_mark(painter, each, y, heights)
        painter.end()

    def _scale(self, width: int) -> Scale:
        margin = self.px(_EDGE) + self.px(16)
        return Scale(self._marks[0].on, self._marks[-1].on, margin, max(margin + 1, width - margin))

    def _placed(self, width: int) -> list[PlacedMark]:
        if not self._marks:
            return []
        return place(self._marks, self._scale(width), min(self.px(_WORDS), width / 2), self.px(_GAP))

    def _height(self, mark: Mark) -> float:
        room = QRectF(0, 0, min(self.px(_WORDS), max(self.width(), 2) / 2), 10_000)
        words = QFontMetricsF(self.level_font("small")).boundingRect(room, _WRAP, mark.text)
        lines = 2 if self._day_words(mark) else 1
        return words.height() + lines * QFontMetricsF(self.level_font("label")).lineSpacing() + 2

    def _paint_axis(self, painter: QPainter, y: float) -> None:
        scale = self._scale(self.width())
        pen = QPen(theme.color("border_strong", self), self.px(4))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(scale.left, y), QPointF(scale.right, y))
        if self._revealed and self._start is not None:
            self._paint_limits(painter, scale, y, self._start)

    def _paint_limits(self, painter: QPainter, scale: Scale, y: float, start: date) -> None:
        """Draw the intervals in steps of colour, each begun by a tick; the numbers of days stand with the dates."""
        first = day_one(start, self._earlier)
        starts = [first, *(first + timedelta(days=n - 1) for n in LIMITS)]
        steps = self.tokens().scale
        for number, begin in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else scale.last
            left, right = max(begin, start, scale.first), min(end, scale.last)
            if left >= right:
                continue
            pen = QPen(theme.color("accent", self), self.px(6))
            pen.setColor(steps[min(number + 2, len(steps) - 1)])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(scale.x(left), y), QPointF(scale.x(right), y))
            if number and start < begin < scale.last:
                painter.setPen(QPen(theme.color("text", self), 2))
                painter.drawLine(QPointF(scale.x(begin), y - self.px(9)), QPointF(scale.x(begin), y + self.px(9)))

    def _paint_stem(self, painter: QPainter, each: PlacedMark, y: float, heights: dict[int, float]) -> None:
        painter.setPen(QPen(theme.color("border", self), 1.5))
        painter.drawLine(QPointF(each.x, y), QPointF(each.x, self._edge_of_words(each, y, heights)))

    def _paint_mark(self, painter: QPainter, each: PlacedMark, y: float, heights: dict[int, float]) -> None:
        mark, radius = each.mark, self.px(9 if each.mark.strong else 6)
        painter.setPen(QPen(theme.color("surface", self), 2))
        painter.setBrush(theme.color("accent" if mark.strong else "text_3", self))
        painter.drawEllipse(QPointF(each.x, y), radius, radius)
        edge = self._edge_of_words(each, y, heights)
        height = self._height(mark)
        top = edge - height if each.lane > 0 else edge
        width = min(self.px(_WORDS), self.width() / 2)
        line = QFontMetricsF(self.level_font("label")).lineSpacing()
        ground = QRectF(each.left, top, width, height)
        painter.fillRect(ground, theme.color("surface", self))
        painter.setFont(self.level_font("label"))
        painter.setPen(theme.color("accent" if mark.strong else "text", self))
        painter.drawText(QRectF(each.left, top, width, line), _MIDDLE, day_and_month(mark.on))
        below = top + line
        if self._day_words(mark):
            painter.drawText(QRectF(each.left, below, width, line), _MIDDLE, self._day_words(mark))
            below += line
        painter.setFont(self.level_font("small"))
        painter.setPen(theme.color("text_2", self))
        painter.drawText(QRectF(each.left, below + 2, width, height), _WRAP, mark.text)

    def _day_words(self, mark: Mark, before: str = "") -> str:
        """Return "dag 91" once it may be told, nothing for what happened before the period."""
        if not self._revealed or self._start is None or mark.on < self._start:
            return ""
        day = (mark.on - day_one(self._start, self._earlier)).days + 1
        return before + self.tr("dag {day}").format(day=day)

    def _edge_of_words(self, each: PlacedMark, y: float, heights: dict[int, float]) -> float:
        """Return the edge of a mark's words that is nearest the line."""
        side = 1 if each.lane > 0 else -1
        nearer = sum(heights[side * n] + self.px(_STEM) for n in range(1, abs(each.lane)) if side * n in heights)
        distance = self.px(_STEM) * 2 + nearer
        return y - distance + self.px(_STEM) / 2 if side > 0 else y + distance
