"""Equal columns, as many as there is room for; what is over goes on in a new row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.layouts import take_out_all


class EvenGrid(QWidget):
    """Holds widgets in columns no narrower than `least` unscaled pixels, and no more than `most` of them."""

    def __init__(self, least: int, *, spacing: int = 12, most: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._widgets: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    @property
    def columns(self) -> int:
        return max(1, self._columns)

    def show_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Hold these from now on, in order; those that are no longer here are left to whoever made them."""
        if list(widgets) != self._widgets:
            self._widgets = list(widgets)
            self._arrange(anew=True)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme.px(self._least, self), super().minimumSizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._arrange()

    def _arrange(self, *, anew: bool = False) -> None:
        gap = self._grid.spacing()
        fitting = (self.width() + gap) // (theme.px(self._least, self) + gap)
        columns = max(1, min(fitting, self._most, len(self._widgets)))
        if columns == self._columns and not anew:
            return
        take_out_all(self._grid)
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, place // columns, place % columns)
            widget.show()
        self.updateGeometry()
