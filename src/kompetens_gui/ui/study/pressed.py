"""What Enter presses besides the big button."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication

from kompetens_gui.ui.widgets.option_row import OptionRow


def focused_button(except_for: QAbstractButton) -> QAbstractButton | None:
    """Return the button that has the keyboard and that Enter presses; choices, and rows to be read, are none."""
    focus = QApplication.focusWidget()
    if not isinstance(focus, QAbstractButton) or focus == except_for or focus.isCheckable():
        return None
    return None if isinstance(focus, OptionRow) and focus.is_locked else focus
