"""An action that belongs to a part of a page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def kind_action(panel: QWidget, text: str, keys: str) -> QAction:
    """Give an action of a panel's own; its keys apply while the focus is within the panel."""
    action = QAction(text, panel)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    panel.addAction(action)
    return action
