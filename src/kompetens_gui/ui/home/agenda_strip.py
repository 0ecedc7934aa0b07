"""The agenda in one row, each part as wide as its minutes, with its clock time beneath."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kompetens_gui.ui.home.view_state import Block
from kompetens_gui.ui.home.words import clock, duration
from kompetens_gui.ui.style.lean import ALIGN_LEFT_MIDDLE
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_rounded, show_when

_GAP: Final = 4
_DOTS: Final = "…"


class AgendaStrip(PaintedWidget):
    """Draws the agenda. A part too narrow for its title or time shows them when pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._start: datetime | None = None
        self.set_ink("text_2")
        self._case_titles = _CaseTitles(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_agenda(self, blocks: Sequence[Block], start: datetime | None) -> None:
        self._blocks, self._start = tuple(blocks), start
        self.setAccessibleName(self.tr("Dagordning"))
        self.setAccessibleDescription(", ".join(self._words(i) for i in range(len(self._blocks))))
        show_when(self, bool(self._blocks))
        self.update()
        self._case_titles.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(320), self.px(32 + 6 + 16))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = next((i for i, box in enumerate(self._boxes()) if box.contains(event.pos().toPointF())), None)
            QToolTip.showText(event.globalPos(), self._words(at) if at is not None else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._case_titles.resize(self.size())

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(self.level_font("meta"))
        free_from = 0.0
        for index, (block, box) in enumerate(zip(self._blocks, self._boxes(), strict=True)):
            ground = tokens.accent_tint_2 if block.with_case else tokens.surface
            fill_rounded(painter, box, QColor(ground), 6)
            free_from = self._paint_time(painter, index, box, free_from, metrics)
        self.paint_titles(painter, with_case=False)
        painter.end()

    def paint_titles(self, painter: QPainter, *, with_case: bool) -> None:
        """Write the titles of one sort of part, in the colour the painter has."""
        font = self.level_font("small-strong")
        painter.setFont(font)
        for block, box in zip(self._blocks, self._boxes(), strict=True):
            room = box.adjusted(self.px(10), 0, -self.px(4), 0)
            if block.with_case is with_case and room.width() >= self.px(24):
                painter.drawText(room, ALIGN_LEFT_MIDDLE, _fitted(block.title, font, int(room.width())))

    def _paint_time(self, painter: QPainter, index: int, box: QRectF, free_from: float, metrics: QFontMetrics) -> float:
        """Write the clock time under a part unless the one before takes the room; tell where the next may begin."""
        time = self._time(index)
        if not time or box.x() < free_from:
            return free_from
        painter.setFont(self.level_font("meta"))
        width = metrics.horizontalAdvance(time)
        painter.drawText(QRectF(box.x(), box.bottom() + self.px(6), width + 2, self.px(16)), ALIGN_LEFT_MIDDLE, time)
        return box.x() + width + self.px(6)

    def _boxes(self) -> list[QRectF]:
        total = sum(block.minutes for block in self._blocks)
        room = max(0.0, self.width() - _GAP * (len(self._blocks) - 1))
        boxes, x = [], 0.0
        for block in self._blocks:
            width = room * block.minutes / total
            boxes.append(QRectF(x, 0, width, self.px(32)))
            x += width + _GAP
        return boxes

    def _time(self, index: int) -> str:
        if self._start is None:
            return ""
        return clock(self._start + timedelta(minutes=sum(b.minutes for b in self._blocks[:index])))

    def _words(self, index: int) -> str:
        block = self._blocks[index]
        return " ".join(part for part in (self._time(index), block.title, f"({duration(block.minutes)})") if part)


class _CaseTitles(PaintedWidget):
    """The titles of parts with a case, over the strip: they are written in another colour than the rest."""

    def __init__(self, strip: AgendaStrip) -> None:
        super().__init__(strip)
        self._strip = strip
        self.set_ink("text")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._strip.paint_titles(painter, with_case=True)
        painter.end()


def _fitted(text: str, font: QFont, width: int) -> str:
    """Give what `QFontMetrics.elidedText` would, which asks for the namespace `Qt` (see `style.lean`)."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return text
    room = width - metrics.horizontalAdvance(_DOTS)
    fitting = (text[:end] for end in range(len(text) - 1, 0, -1))
    return next((start for start in fitting if metrics.horizontalAdvance(start) < room), "") + _DOTS
