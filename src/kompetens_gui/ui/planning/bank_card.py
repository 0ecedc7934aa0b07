"""The bank: cases and moments to put into the plan."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.planning.bank_list import BankList
from kompetens_gui.ui.planning.view_state import BankRow
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.search_field import SearchField
from kompetens_gui.ui.widgets.segmented import SegmentedControl


class BankCard(Card):
    """Search, choice of part and the list.

    Signals: `asked(query, part)` when search or part changed.
    """

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bank"), dense=True, parent=parent)
        self.body.setContentsMargins(0, 20, 0, 12)
        self.body.setSpacing(12)
        self.head.setContentsMargins(20, 0, 20, 0)
        self.count = Label("", "small", "muted")
        self.add_to_head(self.count)
        self.search = SearchField(self.tr("Sök i banken"), keys="Ctrl K")
        self.search.setProperty("compact", True)
        self.search.query_changed.connect(self._ask)
        self.parts = SegmentedControl(
            self.tr("Visa i banken"),
            [("all", self.tr("Alla")), ("cases", self.tr("Fall")), ("moments", self.tr("Moment"))],
        )
        self.parts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.parts.chosen.connect(self._ask)
        self.list = BankList()
        self.list.setMinimumHeight(120)
        self.nothing = Label("", "small", "muted", wrap=True)
        self.nothing.setContentsMargins(20, 4, 20, 4)
        self.nothing.hide()
        for part in (self.search, self.parts):
            holder = _inset(part)
            self.add(holder)
        self.add(self.nothing)
        self.add(_inset(self.list, 12), 1)
        self.search.returnPressed.connect(self.list.focus_first)

    def show_rows(self, rows: Sequence[BankRow], total: int) -> None:
        """Show rows; `total` counts cases and moments that answer the search."""
        self.list.show_rows(rows)
        self.count.setText(self.tr("{n} delar").format(n=total) if total != 1 else self.tr("1 del"))
        query = self.search.text().strip()
        nothing = self.tr("Inget i banken svarar mot ”{query}”. Pröva färre ord.").format(query=query)
        self.nothing.setText(nothing if query else self.tr("Banken är tom."))
        self.nothing.setVisible(not rows)

    def tab_chain(self) -> list[QWidget]:
        """Return what takes the keyboard in the order it is read."""
        return [self.search, *(self.parts.button(part) for part in ("all", "cases", "moments")), self.list]

    def show_part(self, part: str) -> None:
        """Show all, cases or moments from the program's side."""
        self.parts.set_current(part)
        self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.focus_first()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.search.text(), self.parts.current())


def _inset(widget: QWidget, side: int = 20) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(side, 0, side, 0)
    layout.addWidget(widget)
    return holder
