"""Which two of the ways that have been gone the room sees side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.branching_together.state import Choices, LivedWay
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_left

_PICK_WIDTH = 240


class LivesPicker(QFrame):
    """`wanted(first, second)` is sent with the choices of two ways."""

    wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self._ways: tuple[LivedWay, ...] = ()
        self.first, self.second = choice_box(), choice_box()
        self.show_both = Button(self.tr("Visa två liv i rummet"), "secondary", "sm", icon_name="columns", parent=self)
        self.show_both.clicked.connect(self.ask)
        self.nothing = Label(
            self.tr("När ni har gått tillbaka och valt en annan väg går det att jämföra två liv."),
            "small",
            "muted",
            wrap=True,
            parent=self,
        )
        self.picks = ResponsiveColumns(spacing=12, parent=self)
        self.picks.add_column(Field(self.tr("Ett liv"), self.first, parent=self.picks), _PICK_WIDTH)
        self.picks.add_column(Field(self.tr("Och ett annat"), self.second, parent=self.picks), _PICK_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(Heading(self.tr("Två liv sida vid sida"), "h3", parent=self))
        column.addWidget(self.nothing)
        column.addWidget(self.picks)
        column.addLayout(at_left(self.show_both))

    @property
    def can_compare(self) -> bool:
        return len({way.choices for way in self._ways}) > 1

    def show_ways(self, ways: tuple[LivedWay, ...], pair: tuple[Choices, Choices] | None) -> None:
        """Offer the ways there are: those in the room first, else the last two."""
        if ways != self._ways:
            kept = (self._picked(self.first), self._picked(self.second))
            self._ways = ways
            known = [way.choices for way in ways]
            wanted = pair or (kept if all(k in known for k in kept) and kept[0] != kept[1] else None)
            for box, place in ((self.first, -2), (self.second, -1)):
                box.clear()
                box.addItems([way.name for way in ways])
                choice = wanted[0 if place == -2 else 1] if wanted else None
                at = known.index(choice) if choice in known else len(known) + place
                box.setCurrentIndex(max(0, at))
        for part in (self.picks, self.show_both):
            show_when(part, self.can_compare)
        show_when(self.nothing, not self.can_compare)

    @Slot()
    def ask(self) -> None:
        first, second = self._picked(self.first), self._picked(self.second)
        if self.can_compare and first and second:
            self.wanted.emit(first, second)

    def _picked(self, box: object) -> Choices:
        at = self.first.currentIndex() if box is self.first else self.second.currentIndex()
        return self._ways[at].choices if 0 <= at < len(self._ways) else ()
