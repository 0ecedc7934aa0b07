"""Finding one's way on the scrolled page that an exercise stands on, and helping the eye to what has just come."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_AIR: Final = 16
_TURNS: Final = 5
"""Texts that wrap find their height in turns: the page moves a little with each."""


def scroll_to_top_of(widget: QWidget) -> None:
    """Scroll so that the upper edge of a widget is the first that is seen, once its page has been laid out."""
    QTimer.singleShot(0, widget, lambda: _scroll(widget))


def _scroll(widget: QWidget) -> None:
    place = _place_on_page(widget)
    if place is not None:
        area, top = place
        area.verticalScrollBar().setValue(top - _AIR)


def bring_into_view(widget: QWidget) -> None:
    """Scroll so far that the upper end of a widget is seen, once it has found its place and where it is not seen."""
    QTimer.singleShot(0, widget, partial(_bring, widget, _TURNS))


def _bring(widget: QWidget, turns: int) -> None:
    if turns > 1:
        QTimer.singleShot(0, widget, partial(_bring, widget, turns - 1))
    place = _place_on_page(widget)
    if place is not None:
        area, top = place
        bar, page = area.verticalScrollBar(), area.viewport().height()
        if top < bar.value() or top + min(widget.height(), page) > bar.value() + page:
            bar.setValue(top - _AIR)


def _place_on_page(widget: QWidget) -> tuple[QScrollArea, int] | None:
    """Return the page around a widget and how far down on it the widget begins."""
    area = page_around(widget)
    content = area.widget() if area is not None else None
    return (area, widget.mapTo(content, QPoint(0, 0)).y()) if area is not None and content is not None else None


def keep_in_view(widget: QWidget) -> None:
    """Scroll so far that a widget which takes the keyboard is seen."""
    area = page_around(widget)
    if area is not None:
        area.ensureWidgetVisible(widget, 0, _AIR)


class SeenByKeyboard(QObject):
    """Watches widgets, and keeps the one that takes the keyboard in view: Qt does so for Tab alone."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        by_pointer = isinstance(event, QFocusEvent) and event.reason() == Qt.FocusReason.MouseFocusReason
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget) and not by_pointer:
            keep_in_view(watched)
        return False


def page_around(widget: QWidget) -> QScrollArea | None:
    """Return the nearest scrolled page that a widget stands on."""
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QScrollArea):
            return at
        at = at.parentWidget()
    return None
