"""Keeps the room's window on the right screen and shows it the pictures of the running session."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.workshop.state import RoomPicture
from kompetens_gui.ui.audience.plugged_screens import PluggedScreens
from kompetens_gui.ui.audience.screens import Place, ScreenChoice, ScreenFacts, choose_screen, next_screen
from kompetens_gui.ui.audience.window import AudienceWindow

# The small picture waits until both windows have been painted and the leader's keys rest, but not longer than this.
PREVIEW_PAUSE_MS, PREVIEW_LONGEST_WAIT_S = 160, 0.6
PREVIEW_WIDTH = 400


class AudienceController(QObject):
    """Opens, places and closes the room's window; tells the leader how it stands and what it shows.

    Signals: `placed(ScreenChoice)` when the window was opened, moved or closed; `fell_back()` when the screen it should
    stand on is not there, `came_back()` when it is there again, `alone()` when there is no other screen to move to;
    `preview_changed(QPixmap)` shortly after each change of what the room sees; `key_pressed(QKeyEvent)`.
    `remember(screen_key, windowed)` is called with what the person chose.
    """

    placed = Signal(object)
    fell_back = Signal()
    came_back = Signal()
    alone = Signal()
    preview_changed = Signal(QPixmap)
    key_pressed = Signal(object)

    def __init__(
        self,
        leader: QWidget,
        remembered: str,
        windowed: bool,
        remember: Callable[[str, bool], None],
        screens: PluggedScreens | None = None,
    ) -> None:
        super().__init__(leader)
        self._leader = leader
        self._remembered = remembered
        self._windowed = windowed
        self._remember = remember
        self._lost = ""
        self._screens = screens or PluggedScreens(self)
        self.choice = ScreenChoice(Place.CLOSED, None)
        self.window = AudienceWindow()
        self.window.key_pressed.connect(self.key_pressed)
        self.window.close_wanted.connect(self.close)
        self._stale_since = 0.0
        self._preview = QTimer(self)
        self._preview.setSingleShot(True)
        self._preview.setInterval(PREVIEW_PAUSE_MS)
        self._preview.timeout.connect(self._send_preview)
        self._screens.removed.connect(self._screen_removed)
        self._screens.added.connect(self._screen_added)

    @property
    def is_open(self) -> bool:
        return self.choice.place != Place.CLOSED

    @property
    def is_windowed(self) -> bool:
        return self.choice.place == Place.WINDOW

    def show_picture(self, picture: RoomPicture) -> None:
        """Show the room a picture; one that is shown already costs nothing."""
        if self.window.view.show_picture(picture):
            self._refresh_preview()

    def preparing(self, kind: str) -> Iterator[Callable[[], object]]:
        """Make the room's panel of a kind before it is needed, piece by piece."""
        return self.window.view.preparing(kind)

    def open(self) -> None:
        """Show the window where it was last time, or on the best screen there is."""
        self._place(choose_screen(self._facts(), self._remembered, self._windowed))
        if self.choice.fell_back:
            self._lost = self._remembered
            self.fell_back.emit()

    def close(self) -> None:
        """Take the room's picture away; the session goes on."""
        self.window.hide()
        self.choice = ScreenChoice(Place.CLOSED, None)
        self.placed.emit(self.choice)

    def toggle(self) -> None:
        self.close() if self.is_open else self.open()

    def swap_screen(self) -> None:
        """Move to the next screen in turn and remember it; the leader's window gives way when it is the leader's."""
        screen = next_screen(self._facts(), self.choice.screen.key if self.choice.screen and self.is_open else "")
        if screen is None:
            self.alone.emit()
            return
        self._windowed = False
        self._remembered = screen.key
        self._lost = ""
        self._remember(screen.key, False)
        self._place(ScreenChoice(Place.FULL_SCREEN, screen))

    def toggle_windowed(self) -> None:
        """Change between full screen and window mode (for video meetings) and remember it."""
        wanted = self.choice.place != Place.WINDOW
        choice = choose_screen(self._facts(), self._remembered, wanted)
        self._windowed = wanted
        self._remember(self._remembered, wanted)
        if self.is_windowed and choice.place == Place.WINDOW:
            self.alone.emit()
            return
        self._place(choice)

    def set_dark(self, dark: bool) -> None:
        self.window.view.set_dark(dark)
        self._refresh_preview()

    def preview(self) -> QPixmap:
        """Return the room's picture as it is now, small."""
        return self.window.view.small_picture(PREVIEW_WIDTH, self._leader.devicePixelRatioF())

    def dispose(self) -> None:
        """Close for good, together with the leader's window."""
        self._preview.stop()
        self.window.hide()
        self.window.deleteLater()

    def _refresh_preview(self) -> None:
        now = time.monotonic()
        if not self._preview.isActive():
            self._stale_since = now
        if now - self._stale_since < PREVIEW_LONGEST_WAIT_S:
            self._preview.start()

    def _send_preview(self) -> None:
        if self._leader.isVisible():
            self.preview_changed.emit(self.preview())

    def _place(self, choice: ScreenChoice) -> None:
        self.choice = choice
        if choice.screen is not None and choice.place == Place.FULL_SCREEN:
            if choice.screen.is_leaders:
                self._move_leader_from(choice.screen)
            self.window.show_full_screen_on(self._screens.screen(choice.screen.key))
        else:
            self.window.show_as_window_on(self._screens.screen(choice.screen.key if choice.screen else ""))
        # The keyboard stays with the leader, also where the system gives it to every new window.
        self._leader.window().activateWindow()
        self.placed.emit(choice)
        self._refresh_preview()

    def _move_leader_from(self, taken: ScreenFacts) -> None:
        """Let the leader's window trade places with the room's."""
        other = next((f for f in self._facts() if f.key != taken.key), None)
        if other is None:
            return
        window, area = self._leader.window(), self._screens.screen(other.key).availableGeometry()
        maximized = window.isMaximized()
        if maximized:
            window.showNormal()
        window.setGeometry(area.x(), area.y(), min(window.width(), area.width()), min(window.height(), area.height()))
        if maximized:
            window.showMaximized()

    def _screen_removed(self, key: str) -> None:
        if not self.is_open or self.choice.screen is None or self.choice.screen.key != key or self._windowed:
            return
        self._lost = key
        facts = [f for f in self._facts() if f.key != key]
        choice = choose_screen(facts, self._remembered, self._windowed)
        self._place(ScreenChoice(choice.place, choice.screen, fell_back=True))
        self.fell_back.emit()

    def _screen_added(self, key: str) -> None:
        """Go back to the screen that was lost, or out of a window that was only for want of a screen."""
        if not self.is_open or self._windowed:
            return
        if key in (self._lost, self._remembered) or self.is_windowed:
            wanted = key if key == self._lost else self._remembered
            self._lost = ""
            self._place(choose_screen(self._facts(), wanted or key, False))
            self.came_back.emit()

    def screens(self) -> list[ScreenFacts]:
        """Return the screens that are plugged in, for the settings."""
        return self._facts()

    def _facts(self) -> list[ScreenFacts]:
        return self._screens.facts(self._leader)
