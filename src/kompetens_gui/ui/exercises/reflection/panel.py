"""A few questions to think about, and a place to write for each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.base import LONGEST_TEXT
from kompetens_gui.domain.exercises.reflection import PromptAnswered, ReflectionView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.reading_width import ReadingWidth
from kompetens_gui.ui.exercises.reflection.earlier_card import EarlierCard
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

MAIN_WIDTH, EARLIER_WIDTH = 520, 320
_TALL, _LOW = 220, 120


class RoomyText(PendingText):
    """A text box with room for a paragraph or two."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(LONGEST_TEXT, parent)
        self._height = height

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320, self), theme.px(self._height, self))


class ReflectionPanel(ExercisePanel):
    """Keeps what is written when the writer pauses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReflectionView | None = None
        self._can_finish = False
        self.columns = ResponsiveColumns(parent=self)
        self.main = Card(parent=self.columns)
        self.main.body.setContentsMargins(32, 24, 32, 28)
        self.text = Label("", "body", wrap=True, parent=self.main)
        self.fields: list[PendingText] = []
        self.earlier = EarlierCard(self.columns)
        self.main.add(ReadingWidth(self.text, self.main))
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(16)
        self.main.body.addLayout(self._boxes)
        private = self.tr("Bara du ser texten. Skriv utan personuppgifter.")
        self.main.add(IconText("lock", private, "small", "muted", parent=self.main))
        self.main.body.addStretch(1)
        self.columns.add_column(self.main, MAIN_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        show_when(self.earlier, False)

    def show_attempt(self, attempt: Attempt) -> None:
        first = self._view is None
        view: ReflectionView = attempt.view
        self._view, self._can_finish = view, attempt.can_finish
        if first:
            self._make_fields(view)
        for number, field in enumerate(self.fields):
            field.show_text(view.texts.get(number, ""))
        self.primary_changed.emit()

    def commit_pending(self) -> None:
        for field in self.fields:
            field.commit()

    def primary(self) -> PrimaryAction | None:
        if self._can_finish:
            return None
        return PrimaryAction(self.tr("Gå vidare"), self.commit_pending, any(f.is_dirty for f in self.fields))

    def first_focus(self) -> QWidget | None:
        return self.fields[0] if self.fields else None

    def _make_fields(self, view: ReflectionView) -> None:
        self.text.setText(" ".join(view.text.split()))
        only_one = len(view.prompts) == 1
        for number, prompt in enumerate(view.prompts):
            field = RoomyText(_TALL if only_one else _LOW, self.main)
            # A prompt that is the text itself need not be said twice.
            label = self.tr("&Dina ord") if prompt == view.text else prompt.replace("&", "&&")
            field.written.connect(partial(self._write, number))
            field.typed.connect(self._typed)
            self.fields.append(field)
            self._boxes.addWidget(Field(label, field, parent=self.main))
        if view.earlier:
            self.columns.add_column(self.earlier, EARLIER_WIDTH, 0)
            self.earlier.show_earlier(view.earlier)
            show_when(self.earlier, True)

    def _write(self, number: int, text: str) -> None:
        self.proposed.emit(PromptAnswered(number, text))

    @Slot()
    def _typed(self) -> None:
        self.primary_changed.emit()
