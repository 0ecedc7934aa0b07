"""A part of a window that says where the keyboard begins in it, and lets Tab go through all of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class BeginsAt(QWidget):
    """What holds several controls, one of which takes the keyboard when the whole is given it."""

    _first: QWidget | None = None

    def begin_at(self, first: QWidget) -> None:
        """Say what takes the keyboard.

        It is no focus proxy: Tab jumps past what has one right to the proxy, and what stands before the proxy could
        not be reached with the keyboard.
        """
        self._first = first

    @property
    def first(self) -> QWidget | None:
        """What takes the keyboard, None when nothing has been said."""
        return self._first

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if self._first is None:
            super().setFocus(reason)
        else:
            self._first.setFocus(reason)
