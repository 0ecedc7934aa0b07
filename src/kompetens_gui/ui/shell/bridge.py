"""The one place where news from another thread becomes a signal on the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """Give `pass_on` to whoever publishes news; `arrived(news)` is sent on the UI thread, in order, and never at once.

    Must be made on the UI thread.
    """

    arrived = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def pass_on(self, news: object) -> None:
        """Post news from any thread."""
        self._posted.emit(news)

    @Slot(object)
    def _deliver(self, news: object) -> None:
        self.arrived.emit(news)
