"""The list of sessions: what comes, what runs, what is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.plan import SessionStatus
from kompetens_gui.services.ports import SessionRow
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.sessions_controller import SessionsController
from kompetens_gui.ui.planning.sessions_model import PEOPLE, STATUS, TITLE, WHEN, SessionDelegate, SessionsModel
from kompetens_gui.ui.planning.template_chooser import TemplateChooser
from kompetens_gui.ui.planning.view_state import SessionLine
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.search_field import SearchField
from kompetens_gui.ui.widgets.tables import style_table


class SessionsPage(QWidget):
    """Signals: `open_wanted(id)`, `new_wanted(template_id)`, `start_wanted(id)` for a ready or running session,
    `closing_wanted(id)` for a closed one.
    """

    open_wanted = Signal(str)
    new_wanted = Signal(str)
    start_wanted = Signal(str)
    closing_wanted = Signal(str)

    def __init__(self, parts: PlanningPagesParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self._parts = parts
        self.controller = SessionsController(parts, self)
        self.new_button = Button(self.tr("Nytt tillfälle"), "primary", icon_name="plus")
        self.new_button.setToolTip(self.tr("Ny gruppdialog (Ctrl+N)"))
        self.search = SearchField(self.tr("Sök bland tillfällen"), keys="Ctrl K")
        self.search.setMaximumWidth(theme.px(360))
        self.rows = SessionsModel(self)
        self.table = QTableView()
        self._set_up_table()
        self.buttons = QWidget()
        self.open_button = Button(self.tr("Öppna planen"), "secondary", icon_name="note-pencil")
        self.start_button = Button(self.tr("Starta"), "secondary", icon_name="play")
        self.closing_button = Button(self.tr("Öppna avslutet"), "secondary", icon_name="flag")
        self.copy_button = Button(self.tr("Kopiera"), "ghost", icon_name="copy")
        self.delete_button = Button(self.tr("Ta bort"), "ghost", icon_name="trash")
        self.empty = EmptyState(
            "calendar-plus",
            self.tr("Ingen träff planerad"),
            self.tr("Utgå från en färdig mall. Moment och tider finns på plats, du väljer fall, dag och deltagare."),
            self.tr("Ny gruppdialog"),
        )
        self.nothing = Label("", "body", "muted", wrap=True)
        self._lay_out()
        self._connect()
        self._read_once = False

    # -- what the window may ask
    def open_with(self, new: bool = False, **_context: object) -> None:
        """Show the list as it is now; with `new` go straight to the templates."""
        self.refresh()
        if new:
            self.choose_template()

    def refresh(self) -> None:
        """Read the sessions anew, as when a plan changed somewhere else."""
        self.controller.refresh()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def panes(self) -> list[QWidget]:
        return [self.search, self.table, self.buttons]

    def choose_template(self) -> None:
        """Open the choice of templates."""
        chooser = TemplateChooser(self._parts, self)
        chooser.template_chosen.connect(self.new_wanted)
        chooser.open()

    # -- layout
    def _set_up_table(self) -> None:
        self.table.setModel(self.rows)
        style_table(self.table, "two-line", delegate=SessionDelegate("two-line", self.table))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.tr("Tillfällen"))
        self.table.setAccessibleDescription(self.tr("Enter öppnar, Delete tar bort"))
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(40)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(20)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Heading(self.tr("Planera"), "h1"), 1)
        head.addWidget(self.new_button)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.empty)
        column.addWidget(self.nothing)
        self.card = Card(flush=True)
        self.card.body.setContentsMargins(8, 8, 8, 8)
        self.card.add(self.table, 1)
        column.addWidget(self.card, 1)
        flow = FlowLayout(self.buttons, spacing=8)
        for button in (self.open_button, self.start_button, self.closing_button, self.copy_button, self.delete_button):
            flow.addWidget(button)
        column.addWidget(self.buttons)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        for part in (self.card, self.buttons, self.empty, self.nothing, self.search):
            part.hide()

    def _connect(self) -> None:
        self.controller.shown.connect(self._show)
        self.controller.open_wanted.connect(self.open_wanted)
        self.search.query_changed.connect(self.controller.search)
        self.new_button.clicked.connect(self.choose_template)
        self.empty.action_wanted.connect(self.choose_template)
        theme.changed.connect(self._fit_rows)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().selectionChanged.connect(self._fit_buttons)
        self.open_button.clicked.connect(self._open)
        self.start_button.clicked.connect(self._start)
        self.closing_button.clicked.connect(self._closing)
        self.copy_button.clicked.connect(self._copy)
        self.delete_button.clicked.connect(self._delete)
        for keys, slot in (
            (Qt.Key.Key_Return, self._enter),
            (Qt.Key.Key_Enter, self._enter),
            (Qt.Key.Key_Delete, self._delete),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table, slot)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    # -- showing
    def _show(self, lines: Sequence[SessionLine], total: int) -> None:
        chosen = self._chosen()
        self.rows.show_lines(lines)
        first = next((i for i, line in enumerate(lines) if line.row), None)
        kept = next((i for i, line in enumerate(lines) if line.row and chosen and line.row.id == chosen.id), first)
        self.table.clearSpans()
        for row, line in enumerate(lines):
            if line.row is None:
                self.table.setSpan(row, 0, 1, 4)
        self._fit_rows()
        if kept is not None:
            self.table.setCurrentIndex(self.rows.index(kept, TITLE))
        self.empty.setVisible(not total)
        self.new_button.setVisible(bool(total))
        self.search.setVisible(bool(total))
        self.card.setVisible(bool(lines))
        self.buttons.setVisible(bool(lines))
        self._rest.setVisible(not lines)
        query = self.search.text().strip()
        self.nothing.setText(self.tr("Inget tillfälle svarar mot ”{query}”.").format(query=query))
        self.nothing.setVisible(bool(total) and not lines)
        self._fit_buttons()

    def _fit_buttons(self, *_what: object) -> None:
        row = self._chosen()
        status = row.status if row else None
        self.start_button.setVisible(status in (SessionStatus.READY, SessionStatus.RUNNING))
        self.start_button.setText(self.tr("Fortsätt") if status == SessionStatus.RUNNING else self.tr("Starta"))
        self.closing_button.setVisible(status == SessionStatus.CLOSED)
        self.delete_button.setEnabled(row is not None and status != SessionStatus.RUNNING)
        for button in (self.open_button, self.copy_button):
            button.setEnabled(row is not None)

    def _fit_rows(self) -> None:
        for row, line in enumerate(self.rows.lines()):
            self.table.setRowHeight(row, theme.px(60 if line.row else 40, self))
        self._fit_columns()

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        wide = self.table.viewport().width()
        for column, width in ((WHEN, 220), (STATUS, 140), (PEOPLE, 110)):
            header.resizeSection(column, min(theme.px(width, self), max(80, wide // 4)))

    def _chosen(self) -> SessionRow | None:
        index = self.table.currentIndex()
        return self.rows.line_at(index.row()).row if index.isValid() else None

    # -- doing
    def _open(self, *_what: object) -> None:
        if (row := self._chosen()) is not None:
            self.open_wanted.emit(row.id)

    def _enter(self) -> None:
        row = self._chosen()
        if row is not None and row.status == SessionStatus.CLOSED:
            self.closing_wanted.emit(row.id)
        else:
            self._open()

    def _start(self) -> None:
        if (row := self._chosen()) is not None:
            self.start_wanted.emit(row.id)

    def _closing(self) -> None:
        if (row := self._chosen()) is not None:
            self.closing_wanted.emit(row.id)

    def _copy(self) -> None:
        if (row := self._chosen()) is not None:
            self.controller.copy(row.id)

    def _delete(self) -> None:
        if (row := self._chosen()) is not None and row.status != SessionStatus.RUNNING:
            self.controller.delete(row.id)

    # -- Qt
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._read_once:
            self._read_once = True
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
