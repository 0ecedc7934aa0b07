"""Texts that go from one copy of the program to another: one to copy, and one to paste."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kompetens_gui.ui.style.theme import theme

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeEdit(QPlainTextEdit):
    """Takes the text of a code. `submitted()` at Enter, which a code reader sends by itself; Tab moves on."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320, self), theme.px(96, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are for the page to check, not to be written out as addresses.
        return not source.hasUrls() and super().canInsertFromMimeData(source)


class CodeToCopy(QPlainTextEdit):
    """Shows the text of a code to read and copy; nothing can be written in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320, self), theme.px(96, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160, self), theme.px(72, self))

    def show_code(self, code: str) -> None:
        if code != self.toPlainText():
            self.setPlainText(code)

    @Slot()
    def copy_all(self) -> None:
        """Put all of it on the clipboard, whatever is selected."""
        QGuiApplication.clipboard().setText(self.toPlainText())
