"""The fold-out of the right column: what is missing, one mark with its links, the verdict, a question to the group."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal, Slot

from kompetens_gui.domain.activities.mark_chain.events import (
    ChainJudged,
    NodeRemoved,
    NodesLinked,
    NodesUnlinked,
    SlotMarkedMissing,
)
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.exercises.mark_chain.events import MarkingView
from kompetens_gui.ui.exercises.mark_chain.group_question import GroupQuestionForm
from kompetens_gui.ui.exercises.mark_chain.judgement import OwnJudgement
from kompetens_gui.ui.exercises.mark_chain.work_card import new_node_id
from kompetens_gui.ui.widgets.aside import Aside
from kompetens_gui.ui.widgets.chain_items import directed
from kompetens_gui.ui.widgets.missing_editor import MissingEditor
from kompetens_gui.ui.widgets.node_details import NodeDetails


class FoldOut(Aside):
    """Signals: `proposed(event)`, `asked(text, quote)` with a question for the group, `opened(name)`, and `closed()`
    when a person closes it or its mark is gone.

    Its pages are made when they are first wanted.
    """

    proposed = Signal(object)
    asked = Signal(str, str)
    opened = Signal(str)
    _view: MarkingView | None = None

    @cached_property
    def missing(self) -> MissingEditor:
        page = self.add_page("missing", MissingEditor)
        page.slot_wanted.connect(self._mark_missing)
        page.closed.connect(self.close_page)
        return page

    @cached_property
    def details(self) -> NodeDetails:
        page = self.add_page("details", NodeDetails)
        page.link_wanted.connect(self._join)
        page.unlink_wanted.connect(self._unlink)
        page.remove_wanted.connect(self._remove)
        page.edit_wanted.connect(self._edit_missing)
        return page

    @cached_property
    def judgement(self) -> OwnJudgement:
        page = self.add_page("judgement", OwnJudgement)
        page.judged.connect(self._judge)
        return page

    @cached_property
    def group(self) -> GroupQuestionForm:
        page = self.add_page("group", GroupQuestionForm)
        page.asked.connect(self._ask)
        return page

    def show_view(self, view: MarkingView) -> None:
        """Keep the open page up to date; it closes when what it is about is gone, or the work is closed."""
        self._view = view
        page = self.page()
        if page in ("", "group"):
            return
        gone = page == "details" and not self.details.show_node(self.details.node_id(), view.chain)
        if gone or view.is_closed:
            self.close_page()
        elif page == "judgement":
            self.judgement.show_view(view)

    def commit(self) -> None:
        """Propose a reason that has been typed and not yet proposed."""
        if "judgement" in self.__dict__:
            self.judgement.reason.commit()

    @Slot(str)
    def toggle(self, name: str) -> None:
        """Open a page by name and give it the keyboard, or close it when it is open."""
        if self.page() == name:
            self.close_page()
        elif self._is_open():
            self._open(name)
            if name == "missing":
                self.missing.start(self.missing.kinds.current())
            else:
                self.judgement.enough.setFocus()

    def ask_group(self, title: str, quote: str) -> None:
        """Open the page for a question to the group, or close it; it is there also when the work is closed."""
        if self.page() == "group":
            self.close_page()
        else:
            self._open("group")
            self.group.ask_about(title, quote)

    @Slot(str)
    def show_details(self, node: str) -> None:
        """Open the page of a mark."""
        if self._is_open() and self._view is not None and self.details.show_node(node, self._view.chain):
            self._open("details")

    @Slot(str)
    def follow(self, node: str) -> None:
        """Let the open page of a mark be about another."""
        if self.page() == "details" and node and self._view is not None:
            self.details.show_node(node, self._view.chain)

    @Slot(str, str)
    def ask_missing(self, kind: str, question: str) -> None:
        """Open the page for something missing with a suggestion."""
        if self._is_open():
            self._open("missing")
            self.missing.start(kind, question)

    def _open(self, name: str) -> None:
        getattr(self, name)
        self.open_page(name)
        if self._view is not None:
            self.show_view(self._view)
        self.opened.emit(name)

    def _is_open(self) -> bool:
        return self._view is not None and not self._view.is_closed

    @Slot(str, str, str)
    def _mark_missing(self, node: str, kind: str, question: str) -> None:
        self.proposed.emit(SlotMarkedMissing(NodeId(node) if node else new_node_id(), SpanKind(kind), question))
        self.close_page()

    @Slot(str)
    def _edit_missing(self, node_id: str) -> None:
        node = self._view.chain.node(NodeId(node_id)) if self._view is not None else None
        if node is not None:
            self._open("missing")
            self.missing.start(node.kind.value, node.question, node_id)

    @Slot(str, str)
    def _join(self, one: str, other: str) -> None:
        if self._view is not None:
            source, target = directed(self._view.chain, one, other)
            self.proposed.emit(NodesLinked(NodeId(source), NodeId(target)))

    @Slot(str, str)
    def _unlink(self, source: str, target: str) -> None:
        self.proposed.emit(NodesUnlinked(NodeId(source), NodeId(target)))

    @Slot(str)
    def _remove(self, node: str) -> None:
        self.proposed.emit(NodeRemoved(NodeId(node)))

    @Slot(str, str)
    def _ask(self, text: str, quote: str) -> None:
        self.asked.emit(text, quote)
        self.close_page()

    @Slot(bool, str)
    def _judge(self, enough: bool, reason: str) -> None:
        if self._is_open():
            self.proposed.emit(ChainJudged(enough, reason))
