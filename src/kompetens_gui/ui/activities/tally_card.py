"""One option in the room: what was counted for it before and after the talk, and what is said of it afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.ballots import Tally
from kompetens_gui.domain.wording import translate
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.widgets.labels import Label


class TallyCard(QFrame):
    """The panel scales the layout `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.title = Label("", "h2", wrap=True, parent=self)
        self.count = Label("", "h2", "accent", wrap=True, parent=self)
        self.alone = Label("", "display", "accent", parent=self)
        self.groups = Label("", "small", wrap=True, parent=self)
        self.told = FittedText("body", "meta", parent=self)
        self.column = QVBoxLayout(self)
        for part in (self.title, self.count, self.alone, self.groups):
            self.column.addWidget(part)
        self.column.addWidget(self.told, 1)
        self.column.addStretch(0)

    def show_tally(self, title: str, tally: Tally, told: str, *, later: bool) -> None:
        """Show an option; `later` tells both rounds beside each other."""
        self.title.setText(title)
        self.count.setText(count_words(tally, later=later))
        # A number by itself may be as large as the room; beside words of the material it makes way for them.
        alone = bool(tally.first) and not later and not told
        self.count.setVisible(bool(tally.first or tally.second) and not alone)
        self.alone.setText(self.count.text())
        self.alone.setVisible(alone)
        self.groups.setText(", ".join(tally.groups))
        self.groups.setVisible(bool(tally.groups))
        self.told.set_text(told)
        self.told.setVisible(bool(told))


def count_words(tally: Tally, *, later: bool) -> str:
    if later:
        return translate("Ballot", "{first} före, {second} efter").format(first=tally.first, second=tally.second)
    return str(tally.first) if tally.first else ""
