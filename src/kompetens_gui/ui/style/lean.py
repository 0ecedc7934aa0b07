"""Ways to do without the namespace `Qt` until the first paint is done.

Whoever touches `Qt`, be it through a call that only might take one of its enumerations (`QPainter.setPen`, `setBrush`,
`QBrush(color)`), makes PySide6 build all hundred and thirty of them: a tenth of the whole start. What is painted first
uses these instead; a test holds the numbers against Qt's and tells when the namespace has been touched too early.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPalette, QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QColor

# For `setProperty`, which takes the number of an enumeration's value, and for the flags of `drawText`.
ALIGN_CENTER: Final = 0x0084
ALIGN_LEFT_MIDDLE: Final = 0x0081
PLAIN_TEXT: Final = 0
NO_FOCUS: Final = 0
STRONG_FOCUS: Final = 11
SCROLL_BAR_ALWAYS_OFF: Final = 1


def solid(color: QColor) -> QBrush:
    """Give `QBrush(color)`."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, color)
    return palette.brush(QPalette.ColorRole.Window)


def line(color: QColor, width: float) -> QPen:
    """Give `QPen(color, width)`, for `QPainter.strokePath`."""
    return QPen(solid(color), width)
