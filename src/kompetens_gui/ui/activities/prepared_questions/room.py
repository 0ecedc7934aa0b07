"""The list of questions, or one question as large as fits with its answer and where that comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.prepared_questions.rules import PreparedQuestionsRoom as QuestionsView
from kompetens_gui.domain.activities.prepared_questions.rules import QuestionStatus
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.activities.prepared_questions.words import category_word, source_line, status_word
from kompetens_gui.ui.widgets.labels import Label


class PreparedQuestionsRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Label("", "small", "muted")
        self.question = FittedText("display", "h3", largest=1.4)
        self.answer_card = QFrame(self)
        self.answer_card.setProperty("card", "sunken")
        self.answer = FittedText("h1", "meta")
        self.source = Label("", "small", "muted", wrap=True)
        self.tomorrow = FittedText("h3", "meta", "accent")
        answer = QVBoxLayout(self.answer_card)
        answer.addWidget(self.answer, 1)
        answer.addWidget(self.source)
        foot = QHBoxLayout()
        self.foot = Label("", "small-strong", "accent", wrap=True)
        foot.addWidget(self.foot, 1)
        self.body.addWidget(self.place)
        self.body.addWidget(self.question, 3)
        self.body.addWidget(self.answer_card, 4)
        self.body.addWidget(self.tomorrow, 1)
        self.body.addLayout(foot)
        self.scale_layout(answer, (32, 24, 32, 24), 12)
        self.scale_layout(foot, (0, 0, 0, 0), 24)

    def show_view(self, view: QuestionsView | None) -> None:
        if view is None:
            return
        if not view.question:
            self._show_list(view)
            return
        count = self.tr("Fråga {number} av {count}").format(number=view.number, count=len(view.lines))
        self.place.setText(f"{count}, {category_word(view.category).lower()}")
        self.question.set_text(view.question)
        answer = view.answer
        self.answer_card.setVisible(answer is not None)
        self.answer.set_text(answer.text if answer else "")
        self.source.setText(source_line(answer.source, answer.source_date, answer.certainty) if answer else "")
        self.tomorrow.set_text(self.tr("I morgon: {text}").format(text=view.tomorrow) if view.tomorrow else "")
        self.tomorrow.setVisible(bool(view.tomorrow))
        waits = view.status is QuestionStatus.POSTPONED
        self.foot.setText(self._waiting(view) if waits else "")
        self.foot.setVisible(waits)

    def _show_list(self, view: QuestionsView) -> None:
        self.place.setText(self.tr("Frågor som kommit in"))
        lines = [
            f"{number}. {line.text}"
            + ("" if line.status is QuestionStatus.OPEN else f" ({status_word(line.status).lower()})")
            for number, line in enumerate(view.lines, 1)
        ]
        self.question.set_text("\n\n".join(lines) or view.title)
        for part in (self.answer_card, self.tomorrow, self.foot):
            part.hide()

    def _waiting(self, view: QuestionsView) -> str:
        if view.until:
            return self.tr("{owner} svarar senast {until}").format(owner=view.owner, until=view.until)
        return self.tr("{owner} svarar senare").format(owner=view.owner)
