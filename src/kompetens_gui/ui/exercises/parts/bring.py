"""Helps the eye to what has just come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.scrolling import page_around

_AIR = 24
_TURNS = 5
"""Texts that wrap find their height in turns: the page moves a little with each."""


def bring_into_view(widget: QWidget) -> None:
    """Scroll the page around a widget so far that its upper end is seen, once it has found its place."""
    QTimer.singleShot(0, widget, partial(_bring, widget, _TURNS))


def _bring(widget: QWidget, turns: int) -> None:
    if turns > 1:
        QTimer.singleShot(0, widget, partial(_bring, widget, turns - 1))
    area = page_around(widget)
    inside = area.widget() if area is not None else None
    if area is not None and inside is not None:
        top, bar, page = widget.mapTo(inside, QPoint(0, 0)).y(), area.verticalScrollBar(), area.viewport().height()
        if top < bar.value() or top + min(widget.height(), page) > bar.value() + page:
            bar.setValue(top - _AIR)
