"""All groups with their timers, painted as large as their number allows."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.activities.group_work.events import GroupStatus
from kompetens_gui.domain.activities.group_work.room import RoomGroup
from kompetens_gui.ui.activities.group_work.words import is_over, status_word, time_words
from kompetens_gui.ui.style.theme import with_tabular_figures
from kompetens_gui.ui.style.tokens import RADIUS_LARGE
from kompetens_gui.ui.widgets.chain_text import draw_lines, wrapped_lines
from kompetens_gui.ui.widgets.painted import PaintedWidget

TICK_MS = 250
_LEADING = 1.25


class RoomGroups(PaintedWidget):
    """A card per group; only the cards whose second has changed are painted anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[RoomGroup, ...] = ()
        self._times: tuple[str, ...] = ()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show_time)

    def show_groups(self, groups: tuple[RoomGroup, ...]) -> None:
        """Show groups; nothing is painted when nothing has changed."""
        if groups != self._groups:
            self._groups = groups
            self._times = self._now()
            said = (f"{g.name}, {status_word(g.status)[0]}, {t}" for g, t in zip(groups, self._times, strict=True))
            self.setAccessibleName("; ".join(said))
            self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, group in enumerate(self._groups):
            box = self._box(place)
            if box.intersects(QRectF(event.rect())):
                self._paint_card(painter, box, group, self._times[place])
        painter.end()

    @Slot()
    def _show_time(self) -> None:
        now = self._now()
        for place, (before, after) in enumerate(zip(self._times, now, strict=True)):
            if before != after:
                self.update(self._box(place).toAlignedRect())
        self._times = now

    def _now(self) -> tuple[str, ...]:
        return tuple(time_words(g.timer) for g in self._groups)

    def _box(self, place: int) -> QRectF:
        count = len(self._groups)
        columns = max(1, min(count, 3 if count <= 9 else 4 if count <= 12 else 5))
        rows = max(1, ceil(count / columns))
        gap = self.px(24)
        width = (self.width() - gap * (columns - 1)) / columns
        height = min((self.height() - gap * (rows - 1)) / rows, float(self.px(420)))
        return QRectF((place % columns) * (width + gap), (place // columns) * (height + gap), width, height)

    def _paint_card(self, painter: QPainter, box: QRectF, group: RoomGroup, time: str) -> None:
        tokens = self.tokens()
        edge, ground = {
            GroupStatus.WORKING: (tokens.border, tokens.surface_2),
            GroupStatus.DONE: (tokens.ok, tokens.ok_tint),
            GroupStatus.HELP: (tokens.warn, tokens.warn_tint),
        }[group.status]
        painter.setPen(QPen(QColor(edge), self.px(3)))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), RADIUS_LARGE, RADIUS_LARGE)
        inner = box.adjusted(self.px(24), self.px(14), -self.px(24), -self.px(14))
        name, clock = self._font("h3", "h1", box, 0.12), with_tabular_figures(self._font("h2", "clock", box, 0.24))
        clock_width = QFontMetricsF(clock).horizontalAdvance("00:00") if group.timer.left else 0.0
        line = max(clock.pixelSize(), name.pixelSize()) * _LEADING
        top = QRectF(inner.x(), inner.y(), inner.width(), line)
        self._one_line(painter, top.adjusted(0, 0, -clock_width - self.px(12), 0), name, tokens.text, group.name)
        if group.timer.left:
            painter.setFont(clock)
            painter.setPen(
                QColor(tokens.warn if is_over(group.timer) else tokens.text if group.timer.since else tokens.text_3)
            )
            painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, time)
        self._paint_details(painter, inner.adjusted(0, line, 0, 0), group, self._font("meta", "body", box, 0.1))

    def _paint_details(self, painter: QPainter, room: QRectF, group: RoomGroup, font: QFont) -> None:
        tokens = self.tokens()
        line = font.pixelSize() * _LEADING
        status = "" if group.status is GroupStatus.WORKING else status_word(group.status)[0]
        color = tokens.ok if group.status is GroupStatus.DONE else tokens.warn
        y = room.y()
        for words, ink in (
            (status, color),
            (group.about, tokens.text),
            (group.variant, tokens.text_2),
            (", ".join(group.members), tokens.text_2),
        ):
            left = int((room.bottom() - y) // line)
            if not words or left < 1:
                continue
            lines = wrapped_lines(words, font, room.width(), min(3, left))
            painter.setPen(QColor(ink))
            draw_lines(painter, QRectF(room.x(), y, 0, 0).topLeft(), lines, font, line)
            y += len(lines) * line

    def _one_line(self, painter: QPainter, room: QRectF, font: QFont, color: str, words: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _font(self, least: str, most: str, box: QRectF, share: float) -> QFont:
        """Return a font whose size is a share of the card's height, between those of two levels."""
        font = QFont(self.level_font(least))
        largest = max(font.pixelSize(), self.level_font(most).pixelSize())
        font.setPixelSize(round(min(largest, max(font.pixelSize(), box.height() * share))))
        return font
