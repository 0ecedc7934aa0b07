"""Adds someone who came without being in the plan, so that attendance and course certificate follow as for others."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.participant_list import LONGEST_NAME
from kompetens_gui.domain.workshop.plan import Participant, Role
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field

LONGEST_UNIT = 200


class JoinForm(QWidget):
    """A button that unfolds into name, role and unit. Signals: `submitted(name, Role, unit)`, `unfolded()`.

    Enter adds and leaves the keyboard in the name, ready for the next one; Escape folds the form.
    """

    submitted = Signal(str, object, str)
    unfolded = Signal()

    def __init__(self, role_titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._there: tuple[Participant, ...] = ()
        self.open_button = Button(self.tr("Lägg till deltagare"), "ghost", icon_name="user-plus")
        self.name, self.role, self.unit = QLineEdit(), QComboBox(), QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.unit.setMaxLength(LONGEST_UNIT)
        for role in Role:
            self.role.addItem(role_titles.get(role.value, role.value), role)
        self.role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.role.setMinimumContentsLength(12)
        self.name_field = Field(self.tr("&Namn"), self.name)
        self.add_button = Button(self.tr("Lägg till"), "tonal", icon_name="plus")
        self.add_button.setAccessibleName(self.tr("Lägg till deltagaren"))
        self.done_button = Button(self.tr("Stäng"), "ghost")
        self.done_button.setAccessibleName(self.tr("Stäng formuläret"))
        self.fields = QWidget()
        self._lay_out()
        self.open_button.clicked.connect(self.unfold)
        self.done_button.clicked.connect(self.fold)
        self.add_button.clicked.connect(self._add)
        for field in (self.name, self.unit):
            field.returnPressed.connect(self._add)
        self.fields.hide()

    def show_people(self, people: Sequence[Participant], unit: str) -> None:
        """Take in who is there already, and the unit that somebody from here would have."""
        self._there = tuple(people)
        self.unit.setPlaceholderText(unit)

    def tab_chain(self) -> list[QWidget]:
        """Return the inputs in the order they are read."""
        return [self.open_button, self.name, self.role, self.unit, self.add_button, self.done_button]

    @Slot()
    def unfold(self) -> None:
        """Show the fields and put the keyboard in the first one."""
        self.open_button.hide()
        self.fields.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        # Told when the layout has made room for the fields.
        QTimer.singleShot(0, self, self.unfolded.emit)

    @Slot()
    def fold(self) -> None:
        """Hide the fields again; what was typed and not added is thrown away."""
        self.name.clear()
        self.name_field.set_error("")
        self.open_button.show()
        self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.hide()

    @Slot()
    def _add(self) -> None:
        name = " ".join(self.name.text().split())
        unit = " ".join(self.unit.text().split()) or self.unit.placeholderText()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name_field.set_error(self._fault(name, unit))
        if self.name_field.error:
            self.name.selectAll()
            return
        self.name.clear()
        self.submitted.emit(name, Role(self.role.currentData()), unit)

    def _fault(self, name: str, unit: str) -> str:
        if not name:
            return self.tr("Skriv ett namn.")
        if any((p.name.casefold(), p.unit.casefold()) == (name.casefold(), unit.casefold()) for p in self._there):
            return self.tr("{name} står redan i listan. Skriv en annan enhet om det är någon annan.").format(name=name)
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.fields.isVisible():
            self.fold()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for field in (Field(self.tr("&Roll"), self.role), Field(self.tr("&Enhet"), self.unit)):
            pair.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.done_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.name_field)
        column.addLayout(pair)
        column.addLayout(buttons)
        first = QHBoxLayout()
        first.addWidget(self.open_button)
        first.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(first)
        layout.addWidget(self.fields)
