"""A timer that counts down on its own between two showings of the state."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.widgets.labels import Label

TICK_MS = 250


class TalkClock(Label):
    """Shows mm:ss left of a timer, and says when the time is out; hidden while no timer runs."""

    def __init__(self, level: Literal["clock", "clock-small"], parent: QWidget | None = None) -> None:
        super().__init__("", level, parent=parent)
        self._started: datetime | None = None
        self._seconds = 0
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show)
        self.hide()

    def show_timer(self, started: datetime | None, seconds: int) -> None:
        """Count down from `seconds` after `started`; None stops."""
        self._started, self._seconds = started, seconds
        self.setVisible(started is not None)
        if started is None:
            self._tick.stop()
        else:
            self._tick.start()
            self._show()

    def seconds_left(self) -> int:
        if self._started is None:
            return 0
        now = datetime.now(UTC) if self._started.tzinfo else datetime.now()  # compared with its like
        # Never more than was given: a clock that was set back must not lengthen the talk.
        return min(self._seconds, max(0, round(self._seconds - (now - self._started).total_seconds())))

    @Slot()
    def _show(self) -> None:
        left = self.seconds_left()
        words = f"{left // 60:02}:{left % 60:02}"
        if words != self.text():
            self.setText(words)
            self.set_tone("warn" if left == 0 else "")
            said = self.tr("Tiden är slut") if left == 0 else self.tr("{time} kvar").format(time=words)
            self.setAccessibleName(said)
