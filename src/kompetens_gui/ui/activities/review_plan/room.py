"""The plan large, part by part; then beside it a checkpoint, the choices or the first sentence."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.review_plan.events import PlanStep
from kompetens_gui.domain.activities.review_plan.room import ReviewRoom
from kompetens_gui.domain.study.employer_plan import PlanVerdict
from kompetens_gui.domain.study.employer_plan_words import (
    checkpoint_question,
    checkpoint_word,
    choice_word,
    verdict_word,
)
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.paper_card import PaperCard
from kompetens_gui.ui.activities.parts import RoomSurface, flowing
from kompetens_gui.ui.activities.review_plan.overview import Overview
from kompetens_gui.ui.activities.review_plan.words import heading_word
from kompetens_gui.ui.activities.tally_card import TallyCard
from kompetens_gui.ui.widgets.labels import Label

_BULLET = "•\N{NO-BREAK SPACE}"


class ReviewPlanRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Label("", "small", "muted", parent=self)
        self.heading = Label("", "h1", wrap=True, parent=self)
        self.question = Label("", "body", "muted", wrap=True, parent=self)
        self.large = FittedText("display", "body", largest=1.2, parent=self)
        self.overview = Overview(self)
        self.plan = PaperCard("body", self)
        self.medical_note = PaperCard("body", self)
        self.coordinator_note = PaperCard("body", self)
        self.answer = PaperCard("h1", self)
        self.key = PaperCard("body", self)
        self.cards: list[TallyCard] = []
        self._notes_below: bool | None = None
        self.tallies, self.papers = QGridLayout(), QGridLayout()
        self.head, self.answers, self.row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._lay_out()

    def show_view(self, view: ReviewRoom | None) -> None:
        if view is None:
            return
        self.place.setText(
            self.tr("Arbetsgivarens plan. Steg {at} av {count}").format(at=view.at + 1, count=view.count)
        )
        self._show_heading(view)
        self.large.set_text(flowing(view.part.text) if view.part else "")
        self.large.setVisible(view.part is not None)
        self.overview.setVisible(view.step is PlanStep.OVERVIEW)
        if view.step is PlanStep.OVERVIEW:
            self.overview.show_checkpoints(view.checkpoints, later=view.round is Round.SECOND)
        plan = "\n\n".join(f"{part.heading}. {flowing(part.text)}" for part in view.plan)
        self.plan.show_paper(self.tr("Planen"), plan)
        self.medical_note.show_paper(self.tr("Ur läkarens underlag"), flowing(view.medical_note))
        self.coordinator_note.show_paper(self.tr("Koordinatorns anteckning"), flowing(view.coordinator_note))
        self._place_notes(beside_part=view.part is not None)
        self._show_tallies(view)
        said = (f"{s.group}: ”{s.text}”" if s.group else f"”{s.text}”" for s in view.sentences)
        self.answer.show_paper(self.tr("Så kan vi börja"), "\n\n".join(said))
        self._show_key(view)

    def _show_heading(self, view: ReviewRoom) -> None:
        only = view.checkpoints[0] if view.step is PlanStep.CHECKPOINT and view.checkpoints else None
        part = view.part.heading if view.part else heading_word(view.step)
        self.heading.setText(checkpoint_word(only.id) if only else part)
        self.question.setText(checkpoint_question(only.id) if only else "")
        self.question.setVisible(only is not None)

    def _place_notes(self, *, beside_part: bool) -> None:
        """Let notes stand under a part of the plan, else between what was counted and the material's reading."""
        if self._notes_below is beside_part:
            return
        self._notes_below = beside_part
        for column, note in enumerate((self.medical_note, self.coordinator_note)):
            if beside_part:
                self.answers.removeWidget(note)
                self.papers.addWidget(note, 0, column)
            else:
                self.papers.removeWidget(note)
                self.answers.insertWidget(1 + column, note, 5)

    def _show_tallies(self, view: ReviewRoom) -> None:
        later = view.round is Round.SECOND
        shown = []
        if view.step is PlanStep.CHECKPOINT:
            shown = [(verdict_word(PlanVerdict(t.option)), t, "") for c in view.checkpoints for t in c.verdicts]
        elif view.step is PlanStep.CHOICE:
            for choice in view.choices:
                weight = self.tr("Rimligt här.") if choice.reasonable else self.tr("Passar sämre här.")
                told = f"{weight} {flowing(choice.feedback)}" if choice.feedback else ""
                shown.append((choice_word(choice.id), choice.tally, told))
        while len(self.cards) < len(shown):
            card = TallyCard(self)
            self.cards.append(card)
            self.scale_layout(card.column, (24, 16, 24, 16), 8)
        # Cards without words of the material take no more height than they need.
        self.answers.setStretch(0, 4 if view.step is PlanStep.CHOICE else 0)
        columns = 2 if view.step is PlanStep.CHOICE else 3
        for index, card in enumerate(self.cards):
            card.setVisible(index < len(shown))
            if index < len(shown):
                self.tallies.addWidget(card, index // columns, index % columns)
                title, tally, told = shown[index]
                card.show_tally(title, tally, told, later=later)

    def _show_key(self, view: ReviewRoom) -> None:
        reading = view.checkpoints[0].reading if view.step is PlanStep.CHECKPOINT and view.checkpoints else None
        if reading is not None:
            quote = f"”{flowing(reading.quote)}”" if reading.quote else self.tr("Det står inget om det.")
            word = self.tr("Materialets läsning: {word}").format(word=verdict_word(reading.verdict).lower())
            self.key.show_paper(word, f"{quote}\n\n{flowing(reading.why)}")
        else:
            points = (_BULLET + point for point in view.points)
            self.key.show_paper(
                self.tr("Ett sätt att börja"), "\n\n".join(filter(None, (flowing(view.model), *points)))
            )

    def _lay_out(self) -> None:
        self.answers.addLayout(self.tallies, 1)
        self.answers.addWidget(self.key, 4)
        self.row.addWidget(self.plan, 1)
        self.row.addWidget(self.answer, 1)
        self.row.addLayout(self.answers, 1)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.place)
        self.head.addLayout(top)
        self.head.addWidget(self.question)
        self.body.addLayout(self.head)
        self.body.addWidget(self.large, 3)
        self.body.addWidget(self.overview, 1)
        self.body.addLayout(self.papers, 2)
        self.body.addLayout(self.row, 3)
        for layout in (self.papers, self.answers, self.row, self.tallies):
            self.scale_layout(layout, (0, 0, 0, 0), 24)
        self.scale_layout(self.head, (0, 0, 0, 0), 8)
        self.scale_layout(self.overview.grid, (0, 0, 0, 0), 16)
        for card in (self.plan, self.medical_note, self.coordinator_note, self.answer, self.key):
            self.scale_layout(card.column, (28, 20, 28, 20), 8)
