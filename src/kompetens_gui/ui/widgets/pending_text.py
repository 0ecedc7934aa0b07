"""A text box whose words are proposed when the writer pauses, and that never writes over what is being typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kompetens_gui.ui.style.theme import theme

PAUSE_MS = 600


class PendingText(QPlainTextEdit):
    """Holds at most `longest` characters; Tab moves on. `written(text)` is sent after a pause or when focus leaves.

    `typed(left)` is sent on every change with the number of characters left.
    """

    written = Signal(str)
    typed = Signal(int)

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self._dirty = False
        self._showing = False
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textChanged.connect(self._changed)

    @property
    def is_dirty(self) -> bool:
        """Whether something has been typed that is not proposed yet."""
        return self._dirty

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320, self), theme.px(112, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160, self), theme.px(88, self))

    def show_text(self, text: str) -> None:
        """Show the text in force, unless the writer is ahead of it; the cursor stays where it was."""
        if self._dirty or text == self.toPlainText():
            return
        position = self.textCursor().position()
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @Slot()
    def commit(self) -> None:
        """Propose what has been typed, if anything."""
        self._pause.stop()
        if self._dirty:
            self._dirty = False
            self.written.emit(self.toPlainText())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    @Slot()
    def _changed(self) -> None:
        over = len(self.toPlainText()) - self._longest
        if over > 0:
            self._cut(over)
            return
        if not self._showing:
            self._dirty = True
            self._pause.start()
        self.typed.emit(self._longest - len(self.toPlainText()))

    def _cut(self, over: int) -> None:
        """Take back what went past the limit, where it was typed or pasted."""
        cursor = self.textCursor()
        end = cursor.position()
        units = 0
        while over > 0 and units < end:
            units += 1
            cursor.setPosition(end)
            cursor.setPosition(end - units, QTextCursor.MoveMode.KeepAnchor)
            over = len(self.toPlainText()) - len(cursor.selectedText()) - self._longest
        if units == 0:
            cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
