"""Questions caught in the room, with a category, to be answered later."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.domain.workshop.state import CapturedQuestion
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Icon, Label

LEAST_LIST = 36


class QuestionsCard(Card):
    """Signals: `question_captured(text, QuestionCategory)`, `question_removed(question_id)`."""

    question_captured = Signal(str, object)
    question_removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Frågor"), dense=True, parent=parent)
        self._shown: tuple[CapturedQuestion, ...] | None = None
        self.count = Label("", "small", "muted")
        self.add_to_head(self.count)
        inside = QWidget()
        inside.setProperty("surface", True)
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(self.tr("Fångade frågor"))
        area.setMinimumHeight(LEAST_LIST)
        self.add(area, 1)
        self.category = QComboBox()
        self.category.setAccessibleName(self.tr("Frågans kategori"))
        self.category.setProperty("compact", True)
        for value, words in self.category_words():
            self.category.addItem(words, value)
        self.field = QLineEdit()
        self.field.setProperty("compact", True)
        self.field.setPlaceholderText(self.tr("Skriv en fråga (Ctrl+J)"))
        self.field.setAccessibleName(self.tr("Fånga en fråga"))
        self.field.returnPressed.connect(self._capture)
        self._entry = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._entry.setSpacing(8)
        self._entry.addWidget(self.category)
        self._entry.addWidget(self.field, 1)
        self.body.addLayout(self._entry)
        self.show_questions(())

    def set_low(self, low: bool) -> None:
        """Be sparing with height: category and field side by side."""
        direction = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        self._entry.setDirection(direction)
        self.field.setPlaceholderText(self.tr("Ctrl+J") if low else self.tr("Skriv en fråga (Ctrl+J)"))

    def give_back(self, text: str) -> None:
        """Put a question that could not be saved back in the field, before what has been typed since."""
        self.field.setText(f"{text} {self.field.text()}".strip())

    def category_words(self) -> list[tuple[QuestionCategory, str]]:
        return [
            (QuestionCategory.RULE, self.tr("Regel")),
            (QuestionCategory.ROUTINE, self.tr("Rutin")),
            (QuestionCategory.COLLABORATION, self.tr("Samarbete")),
            (QuestionCategory.MEDICINE, self.tr("Medicin")),
            (QuestionCategory.OTHER, self.tr("Annat")),
        ]

    def show_questions(self, questions: Sequence[CapturedQuestion]) -> None:
        """Show what has been captured, newest first."""
        if self._shown == tuple(questions):
            return
        self._shown = tuple(questions)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        words = dict(self.category_words())
        for question in reversed(self._shown):
            self._list.addWidget(self._row(question, words[question.category]))
        if not self._shown:
            self._list.addWidget(Label(self.tr("Inga frågor ännu."), "small", "faint", wrap=True))
        self._list.addStretch(1)
        count = len(self._shown)
        self.count.setText(self.tr("1 sparad") if count == 1 else self.tr("{n} sparade").format(n=count))

    def _row(self, question: CapturedQuestion, category: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Icon("chat-circle-text", 18, "text_3"), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(question.text, "dense", wrap=True))
        text.addWidget(Label(category, "meta", "faint"))
        layout.addLayout(text, 1)
        button = IconButton("x", self.tr("Ta bort frågan ”{text}”").format(text=question.text), size="sm")
        button.setProperty("question", question.id)
        button.clicked.connect(self._remove)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _remove(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.question_removed.emit(str(sender.property("question")))

    def _capture(self) -> None:
        text = self.field.text().strip()
        if text:
            self.question_captured.emit(text, QuestionCategory(self.category.currentData()))
            self.field.clear()
