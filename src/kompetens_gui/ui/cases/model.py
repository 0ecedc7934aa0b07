"""The rows of the case bank as a Qt model over frozen rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kompetens_gui.domain.case import CaseId
from kompetens_gui.services.ports import CaseRow
from kompetens_gui.ui.cases.words import chain_states, level, under_title

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
ROW_ROLE: Final = Qt.ItemDataRole.UserRole
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What stands where."""

    CASE = 0
    CHAIN = 1
    LEVEL = 2
    DAY = 3
    USED = 4


class CaseTableModel(QAbstractTableModel):
    """Shows the rows it is fed whole. `ROW_ROLE` gives the row itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CaseRow, ...] = ()
        self._use: Mapping[CaseId, int] = {}
        self._headings = (
            self.tr("Fall"),
            self.tr("Kedja"),
            self.tr("Nivå"),
            self.tr("Dag"),
            self.tr("Använt"),
        )

    def show_rows(self, rows: Sequence[CaseRow], use: Mapping[CaseId, int]) -> None:
        """Show other rows; when they only go on where the old ones end, the old ones stay as they are."""
        new, before = tuple(rows), len(self._rows)
        if before and len(new) > before and new[:before] == self._rows and use == self._use:
            self.beginInsertRows(QModelIndex(), before, len(new) - 1)
            self._rows = new
            self.endInsertRows()
            return
        if new == self._rows and use == self._use:
            return
        self.beginResetModel()
        self._rows, self._use = new, dict(use)
        self.endResetModel()

    def case_row(self, index: AnyIndex) -> CaseRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, case_id: str) -> int:
        """Return the row of a case, -1 when it is not shown."""
        return next((place for place, row in enumerate(self._rows) if row.id == case_id), -1)

    def use_of(self, case_id: CaseId) -> int:
        return self._use.get(case_id, 0)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(Column):
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in {Column.DAY, Column.USED}:
            return _RIGHT
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.case_row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in {Column.DAY, Column.USED}:
            return _RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.CASE:
            return f"{row.title}\n{under_title(row, with_day=True)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, Column(index.column()))
        return None

    def _text(self, row: CaseRow, column: Column) -> str:
        if column is Column.CASE:
            return row.title
        if row.broken:
            return ""
        return {
            Column.CHAIN: chain_states().get(row.chain_state, ""),
            Column.LEVEL: level(row.difficulty),
            Column.DAY: str(row.day) if row.day else "",
            Column.USED: str(self.use_of(row.id)),
        }[column]

    def _spoken(self, row: CaseRow, column: Column) -> str:
        if column is Column.CASE:
            return f"{row.title}, {under_title(row, with_day=True)}"
        return f"{self._headings[column]}: {self._text(row, column)}"
