"""Where filters, list and preview stand: side by side, without the filters, or under each other."""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kompetens_gui.ui.style.theme import theme

_FILTERS: Final = 196
_PREVIEW: Final = 336
_LIST: Final = 440
_GAP: Final = 24
_LEAST_HEIGHT: Final = 420
_LEAST_STACKED_HEIGHT: Final = 560


class Arrangement(Enum):
    """How much there is room for."""

    THREE = 3
    TWO = 2
    ONE = 1


class BankColumns(QWidget):
    """Places three widgets. `arranged()` when the arrangement changes; filters fold away unless asked for."""

    arranged = Signal()

    def __init__(self, filters: QWidget, rows: QWidget, preview: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters, self._rows, self._preview = filters, rows, preview
        self._arrangement: Arrangement | None = None
        self._filters_wanted = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._arrange()

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement or Arrangement.THREE

    def show_filters(self, wanted: bool) -> None:
        """Unfold or fold the filters where they have no column of their own."""
        self._filters_wanted = wanted
        self._filters.setVisible(wanted or self.arrangement is Arrangement.THREE)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240, self), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._arrangement = None
            self._arrange()

    def _arrange(self) -> None:
        wanted = self._fitting()
        if wanted is self._arrangement:
            return
        self._arrangement = wanted
        places = {
            Arrangement.THREE: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1)),
            Arrangement.TWO: ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)),
            Arrangement.ONE: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1)),
        }[wanted]
        parts = (self._filters, self._rows, self._preview)
        for part, place in zip(parts, places, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *place)
        self._stretch(wanted)
        beside = wanted is not Arrangement.ONE
        _fix_width(self._filters, theme.px(_FILTERS, self) if wanted is Arrangement.THREE else 0)
        _fix_width(self._preview, theme.px(_PREVIEW, self) if beside else 0)
        self._rows.setMinimumHeight(theme.px(_LEAST_HEIGHT, self))
        self._preview.setMinimumHeight(theme.px(_LEAST_HEIGHT if beside else _LEAST_STACKED_HEIGHT, self))
        self.show_filters(self._filters_wanted)
        self.arranged.emit()

    def _stretch(self, wanted: Arrangement) -> None:
        for index in range(3):
            self._grid.setColumnStretch(index, 0)
            self._grid.setRowStretch(index, 0)
        self._grid.setColumnStretch(1 if wanted is Arrangement.THREE else 0, 1)
        self._grid.setRowStretch(0 if wanted is Arrangement.THREE else 1, 1)

    def _fitting(self) -> Arrangement:
        three = theme.px(_FILTERS + _LIST + _PREVIEW, self) + 2 * _GAP
        two = theme.px(_LIST + _PREVIEW, self) + _GAP
        if self.width() >= three:
            return Arrangement.THREE
        return Arrangement.TWO if self.width() >= two else Arrangement.ONE


def _fix_width(widget: QWidget, width: int) -> None:
    widget.setMinimumWidth(width)
    widget.setMaximumWidth(width or 16_777_215)
