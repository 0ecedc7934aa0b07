"""Three portions after each other: read and mark, choose what to ask, see how the case reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.impulses import (
    ImpulseMarked,
    ImpulseUnmarked,
    NextQuestionChosen,
    PortionView,
    SpottingView,
)
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.impulses import ImpulseType
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.impulses.marks_list import MarksList
from kompetens_gui.ui.exercises.impulses.question_card import QuestionCard
from kompetens_gui.ui.exercises.impulses.reading_card import CaseReading
from kompetens_gui.ui.exercises.option_list import number_of
from kompetens_gui.ui.exercises.reading_width import ReadingWidth
from kompetens_gui.ui.exercises.scrolling import scroll_to_top_of
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.impulse_types import TypeCard
from kompetens_gui.ui.widgets.impulse_words import FORM_ICONS, form_name
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.portion_text import PortionText, TextMark
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

TEXT_WIDTH, SIDE_WIDTH = 480, 400


class ImpulsesPanel(ExercisePanel):
    """Shows one portion at a time; one that is closed stays on show until the learner goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: SpottingView | None = None
        self._at = 0
        self._asking = False
        # An answer takes a moment to be kept: until then a second press must not choose again.
        self._waiting = False
        self.columns = ResponsiveColumns(parent=self)
        self.text_card = Card(parent=self.columns)
        self.form_icon = Icon("file-text", 20, "text_2", parent=self.text_card)
        self.form = Label("", "small", "muted", parent=self.text_card)
        self.title = Heading("", "h2", parent=self.text_card)
        self.previous = IconButton("caret-left", self.tr("Förra delen"), "secondary", "sm", parent=self.text_card)
        self.next = IconButton("caret-right", self.tr("Nästa del"), "secondary", "sm", parent=self.text_card)
        self.text = PortionText(self.text_card)
        self.legend = Label(
            self.tr("Hel linje: dina markeringar. Streckad linje: fallets."),
            "small",
            "muted",
            wrap=True,
            parent=self.text_card,
        )
        self.marks_title = Heading(self.tr("Dina markeringar"), "h3", parent=self.text_card)
        self.marks = MarksList(self.text_card)
        self.reading = CaseReading(self.text_card)
        self.side = QWidget(self.columns)
        self.types = TypeCard(self.side)
        self.question = QuestionCard(self.side)
        self._lay_out()
        self._connect()

    # -- the panel
    def show_attempt(self, attempt: Attempt) -> None:
        first = self._view is None
        self._view, self._waiting = attempt.view, False
        if first:
            self._at = min(len(self._view.portions), self._view.count) - 1
        just_closed = self._asking and self._portion.is_closed
        self._asking = self._asking and not just_closed
        self._show()
        if just_closed:
            scroll_to_top_of(self.question if self.columns.is_folded() else self)

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        view = self._view
        if view is None:
            return
        if not self._portion.is_closed:
            yield from self.question.options.making_rows(len(self._portion.questions))
        yield from self.reading.making_entries()

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None:
            return None
        portion = self._portion
        if portion.is_closed:
            is_last = self._at + 1 >= view.count
            return None if is_last else PrimaryAction(self.tr("Nästa del"), partial(self._turn, 1))
        if self._asking:
            can_choose = not self._waiting and bool(self.question.options.current())
            return PrimaryAction(self.tr("Välj frågan"), self._choose, can_choose)
        words = self.tr("Vidare till frågan") if portion.marks else self.tr("Jag ser inga impulser här")
        return PrimaryAction(words, partial(self._ask, True))

    def progress(self) -> tuple[int, int] | None:
        return (self._at + 1, self._view.count) if self._view is not None else None

    def first_focus(self) -> QWidget | None:
        return self.question.options.first() if self._asking or self._portion.is_closed else self.text

    # -- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = number_of(event)
        can_choose = self._view is not None and self._asking and number > 0
        if not (can_choose and self.question.options.press(number)):
            super().keyPressEvent(event)

    # -- what a person does
    @Slot()
    def mark(self) -> None:
        """Mark the chosen words as the chosen type."""
        kind = self.types.rows.kind()
        if kind is not None and not self._portion.is_closed:
            self.proposed.emit(ImpulseMarked(self._at, kind, self.text.quote()))
            self.text.clear_choice()
            self.types.rows.choose(None)
            self.text.setFocus()
            if self.columns.is_folded():
                scroll_to_top_of(self.text)

    @Slot()
    def _choose_type(self) -> None:
        self.types.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.columns.is_folded():
            scroll_to_top_of(self.types)

    @Slot(object)
    def unmark(self, kind: ImpulseType) -> None:
        """Take a mark away."""
        self.proposed.emit(ImpulseUnmarked(self._at, kind))
        self.text.setFocus()

    def _ask(self, wanted: bool) -> None:
        self._asking = wanted
        self._show()
        if wanted:
            self.question.options.focus_first()
            scroll_to_top_of(self.question if self.columns.is_folded() else self)
        else:
            self.text.setFocus()
            scroll_to_top_of(self)

    def _choose(self) -> None:
        chosen = self.question.options.current()
        if chosen and not self._waiting:
            self._waiting = True
            self.primary_changed.emit()
            self.proposed.emit(NextQuestionChosen(self._at, chosen))

    def _turn(self, steps: int, _checked: bool = False) -> None:
        view = self._view
        if view is not None and 0 <= self._at + steps < len(view.portions):
            self._at += steps
            self._asking = False
            self._show()
            scroll_to_top_of(self)
            first = self.first_focus()
            if first is not None:
                first.setFocus()

    # -- what is shown
    @property
    def _portion(self) -> PortionView:
        assert self._view is not None
        return self._view.portions[self._at]

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        portion = self._portion
        self.form_icon.set_icon(FORM_ICONS[portion.form])
        self.form.setText(form_name(portion.form))
        self.title.setText(portion.title)
        self.text.setAccessibleName(portion.title)
        self.text.show_text(portion.text)
        marking = not portion.is_closed and not self._asking
        self.text.set_choosing(marking)
        own = [TextMark(quote, "own") for quote in portion.marks.values()]
        self.text.show_marks([*own, *(TextMark(i.quote, "case") for i in portion.impulses)])
        self.marks.show_marks(portion.marks)
        if portion.is_closed:
            self.reading.show_portion(portion)
        if not marking:
            self.question.show_portion(portion, view)
        for part, wanted in (
            (self.marks_title, not portion.is_closed),
            (self.marks, not portion.is_closed),
            (self.legend, portion.is_closed),
            (self.reading, portion.is_closed),
        ):
            show_when(part, wanted)
        show_when(self.types, marking)
        show_when(self.question, not marking)
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < len(view.portions))
        for button in (self.previous, self.next):
            show_when(button, len(view.portions) > 1)
        self._words_chosen()
        self.primary_changed.emit()

    @Slot()
    def _words_chosen(self) -> None:
        self.types.show_quote(self.text.quote())

    def _lay_out(self) -> None:
        body = self.text_card.body
        body.setContentsMargins(32, 24, 32, 28)
        body.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.form_icon)
        head.addWidget(self.form, 1)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        body.addLayout(head)
        text = ReadingWidth(self.text, self.text_card)
        for part in (
            self.title,
            text,
            self.legend,
            rule(parent=self.text_card),
            self.marks_title,
            self.marks,
            self.reading,
        ):
            body.addWidget(part)
        body.addStretch(1)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.types)
        side.addWidget(self.question)
        side.addStretch(1)
        self.columns.add_column(self.text_card, TEXT_WIDTH, 5)
        self.columns.add_column(self.side, SIDE_WIDTH, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def _connect(self) -> None:
        self.text.words_chosen.connect(self._words_chosen)
        self.text.accepted.connect(self._choose_type)
        self.types.mark_wanted.connect(self.mark)
        self.marks.removed.connect(self.unmark)
        self.question.picked.connect(self.primary_changed)
        self.question.back_wanted.connect(partial(self._ask, False))
        self.previous.clicked.connect(partial(self._turn, -1))
        self.next.clicked.connect(partial(self._turn, 1))
