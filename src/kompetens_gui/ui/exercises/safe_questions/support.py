"""What stands beside the drill: where to turn, and that it can be passed by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.study.safe_questions import Helpline
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label


class HelplineRow(QWidget):
    """A place to turn to: name, number, and what it is for."""

    def __init__(self, line: Helpline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{line.name}: {line.phone}. {line.note}")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Label(line.name, "dense", wrap=True, parent=self), 1)
        head.addWidget(Label(line.phone, "dense-strong", parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        if line.note:
            column.addWidget(Label(line.note, "meta", "muted", wrap=True, parent=self))


class SupportCard(Card):
    """All helplines of the drill, and when they were looked up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Någon att vända sig till"), dense=True, parent=parent)
        self.body.setSpacing(10)
        self._shown: tuple[Helpline, ...] | None = None
        self.rows: list[HelplineRow] = []

    def show_helplines(self, helplines: Sequence[Helpline]) -> None:
        """Show the helplines; those of an attempt never change."""
        if self._shown is not None:
            return
        self._shown = tuple(helplines)
        self.rows = [HelplineRow(line, self) for line in helplines]
        for row in self.rows:
            self.add(row)
        if helplines:
            oldest = min(line.checked for line in helplines)
            day = QLocale().toString(QDate(oldest.year, oldest.month, oldest.day), "d MMMM yyyy")
            words = self.tr("Numren lästes {day}. Kontrollera ett nummer innan du ger det till någon.")
            self.add(Label(words.format(day=day), "meta", "faint", wrap=True, parent=self))


class AboutCard(Card):
    """What the drill is about, and what passing it by means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Du bestämmer"), dense=True, parent=parent)
        self.warning = Label("", "small", wrap=True, parent=self)
        self.words = Label("", "small", "muted", wrap=True, parent=self)
        self.add(self.warning)
        self.add(self.words)

    def show_words(self, warning: str, skip: str) -> None:
        self.warning.setText(" ".join(warning.split()))
        self.words.setText(" ".join(skip.split()))
