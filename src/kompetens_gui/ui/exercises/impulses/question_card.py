"""The next question: chosen among a few, then told how far each of them leads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.exercises.impulses import PortionView, SpottingView
from kompetens_gui.domain.impulse_names import reach_words
from kompetens_gui.domain.study.impulses import FULL_SCORE
from kompetens_gui.ui.exercises.option_list import Option, OptionList
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.tags import Status


class QuestionCard(Card):
    """Signals: `picked()` when another question is picked, `back_wanted()` to read and mark some more."""

    picked = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Vad frågar du härnäst?"), parent=parent)
        self.body.setSpacing(12)
        self.lead = Label("", "small", "muted", wrap=True, parent=self)
        self.options = OptionList(self.tr("Frågorna"), parent=self)
        self.options.chosen.connect(self.picked)
        self.whole = Label("", "body-strong", wrap=True, parent=self)
        self.back = Button(self.tr("Tillbaka till texten"), "secondary", "sm", icon_name="arrow-u-up-left", parent=self)
        self.back.clicked.connect(self.back_wanted)
        self.add(self.lead)
        self.add(self.options)
        self.add(self.whole)
        self.body.addStretch(1)
        self.body.addLayout(at_left(self.back))

    def show_portion(self, portion: PortionView, view: SpottingView) -> None:
        questions = [Option(q.id, q.text) for q in portion.questions]
        self.options.show_options(f"{portion.number}/{portion.is_closed}", questions)
        self.lead.setText(
            self.tr("Så långt leder frågorna i det här läget.")
            if portion.is_closed
            else self.tr("Fler än en kan vara rimlig. Välj den du skulle börja med.")
        )
        if portion.is_closed:
            self._tell(portion)
        show_when(self.back, not portion.is_closed)
        last = view.is_done and portion.number == view.count - 1
        self.whole.setText(self._whole_words(view) if last else "")
        show_when(self.whole, last)

    def _tell(self, portion: PortionView) -> None:
        self.options.set_current(portion.chosen)
        self.options.lock()
        for question in portion.all_questions:
            mine = question.id == portion.chosen
            status: Status = "ok" if question.score == FULL_SCORE else "accent" if mine else "neutral"
            reach = f"{reach_words(question.score)}. {question.feedback}"
            self.options.tell(question.id, self.tr("Ditt val") if mine else "", status, reach)

    def _whole_words(self, view: SpottingView) -> str:
        opened = sum(p.answer is not None and p.answer.score == FULL_SCORE for p in view.portions)
        return self.tr("{opened} av {count} av dina frågor öppnade mest.").format(opened=opened, count=view.count)
