"""Something to read in the room: a heading, and under it a text that is as large as fits."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.widgets.labels import Label


class PaperCard(QFrame):
    """Hidden while it has no text. The panel scales the layout `column`."""

    def __init__(self, level: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.heading = Label("", "small-strong", "muted", wrap=True, parent=self)
        self.text = FittedText(level, "meta", parent=self)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.text, 1)

    def show_paper(self, heading: str, text: str) -> None:
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.text.set_text(text)
        self.setVisible(bool(text))
