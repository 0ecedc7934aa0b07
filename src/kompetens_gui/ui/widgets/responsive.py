"""Columns side by side where there is room, under each other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.style.lean import NO_FOCUS, SCROLL_BAR_ALWAYS_OFF
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import CARD_GAP

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ResponsiveColumns(QWidget):
    """Holds columns that are given a least width each (unscaled pixels) and a share of what is over.

    When the widths, scaled with the text, no longer fit, the last columns fold in under the first ones. `folded(bool)`
    is sent when that changes.
    """

    folded = Signal(bool)

    def __init__(self, *, spacing: int = CARD_GAP, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[tuple[QWidget, int, int]] = []
        self._per_row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        # The columns fold instead of holding the window wide.
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def add_column(self, widget: QWidget, least_width: int, stretch: int = 1) -> None:
        """Add a column to the right; a stretch of 0 keeps it at its least width while it has a place beside others."""
        self._columns.append((widget, least_width, stretch))
        widget.setParent(self)
        self._per_row = 0
        self._arrange()

    def is_folded(self) -> bool:
        return self._per_row < len(self._columns)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        widest = max((column.minimumSizeHint().width() for column, _, _ in self._columns), default=0)
        return QSize(min(hint.width(), widest), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_columns", None):
            self._per_row = 0
            self._arrange()

    def _arrange(self) -> None:
        fitting = self._fitting()
        if fitting == self._per_row:
            return
        was_folded = 0 < self._per_row < len(self._columns)
        self._per_row = fitting
        for index in range(len(self._columns)):
            self._grid.setColumnStretch(index, 0)
            self._grid.setColumnMinimumWidth(index, 0)
        for index, (widget, least, stretch) in enumerate(self._columns):
            row, column = (0, index) if index < fitting else (index - fitting + 1, 0)
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, row, column, 1, 1 if row == 0 else fitting)
            scaled = theme.px(least, self)
            widget.setMaximumWidth(scaled if stretch == 0 and row == 0 and fitting > 1 else 16_777_215)
            if row == 0:
                self._grid.setColumnStretch(column, stretch or (1 if fitting == 1 else 0))
                self._grid.setColumnMinimumWidth(column, scaled if fitting > 1 else 0)
        if was_folded is not self.is_folded():
            self.folded.emit(self.is_folded())

    def _fitting(self) -> int:
        """Count the columns that fit beside each other from the left; at least one."""
        room, taken, count = self.width(), -self._grid.spacing(), 0
        for _, least, _ in self._columns:
            taken += theme.px(least, self) + self._grid.spacing()
            if taken > room:
                break
            count += 1
        return max(1, count)


class PageScroll(QScrollArea):
    """Lets a page scroll up and down but never sideways; put the page's widgets in `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("horizontalScrollBarPolicy", SCROLL_BAR_ALWAYS_OFF)
        self.setProperty("focusPolicy", NO_FOCUS)
        content = QWidget()
        content.setProperty("scrollBody", "true")
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(32, 24, 32, 32)
        self.body.setSpacing(24)
        self.setWidget(content)


def at_top(widget: QWidget) -> QVBoxLayout:
    """Hold a widget at the upper end of a row that is higher."""
    column = QVBoxLayout()
    column.addWidget(widget)
    column.addStretch(1)
    return column


def at_left(widget: QWidget) -> QHBoxLayout:
    """Hold a widget at the left end of a column that is wider."""
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
