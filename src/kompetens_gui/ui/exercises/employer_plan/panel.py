"""The plan beside its checkpoints, then what to do next, and the first sentence of the talk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.employer_plan import (
    LONGEST_SENTENCE,
    CheckpointJudged,
    NextStepChosen,
    PlanView,
)
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.employer_plan import CheckpointId, PlanChoiceId, PlanVerdict
from kompetens_gui.domain.study.employer_plan_words import choice_word
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.employer_plan.checkpoint_list import CheckpointList
from kompetens_gui.ui.exercises.employer_plan.paper import NoteCard, PlanPaper
from kompetens_gui.ui.exercises.option_list import Option
from kompetens_gui.ui.exercises.parts.columns import column_of
from kompetens_gui.ui.exercises.parts.guide_card import GuideCard
from kompetens_gui.ui.exercises.parts.model_card import ModelCard
from kompetens_gui.ui.exercises.parts.numbered_options import NumberedOptions
from kompetens_gui.ui.exercises.parts.own_text_editor import OwnTextEditor
from kompetens_gui.ui.exercises.parts.versions_card import VersionsCard
from kompetens_gui.ui.exercises.parts.writing import Writing
from kompetens_gui.ui.exercises.scrolling import bring_into_view
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

_PAPER, _JUDGE, _SAY = 400, 440, 380


class EmployerPlanPanel(ExercisePanel):
    """Judges, chooses and writes; then the plan's own reading is laid beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: PlanView | None = None
        self._asked = False
        self.columns = ResponsiveColumns(parent=self)
        papers, judging, saying = QWidget(self.columns), QWidget(self.columns), QWidget(self.columns)
        self.paper = PlanPaper(papers)
        self.medical_note = NoteCard(self.tr("Ur läkarens underlag"), papers)
        self.coordinator_note = NoteCard(self.tr("Koordinatorns anteckning"), papers)
        self.checkpoints = CheckpointList(judging)
        self.choice_card = Card(self.tr("Vad gör du nu?"), parent=judging)
        self.choices = NumberedOptions(self.tr("Vad gör du nu?"), parent=self.choice_card)
        self.sentence_card = Card(parent=saying)
        self.editor = OwnTextEditor(
            self.tr("Din &första mening till arbetsgivaren"), LONGEST_SENTENCE, lines=4, parent=self.sentence_card
        )
        self.model = ModelCard(self.tr("Ett sätt att börja"), self.sentence_card)
        waiting = self.tr("Skriv din mening och se läsningen av planen. Sedan får du punkter och ett förslag.")
        self.guide = GuideCard(self.tr("Håller meningen?"), waiting, saying)
        self.versions = VersionsCard(saying)
        self.writing = Writing(self.editor, self.guide, self.versions, self)
        column_of(papers, self.paper, self.medical_note, self.coordinator_note)
        column_of(judging, self.checkpoints, self.choice_card)
        column_of(saying, self.sentence_card, self.guide, self.versions)
        self._lay_out(papers, judging, saying)
        self.checkpoints.judged.connect(self._judge)
        self.checkpoints.quote_wanted.connect(self._show_quote)
        self.choices.chosen.connect(self._choose)
        self.writing.proposed.connect(self.proposed)
        self.writing.round_wanted.connect(self.round_wanted)
        self.writing.changed.connect(self.primary_changed)

    def show_attempt(self, attempt: Attempt) -> None:
        view: PlanView = attempt.view
        first = self._view is None
        if first:
            self.paper.show_plan(view.plan)
            self.medical_note.show_text(view.medical_note)
            self.coordinator_note.show_text(view.coordinator_note)
            options = [Option(c.value, choice_word(c)) for c in PlanChoiceId]
            self.choices.show_options("choice", options)
        self._view = view
        self.checkpoints.show_checkpoints(view.checkpoints, view.verdicts, view.key, view.agreed)
        if first:
            self._order_tabs()
        self.choices.set_current(view.choice.value if view.choice else "")
        if view.key:
            self._show_choices(view)
        self.writing.show_own(view.own, view.earlier, view.points)
        self.model.show_model(" ".join(view.model.split()))
        if self._asked and view.key:
            self._asked = False
            bring_into_view(self.checkpoints)
        self.primary_changed.emit()

    def commit_pending(self) -> None:
        self.editor.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        return self.writing.parts_for_later()

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None:
            return None
        if not view.key:
            return PrimaryAction(self.tr("Visa läsningen"), self._reveal, view.can_reveal)
        return self.writing.primary()

    def progress(self) -> tuple[int, int] | None:
        view = self._view
        if view is None or view.key:
            return None
        done, count = len(view.verdicts) + (view.choice is not None), len(view.checkpoints) + 1
        return min(done + 1, count), count

    def first_focus(self) -> QWidget | None:
        return self.checkpoints.first() if self._view is None or not self._view.key else self.editor.text

    def _show_choices(self, view: PlanView) -> None:
        self.choices.lock()
        for choice in view.choices:
            word = self.tr("Rimligt här") if choice.reasonable else self.tr("Passar sämre här")
            if choice.id == view.choice:
                word = self.tr("Ditt val. {word}").format(word=word)
            status = "ok" if choice.reasonable else "info" if choice.id == view.choice else ""
            self.choices.tell(choice.id.value, word, status, " ".join(choice.feedback.split()))  # type: ignore[arg-type]

    def _reveal(self) -> None:
        self._asked = True
        self.commit_pending()
        self.round_wanted.emit()

    @Slot(str, str)
    def _judge(self, checkpoint: str, verdict: str) -> None:
        self.proposed.emit(CheckpointJudged(CheckpointId(checkpoint), PlanVerdict(verdict)))

    @Slot(str)
    def _choose(self, choice: str) -> None:
        self.proposed.emit(NextStepChosen(PlanChoiceId(choice)))

    @Slot(str)
    def _show_quote(self, quote: str) -> None:
        self.paper.show_quote(quote)
        part = self.paper.label_of_quote()
        if part is not None:
            bring_into_view(part)

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does: checkpoints and choices are made after the field that stands to their right."""
        answers = [b for row in self.checkpoints.rows.values() for b in row.answers.buttons.values()]
        stops = [*answers, *self.choices.rows.values(), self.editor.text, self.editor.undo, self.editor.keep]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _lay_out(self, papers: QWidget, judging: QWidget, saying: QWidget) -> None:
        self.choice_card.add(self.choices)
        self.sentence_card.add(self.editor)
        self.sentence_card.add(self.model)
        self.columns.add_column(papers, _PAPER)
        self.columns.add_column(judging, _JUDGE)
        self.columns.add_column(saying, _SAY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
