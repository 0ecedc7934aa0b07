"""The leader's panel: the text to mark, the chain to link, and what belongs to both in a fold-out beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from uuid import uuid4

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.mark_chain.events import (
    ChainJudged,
    FieldBrought,
    KeyHidden,
    KeyRevealed,
    MarkState,
    NodeRemoved,
    NodesLinked,
    NodesUnlinked,
    RoomShows,
    RoomViewChosen,
    SecondRoundOpened,
    SlotMarkedMissing,
    SpanMarked,
)
from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.medical_certificate import FieldId
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.mark_chain.judgement import Judgement
from kompetens_gui.ui.activities.mark_chain.key_panel import KeyPanel
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.aside import Aside
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.chain_items import directed
from kompetens_gui.ui.widgets.chain_view import ChainView
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.mark_bar import MarkBar
from kompetens_gui.ui.widgets.missing_editor import MissingEditor
from kompetens_gui.ui.widgets.node_details import NodeDetails
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.tags import Tag

_BESIDE = 940
_ASIDE_WIDTH = 340
_BOTH = 420
_BRING_MS = 350


class MarkChainLeader(LeaderPanel):
    """Marks, links and lays keys over, on the group's behalf."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = MarkState()
        self._context: ActivityContext | None = None
        self._beside = True
        self.shows = SegmentedControl(
            self.tr("Projektorn visar"),
            [
                (RoomShows.TEXT.value, self.tr("Intyg")),
                (RoomShows.MARKS.value, self.tr("Markeringar")),
                (RoomShows.CHAIN.value, self.tr("Kedja")),
            ],
        )
        self.side = SegmentedControl(
            self.tr("Arbeta i"), [("text", self.tr("Text")), ("chain", self.tr("Kedja"))], "text"
        )
        self.round = Tag("", "accent")
        self.work = QStackedWidget(self)
        self.text, self.chain = CertificateView(self.work), ChainView(self.work)
        self.work.addWidget(self.text)
        self.work.addWidget(self.chain)
        self.bar = MarkBar(self)
        self.aside = Aside(self)
        self.buttons = {
            "missing": Button(self.tr("Saknas…"), "secondary", "sm", icon_name="link-break"),
            "key": Button(self.tr("Facit…"), "secondary", "sm", icon_name="scales"),
            "judgement": Button(self.tr("Räcker ändå…"), "secondary", "sm"),
        }
        self.second = Button(self.tr("Öppna andra rundan"), "secondary", "sm", icon_name="arrow-clockwise")
        self._bring = QTimer(self)
        self._bring.setSingleShot(True)
        self._bring.setInterval(_BRING_MS)
        self._actions = self._make_actions()
        self._lay_out()
        self._connect()
        self.begin_at(self.text)

    def show_state(self, state: MarkState, context: ActivityContext) -> None:
        """Show the chain in text and columns, and keep the fold-out up to date when it is open."""
        self._state, self._context = state, context
        self.text.set_medical_certificate(context.medical_certificate)
        self.text.set_chain(state.chain)
        if self.work.currentWidget() is self.chain:
            self.chain.set_chain(state.chain)
        self.bar.show_chain(state.chain)
        self.shows.set_current(state.shows.value)
        second = state.round == Round.SECOND
        self.round.set_status(self.tr("Runda 2, efter samtalet") if second else self.tr("Runda 1"), "accent")
        self.second.setVisible(not second)
        self._show_aside()

    def commit_pending(self) -> None:
        if "judgement" in self.__dict__:
            self.judgement.reason.commit()

    # The pages of the fold-out, made when they are first wanted or while nobody waits.
    @cached_property
    def missing(self) -> MissingEditor:
        page = self.aside.add_page("missing", MissingEditor)
        page.slot_wanted.connect(self._mark_missing)
        page.closed.connect(self.aside.close_page)
        return page

    @cached_property
    def details(self) -> NodeDetails:
        page = self.aside.add_page("details", NodeDetails)
        page.link_wanted.connect(self._join)
        page.unlink_wanted.connect(self._unlink)
        page.remove_wanted.connect(self._remove)
        page.edit_wanted.connect(self._edit_missing)
        return page

    @cached_property
    def key(self) -> KeyPanel:
        page = self.aside.add_page("key", KeyPanel)
        page.reveal_wanted.connect(self._reveal)
        page.hide_wanted.connect(self._hide_key)
        page.chosen.connect(self._show_aside)
        return page

    @cached_property
    def judgement(self) -> Judgement:
        page = self.aside.add_page("judgement", Judgement)
        page.judged.connect(self._judge)
        return page

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        for name in ("details", "missing", "key", "judgement"):
            yield partial(getattr, self, name)

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def next_difference(self) -> None:
        """Go to the next place where the group and the chosen key read differently."""
        self._open("key", focus=False)
        self._choose_side("text")
        self.text.next_frame()
        self.text.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE, self)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self.middle.setDirection(way)
        self.aside.setMaximumWidth(theme.px(_ASIDE_WIDTH, self) if beside else 16_777_215)
        self.middle.setStretch(0, 1 if beside else 5)
        self.middle.setStretch(1, 1 if beside else 6)
        self._beside = beside
        self._share_room()

    def _lay_out(self) -> None:
        top = FlowRow(parent=self)
        label = Label(self.tr("Projektorn visar"), "small", "muted")
        for part in (RowPart(label), self.shows, self.side, RowPart(self.round)):
            top.add(part)
        self.middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.middle.setSpacing(8)
        self.middle.addWidget(self.work, 1)
        self.middle.addWidget(self.aside, 1)
        bottom = FlowRow(parent=self)
        for button in (*self.buttons.values(), self.second):
            bottom.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(top)
        column.addLayout(self.middle, 1)
        column.addWidget(self.bar)
        column.addWidget(bottom)

    def _connect(self) -> None:
        self.shows.chosen.connect(self._show_in_room)
        self.side.chosen.connect(self._choose_side)
        self.text.span_marked.connect(self._mark)
        self.text.mark_changed.connect(self._change_kind)
        self.text.mark_removed.connect(self._remove)
        self.text.mark_activated.connect(self._show_details)
        self.text.chosen_changed.connect(self._bring_soon)
        self._bring.timeout.connect(self._bring_room)
        self.bar.kind_chosen.connect(self._mark_chosen)
        self.chain.node_activated.connect(self._show_details)
        self.chain.current_changed.connect(self._follow_current)
        self.chain.link_requested.connect(self._link)
        self.chain.unlink_requested.connect(self._unlink)
        self.chain.remove_requested.connect(self._remove)
        self.chain.missing_requested.connect(self._ask_missing)
        self.aside.closed.connect(self._aside_closed)
        self.second.clicked.connect(self._open_second)
        for name, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._toggle, name))

    def _make_actions(self) -> list[QAction]:
        wanted = (
            (self.tr("Växla mellan text och kedja"), "Ctrl+Tab", self._switch_side),
            (self.tr("Markera vad som saknas"), "Ctrl+Shift+S", partial(self._toggle, "missing")),
            (self.tr("Visa facit för ledaren"), "Ctrl+Shift+F", partial(self._toggle, "key")),
            (self.tr("Räcker ändå"), "Ctrl+Shift+R", partial(self._toggle, "judgement")),
            (self.tr("Öppna andra rundan"), "Ctrl+Shift+2", self._open_second),
        )
        actions = []
        for text, keys, slot in wanted:
            action = kind_action(self, text, keys)
            action.triggered.connect(slot)
            actions.append(action)
        return actions

    def _share_room(self) -> None:
        """Let the fold-out take the place of the work where there is no room for both."""
        cramped = not self._beside and self.height() < theme.px(_BOTH, self)
        self.work.setVisible(not (cramped and self.aside.page()))

    def _focus_work(self) -> None:
        view = self.text if self.work.currentWidget() is self.text else self.chain
        view.setFocus()

    def _propose(self, event: object) -> None:
        self.proposed.emit(event)

    @Slot(str)
    def _show_in_room(self, shows: str) -> None:
        self._propose(RoomViewChosen(RoomShows(shows)))

    @Slot(str)
    def _choose_side(self, side: str) -> None:
        self.side.set_current(side)
        view: QWidget = self.text if side == "text" else self.chain
        if view is self.chain:
            self.chain.set_chain(self._state.chain)
        self.bar.setVisible(view is self.text)
        self.work.setCurrentWidget(view)
        self.begin_at(view)

    @Slot()
    def _switch_side(self) -> None:
        self._choose_side("chain" if self.work.currentWidget() is self.text else "text")
        self._focus_work()

    @Slot(str, str, str, int)
    def _mark(self, kind: str, field: str, quote: str, occurrence: int) -> None:
        self._propose(SpanMarked(new_node_id(), SpanKind(kind), FieldId(field), quote, occurrence))

    @Slot(str)
    def _mark_chosen(self, kind: str) -> None:
        self.text.mark(kind)

    @Slot()
    def _bring_soon(self) -> None:
        if self.text.hasFocus() and self.text.field_here() != self._state.field:
            self._bring.start()

    @Slot()
    def _bring_room(self) -> None:
        """Let the room follow to the field the leader works in, once the caret has come to rest there."""
        field = self.text.field_here()
        if field is not None and field != self._state.field and self._state.shows != RoomShows.CHAIN:
            self._propose(FieldBrought(field))

    @Slot(str, str)
    def _change_kind(self, node_id: str, kind: str) -> None:
        node = self._state.chain.node(NodeId(node_id))
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

    @Slot(str, str)
    def _join(self, one: str, other: str) -> None:
        self._link(*directed(self._state.chain, one, other))

    @Slot(str, str, str)
    def _mark_missing(self, node: str, kind: str, question: str) -> None:
        self._propose(SlotMarkedMissing(NodeId(node) if node else new_node_id(), SpanKind(kind), question))
        self.aside.close_page()

    @Slot(bool, str)
    def _judge(self, enough: bool, reason: str) -> None:
        self._propose(ChainJudged(enough, reason))

    @Slot(str)
    def _reveal(self, perspective: str) -> None:
        self._propose(KeyRevealed(Perspective(perspective)))

    @Slot()
    def _hide_key(self) -> None:
        self._propose(KeyHidden())

    @Slot()
    def _open_second(self) -> None:
        if self._state.round == Round.FIRST:
            self._propose(SecondRoundOpened())
            self._focus_work()

    @Slot(str)
    def _show_details(self, node: str) -> None:
        if self.details.show_node(node, self._state.chain):
            self._open("details", focus=False)

    @Slot(str)
    def _follow_current(self, node: str) -> None:
        if self.aside.page() == "details" and node:
            self.details.show_node(node, self._state.chain)

    @Slot(str, str)
    def _ask_missing(self, kind: str, question: str) -> None:
        self._open("missing")
        self.missing.start(kind, question)

    @Slot(str)
    def _edit_missing(self, node_id: str) -> None:
        node = self._state.chain.node(NodeId(node_id))
        if node is not None:
            self._open("missing")
            self.missing.start(node.kind.value, node.question, node_id)

    def _toggle(self, name: str, _checked: bool = False) -> None:
        if self.aside.page() == name:
            self.aside.close_page()
        else:
            self._open(name)

    def _open(self, name: str, *, focus: bool = True) -> None:
        getattr(self, name)
        self.aside.open_page(name)
        self._share_room()
        for other, button in self.buttons.items():
            button.setChecked(other == name)
        self._show_aside()
        if focus and name == "missing":
            self.missing.start(self.missing.kinds.current())
        elif focus and name == "judgement":
            self.judgement.enough.setFocus()
        elif focus and name == "key":
            self.key.reveal.setFocus()

    @Slot()
    def _show_aside(self) -> None:
        """Fill the open page; the frames of a key are seen while its page is open."""
        page, context = self.aside.page(), self._context
        if context is None:
            return
        if page == "details" and not self.details.show_node(self.details.node_id(), self._state.chain):
            self.aside.close_page()
        elif page == "judgement":
            self.judgement.show_state(self._state)
        elif page == "key":
            self.key.show_state(self._state, context)
        self.text.set_differences(self.key.differences if page == "key" else ())

    @Slot()
    def _aside_closed(self) -> None:
        for button in self.buttons.values():
            button.setChecked(False)
        self.text.set_differences(())
        self._share_room()
        self._focus_work()


def new_node_id() -> NodeId:
    return NodeId(uuid4().hex[:12])
