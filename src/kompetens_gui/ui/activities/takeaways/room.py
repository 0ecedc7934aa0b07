"""The numbered list, the ones that are taken along set off from the rest."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.activities.takeaways import TakeawaysRoom as TakeawaysView
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.chain_text import draw_lines, wrapped_lines
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import PaintedWidget

_STEPS = (1.4, 1.2, 1.0, 0.88, 0.76, 0.66)
_LEADING = 1.3
_MOST_LINES = 3


class NumberedList(PaintedWidget):
    """Numbers in filled discs for the first `count`, plain for the others; as large as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[str, ...] = ()
        self._count = 0

    def show_items(self, items: tuple[str, ...], count: int) -> None:
        self._items, self._count = items, count
        self.setAccessibleName("; ".join(f"{i}. {text}" for i, text in enumerate(items, 1)))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step in _STEPS:
            rows = [self._row(place, text, step) for place, text in enumerate(self._items)]
            gap = self.px(28) * step
            if sum(height + gap for _, _, height in rows) <= self.height():
                break
        y = 0.0
        for place, (font, lines, height) in enumerate(rows):
            self._paint(painter, y, place, font, lines, height)
            y += height + gap
        painter.end()

    def _row(self, place: int, text: str, step: float) -> tuple[QFont, list[str], float]:
        font = QFont(self.level_font("h1" if place < self._count else "body"))
        least = self.level_font("meta").pixelSize()
        font.setPixelSize(max(least, round(font.pixelSize() * step)))
        lines = wrapped_lines(text, font, self.width() - self._side(font) * 1.5, _MOST_LINES)
        return font, lines, max(self._side(font), len(lines) * font.pixelSize() * _LEADING)

    def _side(self, font: QFont) -> float:
        return font.pixelSize() * 1.5

    def _paint(self, painter: QPainter, y: float, place: int, font: QFont, lines: list[str], height: float) -> None:
        tokens, side = self.tokens(), self._side(font)
        first = place < self._count
        disc = QRectF(0, y, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if first else tokens.surface_3))
        painter.drawEllipse(disc)
        number = QFont(font)
        number.setPixelSize(round(font.pixelSize() * 0.8))
        painter.setFont(number)
        painter.setPen(QColor(tokens.on_accent if first else tokens.text_2))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        painter.setPen(QColor(tokens.text if first else tokens.text_2))
        line = font.pixelSize() * _LEADING
        top = y + max(0.0, (side - len(lines) * line) / 2)
        draw_lines(painter, QPointF(side * 1.5, top), lines, font, line)


class TakeawaysRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = Label("", "display", wrap=True)
        self.list = NumberedList()
        self.body.addWidget(self.prompt)
        self.body.addWidget(self.list, 1)

    def show_view(self, view: TakeawaysView | None) -> None:
        if view is not None:
            self.prompt.setText(view.prompt)
            self.list.show_items(view.items, view.count)
