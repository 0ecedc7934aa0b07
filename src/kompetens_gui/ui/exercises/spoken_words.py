"""Words that take the keyboard when a new part begins: they are read out, and Enter goes on to the big button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def takes_keyboard(label: QLabel) -> QLabel:
    """Let a heading be gone to."""
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    label.setProperty("ring", True)
    return label
