"""What changed between two wordings, as words that are struck through and underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.word_diff import Change, Piece
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
        self._pieces = runs(pieces)
        self.setText(changes_html(self._pieces, theme.tokens_for(self)))
        self.setAccessibleName(changes_said(self._pieces))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_pieces", None):
            self.setText(changes_html(self._pieces, theme.tokens_for(self)))


def runs(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join changes with only space between them, so that what is gone and what is new can each be read on."""
    found: list[Piece] = []
    gone, new = "", ""
    for place, piece in enumerate(pieces):
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        if piece.change == Change.REMOVED:
            gone += piece.text
        elif piece.change == Change.ADDED:
            new += piece.text
        elif not piece.text.strip() and (gone or new) and after is not None:
            gone, new = gone + piece.text, new + piece.text
        else:
            found += _changed(gone, new)
            gone, new = "", ""
            found.append(piece)
    return (*found, *_changed(gone, new))


def _changed(gone: str, new: str) -> Sequence[Piece]:
    if gone.strip() and new.strip() and not gone[-1].isspace():
        gone += " "
    return [Piece(change, text) for change, text in ((Change.REMOVED, gone), (Change.ADDED, new)) if text.strip()]
