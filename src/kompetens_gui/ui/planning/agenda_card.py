"""The card with the agenda: whether it fits the time, which cases it works with, and the blocks."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.agenda_board import AgendaBoard
from kompetens_gui.ui.planning.columns import ColumnScroll
from kompetens_gui.ui.planning.view_state import PlanView, SlotView
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.progress import Bar
from kompetens_gui.ui.widgets.tags import StatusText

LONGEST_TITLE = 18


class AgendaCard(Card):
    """Signals: `slot_case_wanted(slot)`, `slot_look_wanted(slot)`, `slot_cleared(slot)`."""

    slot_case_wanted = Signal(int)
    slot_look_wanted = Signal(int)
    slot_cleared = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dagordning"), dense=True, parent=parent)
        self.body.setContentsMargins(20, 20, 8, 12)
        self.body.setSpacing(12)
        self.head.setContentsMargins(0, 0, 12, 0)
        self.fits = StatusText("", "ok")
        self.add_to_head(self.fits)
        self.bar = Bar()
        self.board = AgendaBoard()
        self.slot_row = QWidget()
        self.slot_row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._slot_flow = FlowLayout(self.slot_row, spacing=8)
        self.slot_buttons: list[Button] = []
        self._slots: tuple[SlotView, ...] = ()
        self.empty = EmptyState(
            "list-bullets",
            self.tr("Inga moment än"),
            self.tr("Lägg till moment från banken med plustecknet, eller dra dem hit."),
        )
        for part in (self.bar, self.slot_row):
            self.add(_beside_scrollbar(part))
        self.pane = ColumnScroll()
        self.pane.body.setContentsMargins(4, 4, 12, 8)
        self.pane.body.addWidget(self.board)
        self.pane.body.addWidget(self.empty)
        self.pane.body.addStretch(1)
        self.add(self.pane, 1)

    def show_view(self, view: PlanView) -> None:
        used, room = view.agenda.used, view.agenda.room
        text, status = words.budget(used, room)
        self.fits.set_status(text, status)
        self.bar.set_share(used / room if room else 1.0, "warn" if used > room else "accent")
        self.bar.setAccessibleName(text)
        self._show_slots(view)
        self.board.show_view(view)
        self.board.setVisible(bool(view.agenda.blocks) or view.locked)
        self.empty.setVisible(not view.agenda.blocks and not view.locked)

    def _show_slots(self, view: PlanView) -> None:
        self.slot_row.setVisible(bool(view.slots))
        if view.slots == self._slots and bool(self.slot_buttons) == bool(view.slots):
            for button in self.slot_buttons:
                button.setEnabled(not view.locked)
            return
        self._slots = view.slots
        focused = next((i for i, b in enumerate(self.slot_buttons) if b.hasFocus()), None)
        self._slot_flow.clear()
        self.slot_buttons = [self._slot_button(slot) for slot in view.slots]
        for button in self.slot_buttons:
            button.setEnabled(not view.locked)
            self._slot_flow.addWidget(button)
        if focused is not None and focused < len(self.slot_buttons):
            self.slot_buttons[focused].setFocus()
        self.slot_row.updateGeometry()

    def _slot_button(self, slot: SlotView) -> Button:
        if slot.case_id is None:
            text = self.tr("Fall {n}: välj i banken").format(n=slot.number)
            button = Button(text, "secondary", "sm", icon_name="plus")
            button.clicked.connect(partial(self._ask, slot.number))
            return button
        title = slot.title if len(slot.title) <= LONGEST_TITLE else slot.title[: LONGEST_TITLE - 1].rstrip() + "…"
        text = self.tr("Fall {n}: {title}").format(n=slot.number, title=title).replace("&", "&&")
        button = Button(text, "tonal", "sm", icon_name="folder")
        button.setToolTip(slot.title)
        menu = QMenu(button)
        menu.addAction(self.tr("Visa fallet"), partial(self.slot_look_wanted.emit, slot.number))
        menu.addAction(self.tr("Byt fall"), partial(self._change, slot.number))
        menu.addAction(self.tr("Ta bort ur träffen"), partial(self.slot_cleared.emit, slot.number))
        button.setMenu(menu)
        if not slot.used_by:
            button.setToolTip(self.tr("{title}\nInget moment använder fallet än.").format(title=slot.title))
        return button

    def _ask(self, slot: int, _checked: bool = False) -> None:
        self.slot_case_wanted.emit(slot)

    def _change(self, slot: int) -> None:
        self.slot_case_wanted.emit(slot)


def _beside_scrollbar(widget: QWidget) -> QWidget:
    """Keep a part as wide as the blocks, which leave room for the scroll bar."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 12, 0)
    layout.addWidget(widget)
    return holder
