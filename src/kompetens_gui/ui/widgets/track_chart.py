"""One track of two lives over time, as lines with their names at the end: never told apart by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.domain.branching_lives import Comparison, Life
from kompetens_gui.domain.study.branching_case import HIGHEST, Track
from kompetens_gui.ui.widgets.branching_words import day_name, track_name
from kompetens_gui.ui.widgets.painted import PaintedWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_HEIGHT: Final = 190
_LEFT: Final = 58
_RIGHT: Final = 64
_FOOT: Final = 26
_ROUND: Final = 4.0
_SQUARE: Final = 6.0
_LABEL: Final = 20


class TrackChart(PaintedWidget):
    """Two lines by day; the first life is whole with round marks, the second dashed with square ones.

    In the room everything is `times` as large.
    """

    def __init__(self, track: Track, parent: QWidget | None = None, *, times: float = 1.0) -> None:
        super().__init__(parent)
        self._track, self._times = track, times
        self._lives: Comparison | None = None
        self._names = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lives(self, lives: Comparison, names: tuple[str, str]) -> None:
        self._lives, self._names = lives, names
        said = [f"{name}: {self._said(life)}" for name, life in zip(names, (lives.a, lives.b), strict=True)]
        self.setAccessibleName(f"{track_name(self._track)}. {' '.join(said)}")
        self.update()

    def px(self, pixels: float) -> int:
        return super().px(pixels * self._times)

    def sizeHint(self) -> QSize:
        return QSize(self.px(300), self.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(220), self.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._lives is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self._lives)
        points_a, points_b = self._points(self._lives.a), self._points(self._lives.b)
        tokens = self.tokens()
        self._paint_life(painter, points_a, QColor(tokens.accent), dashed=False)
        self._paint_life(painter, points_b, QColor(tokens.text), dashed=True)
        self._paint_names(painter, points_a[-1], points_b[-1])
        painter.end()

    def _paint_ground(self, painter: QPainter, lives: Comparison) -> None:
        tokens, room = self.tokens(), self._room()
        painter.setPen(QPen(QColor(tokens.border), 1))
        for level in (0, HIGHEST // 2, HIGHEST):
            y = self._at(0, level).y()
            painter.drawLine(QLineF(room.left(), y, room.right(), y))
        painter.setFont(self.level_font("meta"))
        painter.setPen(QColor(tokens.text_3))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for words, y in ((self.tr("bättre"), room.top()), (self.tr("sämre"), room.bottom())):
            painter.drawText(QRectF(0, y - self.px(10), room.left() - self.px(8), self.px(20)), right, words)
        marks = {room.left(): lives.a.moments[0].day, room.right(): self._last_day(lives)}
        if lives.parting is not None:
            x = self._at(lives.parting.day, 0).x()
            pen = QPen(QColor(tokens.text_3), 1.5)
            pen.setDashPattern([1.5, 2.5])
            painter.setPen(pen)
            painter.drawLine(QLineF(x, room.top() - 4, x, room.bottom()))
            painter.setPen(QColor(tokens.text_3))
        for x, day in marks.items():
            painter.drawText(self._day_room(x), Qt.AlignmentFlag.AlignCenter, day_name(day))

    def _paint_life(self, painter: QPainter, points: Sequence[QPointF], color: QColor, *, dashed: bool) -> None:
        pen = QPen(color, 2 if dashed else 3.5)
        if dashed:
            pen.setDashPattern([3.2, 2.2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(list(points)))
        painter.setPen(QPen(color, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush if dashed else color)
        side = _SQUARE * self._times
        for point in points:
            # The square is larger and open, so that a round mark under it is seen.
            if dashed:
                painter.drawRect(QRectF(point.x() - side, point.y() - side, 2 * side, 2 * side))
            else:
                painter.drawEllipse(point, _ROUND * self._times, _ROUND * self._times)

    def _paint_names(self, painter: QPainter, end_a: QPointF, end_b: QPointF) -> None:
        """Write each name at the end of its line; names that would lie on each other are moved apart."""
        tokens, height = self.tokens(), max(self.px(_LABEL), self.level_font("label").pixelSize())
        y_a, y_b = end_a.y(), end_b.y()
        if abs(end_a.x() - end_b.x()) < self._right() and abs(y_a - y_b) < height:
            middle, half = (y_a + y_b) / 2, height / 2
            y_a, y_b = (middle - half, middle + half) if y_a <= y_b else (middle + half, middle - half)
        painter.setFont(self.level_font("label"))
        rows = ((end_a, y_a, tokens.accent, self._names[0]), (end_b, y_b, tokens.text, self._names[1]))
        for end, y, color, name in rows:
            painter.setPen(QColor(color))
            painter.drawText(QRectF(end.x() + self.px(10), y - height / 2, self._right(), height), 0x0081, name)

    def _points(self, life: Life) -> list[QPointF]:
        return [self._at(moment.day, moment.tracks.of(self._track)) for moment in life.moments]

    def _at(self, day: int, level: int) -> QPointF:
        room = self._room()
        assert self._lives is not None
        first = self._lives.a.moments[0].day
        span = max(1, self._last_day(self._lives) - first)
        x = room.left() + room.width() * (day - first) / span
        return QPointF(x, room.bottom() - room.height() * level / HIGHEST)

    def _room(self) -> QRectF:
        edge = self.px(12)
        return QRectF(
            self._left(),
            edge,
            self.width() - self._left() - self._right(),
            self.height() - edge - self.px(_FOOT) - self.px(8),
        )

    def _left(self) -> int:
        return max(self.px(_LEFT), self.text_width(self.tr("bättre"), self.level_font("meta")) + self.px(12))

    def _right(self) -> int:
        """Return how much is left for the names at the ends."""
        widest = max(self.text_width(name, self.level_font("label")) for name in self._names)
        return max(self.px(_RIGHT), widest + self.px(14))

    def _day_room(self, x: float) -> QRectF:
        half = self.px(50)
        return QRectF(x - half, self.height() - self.px(_FOOT), 2 * half, self.px(_FOOT))

    def _last_day(self, lives: Comparison) -> int:
        return max(lives.a.moments[-1].day, lives.b.moments[-1].day)

    def _said(self, life: Life) -> str:
        return ", ".join(f"{day_name(m.day).lower()} {m.tracks.of(self._track)}" for m in life.moments) + "."
