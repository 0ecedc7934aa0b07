"""The days of two lives in a table, and how each of them came out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.branching import node_of
from kompetens_gui.domain.branching_lives import Comparison, Life, Moment
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.ui.widgets.branching_words import day_name, end_name
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.story_parts import IconBox, late_words
from kompetens_gui.ui.widgets.tags import Tag


class EndCard(Card):
    """How a life came out, and what there is to think about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(8)
        self.name = Label("", "label", "faint", parent=self)
        self.kind = Tag("", "accent", icon_name="", parent=self)
        self.title = Heading("", "h2", parent=self)
        self.text = Label("", "dense", wrap=True, parent=self)
        self.looking_back = IconBox("chat-circle-text", self.tr("Att tänka på"), self)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.kind)
        self.body.addLayout(head)
        for part in (self.title, self.text, self.looking_back):
            self.add(part)
        self.body.addStretch(1)

    def show_life(self, name: str, life: Life) -> None:
        end = life.end
        self.name.setText(f"{name}, {day_name(life.moments[-1].day).lower()}")
        self.kind.set_status(end_name(end.end) if end is not None and end.end else "", "accent", "")
        self.title.setText(end.title if end is not None else "")
        self.text.setText(end.text if end is not None else "")
        self.looking_back.show_lines([(end.looking_back, False)] if end is not None else [])
        show_when(self.looking_back, end is not None and bool(end.looking_back))
        self.setAccessibleName(f"{name}: {self.title.text()}")


class DayTable(QWidget):
    """One row for each day: the place and the choice of each life, and what came late. Equal days are told once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._rows: QWidget | None = None

    def show_lives(self, case: BranchingCase, lives: Comparison, names: tuple[str, str]) -> None:
        shown = (lives.a.state.choices, lives.b.state.choices, names)
        if shown == self._shown:
            return
        self._shown = shown
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget(self)
        self._fill(QGridLayout(self._rows), case, lives, names)
        self._column.addWidget(self._rows)

    def _fill(self, grid: QGridLayout, case: BranchingCase, lives: Comparison, names: tuple[str, str]) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, words in enumerate((self.tr("Dag"), *names)):
            grid.addWidget(Label(words, "label", "faint"), 0, column)
        at = 1
        for row in lives.rows:
            grid.addWidget(rule(), at, 0, 1, 3)
            day = Label(day_name(row.day), "dense-strong")
            grid.addWidget(day, at + 1, 0, Qt.AlignmentFlag.AlignTop)
            if row.a == row.b and row.a is not None:
                grid.addWidget(self._moment(case, row.a, self.tr("Lika i båda")), at + 1, 1, 1, 2)
            else:
                parts = lives.parting is not None and row.day == lives.parting.day
                for column, moment in ((1, row.a), (2, row.b)):
                    if moment is not None:
                        word = self.tr("Här skiljs vägarna") if parts and moment.choice else ""
                        grid.addWidget(self._moment(case, moment, word), at + 1, column)
            at += 2

    def _moment(self, case: BranchingCase, moment: Moment, word: str) -> QWidget:
        cell = QWidget(self._rows)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if word:
            column.addWidget(Label(word, "meta", "accent"))
        for part in self._parts(case, moment):
            column.addWidget(part)
        column.addStretch(1)
        return cell

    def _parts(self, case: BranchingCase, moment: Moment) -> Iterator[QWidget]:
        node = node_of(case, moment.node)
        choice = node.choice(moment.choice)
        yield Label(node.title if node.is_end else node.place, "small", "muted", wrap=True)
        for told in moment.late:
            yield _with_icon("clock-counter-clockwise", f"{told.pending.effect.text} {late_words(told)}")
        if choice is not None:
            yield Label(choice.text, "dense-strong", wrap=True)
        elif node.end is not None:
            yield Label(end_name(node.end), "dense-strong", wrap=True)


def _with_icon(icon_name: str, words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(8)
    row.addWidget(Icon(icon_name, 16, "accent"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, "small", wrap=True), 1)
    return holder
