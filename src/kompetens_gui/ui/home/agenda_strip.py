"""The agenda in one row, each part as wide as its minutes, with its clock time beneath."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kompetens_gui.ui.home.view_state import Block
from kompetens_gui.ui.home.words import clock, duration
from kompetens_gui.ui.widgets.painted import PaintedWidget

_GAP: Final = 4
_ALIGN: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class AgendaStrip(PaintedWidget):
    """Draws the agenda. A part too narrow for its title or time shows them when pointed at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._start: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_agenda(self, blocks: Sequence[Block], start: datetime | None) -> None:
        self._blocks, self._start = tuple(blocks), start
        self.setAccessibleName(self.tr("Dagordning"))
        self.setAccessibleDescription(", ".join(self._words(i) for i in range(len(self._blocks))))
        self.setVisible(bool(self._blocks))
        self.update()

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

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        title_font, time_font = self.level_font("small-strong"), self.level_font("meta")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        free_from = 0.0
        for index, (block, box) in enumerate(zip(self._blocks, self._boxes(), strict=True)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint_2 if block.with_case else tokens.surface))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor(tokens.text if block.with_case else tokens.text_2))
            painter.setFont(title_font)
            room = box.adjusted(self.px(10), 0, -self.px(4), 0)
            if room.width() >= self.px(24):
                painter.drawText(room, _ALIGN, self._fitted(block.title, QFontMetrics(title_font), room.width()))
            free_from = self._paint_time(painter, index, box, free_from, QFontMetrics(time_font))
        painter.end()

    def _paint_time(self, painter: QPainter, index: int, box: QRectF, free_from: float, metrics: QFontMetrics) -> float:
        """Write the clock time under a part unless the one before takes the room; tell where the next may begin."""
        time = self._time(index)
        if not time or box.x() < free_from:
            return free_from
        painter.setFont(self.level_font("meta"))
        painter.setPen(QColor(self.tokens().text_2))
        width = metrics.horizontalAdvance(time)
        painter.drawText(QRectF(box.x(), box.bottom() + self.px(6), width + 2, self.px(16)), _ALIGN, time)
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

    @staticmethod
    def _fitted(text: str, metrics: QFontMetrics, width: float) -> str:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
