"""The fold-out beside the work: one thing at a time, closed with Esc or its cross."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.layouts import side_scroll

Page = TypeVar("Page", bound=QWidget)


class Aside(QFrame):
    """Holds pages by name. `closed()` is sent when a person closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        self._close = IconButton("x", self.tr("Stäng rutan"), size="sm", parent=self)
        self._close.clicked.connect(self.close_page)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 4, 8)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        corner = QVBoxLayout()
        corner.addWidget(self._close)
        corner.addStretch(1)
        layout.addLayout(corner)
        self.hide()

    def add_page(self, name: str, make: Callable[[QWidget], Page]) -> Page:
        """Add a page that is made in its place: what is moved there later would be styled anew."""
        area, body = side_scroll(self._stack)
        self._stack.addWidget(area)
        inside = body.parentWidget()
        assert inside is not None
        page = make(inside)
        body.addWidget(page)
        self._pages[name] = area
        return page

    def page(self) -> str:
        """Return the name of the open page, empty when the fold-out is closed."""
        if self.isHidden():
            return ""
        return next((name for name, area in self._pages.items() if area is self._stack.currentWidget()), "")

    def open_page(self, name: str) -> None:
        self._stack.setCurrentWidget(self._pages[name])
        self.show()

    @Slot()
    def close_page(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)
