"""Many changes in a page, one layout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid

_DEEPEST: Final = 20
"""So many widgets with a layout stand within each other at most, from a line of words to the window."""


@contextmanager
def laid_out_once(whole: QWidget, *, at_once: bool = True) -> Iterator[None]:
    """Let what is shown and hidden within a widget be laid out once, at the end.

    Showing a part lays out all that stands around it at once, up to the window. What is asked for meanwhile is
    remembered by the layouts. It is done here and not when the event loop comes round: a paint that was asked for
    before would come first, and show new words in the places of the old ones. Without `at_once` it is left to the
    event loop, for what takes turns with other work.
    """
    layouts = [layout for layout in whole.findChildren(QLayout) if layout.isEnabled()]
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            if isValid(layout):
                layout.setEnabled(True)
        for _ in range(_DEEPEST if at_once else 0):
            # One turn for each level: a layout asks the one around it, and what is asked for waits for the next turn.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
