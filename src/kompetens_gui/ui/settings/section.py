"""What the sections have in common."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.widgets.cards import Card

_PAUSE_MS = 400


class Section(Card):
    """A card of settings. `changed(undo)` when a person changed something.

    `undo` is empty, or says what was done where it is worth offering to take it back: "Logotypen är borttagen".
    """

    changed = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)

    def load(self, preferences: Preferences) -> None:
        """Show `preferences`; nothing is sent."""

    def save(self, preferences: Preferences) -> Preferences:
        """Return `preferences` with what this section holds."""
        return preferences

    def flush(self) -> None:
        """Send at once what a person has typed."""
        if self._pause.isActive():
            self._pause.stop()
            self._tell()

    def watch(self, field: QLineEdit) -> None:
        """Let typing in a field be a change: shortly after the last key, and at once when the field is left."""
        field.textEdited.connect(self._typed)
        field.editingFinished.connect(self.flush)

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit("")


def show_text(field: QLineEdit, text: str) -> None:
    """Show a text without moving the caret of somebody who is typing it."""
    if field.text().strip() != text:
        field.setText(text)
