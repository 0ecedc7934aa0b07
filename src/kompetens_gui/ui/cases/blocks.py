"""Small pieces that both the preview and the whole view of a case are built from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.chain import SpanKind
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.ui.cases.words import translate
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.kind_widgets import LetterBadge
from kompetens_gui.ui.widgets.labels import Icon, Label, rule


class FactsRow(QFrame):
    """A few numbers side by side, each with a word beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        clear_layout(self._grid)
        for index, (number, word) in enumerate(facts):
            if index:
                self._grid.addWidget(rule(vertical=True), 0, 2 * index - 1)
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(12, 8, 12, 8)
            column.setSpacing(0)
            column.addWidget(Label(number, "h3"))
            column.addWidget(Label(word, "meta", "faint", wrap=True))
            column.addStretch(1)
            self._grid.addWidget(box, 0, 2 * index)
            self._grid.setColumnStretch(2 * index, 1)


class GapNote(QFrame):
    """What a key points out as missing: dashed frame, letter and the word "Saknas"."""

    def __init__(self, kind: SpanKind, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "gap")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(12)
        says = translate("Cases", "{kind} saknas").format(kind=kind_word(kind))
        row.addWidget(LetterBadge(kind, says, missing=True))
        text = translate("Cases", "Saknas: {question}").format(question=question)
        row.addWidget(Label(text, "dense-strong", "err", wrap=True), 1)


def titled_text(title: str, text: str, level: str = "body") -> QVBoxLayout:
    """Give a small title over a running text."""
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(Label(title, "small-strong", "faint"))
    column.addWidget(Label(text, level, wrap=True))
    return column


def bullet(text: str) -> QWidget:
    """Give a line of a list."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    dot = Label("•", "body", "faint")
    row.addWidget(dot)
    row.addWidget(Label(text, "body", wrap=True), 1)
    row.setStretch(0, 0)
    return box


def problem_rows(problems: Sequence[ContentProblem]) -> list[QWidget]:
    """Give one card for each fault: where it is, what is wrong and what to do."""
    cards: list[QWidget] = []
    for problem in problems:
        card = Card(look="sunken", dense=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon("warning", 18, "err"))
        place = translate("Cases", "{file}, rad {line}").format(
            file="/".join(PurePath(problem.path.replace("\\", "/")).parts[-2:]), line=problem.line
        )
        head.addWidget(Label(place, "small-strong", wrap=True), 1)
        card.body.addLayout(head)
        card.add(Label(problem.what, "dense", wrap=True))
        card.add(Label(problem.advice, "small", "muted", wrap=True))
        cards.append(card)
    return cards


def clear_layout(layout: QLayout) -> None:
    """Take out and delete everything in a layout, layouts within it too."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
