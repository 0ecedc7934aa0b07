"""A choice among a few, all of them seen at once; the arrow keys change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget


class SegmentedControl(QFrame):
    """Shows (key, word) pairs side by side. `chosen(key)` is sent when a person picks one."""

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], current: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("segments", True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (key, word) in enumerate(options):
            self._buttons[key] = self._add(word, _place(index, len(options)), row)
        self._group.buttonToggled.connect(self._let_tab_come_to)
        self.set_current(current if current is not None else options[0][0])
        self._group.buttonClicked.connect(self._tell)

    def current(self) -> str:
        checked = self._group.checkedButton()
        return next(key for key, button in self._buttons.items() if button is checked)

    def set_current(self, key: str) -> None:
        """Choose from the program's side; nothing is sent."""
        self._buttons[key].setChecked(True)

    def button(self, key: str) -> QToolButton:
        return self._buttons[key]

    @Slot(QAbstractButton, bool)
    def _let_tab_come_to(self, chosen: QAbstractButton, checked: bool) -> None:
        """Qt lets Tab come to the segment that had the keyboard last: it is to be the chosen one, whoever chose it."""
        if checked:
            for button in self._buttons.values():
                other = Qt.FocusPolicy(Qt.FocusPolicy.StrongFocus.value & ~Qt.FocusPolicy.TabFocus.value)
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is chosen else other)

    @Slot(QAbstractButton)
    def _tell(self, _button: QAbstractButton) -> None:
        self.chosen.emit(self.current())

    def _add(self, word: str, place: str, row: QHBoxLayout) -> QToolButton:
        button = QToolButton()
        button.setText(word)
        button.setCheckable(True)
        button.setProperty("segment", place)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.addButton(button)
        row.addWidget(button, 1)
        return button


def _place(index: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if index == 0 else "last" if index == count - 1 else "middle"
