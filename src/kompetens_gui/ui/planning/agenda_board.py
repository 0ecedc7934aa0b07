"""The blocks of the agenda under each other with their clock times, and moving them about."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from kompetens_gui.domain.workshop.plan import AgendaItemId
from kompetens_gui.ui.planning.agenda_block import GAP, AgendaBlock
from kompetens_gui.ui.planning.bank_list import BANK_MIME
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.shell.shortcuts import bind
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label

CLOCK_WIDTH = 52


class AgendaBoard(QWidget):
    """Signals: `move_wanted(id, position)`, `step_wanted(id, steps)`, `minutes_wanted(id, minutes)`,
    `remove_wanted(id)`, `item_edited(AgendaItem, key)`, `pdf_wanted(id)`, `material_wanted(id)`,
    `questions_wanted(id)`, `bank_dropped(kind, key, position)`, `chain_changed()` when Tab goes in another order.
    """

    move_wanted = Signal(str, int)
    step_wanted = Signal(str, int)
    minutes_wanted = Signal(str, int)
    remove_wanted = Signal(str)
    item_edited = Signal(object, str)
    pdf_wanted = Signal(str)
    material_wanted = Signal(str)
    questions_wanted = Signal(str)
    bank_dropped = Signal(str, str, int)
    chain_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks: dict[AgendaItemId, AgendaBlock] = {}
        self._order: list[AgendaItemId] = []
        self._clocks: list[Label] = []
        self._mark: int | None = None
        self._locked = False
        self.single_keys = True
        self.selected: AgendaItemId | None = None
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Dagordning"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        self._end = Label("", "small", "muted")
        self._end_word = Label(self.tr("Slut"), "small", "muted")
        self._bind_keys()

    def show_view(self, view: PlanView) -> None:
        """Show the agenda; blocks that stay keep what is typed in them and the keyboard."""
        self._locked = view.locked
        rows = view.agenda.blocks
        order = [r.item.id for r in rows]
        for gone in [i for i in self.blocks if i not in order]:
            block = self.blocks.pop(gone)
            self._grid.removeWidget(block)
            block.hide()
            block.deleteLater()
        for row in rows:
            if row.item.id not in self.blocks:
                self.blocks[row.item.id] = self._make(row.item.id, AgendaBlock(row))
            self.blocks[row.item.id].show_row(row, view)
        if order != self._order or len(self._clocks) != len(order):
            self._arrange(order)
        for label, row in zip(self._clocks, rows, strict=True):
            label.setText(row.clock)
            label.set_tone("warn" if row.overruns else "muted")
        self._end.setText(view.agenda.ends if rows else "")
        self._end_word.setVisible(bool(rows))
        if self.selected not in self.blocks:
            self.selected = None

    def select(self, item_id: str) -> None:
        """Open one block and close the others."""
        self.selected = AgendaItemId(item_id) if item_id in self.blocks else None
        for each_id, block in self.blocks.items():
            block.set_selected(each_id == self.selected)
        self.chain_changed.emit()

    def tab_chain(self) -> list[QWidget]:
        """Return the blocks with their parts in the order they are read."""
        blocks = [self.blocks[item_id] for item_id in self._order if item_id in self.blocks]
        return [widget for block in blocks for widget in block.tab_chain()]

    def focus_item(self, item_id: str) -> None:
        """Give the keyboard to a block, or to the first when there is no such block."""
        wanted = AgendaItemId(item_id)
        if wanted in self.blocks:
            self.blocks[wanted].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_any(self) -> None:
        """Give the keyboard to the chosen block, else to the first."""
        if self._order:
            self.focus_item(self.selected or self._order[0])

    # -- making and placing
    def _make(self, item_id: AgendaItemId, block: AgendaBlock) -> AgendaBlock:
        block.chosen.connect(partial(self.select, item_id))
        block.neighbour_wanted.connect(partial(self._go, item_id))
        block.step_wanted.connect(partial(self.step_wanted.emit, item_id))
        block.minutes_wanted.connect(partial(self.minutes_wanted.emit, item_id))
        block.remove_wanted.connect(partial(self.remove_wanted.emit, item_id))
        block.item_edited.connect(self.item_edited)
        block.pdf_wanted.connect(partial(self.pdf_wanted.emit, item_id))
        block.material_wanted.connect(partial(self.material_wanted.emit, item_id))
        block.questions_wanted.connect(partial(self.questions_wanted.emit, item_id))
        block.dragged.connect(partial(self._drag, item_id))
        block.opened.connect(self.chain_changed)
        return block

    def _arrange(self, order: list[AgendaItemId]) -> None:
        for label in (*self._clocks, self._end, self._end_word):
            self._grid.removeWidget(label)
        for surplus in self._clocks[len(order) :]:
            surplus.hide()
            surplus.deleteLater()
        self._clocks = self._clocks[: len(order)]
        while len(self._clocks) < len(order):
            self._clocks.append(Label("", "small", "muted"))
        for position, item_id in enumerate(order):
            block = self.blocks[item_id]
            self._grid.removeWidget(block)
            self._grid.addWidget(self._clocks[position], position, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(block, position, 1)
        last = len(order)
        self._grid.addWidget(self._end, last, 0)
        self._grid.addWidget(self._end_word, last, 1)
        self._grid.setColumnMinimumWidth(0, theme.px(CLOCK_WIDTH, self))
        self._order = order

    def _go(self, item_id: AgendaItemId, by: int) -> None:
        at = self._order.index(item_id) + by
        if 0 <= at < len(self._order):
            self.focus_item(self._order[at])

    # -- keys
    def _bind_keys(self) -> None:
        bind(self, "planning.earlier", partial(self._step_selected, -1))
        bind(self, "planning.later", partial(self._step_selected, 1))
        bind(self, "planning.more", partial(self._more, 1))
        bind(self, "planning.fewer", partial(self._more, -1))
        bind(self, "planning.remove", self._remove_selected)

    def _step_selected(self, by: int) -> None:
        if self.selected and not self._locked:
            self.step_wanted.emit(self.selected, by)

    def _more(self, by: int) -> None:
        if self.selected and self.single_keys and not self._locked:
            self.minutes_wanted.emit(self.selected, self.blocks[self.selected].row.item.minutes + by)

    def _remove_selected(self) -> None:
        # Delete in a text belongs to the text, even where Qt lets a shortcut have it.
        if self.selected and not self._locked and not isinstance(self.focusWidget(), QPlainTextEdit):
            self.remove_wanted.emit(self.selected)

    # -- dragging
    def _drag(self, item_id: AgendaItemId, where: QPoint, done: bool) -> None:
        position = self._position_at(self.mapFromGlobal(where).y())
        self._set_mark(None if done else position)
        if done:
            at = self._order.index(item_id)
            self.move_wanted.emit(item_id, position - 1 if position > at else position)

    def _position_at(self, y: int) -> int:
        """Tell between which blocks a height lies, as a position from 0."""
        for position, item_id in enumerate(self._order):
            if y < self.blocks[item_id].geometry().center().y():
                return position
        return len(self._order)

    def _set_mark(self, position: int | None) -> None:
        if position != self._mark:
            self._mark = position
            self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(BANK_MIME) and not self._locked:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._set_mark(self._position_at(event.position().toPoint().y()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        position = self._position_at(event.position().toPoint().y())
        self._set_mark(None)
        kind, _, key = bytes(event.mimeData().data(BANK_MIME).data()).decode().partition("\n")
        event.acceptProposedAction()
        self.bank_dropped.emit(kind, key, position)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark is None or not self._order:
            return
        last = self._mark >= len(self._order)
        beside = self.blocks[self._order[-1 if last else self._mark]].geometry()
        y = beside.bottom() + GAP // 2 if last else beside.top() - GAP // 2
        painter = QPainter(self)
        painter.setPen(QPen(theme.color("accent", self), 3))
        painter.drawLine(beside.left(), y, beside.right(), y)
        painter.end()
