"""The way that was lived, day by day, with the ways not taken; every earlier day is a button that winds back there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QWidget

from kompetens_gui.domain.branching_way import Left, Stop, WayLayout
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.branching_words import day_name
from kompetens_gui.ui.widgets.painted import PaintedWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_BUTTON: Final = 36
_DOT: Final = 9
_NOW: Final = 13
_END: Final = 7
_LEAST_COLUMN: Final = 150
_MOST_COLUMN: Final = 240
_ROW: Final = 36
_LOW_ROW: Final = 24
_SIDE: Final = 76
_LABELS: Final = 190
_UNDER: Final = 62
_TOP: Final = 26
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class StopButton(QAbstractButton):
    """A lived day. Pressing it, or Enter on it, winds back to the choice of that day."""

    def __init__(self, stop: Stop, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_stop(stop)

    def show_stop(self, stop: Stop) -> None:
        """Stand for a lived day."""
        self._stop = stop
        words = self.tr("Gå tillbaka till dag {day}: {choice}").format(day=stop.day, choice=stop.chosen)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def step(self) -> int:
        """The choice that is wound back to."""
        return self._stop.step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QRectF(self.rect()).center()
        color = theme.color("accent_hover" if self.underMouse() else "accent", self)
        if self._stop.is_now:
            _paint_now(painter, center, color, theme.color("surface", self), theme.px(_NOW, self))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(center, theme.px(_DOT, self), theme.px(_DOT, self))
        painter.end()


class WayPicture(PaintedWidget):
    """The drawing. `wind_back_wanted(step)` is sent when a lived day is pressed."""

    wind_back_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = WayLayout((), ())
        self.buttons: list[StopButton] = []
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def show_way(self, layout: WayLayout) -> None:
        if layout == self._layout:
            return
        self._layout = layout
        lived = [stop for stop in layout.stops if stop.chosen]
        for old in self.buttons[len(lived) :]:
            old.hide()
            old.deleteLater()
        del self.buttons[len(lived) :]
        for button, stop in zip(self.buttons, lived, strict=False):
            button.show_stop(stop)
        for stop in lived[len(self.buttons) :]:
            button = StopButton(stop, self)
            button.clicked.connect(partial(self._ask, button))
            button.show()
            self.buttons.append(button)
        self.setAccessibleName(self._said())
        self.updateGeometry()
        self._place()
        self.update()

    def center_of(self, column: int) -> QPointF:
        """Return where a stop stands."""
        return QPointF(self.px(_SIDE) + column * self._column(), self._line())

    def sizeHint(self) -> QSize:
        columns = max(1, len(self._layout.stops))
        width = self.px(_SIDE + _LABELS + _LEAST_COLUMN * 0.75) + (columns - 1) * self.px(_LEAST_COLUMN)
        return QSize(width, round(self._line()) + self._below() + self.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, stops = self.tokens(), self._layout.stops
        days = self.height() - self.px(28)
        painter.setPen(QPen(QColor(tokens.border), 1))
        for column in range(len(stops)):
            x = self.center_of(column).x()
            painter.drawLine(QLineF(x, 0, x, days))
        for way in self._layout.left:
            self._paint_left(painter, way)
        if len(stops) > 1:
            painter.setPen(QPen(QColor(tokens.accent), 4))
            painter.drawLine(self.center_of(0), self.center_of(len(stops) - 1))
        for column, stop in enumerate(stops):
            self._paint_stop(painter, column, stop, days)
        painter.end()

    def _paint_left(self, painter: QPainter, way: Left) -> None:
        tokens, column = self.tokens(), self._column()
        start = self.center_of(way.column)
        end = QPointF(start.x() + 0.75 * column, start.y() + self._fall(way))
        path = QPainterPath(QPointF(start.x() + 0.16 * column, start.y()))
        turn = start.x() + 0.36 * column
        path.cubicTo(QPointF(turn, start.y()), QPointF(turn, end.y()), QPointF(start.x() + 0.56 * column, end.y()))
        radius = self.px(_END)
        path.lineTo(end.x() - radius, end.y())
        pen = QPen(QColor(tokens.border_strong), 1.8)
        pen.setDashPattern([3.0, 2.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(QPen(QColor(tokens.border_strong), 2))
        painter.setBrush(QColor(tokens.surface))
        painter.drawEllipse(end, radius - 1, radius - 1)
        if way.label:
            font = self.level_font("small")
            left = end.x() + radius + self.px(8)
            room = QRectF(left, end.y() - self.px(12), self.width() - left - 4, self.px(24))
            painter.setFont(font)
            painter.setPen(QColor(tokens.text_2))
            words = QFontMetricsF(font).elidedText(way.label, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_stop(self, painter: QPainter, column: int, stop: Stop, days: int) -> None:
        tokens, center = self.tokens(), self.center_of(column)
        if not stop.chosen:
            surface, accent = QColor(tokens.surface), QColor(tokens.accent)
            if stop.is_now:
                _paint_now(painter, center, accent, surface, self.px(_NOW))
            else:
                painter.setPen(QPen(accent, 3))
                painter.setBrush(surface)
                painter.drawEllipse(center, self.px(_DOT), self.px(_DOT))
        else:
            self._paint_chosen(painter, center, stop.chosen)
        painter.setFont(self.level_font("small-strong"))
        painter.setPen(QColor(tokens.text))
        half = self._column() / 2
        room = QRectF(center.x() - half, days, 2 * half, self.px(28))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._day(stop))

    def _paint_chosen(self, painter: QPainter, center: QPointF, words: str) -> None:
        """Write what was chosen under its day, on two lines at most."""
        font = self.level_font("small")
        width = min(self._column() * 0.7, 2 * self.px(_SIDE) - self.px(8))
        room = QRectF(center.x() - width / 2, center.y() + self.px(_NOW + 6), width, self.px(40))
        painter.setFont(font)
        painter.setPen(QColor(self.tokens().text_2))
        lines = _two_lines(words, QFontMetricsF(font), width)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, "\n".join(lines))

    def _column(self) -> float:
        count = max(1, len(self._layout.stops))
        room = self.width() - self.px(_SIDE + _LABELS)
        return min(self.px(_MOST_COLUMN), max(self.px(_LEAST_COLUMN), room / (count - 0.25)))

    def _line(self) -> float:
        return self.px(_TOP) + max((-self._fall(way) for way in self._layout.left), default=0)

    def _below(self) -> int:
        lowest = max((self._fall(way) for way in self._layout.left), default=0)
        return max(self.px(_UNDER), lowest + self.px(20))

    def _fall(self, way: Left) -> int:
        """Return how far below the line (above: negative) a way not taken ends; those with words need more room."""
        return way.row * self.px(_ROW if way.label else _LOW_ROW)

    def _place(self) -> None:
        side = self.px(_BUTTON)
        chosen = [column for column, stop in enumerate(self._layout.stops) if stop.chosen]
        for column, button in zip(chosen, self.buttons, strict=True):
            at = self.center_of(column)
            button.setGeometry(round(at.x() - side / 2), round(at.y() - side / 2), side, side)

    def _said(self) -> str:
        days = [", ".join(part for part in (self._day(stop), stop.chosen) if part) for stop in self._layout.stops]
        return self.tr("Er väg: {days}").format(days="; ".join(days))

    def _day(self, stop: Stop) -> str:
        return self.tr("Dag {day}, nu").format(day=stop.day) if stop.is_now else day_name(stop.day)

    def _ask(self, button: StopButton, _checked: bool = False) -> None:
        self.wind_back_wanted.emit(button.step)


class WayMap(QScrollArea):
    """The drawing, scrolled sideways where it is wider than the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.picture = WayPicture(self)
        self.setWidget(self.picture)
        # A scrolled widget fills its ground with the window's colour, and this one lies on a card.
        self.picture.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def show_way(self, layout: WayLayout) -> None:
        self.picture.show_way(layout)
        self.setFixedHeight(self.picture.sizeHint().height() + self.horizontalScrollBar().sizeHint().height())
        now = next((i for i, stop in enumerate(layout.stops) if stop.is_now), 0)
        QTimer.singleShot(0, self, partial(self._see, now))

    def _see(self, column: int) -> None:
        at = self.picture.center_of(column)
        self.ensureVisible(round(at.x()), round(at.y()), self.picture.px(_LABELS), 0)


def _paint_now(painter: QPainter, center: QPointF, color: QColor, ground: QColor, radius: float) -> None:
    painter.setPen(QPen(color, 3.5))
    painter.setBrush(ground)
    painter.drawEllipse(center, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(center, radius / 2, radius / 2)


def _two_lines(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Break words into two lines at most; what does not fit in the second ends in three dots."""
    first, rest = "", words.split()
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    if not first and rest:
        first = rest.pop(0)
    lines = [metrics.elidedText(first, Qt.TextElideMode.ElideRight, width)]
    if rest:
        lines.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width))
    return lines
