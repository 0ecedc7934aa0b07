"""A group and which of a few numbered things it has chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.activities.hand_keys import hand_of
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.segmented import SegmentedControl

NONE = "0"


class GroupRow(QWidget):
    """A group with the numbers of the choices. `chosen(place)` with a place from 0, or -1 for none."""

    chosen = Signal(int)

    def __init__(self, name: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self.name = Label(name, "dense-strong", wrap=True, parent=self)
        numbers = [(str(n), str(n)) for n in range(1, count + 1)]
        self.picks = SegmentedControl(name, [*numbers, (NONE, self.tr("Inget"))], NONE, parent=self)
        for key in (*dict(numbers), NONE):
            words = self.tr("{group}: val {number}").format(group=name, number=key)
            self.picks.button(key).setAccessibleName(words if key != NONE else f"{name}: {self.tr('inget val')}")
        self.picks.chosen.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name, 1)
        row.addWidget(self.picks)

    def show_pick(self, place: int) -> None:
        self.picks.set_current(str(place + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number, down = hand_of(event)
        if 1 <= number <= self._count and not down:
            self.chosen.emit(number - 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit(-1)
        else:
            super().keyPressEvent(event)

    def _tell(self, key: str) -> None:
        self.chosen.emit(int(key) - 1)
