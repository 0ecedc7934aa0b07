"""A few short answers side by side, of which none is chosen from the start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.widgets.buttons import Button

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class AnswerButtons(QWidget):
    """`chosen(key)` is sent when a person chooses. What is chosen has a tick as well as a colour.

    Tab stops once, at what is chosen or at the first; the arrows go between the answers, and Space chooses. A button
    group of Qt's would let no key past the first answer as long as none is chosen.
    """

    chosen = Signal(str)

    def __init__(self, about: str, answers: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.buttons: dict[str, Button] = {}
        for key, word in answers:
            button = Button(word, "secondary", "sm", parent=self)
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, key))
            button.installEventFilter(self)
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self.set_about(about)
        self._stop_tab()

    def set_about(self, about: str) -> None:
        """Say what is answered."""
        self.setAccessibleName(about)
        for button in self.buttons.values():
            name = self.tr("{answer}: {about}").format(answer=button.text(), about=about) if about else ""
            button.setAccessibleName(name)

    def current(self) -> str:
        """Return the key of what is chosen, empty for nothing."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def set_current(self, chosen: str) -> None:
        """Choose from the program's side, or nothing; nothing is sent."""
        for key, button in self.buttons.items():
            button.setChecked(key == chosen)
            if key == chosen and button.icon().isNull():
                button.set_icon_name("check-bold")
            elif key != chosen and not button.icon().isNull():
                button.setIcon(QIcon())
        self._stop_tab()

    def first(self) -> QWidget | None:
        """Return what takes the keyboard: the chosen answer, else the first."""
        return self.buttons.get(self.current()) or next(iter(self.buttons.values()), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows before a button does, for which they are another Tab."""
        step = _STEPS.get(Qt.Key(event.key())) if isinstance(event, QKeyEvent) else None
        buttons = list(self.buttons.values())
        if step is None or event.type() != QEvent.Type.KeyPress or watched not in buttons:
            return super().eventFilter(watched, event)
        here = next(place for place, button in enumerate(buttons) if button is watched)
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stop_tab(self) -> None:
        stop = self.first()
        for button in self.buttons.values():
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(strong if button is stop else click)

    def _choose(self, key: str, _checked: bool = False) -> None:
        self.set_current(key)
        self.chosen.emit(key)
