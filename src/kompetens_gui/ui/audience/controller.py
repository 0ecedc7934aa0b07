"""Keeps the room's window on the right screen and shows it the pictures of the running session."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.workshop.state import RoomPicture
from kompetens_gui.ui.audience.screens import Place, ScreenChoice, ScreenFacts, choose_screen, next_screen
from kompetens_gui.ui.audience.window import AudienceWindow

PREVIEW_PAUSE_MS = 90


class AudienceController(QObject):
    """Opens, places and closes the room's window; tells the leader how it stands and what it shows.

    Signals: `placed(ScreenChoice)` when the window was opened, moved or closed; `fell_back()` when the screen it stood
    on is gone; `preview_changed(QPixmap)` shortly after each change of what the room sees; `key_pressed(QKeyEvent)`.
    `remember(screen_key, windowed)` is called with what the person chose.
    """

    placed = Signal(object)
    fell_back = Signal()
    preview_changed = Signal(QPixmap)
    key_pressed = Signal(object)

    def __init__(self, leader: QWidget, remembered: str, windowed: bool, remember: Callable[[str, bool], None]) -> None:
        super().__init__(leader)
        self._leader = leader
        self._remembered = remembered
        self._windowed = windowed
        self._remember = remember
        self.choice = ScreenChoice(Place.CLOSED, None)
        self.window = AudienceWindow()
        self.window.key_pressed.connect(self.key_pressed)
        self.window.close_wanted.connect(self.close)
        self._preview = QTimer(self)
        self._preview.setSingleShot(True)
        self._preview.setInterval(PREVIEW_PAUSE_MS)
        self._preview.timeout.connect(self._send_preview)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._screen_removed)
            app.screenAdded.connect(self._screen_added)

    @property
    def is_open(self) -> bool:
        return self.choice.place != Place.CLOSED

    @property
    def is_windowed(self) -> bool:
        return self.choice.place == Place.WINDOW

    def show_picture(self, picture: RoomPicture) -> None:
        self.window.view.show_picture(picture)
        self._preview.start()

    def open(self) -> None:
        """Show the window where it was last time, or on the best screen there is."""
        self._place(choose_screen(self._facts(), self._remembered, self._windowed))
        if self.choice.fell_back:
            self.fell_back.emit()

    def close(self) -> None:
        """Take the room's picture away; the session goes on."""
        self.window.hide()
        self.choice = ScreenChoice(Place.CLOSED, None)
        self.placed.emit(self.choice)

    def toggle(self) -> None:
        self.close() if self.is_open else self.open()

    def swap_screen(self) -> None:
        """Move to the next screen in turn and remember it."""
        facts = self._facts()
        current = self.choice.screen.key if self.choice.screen else ""
        screen = next_screen(facts, current)
        if screen is None:
            return
        self._windowed = False
        self._remembered = screen.key
        self._remember(screen.key, False)
        self._place(ScreenChoice(Place.FULL_SCREEN, screen))

    def toggle_windowed(self) -> None:
        """Change between full screen and window mode (for video meetings) and remember it."""
        self._windowed = self.choice.place != Place.WINDOW
        self._remember(self._remembered, self._windowed)
        self._place(choose_screen(self._facts(), self._remembered, self._windowed))

    def set_dark(self, dark: bool) -> None:
        self.window.view.set_dark(dark)
        self._preview.start()

    def preview(self) -> QPixmap:
        """Return the room's picture as it is now."""
        return self.window.view.grab()

    def dispose(self) -> None:
        """Close for good, together with the leader's window."""
        self.window.hide()
        self.window.deleteLater()

    def _send_preview(self) -> None:
        self.preview_changed.emit(self.preview())

    def _place(self, choice: ScreenChoice) -> None:
        self.choice = choice
        screen = self._screen(choice)
        if screen is not None and choice.place == Place.FULL_SCREEN:
            self.window.show_full_screen_on(screen)
        elif screen is not None:
            self.window.show_as_window_on(screen)
        self._leader.window().activateWindow()
        self.placed.emit(choice)
        self._preview.start()

    def _screen_removed(self, screen: QScreen) -> None:
        if self.is_open and self.choice.screen is not None and self.choice.screen.key == screen_key(screen):
            facts = [f for f in self._facts() if f.key != screen_key(screen)]
            choice = choose_screen(facts, self._remembered, self._windowed)
            self._place(ScreenChoice(choice.place, choice.screen, fell_back=True))
            self.fell_back.emit()

    def _screen_added(self, screen: QScreen) -> None:
        if self.is_open and not self._windowed and screen_key(screen) == self._remembered:
            self._place(choose_screen(self._facts(), self._remembered, self._windowed))

    def _facts(self) -> list[ScreenFacts]:
        leaders = self._leader.window().screen()
        return [
            ScreenFacts(screen_key(s), s.name(), s.size().width(), s.size().height(), s is leaders)
            for s in QGuiApplication.screens()
        ]

    def _screen(self, choice: ScreenChoice) -> QScreen | None:
        wanted = choice.screen.key if choice.screen else ""
        return next((s for s in QGuiApplication.screens() if screen_key(s) == wanted), QGuiApplication.primaryScreen())


def screen_key(screen: QScreen) -> str:
    """Return what a screen is remembered by: connector, maker and model."""
    return "|".join((screen.name(), screen.manufacturer(), screen.model()))
