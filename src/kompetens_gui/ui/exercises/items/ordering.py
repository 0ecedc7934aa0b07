"""Steps to put in order: with Alt and the arrows, or with buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import AnsweredView, ItemView
from kompetens_gui.domain.study.questions import ItemAnswer
from kompetens_gui.ui.exercises.items.answering import Answering
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.tags import StatusText


class OrderRow(QFrame):
    """A step with its place. `moved(steps)` when it is to stand earlier (−1) or later (1), `left(steps)` to its
    neighbour.
    """

    moved = Signal(int)
    left = Signal(int)

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self._text, self._locked = key, text, False
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number = Label("", "number", "muted", parent=self)
        self.words = Label(text, "body", wrap=True, parent=self)
        self.verdict = StatusText("", "info", parent=self)
        self.up = IconButton("arrow-up", self.tr("Tidigare (Alt+↑)"), size="sm", parent=self)
        self.down = IconButton("arrow-down", self.tr("Senare (Alt+↓)"), size="sm", parent=self)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        show_when(self.verdict, False)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.number)
        row.addWidget(self.words, 1)
        for part in (self.verdict, self.up, self.down):
            row.addWidget(part)

    def show_place(self, place: int, count: int) -> None:
        self.number.setText(f"{place}.")
        self.setAccessibleName(self.tr("{place} av {count}: {text}").format(place=place, count=count, text=self._text))
        self.up.setEnabled(place > 1)
        self.down.setEnabled(place < count)

    def show_verdict(self, word: str, *, right: bool) -> None:
        """Say where the step belongs, and let it stand."""
        self._locked = True
        self.verdict.set_status(word, "ok" if right else "warn", "check-bold" if right else "arrow-right")
        show_when(self.verdict, True)
        self.up.hide()
        self.down.hide()
        self.setAccessibleDescription(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(steps)
        else:
            self.left.emit(steps)

    def _move(self, steps: int, _checked: bool = False) -> None:
        if not self._locked:
            self.moved.emit(steps)


class Ordering(Answering):
    """The steps in the order the learner has given them."""

    def __init__(self, view: ItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        hint = self.tr("Flytta med Alt+↑ och Alt+↓, eller med pilarna till höger.")
        self._hint = Label(hint, "small", "muted", wrap=True, parent=self)
        self._column.addWidget(self._hint)
        self.rows: list[OrderRow] = []
        for choice in view.choices:
            row = OrderRow(choice.key, choice.text, self)
            row.moved.connect(partial(self._move, row))
            row.left.connect(partial(self._leave, row))
            self.rows.append(row)
            self._column.addWidget(row)
        self._number()

    def answer(self) -> ItemAnswer | None:
        return ItemAnswer(places=tuple(int(row.key) for row in self.rows))

    def first(self) -> QWidget:
        return self.rows[0]

    def show_answered(self, answered: AnsweredView) -> None:
        """Show the steps in the right order, with where the learner had put those that stood elsewhere."""
        own = {index: place for place, index in enumerate(answered.answer.places)}
        self.rows.sort(key=lambda row: int(row.key))
        self._place()
        self._hint.hide()
        for place, row in enumerate(self.rows):
            right = own[place] == place
            word = self.tr("Stod rätt") if right else self.tr("Du satte den som {place}").format(place=own[place] + 1)
            row.show_verdict(word, right=right)

    def _move(self, row: OrderRow, steps: int) -> None:
        here = self.rows.index(row)
        there = here + steps
        if not 0 <= there < len(self.rows):
            return
        self.rows.insert(there, self.rows.pop(here))
        self._place()
        row.setFocus()
        self.changed.emit()

    def _leave(self, row: OrderRow, steps: int) -> None:
        place = self.rows.index(row) + steps
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus()

    def _place(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
        for row in self.rows:
            self._column.addWidget(row)
        for before, after in zip(self.rows, self.rows[1:], strict=False):
            QWidget.setTabOrder(before.down, after)
            QWidget.setTabOrder(after, after.up)
            QWidget.setTabOrder(after.up, after.down)
        self._number()

    def _number(self) -> None:
        for place, row in enumerate(self.rows, 1):
            row.show_place(place, len(self.rows))
