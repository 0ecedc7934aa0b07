"""What is held about a person: found, given out as a file, or taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog, QListView, QMessageBox, QStyleOptionViewItem, QWidget

from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.personal_data import ErasureReceipt, Person
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.settings.parts import SettingsParts
from kompetens_gui.ui.settings.section import Section
from kompetens_gui.ui.shell.erasure_receipt import ReceiptDialog
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import set_look
from kompetens_gui.ui.widgets.search_field import SearchField
from kompetens_gui.ui.widgets.tables import ROW_HEIGHTS, RowDelegate, paint_two_lines, style_list

MOST_ROWS_SEEN = 4
DETAIL_ROLE = Qt.ItemDataRole.UserRole
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class PeopleModel(QAbstractListModel):
    """Those who were found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[Person, ...] = ()

    def show_rows(self, people: Sequence[Person]) -> None:
        self.beginResetModel()
        self.people = tuple(people)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        person = self.people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name
        if role == DETAIL_ROLE:
            return self._detail(person)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{person.name}. {self._detail(person)}"
        return None

    def _detail(self, person: Person) -> str:
        who = [self.tr("Ledare")] if person.leads else [role_title(Role(r)) for r in person.roles]
        sessions = self.tr("1 träff") if person.sessions == 1 else self.tr("{n} träffar").format(n=person.sessions)
        issued = self.tr("{n} kursintyg").format(n=person.course_certificates)
        if person.leads:
            issued = self.tr("namn på {n} kursintyg").format(n=person.course_certificates)
        return ". ".join(x for x in (", ".join([*who, *person.units]), f"{sessions}, {issued}") if x)


class PersonDelegate(RowDelegate):
    """The name over what is held."""

    def paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        room = option.rect.adjusted(theme.px(12, option.widget), 0, -theme.px(12, option.widget), 0)
        paint_two_lines(painter, room, str(index.data()), str(index.data(DETAIL_ROLE)), option.widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.px(120, option.widget), super().sizeHint(option, index).height())


class PersonalDataSection(Section):
    """Signals: `found(int)` when a search has been answered, `erased(ErasureReceipt)`."""

    found = Signal(int)
    erased = Signal(object)

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Personuppgifter"), parent)
        self._parts = parts
        self._asked = 0
        self.search = SearchField(self.tr("Sök person"), self.tr("Namn eller e-post"))
        self.model = PeopleModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Personer som hittades"))
        style_list(self.list, delegate=PersonDelegate("two-line", self.list))
        self.status = Label("", "small", "muted", wrap=True)
        self.export_button = Button(self.tr("Exportera…"), icon_name="download-simple")
        self.erase_button = Button(self.tr("Ta bort…"), icon_name="trash")
        self._lay_out()
        self.search.query_changed.connect(self._search)
        self.list.selectionModel().selectionChanged.connect(self._refresh)
        self.export_button.clicked.connect(self._ask_where)
        self.erase_button.clicked.connect(self._ask)
        theme.changed.connect(self._fit)
        self._show(0, ())

    def person(self) -> Person | None:
        """Return the one who is chosen."""
        rows = self.list.selectionModel().selectedRows()
        return self.model.people[rows[0].row()] if rows else None

    def export_to(self, person: Person, target: Path) -> None:
        """Write everything held about a person to a file."""
        tools = self._parts.personal_data

        def work() -> None:
            tools.write_file(target, tools.export(person).encode())

        def done(_: object) -> None:
            self._parts.notices.tell(self.tr("Uppgifterna är exporterade"), target.name)

        self._parts.tasks.run(work, done, self, self._parts.notices.fail)

    @Slot(str)
    def _search(self, text: str) -> None:
        self._asked += 1
        self._parts.tasks.run(
            partial(self._parts.personal_data.find, text),
            partial(self._show, self._asked),
            self,
            self._parts.notices.fail,
        )

    def _show(self, asked: int, people: Sequence[Person]) -> None:
        if asked != self._asked:
            return
        self.model.show_rows(people)
        self.list.setVisible(bool(people))
        self._fit()
        if people:
            self.list.setCurrentIndex(self.model.index(0))
        self.status.setText(self._words(len(people)))
        self._refresh()
        self.found.emit(len(people))

    def _words(self, count: int) -> str:
        if not self.search.text().strip():
            return self.tr("Sök den som vill se sina uppgifter eller få dem borttagna.")
        if count == 0:
            return self.tr("Ingen hittades. Pröva en del av namnet.")
        if count == 1:
            return self.tr("1 person.")
        return self.tr("{n} personer. Samma namn med olika enhet visas var för sig.").format(n=count)

    @Slot()
    def _refresh(self) -> None:
        chosen = self.person() is not None
        self.export_button.setEnabled(chosen)
        self.erase_button.setEnabled(chosen)

    @Slot()
    def _fit(self) -> None:
        rows = min(MOST_ROWS_SEEN, max(1, self.model.rowCount()))
        self.list.setFixedHeight(rows * theme.px(ROW_HEIGHTS["two-line"], self.list) + 2 * self.list.frameWidth())

    @Slot()
    def _ask_where(self) -> None:
        person = self.person()
        if person is None:
            return
        dialog = QFileDialog(self, self.tr("Exportera uppgifter"), str(self._parts.documents_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("JSON (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile(_UNFIT.sub(" ", f"Uppgifter om {person.name}").strip()[:120] + ".json")
        dialog.fileSelected.connect(lambda path: self.export_to(person, Path(path)))
        dialog.open()

    @Slot()
    def _ask(self) -> None:
        """Ask once: this cannot be undone. Enter and Escape leave everything as it is."""
        person = self.person()
        if person is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Ta bort personuppgifter"))
        who = f"{person.name} ({', '.join(person.units)})" if person.units else person.name
        box.setText(self.tr("Ta bort {name}?").format(name=who))
        box.setInformativeText(self._consequences(person))
        yes = box.addButton(self.tr("Ta bort"), QMessageBox.ButtonRole.DestructiveRole)
        set_look(yes, "kind", "danger")
        no = box.addButton(self.tr("Avbryt"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        yes.clicked.connect(partial(self._erase, person))
        box.open()
        no.setFocus()

    def _consequences(self, person: Person) -> str:
        if person.leads:
            return self.tr(
                "Namnet ersätts med ”Borttagen ledare” i planer och på kursintyg, även andras. De gäller fortfarande. "
                "Det går inte att ångra."
            )
        return self.tr(
            "Namnet ersätts med ”Borttagen deltagare” överallt, och enhet, e-post och kön tas bort. Kursintygen "
            "återkallas men behåller sina nummer. Det går inte att ångra."
        )

    def _erase(self, person: Person, _checked: bool = False) -> None:
        self.setEnabled(False)
        self._parts.tasks.write(partial(self._parts.personal_data.erase, person), self._done, self, self._failed)

    def _failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self._parts.notices.fail(error)

    def _done(self, receipt: ErasureReceipt) -> None:
        self.setEnabled(True)
        self.search.clear()
        self.search.setFocus()
        self.erased.emit(receipt)
        ReceiptDialog(receipt, self._parts.receipts(), self).open()

    def _lay_out(self) -> None:
        self.add(self.search)
        self.add(self.status)
        self.add(self.list)
        buttons = QWidget()
        row = FlowLayout(buttons, spacing=8)
        row.addWidget(self.export_button)
        row.addWidget(self.erase_button)
        self.add(buttons)
