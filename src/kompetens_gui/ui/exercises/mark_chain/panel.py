"""The certificate to mark and the chain to link, what the comparison says under them, one's own marks beside."""

from __future__ import annotations

from functools import cached_property, partial
from uuid import uuid4

from PySide6.QtCore import QEvent, QSize, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.mark_chain.events import (
    ChainJudged,
    KeyRevealed,
    NodeRemoved,
    NodesLinked,
    NodesUnlinked,
    RevealedKey,
    SlotMarkedMissing,
    SpanMarked,
)
from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.chain import Chain, NodeId, SpanKind
from kompetens_gui.domain.exercises.mark_chain.events import FeedbackLevel, MarkingView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.medical_certificate import FieldId
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.mark_chain.comparison_area import ComparisonArea
from kompetens_gui.ui.exercises.mark_chain.judgement import OwnJudgement
from kompetens_gui.ui.exercises.mark_chain.remarks import (
    Remark,
    hits_by_kind,
    own_standing,
    remarks_on,
    remarks_on_example,
)
from kompetens_gui.ui.exercises.mark_chain.side_column import HitRates, MemoryRule, OwnMarks
from kompetens_gui.ui.exercises.mark_chain.words import in_sentence, reader_word
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.aside import Aside
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.chain_items import directed
from kompetens_gui.ui.widgets.chain_view import ChainView
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.mark_bar import MarkBar
from kompetens_gui.ui.widgets.missing_editor import MissingEditor
from kompetens_gui.ui.widgets.node_details import NodeDetails
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.segmented import SegmentedControl

_MAIN, _SIDE = 560, 340
_WORK_HEIGHT = 210
_TEXT, _CHAIN, _READING = "text", "chain", "reading"


class WorkStack(QStackedWidget):
    """Text or chain; asks for no more than it must have and takes what there is."""

    def sizeHint(self) -> QSize:
        return self.minimumSize()


class MarkChainPanel(ExercisePanel):
    """Marks, links and compares; nothing is changed once a reading lies over the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: MarkingView | None = None
        self._compared: Chain | None = None
        self._perspective: Perspective | None = None
        self._asked = False
        self.columns = ResponsiveColumns(parent=self)
        self.main = Card(flush=True, parent=self.columns)
        self.tools = FlowRow(8, self.main)
        self.side = SegmentedControl(
            self.tr("Arbeta i"),
            [(_TEXT, self.tr("Intyg")), (_CHAIN, self.tr("Din kedja")), (_READING, self.tr("Läsningens kedja"))],
            _TEXT,
            self.tools,
        )
        self.missing_button = Button(self.tr("Saknas…"), "secondary", "sm", icon_name="link-break", parent=self.tools)
        self.enough_button = Button(self.tr("Räcker ändå…"), "secondary", "sm", parent=self.tools)
        self.work = WorkStack(self.main)
        self.text, self.chain, self.reading_chain = (
            CertificateView(self.work),
            ChainView(self.work),
            ChainView(self.work),
        )
        self.bar = MarkBar(self.main)
        chain_keys = self.tr("Gå med pilarna. L länkar till nästa, Delete bryter länken och Enter öppnar rutan.")
        self.chain_hint = Label(chain_keys, "small", "muted", wrap=True, parent=self.main)
        self.area = ComparisonArea(self.main)
        right = QWidget(self.columns)
        self.aside = Aside(right)
        self.marks = OwnMarks(right)
        self.hits = HitRates(self.marks)
        self.rule = MemoryRule(self.marks)
        self._lay_out(right)
        self._connect()
        self._fit()

    # The pages of the fold-out, made when they are first wanted.
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
    def judgement(self) -> OwnJudgement:
        page = self.aside.add_page("judgement", OwnJudgement)
        page.judged.connect(self._judge)
        return page

    def show_attempt(self, attempt: Attempt) -> None:
        view: MarkingView = attempt.view
        self._view, self._compared = view, attempt.state.compared
        self.text.set_medical_certificate(view.picture.medical_certificate)
        self.text.set_chain(view.chain)
        if self.work.currentWidget() is self.chain:
            self.chain.set_chain(view.chain)
        self.bar.show_chain(view.chain)
        for button in (self.missing_button, self.enough_button):
            show_when(button, not view.is_closed)
        self._show_hints()
        if view.sufficient_anyway:
            self.enough_button.set_icon_name("check-bold")
        self._show_reading()
        self._show_aside()
        self.primary_changed.emit()

    def commit_pending(self) -> None:
        if "judgement" in self.__dict__:
            self.judgement.reason.commit()

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None or view.is_closed:
            return None
        tells = view.level is not FeedbackLevel.NONE
        if not view.is_compared:
            words = self.tr("Jämför") if tells else self.tr("Klar med markeringarna")
            return PrimaryAction(words, self._compare, bool(view.chain.nodes))
        if tells and view.chain is not self._compared:
            return PrimaryAction(self.tr("Jämför igen"), self._compare)
        if view.perspectives:
            return PrimaryAction(self.tr("Visa läsningarna"), self._reveal)
        return None

    def first_focus(self) -> QWidget | None:
        return self.text

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "rule"):
            self._fit()

    def _show_hints(self) -> None:
        """Show what can be done in the text or in the chain, nothing once the work is closed."""
        at = self.work.currentWidget() if self._is_open() else None
        show_when(self.bar, at is self.text)
        show_when(self.chain_hint, at is self.chain)

    def _fit(self) -> None:
        self.work.setMinimumSize(theme.px(280, self), theme.px(_WORK_HEIGHT, self))

    def _lay_out(self, right: QWidget) -> None:
        for part in (self.text, self.chain, self.reading_chain):
            self.work.addWidget(part)
        self.tools.add(self.side)
        for button in (self.missing_button, self.enough_button):
            self.tools.add(RowPart(button, self.tools))
        self.side.button(_READING).setEnabled(False)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 8)
        top.addWidget(self.tools)
        inside = QHBoxLayout()
        inside.setContentsMargins(1, 0, 1, 0)
        inside.addWidget(self.work)
        under = QHBoxLayout()
        under.setContentsMargins(20, 4, 20, 8)
        under.addWidget(self.bar, 1)
        under.addWidget(self.chain_hint, 1)
        body = self.main.body
        body.addLayout(top)
        body.addLayout(inside, 1)
        body.addLayout(under)
        body.addWidget(rule())
        frame = QHBoxLayout()
        frame.setContentsMargins(1, 0, 1, 1)
        frame.addWidget(self.area)
        body.addLayout(frame)
        self.marks.add_under(self.hits, self.rule)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.aside)
        column.addWidget(self.marks, 1)
        self.columns.add_column(self.main, _MAIN)
        self.columns.add_column(right, _SIDE, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)

    def _connect(self) -> None:
        self.side.chosen.connect(self._choose_side)
        self.text.span_marked.connect(self._mark)
        self.text.mark_changed.connect(self._change_kind)
        self.text.mark_removed.connect(self._remove)
        self.text.mark_activated.connect(self._show_details)
        self.bar.kind_chosen.connect(self.text.mark)
        self.chain.node_activated.connect(self._show_details)
        self.chain.current_changed.connect(self._follow_current)
        self.chain.link_requested.connect(self._link)
        self.chain.unlink_requested.connect(self._unlink)
        self.chain.remove_requested.connect(self._remove)
        self.chain.missing_requested.connect(self._ask_missing)
        self.marks.chosen.connect(self._go_to_mark)
        self.area.perspective_chosen.connect(self._choose_perspective)
        self.area.stepped.connect(self._go_to_place)
        self.aside.closed.connect(self._aside_closed)
        self.missing_button.clicked.connect(partial(self._toggle, "missing"))
        self.enough_button.clicked.connect(partial(self._toggle, "judgement"))
        for button in (self.missing_button, self.enough_button):
            button.setCheckable(True)
        wanted = (
            (self.tr("Växla mellan intyg och kedja"), "Ctrl+Tab", self._switch_side),
            (self.tr("Markera vad som saknas"), "Ctrl+Shift+S", partial(self._toggle, "missing")),
            (self.tr("Räcker ändå"), "Ctrl+Shift+R", partial(self._toggle, "judgement")),
            (self.tr("Nästa plats i jämförelsen"), "Ctrl+D", self.area.next_place),
            (self.tr("Förra platsen i jämförelsen"), "Ctrl+Shift+D", self.area.previous_place),
        )
        for text, keys, slot in wanted:
            kind_action(self, text, keys).triggered.connect(slot)

    # What is shown of a comparison.
    def _show_reading(self) -> None:
        """Show the comparison with the chosen reader: frames, places, how one's own marks stand, hits."""
        view = self._view
        if view is None:
            return
        reading = self._reading()
        tells = view.level <= FeedbackLevel.DIFFERENCES or view.is_closed
        shown = reading is not None and tells and (view.is_compared or view.is_closed)
        differences = reading.differences if reading is not None and shown else ()
        self.text.set_differences(differences)
        self.area.show_summary(view)
        self.area.show_perspectives(view.perspectives if shown else (), self._perspective)
        remarks = self._remarks(view, reading if shown else None)
        self.area.show_remarks(remarks, reading.perspective if reading else None, framed=shown)
        self.marks.show_marks(view.chain, own_standing(differences), compared=shown)
        self.marks.show_hit(view.best)
        who = reader_word(reading.perspective) if reading is not None else ""
        self.hits.show_hits(hits_by_kind(differences) if shown else (), in_sentence(who))
        self.side.button(_READING).setEnabled(shown)
        if reading is not None and shown:
            self.reading_chain.set_chain(reading.chain, reading.layout)
        if self._asked and shown:
            self._asked = False
            self._bring_first(remarks)

    def _remarks(self, view: MarkingView, reading: RevealedKey | None) -> tuple[Remark, ...]:
        if reading is not None:
            return remarks_on(reading, whole_first=view.is_closed)
        return remarks_on_example(view.example) if view.example is not None and not view.is_compared else ()

    def _reading(self) -> RevealedKey | None:
        """Return the reading to compare with: the chosen reader's, else that of the nearest, else the first."""
        view = self._view
        if view is None:
            return None
        known = {k.perspective: k for k in (view.keys if view.is_closed else view.differences)}
        if self._perspective not in known:
            nearest = view.best.perspective if view.best else None
            self._perspective = nearest if nearest in known else next(iter(known), None)
        if self._perspective is None:
            return view.example if not view.is_compared else None
        return known.get(self._perspective)

    def _bring_first(self, remarks: tuple[Remark, ...]) -> None:
        if remarks:
            self.area.card.next.setFocus()
            # The text has another height once the comparison stands under it.
            QTimer.singleShot(0, self, partial(self._go_to_place, remarks[0]))

    # What a person does.
    def _compare(self) -> None:
        self._asked = True
        self.commit_pending()
        self.round_wanted.emit()

    def _reveal(self) -> None:
        view = self._view
        if view is not None and view.perspectives:
            self._asked = True
            self.commit_pending()
            self.proposed.emit(KeyRevealed(self._perspective or view.perspectives[0]))

    @Slot(str)
    def _choose_perspective(self, value: str) -> None:
        view, wanted = self._view, Perspective(value)
        if view is None:
            return
        self._perspective = wanted
        if view.is_closed and wanted not in {k.perspective for k in view.keys}:
            self.proposed.emit(KeyRevealed(wanted))
        else:
            self._show_reading()

    @Slot(object)
    def _go_to_place(self, remark: Remark) -> None:
        """Choose the place in the text; the keyboard stays where it is."""
        view = self._view
        if view is None or remark.span is None or self.work.currentWidget() is not self.text:
            return
        start, end = remark.span.locate(view.picture.medical_certificate)
        self.text.select(remark.span.field, start, end)

    @Slot(str)
    def _go_to_mark(self, node: str) -> None:
        if self.work.currentWidget() is self.text:
            self.text.go_to_mark(node)
        else:
            self.chain.go_to(node)
        self._focus_work()

    @Slot(str)
    def _choose_side(self, side: str) -> None:
        self.side.set_current(side)
        view = {_TEXT: self.text, _CHAIN: self.chain}.get(side, self.reading_chain)
        if view is self.chain and self._view is not None:
            self.chain.set_chain(self._view.chain)
        self.work.setCurrentWidget(view)
        self._show_hints()

    @Slot()
    def _switch_side(self) -> None:
        self._choose_side(_CHAIN if self.work.currentWidget() is self.text else _TEXT)
        self._focus_work()

    def _focus_work(self) -> None:
        at = self.work.currentWidget()
        if at is not None:
            at.setFocus()

    def _propose(self, event: object) -> None:
        if self._view is not None and not self._view.is_closed:
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

    @Slot(str, str)
    def _join(self, one: str, other: str) -> None:
        if self._view is not None:
            self._link(*directed(self._view.chain, one, other))

    @Slot(str, str, str)
    def _mark_missing(self, node: str, kind: str, question: str) -> None:
        self._propose(SlotMarkedMissing(NodeId(node) if node else new_node_id(), SpanKind(kind), question))
        self.aside.close_page()

    @Slot(bool, str)
    def _judge(self, enough: bool, reason: str) -> None:
        self._propose(ChainJudged(enough, reason))

    # The fold-out.
    @Slot(str)
    def _show_details(self, node: str) -> None:
        if self._is_open() and self._view is not None and self.details.show_node(node, self._view.chain):
            self._open("details")

    @Slot(str)
    def _follow_current(self, node: str) -> None:
        if self.aside.page() == "details" and node and self._view is not None:
            self.details.show_node(node, self._view.chain)

    @Slot(str, str)
    def _ask_missing(self, kind: str, question: str) -> None:
        if self._is_open():
            self._open("missing")
            self.missing.start(kind, question)

    @Slot(str)
    def _edit_missing(self, node_id: str) -> None:
        node = self._view.chain.node(NodeId(node_id)) if self._view is not None else None
        if node is not None:
            self._open("missing")
            self.missing.start(node.kind.value, node.question, node_id)

    def _toggle(self, name: str, _checked: bool = False) -> None:
        if self.aside.page() == name:
            self.aside.close_page()
        elif self._is_open():
            self._open(name)
            if name == "missing":
                self.missing.start(self.missing.kinds.current())
            else:
                self.judgement.enough.setFocus()

    def _is_open(self) -> bool:
        return self._view is not None and not self._view.is_closed

    def _open(self, name: str) -> None:
        getattr(self, name)
        self.aside.open_page(name)
        self.missing_button.setChecked(name == "missing")
        self.enough_button.setChecked(name == "judgement")
        self._show_aside()

    def _show_aside(self) -> None:
        """Keep the open page up to date; it closes when what it is about is gone or the work is closed."""
        page, view = self.aside.page(), self._view
        show_when(self.marks, not page)
        if not page or view is None:
            return
        gone = page == "details" and not self.details.show_node(self.details.node_id(), view.chain)
        if gone or view.is_closed:
            self.aside.close_page()
        elif page == "judgement":
            self.judgement.show_view(view)

    @Slot()
    def _aside_closed(self) -> None:
        self.missing_button.setChecked(False)
        self.enough_button.setChecked(False)
        show_when(self.marks, True)
        self._focus_work()


def new_node_id() -> NodeId:
    return NodeId(uuid4().hex[:12])
