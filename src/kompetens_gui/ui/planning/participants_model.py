"""Participants as a table that can be changed in place."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem, QWidget

from kompetens_gui.domain.workshop.plan import Participant, Role
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.planning.facilitators_editor import role_box
from kompetens_gui.ui.widgets.tables import RowDelegate

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NAME, ROLE, UNIT = range(3)


class ParticipantsModel(QAbstractTableModel):
    """Rows are fed whole. `changed(Participant)` is sent when a cell was edited; the model waits for the answer."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Participant, ...] = ()
        self.locked = False

    def show_rows(self, rows: Sequence[Participant]) -> None:
        new = tuple(rows)
        if [p.id for p in new] == [p.id for p in self._rows]:
            if new and new != self._rows:
                self._rows = new
                self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, UNIT))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def row_at(self, row: int) -> Participant:
        return self._rows[row]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Namn"), self.tr("Roll"), self.tr("Enhet"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual if self.locked or not index.isValid() else usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        person = self._rows[index.row()]
        if index.column() == ROLE:
            return role_title(person.role) if role == Qt.ItemDataRole.DisplayRole else person.role.value
        return person.name if index.column() == NAME else person.unit

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or self.locked:
            return False
        person, text = self._rows[index.row()], str(value).strip()
        if index.column() == NAME and not text:
            return False
        new = {
            NAME: lambda: replace(person, name=text),
            ROLE: lambda: replace(person, role=Role(text)),
            UNIT: lambda: replace(person, unit=text),
        }[index.column()]()
        if new != person:
            self.changed.emit(new)
        return True


class ParticipantDelegate(RowDelegate):
    """Edits roles with a choice, the rest as text."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() != ROLE:
            return super().createEditor(parent, option, index)
        box = role_box()
        box.setParent(parent)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(Role(str(index.data(Qt.ItemDataRole.EditRole)))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QComboBox) and isinstance(model, ParticipantsModel):
            model.setData(index, editor.currentData().value)
        else:
            super().setModelData(editor, model, index)  # type: ignore[arg-type]  # any item model
