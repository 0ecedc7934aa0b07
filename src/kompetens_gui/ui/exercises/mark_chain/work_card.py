"""The left card: the certificate to mark, the chain to link, the reading's chain, and what the comparison says."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from kompetens_gui.domain.activities.mark_chain.events import (
    NodeRemoved,
    NodesLinked,
    NodesUnlinked,
    RevealedKey,
    SpanMarked,
)
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.exercises.mark_chain.events import MarkingView
from kompetens_gui.domain.medical_certificate import FieldId
from kompetens_gui.ui.exercises.mark_chain.comparison_area import ComparisonArea
from kompetens_gui.ui.exercises.mark_chain.remarks import Remark
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.chain_view import ChainView
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.mark_bar import MarkBar
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.segmented import SegmentedControl

_WIDTH, _HEIGHT = 280, 210
TEXT, CHAIN, READING = "text", "chain", "reading"


class WorkStack(QStackedWidget):
    """Text or chain; asks for no more than it must have and takes what there is."""

    def sizeHint(self) -> QSize:
        return self.minimumSize()


class WorkCard(Card):
    """Signals: `proposed(event)`; `details_wanted(node)`, `missing_wanted(kind, question)` and `page_wanted(name)` for
    the fold-out; `current_changed(node)` when another card of the chain is stood on.
    """

    proposed = Signal(object)
    details_wanted = Signal(str)
    missing_wanted = Signal(str, str)
    page_wanted = Signal(str)
    current_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._view: MarkingView | None = None
        self.tools = FlowRow(8, self)
        sides = [(TEXT, self.tr("Intyg")), (CHAIN, self.tr("Din kedja")), (READING, self.tr("Läsningens kedja"))]
        self.side = SegmentedControl(self.tr("Arbeta i"), sides, TEXT, self.tools)
        self.buttons = {
            "missing": Button(self.tr("Saknas…"), "secondary", "sm", icon_name="link-break", parent=self.tools),
            "judgement": Button(self.tr("Räcker ändå…"), "secondary", "sm", parent=self.tools),
        }
        self.stack = WorkStack(self)
        self.text, self.chain = CertificateView(self.stack), ChainView(self.stack)
        self.reading_chain = ChainView(self.stack)
        self.bar = MarkBar(self)
        chain_keys = self.tr("Gå med pilarna. L länkar till nästa, Delete bryter länken och Enter öppnar rutan.")
        self.chain_hint = Label(chain_keys, "small", "muted", wrap=True, parent=self)
        self.area = ComparisonArea(self)
        self.buttons["group"] = self.area.group
        self._lay_out()
        self._connect()
        self._fit()

    def show_view(self, view: MarkingView) -> None:
        """Show the marks and the chain; once the work is closed nothing can be changed here."""
        self._view = view
        self.text.set_medical_certificate(view.picture.medical_certificate)
        self.text.set_chain(view.chain)
        if self.stack.currentWidget() is self.chain:
            self.chain.set_chain(view.chain)
        self.bar.show_chain(view.chain)
        for page in ("missing", "judgement"):
            show_when(self.buttons[page], not view.is_closed)
        if view.sufficient_anyway:
            self.buttons["judgement"].set_icon_name("check-bold")
        self._show_hints()

    def show_reading(self, reading: RevealedKey | None) -> None:
        """Frame the text as a reading has it and show its chain; None takes both away."""
        self.text.set_differences(reading.differences if reading is not None else ())
        self.side.button(READING).setEnabled(reading is not None)
        if reading is not None:
            self.reading_chain.set_chain(reading.chain, reading.layout)

    def show_page(self, name: str) -> None:
        """Tell which page of the fold-out is open, empty for none."""
        for page, button in self.buttons.items():
            button.setChecked(page == name)

    def go_to_place(self, remark: Remark) -> None:
        """Choose a place in the text; the keyboard stays where it is."""
        if self._view is None or remark.span is None or self.stack.currentWidget() is not self.text:
            return
        start, end = remark.span.locate(self._view.picture.medical_certificate)
        self.text.select(remark.span.field, start, end)

    def line(self) -> str:
        """Return the words that are chosen, else those of the mark stood on or of the place on show; empty for none."""
        span = self.text.chosen_span() if self.text.has_choice() else None
        mark, remark = self.text.current_mark(), self.area.card.current()
        node = self._view.chain.node(NodeId(mark.node)) if mark is not None and self._view is not None else None
        found = (span.quote if span else "", node.text if node else "", remark.text if remark else "")
        return " ".join(next((words for words in found if words.strip()), "").split())

    @Slot(str)
    def go_to_mark(self, node: str) -> None:
        """Stand on a mark, in the text or in the chain."""
        if self.stack.currentWidget() is self.text:
            self.text.go_to_mark(node)
        else:
            self.chain.go_to(node)
        self.take_keyboard()

    @Slot()
    def switch_side(self) -> None:
        self._choose_side(CHAIN if self.stack.currentWidget() is self.text else TEXT)
        self.take_keyboard()

    @Slot()
    def take_keyboard(self) -> None:
        at = self.stack.currentWidget()
        if at is not None:
            at.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "area"):
            self._fit()

    @Slot(str)
    def _choose_side(self, side: str) -> None:
        self.side.set_current(side)
        view = {TEXT: self.text, CHAIN: self.chain}.get(side, self.reading_chain)
        if view is self.chain and self._view is not None:
            self.chain.set_chain(self._view.chain)
        self.stack.setCurrentWidget(view)
        self._show_hints()

    def _propose(self, event: object) -> None:
        if self._is_open():
            self.proposed.emit(event)

    @Slot(str, str, str, int)
    def _mark(self, kind: str, field: str, quote: str, occurrence: int) -> None:
        self._propose(SpanMarked(new_node_id(), SpanKind(kind), FieldId(field), quote, occurrence))

    @Slot(str, str)
    def _change_kind(self, node_id: str, kind: str) -> None:
        node = self._view.chain.node(NodeId(node_id)) if self._view is not None else None
        if node is not None and node.span is not None:
            span = node.span
            self._propose(SpanMarked(node.id, SpanKind(kind), span.field, span.quote, span.occurrence))

    @Slot(str)
    def _remove(self, node: str) -> None:
        self._propose(NodeRemoved(NodeId(node)))

    @Slot(str, str)
    def _link(self, source: str, target: str) -> None:
        self._propose(NodesLinked(NodeId(source), NodeId(target)))

    @Slot(str, str)
    def _unlink(self, source: str, target: str) -> None:
        self._propose(NodesUnlinked(NodeId(source), NodeId(target)))

    def _want_page(self, name: str, _checked: bool = False) -> None:
        self.page_wanted.emit(name)

    def _is_open(self) -> bool:
        return self._view is not None and not self._view.is_closed

    def _show_hints(self) -> None:
        """Show what can be done in the text or in the chain, nothing once the work is closed."""
        at = self.stack.currentWidget() if self._is_open() else None
        show_when(self.bar, at is self.text)
        show_when(self.chain_hint, at is self.chain)

    def _fit(self) -> None:
        self.stack.setMinimumSize(theme.px(_WIDTH, self), theme.px(_HEIGHT, self))

    def _connect(self) -> None:
        self.side.chosen.connect(self._choose_side)
        self.text.span_marked.connect(self._mark)
        self.text.mark_changed.connect(self._change_kind)
        self.text.mark_removed.connect(self._remove)
        self.text.mark_activated.connect(self.details_wanted)
        self.bar.kind_chosen.connect(self.text.mark)
        self.chain.node_activated.connect(self.details_wanted)
        self.chain.current_changed.connect(self.current_changed)
        self.chain.link_requested.connect(self._link)
        self.chain.unlink_requested.connect(self._unlink)
        self.chain.remove_requested.connect(self._remove)
        self.chain.missing_requested.connect(self.missing_wanted)
        self.area.stepped.connect(self.go_to_place)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._want_page, name))

    def _lay_out(self) -> None:
        for view in (self.text, self.chain, self.reading_chain):
            self.stack.addWidget(view)
        self.tools.add(self.side)
        for page in ("missing", "judgement"):
            self.tools.add(RowPart(self.buttons[page], self.tools))
        self.side.button(READING).setEnabled(False)
        top, inside, under, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.addWidget(self.tools)
        inside.setContentsMargins(1, 0, 1, 0)
        inside.addWidget(self.stack)
        under.setContentsMargins(20, 4, 20, 8)
        under.addWidget(self.bar, 1)
        under.addWidget(self.chain_hint, 1)
        foot.setContentsMargins(1, 0, 1, 1)
        foot.addWidget(self.area)
        self.body.addLayout(top)
        self.body.addLayout(inside, 1)
        self.body.addLayout(under)
        self.body.addWidget(rule())
        self.body.addLayout(foot)


def new_node_id() -> NodeId:
    return NodeId(uuid4().hex[:12])
