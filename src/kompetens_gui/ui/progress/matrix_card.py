"""All competence areas under each other, one of them unfolded; the arrows move between them."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.ui.progress.area_details import AreaDetails
from kompetens_gui.ui.progress.area_row import AreaRow
from kompetens_gui.ui.progress.level_steps import LevelSteps
from kompetens_gui.ui.progress.view_state import MatrixView
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label, rule

_KEY: Final = Qt.Key
_MOVES: Final = {_KEY.Key_Up: -1, _KEY.Key_Down: 1, _KEY.Key_Home: -99, _KEY.Key_End: 99}


class MatrixCard(Card):
    """Signals carry the area's id: `unfolded(area)`, `rated(area, int)`, `evidence_wanted(area)`,
    `practise_wanted(area)`, `add_wanted(area)`. `seen_wanted(QWidget)` asks for a part to be brought into view.
    """

    unfolded = Signal(str)
    rated = Signal(str, int)
    evidence_wanted = Signal(str)
    practise_wanted = Signal(str)
    add_wanted = Signal(str)
    seen_wanted = Signal(QWidget)

    def __init__(self, can_practise: bool, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kompetensområden"), parent=parent)
        self._can_practise = can_practise
        self.rows: dict[str, AreaRow] = {}
        self.details: dict[str, AreaDetails] = {}
        self._places: dict[str, QVBoxLayout] = {}
        self.body.setSpacing(8)
        self.add(self._legend())
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)

    def show_matrix(self, view: MatrixView) -> None:
        """Show all areas as they stand; what is unfolded stays so, and the keyboard stays where it is."""
        if [a.id for a in view.areas] != list(self.rows):
            self._make_rows(view)
        for area in view.areas:
            self.rows[area.id].show_area(area)
            if area.id in self.details:
                self.details[area.id].show_area(area, self._can_practise)

    def open_area(self) -> str:
        """Return the id of the area that is unfolded, empty when none is."""
        return next((area for area, row in self.rows.items() if row.isChecked()), "")

    def unfold(self, area: str) -> None:
        """Unfold an area and give it the keyboard."""
        self.rows[area].setChecked(True)
        self._go_to(area)

    def forget(self) -> None:
        """Fold everything and let go of what was unfolded: another person sits down."""
        for row in self.rows.values():
            row.setChecked(False)
        for details in self.details.values():
            details.hide()
            details.deleteLater()
        self.details = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, AreaRow) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, row: AreaRow, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            areas = list(self.rows)
            place = min(max(areas.index(row.view.id) + _MOVES[key], 0), len(areas) - 1)
            self._go_to(areas[place])
            return True
        if key in (_KEY.Key_Right, _KEY.Key_Left):
            row.setChecked(key == _KEY.Key_Right)
            return True
        if key in (_KEY.Key_Return, _KEY.Key_Enter):
            row.click()
            return True
        return False

    def _make_rows(self, view: MatrixView) -> None:
        for area in view.areas:
            if self.rows:
                self._column.addWidget(rule())
            row = AreaRow(area, self)
            row.installEventFilter(self)
            row.toggled.connect(partial(self._toggled, area.id))
            self.rows[area.id] = row
            self._places[area.id] = QVBoxLayout()
            self._column.addWidget(row)
            self._column.addLayout(self._places[area.id])
        for before, after in pairwise(self.rows.values()):
            QWidget.setTabOrder(before, after)
        self._make_current(next(iter(self.rows)))

    def _go_to(self, area: str) -> None:
        self._make_current(area)
        self.rows[area].setFocus(Qt.FocusReason.TabFocusReason)
        self.seen_wanted.emit(self.rows[area])

    def _make_current(self, area: str) -> None:
        """Let Tab stop at one row only; the arrows lead to the others."""
        for each, row in self.rows.items():
            here = each == area
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _toggled(self, area: str, unfolded: bool) -> None:
        if unfolded:
            self._make_current(area)
            for each, row in self.rows.items():
                if each != area:
                    row.setChecked(False)
            self._details_of(area).show()
            for part in (self.details[area], self.rows[area]):
                self.seen_wanted.emit(part)
            self.unfolded.emit(area)
        elif area in self.details:
            self.details[area].hide()
        self.rows[area].update()

    def _details_of(self, area: str) -> AreaDetails:
        if area not in self.details:
            made = AreaDetails(self)
            made.show_area(self.rows[area].view, self._can_practise)
            made.rated.connect(partial(self.rated.emit, area))
            made.evidence_wanted.connect(partial(self.evidence_wanted.emit, area))
            made.practise_wanted.connect(partial(self.practise_wanted.emit, area))
            made.add_wanted.connect(partial(self.add_wanted.emit, area))
            self._places[area].addWidget(made)
            for before, after in pairwise((self.rows[area], *made.tab_chain())):
                QWidget.setTabOrder(before, after)
            self.details[area] = made
        return self.details[area]

    def _legend(self) -> QWidget:
        box = FlowRow(24, self)
        for level, target, words in (
            (Level.APPLY, None, self.tr("Fyllda steg: din nivå")),
            (Level.UNASSESSED, Level.APPLY, self.tr("Punkt: mål för din roll")),
        ):
            part = QWidget(box)
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(LevelSteps(level, target, part))
            row.addWidget(Label(words, "small", "muted", parent=part), 0, Qt.AlignmentFlag.AlignBottom)
            box.add(part)
        return box
