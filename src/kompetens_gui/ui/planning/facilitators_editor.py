"""Who leads: any number of names with their roles."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.widgets.buttons import Button, IconButton


class FacilitatorsEditor(QWidget):
    """Signals: `edited(tuple[Facilitator], key)`; a row that was just added has no name yet."""

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaders: tuple[Facilitator, ...] = ()
        self.rows: list[_LeaderRow] = []
        self.add_button = Button(self.tr("Lägg till ledare"), "ghost", "sm", icon_name="plus")
        self.add_button.clicked.connect(self._add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self._column.addLayout(foot)

    def show_leaders(self, leaders: Sequence[Facilitator]) -> None:
        """Show the leaders; rows that stay keep the keyboard and what is typed."""
        self._leaders = tuple(leaders)
        while len(self.rows) > len(leaders):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(leaders):
            row = _LeaderRow(len(self.rows) + 1)
            row.edited.connect(partial(self._changed, len(self.rows)))
            row.removed.connect(partial(self._remove, len(self.rows)))
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        for row, leader in zip(self.rows, leaders, strict=True):
            row.show_leader(leader)

    def first(self) -> QWidget:
        """Return where one begins to write. Not a focus proxy: Tab would come back here from the last row."""
        return self.rows[0].name if self.rows else self.add_button

    def tab_chain(self) -> list[QWidget]:
        return [part for row in self.rows for part in (row.name, row.remove, row.role)] + [self.add_button]

    def _add(self) -> None:
        role = Role.CASE_OFFICER if self._leaders else Role.INSURANCE_MEDICINE_ADVISER
        self.edited.emit((*self._leaders, Facilitator("", role)), "")
        if self.rows:
            self.rows[-1].name.setFocus()

    def _changed(self, position: int, leader: Facilitator) -> None:
        leaders = tuple(leader if i == position else f for i, f in enumerate(self._leaders))
        self.edited.emit(leaders, f"leader-{position}")

    def _remove(self, position: int) -> None:
        self.edited.emit(tuple(f for i, f in enumerate(self._leaders) if i != position), "")
        (self.rows[min(position, len(self.rows) - 1)].name if self.rows else self.add_button).setFocus()


class _LeaderRow(QWidget):
    edited = Signal(object)
    removed = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.role = QLineEdit(), role_box()
        self.name.setMaxLength(120)
        self.name.setPlaceholderText(self.tr("Namn"))
        self.name.setAccessibleName(self.tr("Ledare {n}, namn").format(n=number))
        self.role.setAccessibleName(self.tr("Ledare {n}, roll").format(n=number))
        self.remove = IconButton("x", self.tr("Ta bort ledare {n}").format(n=number), "ghost", "sm")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.name, 1)
        first.addWidget(self.remove)
        column.addLayout(first)
        column.addWidget(self.role)
        self.name.textEdited.connect(self._tell)
        self.role.activated.connect(self._tell)
        self.remove.clicked.connect(self.removed)

    def show_leader(self, leader: Facilitator) -> None:
        if self.name.text() != leader.name:
            self.name.setText(leader.name)
        self.role.setCurrentIndex(self.role.findData(leader.role))

    def _tell(self, *_what: object) -> None:
        self.edited.emit(Facilitator(self.name.text(), Role(self.role.currentData())))


def role_box(current: Role = Role.PHYSICIAN) -> QComboBox:
    """Make a choice among all roles."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    for role in Role:
        box.addItem(role_title(role), role)
    box.setCurrentIndex(box.findData(current))
    return box
