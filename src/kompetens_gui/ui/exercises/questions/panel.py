"""One question at a time: choose, answer, read why, go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.questions.rules import RoundView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.questions import KnowledgeItemId
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.items.card import ItemCard
from kompetens_gui.ui.exercises.questions.answers_card import AnswersCard
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_top

MAIN_WIDTH, ASIDE_WIDTH = 440, 300


class QuestionsPanel(ExercisePanel):
    """A round of questions. The question on show stays until the learner goes on, also when it has been answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RoundView | None = None
        self._under_way = False
        self.columns = ResponsiveColumns(parent=self)
        self.main = Card(parent=self.columns)
        self.main.body.setContentsMargins(32, 24, 32, 28)
        self.card = ItemCard(self.main)
        self.main.add(self.card)
        self.main.body.addStretch(1)
        self._side = QWidget(self.columns)
        self.answers = AnswersCard(self._side)
        side = at_top(self.answers)
        side.setContentsMargins(0, 0, 0, 0)
        self._side.setLayout(side)
        self.columns.add_column(self.main, MAIN_WIDTH)
        self.columns.add_column(self._side, ASIDE_WIDTH, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self.card.changed.connect(self.primary_changed)

    def show_attempt(self, attempt: Attempt) -> None:
        view: RoundView = attempt.view
        self._view, self._under_way = view, False
        answered = next((a for a in view.answered if a.shown.id == self.card.item_id), None)
        if answered is not None:
            self.card.show_answered(answered)
        elif view.current is not None:
            self.card.show_item(view.current)
        elif view.answered:
            self.card.show_answered(view.answered[-1])
        self.answers.show_answers(view)
        self.primary_changed.emit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        yield from self.card.parts_for_later()
        view = self._view
        if view is not None and view.current is not None and self.card.is_answered:
            yield from self.card.making_ready(view.current)

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None:
            return None
        if not self.card.is_answered:
            can = self.card.answer() is not None and not self._under_way
            return PrimaryAction(self.tr("Svara"), self._answer, can)
        if view.current is not None:
            return PrimaryAction(self.tr("Nästa fråga"), self._go_on)
        return None

    def progress(self) -> tuple[int, int] | None:
        if self._view is None:
            return None
        done = len(self._view.answered)
        return (done if self.card.is_answered else done + 1), self._view.count

    def first_focus(self) -> QWidget | None:
        return self.card.first_focus()

    def _answer(self) -> None:
        answer = self.card.answer()
        if answer is not None and not self._under_way:
            self._under_way = True
            self.proposed.emit(ItemAnswered(KnowledgeItemId(self.card.item_id), answer))

    def _go_on(self) -> None:
        if self._view is not None and self._view.current is not None:
            self.card.show_item(self._view.current)
            self.card.first_focus().setFocus()
            self.primary_changed.emit()
