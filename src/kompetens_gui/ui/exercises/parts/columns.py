"""Cards under each other in a column of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.ui.style.tokens import CARD_GAP


def column_of(holder: QWidget, *parts: QWidget) -> QVBoxLayout:
    """Stack parts at the upper end of `holder`."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(CARD_GAP)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column
