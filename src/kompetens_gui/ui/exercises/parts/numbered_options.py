"""A few answers of which one is chosen by mouse, by arrows, or by number while the keyboard is among them."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent

from kompetens_gui.ui.exercises.option_list import OptionList, number_of


class NumberedOptions(OptionList):
    """An option list that takes its numbers itself, for pages where several lists stand."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press(number_of(event)):
            super().keyPressEvent(event)
