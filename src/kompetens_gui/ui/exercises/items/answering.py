"""What every way of answering has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.exercises.item_answers import AnsweredView
from kompetens_gui.domain.study.questions import ItemAnswer


class Answering(QWidget):
    """Takes the answer to one item. `changed()` when `answer()` may be another than before."""

    changed = Signal()

    def answer(self) -> ItemAnswer | None:
        """Return the answer as it stands, None while it is not whole."""
        return None

    def show_answered(self, answered: AnsweredView) -> None:
        """Show how the answer went, part by part, and take no more answers."""

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        """Yield what makes the parts that only an answer brings, unseen and without words."""
        return iter(())

    def press(self, number: int) -> bool:
        """Do what a number key asks for; tells whether it meant anything."""
        return False

    def first(self) -> QWidget:
        """Return what takes the keyboard first."""
        return self
