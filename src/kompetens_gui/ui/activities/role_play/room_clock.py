"""What is left of the phase, counted down in the room on its own."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.activities.role_play.words import clock_said, clock_words, seconds_left
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.painted import PaintedWidget

TICK_MS = 250
_LARGEST = 3.0


class PhaseClock(PaintedWidget):
    """Shows mm:ss left of a phase as large as fits, and with a plus what it is over its time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes, self._used = 0, 0.0
        self._since: datetime | None = None
        self._words = ""
        self._late = False
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_phase(self, minutes: int, used: float, since: datetime | None) -> None:
        """Count down from what is left; with no `since` the clock stands."""
        self._minutes, self._used, self._since = minutes, used, since
        if since is None:
            self._tick.stop()
        else:
            self._tick.start()
        self._show()

    def text(self) -> str:
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(self.px(600), self.px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        font = self.level_font("clock")
        most = font.pixelSize() * _LARGEST
        wide = QFontMetricsF(font).horizontalAdvance(self._words) / font.pixelSize()
        size = min(most, self.height() * 0.9, self.width() * 0.9 / max(1.0, wide))
        large = QFont(font)
        large.setPixelSize(max(1, round(size)))
        painter = QPainter(self)
        painter.setFont(large)
        painter.setPen(theme.color("warn" if self._late else "text", self))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()

    @Slot()
    def _show(self) -> None:
        left = seconds_left(self._minutes, self._used, self._since)
        words = clock_words(left)
        if words != self._words:
            self._words, self._late = words, left < 0
            self.setAccessibleName(clock_said(left))
            self.update()
