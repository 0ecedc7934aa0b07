"""The digits that count hands: each adds one, with Shift it takes one away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# Shift and a digit, on Swedish and on English keyboards.
_SHIFTED: Final = {
    Qt.Key.Key_Exclam: 1,
    Qt.Key.Key_QuoteDbl: 2,
    Qt.Key.Key_At: 2,
    Qt.Key.Key_NumberSign: 3,
    Qt.Key.Key_currency: 4,
    Qt.Key.Key_Dollar: 4,
    Qt.Key.Key_Percent: 5,
    Qt.Key.Key_Ampersand: 6,
    Qt.Key.Key_AsciiCircum: 6,
}
_BLOCKED: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def hand_of(event: QKeyEvent) -> tuple[int, bool]:
    """Return which digit 1–6 was pressed and whether it takes away; (0, False) for every other key."""
    key = Qt.Key(event.key())
    number = _SHIFTED.get(key) or (key - Qt.Key.Key_0 if Qt.Key.Key_1 <= key <= Qt.Key.Key_6 else 0)
    if not number or event.modifiers() & _BLOCKED:
        return 0, False
    return number, key in _SHIFTED or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
