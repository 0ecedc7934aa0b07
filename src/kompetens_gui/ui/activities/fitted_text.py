"""Text for the room that is as large as its place allows, between two limits."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.painted import PaintedWidget

_STEPS = 8
_LEADING = 1.32
_BETWEEN = 0.5


class FittedText(PaintedWidget):
    """Plain text whose size goes from `largest` times that of `level` down to that of `least`: the first that fits."""

    def __init__(
        self,
        level: str = "h1",
        least: str = "body",
        color: str = "text",
        *,
        largest: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._level, self._least, self._color = level, least, color
        self._largest = largest
        self._text = ""
        self._found: tuple[tuple[str, QSize, int], tuple[QFont, list[QTextLayout]]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def text(self) -> str:
        return self._text

    def is_whole(self) -> bool:
        """Tell whether all of the text has room, so that nothing ends in dots."""
        font, blocks = self._fit()
        return not blocks or self._lay_out(font)[1] <= self.height() + font.pixelSize() * 0.2

    def sizeHint(self) -> QSize:
        return QSize(self.px(300), self.level_font(self._level).pixelSize() * 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        font, blocks = self._fit()
        painter = QPainter(self)
        painter.setPen(theme.color(self._color, self))
        y = 0.0
        line = font.pixelSize() * _LEADING
        for block in blocks:
            whole = int((self.height() - y + font.pixelSize() * 0.2) // line)
            if whole < block.lineCount():
                self._paint_beginning(painter, block, y, whole)
                break
            block.draw(painter, QPointF(0, y))
            y += block.lineCount() * line + font.pixelSize() * _BETWEEN
        painter.end()

    def _paint_beginning(self, painter: QPainter, block: QTextLayout, y: float, lines: int) -> None:
        """Paint the whole lines there is room for, and end the last one in three dots."""
        for index in range(lines - 1):
            block.lineAt(index).draw(painter, QPointF(0, y))
        if lines > 0:
            last = block.lineAt(lines - 1)
            units = block.text().encode("utf-16-le")
            rest = units[2 * last.textStart() :].decode("utf-16-le", "ignore")
            metrics = QFontMetricsF(block.font())
            painter.setFont(block.font())
            words = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QPointF(0, y + last.y() + last.ascent()), words)

    def _fit(self) -> tuple[QFont, list[QTextLayout]]:
        """Find the size that fits; looked for anew only when the text, the room or the scale has changed."""
        top = self.level_font(self._level)
        asked = (self._text, self.size(), top.pixelSize())
        if self._found is not None and self._found[0] == asked:
            return self._found[1]
        largest = top.pixelSize() * self._largest
        least = self.level_font(self._least).pixelSize()
        for step in range(_STEPS):
            font = QFont(top)
            font.setPixelSize(max(1, round(largest - (largest - least) * step / (_STEPS - 1))))
            blocks, height = self._lay_out(font)
            if height <= self.height():
                break
        self._found = asked, (font, blocks)
        return font, blocks

    def _lay_out(self, font: QFont) -> tuple[list[QTextLayout], float]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        blocks: list[QTextLayout] = []
        height = 0.0
        for paragraph in filter(None, (part.strip() for part in self._text.split("\n\n"))):
            block = QTextLayout(" ".join(paragraph.split()), font)
            block.setTextOption(option)
            block.beginLayout()
            while (line := block.createLine()).isValid():
                line.setLineWidth(max(1, self.width()))
                line.setPosition(QPointF(0, (block.lineCount() - 1) * font.pixelSize() * _LEADING))
            block.endLayout()
            blocks.append(block)
            height += block.lineCount() * font.pixelSize() * _LEADING
        return blocks, height + max(0, len(blocks) - 1) * font.pixelSize() * _BETWEEN
