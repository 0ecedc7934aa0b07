"""A few short answers side by side, of which none is chosen from the start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from kompetens_gui.ui.widgets.buttons import Button


class AnswerButtons(QWidget):
    """`chosen(key)` is sent when a person chooses. What is chosen has a tick as well as a colour."""

    chosen = Signal(str)

    def __init__(self, about: str, answers: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.setAccessibleName(about)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        for key, word in answers:
            button = Button(word, "secondary", "sm", parent=self)
            button.setCheckable(True)
            button.setAccessibleName(self.tr("{answer}: {about}").format(answer=word, about=about))
            button.clicked.connect(partial(self._choose, key))
            self._group.addButton(button)
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)

    def current(self) -> str:
        """Return the key of what is chosen, empty for nothing."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def set_current(self, chosen: str) -> None:
        """Choose from the program's side, or nothing; nothing is sent."""
        self._group.setExclusive(bool(chosen))
        for key, button in self.buttons.items():
            was = button.isChecked()
            button.setChecked(key == chosen)
            if key == chosen and button.icon().isNull():
                button.set_icon_name("check-bold")
            elif key != chosen and (was or not button.icon().isNull()):
                button.setIcon(QIcon())

    def first(self) -> QWidget | None:
        """Return what takes the keyboard: the chosen answer, else the first."""
        return self.buttons.get(self.current()) or next(iter(self.buttons.values()), None)

    def _choose(self, key: str, _checked: bool = False) -> None:
        self.set_current(key)
        self.chosen.emit(key)
