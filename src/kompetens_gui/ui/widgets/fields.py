"""A label above an input, and under it what to do when the input is not understood."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kompetens_gui.ui.widgets.labels import Icon
from kompetens_gui.ui.widgets.painted import set_look


class Field(QWidget):
    """Wraps `editor` with its label (its buddy). `error_shown(str)` is sent when an error appears or goes ("")."""

    error_shown = Signal(str)

    def __init__(self, label: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = QLabel(label, self)
        self.label.setProperty("fieldLabel", True)
        self.label.setBuddy(editor)
        if not editor.accessibleName():
            editor.setAccessibleName(label.replace("&", ""))
        # With its parent from the start: one without is a window of its own when it is made visible.
        self._hint = QLabel(hint, self)
        self._hint.setProperty("fieldHint", True)
        self._hint.setWordWrap(True)
        self._hint.setVisible(bool(hint))
        self._error_row = QWidget(self)
        self._error = QLabel(self._error_row)
        self._error.setProperty("fieldError", True)
        self._error.setWordWrap(True)
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Icon("warning", 16, "err", parent=self._error_row))
        row.addWidget(self._error, 1)
        self._error_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.label, editor, self._hint, self._error_row):
            column.addWidget(part)

    def set_label(self, label: str) -> None:
        """Change the label, and with it what a screen reader says of the input."""
        self.label.setText(label)
        self.editor.setAccessibleName(label.replace("&", ""))

    @property
    def error(self) -> str:
        return self._error.text()

    def set_error(self, what_to_do: str) -> None:
        """Show what the person should do ("Skriv en tid, till exempel 13.00."); an empty text takes the error away."""
        if what_to_do == self._error.text():
            return
        self._error.setText(what_to_do)
        self._error_row.setVisible(bool(what_to_do))
        set_look(self.editor, "error", bool(what_to_do))
        self.editor.setAccessibleDescription(what_to_do or self._hint.text())
        self.error_shown.emit(what_to_do)

    def set_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
