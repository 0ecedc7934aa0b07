"""Controls in a row that goes on in a new line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.flow_layout import FlowLayout


class RowPart(QWidget):
    """Lets something low stand at the middle of a row of controls."""

    def __init__(self, part: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(part)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme.px(38, self)))


class FlowRow(QWidget):
    """A row of controls that goes on in a new line where the width ends; fill it with `add`."""

    def __init__(self, spacing: int = 8, parent: QWidget | None = None, *, right: bool = False) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=spacing, right=right)

    def add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
