"""A drawn hand, and its five fingers as numbered rows to go to."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.study.twin_words import FINGERS, finger_name
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM
from kompetens_gui.ui.widgets.painted import PaintedWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

# Root, angle from straight up in degrees, length and width of each finger, in a box of 108 by 110.
_FINGERS: Final = {
    1: (37.0, 86.0, -52.0, 36.0, 16.0),
    2: (44.0, 58.0, -12.0, 42.0, 14.5),
    3: (58.0, 54.0, -2.0, 46.0, 14.5),
    4: (72.0, 57.0, 8.0, 42.0, 14.0),
    5: (84.0, 66.0, 20.0, 33.0, 12.5),
}
_PALM: Final = QRectF(35, 54, 54, 52)
_BOX: Final = QSize(108, 110)
_WIDTH: Final = 150
_ROW: Final = 34
_NUMBER: Final = 22


class Hand(PaintedWidget):
    """The hand; the finger in turn is filled, those that are answered have a tick instead of their number."""

    def __init__(self, parent: QWidget | None = None, *, width: int = _WIDTH) -> None:
        super().__init__(parent)
        self._width = width
        self._current = 0
        self._answered: frozenset[int] = frozenset()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_fingers(self, current: int, answered: Collection[int]) -> None:
        self._current, self._answered = current, frozenset(answered)
        self.update()

    def sizeHint(self) -> QSize:
        width = self.px(self._width)
        return QSize(width, width * _BOX.height() // _BOX.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / _BOX.width()
        painter.scale(scale, scale)
        hand = QPainterPath()
        hand.addRoundedRect(_PALM, 18, 18)
        for finger in FINGERS:
            hand = hand.united(_finger_shape(finger))
        painter.setPen(QPen(QColor(tokens.border_strong), 1.4))
        painter.setBrush(QColor(tokens.surface_2))
        painter.drawPath(hand)
        if self._current:
            painter.setPen(QPen(QColor(tokens.accent), 1.6))
            painter.setBrush(QColor(tokens.accent))
            painter.drawPath(_finger_shape(self._current))
        for finger in FINGERS:
            self._paint_tip(painter, finger)
        painter.end()

    def _paint_tip(self, painter: QPainter, finger: int) -> None:
        tokens = self.tokens()
        center = _tip(finger)
        ink = QColor(tokens.on_accent if finger == self._current else tokens.text_2)
        if finger in self._answered and finger != self._current:
            paint_icon(painter, "check-bold", QRectF(center.x() - 5, center.y() - 5, 10, 10), QColor(tokens.accent))
            return
        font = theme.font("label", self)
        font.setPixelSize(9)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(center.x() - 8, center.y() - 8, 16, 16), Qt.AlignmentFlag.AlignCenter, str(finger))


class FingerRow(QAbstractButton):
    """A finger by number and name; a tick when it is answered."""

    def __init__(self, finger: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finger = finger
        self._current = self._answered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, *, current: bool, answered: bool) -> None:
        self._current, self._answered = current, answered
        said = [f"{self.finger}. {finger_name(self.finger)}"]
        said += [self.tr("besvarad")] if answered else []
        said += [self.tr("här är du")] if current else []
        self.setAccessibleName(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(finger_name(self.finger))
        return QSize(words + theme.px(_NUMBER + 64, self), theme.px(_ROW, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120, self), theme.px(_ROW, self))

    def enterEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_tint", self))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS_MEDIUM, RADIUS_MEDIUM)
        side = theme.px(_NUMBER, self)
        circle = QRectF(theme.px(8, self), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(theme.color("accent" if self._current else "border_strong", self), 1.5))
        painter.setBrush(theme.color("accent" if self._current else "surface", self))
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        painter.setFont(theme.font("label", self))
        painter.setPen(theme.color("on_accent" if self._current else "text_2", self))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.finger))
        painter.setFont(theme.font("dense-strong" if self._current else "dense", self))
        painter.setPen(theme.color("text", self))
        left = circle.right() + theme.px(10, self)
        room = QRectF(left, 0, self.width() - left - theme.px(32, self), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, finger_name(self.finger))
        if self._answered:
            tick = theme.px(16, self)
            box = QRectF(self.width() - tick - theme.px(10, self), (self.height() - tick) / 2, tick, tick)
            paint_icon(painter, "check-bold", box, theme.color("accent", self))
        painter.end()


class FingerGuide(QWidget):
    """Hand and rows together. `finger_wanted(finger)` is sent when a row is pressed."""

    finger_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand = Hand(self)
        self.rows = {finger: FingerRow(finger, self) for finger in FINGERS}
        column = QVBoxLayout()
        column.setSpacing(0)
        for finger, row in self.rows.items():
            row.clicked.connect(partial(self._ask, finger))
            column.addWidget(row)
        row_of_both = QHBoxLayout(self)
        row_of_both.setContentsMargins(0, 0, 0, 0)
        row_of_both.setSpacing(16)
        row_of_both.addWidget(self.hand, 0, Qt.AlignmentFlag.AlignTop)
        row_of_both.addLayout(column, 1)

    def show_fingers(self, current: int, asked: Collection[int], answered: Collection[int]) -> None:
        """Show which finger is in turn and which are answered; those that nothing is asked about are not offered."""
        self.hand.show_fingers(current, answered)
        for finger, row in self.rows.items():
            row.setEnabled(finger in asked)
            row.show_state(current=finger == current, answered=finger in answered)

    def _ask(self, finger: int, _checked: bool = False) -> None:
        self.finger_wanted.emit(finger)


def _finger_shape(finger: int) -> QPainterPath:
    x, y, angle, length, width = _FINGERS[finger]
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(-width / 2, -length, width, length + width / 2), width / 2, width / 2)
    return QTransform().translate(x, y).rotate(angle).map(shape)


def _tip(finger: int) -> QPointF:
    x, y, angle, length, width = _FINGERS[finger]
    turn, reach = radians(angle), length - width / 2 - 1
    return QPointF(x + reach * sin(turn), y - reach * cos(turn))
