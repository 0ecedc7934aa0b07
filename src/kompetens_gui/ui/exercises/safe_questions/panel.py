"""A drill, one step at a time, with support and the way past beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.safe_questions import DrillSkipped, DrillView, SafeOptionChosen, SafeStepView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.option_list import number_of
from kompetens_gui.ui.exercises.safe_questions.drill import SkippedCard, StepCard
from kompetens_gui.ui.exercises.safe_questions.support import AboutCard, SupportCard
from kompetens_gui.ui.exercises.scrolling import scroll_to_top_of
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

MAIN_WIDTH, SIDE_WIDTH = 480, 340


class SafeQuestionsPanel(ExercisePanel):
    """Shows the step in turn; a step that is answered stays on show until the learner goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DrillView | None = None
        self._at = 0
        self.columns = ResponsiveColumns(parent=self)
        self.main = QWidget(self.columns)
        self.step, self.skipped = StepCard(self.main), SkippedCard(self.main)
        self.side = QWidget(self.columns)
        self.support, self.about = SupportCard(self.side), AboutCard(self.side)
        self._lay_out()
        self.step.picked.connect(self.primary_changed)
        self.step.previous_wanted.connect(partial(self._turn, -1))
        self.step.skip_wanted.connect(self.skip_drill)

    # -- the panel
    def show_attempt(self, attempt: Attempt) -> None:
        first = self._view is None
        view: DrillView = attempt.view
        just_skipped = not first and bool(self._view and self._view.steps) and not view.steps
        self._view = view
        if first:
            self._at = max(0, len(view.steps) - 1)
        self._at = min(self._at, max(0, len(view.steps) - 1))
        self.support.show_helplines(view.helplines)
        self.about.show_words(view.content_warning, view.skip)
        self._show()
        if just_skipped:
            self.skipped.words.setFocus()

    def primary(self) -> PrimaryAction | None:
        step = self._step
        if step is None:
            return None
        if step.answer is None or step.try_again:
            words = self.tr("Svara igen") if step.try_again else self.tr("Svara")
            return PrimaryAction(words, self._answer, self.step.has_news)
        if self._view is not None and self._at + 1 < self._view.count:
            return PrimaryAction(self.tr("Nästa steg"), partial(self._turn, 1))
        return None

    def progress(self) -> tuple[int, int] | None:
        return (self._at + 1, self._view.count) if self._view is not None and self._view.steps else None

    def first_focus(self) -> QWidget | None:
        return self.step.options.first() if self._step is not None else self.skipped.words

    # -- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = number_of(event)
        if not (self._step is not None and number > 0 and self.step.options.press(number)):
            super().keyPressEvent(event)

    # -- what a person does
    @Slot()
    def skip_drill(self) -> None:
        """Pass the drill by, without a question."""
        self.proposed.emit(DrillSkipped())
        scroll_to_top_of(self)

    def _answer(self) -> None:
        step, picked = self._step, self.step.options.current()
        if step is not None and self.step.has_news:
            self.proposed.emit(SafeOptionChosen(step.id, picked))

    def _turn(self, steps: int, _checked: bool = False) -> None:
        view = self._view
        if view is not None and 0 <= self._at + steps < len(view.steps):
            self._at += steps
            self._show()
            self.step.options.focus_first()
            scroll_to_top_of(self)

    # -- what is shown
    @property
    def _step(self) -> SafeStepView | None:
        steps = self._view.steps if self._view is not None else ()
        return steps[self._at] if steps else None

    def _show(self) -> None:
        step = self._step
        if step is not None:
            self.step.show_step(self._at, step)
        show_when(self.step, step is not None)
        show_when(self.skipped, step is None)
        show_when(self.step.foot, self._view is not None and not self._view.is_done)
        self.primary_changed.emit()

    def _lay_out(self) -> None:
        main = QVBoxLayout(self.main)
        main.setContentsMargins(0, 0, 0, 0)
        main.addWidget(self.step)
        main.addWidget(self.skipped)
        main.addStretch(1)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(16)
        side.addWidget(self.support)
        side.addWidget(self.about)
        side.addStretch(1)
        self.columns.add_column(self.main, MAIN_WIDTH)
        self.columns.add_column(self.side, SIDE_WIDTH, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        show_when(self.skipped, False)
