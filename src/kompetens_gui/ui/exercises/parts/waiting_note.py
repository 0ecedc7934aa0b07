"""What stands where something is held back until the learner has answered."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.widgets.labels import Icon, Label


class WaitingNote(QWidget):
    """A lock and a few words about what comes."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Icon("lock", 20, "text_3", parent=self))
        row.addWidget(Label(words, "small", "muted", wrap=True, parent=self), 1)
