"""Making what will be shown later ready, a piece at a time, while nobody waits."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def polishing(panel: QWidget) -> Iterator[Callable[[], object]]:
    """Let a panel and all in it take their looks, part by part; those that have theirs are left alone."""
    for widget in (panel, *panel.findChildren(QWidget)):
        if isValid(widget) and not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            yield widget.ensurePolished


def preparing(panel: QWidget, size: QSize) -> Iterator[Callable[[], object]]:
    """Let a panel that will be shown later take its looks and its place, part by part: most of what a showing costs."""
    yield from polishing(panel)
    # Laid out last: what is styled afterwards would ask for it again.
    yield partial(panel.resize, size)
    layout = panel.layout()
    if layout is not None:
        yield layout.activate
