"""Many changes in a page, one layout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget
from shiboken6 import isValid


@contextmanager
def laid_out_once(whole: QWidget) -> Iterator[None]:
    """Let what is shown and hidden within a widget be laid out once, when the event loop comes round.

    Showing a part lays out all that stands around it at once, up to the window. What is asked for meanwhile is
    remembered by the layouts, and done before the next paint.
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
