"""Things side by side that go on in a new row where the width ends; `FlowLayout` for the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class FlowBox(QWidget):
    """Sets its widgets out by itself: a layout of our own would have to answer with values of the namespace `Qt`."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        self._spacing = spacing
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        widget.setParent(self)
        if self.isVisible():
            widget.show()
        self._items.append(widget)
        self.updateGeometry()

    def clear(self) -> None:
        """Take out and delete all widgets."""
        for widget in self._items:
            widget.hide()
            widget.deleteLater()
        self._items = []
        self.updateGeometry()

    def is_empty(self) -> bool:
        return not self._items

    def sizeHint(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, apply=False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange(self.width(), apply=True)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), apply=True)

    def _arrange(self, room: int, *, apply: bool) -> int:
        """Place the widgets within the width `room` and give the height they take."""
        x, y, row_height = 0, 0, 0
        for item in self._items:
            size = item.sizeHint()
            if x > 0 and x + size.width() > room:
                x, y, row_height = 0, y + row_height + self._spacing, 0
            if apply:
                item.setGeometry(x, y, min(size.width(), room), size.height())
            x += size.width() + self._spacing
            row_height = max(row_height, size.height())
        return y + row_height
