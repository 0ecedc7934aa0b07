"""Keeps running text from growing wider than an eye follows back to the next line."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import READING_WIDTH


class ReadingWidth(QWidget):
    """Holds a text at the left of its room, at most `READING_WIDTH` wide."""

    def __init__(self, text: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(text, 1)
        row.addStretch(0)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_text"):
            self._fit()

    def _fit(self) -> None:
        self._text.setMaximumWidth(theme.px(READING_WIDTH, self))
