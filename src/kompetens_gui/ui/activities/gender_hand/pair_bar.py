"""How many chose an answer about each version: two bars that differ by letter and pattern, not by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.domain.wording import translate
from kompetens_gui.ui.widgets.painted import PaintedWidget

_BAR, _GAP, _LETTER, _WORDS = 26, 10, 44, 150


class PairBar(PaintedWidget):
    """The bars are shares of those who answered about each version; the words say how many of how many."""

    def __init__(self, level: str = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._counts: tuple[int, ...] = (0, 0)
        self._totals: tuple[int, ...] = (0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: tuple[int, ...], totals: tuple[int, ...], names: tuple[str, ...]) -> None:
        self._counts, self._totals = counts, totals
        said = (
            f"{name}: {self._words(count, total)}" for name, count, total in zip(names, counts, totals, strict=True)
        )
        self.setAccessibleName(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        rows = max(1, len(self._counts))
        return QSize(self.px(400), rows * self._row() + (rows - 1) * self.px(_GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.level_font(self._level))
        for number, (count, total) in enumerate(zip(self._counts, self._totals, strict=True)):
            top = number * (self._row() + self.px(_GAP))
            self._paint_row(painter, number, top, count, total)
        painter.end()

    def _paint_row(self, painter: QPainter, number: int, top: int, count: int, total: int) -> None:
        tokens = self.tokens()
        letter, words, height = self.px(_LETTER), self.px(_WORDS), self._row()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRectF(0, top, letter, height), middle, chr(ord("A") + number))
        painter.drawText(QRectF(self.width() - words, top, words, height), middle, self._words(count, total))
        bar = self.px(_BAR)
        room = QRectF(letter, top + (height - bar) / 2, max(1, self.width() - letter - words - self.px(16)), bar)
        painter.setPen(QPen(QColor(tokens.border_strong), 1))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRect(room)
        if count and total:
            filled = QRectF(room.x(), room.y(), room.width() * count / total, bar)
            ink = QColor(tokens.accent)
            painter.setPen(QPen(ink, 2))
            painter.setBrush(QBrush(ink) if number == 0 else QBrush(ink, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(filled)

    def _row(self) -> int:
        return max(self.px(_BAR), round(self.level_font(self._level).pixelSize() * 1.3))

    def _words(self, count: int, total: int) -> str:
        return translate("GenderHand", "{count} av {total}").format(count=count, total=total)
