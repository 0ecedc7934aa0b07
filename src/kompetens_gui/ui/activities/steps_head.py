"""The head of a panel with many steps: a step back or on, or straight to one of them from a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.activities.stepping import StepHead
from kompetens_gui.ui.widgets.layouts import choice_box


class StepsHead(StepHead):
    """`wanted(number)` is sent with the number (from 0) of the step that a person goes to."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        for button, words in (
            (self.previous, self.tr("Förra steget (Alt+←)")),
            (self.next, self.tr("Nästa steg (Alt+→)")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        self._names: tuple[str, ...] = ()
        self.jump = choice_box(self)
        self.jump.setProperty("compact", True)
        self.jump.setAccessibleName(self.tr("Gå till steg"))
        self.row.insertWidget(1, self.jump, 2)
        self.stepped.connect(self._step)
        self.jump.activated.connect(self.wanted)

    def show_steps(self, names: Sequence[str], at: int) -> None:
        """Show that we are at number `at` (from 0) of the steps with these names."""
        with QSignalBlocker(self.jump):
            if self._names != tuple(names):
                self._names = tuple(names)
                self.jump.clear()
                self.jump.addItems(list(names))
            self.jump.setCurrentIndex(at)
        self.show_place(self.tr("Steg {number} av {count}"), at, len(names))

    @Slot(int)
    def _step(self, steps: int) -> None:
        self.wanted.emit(self._at + steps)
