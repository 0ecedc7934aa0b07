"""Over the list: which filters are in force, a way to clear them, and how many cases there are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.tags import FilterTag


class FilterChips(QWidget):
    """`removed(facet, value)` for one filter, `cleared()` for all of them."""

    removed = Signal(str, str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[tuple[str, str, str]] = []
        self._box = QWidget()
        self._flow = FlowLayout(self._box, spacing=8)
        self.count = Label("", "small", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._box, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self._show_chips()

    def show_chips(self, chips: Sequence[tuple[str, str, str]]) -> None:
        if list(chips) != self._shown:
            self._shown = list(chips)
            self._show_chips()

    def tags(self) -> list[FilterTag]:
        return [tag for tag in self._box.findChildren(FilterTag) if tag.isVisible()]

    def _show_chips(self) -> None:
        self._flow.clear()
        for facet, value, word in self._shown:
            tag = FilterTag(word)
            tag.removed.connect(partial(self.removed.emit, facet, value))
            self._flow.addWidget(tag)
        if self._shown:
            clear = Button(self.tr("Rensa filter"), "link")
            clear.clicked.connect(self.cleared)
            self._flow.addWidget(clear)
