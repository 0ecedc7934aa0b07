"""Observers' ratings as dots: filled, half or empty, each with its number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.domain.activities.role_play.room import rating_words
from kompetens_gui.ui.activities.role_play.wrapping import HeightMemory, wrapped
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.painted import PaintedWidget

MOST_DOTS = 8


def paint_dot(painter: QPainter, box: QRectF, rating: int, fill: QColor, edge: QColor, width: float) -> None:
    """Paint one rating: 2 filled, 1 half, 0 an empty ring."""
    inner = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    if rating == 2:
        painter.drawEllipse(inner)
    elif rating == 1:
        painter.drawPie(inner, 90 * 16, 180 * 16)
    painter.setPen(QPen(fill if rating else edge, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)


def paint_ratings(painter: QPainter, at: QPointF, ratings: Sequence[int], level: str, widget: QWidget) -> float:
    """Paint ratings in a row from the upper left corner `at`, and give the width they took.

    Where there are many they are said in words: so many seen clearly, partly, not.
    """
    font = theme.font(level, widget)
    line = theme.line_height(level, widget)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    ink, edge = theme.color("text_2", widget), theme.color("border_strong", widget)
    if not ratings or len(ratings) > MOST_DOTS:
        words = "–" if not ratings else many_words(ratings)
        painter.setPen(ink)
        painter.drawText(QPointF(at.x(), at.y() + (line + metrics.ascent() - metrics.descent()) / 2), words)
        return metrics.horizontalAdvance(words)
    side = font.pixelSize()
    x = at.x()
    for rating in ratings:
        box = QRectF(x, at.y() + (line - side) / 2, side, side)
        paint_dot(painter, box, rating, theme.color("ok", widget), edge, max(1.5, side / 8))
        painter.setPen(ink)
        x += side * 1.25
        painter.drawText(QPointF(x, at.y() + (line + metrics.ascent() - metrics.descent()) / 2), str(rating))
        x += metrics.horizontalAdvance("0") + side * 0.6
    return x - at.x()


def many_words(ratings: Sequence[int]) -> str:
    """Say how many rated what: "4 tydligt, 2 delvis"."""
    counted = Counter(ratings)
    return ", ".join(f"{counted[r]} {rating_words(r)}" for r in (2, 1, 0) if counted[r])


class ObservedRow(PaintedWidget):
    """What is looked for, and under it the observers' ratings beside the self-rating."""

    def __init__(self, text: str, parent: QWidget | None = None, *, must_do: bool = False) -> None:
        super().__init__(parent)
        self._text = text
        self._must_do = must_do
        self._observers: tuple[int, ...] = ()
        self._own: tuple[int, ...] = ()
        self._as_numbers = False
        self._heights = HeightMemory()
        self._laid: tuple[object, QTextLayout] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_ratings(
        self, observers: tuple[int, ...], own: tuple[int, ...], said: str, *, as_numbers: bool = False
    ) -> None:
        """Show ratings as dots, or counts and scales as numbers."""
        self._as_numbers = as_numbers
        if (observers, own) != (self._observers, self._own) or not self.accessibleName():
            self._observers, self._own = observers, own
            must = f" ({self.tr('måste göras')})" if self._must_do else ""
            self.setAccessibleName(f"{self._text}{must}. {said}")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(240), self.heightForWidth(max(self.width(), self.px(240))))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(120), self.px(48))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._heights.height(width, self, self._measure)

    def _measure(self, width: int) -> int:
        lines = self._layout(width).lineCount() * theme.line_height("dense", self)
        return lines + theme.line_height("small", self) + self.px(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border", self), 1))
        painter.drawLine(QPointF(0, 0.5), QPointF(self.width(), 0.5))
        layout = self._layout(self.width())
        painter.setPen(theme.color("text", self))
        layout.draw(painter, QPointF(0, self.px(6)))
        top = self.px(8) + layout.lineCount() * theme.line_height("dense", self)
        seen = self._paint_values(painter, QPointF(0, top), self._observers)
        own = self.tr("Själv")
        font = theme.font("small", self)
        metrics = QFontMetricsF(font)
        beside = max(
            self.width() * 0.62, self.width() - metrics.horizontalAdvance(own) - self.px(64), seen + self.px(12)
        )
        painter.setFont(font)
        painter.setPen(theme.color("text_2", self))
        line = theme.line_height("small", self)
        painter.drawText(QPointF(beside, top + (line + metrics.ascent() - metrics.descent()) / 2), own)
        self._paint_values(painter, QPointF(beside + metrics.horizontalAdvance(own) + self.px(8), top), self._own)
        painter.end()

    def _paint_values(self, painter: QPainter, at: QPointF, values: tuple[int, ...]) -> float:
        """Paint values from the upper left corner, and give the width they took."""
        if not self._as_numbers:
            return paint_ratings(painter, at, values, "small", self)
        font = theme.font("small", self)
        metrics = QFontMetricsF(font)
        line = theme.line_height("small", self)
        painter.setFont(font)
        painter.setPen(theme.color("text_2", self))
        words = "  ".join(map(str, values)) or "–"
        painter.drawText(QPointF(at.x(), at.y() + (line + metrics.ascent() - metrics.descent()) / 2), words)
        return metrics.horizontalAdvance(words)

    def _layout(self, width: int) -> QTextLayout:
        asked = (width, theme.font("dense", self).pixelSize())
        if self._laid is None or self._laid[0] != asked:
            layout, _ = wrapped(self._text, "dense-strong" if self._must_do else "dense", width, self)
            self._laid = asked, layout
        return self._laid[1]
