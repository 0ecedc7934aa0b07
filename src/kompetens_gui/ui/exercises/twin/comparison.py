"""One's own answers to both versions side by side, as matter to think about; then what is known, with its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.base import LONGEST_TEXT
from kompetens_gui.domain.exercises.twin import OwnDifference, TwinComparison, TwinView
from kompetens_gui.domain.study.twin import TwinQuestion, TwinVersion
from kompetens_gui.domain.study.twin_words import finger_name, source_words
from kompetens_gui.ui.exercises.twin.words import day_words
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Icon, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pending_text import PendingText

_USUAL: Final = 3


class OwnAnswers(Card):
    """The questions that were answered otherwise, with both answers. `look_again_wanted()` to see the questions."""

    look_again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dina egna svar bredvid varandra"), parent=parent)
        self._shown: object = None
        self._rows: QWidget | None = None
        self.again = Button(self.tr("Se igenom svaren"), "secondary", "sm", parent=self)
        self.again.clicked.connect(self.look_again_wanted)
        self.add_to_head(self.again)
        self.lead = Label("", "body", wrap=True, parent=self)
        self.same = Label("", "small", "muted", wrap=True, parent=self)
        self.add(self.lead)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.add(self.same)

    def show_view(self, view: TwinView, found: TwinComparison) -> None:
        shown = (found.differences, found.same)
        if shown == self._shown:
            return
        self._shown = shown
        self.lead.setText(self._lead(view, found))
        self.same.setText(self._same(found))
        self.same.setVisible(bool(found.differences) and found.same > 0)
        if self._rows is not None:
            self._place.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget(self)
        self._place.addWidget(self._rows)
        if found.differences:
            self._fill(QGridLayout(self._rows), view, found)

    def _fill(self, grid: QGridLayout, view: TwinView, found: TwinComparison) -> None:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        for column, stretch in ((0, 4), (1, 5), (2, 5)):
            grid.setColumnStretch(column, stretch)
        then = day_words(QDate(found.occasion.year, found.occasion.month, found.occasion.day))
        heads = (self.tr("Fråga"), _head(found.other, then), _head(view.version, self.tr("i dag")))
        for column, words in enumerate(heads):
            grid.addWidget(Label(words, "label", "faint", wrap=True, parent=self._rows), 0, column)
        for number, difference in enumerate(found.differences):
            at = 2 * number + 1
            grid.addWidget(rule(parent=self._rows), at, 0, 1, 3)
            for column, cell in enumerate(self._cells(difference)):
                grid.addWidget(cell, at + 1, column, Qt.AlignmentFlag.AlignTop)

    def _cells(self, difference: OwnDifference) -> tuple[QWidget, QWidget, QWidget]:
        question = QWidget(self._rows)
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        asked = difference.question
        column.addWidget(
            Label(f"{asked.finger}. {finger_name(asked.finger)}", "meta", "accent", wrap=True, parent=question)
        )
        column.addWidget(Label(asked.text, "dense", "muted", wrap=True, parent=question))
        keys = (difference.before, difference.now)
        answers = [Label(_answer(asked, key), "dense-strong", wrap=True, parent=self._rows) for key in keys]
        return question, answers[0], answers[1]

    def _lead(self, view: TwinView, found: TwinComparison) -> str:
        names = {"then": found.other.name, "now": view.version.name}
        if not found.differences:
            return self.tr(
                "{then} och {now} är i samma läge, och du svarade lika om båda. Tänk ändå efter nedan. "
                "Bara du ser det här."
            ).format(**names)
        return self.tr(
            "{then} och {now} är i samma läge. Här skiljer sig dina svar. Skillnaden är något att fundera på och "
            "säger inte vilket svar som är bäst. Bara du ser det här."
        ).format(**names)

    def _same(self, found: TwinComparison) -> str:
        if found.same == 1:
            return self.tr("På en fråga svarade du lika.")
        return self.tr("På {count} frågor svarade du lika.").format(count=found.same)


class ReflectionCard(Card):
    """The questions to think about, each with a place to write. `written(number, text)` when the writer pauses."""

    written = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tänk efter"), parent=parent)
        self.add(Label(self.tr("Skriv om du vill. Bara du ser texten."), "small", "muted", wrap=True, parent=self))
        self.fields: list[PendingText] = []
        self._made: list[Field] = []

    def making_fields(self) -> Iterator[Callable[[], object]]:
        """Make as many fields as there usually are, unseen and without words."""
        while len(self._made) < _USUAL:
            yield self._make_field

    def show_view(self, view: TwinView, found: TwinComparison) -> None:
        while len(self._made) < len(found.reflection):
            self._make_field()
        for field, asked in zip(self._made[len(self.fields) :], found.reflection[len(self.fields) :], strict=False):
            field.set_label(asked)
            show_when(field, True)
            assert isinstance(field.editor, PendingText)
            self.fields.append(field.editor)
        for number, text in enumerate(self.fields):
            text.show_text(view.reflections.get(number, ""))

    def _make_field(self) -> None:
        text = PendingText(LONGEST_TEXT, self)
        text.written.connect(partial(self.written.emit, len(self._made)))
        field = Field("", text, parent=self)
        show_when(field, False)
        self._made.append(field)
        self.add(field)

    def commit(self) -> None:
        for field in self.fields:
            field.commit()


class FactsCard(Card):
    """What is known, each with its source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Det här vet man"), parent=parent)
        self._filled = False

    def show_facts(self, found: TwinComparison) -> None:
        if self._filled:
            return
        self._filled = True
        for fact in found.facts:
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(fact.text, "body", wrap=True, parent=self))
            words.addWidget(Label(source_words(fact.source), "meta", "faint", wrap=True, parent=self))
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Icon("book-open", 20, "accent", parent=self), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            self.body.addLayout(row)
        self.body.addStretch(1)


def _head(version: TwinVersion, day: str) -> str:
    return f"{version.name}, {version.age}, {day}"


def _answer(question: TwinQuestion, key: str) -> str:
    return next((option.text for option in question.options if option.id == key), "")
