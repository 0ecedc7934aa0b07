"""The keys that lead a session, caught before a text field takes them: a presenter's remote must always work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kompetens_gui.ui.activities.base import OWN_PAGE_KEYS

LEADING_LETTERS = {Qt.Key.Key_B, Qt.Key.Key_E, Qt.Key.Key_G, Qt.Key.Key_J, Qt.Key.Key_M}
_PAGE_KEYS = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class LeadingKeys(QObject):
    """Watches what has the keyboard in a page's window, and the window itself for when nothing has.

    Not the whole application: Python would be asked about every event of every widget, and a panel would take twice
    as long to build. `page_key(bool)` is sent for Page Down (True) and Page Up (False). Letters with Ctrl that lead
    the session are kept from text fields too; on some desktops Ctrl+E goes to the end of the line. Only what turns
    pages of its own while somebody types in it keeps them (`OWN_PAGE_KEYS`).
    """

    page_key = Signal(bool)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._watched: list[QWidget] = []

    def start(self) -> None:
        """Catch keys from now on; call it when the page is shown."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._watched:
            app.focusChanged.connect(self._follow)
            self._follow(None, QApplication.focusWidget())

    def stop(self) -> None:
        """Leave every key alone; call it when the page is hidden."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._watched:
            app.focusChanged.disconnect(self._follow)
            self._leave()

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        self._leave()
        window = self._page.window()
        here = new is not None and new is not window and new.window() is window
        self._watched = [window, new] if here and new is not None else [window]
        for widget in self._watched:
            widget.installEventFilter(self)

    def _leave(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in LEADING_LETTERS
        if event.type() != QEvent.Type.KeyPress or event.key() not in _PAGE_KEYS:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or watched.property(OWN_PAGE_KEYS):
            return False
        # A key held down moves one step, not through the whole agenda.
        if not event.isAutoRepeat():
            self.page_key.emit(event.key() == Qt.Key.Key_PageDown)
        return True
