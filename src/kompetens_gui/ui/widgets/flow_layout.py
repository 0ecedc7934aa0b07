"""A layout that sets things side by side and goes on in a new row where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """With `right` the rows end at the right edge instead of beginning at the left."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8, right: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._right = right
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def clear(self) -> None:
        """Take out and delete all widgets."""
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        """Place the items within the width of `rect` and give the height they take."""
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        y = room.y()
        rows = self._rows(room.width())
        for row in rows:
            width = sum(size.width() for _, size in row) + self.spacing() * (len(row) - 1)
            x = room.x() + (max(0, room.width() - width) if self._right else 0)
            for item, size in row:
                if apply:
                    item.setGeometry(QRect(QPoint(x, y), QSize(min(size.width(), room.width()), size.height())))
                x += size.width() + self.spacing()
            y += max(size.height() for _, size in row) + self.spacing()
        return y - (self.spacing() if rows else 0) - rect.y() + margins.bottom()

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items row by row, with their sizes."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if not rows or taken + self.spacing() + size.width() > width:
                rows.append([])
                taken = -self.spacing()
            rows[-1].append((item, size))
            taken += self.spacing() + size.width()
        return rows
