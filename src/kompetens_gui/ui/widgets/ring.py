"""How far something has come, as a ring with the share in its middle and words under it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.painted import PaintedWidget

_SIDE: Final = 168
_LINE: Final = 14
_FULL: Final = 360 * 16
_TOP: Final = 90 * 16
NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class Ring(PaintedWidget):
    """A share, 0 to 1. The words are also what is read aloud."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._share, self._words = name, 0.0, ""
        self.set_ink("text")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, words: str) -> None:
        self._share, self._words = min(1.0, max(0.0, share)), words
        self.setAccessibleName(f"{self._name}: {self.percent()}, {words}")
        self.update()

    def percent(self) -> str:
        """Return the share as it is written; only what is whole is a hundred."""
        shown = 100 if self._share >= 1 else min(99, round(self._share * 100))
        return f"{shown}{NO_BREAK}%"

    def sizeHint(self) -> QSize:
        return QSize(self.px(_SIDE), self.px(_SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.px(_LINE)
        room = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("surface_3", self), width)
        painter.setPen(pen)
        painter.drawEllipse(room)
        if self._share > 0:
            pen.setColor(theme.color("ok" if self._share >= 1 else "accent", self))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(room, _TOP, -round(_FULL * self._share))
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        number = self.level_font("clock-small")
        words = self.level_font("dense")
        middle = self.height() / 2
        top = QRectF(0, middle - self.px(34), self.width(), self.px(44))
        painter.setPen(theme.color("text", self))
        painter.setFont(number)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, self.percent())
        painter.setPen(theme.color("text_2", self))
        painter.setFont(words)
        below = QRectF(0, middle + self.px(10), self.width(), self.px(24))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._words)
