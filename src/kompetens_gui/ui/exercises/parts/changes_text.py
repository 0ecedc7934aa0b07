"""What changed between two wordings, as words that are struck through and underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.word_diff import Piece
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.word_changes import changes_html, changes_said


class ChangesText(Label):
    """Shows pieces in the colours of the theme in force."""

    def __init__(self, level: str = "body", parent: QWidget | None = None) -> None:
        super().__init__("", level, wrap=True, parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self._pieces: tuple[Piece, ...] = ()

    def show_changes(self, pieces: Sequence[Piece]) -> None:
        self._pieces = tuple(pieces)
        self.setText(changes_html(self._pieces, theme.tokens_for(self)))
        self.setAccessibleName(changes_said(self._pieces))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_pieces", None):
            self.setText(changes_html(self._pieces, theme.tokens_for(self)))
