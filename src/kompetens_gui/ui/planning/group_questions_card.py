"""What those who study alone want the group to take up: put on a card of the plan, or taken off the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.group_question import GroupQuestion, GroupQuestionId
from kompetens_gui.ui.planning.group_question_cards import is_in_plan
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_top


class GroupQuestionsCard(Card):
    """Signals: `add_wanted(id)` into the plan, `remove_wanted(id)` off the list. Hidden while the list is empty."""

    add_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Att ta upp i gruppen"), dense=True, parent=parent)
        self.body.setContentsMargins(20, 20, 20, 16)
        self.body.setSpacing(12)
        told = self.tr("Frågor från självstudier. Vem som frågade sparas inte.")
        self.add(Label(told, "meta", "faint", wrap=True, parent=self))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.body.addLayout(self._column)
        self._questions: tuple[GroupQuestion, ...] = ()
        self._view: PlanView | None = None
        self._shown: tuple[tuple[GroupQuestion, bool], ...] = ()
        self.add_buttons: dict[GroupQuestionId, Button] = {}
        self.remove_buttons: dict[GroupQuestionId, IconButton] = {}
        self.hide()

    def show_questions(self, questions: Sequence[GroupQuestion]) -> None:
        """Show another list."""
        self._questions = tuple(questions)
        self._show()

    def show_view(self, view: PlanView) -> None:
        self._view = view
        self._show()

    def tab_chain(self) -> list[QWidget]:
        """Return the buttons in the order they are read."""
        return [b for q in self._questions for b in (self.add_buttons.get(q.id), self.remove_buttons.get(q.id)) if b]

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        show_when(self, bool(self._questions) and not view.locked)
        rows = tuple((q, is_in_plan(q, view.plan)) for q in self._questions)
        if rows == self._shown:
            return
        self._shown = rows
        clear_layout(self._column)
        self.add_buttons, self.remove_buttons = {}, {}
        for question, is_there in rows:
            self._column.addWidget(self._row(question, is_there))

    def _row(self, question: GroupQuestion, is_there: bool) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(question.text, "dense", wrap=True, parent=holder))
        if question.place:
            words.addWidget(Label(question.place, "meta", "faint", wrap=True, parent=holder))
        words.addLayout(self._foot(question, is_there, holder))
        off = IconButton("x", self.tr("Ta bort frågan ”{text}”").format(text=question.text), size="sm", parent=holder)
        off.clicked.connect(partial(self._remove, question.id))
        self.remove_buttons[question.id] = off
        row.addLayout(at_top(Icon("flag", 18, "text_3", parent=holder)))
        row.addLayout(words, 1)
        row.addLayout(at_top(off))
        return holder

    def _foot(self, question: GroupQuestion, is_there: bool, holder: QWidget) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(6)
        if is_there:
            foot.addWidget(Icon("check", 16, "ok", parent=holder))
            foot.addWidget(Label(self.tr("Ligger i planen"), "meta", "muted", parent=holder))
        else:
            add = Button(self.tr("Lägg i planen"), "link", "sm", parent=holder)
            add.setAccessibleName(self.tr("Lägg frågan ”{text}” i planen").format(text=question.text))
            add.clicked.connect(partial(self._add, question.id))
            self.add_buttons[question.id] = add
            foot.addWidget(add)
        foot.addStretch(1)
        return foot

    def _add(self, question: GroupQuestionId, _checked: bool = False) -> None:
        self.add_wanted.emit(question)

    def _remove(self, question: GroupQuestionId, _checked: bool = False) -> None:
        self.remove_wanted.emit(question)
