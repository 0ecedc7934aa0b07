"""Gives out today's questions one by one, counts the answers, and ends in time."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.repetition import MINUTES_A_DAY, Recall
from kompetens_gui.domain.study.questions import ItemAnswer
from kompetens_gui.services.repetition import QuestionToRepeat, RepetitionDay, ReviewAnswered
from kompetens_gui.ui.study.parts import StudyParts, StudyServices
from kompetens_gui.ui.study.repetition_page import RepetitionPage
from kompetens_gui.ui.study.words import small_number

ENOUGH = timedelta(minutes=MINUTES_A_DAY)


class RepetitionController(QObject):
    """`ended()` when the learner goes back."""

    ended = Signal()

    def __init__(self, page: RepetitionPage, parts: StudyParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page, self._parts = page, parts
        self._services: StudyServices | None = None
        self._learner: LearnerId | None = None
        self._questions: tuple[QuestionToRepeat, ...] = ()
        self._at = 0
        self._more = False
        self._began: datetime | None = None
        self._turn = 0
        page.answered.connect(self._answer)
        page.next_wanted.connect(self._next)
        page.leave_wanted.connect(self.leave)

    def begin(self, services: StudyServices, learner: LearnerId) -> None:
        """Fetch today's questions and ask the first."""
        self._services, self._learner = services, learner
        self._turn += 1
        self._parts.tasks.run(
            partial(services.repetition.today, learner),
            then=partial(self._take, self._turn),
            owner=self,
            failed=self._not_begun,
        )

    @Slot()
    def leave(self) -> None:
        """Go back; what has been answered is counted."""
        self._turn += 1
        self._questions = ()
        self.ended.emit()

    def _take(self, turn: int, day: RepetitionDay) -> None:
        if turn != self._turn:
            return
        self._questions, self._at, self._more = day.questions, 0, day.more
        self._began = self._parts.now()
        if self._questions:
            self._ask()
        else:
            self.page.show_over(self.tr("Inget att repetera just nu. Frågor du har svarat på kommer tillbaka hit."))

    def _not_begun(self, error: Exception) -> None:
        self.ended.emit()
        self._parts.notices.fail(error)

    def _ask(self) -> None:
        self.page.show_question(self._questions[self._at], self._at + 1, len(self._questions))

    @Slot(object, bool)
    def _answer(self, answer: ItemAnswer, guessed: bool) -> None:
        services, learner = self._services, self._learner
        if services is None or learner is None or self._at >= len(self._questions):
            return
        question = self._questions[self._at]
        felt = Recall.HARD if guessed else None
        self._parts.tasks.write(
            lambda: services.repetition.answer(learner, question.item.id, question.number, answer, felt),
            then=partial(self._show_answer, self._turn),
            owner=self,
            failed=partial(self._not_answered, self._turn),
        )

    def _show_answer(self, turn: int, review: ReviewAnswered) -> None:
        if turn == self._turn:
            days = (review.due.astimezone().date() - self._parts.now().date()).days
            self.page.show_answer(review, self._when(days), self._at + 1, len(self._questions))

    def _not_answered(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.page.tell_failed()
            self._parts.notices.fail(error)

    @Slot()
    def _next(self) -> None:
        self._at += 1
        late = self._began is not None and self._parts.now() - self._began >= ENOUGH
        if self._at < len(self._questions) and not late:
            self._ask()
            return
        count = self._at
        done = (
            self.tr("En fråga repeterad.") if count == 1 else self.tr("{count} frågor repeterade.").format(count=count)
        )
        left = self._more or self._at < len(self._questions)
        rest = self.tr(" Resten väntar till en annan dag, tio minuter räcker.") if left else ""
        self.page.show_over(done + rest)

    def _when(self, days: int) -> str:
        if days <= 0:
            return self.tr("Frågan kommer tillbaka snart.")
        if days == 1:
            return self.tr("Frågan kommer tillbaka i morgon.")
        return self.tr("Frågan kommer tillbaka om {days} dagar.").format(days=small_number(days))
