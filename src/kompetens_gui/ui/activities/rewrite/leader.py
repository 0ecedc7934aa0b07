"""A weak line worded anew: the line, the new words, what they are held against, and the chain they change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.rewrite import (
    KIND,
    LONGEST_TEXT,
    ExplanationChosen,
    LineChosen,
    LineRewritten,
    PointTicked,
    RewriteModelHidden,
    RewriteModelRevealed,
    RewriteState,
)
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.medical_certificate import FieldId
from kompetens_gui.domain.word_diff import word_diff
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton
from kompetens_gui.ui.activities.rewrite.line_chooser import LineChooser
from kompetens_gui.ui.activities.rewrite.path import path_of
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.chain_view import ChainView
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.tags import Tag
from kompetens_gui.ui.widgets.word_changes import changes_html, changes_said
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck

_SHORT = 70


class RewriteLeader(LeaderPanel):
    """Rewords on the group's behalf."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RewriteState()
        self._points: tuple[str, ...] = ()
        self._compared: tuple[object, str] | None = None
        self._area, self._body = side_scroll(self)
        inside = self._area.widget()
        self.chooser = LineChooser(inside)
        self.chooser.line_chosen.connect(self._choose)
        self.before = Label("", "body", wrap=True)
        self.weakness = Label("", "small", "muted", wrap=True)
        self.after = PendingText(LONGEST_TEXT)
        self.after.written.connect(self._write)
        self.after.typed.connect(self._typed)
        self.left = Label("", "meta", "faint")
        self.changes = Label("", "body", wrap=True)
        self.changes.setTextFormat(Qt.TextFormat.RichText)
        self.points = QVBoxLayout()
        self.boxes: list[QCheckBox] = []
        self.follows = choice_box()
        self.follows.activated.connect(self._explain)
        self.private = PrivateBox(parent=inside)
        self.model = Label("", "small", wrap=True)
        self.reveal = RevealButton(self.tr("Visa förslaget"), self.tr("Dölj förslaget"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.chain = ChainView(inside)
        self.chain.setMinimumHeight(theme.px(180))
        self._action = kind_action(self, self.tr("Visa eller dölj förslaget"), "Ctrl+Shift+F")
        self._action.triggered.connect(self._toggle_model)
        self._lay_out()
        self.begin_at(self.after)

    def show_state(self, state: RewriteState, context: ActivityContext) -> None:
        """Show line, wording, points and chain; what is being typed is left alone."""
        self._state = state
        self.chooser.show_line(context.medical_certificate, KIND.tasks(context), state.line)
        self.before.setText(state.line.quote if state.line else self.tr("Välj en mening först."))
        task = KIND.task(state, context)
        self.weakness.setText(" ".join(task.weakness.split()) if task else "")
        self.weakness.setVisible(task is not None)
        self.after.setEnabled(state.line is not None)
        self.after.show_text(state.text)
        self._typed(LONGEST_TEXT - len(self.after.toPlainText()))
        self._show_points(KIND.points(state, context), state.met)
        self._show_functions(state, context)
        self.private.setVisible(task is not None)
        self.model.setText(" ".join(task.model.split()) if task else "")
        self.reveal.set_shown(state.model_revealed)
        layout = KIND.room(state, context).layout
        self.chain.set_layout(path_of(layout, state.text.strip()))

    def commit_pending(self) -> None:
        self.after.commit()

    def actions_of_kind(self) -> list[QAction]:
        return [self._action]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        body = self._body
        beside = ResponsiveColumns(spacing=12, parent=self._area.widget())
        before = Card(look="sunken", dense=True, parent=beside)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Före"), "h3"), 1)
        head.addWidget(Tag(self.tr("Svag mening"), "warn"))
        before.body.addLayout(head)
        before.add(self.before)
        before.add(self.weakness)
        before.body.addStretch(1)
        after = QWidget(beside)
        words = QVBoxLayout(after)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(Field(self.tr("&Efter"), self.after))
        words.addWidget(self.left, 0, Qt.AlignmentFlag.AlignRight)
        words.addWidget(self.changes)
        words.addStretch(1)
        beside.add_column(before, 250, 2)
        beside.add_column(after, 300, 3)
        self.private.head.addWidget(self.reveal)
        self.private.body.addWidget(self.model)
        for part in (self.chooser, beside):
            body.addWidget(part)
        body.addWidget(Label(self.tr("Håller den nya meningen?"), "label", "faint"))
        body.addLayout(self.points)
        body.addWidget(Field(self.tr("&Följer av"), self.follows))
        body.addWidget(self.private)
        body.addWidget(Label(self.tr("Kedjan med den nya meningen"), "label", "faint"))
        body.addWidget(self.chain, 1)

    def _show_points(self, points: tuple[str, ...], met: tuple[int, ...]) -> None:
        if points != self._points:
            self._points = points
            clear_layout(self.points)
            rows = [WrappedCheck(point) for point in points]
            self.boxes = [row.box for row in rows]
            for place, row in enumerate(rows):
                row.box.clicked.connect(partial(self._tick, place))
                self.points.addWidget(row)
        for place, box in enumerate(self.boxes):
            box.setChecked(place in met)

    def _show_functions(self, state: RewriteState, context: ActivityContext) -> None:
        functions = [node for node in context.chain.of_kind(SpanKind.FUNCTION) if not node.is_missing]
        wanted = [("", self.tr("Inget valt"))]
        wanted += [(str(node.id), " ".join(node.text.split())[:_SHORT]) for node in functions]
        shown = [(self.follows.itemData(i), self.follows.itemText(i)) for i in range(self.follows.count())]
        if shown != wanted:
            self.follows.clear()
            for node, words in wanted:
                self.follows.addItem(words, node)
        self.follows.setCurrentIndex(max(0, self.follows.findData(str(state.explained_by or ""))))
        self.follows.setEnabled(len(wanted) > 1)

    @Slot(int)
    def _typed(self, left: int) -> None:
        self.left.setText(self.tr("{count} tecken kvar").format(count=left))
        line, text = self._state.line, self.after.toPlainText()
        if (line, text) == self._compared:
            return
        self._compared = line, text
        pieces = word_diff(line.quote, text) if line and text.strip() else ()
        self.changes.setText(changes_html(pieces, theme.tokens_for(self)))
        self.changes.setAccessibleName(changes_said(pieces))
        self.changes.setVisible(bool(pieces))

    @Slot(str)
    def _write(self, text: str) -> None:
        self.proposed.emit(LineRewritten(text))

    @Slot(str, str, int)
    def _choose(self, field: str, quote: str, occurrence: int) -> None:
        self.after.commit()
        line = self._state.line
        if line is None or (line.field, line.quote, line.occurrence) != (field, quote, occurrence):
            self.proposed.emit(LineChosen(FieldId(field), quote, occurrence))
        self.after.setFocus()

    def _tick(self, place: int, _checked: bool = False) -> None:
        self.proposed.emit(PointTicked(place, self.boxes[place].isChecked()))

    @Slot(int)
    def _explain(self, _index: int) -> None:
        node = self.follows.currentData()
        self.proposed.emit(ExplanationChosen(NodeId(node) if node else None))

    @Slot(bool)
    def _reveal(self, wanted: bool) -> None:
        self.proposed.emit(RewriteModelRevealed() if wanted else RewriteModelHidden())

    @Slot()
    def _toggle_model(self) -> None:
        if self.private.isVisibleTo(self):
            self.reveal.click()
