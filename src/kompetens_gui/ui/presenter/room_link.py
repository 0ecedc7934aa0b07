"""Joins Ledarvyn to the room's window: how it stands, what it shows, and keys pressed in it."""

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPixmap

from kompetens_gui.domain.workshop.state import RoomPicture
from kompetens_gui.ui.presenter.page import PresenterPage


class RoomControls(Protocol):
    """What Ledarvyn asks of the room's window."""

    placed: SignalInstance
    fell_back: SignalInstance
    came_back: SignalInstance
    alone: SignalInstance
    preview_changed: SignalInstance
    key_pressed: SignalInstance

    @property
    def is_open(self) -> bool: ...

    @property
    def is_windowed(self) -> bool: ...

    def open(self) -> None: ...

    def close(self) -> None: ...

    def toggle(self) -> None: ...

    def swap_screen(self) -> None: ...

    def toggle_windowed(self) -> None: ...

    def show_picture(self, picture: RoomPicture) -> None: ...

    def preparing(self, kind: str) -> Iterator[Callable[[], object]]: ...


class Teller(Protocol):
    """What Ledarvyn tells the person with."""

    def tell(self, title: str, text: str = "") -> object: ...

    def inform(self, title: str, text: str = "") -> object: ...

    def fail(self, error: BaseException) -> object: ...


class RoomLink(QObject):
    """Signals: `next_wanted()`, `previous_wanted()`, `black_wanted()` for keys pressed in the room's window."""

    next_wanted = Signal()
    previous_wanted = Signal()
    black_wanted = Signal()

    def __init__(self, page: PresenterPage, room: RoomControls, tell: Teller, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._controls, self._tell = page, room, tell
        self._black = self._frozen = False
        page.room.toggle_wanted.connect(room.toggle)
        page.room.swap_wanted.connect(room.swap_screen)
        page.room.window_wanted.connect(room.toggle_windowed)
        room.placed.connect(self._placed)
        room.fell_back.connect(self._fell_back)
        room.came_back.connect(self._came_back)
        room.alone.connect(self._alone)
        room.preview_changed.connect(self._show_preview)
        room.key_pressed.connect(self._key)

    def show_state(self, black: bool, frozen: bool) -> None:
        """Say in words how the room's picture stands."""
        self._black, self._frozen = black, frozen
        room = self._controls
        self._page.room.show_placement(room.is_open, room.is_windowed, black, frozen)

    def _placed(self, _choice: object) -> None:
        self.show_state(self._black, self._frozen)

    def _fell_back(self) -> None:
        self._tell.inform(
            self.tr("Projektorn är inte ansluten"),
            self.tr("Åhörarvyn visas i ett fönster på den här skärmen och flyttar tillbaka när du sätter i kabeln.")
            if self._controls.is_windowed
            else self.tr("Åhörarvyn visas på en annan skärm. Byt med F8."),
        )

    def _came_back(self) -> None:
        self._tell.tell(self.tr("Projektorn är ansluten igen"), self.tr("Åhörarvyn visas där."))

    def _alone(self) -> None:
        self._tell.inform(
            self.tr("Bara en skärm är ansluten"), self.tr("Åhörarvyn visas i ett fönster. F5 stänger av och på den.")
        )

    def _show_preview(self, pixmap: QPixmap) -> None:
        self._page.room.preview.show_pixmap(pixmap)

    def _key(self, event: QKeyEvent) -> None:
        """Keys pressed in the room's window: a remote, or the leader who clicked there."""
        if event.isAutoRepeat():
            return
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space):
            self.next_wanted.emit()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            self.previous_wanted.emit()
        elif event.key() in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self.black_wanted.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self._controls.close()
        elif event.key() == Qt.Key.Key_F8:
            self._controls.swap_screen()
        elif event.key() == Qt.Key.Key_F9:
            self._controls.toggle_windowed()
