"""The column of filters: what there is, how many of each, and what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kompetens_gui.services.ports import CaseFilter
from kompetens_gui.ui.cases.words import chain_states, diagnosis_groups, levels, situations, thousands
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Heading, Label

Counts = Mapping[str, Mapping[str, int]]
FACETS: Final = ("diagnosis_group", "chain_state", "difficulty", "situation")
_GROUP_WIDTH: Final = 220


class FilterRow(QWidget):
    """A check box with its count; the whole row can be pressed."""

    changed = Signal()

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self.box, self.count = QCheckBox(word), Label("", "number", "faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self.count)
        self.box.toggled.connect(self.changed)

    def show_count(self, count: int) -> None:
        self.count.setText(thousands(count))
        self.box.setAccessibleName(self.tr("{word}, {count} fall").format(word=self._word, count=count))


class FilterColumn(QScrollArea):
    """Scrolls by itself where it stands beside the list.

    `filter_changed(CaseFilter)` when a person ticks or unticks.
    """

    filter_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[tuple[str, str], FilterRow] = {}
        self._silent = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setProperty("scrollBody", "true")
        self.setWidget(content)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(20)
        self._groups: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(20)
        self._column.addLayout(self._grid)
        titles = (self.tr("Diagnosgrupp"), self.tr("Kedjan"), self.tr("Svårighet"), self.tr("Situation"))
        states = {state: word for state, word in chain_states().items() if state != "unknown"}
        values = (diagnosis_groups(), states, levels(), situations())
        for facet, title, words in zip(FACETS, titles, values, strict=True):
            self._groups.append(self._group(facet, title, words))
        self._place_groups(1)
        self._column.addStretch(1)

    def add_below(self, widget: QWidget) -> None:
        """Put something at the foot of the column."""
        self._column.addWidget(widget)

    def show_whole(self, whole: bool) -> None:
        """Stand beside the list, or above it: as high as all filters need, with the groups side by side."""
        self._place_groups(max(1, min(len(self._groups), self.width() // theme.px(_GROUP_WIDTH, self))) if whole else 1)
        content = self.widget()
        self.setMinimumHeight(content.sizeHint().height() if whole and content is not None else 0)

    def row(self, facet: str, value: str) -> FilterRow:
        return self._rows[facet, value]

    def show_counts(self, counts: Counts) -> None:
        """Show the counts; a value that the bank does not have stays hidden until it turns up."""
        for (facet, value), row in self._rows.items():
            count = counts.get(facet, {}).get(value, 0)
            row.show_count(count)
            if count or row.box.isChecked():
                row.show()

    def chosen(self) -> CaseFilter:
        return CaseFilter(
            self._chosen_in("diagnosis_group"),
            self._chosen_in("chain_state"),
            frozenset(int(value) for value in self._chosen_in("difficulty")),
            self._chosen_in("situation"),
        )

    def chips(self) -> list[tuple[str, str, str]]:
        """Return (facet, value, word) of what is chosen, in the order of the column."""
        return [(facet, value, row.box.text()) for (facet, value), row in self._rows.items() if row.box.isChecked()]

    def untick(self, facet: str, value: str) -> None:
        self._rows[facet, value].box.setChecked(False)

    def clear(self) -> None:
        """Untick all, and say so once."""
        self._silent = True
        for row in self._rows.values():
            row.box.setChecked(False)
        self._silent = False
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if not self._silent:
            self.filter_changed.emit(self.chosen())

    def _chosen_in(self, wanted: str) -> frozenset[str]:
        return frozenset(v for (facet, v), row in self._rows.items() if facet == wanted and row.box.isChecked())

    def _place_groups(self, beside: int) -> None:
        for index, group in enumerate(self._groups):
            self._grid.removeWidget(group)
            self._grid.addWidget(group, index // beside, index % beside, Qt.AlignmentFlag.AlignTop)

    def _group(self, facet: str, title: str, words: Mapping[str, str]) -> QWidget:
        box = QWidget()
        group = QVBoxLayout(box)
        group.setContentsMargins(0, 0, 0, 0)
        group.setSpacing(0)
        group.addWidget(Heading(title, "h3"))
        group.addSpacing(4)
        for value, word in words.items():
            row = FilterRow(word)
            row.hide()
            row.changed.connect(self._tell)
            self._rows[facet, value] = row
            group.addWidget(row)
        return box
