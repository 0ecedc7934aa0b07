"""A line to write in that suggests what has been written before: while typing, and all of it on Down."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget


class SuggestingField(QLineEdit):
    """Signals: `written(str)` when the text was typed or a suggestion was taken."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QStringListModel(self)
        self._suggestions = QCompleter(self._names, self)
        self._suggestions.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._suggestions.setFilterMode(Qt.MatchFlag.MatchContains)
        self._suggestions.activated.connect(self._taken)
        self.setCompleter(self._suggestions)
        self.textEdited.connect(self.written)

    def suggest(self, names: Sequence[str]) -> None:
        self._names.setStringList(list(names))

    def _taken(self, name: str) -> None:
        self.written.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._suggestions.setCompletionPrefix("")
            self._suggestions.complete()
        else:
            super().keyPressEvent(event)
