"""The screens that are plugged in now. Stands between the room's window and Qt, so that a test can pull a cable."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.audience.screens import ScreenFacts


class PluggedScreens(QObject):
    """Signals: `removed(key)` when a screen is gone, `added(key)` when one has come."""

    removed = Signal(str)
    added = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._removed)
            app.screenAdded.connect(self._added)

    def facts(self, leader: QWidget) -> list[ScreenFacts]:
        """Return all screens; `leader` tells which one the leader sits at."""
        leaders = leader.window().screen()
        return [
            ScreenFacts(screen_key(s), s.name(), s.size().width(), s.size().height(), s is leaders)
            for s in QGuiApplication.screens()
        ]

    def screen(self, key: str) -> QScreen:
        """Return the screen with a key, the first one when it is not there."""
        return next((s for s in QGuiApplication.screens() if screen_key(s) == key), QGuiApplication.primaryScreen())

    def _removed(self, screen: QScreen) -> None:
        self.removed.emit(screen_key(screen))

    def _added(self, screen: QScreen) -> None:
        self.added.emit(screen_key(screen))


def screen_key(screen: QScreen) -> str:
    """Return what a screen is remembered by: connector, maker and model."""
    return "|".join((screen.name(), screen.manufacturer(), screen.model()))
