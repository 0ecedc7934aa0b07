"""Cards in rows that fill the width, all of a row equally high."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.ui.style.theme import theme


class CardGrid(QWidget):
    """Sets its cards out by itself: as many per row as are given their least width, spread evenly over the rows."""

    def __init__(self, least: int, most: int, spacing: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most, self._spacing = least, most, spacing
        self._cards: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, card: QWidget) -> None:
        """Take in a card that was made in this grid."""
        self._cards.append(card)
        if self.isVisible():
            card.show()
        self.updateGeometry()

    def clear(self) -> None:
        """Take out and delete all cards."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        self.updateGeometry()

    def cards(self) -> list[QWidget]:
        return list(self._cards)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._least, self), theme.px(120, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80, self), 1)

    def hasHeightForWidth(self) -> bool:
        return True

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

    def _rows(self, width: int) -> list[list[QWidget]]:
        per_row = max(1, min(self._most, (width + self._spacing) // (theme.px(self._least, self) + self._spacing)))
        count = -(-len(self._cards) // per_row)
        rows: list[list[QWidget]] = []
        at = 0
        for row in range(count):
            size = -(-(len(self._cards) - at) // (count - row))
            rows.append(self._cards[at : at + size])
            at += size
        return rows

    def _arrange(self, width: int, *, apply: bool) -> int:
        y = 0
        for row in self._rows(width):
            each = (width - self._spacing * (len(row) - 1)) // len(row)
            height = max(_height(card, each) for card in row)
            if apply:
                for index, card in enumerate(row):
                    card.setGeometry(index * (each + self._spacing), y, each, height)
            y += height + self._spacing
        return max(0, y - self._spacing)


def _height(card: QWidget, width: int) -> int:
    return card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
