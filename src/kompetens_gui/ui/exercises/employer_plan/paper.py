"""What is read: the employer's plan with its headings, the physician's note and the coordinator's."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.study.employer_plan import PlanPart
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Label


class PlanPaper(Card):
    """The plan; `show_quote` paints the words a checkpoint leans on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Arbetsgivarens plan"), parent=parent)
        self._texts: list[str] = []
        self._labels: list[Label] = []
        self.quote = ""

    def show_plan(self, plan: Sequence[PlanPart]) -> None:
        """Show the parts of the plan; done once."""
        if self._labels:
            return
        for part in plan:
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Heading(part.heading, "h3", parent=self))
            label = Label("", "body", wrap=True, parent=self)
            label.setTextFormat(Qt.TextFormat.RichText)
            words.addWidget(label)
            self.body.addLayout(words)
            self._labels.append(label)
            self._texts.append(" ".join(part.text.split()))
        self._paint()

    def show_quote(self, quote: str) -> None:
        """Let some words of the plan stand out; an empty quote takes it away."""
        wanted = " ".join(quote.split())
        if wanted != self.quote:
            self.quote = wanted
            self._paint()

    def label_of_quote(self) -> QWidget | None:
        """Return the part that holds the quote on show."""
        return next((x for x, t in zip(self._labels, self._texts, strict=True) if self.quote and self.quote in t), None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_labels", None):
            self._paint()

    def _paint(self) -> None:
        tokens = theme.tokens_for(self)
        look = f"background-color: {tokens.accent_tint_2}; color: {tokens.text}; font-weight: 600"
        for label, text in zip(self._labels, self._texts, strict=True):
            safe, quote = escape(text), escape(self.quote)
            label.setText(safe.replace(quote, f'<span style="{look}">{quote}</span>', 1) if quote else safe)
            label.setAccessibleName(text)


class NoteCard(Card):
    """A few lines that lie beside the plan, and who wrote them."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(dense=True, parent=parent)
        self.add(Label(title, "small-strong", parent=self))
        self.text = Label("", "dense", wrap=True, parent=self)
        self.add(self.text)

    def show_text(self, text: str) -> None:
        self.text.setText(" ".join(text.split()))
