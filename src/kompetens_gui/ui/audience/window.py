"""The room's own window: full screen on the projector, or an ordinary window to share in a video meeting."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.ui.audience.room_view import RoomView

WINDOW_SHARE = 0.6


class AudienceWindow(QWidget):
    """Holds the room view. Keys pressed here (a presenter's remote) are handed to the leader.

    Signals: `key_pressed(QKeyEvent)`, `close_wanted()` when the person closes the window.
    """

    key_pressed = Signal(object)
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Kompetens – Åhörarvy"))
        self.view = RoomView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.resize(1920, 1080)

    def show_full_screen_on(self, screen: QScreen) -> None:
        """Fill a screen; the pointer is hidden over it."""
        self.showNormal()
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.setCursor(Qt.CursorShape.BlankCursor)

    def show_as_window_on(self, screen: QScreen) -> None:
        """Stand as an ordinary 16:9 window, to be shared in a meeting or moved by hand."""
        self.showNormal()
        self.setScreen(screen)
        area = screen.availableGeometry()
        width = int(area.width() * WINDOW_SHARE)
        height = min(int(width * 9 / 16), int(area.height() * 0.9))
        self.setGeometry(area.right() - width - 24, area.top() + 48, width, height)
        self.unsetCursor()
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.close_wanted.emit()
