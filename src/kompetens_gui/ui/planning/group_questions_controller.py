"""Reads the list of questions for a group, and does what a leader wants with one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from kompetens_gui.domain.group_question import GroupQuestion
from kompetens_gui.ui.planning.group_questions_card import GroupQuestionsCard
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.plan_controller import PlanController


class GroupQuestionsController(QObject):
    """Joins the card to the list and to the plan that is open."""

    def __init__(self, parts: PlanningPagesParts, card: GroupQuestionsCard, plans: PlanController) -> None:
        super().__init__(card)
        self._parts, self._card, self._plans = parts, card, plans
        self._questions: tuple[GroupQuestion, ...] = ()
        self._turn = 0
        card.add_wanted.connect(self._add)
        card.remove_wanted.connect(self._remove)

    def refresh(self) -> None:
        """Read the list anew."""
        self._turn += 1
        self._parts.tasks.run(
            self._parts.group_questions.all,
            then=partial(self._take, self._turn),
            owner=self,
            failed=self._parts.notices.fail,
        )

    def _take(self, turn: int, questions: Sequence[GroupQuestion]) -> None:
        if turn == self._turn:
            self._questions = tuple(questions)
            self._card.show_questions(self._questions)

    @Slot(str)
    def _add(self, question_id: str) -> None:
        question = self._question(question_id)
        if question is not None:
            self._plans.add_question(question)

    @Slot(str)
    def _remove(self, question_id: str) -> None:
        question = self._question(question_id)
        if question is not None:
            self._write(partial(self._parts.group_questions.remove, question.id))
            put_back = partial(self._write, partial(self._parts.group_questions.put_back, question))
            self._parts.notices.tell_undoable(self.tr("Frågan är borttagen ur listan"), put_back)

    def _write(self, work: partial[None]) -> None:
        self._parts.tasks.write(work, then=self._written, owner=self, failed=self._parts.notices.fail)

    def _written(self, _nothing: None) -> None:
        self.refresh()

    def _question(self, question_id: str) -> GroupQuestion | None:
        return next((q for q in self._questions if q.id == question_id), None)
