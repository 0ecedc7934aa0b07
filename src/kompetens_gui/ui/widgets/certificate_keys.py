"""Which keys move the word caret, and how."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt

from kompetens_gui.ui.widgets.certificate_caret import WordCaret

_Key = Qt.Key
MOVES: Final = frozenset(
    {_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End},
)


def move(caret: WordCaret, key: Qt.Key, *, extend: bool, ctrl: bool) -> None:
    """Move by word, by sentence with Ctrl; up and down by line; Home and End in the line, with Ctrl in the whole."""
    steps = -1 if key in {_Key.Key_Left, _Key.Key_Up, _Key.Key_Home} else 1
    if key in {_Key.Key_Up, _Key.Key_Down}:
        caret.by_line(steps, extend=extend)
    elif key in {_Key.Key_Home, _Key.Key_End}:
        if ctrl:
            caret.to_edge(end=steps > 0, extend=extend)
        else:
            caret.to_line_edge(end=steps > 0, extend=extend)
    elif ctrl:
        caret.by_sentence(steps, extend=extend)
    else:
        caret.by_word(steps, extend=extend)
