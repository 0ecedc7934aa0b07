"""A menu bar that takes no room until Alt is pressed; all that can be done is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar


class AltMenuBar(QMenuBar):
    """Shows itself, with its first menu open, when Alt is pressed and released alone; hides when its menus are left."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._alone = False
        self.setNativeMenuBar(False)
        self.setAccessibleName(self.tr("Menyrad"))
        self.hide()
        window.installEventFilter(self)

    def add_menu(self, title: str, actions: list[QAction | None]) -> QMenu:
        """Add a menu; `None` among the actions draws a line."""
        menu = self.addMenu(title)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.aboutToHide.connect(self._hide_soon)
        return menu

    def open_first(self) -> None:
        self.show()
        self.setFocus(Qt.FocusReason.MenuBarFocusReason)
        self.setActiveAction(self.actions()[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride} and isinstance(event, QKeyEvent):
            self._alone = event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat()
        elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            opens = self._alone and event.key() == Qt.Key.Key_Alt and not self.isVisible()
            self._alone = False
            if opens:
                QTimer.singleShot(0, self, self.open_first)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self._hide_soon()

    @Slot()
    def _hide_soon(self) -> None:
        # Moving from one menu to its neighbour closes the first before the second opens.
        QTimer.singleShot(120, self, self._hide_if_left)

    @Slot()
    def _hide_if_left(self) -> None:
        if QApplication.activePopupWidget() is None:
            self.hide()
