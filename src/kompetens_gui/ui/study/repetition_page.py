"""Repetition: one question at a time with why and source, at most ten minutes, then it is done for today."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.services.repetition import QuestionToRepeat, ReviewAnswered
from kompetens_gui.ui.exercises.items.card import ItemCard
from kompetens_gui.ui.study.pressed import focused_button
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.labels import Heading, Kbd, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import Bar
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns


class RepetitionPage(QWidget):
    """`answered(ItemAnswer, guessed)`, `next_wanted()`, `leave_wanted()`."""

    answered = Signal(object, bool)
    next_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._is_over = False
        self.title = Heading(self.tr("Repetition"), "h1")
        self.line = Label(
            self.tr("Några frågor du har mött förut, högst tio minuter om dagen."), "body", "muted", wrap=True
        )
        self.place, self.bar = Label("", "body", "muted"), Bar()
        self.leave_button = Button(self.tr("Avsluta"), "secondary")
        self.area = PageScroll()
        self.main = Card()
        self.card = ItemCard(self.main)
        self.due = Label("", "small", "muted", wrap=True, parent=self.main)
        self.over = EmptyState("check-bold", self.tr("Klart för i dag"), "", self.tr("Till Självstudier"))
        self.primary_button = Button("", "primary", "lg", icon_name="arrow-right", icon_after=True)
        self.guess_button = Button(self.tr("Jag gissar"), "ghost")
        self.guess_button.setToolTip(self.tr("Svarar, och låter frågan komma tillbaka tidigare."))
        self.footer = QWidget()
        self._lay_out()
        self._connect()

    def show_question(self, question: QuestionToRepeat, number: int, count: int) -> None:
        """Ask the next question."""
        self._busy = self._is_over = False
        self.place.setText(self.tr("Kort {number} av {count}").format(number=number, count=count))
        self.bar.set_share((number - 1) / count if count else 0.0)
        self.card.show_item(question.item)
        show_when(self.due, False)
        self._show_parts()
        self.area.verticalScrollBar().setValue(0)
        self.card.first_focus().setFocus()
        self.refresh()

    def show_answer(self, review: ReviewAnswered, when: str, number: int, count: int) -> None:
        """Show how the answer went, and when the question comes back."""
        self._busy = False
        self.card.show_answered(review.answered)
        self.due.setText(when)
        show_when(self.due, True)
        self.bar.set_share(number / count if count else 1.0)
        self.refresh()

    def show_over(self, words: str) -> None:
        """Say that it is enough for today."""
        self._is_over = True
        self.over.sentence.setText(words)
        self._show_parts()
        self.refresh()
        if self.over.button is not None:
            self.over.button.setFocus()

    def tell_failed(self) -> None:
        """Let the answer be given again."""
        self._busy = False
        self.refresh()

    def first_focus(self) -> QWidget:
        if self._is_over and self.over.button is not None:
            return self.over.button
        return self.card.first_focus()

    @Slot()
    def refresh(self) -> None:
        asking = not self.card.is_answered
        self.primary_button.setText(self.tr("Svara") if asking else self.tr("Nästa"))
        can = not self._busy and (not asking or self.card.answer() is not None)
        self.primary_button.setEnabled(can)
        self.guess_button.setEnabled(can)
        show_when(self.guess_button, asking)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            button = focused_button(self.primary_button)
            if button is not None:
                button.click()
            else:
                self._primary()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _primary(self) -> None:
        if self._is_over:
            self.leave_wanted.emit()
        elif self.primary_button.isEnabled():
            if self.card.is_answered:
                self.next_wanted.emit()
            else:
                self._answer(guessed=False)

    @Slot()
    def _guess(self) -> None:
        self._answer(guessed=True)

    def _answer(self, *, guessed: bool) -> None:
        answer = self.card.answer()
        if answer is not None and not self._busy:
            self._busy = True
            self.refresh()
            self.answered.emit(answer, guessed)

    def _show_parts(self) -> None:
        for part in (self.main, self.footer, self.place, self.bar, self.leave_button):
            show_when(part, not self._is_over)
        show_when(self.over, self._is_over)

    def _connect(self) -> None:
        self.leave_button.clicked.connect(self.leave_wanted)
        self.over.action_wanted.connect(self.leave_wanted)
        self.card.changed.connect(self.refresh)
        self.primary_button.clicked.connect(self._primary)
        self.guess_button.clicked.connect(self._guess)

    def _lay_out(self) -> None:
        self.bar.setMinimumWidth(theme.px(160, self))
        head = ResponsiveColumns(spacing=12)
        words, right = QWidget(head), QWidget(head)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.line)
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addStretch(1)
        for part in (self.place, self.bar, self.leave_button):
            row.addWidget(part)
        head.add_column(words, 360)
        head.add_column(right, 420, 0)
        self.main.body.setContentsMargins(32, 24, 32, 28)
        self.main.add(self.card)
        self.main.add(self.due)
        self.main.body.addStretch(1)
        self.area.body.setContentsMargins(32, 0, 32, 24)
        self.area.body.addWidget(self.main)
        self.area.body.addWidget(self.over)
        self.area.body.addStretch(1)
        foot = QVBoxLayout(self.footer)
        foot.setContentsMargins(32, 0, 32, 12)
        foot.setSpacing(12)
        foot.addWidget(rule())
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for control in (self.primary_button, Kbd("Enter"), self.guess_button):
            buttons.addWidget(control)
        buttons.addStretch(1)
        foot.addLayout(buttons)
        top = QVBoxLayout()
        top.setContentsMargins(32, 24, 32, 16)
        top.addWidget(head)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.footer)
        self._show_parts()
