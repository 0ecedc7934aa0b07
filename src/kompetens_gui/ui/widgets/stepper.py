"""A number that is changed in steps: "− 25 min +"."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from kompetens_gui.ui.style.icons import icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label


class Stepper(QFrame):
    """Two buttons with a number between. `value_changed(int)` is sent when a person changes it.

    Up, + and right make it larger, down, − and left smaller, Page Up and Page Down by five steps, Home and End go
    to the ends.
    """

    value_changed = Signal(int)

    def __init__(
        self,
        name: str,
        value: int = 0,
        *,
        minimum: int = 0,
        maximum: int = 999,
        step: int = 1,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._unit, self._step = name, unit, step
        self._minimum, self._maximum, self._value = minimum, maximum, value
        self.setProperty("stepper", True)
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.minus = self._button("minus", self.tr("Minska {name}").format(name=name.lower()), -1)
        self.plus = self._button("plus", self.tr("Öka {name}").format(name=name.lower()), 1)
        self._number = Label("", "number")
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addWidget(self.minus)
        row.addWidget(self._number, 1)
        row.addWidget(self.plus)
        self._show()

    def value(self) -> int:
        return self._value

    def set_name(self, name: str) -> None:
        """Say what is counted from now on."""
        if name != self._name:
            self._name = name
            for button, words in (
                (self.minus, self.tr("Minska {name}").format(name=name.lower())),
                (self.plus, self.tr("Öka {name}").format(name=name.lower())),
            ):
                button.setAccessibleName(words)
                button.setToolTip(words)
            self._show()

    def set_value(self, value: int) -> None:
        """Set from the program's side, kept within the limits; nothing is sent."""
        self._value = min(self._maximum, max(self._minimum, value))
        self._show()

    def step_by(self, steps: int) -> None:
        """Do what the buttons do."""
        before = self._value
        self.set_value(before + steps * self._step)
        if self._value != before:
            self.value_changed.emit(self._value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Plus: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageUp: 5,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Minus: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_PageDown: -5,
            Qt.Key.Key_Home: -self._maximum,
            Qt.Key.Key_End: self._maximum,
        }.get(Qt.Key(event.key()))
        if steps is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            self.step_by(steps)

    def _button(self, icon_name: str, name: str, steps: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name, "text"))
        button.setIconSize(QSize(theme.px(16), theme.px(16)))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._clicked, steps))
        return button

    def _clicked(self, steps: int, _checked: bool = False) -> None:
        self.step_by(steps)

    def _show(self) -> None:
        words = f"{self._value}\N{NO-BREAK SPACE}{self._unit}" if self._unit else str(self._value)
        self._number.setText(words)
        self._number.setMinimumWidth(theme.px(72 if self._unit else 40, self))
        self.setAccessibleName(f"{self._name}: {words}")
        self.minus.setEnabled(self._value > self._minimum)
        self.plus.setEnabled(self._value < self._maximum)
