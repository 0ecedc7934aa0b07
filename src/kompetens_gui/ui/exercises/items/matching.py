"""Pairs to put together: choose a left side, then what belongs to it by pointer or number key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import AnsweredView, ItemView
from kompetens_gui.domain.study.questions import ItemAnswer
from kompetens_gui.ui.exercises.items.answering import Answering
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.option_row import OptionRow
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

_LEAST = 240


class Matching(Answering):
    """Left sides with what has been put to each; right sides to choose among."""

    def __init__(self, view: ItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = {choice.key: choice.text for choice in view.choices}
        self._chosen: dict[int, str] = {}
        self.columns = ResponsiveColumns(spacing=16, parent=self)
        self.left_side, self.right_side = QWidget(self.columns), QWidget(self.columns)
        self.lefts: list[OptionRow] = []
        self.rights: dict[str, OptionRow] = {}
        left = self._column(self.left_side, self.tr("Välj en rad"))
        for index, text in enumerate(view.lefts):
            row = OptionRow(text, "", "radio", self.left_side)
            row.clicked.connect(partial(self._show_assigned, index))
            self.lefts.append(row)
            left.addWidget(row)
        left.addStretch(1)
        right = self._column(self.right_side, self.tr("Vad hör ihop med den?"))
        for number, choice in enumerate(view.choices, 1):
            row = OptionRow(choice.text, str(number), parent=self.right_side)
            row.clicked.connect(partial(self._assign, choice.key))
            self.rights[choice.key] = row
            right.addWidget(row)
        right.addStretch(1)
        self.columns.add_column(self.left_side, _LEAST)
        self.columns.add_column(self.right_side, _LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self._pairs = QVBoxLayout()
        self._pairs.setSpacing(8)
        self._told: list[OptionRow] = []
        column.addLayout(self._pairs)
        self.lefts[0].setChecked(True)
        for index in range(len(self.lefts)):
            self._show_assigned(index)

    def answer(self) -> ItemAnswer | None:
        if len(self._chosen) < len(self.lefts):
            return None
        return ItemAnswer(places=tuple(int(self._chosen[i]) for i in range(len(self.lefts))))

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        while len(self._told) < len(self.lefts):
            yield self._add_told

    def press(self, number: int) -> bool:
        rows = list(self.rights.values())
        if not 1 <= number <= len(rows) or self.lefts[0].is_locked:
            return False
        rows[number - 1].click()
        return True

    def first(self) -> QWidget:
        return self.lefts[0]

    def show_answered(self, answered: AnsweredView) -> None:
        """Show the pairs that belong together, one under the other, in place of the two columns."""
        had_keyboard = self.columns.isAncestorOf(QApplication.focusWidget() or self)
        pairs = zip(answered.item.pairs, answered.answer.places, answered.score.parts, strict=True)
        while len(self._told) < len(answered.item.pairs):
            self._add_told()
        self.lefts = self._told
        for row, (pair, place, part) in zip(self._told, pairs, strict=True):
            given = self._texts.get(str(place), "")
            row.set_text(f"{pair.left} – {pair.right}")
            row.set_locked(True)
            row.set_verdict(self.tr("Hör ihop") if part.right else self.tr("Nästan"), "ok" if part.right else "warn")
            yours = "" if part.right else self.tr("Du valde: {given}.").format(given=given)
            row.set_detail(" ".join(said for said in (yours, pair.feedback) if said))
            row.show()
        if had_keyboard:
            # Before the columns go: Qt would hand the keyboard to some other part of the window.
            self.lefts[0].setFocus()
        self.columns.hide()

    def _add_told(self) -> None:
        row = OptionRow("", parent=self)
        row.hide()
        self._told.append(row)
        self._pairs.addWidget(row)

    def _assign(self, key: str, _checked: bool = False) -> None:
        """Put a right side to the chosen left side, and go on to the next that has none."""
        here = next((i for i, row in enumerate(self.lefts) if row.isChecked()), 0)
        self._chosen[here] = key
        self._show_assigned(here)
        count = len(self.lefts)
        later = [i % count for i in range(here + 1, here + count) if i % count not in self._chosen]
        following = later[0] if later else here
        self.lefts[following].setChecked(True)
        if not self.right_side.isAncestorOf(QApplication.focusWidget() or self):
            self.lefts[following].setFocus()
        self.changed.emit()

    def _show_assigned(self, index: int, _checked: bool = False) -> None:
        given = self._texts.get(self._chosen.get(index, ""), "")
        self.lefts[index].set_detail(f"→ {given}" if given else self.tr("→ inget valt än"))

    def _column(self, side: QWidget, title: str) -> QVBoxLayout:
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(title, "small-strong", "muted", wrap=True, parent=side))
        return column
