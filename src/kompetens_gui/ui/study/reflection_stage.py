"""What the learner takes along, in own words; read by nobody else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.exercises.base import LONGEST_TEXT
from kompetens_gui.ui.study.narrow import NarrowPage
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.pending_text import PendingText


class ReflectionStage(NarrowPage):
    """`written(text)` after a pause in the writing; `typed()` on every change."""

    written = Signal(str)
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(640, parent)
        self.show_title(self.tr("Vad tar du med dig?"), self.tr("Frivilligt. En mening räcker."))
        card = Card()
        self.text = PendingText(LONGEST_TEXT)
        self.field = Field(
            self.tr("Dina egna ord"),
            self.text,
            hint=self.tr("Bara du ser det. Skriv inget om en verklig patient, kollega eller dig själv som patient."),
        )
        card.add(self.field)
        card.add(
            Label(
                self.tr("Reflektionen räknas för nivån i området, men ingen läser vad du skriver."),
                "small",
                "muted",
                wrap=True,
            )
        )
        self.column.addWidget(card)
        self.text.written.connect(self.written)
        self.text.typed.connect(self._typed)

    def show_text(self, text: str) -> None:
        self.text.show_text(text)

    @property
    def has_words(self) -> bool:
        return bool(self.text.toPlainText().strip())

    def commit(self) -> None:
        self.text.commit()

    def _typed(self, _left: int) -> None:
        self.typed.emit()
