"""The head of a panel that goes through things one at a time: where one is, and a step back or on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.labels import Label


class StepHead(QWidget):
    """`stepped(steps)` is sent with −1 or 1. More parts can be put in `row` before the two buttons."""

    stepped = Signal(int)

    def __init__(self, previous: str, following: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at, self._count = 0, 0
        self.place = Label("", "small", "muted")
        self.previous = IconButton("caret-left", previous, "secondary", "sm")
        self.next = IconButton("caret-right", following, "secondary", "sm")
        self.previous.clicked.connect(self.step_back)
        self.next.clicked.connect(self.step_on)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.place, 1)
        self.row.addWidget(self.previous)
        self.row.addWidget(self.next)

    def show_place(self, words: str, at: int, count: int) -> None:
        """Show that we are at number `at` (from 0) of `count`."""
        self._at, self._count = at, count
        self.place.setText(words.format(number=at + 1, count=count))
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(at < count - 1)

    def step_back(self, _checked: bool = False) -> None:
        if self._at > 0:
            self.stepped.emit(-1)

    def step_on(self, _checked: bool = False) -> None:
        if self._at < self._count - 1:
            self.stepped.emit(1)
