"""The story of this occasion and its questions, one at a time; then that it comes back, or the own answers compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.twin import TwinAnswered, TwinReflected, TwinView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.twin import TwinQuestion
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.option_list import number_of
from kompetens_gui.ui.exercises.reading_width import ReadingWidth
from kompetens_gui.ui.exercises.scrolling import scroll_to_top_of
from kompetens_gui.ui.exercises.twin.comparison import FactsCard, OwnAnswers, ReflectionCard
from kompetens_gui.ui.exercises.twin.question_card import DoneCard, QuestionCard
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.hand import FingerGuide
from kompetens_gui.ui.widgets.labels import Heading, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

STORY_WIDTH, SIDE_WIDTH = 460, 400


class TwinPanel(ExercisePanel):
    """Asks question by question; the answers can be gone through again before it is finished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TwinView | None = None
        self._at = 0
        self._asking = True
        # The answer that is on its way to be kept; the next question comes when it is.
        self._waiting: TwinAnswered | None = None
        self.columns = ResponsiveColumns(parent=self)
        self.story = Card(parent=self.columns)
        self.name = Heading("", "h2", parent=self.story)
        self.text = Label("", "body", wrap=True, parent=self.story)
        self.guide = FingerGuide(self.story)
        self.side = QWidget(self.columns)
        self.question, self.done = QuestionCard(self.side), DoneCard(self.side)
        self.compared = QWidget(self)
        self.own = OwnAnswers(self.compared)
        self.after = ResponsiveColumns(parent=self.compared)
        self.reflection, self.facts = ReflectionCard(self.after), FactsCard(self.after)
        self._lay_out()
        self._connect()

    # -- the panel
    def show_attempt(self, attempt: Attempt) -> None:
        first = self._view is None
        view: TwinView = attempt.view
        self._view, waiting = view, self._waiting
        self._waiting = None
        if first:
            unanswered = [i for i, q in enumerate(view.questions) if q.id not in view.answers]
            self._at, self._asking = (unanswered[0], True) if unanswered else (0, False)
        if waiting is not None and view.answers.get(waiting.question) == waiting.option:
            self._go_on()
        else:
            self._show()

    def commit_pending(self) -> None:
        self.reflection.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        return self.reflection.making_fields()

    def primary(self) -> PrimaryAction | None:
        if self._view is None or not self._asking:
            return None
        last = self._at + 1 >= len(self._view.questions)
        words = self.tr("Klar med frågorna") if last else self.tr("Nästa fråga")
        can_answer = self._waiting is None and bool(self.question.options.current())
        return PrimaryAction(words, self._answer, can_answer)

    def progress(self) -> tuple[int, int] | None:
        return (self._at + 1, len(self._view.questions)) if self._view is not None and self._asking else None

    def first_focus(self) -> QWidget | None:
        if self._asking:
            return self.question.options.first()
        compared = self._view is not None and self._view.comparison is not None
        return self.own.lead if compared else self.done.words

    # -- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = number_of(event)
        if not (self._asking and number > 0 and self.question.options.press(number)):
            super().keyPressEvent(event)

    # -- what a person does
    def _answer(self) -> None:
        view, chosen = self._view, self.question.options.current()
        if view is None or not chosen or self._waiting is not None:
            return
        answer = TwinAnswered(self._question.id, chosen)
        if view.answers.get(answer.question) == chosen:
            self._go_on()
            return
        self._waiting = answer
        self.primary_changed.emit()
        self.proposed.emit(answer)

    def _go_on(self) -> None:
        """Ask the next question; after the last one what was passed by, else show how it became."""
        view = self._view
        if view is None:
            return
        following = self._at + 1
        if following == len(view.questions):
            waiting = [i for i, q in enumerate(view.questions) if q.id not in view.answers]
            following = waiting[0] if waiting else following
        self._asking = following < len(view.questions)
        self._at = min(following, len(view.questions) - 1)
        self._show()
        scroll_to_top_of(self.question if self._asking and self.columns.is_folded() else self)
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    @Slot(int)
    def go_to_finger(self, finger: int) -> None:
        """Ask about a finger: its first question without an answer, else its first."""
        view = self._view
        if view is None:
            return
        here = [i for i, q in enumerate(view.questions) if q.finger == finger]
        waiting = [i for i in here if view.questions[i].id not in view.answers]
        if here:
            self._go_to((waiting or here)[0])

    @Slot()
    def go_back(self) -> None:
        """Ask the question before."""
        if self._at > 0:
            self._go_to(self._at - 1)

    def _go_to(self, number: int) -> None:
        self._at, self._asking = number, True
        self._show()
        self.question.options.focus_first()

    # -- what is shown
    @property
    def _question(self) -> TwinQuestion:
        assert self._view is not None
        return self._view.questions[self._at]

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        self.name.setText(self.tr("{name}, {age} år").format(name=view.version.name, age=view.version.age))
        self.text.setText(view.version.text)
        question = self._question
        self.question.show_question(self._at, question, view)
        asked = {q.finger for q in view.questions}
        open_ones = {q.finger for q in view.questions if q.id not in view.answers}
        self.guide.show_fingers(question.finger if self._asking else 0, asked, asked - open_ones)
        compared = view.comparison is not None and not self._asking
        if view.comparison is not None:
            self.own.show_view(view, view.comparison)
            self.reflection.show_view(view, view.comparison)
            self.facts.show_facts(view.comparison)
        show_when(self.columns, not compared)
        show_when(self.compared, compared)
        show_when(self.question, self._asking)
        show_when(self.done, not self._asking)
        self.primary_changed.emit()

    def _lay_out(self) -> None:
        body = self.story.body
        body.setContentsMargins(32, 24, 32, 24)
        body.addWidget(self.name)
        body.addWidget(ReadingWidth(self.text, self.story))
        body.addWidget(rule(parent=self.story))
        body.addWidget(self.guide)
        body.addStretch(1)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.question)
        side.addWidget(self.done)
        side.addStretch(1)
        self.columns.add_column(self.story, STORY_WIDTH, 5)
        self.columns.add_column(self.side, SIDE_WIDTH, 4)
        self.after.add_column(self.reflection, SIDE_WIDTH)
        self.after.add_column(self.facts, SIDE_WIDTH)
        compared = QVBoxLayout(self.compared)
        compared.setContentsMargins(0, 0, 0, 0)
        compared.setSpacing(24)
        compared.addWidget(self.own)
        compared.addWidget(self.after)
        compared.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        column.addWidget(self.compared)
        show_when(self.compared, False)
        show_when(self.done, False)

    def _connect(self) -> None:
        self.question.picked.connect(self.primary_changed)
        self.question.previous_wanted.connect(self.go_back)
        self.guide.finger_wanted.connect(self.go_to_finger)
        self.reflection.written.connect(self._reflect)
        for again in (self.done.look_again_wanted, self.own.look_again_wanted):
            again.connect(partial(self._go_to, 0))

    @Slot(int, str)
    def _reflect(self, number: int, text: str) -> None:
        self.proposed.emit(TwinReflected(number, text))
