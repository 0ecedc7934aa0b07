"""The letter that stands for a type of impulse: filled for what a group has marked, dashed for what the case lifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.style.theme import FAMILIES
from kompetens_gui.ui.style.tokens import RADIUS_SMALL, Tokens
from kompetens_gui.ui.widgets.painted import PaintedWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LETTER_SHARE = 0.76
_THIN = 2.0


def paint_impulse_letter(painter: QPainter, box: QRectF, words: str, tokens: Tokens, *, own: bool) -> None:
    """Paint a letter, or a letter and a number, in a box of its height."""
    painter.save()
    if own:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
    else:
        pen = QPen(QColor(tokens.text), max(1.2, box.height() / 14))
        pen.setDashPattern([_THIN, _THIN])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.surface))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SMALL, RADIUS_SMALL)
    font = QFont(FAMILIES)
    font.setPixelSize(max(1, round(box.height() * _LETTER_SHARE)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(tokens.on_accent if own else tokens.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class ImpulseLetter(PaintedWidget):
    """The letter alone, beside its name."""

    def __init__(self, letter: str, size: int = 24, *, own: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter, self._size, self._own = letter, size, own
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(self._size), self.px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_impulse_letter(painter, QRectF(self.rect()), self._letter, self.tokens(), own=self._own)
        painter.end()
