"""Finding one's way on the scrolled page that an exercise stands on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_AIR: Final = 16


def scroll_to_top_of(widget: QWidget) -> None:
    """Scroll so that the upper edge of a widget is the first that is seen, once its page has been laid out."""
    QTimer.singleShot(0, widget, lambda: _scroll(widget))


def _scroll(widget: QWidget) -> None:
    area = page_around(widget)
    content = area.widget() if area is not None else None
    if area is not None and content is not None:
        area.verticalScrollBar().setValue(widget.mapTo(content, QPoint(0, 0)).y() - _AIR)


def page_around(widget: QWidget) -> QScrollArea | None:
    """Return the nearest scrolled page that a widget stands on."""
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QScrollArea):
            return at
        at = at.parentWidget()
    return None
