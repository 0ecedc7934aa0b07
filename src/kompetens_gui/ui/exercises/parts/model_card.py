"""One way to put it, shown when the learner's own words stand there already."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


class ModelCard(Card):
    """A text with a few words about it; hidden while there is none."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look="tint", dense=True, parent=parent)
        self.title = Label(title, "small-strong", "accent", parent=self)
        self.text = Label("", "body", wrap=True, parent=self)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.note = Label("", "small", "muted", wrap=True, parent=self)
        for part in (self.title, self.text, self.note):
            self.add(part)
        show_when(self, False)

    def show_model(self, text: str, note: str = "") -> None:
        self.text.setText(marked_up(text))
        self.text.setAccessibleName(text.replace("**", ""))
        self.note.setText(note)
        show_when(self.note, bool(note))
        show_when(self, bool(text))


def marked_up(text: str) -> str:
    """Return a plain text with **strong words** as rich text; everything else is escaped, lines and gaps are kept."""
    safe = _BOLD.sub(r'<span style="font-weight: 600">\1</span>', escape(text.strip()))
    return safe.replace("\n\n", "<br><br>").replace("\n", "<br>")
