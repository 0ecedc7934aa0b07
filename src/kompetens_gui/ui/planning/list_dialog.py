"""A pasted list or a CSV file of participants: what was understood is shown before anything is added."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kompetens_gui.domain.errors import ParticipantListInvalid
from kompetens_gui.domain.participant_list import ParticipantList
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.planning import PlanningService
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.tables import style_table

translate = QCoreApplication.translate
PAUSE_MS = 200


class ListDialog(PlanningDialog):
    """Signals: `accepted_list(tuple[ListedParticipant])`."""

    accepted_list = Signal(object)

    def __init__(self, planning: PlanningService, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Planning", "Lägg till från en lista"),
            translate(
                "Planning",
                "En person på varje rad. Roll och enhet får stå efter, med semikolon emellan. "
                "CSV-filer från Excel går också bra.",
            ),
            width=860,
            height=680,
            parent=parent,
        )
        self._planning, self._tasks = planning, tasks
        self._list: ParticipantList | None = None
        self._turn = 0
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(124))
        self.text.setPlaceholderText(self.tr("Anna Ek; läkare; Tallbacken\nBo Lind; ST-läkare"))
        self.text_field = Field(self.tr("&Klistra in listan här"), self.text)
        self.file_button = Button(self.tr("Läs in fil…"), "secondary", "sm", icon_name="folder-open")
        self.file_button.clicked.connect(self.choose_file)
        self.source = Label("", "small", "muted", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addWidget(self.source, 1)
        self.body.addWidget(self.text_field)
        self.body.addLayout(row)
        self._make_preview()
        self.add_button = Button("", "primary")
        self.add_button.clicked.connect(self._accept)
        self.foot.addStretch(1)
        self.close_button(self.tr("Avbryt"))
        self.foot.addWidget(self.add_button)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._read_text)
        self.text.textChanged.connect(self._pause.start)
        self._show(None)
        self.text.setFocus()

    def _make_preview(self) -> None:
        self.heading = Heading("", "h3")
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([self.tr("Namn"), self.tr("Roll"), self.tr("Enhet")])
        style_table(self.table, "tight")
        self.table.setAccessibleName(self.tr("Det som förstods"))
        self.table.setMinimumHeight(theme.px(150))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.trouble = Card(look="sunken", dense=True)
        self.trouble_text = Label("", "small", wrap=True)
        self.trouble_text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Icon("warning", 18, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.trouble_text, 1)
        self.trouble.body.addLayout(row)
        for part in (self.heading, self.trouble, self.table):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.table, 1)

    def choose_file(self) -> None:
        """Ask for a file without stopping the program."""
        dialog = QFileDialog(self, self.tr("Läs in deltagarlista"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Listor (*.csv *.txt)"), self.tr("Alla filer (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, name: str) -> None:
        self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read a list file off the UI thread and show what it gave."""
        self.source.setText(self.tr("Från filen {file}").format(file=path.name))
        self._read(partial(self._planning.read_list_file, path))

    def _read_text(self) -> None:
        text = self.text.toPlainText()
        if text.strip():
            self.source.setText("")
            self._read(partial(self._planning.read_list, text))
        elif not self.source.text():
            self._turn += 1
            self._show(None)

    def _read(self, work: Callable[[], ParticipantList]) -> None:
        self._turn += 1
        self._tasks.run(work, partial(self._take, self._turn), owner=self, failed=partial(self._failed, self._turn))

    def _take(self, turn: int, found: ParticipantList) -> None:
        if turn == self._turn:
            self._show(found)

    def _failed(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        says = explain(error)
        self._show(None)
        self._say_trouble(f"{says.title}. {says.what_to_do}")
        if not isinstance(error, ParticipantListInvalid) and not hasattr(error, "path"):
            raise error

    def _show(self, found: ParticipantList | None) -> None:
        self._list = found
        people = found.participants if found else ()
        self.heading.setText(self.tr("{people} förstods").format(people=words.participants(len(people))))
        self.heading.setVisible(found is not None)
        self.table.setVisible(bool(people))
        self.table.setRowCount(len(people))
        for row, person in enumerate(people):
            role = role_title(person.role or Role.OTHER)
            for column, text in enumerate((person.name, role, person.unit)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self._say_trouble("\n".join(self._remarks(found)) if found else "")
        self.add_button.setEnabled(bool(people))
        count = words.participants(len(people))
        self.add_button.setText(self.tr("Lägg till {people}").format(people=count) if people else self.tr("Lägg till"))

    def _remarks(self, found: ParticipantList) -> list[str]:
        """Word every remark and every line that gave nobody, in the order of the list."""
        odd = [(p.line, p.name, r) for p in found.participants for r in p.remarks]
        odd += [(s.line, s.text, s.remark) for s in found.skipped]
        said = self.tr("Rad {n}, ”{text}”: {why}.")
        return [said.format(n=line, text=text, why=words.remark(r)) for line, text, r in sorted(odd)]

    def _say_trouble(self, text: str) -> None:
        self.trouble_text.setText(text)
        self.trouble.setVisible(bool(text))

    def _accept(self) -> None:
        if self._list is not None:
            self.accepted_list.emit(self._list.participants)
            self.accept()
