"""What follows the writing: how hard the text is to read, and which facts it still says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.study.letter import MustKeep
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.progress import Bar

translate = QCoreApplication.translate
PLAIN = 40
_HEAVIEST = 80


class ReadingMeasure(QWidget):
    """LIX as a number, a word and a bar with the original's beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Label("", "small-strong", parent=self)
        self.word = Label("", "small", "muted", wrap=True, parent=self)
        self.bar = Bar(parent=self)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.number)
        row.addWidget(self.word, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.bar)

    def show_lix(self, lix: int, original: int) -> None:
        """Show the measure of the own text (0 while it is empty) against the original's."""
        self.bar.set_share(lix / _HEAVIEST, "ok" if 0 < lix <= PLAIN else "accent")
        if not lix:
            self.number.setText(self.tr("LIX –"))
            self.word.setText(
                self.tr("Originalet har {original}. Sikta på högst {plain}.").format(original=original, plain=PLAIN)
            )
            return
        self.number.setText(self.tr("LIX {lix}").format(lix=lix))
        words = self.tr("{word}. Originalet har {original}.")
        self.word.setText(words.format(word=heaviness(lix), original=original))


class KeptFacts(Card):
    """The facts that may not be lost, each ticked while the text says it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(look="sunken", dense=True, parent=parent)
        self._facts: tuple[MustKeep, ...] = ()
        self._icons: list[Icon] = []
        self._said: list[bool] = []
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Det här ska stå kvar"), "small-strong", parent=self), 1)
        self.count = Label("", "small", "muted", parent=self)
        head.addWidget(self.count)
        self.body.addLayout(head)
        self.rows: list[QWidget] = []

    def show_facts(self, facts: tuple[MustKeep, ...]) -> None:
        """Show the facts; done once for a letter."""
        if facts == self._facts:
            return
        self._facts = facts
        for fact in facts:
            row = QWidget(self)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(10)
            icon = Icon("circle", 18, "text_3", parent=row)
            line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(fact.text, "dense-strong", wrap=True, parent=row))
            words.addWidget(Label(fact.why, "meta", "muted", wrap=True, parent=row))
            line.addLayout(words, 1)
            self._icons.append(icon)
            self.rows.append(row)
            self.add(row)

    def show_lost(self, lost: Sequence[MustKeep]) -> None:
        """Tick what the text says."""
        said = [fact not in lost for fact in self._facts]
        if said == self._said:
            return
        self._said = said
        for icon, row, fact, there in zip(self._icons, self.rows, self._facts, said, strict=True):
            icon.set_icon("check-bold" if there else "circle", "ok" if there else "text_3")
            word = self.tr("Står i texten") if there else self.tr("Saknas i texten än")
            row.setAccessibleName(f"{word}: {fact.text}")
        self.count.setText(self.tr("{said} av {count}").format(said=sum(said), count=len(said)))


def heaviness(lix: int) -> str:
    """Return what a measure means, in a word or two."""
    if lix <= 30:
        return translate("Lix", "Mycket lätt att läsa")
    if lix <= PLAIN:
        return translate("Lix", "Lätt att läsa")
    if lix <= 50:
        return translate("Lix", "Medelsvår text")
    if lix <= 60:
        return translate("Lix", "Svår text")
    return translate("Lix", "Mycket svår text")
