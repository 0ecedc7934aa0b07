"""The ring around the control that has the keyboard: two pixels of line, two of air, outside the control.

It lies over its surroundings as a widget of its own, so that nothing moves when the focus does and no
parent cuts it off.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionFocusRect,
    QTextEdit,
    QWidget,
)

AIR: Final = 2
LINE: Final = 2
_REACH: Final = AIR + LINE
_RINGED: Final = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
_MOVES: Final = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}


class FocusRing(QObject):
    """Follows the focus of the application and keeps one ring per place where it has been."""

    _moved = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        self._target: QWidget | None = None
        self._by_keyboard = False
        self._waits = False
        self._moved.connect(self._place, Qt.ConnectionType.QueuedConnection)
        app.focusChanged.connect(self._focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._waits and event.type() in _MOVES:
            self._place_soon()
        return False

    def _place_soon(self) -> None:
        """Place the ring when all that moves has moved, and before it is painted: posted calls come before painting.

        Placed at every move, it would have the whole page laid out each time.
        """
        if not self._waits:
            self._waits = True
            self._moved.emit()

    def _place(self) -> None:
        self._waits = False
        if self._ring is not None and self._target is not None and _alive(self._target):
            self._ring.surround(self._target)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._forget()
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keyboard = False
        elif old is not None:
            self._by_keyboard = True
        target = _ringed(new)
        if target is None or target.property("noRing"):
            return
        if isinstance(target, QAbstractButton) and not self._by_keyboard:
            # Who clicks sees where; a ring that stays after the click would only be noise.
            return
        self._target = target
        home = _home_of(target)
        self._ring = _ring_on(home)
        self._ring.setProperty("ringColor", target.property("ringColor"))
        at: QWidget | None = target
        while at is not None and at is not home:
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()
        target.destroyed.connect(self._forget)
        self._place_soon()

    def _forget(self) -> None:
        for widget in self._watched:
            if _alive(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._target is not None and _alive(self._target):
            self._target.destroyed.disconnect(self._forget)
        self._target = None
        if self._ring is not None and _alive(self._ring):
            # Kept for the next time: to make and delete a widget at every change of focus upsets Qt's focus chain.
            self._ring.hide()
        self._ring = None


class _Ring(QWidget):
    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self._home = home
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, target: QWidget) -> None:
        home = self._home
        if not target.isVisibleTo(home):
            self.hide()
            return
        corner = target.mapTo(home, QPoint(0, 0))
        self.setGeometry(QRect(corner, target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionFocusRect()
        option.initFrom(self)
        option.rect = self.rect()
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.end()


def _ring_on(home: QWidget) -> _Ring:
    """Give the ring that lies on a surface, made the first time it is wanted there."""
    found = next((child for child in home.children() if isinstance(child, _Ring)), None)
    return found if found is not None else _Ring(home)


def _ringed(widget: QWidget | None) -> QWidget | None:
    """Find the control to draw around: the field itself, or the spin box or combo box it is part of."""
    if widget is None or isinstance(widget, QAbstractItemView):
        return None
    around = widget.parentWidget()
    if isinstance(widget, QLineEdit) and isinstance(around, (QComboBox, QAbstractSpinBox)):
        return around
    if isinstance(around, QWidget) and around.property("ringsChildren"):
        return around
    return widget if isinstance(widget, _RINGED) or widget.property("ring") else None


def _home_of(target: QWidget) -> QWidget:
    """Find where the ring may lie without being cut off: the window, or the scrolled surface the control is on."""
    inner, below, at = target, target, target.parentWidget()
    while at is not None:
        if isinstance(at, QAbstractScrollArea) and below is at.viewport():
            # The surface rather than the viewport: Python's handle of a viewport does not outlive a child made here.
            return below if inner is target else inner
        if at.isWindow():
            return at
        inner, below, at = below, at, at.parentWidget()
    return target.window()


def _alive(widget: QObject) -> bool:
    from shiboken6 import isValid

    return isValid(widget)
