"""A disc with a person's initials, or with a number of persons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.style.lean import ALIGN_CENTER
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_ellipse

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


_LETTERS: Final = 0.44
"""How much of the disc's height its letters may take."""


class Avatar(PaintedWidget):
    """Shows the initials of `name`, which is also what is read aloud; decoration next to the written name."""

    def __init__(self, name: str, size: int = 32, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self.set_ink("avatar_text")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self._initials = initials(name)
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._size), self.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_ellipse(painter, QRectF(self.rect()), QColor(tokens.accent_tint_2))
        font = self.level_font("label")
        # A disc that is kept smaller than the text size asks for has smaller letters.
        font.setPixelSize(min(font.pixelSize(), max(1, round(self.height() * _LETTERS))))
        painter.setFont(font)
        painter.drawText(self.rect(), ALIGN_CENTER, self._initials)
        painter.end()


def initials(name: str) -> str:
    """Give the first letters of the first and last word; a number stays as it is.

    >>> initials("Karin Maria Wallmark"), initials("åsa"), initials("12"), initials("")
    ('KW', 'Å', '12', '')
    """
    words = name.split()
    if not words or name.strip().isdigit():
        return name.strip()
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()
