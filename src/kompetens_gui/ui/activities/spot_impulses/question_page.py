"""The questions to go on with: which one each group would ask, or hands; for the leader how far they lead."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.spot_impulses.events import QuestionHandsCounted, QuestionPicked
from kompetens_gui.domain.activities.spot_impulses.rules import HIGHEST_COUNT
from kompetens_gui.domain.activities.spot_impulses.state import Answers
from kompetens_gui.domain.impulse_names import reach_words
from kompetens_gui.domain.study.impulses import NextQuestion, Portion
from kompetens_gui.ui.activities.group_row import GroupRow
from kompetens_gui.ui.activities.hand_keys import hand_of
from kompetens_gui.ui.widgets.labels import Icon, Kbd, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.stepper import Stepper


class QuestionRow(QWidget):
    """One question with its number, hands where they are counted, and for the leader how far it leads."""

    counted = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "dense-strong", wrap=True, parent=self)
        self.reach = Label("", "small", "muted", wrap=True, parent=self)
        self.before = Label("", "small", "muted", parent=self)
        self.count = Stepper("", maximum=HIGHEST_COUNT, parent=self)
        self.count.value_changed.connect(self.counted)
        reach = QHBoxLayout()
        reach.setSpacing(6)
        reach.addWidget(Icon("eye-slash", 16, "text_3", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        reach.addWidget(self.reach, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.words)
        words.addLayout(reach)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Kbd(str(number), parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.before)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_question(self, question: NextQuestion, hands: int, before: str, *, by_hand: bool) -> None:
        self.words.setText(question.text)
        self.reach.setText(
            self.tr("Bara du ser: {reach}. {why}").format(
                reach=reach_words(question.score).lower(), why=question.feedback
            )
        )
        self.before.setText(before)
        show_when(self.before, bool(before))
        self.count.set_name(question.text)
        self.count.set_value(hands)
        show_when(self.count, by_hand)


class QuestionPage(QFrame):
    """`proposed(event)` with hands, or a group's question."""

    proposed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Nästa fråga"))
        self._number = 0
        self._questions: tuple[NextQuestion, ...] = ()
        self._picked: dict[str, str] = {}
        self._made: tuple[tuple[tuple[str, str], ...], int] = ((), 0)
        self.rows: list[QuestionRow] = []
        self.groups: dict[str, GroupRow] = {}
        self.area, self.body = side_scroll(self)
        self._question_column, self._group_column = QVBoxLayout(), QVBoxLayout()
        self._question_column.setSpacing(12)
        self._group_column.setSpacing(6)
        self.hint = Label("", "small", "muted", wrap=True, parent=self.body.parentWidget())
        self.body.addLayout(self._question_column)
        self.body.addLayout(self._group_column)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 12)
        column.addWidget(self.area)

    def show_portion(
        self, number: int, portion: Portion, answers: Answers, first: Answers | None, groups: Sequence[tuple[str, str]]
    ) -> None:
        self._number, self._questions, self._picked = number, portion.next_questions, dict(answers.questions)
        several = bool(groups and groups[0][0])
        while len(self.rows) < len(self._questions):
            self._add_row()
        for place, row in enumerate(self.rows):
            show_when(row, place < len(self._questions))
            if place < len(self._questions):
                question = self._questions[place]
                before = "" if first is None or several else self._before(first, question.id)
                row.show_question(question, answers.hands.get(question.id, 0), before, by_hand=not several)
        self._show_groups(tuple(groups) if several else (), len(self._questions))
        self.hint.setText(
            self.tr("1–6 ger nästa grupp utan val den frågan. På gruppens rad byter de fråga, Delete tar bort.")
            if several
            else self.tr("1–6 lägger till en hand, med Skift tar de bort.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number, down = hand_of(event)
        if not 1 <= number <= len(self._questions):
            super().keyPressEvent(event)
        elif not self.groups:
            self.rows[number - 1].count.step_by(-1 if down else 1)
        else:
            waiting = next((g for g in self.groups if not self._picked.get(g)), None)
            if waiting is not None and not down:
                self._pick(waiting, number - 1)

    def _before(self, first: Answers, question: str) -> str:
        return self.tr("före: {count}").format(count=first.hands.get(question, 0))

    def _add_row(self) -> None:
        place = len(self.rows)
        row = QuestionRow(place + 1, self.body.parentWidget())
        row.counted.connect(partial(self._count, place))
        self._question_column.addWidget(row)
        self.rows.append(row)

    def _show_groups(self, groups: tuple[tuple[str, str], ...], count: int) -> None:
        if (groups, count) != self._made:
            self._made = (groups, count)
            for old in self.groups.values():
                self._group_column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.groups = {}
            for group, name in groups:
                row = self.groups[group] = GroupRow(name, count, self.body.parentWidget())
                row.chosen.connect(partial(self._pick, group))
                self._group_column.addWidget(row)
        places = {question.id: place for place, question in enumerate(self._questions)}
        for group, row in self.groups.items():
            row.show_pick(places.get(self._picked.get(group, ""), -1))

    def _count(self, place: int, count: int) -> None:
        self.proposed.emit(QuestionHandsCounted(self._number, self._questions[place].id, count))

    def _pick(self, group: str, place: int) -> None:
        question = self._questions[place].id if 0 <= place < len(self._questions) else ""
        if question != self._picked.get(group, ""):
            # Known here at once: the next digit may come before the session has answered, and is the next group's.
            self._picked[group] = question
            self.proposed.emit(QuestionPicked(self._number, group, question))
