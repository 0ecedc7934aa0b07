"""Which words changed, as text: what is new is bold and underlined, what is gone is struck through."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.word_diff import Change, Piece
from kompetens_gui.ui.style.tokens import Tokens

translate = QCoreApplication.translate


def changes_html(pieces: Sequence[Piece], tokens: Tokens) -> str:
    """Return the pieces as rich text; every piece is escaped."""
    parts = []
    for piece in pieces:
        text = escape(piece.text).replace("\n", "<br>")
        if piece.change == Change.ADDED:
            parts.append(f'<u style="font-weight: 600; color: {tokens.accent}">{text}</u>')
        elif piece.change == Change.REMOVED:
            parts.append(f'<s style="color: {tokens.text_3}">{text}</s>')
        else:
            parts.append(text)
    return "".join(parts)


def changes_said(pieces: Sequence[Piece]) -> str:
    """Return the changes as they are read aloud."""
    words = {
        Change.ADDED: translate("Changes", "tillagt: {text}"),
        Change.REMOVED: translate("Changes", "borttaget: {text}"),
        Change.KEPT: "{text}",
    }
    return " ".join(words[p.change].format(text=p.text.strip()) for p in pieces if p.text.strip())
