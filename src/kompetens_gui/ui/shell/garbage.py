"""Looks for garbage on the UI thread alone.

Python looks for garbage on whichever thread happens to allocate. Were that a pool thread, it could take away windows
that belong to the UI thread, and Qt would crash.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500


class UiThreadGarbage(QObject):
    """Turns Python's own looking off and looks from the event loop instead, by the thresholds that hold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due; nothing when none is."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
                gc.collect(generation)
                return
