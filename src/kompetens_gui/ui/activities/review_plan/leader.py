"""Goes through the plan, its checkpoints, the choice and the first sentence."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.ballots import ballot_of
from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.review_plan.events import (
    CHOICE,
    ChoiceCounted,
    ChoiceOfGroup,
    ChoicesAnswered,
    ModelShown,
    PlanStep,
    PlanStepShown,
    ReadingShown,
    ReviewState,
    RoundChosen,
    SentenceWritten,
    VerdictCounted,
    VerdictOfGroup,
    steps,
)
from kompetens_gui.domain.activities.review_plan.room import room_view
from kompetens_gui.domain.activities.review_plan.rules import LONGEST_SENTENCE
from kompetens_gui.domain.study.employer_plan import CheckpointId, EmployerPlan, PlanChoiceId, PlanVerdict
from kompetens_gui.domain.study.employer_plan_words import (
    checkpoint_question,
    choice_word,
    verdict_word,
)
from kompetens_gui.ui.activities.ballot_grid import BallotGrid, round_switch
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.group_points import GroupPoints
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton, flowing
from kompetens_gui.ui.activities.review_plan.overview import checkpoint_line
from kompetens_gui.ui.activities.review_plan.words import step_word
from kompetens_gui.ui.activities.steps_head import StepsHead
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action


class ReviewPlanLeader(LeaderPanel):
    """One step at a time; what the material says is for the leader until it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ReviewState()
        self._plan: EmployerPlan | None = None
        self.head = StepsHead(self)
        self.head.wanted.connect(self._go_to)
        area, body = side_scroll(self)
        self.title = Heading("", "h2", parent=area)
        self.text = Label("", "body", wrap=True, parent=area)
        self.notes = Label("", "small", "muted", wrap=True, parent=area)
        self.round = round_switch(area)
        self.round.chosen.connect(self._choose_round)
        self.ballot = BallotGrid(area)
        self.ballot.counted.connect(self._count)
        self.ballot.placed.connect(self._place)
        self.sentences = GroupPoints(self.tr("&Vem säger det"), self.tr("&Så kan vi börja"), LONGEST_SENTENCE, area)
        self.sentences.written.connect(self._write)
        self.private = PrivateBox(area)
        self.reveal = RevealButton(self.tr("Visa läsningen i rummet"), self.tr("Dölj läsningen"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private.head.addWidget(self.reveal)
        self.key = Label("", "small", wrap=True, parent=self.private)
        self.private.body.addWidget(self.key)
        for part in (self.title, self.text, self.round, self.ballot, self.sentences, self.private, self.notes):
            body.addWidget(part)
        body.addStretch(1)
        self._actions = self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)

    def show_state(self, state: ReviewState, context: ActivityContext) -> None:
        """Show the step at hand."""
        plan = context.material
        if not isinstance(plan, EmployerPlan):
            self.title.setText(self.tr("Materialet saknas. Välj ett i planen."))
            return
        self._state, self._plan = state, plan
        order = steps(plan)
        self.head.show_steps([step_word(*each, plan) for each in order], order.index((state.step, state.number)))
        self.title.setText(step_word(state.step, state.number, plan))
        self.text.setText(self._text(plan, context))
        self.notes.setText(self._notes(plan))
        self.notes.setVisible(state.step is not PlanStep.OVERVIEW)
        judging = state.step in (PlanStep.CHECKPOINT, PlanStep.CHOICE)
        self.round.set_current(str(int(state.round)))
        self.round.setVisible(judging)
        self.ballot.setVisible(judging)
        if judging:
            self._show_ballot(plan, context)
        self.sentences.setVisible(state.step is PlanStep.SENTENCE)
        self.sentences.show_points([(s.id, s.text, s.group) for s in state.sentences], context.groups)
        self.private.setVisible(judging or state.step is PlanStep.SENTENCE)
        self.key.setText(self._key(plan))
        self.reveal.set_shown(self._is_shown())

    def commit_pending(self) -> None:
        self.sentences.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _text(self, plan: EmployerPlan, context: ActivityContext) -> str:
        match self._state.step:
            case PlanStep.PART:
                return flowing(plan.plan[self._state.number].text)
            case PlanStep.CHECKPOINT:
                return checkpoint_question(self._checkpoint(plan))
            case PlanStep.OVERVIEW:
                asked = self.tr(
                    "Rummet ser alla sju punkter med det ni har räknat. Vad behöver arbetsgivaren höra först?"
                )
                later = self._state.round is Round.SECOND
                found = room_view(self._state, plan, context).checkpoints
                return "\n\n".join((asked, *(checkpoint_line(checkpoint, later=later) for checkpoint in found)))
            case PlanStep.CHOICE:
                return self.tr("Flera val kan vara rimliga. Låt den som valde något annat än de flesta börja.")
            case _:
                return self.tr("Skriv en mening per grupp. Läs den högt som om chefen lyssnade.")

    def _notes(self, plan: EmployerPlan) -> str:
        medical = self.tr("Läkarens underlag: {text}").format(text=flowing(plan.medical_note))
        coordinator = self.tr("Koordinatorns anteckning: {text}").format(text=flowing(plan.coordinator_note))
        return f"{medical}\n{coordinator}"

    def _key(self, plan: EmployerPlan) -> str:
        match self._state.step:
            case PlanStep.CHECKPOINT:
                found = plan.checkpoints[self._state.number]
                quote = f"”{flowing(found.quote)}”" if found.quote else self.tr("Det står inget om det.")
                return f"{verdict_word(found.verdict)}. {quote}\n{flowing(found.why)}"
            case PlanStep.CHOICE:
                return "\n".join(f"{choice_word(c.id)}: {flowing(c.feedback)}" for c in plan.choices)
            case PlanStep.SENTENCE:
                points = "\n".join(f"– {point}" for point in plan.first_sentence.points)
                return f"{flowing(plan.first_sentence.model)}\n{points}"
            case _:
                return ""

    def _show_ballot(self, plan: EmployerPlan, context: ActivityContext) -> None:
        if self._state.step is PlanStep.CHECKPOINT:
            question: str = self._checkpoint(plan)
            options = [(v.value, verdict_word(v)) for v in PlanVerdict]
        else:
            question = CHOICE
            options = [(c.id.value, choice_word(c.id)) for c in plan.choices]
        self.ballot.show_options(options, context.groups)
        first = ballot_of(self._state.ballots, Round.FIRST, question)
        later = self._state.round is Round.SECOND
        ballot = ballot_of(self._state.ballots, self._state.round, question)
        self.ballot.show_ballot(ballot, first if later else None)

    def _checkpoint(self, plan: EmployerPlan) -> CheckpointId:
        return plan.checkpoints[self._state.number].id

    def _is_shown(self) -> bool:
        match self._state.step:
            case PlanStep.CHECKPOINT:
                return self._plan is not None and self._checkpoint(self._plan) in self._state.read
            case PlanStep.CHOICE:
                return self._state.answered
            case PlanStep.SENTENCE:
                return self._state.model
            case _:
                return False

    @Slot(int)
    def _go_to(self, number: int) -> None:
        self.sentences.commit()
        if self._plan is not None:
            self.proposed.emit(PlanStepShown(*steps(self._plan)[number]))

    @Slot(str, int)
    def _count(self, option: str, count: int) -> None:
        if self._plan is None:
            return
        if self._state.step is PlanStep.CHOICE:
            self.proposed.emit(ChoiceCounted(self._state.round, PlanChoiceId(option), count))
        else:
            checkpoint = self._checkpoint(self._plan)
            self.proposed.emit(VerdictCounted(self._state.round, checkpoint, PlanVerdict(option), count))

    @Slot(str, str)
    def _place(self, group: str, option: str) -> None:
        if self._plan is None:
            return
        if self._state.step is PlanStep.CHOICE:
            self.proposed.emit(ChoiceOfGroup(self._state.round, group, PlanChoiceId(option) if option else None))
        else:
            verdict = PlanVerdict(option) if option else None
            self.proposed.emit(VerdictOfGroup(self._state.round, self._checkpoint(self._plan), group, verdict))

    @Slot(str, str, str)
    def _write(self, sentence: str, text: str, group: str) -> None:
        self.proposed.emit(SentenceWritten(sentence, text, group))

    @Slot(str)
    def _choose_round(self, key: str) -> None:
        self.proposed.emit(RoundChosen(Round(int(key))))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        match self._state.step:
            case PlanStep.CHECKPOINT if self._plan is not None:
                self.proposed.emit(ReadingShown(self._checkpoint(self._plan), shown))
            case PlanStep.CHOICE:
                self.proposed.emit(ChoicesAnswered(shown))
            case PlanStep.SENTENCE:
                self.proposed.emit(ModelShown(shown))

    def _toggle_key(self) -> None:
        self._reveal(not self._is_shown())

    def _other_round(self) -> None:
        later = self._state.round is Round.FIRST
        self.proposed.emit(RoundChosen(Round.SECOND if later else Round.FIRST))

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra steget"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa steg"), "Alt+Right")
        key = kind_action(self, self.tr("Visa eller dölj läsningen"), "Ctrl+Shift+F")
        rounds = kind_action(self, self.tr("Före eller efter samtalet"), "Ctrl+Shift+2")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        key.triggered.connect(self._toggle_key)
        rounds.triggered.connect(self._other_round)
        return [earlier, later, key, rounds]
