"""One row at a time: the story, the line of time, the grounds to choose among, and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.timeline.rules import AnsweredRow, GroundAnswered, RowView, TimelineView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.items.feedback import FeedbackBox
from kompetens_gui.ui.exercises.reading_width import ReadingWidth
from kompetens_gui.ui.exercises.scrolling import keep_in_view
from kompetens_gui.ui.exercises.timeline import words
from kompetens_gui.ui.exercises.timeline.drawn_line import DrawnLine
from kompetens_gui.ui.exercises.timeline.layout import marks_of
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label, rule
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.option_row import OptionRow
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_top
from kompetens_gui.ui.widgets.tags import Tag

_LONGEST_DAY = 99_999


class DayField(QLineEdit):
    """Room for the number of a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QIntValidator(1, _LONGEST_DAY, self))
        self.setMaxLength(5)

    def value(self) -> int | None:
        return int(self.text()) if self.text().isdigit() else None


class TimelinePanel(ExercisePanel):
    """A row stays on show, with its explanation, until the learner goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TimelineView | None = None
        self._row: RowView | None = None
        self._answered: AnsweredRow | None = None
        self._under_way = False
        self.columns = ResponsiveColumns(parent=self)
        self.card, self._side = Card(parent=self.columns), QWidget(self.columns)
        self.title = Heading("", "h2", parent=self.card)
        self.facts = FlowRow(8, self.card)
        self.story = Label("", "body", wrap=True, parent=self.card)
        self.line = DrawnLine(self.card)
        self.question = Heading("", "h3", parent=self.card)
        self.day = DayField(self._side)
        self.day_field = Field(
            self.tr("Vilken dag i kedjan? (frivilligt)"),
            self.day,
            hint=self.tr("Första dagen med nedsatt arbetsförmåga är dag 1. Varje kalenderdag räknas."),
            parent=self._side,
        )
        self.feedback = FeedbackBox(self.card)
        self.rules = Label("", "meta", "faint", wrap=True, parent=self._side)
        self.grounds: dict[str, OptionRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._lay_out()

    def show_attempt(self, attempt: Attempt) -> None:
        view: TimelineView = attempt.view
        self._view, self._under_way = view, False
        shown = self._row.row if self._row is not None else -1
        answered = next((a for a in view.answered if a.row.row == shown), None)
        if answered is not None:
            self._show_answered(answered)
        elif shown < 0 and view.current is not None:
            self._show_row(view.current)
        elif shown < 0 and view.answered:
            self._show_row(view.answered[-1].row)
            self._show_answered(view.answered[-1])
        if self._row is not None:
            self.rules.setText("\n\n".join(words.fixed_texts(attempt.started.content.rows[self._row.row])))
        self.primary_changed.emit()

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None:
            return None
        if self._answered is None:
            return PrimaryAction(self.tr("Svara"), self._answer, bool(self._chosen()) and not self._under_way)
        if view.current is not None:
            return PrimaryAction(self.tr("Nästa tidslinje"), self._go_on)
        return None

    def progress(self) -> tuple[int, int] | None:
        view = self._view
        if view is None or view.count <= 1:
            return None
        return len(view.answered) + (self._answered is None), view.count

    def first_focus(self) -> QWidget | None:
        return next(iter(self.grounds.values()), None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "day"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0.value
        rows = list(self.grounds.values())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 1 <= number <= len(rows) and not rows[0].is_locked:
            rows[number - 1].setFocus()
            rows[number - 1].click()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> str:
        return next((ground for ground, row in self.grounds.items() if row.isChecked()), "")

    def _answer(self) -> None:
        if self._row is not None and self._chosen() and not self._under_way:
            self._under_way = True
            self.proposed.emit(GroundAnswered(self._row.row, self._chosen(), self.day.value()))

    def _go_on(self) -> None:
        if self._view is not None and self._view.current is not None:
            self._show_row(self._view.current)
            first = self.first_focus()
            if first is not None:
                first.setFocus()
            self.primary_changed.emit()

    def _show_row(self, row: RowView) -> None:
        self._row, self._answered = row, None
        self.title.setText(row.title)
        facts = self.facts.layout()
        if facts is not None:
            clear_layout(facts)
        for fact in words.facts(row):
            self.facts.add(Tag(fact, "neutral", parent=self.facts))
        self.story.setText(row.story)
        self.question.setText(row.question)
        self.day.clear()
        self.day.setReadOnly(False)
        self.day_field.set_hint(self.tr("Första dagen med nedsatt arbetsförmåga är dag 1. Varje kalenderdag räknas."))
        self._draw(row, revealed=False)
        clear_layout(self._rows)
        self.grounds = {}
        for number, ground in enumerate(row.grounds, 1):
            option = OptionRow(words.title_of(ground), str(number), "radio", self.card)
            option.set_detail(words.detail_of(ground, row.situation))
            option.toggled.connect(self.primary_changed)
            self.grounds[ground] = option
            self._rows.addWidget(option)
        show_when(self.feedback, False)

    def _show_answered(self, answered: AnsweredRow) -> None:
        if self._answered is not None:
            return
        just_answered = self.isVisible()
        self._answered = answered
        for ground, option in self.grounds.items():
            option.setChecked(ground == answered.answer.ground)
            option.set_locked(True)
            if ground == answered.expected.ground:
                option.set_verdict(self.tr("Rätt svar"), "ok")
            elif ground == answered.answer.ground:
                option.set_verdict(self.tr("Ditt svar"), "warn")
        if answered.answer.day is not None:
            self.day.setText(str(answered.answer.day))
        self.day.setReadOnly(True)
        self.day_field.set_hint(words.day_verdict(answered))
        said = [answered.feedback, answered.why, words.exception_line(answered.expected.exception)]
        self.feedback.say(words.verdict(answered), "\n".join(s for s in said if s), right=answered.right)
        show_when(self.feedback, True)
        self._draw(answered.row, revealed=True)
        if just_answered:
            QTimer.singleShot(0, self.feedback, self._bring_feedback)

    def _bring_feedback(self) -> None:
        keep_in_view(self.feedback)

    def _draw(self, row: RowView, *, revealed: bool) -> None:
        marks = marks_of(
            row.start,
            row.exam,
            [(event.on, event.text) for event in row.events],
            self.tr("Dagen som prövas"),
            self.tr("Sjukskrivningen börjar"),
        )
        self.line.show_line(marks, row.start, row.earlier_days, revealed=revealed)

    def _fit(self) -> None:
        self.day.setFixedWidth(theme.px(120, self))

    def _lay_out(self) -> None:
        self._fit()
        story = ReadingWidth(self.story, self.card)
        self.card.body.setContentsMargins(32, 24, 32, 28)
        for part in (self.title, self.facts, story, self.line, rule(), self.question):
            self.card.add(part)
        self.card.body.addLayout(self._rows)
        self.card.add(self.feedback)
        self.card.body.addStretch(1)
        show_when(self.feedback, False)
        counting = Card(self.tr("Räkna dagarna"), parent=self._side)
        counting.add(self.day_field)
        counting.add(rule())
        counting.add(self.rules)
        side = at_top(counting)
        side.setContentsMargins(0, 0, 0, 0)
        self._side.setLayout(side)
        self.columns.add_column(self.card, 480)
        self.columns.add_column(self._side, 300, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
