"""Who sits at the computer, and who leads when nothing else is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.settings.section import Section, show_text
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label


class LeaderRow(QWidget):
    """Name and role of one leader. `edited()`, `role_chosen()`, `removed()`."""

    edited = Signal()
    role_chosen = Signal()
    removed = Signal()

    def __init__(self, number: int, leader: Facilitator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.role = QLineEdit(leader.name), QComboBox()
        self.name.setAccessibleName(self.tr("Namn på ledare {number}").format(number=number))
        self.name.setPlaceholderText(self.tr("Namn"))
        self.role.setAccessibleName(self.tr("Roll för ledare {number}").format(number=number))
        for role in Role:
            self.role.addItem(role_title(role), role)
        self.role.setCurrentIndex(self.role.findData(leader.role))
        self.role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role.setMinimumContentsLength(14)
        self.remove_button = IconButton("x", self.tr("Ta bort ledare {number}").format(number=number))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 4)
        row.addWidget(self.role, 5)
        row.addWidget(self.remove_button)
        self.name.textEdited.connect(self.edited)
        self.name.editingFinished.connect(self.role_chosen)
        self.role.activated.connect(self.role_chosen)
        self.remove_button.clicked.connect(self.removed)

    def leader(self) -> Facilitator:
        return Facilitator(self.name.text().strip(), Role(self.role.currentData()))


class LeadersSection(Section):
    """Your name, and the leaders that a new plan begins with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Ledare"), parent)
        self.user_name = QLineEdit()
        self.rows: list[LeaderRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.add_button = Button(self.tr("Lägg till ledare"), "ghost", icon_name="plus")
        self.add(Field(self.tr("&Ditt namn"), self.user_name, hint=self.tr("Används i hälsningen på översikten.")))
        box = QVBoxLayout()
        box.setSpacing(8)
        box.addWidget(Label(self.tr("Ledare i nya träffar"), "small-strong"))
        box.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch(1)
        box.addLayout(row)
        self.body.addLayout(box)
        self.watch(self.user_name)
        self.add_button.clicked.connect(self._add)

    def load(self, preferences: Preferences) -> None:
        show_text(self.user_name, preferences.user_name)
        if self._leaders() != preferences.default_facilitators:
            self._show_rows(preferences.default_facilitators)

    def save(self, preferences: Preferences) -> Preferences:
        return replace(preferences, user_name=self.user_name.text().strip(), default_facilitators=self._leaders())

    @Slot()
    def _add(self) -> None:
        """Begin with the person at the computer, then with empty rows."""
        name = self.user_name.text().strip()
        taken = {row.leader().name for row in self.rows}
        self._add_row(Facilitator("" if name in taken else name))
        self.rows[-1].name.setFocus()
        if name and name not in taken:
            self.changed.emit("")

    def _leaders(self) -> tuple[Facilitator, ...]:
        return tuple(leader for row in self.rows if (leader := row.leader()).name)

    def _show_rows(self, leaders: Sequence[Facilitator]) -> None:
        while self.rows:
            self._drop(self.rows[-1])
        for leader in leaders:
            self._add_row(leader)

    def _add_row(self, leader: Facilitator) -> None:
        row = LeaderRow(len(self.rows) + 1, leader)
        self.rows.append(row)
        self._list.addWidget(row)
        row.edited.connect(self._typed)
        row.role_chosen.connect(self._changed_now)
        row.removed.connect(self._removed)

    @Slot()
    def _changed_now(self) -> None:
        self._pause.stop()
        self.changed.emit("")

    @Slot()
    def _removed(self) -> None:
        row = self.sender()
        if isinstance(row, LeaderRow):
            name = row.leader().name
            self._drop(row)
            self.add_button.setFocus()
            self.changed.emit(self.tr("{name} är borttagen").format(name=name) if name else "")

    def _drop(self, row: LeaderRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.blockSignals(True)
        row.hide()
        row.deleteLater()
