"""Seven checkpoints with a verdict each, and beside them how the plan was read once the own reading is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.study.employer_plan import Checkpoint, CheckpointId, PlanVerdict
from kompetens_gui.domain.study.employer_plan_words import checkpoint_question, checkpoint_word, verdict_word
from kompetens_gui.ui.exercises.employer_plan.words import VERDICT_STATUS
from kompetens_gui.ui.exercises.parts.answer_buttons import AnswerButtons
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.tags import Tag


class CheckpointRow(QWidget):
    """A checkpoint: `judged(verdict)` when a person judges, `quote_wanted()` to see the words in the plan."""

    judged = Signal(str)
    quote_wanted = Signal()

    def __init__(self, checkpoint: CheckpointId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.checkpoint = checkpoint
        name = checkpoint_word(checkpoint)
        self.question = Label(checkpoint_question(checkpoint), "small", "muted", wrap=True, parent=self)
        self.answers = AnswerButtons(name, [(v.value, verdict_word(v)) for v in PlanVerdict], self)
        self.answers.chosen.connect(self.judged)
        self.tags = FlowRow(8, self)
        self.own, self.ours = Tag("", parent=self.tags), Tag("", parent=self.tags)
        self.tags.add(self.own)
        self.tags.add(self.ours)
        self.verdict = Label("", "small-strong", wrap=True, parent=self)
        self.quote = Label("", "dense", wrap=True, parent=self)
        self.why = Label("", "small", "muted", wrap=True, parent=self)
        self.words_button = Button(self.tr("Visa i planen"), "ghost", "sm", icon_name="eye", parent=self)
        self.words_button.setAccessibleName(self.tr("Visa i planen: {name}").format(name=name))
        self.words_button.clicked.connect(self.quote_wanted)
        asked = QVBoxLayout()
        asked.setSpacing(2)
        asked.addWidget(Label(name, "dense-strong", wrap=True, parent=self))
        asked.addWidget(self.question)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(asked, 1)
        head.addWidget(self.answers, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self.tags, self.verdict, self.quote, self.why):
            column.addWidget(part)
        column.addLayout(at_left(self.words_button))
        for later in (self.tags, self.verdict, self.quote, self.why, self.words_button):
            show_when(later, False)

    def show_verdict(self, verdict: PlanVerdict | None) -> None:
        self.answers.set_current(verdict.value if verdict else "")

    def show_key(self, key: Checkpoint, own: PlanVerdict | None) -> None:
        """Show the plan's own reading beside the learner's, and lock that."""
        same = key.verdict == own
        self.own.set_status(
            self.tr("Du: {word}").format(word=verdict_word(own).lower() if own else "–"), "neutral", "user"
        )
        word = verdict_word(key.verdict).lower()
        self.ours.set_status(self.tr("Fallets läsning: {word}").format(word=word), VERDICT_STATUS[key.verdict])
        self.verdict.setText(self.tr("Ni läser lika.") if same else self.tr("Nästan. Läs skälet och jämför med ditt."))
        self.quote.setText(f"”{' '.join(key.quote.split())}”" if key.quote else self.tr("Det står inget om det."))
        self.why.setText(" ".join(key.why.split()))
        for asked in (self.question, self.answers):
            show_when(asked, False)
        for part in (self.tags, self.verdict, self.quote, self.why):
            show_when(part, True)
        show_when(self.words_button, bool(key.quote))


class CheckpointList(Card):
    """`judged(checkpoint, verdict)` when a person judges, `quote_wanted(quote)` when words of the plan are wanted."""

    judged = Signal(str, str)
    quote_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Läs planen"), parent=parent)
        self.body.setSpacing(0)
        self._key: tuple[Checkpoint, ...] = ()
        self.count = Label("", "small", "muted", parent=self)
        self.add_to_head(self.count)
        self.rows: dict[CheckpointId, CheckpointRow] = {}

    def show_checkpoints(
        self,
        checkpoints: Sequence[CheckpointId],
        verdicts: Mapping[CheckpointId, PlanVerdict],
        key: tuple[Checkpoint, ...],
        agreed: int,
    ) -> None:
        """Show the checkpoints with the verdicts so far, or with the plan's own reading when there is one."""
        for checkpoint in checkpoints:
            row = self.rows.get(checkpoint) or self._add(checkpoint)
            row.show_verdict(verdicts.get(checkpoint))
        if key and key != self._key:
            self._key = key
            for each in key:
                self.rows[each.id].show_key(each, verdicts.get(each.id))
        words = self.tr("{count} av {all} lika") if key else self.tr("{count} av {all}")
        self.count.setText(words.format(count=agreed if key else len(verdicts), all=len(checkpoints)))

    def first(self) -> QWidget | None:
        """Return what takes the keyboard: the first checkpoint without a verdict, else the first."""
        rows = list(self.rows.values())
        row = next((r for r in rows if not r.answers.current()), rows[0] if rows else None)
        return row.answers.first() if row is not None else None

    def _add(self, checkpoint: CheckpointId) -> CheckpointRow:
        row = self.rows[checkpoint] = CheckpointRow(checkpoint, self)
        row.judged.connect(partial(self._judge, checkpoint))
        row.quote_wanted.connect(partial(self._want_quote, checkpoint))
        if len(self.rows) == 1:
            self.body.addSpacing(12)
        self.add(rule(parent=self))
        self.add(row)
        return row

    @Slot()
    def _judge(self, checkpoint: CheckpointId, verdict: str) -> None:
        self.judged.emit(checkpoint.value, verdict)

    @Slot()
    def _want_quote(self, checkpoint: CheckpointId) -> None:
        self.quote_wanted.emit(next((k.quote for k in self._key if k.id == checkpoint), ""))
