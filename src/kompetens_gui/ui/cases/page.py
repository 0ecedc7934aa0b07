"""The case bank: filters, list and preview."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.services.ports import CaseFilter, CaseRow
from kompetens_gui.ui.cases import words
from kompetens_gui.ui.cases.bank_columns import Arrangement, BankColumns
from kompetens_gui.ui.cases.chips import FilterChips
from kompetens_gui.ui.cases.controller import Answer, CasesController, Look
from kompetens_gui.ui.cases.filters import FilterColumn
from kompetens_gui.ui.cases.parts import CasesParts
from kompetens_gui.ui.cases.preview import CasePreview
from kompetens_gui.ui.cases.table import CaseTable
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.progress import ProgressBar
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns
from kompetens_gui.ui.widgets.search_field import SearchField


class CasesPage(QWidget):
    """Find a case. `use_wanted(case_id)` when it is to be used in a session."""

    use_wanted = Signal(str)

    def __init__(self, parts: CasesParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self._parts = parts
        self._look: Look | None = None
        self._opens = ""
        self._wanted_case = ""
        self.controller = CasesController(parts, self)
        self.title, self.under_title = Heading(self.tr("Fallbank"), "h1"), Label("", "body", "muted", wrap=True)
        self.search = SearchField(
            self.tr("Sök i fallbanken"), self.tr("Sök diagnos, yrke eller ord i intyget"), keys="Ctrl K"
        )
        self.refresh_button = Button(self.tr("Uppdatera banken"), icon_name="arrow-clockwise")
        self.progress = ProgressBar(self.tr("Läser fallbanken"))
        self.stop_button = Button(self.tr("Avbryt"), "ghost", "sm")
        self.filters, self.chips, self.table = FilterColumn(), FilterChips(), CaseTable()
        self.filter_button = Button(self.tr("Filter"), icon_name="funnel")
        self.filter_button.setCheckable(True)
        self.more_button = Button(self.tr("Visa fler"), "ghost")
        self.nothing = EmptyState("magnifying-glass", "", "", self.tr("Rensa sökning och filter"), kind="secondary")
        self.preview = CasePreview()
        self.folder_button = Button(self.tr("Öppna mappen"), "link", icon_name="folder-open")
        self._lay_out()
        self._connect()

    def open_with(self, case_id: str = "", **_context: object) -> None:
        """Show the bank as it is now, with a case chosen when one is named."""
        self._wanted_case = case_id
        self.controller.ask()

    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def panes(self) -> list[QWidget]:
        return [self.search, self.filters, self.table, self.preview]

    @Slot(object)
    def _show_answer(self, answer: Answer) -> None:
        result, searching = answer.result, bool(answer.text.strip())
        chosen = self.table.current_case()
        wanted = self._wanted_case or (chosen.id if chosen else "")
        self.table.cases.show_rows(result.rows, answer.use)
        self.filters.show_counts(result.counts)
        self._fit()
        self.chips.show_chips(self.filters.chips())
        self.chips.count.setText(words.count_text(len(result.rows), result.total, searching=searching))
        self.more_button.setVisible(len(result.rows) < result.total)
        narrowed = searching or self.filters.chosen() != CaseFilter()
        if not narrowed:
            self.under_title.setText(words.bank_text(result.total) if result.total else "")
        self._show_emptiness(result.total == 0, narrowed=narrowed)
        self._choose(wanted)

    @Slot(object)
    def _show_look(self, look: Look) -> None:
        self._look = look
        if look.case is None:
            self.preview.show_problems(look.row, look.problems)
            return
        self.preview.show_case(look.case, look.row.day, self.table.cases.use_of(look.row.id))
        if self._opens == look.row.id:
            self._open_window()
        self._opens = ""

    @Slot(object)
    def _case_shown(self, row: CaseRow | None) -> None:
        self._look = None
        self._opens = ""
        if row is None:
            self.preview.show_nothing()
        else:
            self.controller.look_at(row)

    @Slot(object)
    def _open_row(self, row: CaseRow) -> None:
        if self._look is not None and self._look.row.id == row.id:
            self._open_window()
        else:
            self._opens = row.id

    @Slot()
    def _open_window(self) -> None:
        if self._look is None or self._look.case is None:
            return
        # Imported when first wanted: the whole view of a case is much, and most visits only look.
        from kompetens_gui.ui.cases.case_window import CaseWindow

        window = CaseWindow(self._look.case, self._look.row.day, self)
        window.use_wanted.connect(self.use_wanted)
        window.open()

    @Slot()
    def _clear_all(self) -> None:
        self.search.clear()
        self.filters.clear()
        self.search.setFocus()

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        text = self.tr("{done} av {total} fall").format(done=words.thousands(done), total=words.thousands(total))
        self.progress.set_progress(done, total, text)

    @Slot()
    def _refresh(self) -> None:
        self.progress.set_progress(0, 1, self.tr("Läser filerna"))
        self._progress_row.show()
        self.refresh_button.setEnabled(False)
        self.controller.refresh()

    @Slot()
    def _refresh_over(self) -> None:
        self._progress_row.hide()
        self.refresh_button.setEnabled(True)

    @Slot()
    def _fit(self) -> None:
        own_column = self._columns.arrangement is Arrangement.THREE
        self.filter_button.setVisible(not own_column)
        self.filters.show_whole(not own_column)

    @Slot()
    def _open_folder(self) -> None:
        self._parts.open_folder(self._parts.own_folder)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _choose(self, case_id: str) -> None:
        """Keep the same case chosen when it is still listed, else take the first."""
        self._wanted_case = ""
        place = self.table.cases.place_of(case_id) if case_id else -1
        here = self.table.current_case()
        if here is not None and place == self.table.currentIndex().row():
            if self._look is not None and self._look.case is not None:
                self.controller.look_at(here)
        elif self.table.cases.rowCount():
            self.table.go_to(max(0, place))
        else:
            self._case_shown(None)

    def _show_emptiness(self, empty: bool, *, narrowed: bool) -> None:
        self.nothing.setVisible(empty)
        self.table.setVisible(not empty)
        if narrowed:
            self.nothing.title.setText(self.tr("Inga fall passar"))
            self.nothing.sentence.setText(self.tr("Prova ett kortare ord eller färre filter."))
        else:
            self.nothing.title.setText(self.tr("Inga fall ännu"))
            self.nothing.sentence.setText(self.tr("Lägg fall i mappen för egna fall och välj Uppdatera banken."))
        if self.nothing.button is not None:
            self.nothing.button.setVisible(narrowed)

    def _lay_out(self) -> None:
        scroll = PageScroll()
        scroll.body.setSpacing(16)
        scroll.body.addWidget(self._head())
        scroll.body.addWidget(self._progress())
        self.filters.add_below(self._own_cases())
        self._columns = BankColumns(self.filters, self._list(), self.preview)
        scroll.body.addWidget(self._columns, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _head(self) -> QWidget:
        head, words_box, actions = ResponsiveColumns(spacing=12), QWidget(), QWidget()
        column = QVBoxLayout(words_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.under_title)
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addWidget(self.refresh_button)
        head.add_column(words_box, 280)
        head.add_column(actions, 560, 0)
        head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        return head

    def _progress(self) -> QWidget:
        self._progress_row = QWidget()
        row = QHBoxLayout(self._progress_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.progress, 1)
        row.addWidget(self.stop_button)
        self._progress_row.hide()
        return self._progress_row

    def _list(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.filter_button)
        head.addWidget(self.chips, 1)
        card = Card(flush=True)
        card.body.setContentsMargins(1, 4, 1, 8)
        card.add(self.table, 1)
        card.add(self.nothing)
        card.add(self.more_button)
        column.addLayout(head)
        column.addWidget(card, 1)
        self.nothing.hide()
        self.more_button.hide()
        return box

    def _own_cases(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(self.tr("Egna fall"), "small-strong"))
        column.addWidget(Label(self.tr("Läggs som en mapp per fall i din egen fallmapp."), "meta", "faint", wrap=True))
        self.folder_button.setToolTip(str(self._parts.own_folder))
        row = QHBoxLayout()
        row.addWidget(self.folder_button)
        row.addStretch(1)
        column.addLayout(row)
        return box

    def _connect(self) -> None:
        controller = self.controller
        controller.found.connect(self._show_answer)
        controller.looked.connect(self._show_look)
        controller.refreshing.connect(self._show_progress)
        controller.refresh_ended.connect(self._refresh_over)
        self.search.query_changed.connect(controller.search)
        self.filters.filter_changed.connect(controller.choose)
        self.chips.removed.connect(self.filters.untick)
        self.chips.cleared.connect(self.filters.clear)
        self.more_button.clicked.connect(controller.show_more)
        self.nothing.action_wanted.connect(self._clear_all)
        self.refresh_button.clicked.connect(self._refresh)
        self.stop_button.clicked.connect(controller.stop_refresh)
        self.table.case_shown.connect(self._case_shown)
        self.table.open_wanted.connect(self._open_row)
        self.preview.use_wanted.connect(self.use_wanted)
        self.preview.open_wanted.connect(self._open_window)
        self.folder_button.clicked.connect(self._open_folder)
        self.filter_button.toggled.connect(self._columns.show_filters)
        self._columns.arranged.connect(self._fit)
