"""All participants: typing them one by one, changing and removing them."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHeaderView, QLineEdit, QTableView, QWidget

from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.planning.facilitators_editor import role_box
from kompetens_gui.ui.planning.participants_model import ParticipantDelegate, ParticipantsModel
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.tables import style_table

translate = QCoreApplication.translate


class ParticipantsDialog(PlanningDialog):
    """Follows the plan while it is open.

    Signals: `added(name, Role, unit)`, `changed(Participant)`, `removed(id)`, `paste_wanted()`, `undo_wanted()`.
    """

    added = Signal(str, object, str)
    changed = Signal(object)
    removed = Signal(str)
    paste_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, view: PlanView, parent: QWidget | None = None) -> None:
        super().__init__(translate("Planning", "Deltagare"), width=760, height=600, parent=parent)
        self.name, self.role, self.unit = QLineEdit(), role_box(Role.PHYSICIAN), QLineEdit()
        self.name.setMaxLength(120)
        self.unit.setMaxLength(200)
        self.add_button = Button(self.tr("Lägg till"), "primary", icon_name="plus")
        self.add_button.clicked.connect(self._add)
        self.name_field = Field(self.tr("&Namn"), self.name)
        for field in (self.name, self.unit):
            field.returnPressed.connect(self._add)
        self.entry = QWidget()
        grid = QGridLayout(self.entry)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        grid.addWidget(self.name_field, 0, 0)
        grid.addWidget(Field(self.tr("&Roll"), self.role), 0, 1)
        grid.addWidget(Field(self.tr("&Enhet"), self.unit), 0, 2)
        for column, stretch in enumerate((3, 2, 3)):
            grid.setColumnStretch(column, stretch)
        grid.addWidget(self.add_button, 0, 3, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(self.entry)
        self._make_table()
        self.count = Label("", "small", "muted")
        self.remove_button = Button(self.tr("Ta bort"), "secondary", icon_name="trash")
        self.remove_button.clicked.connect(self._remove)
        self.paste_button = Button(self.tr("Klistra in lista eller läs fil…"), "ghost")
        self.paste_button.clicked.connect(self.paste_wanted)
        for part in (self.remove_button, self.paste_button, self.count):
            self.foot.addWidget(part)
        self.foot.addStretch(1)
        self.close_button(self.tr("Klar"))
        for before, after in pairwise((self.name, self.role, self.unit, self.add_button, self.table)):
            QWidget.setTabOrder(before, after)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo_wanted.emit)
        self.show_view(view)
        self.name.setFocus()

    def _make_table(self) -> None:
        self.rows = ParticipantsModel(self)
        self.rows.changed.connect(self.changed)
        self.table = QTableView()
        self.table.setModel(self.rows)
        style_table(self.table, delegate=ParticipantDelegate("normal", self.table))
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setAccessibleName(self.tr("Deltagare"))
        self.table.setAccessibleDescription(self.tr("F2 ändrar, Delete tar bort"))
        self.table.setMinimumHeight(200)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self._remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.rows.modelReset.connect(self._refresh)
        self.body.addWidget(self.table, 1)

    def show_view(self, view: PlanView) -> None:
        """Show the participants of a plan."""
        self.rows.locked = view.locked
        at = self.table.currentIndex()
        self.rows.show_rows(view.plan.participants)
        if at.isValid() and not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.setCurrentIndex(self.rows.index(min(at.row(), self.rows.rowCount() - 1), at.column()))
        self.count.setText(words.participants(len(view.plan.participants)))
        self.unit.setPlaceholderText(view.plan.unit)
        for part in (self.entry, self.remove_button, self.paste_button):
            part.setVisible(not view.locked)
        self._refresh()

    def _add(self) -> None:
        name = " ".join(self.name.text().split())
        self.name_field.set_error("" if name else self.tr("Skriv ett namn."))
        self.name.setFocus()
        if name:
            self.added.emit(
                name, Role(self.role.currentData()), self.unit.text().strip() or self.unit.placeholderText()
            )
            self.name.clear()
            self.table.scrollToBottom()

    def _remove(self) -> None:
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        for person in [self.rows.row_at(row) for row in sorted(rows)]:
            self.removed.emit(person.id)

    def _refresh(self, *_what: object) -> None:
        self.remove_button.setEnabled(self.table.selectionModel().hasSelection())
