"""The register: a table to search in, and beside it the chosen certificate with what can be done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.course_certificate_rules import Expiring
from kompetens_gui.services.counting_words import number_word
from kompetens_gui.ui.course_certificates.card import CertificateCard
from kompetens_gui.ui.course_certificates.models import Column, RegisterModel
from kompetens_gui.ui.course_certificates.register_filter import RegisterFilter, Shown
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import PAGE_MARGIN
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns
from kompetens_gui.ui.widgets.search_field import SearchField
from kompetens_gui.ui.widgets.tables import style_table

SEARCH_WIDTH, TABLE_HEIGHT, WIDEST_COLUMN = 320, 320, 480
# Below this width of the page (unscaled) the titles would have no room beside the days.
WIDTH_FOR_DAYS = 1280


class CourseCertificatesPage(QWidget):
    """Signals: `opened()` each time the page is shown, `chosen(number)`, `check_wanted()`, `answer_wanted()`,
    `own_wanted()`.

    `months` is how soon a certificate must end for the page to warn.
    """

    opened = Signal()
    chosen = Signal(str)
    check_wanted = Signal()
    answer_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, today: Callable[[], date] = date.today, months: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self._months = months
        self.count = Label("", "body", "muted", wrap=True)
        self.search = SearchField(self.tr("Sök kursintyg"), self.tr("Sök namn, nummer eller titel"), keys="Ctrl K")
        self.shown = choice_box()
        self.shown.setAccessibleName(self.tr("Vilka som visas"))
        self.shown.setMinimumContentsLength(22)
        for value, words in (
            (Shown.ALL, self.tr("Alla kursintyg")),
            (Shown.ATTENDANCE, self.tr("Deltagarintyg")),
            (Shown.COMPLETION, self.tr("Genomförd utbildning")),
            (Shown.EXPIRING, ""),
        ):
            self.shown.addItem(words, value)
        self.check = Button(self.tr("Kontrollera ett kursintyg"), "secondary", icon_name="shield-check")
        self.answer = Button(self.tr("Godkänn en begäran"), "secondary", icon_name="pencil-line")
        self.own = Button(self.tr("Mitt kursintyg"), "secondary", icon_name="medal")
        self.model = RegisterModel(today, self)
        self._proxy = RegisterFilter(self.model, self)
        self.table = QTableView()
        self.card = CertificateCard()
        self.expiring = EmptyState("clock-counter-clockwise", "", "", self.tr("Visa dem"), kind="tonal")
        self.empty = EmptyState(
            "medal",
            self.tr("Inga kursintyg ännu"),
            self.tr("De utfärdas när en träff är avslutad, i Planera, och när en studieväg är klar, i Självstudier."),
        )
        self._set_up_table()
        self._lay_out()
        self.search.query_changed.connect(self._filter)
        self.shown.activated.connect(self._choose_shown)
        self.expiring.action_wanted.connect(self.show_expiring)
        self.check.clicked.connect(self.check_wanted)
        self.answer.clicked.connect(self.answer_wanted)
        self.own.clicked.connect(self.own_wanted)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        theme.changed.connect(self._fit)
        self.show_expiring_ones(())

    def open_with(self, **context: object) -> None:
        if context.get("expiring"):
            self.show_expiring()
        self.opened.emit()

    def focus_search(self) -> None:
        self.search.setFocus()

    def panes(self) -> list[QWidget]:
        return [self.search, self.table, self.card]

    def show_register(self, rows: Sequence[CourseCertificate], chosen: str = "") -> None:
        """Show everything issued and choose a row: the wanted one, or the newest."""
        self.model.show_rows(rows)
        valid = sum(self.model.counts_today(r) for r in rows)
        issued = self.tr("1 utfärdat") if len(rows) == 1 else self.tr("{n} utfärdade").format(n=len(rows))
        self.count.setText(self.tr("{issued}, {n} giltiga").format(issued=issued, n=valid) if rows else "")
        show_when(self.empty, not rows)
        show_when(self.columns, bool(rows))
        self.search.setVisible(bool(rows))
        self.shown.setVisible(bool(rows))
        if rows:
            row = max(0, self.model.row_of(chosen))
            index = self._proxy.mapFromSource(self.model.index(row, 0))
            self.table.setCurrentIndex(index if index.isValid() else self._proxy.index(0, 0))

    def show_expiring_ones(self, found: Sequence[Expiring]) -> None:
        """Say how many soon run out, or have run out."""
        self._proxy.set_expiring([e.course_certificate.number for e in found])
        soon = self.tr("Går ut inom {months} månader ({n})")
        words = soon.format(months=number_word(self._months), n=len(found))
        self.shown.setItemText(self.shown.findData(Shown.EXPIRING), words)
        gone = sum(e.has_expired for e in found)
        self.expiring.title.setText(self._expiring_words(len(found) - gone, gone))
        text = self.tr("Förnyelsen görs i Självstudier. Sedan utfärdas ett nytt kursintyg som ersätter det gamla.")
        self.expiring.sentence.setText(text)
        show_when(self.expiring, bool(found))

    def show_expiring(self) -> None:
        """Show only those that soon run out."""
        self.shown.setCurrentIndex(self.shown.findData(Shown.EXPIRING))
        self._choose_shown()
        self.table.setFocus()

    def _expiring_words(self, soon: int, gone: int) -> str:
        parts = []
        if soon:
            words = self.tr("{n} kursintyg går ut inom {months} månader")
            parts.append(words.format(n=soon, months=number_word(self._months)))
        if gone:
            parts.append(self.tr("{n} har gått ut").format(n=gone))
        return ", ".join(parts)

    def _choose_shown(self, _index: int = 0) -> None:
        self._proxy.show_only(Shown(self.shown.currentData()))
        self._keep_a_row()

    def _filter(self, query: str) -> None:
        """Show what answers; the card never shows a certificate that is not in the list."""
        self._proxy.setFilterFixedString(query)
        self._keep_a_row()

    def _keep_a_row(self) -> None:
        """Choose the row that has the keyboard when the one that was chosen is gone, else the first."""
        if not self._proxy.rowCount() or self.table.selectionModel().hasSelection():
            return
        current = self.table.currentIndex()
        self.table.selectRow(current.row() if current.isValid() else 0)

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        shown = self.model.certificate_at(self._proxy.mapToSource(current).row()) if current.isValid() else None
        if shown is not None:
            self.card.show_certificate(shown, self.model.status_words(shown))
            self.chosen.emit(shown.number)

    def _set_up_table(self) -> None:
        self.table.setModel(self._proxy)
        style_table(self.table, "normal")
        self.table.setAccessibleName(self.tr("Utfärdade kursintyg"))
        # The time stands with the chosen certificate; the title of the session needs the room.
        self.table.hideColumn(Column.TIME)
        header = self.table.horizontalHeader()
        # Twenty rows tell how wide the columns must be; measuring thousands would be seen.
        header.setResizeContentsPrecision(20)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the table the height of some rows, and let the day give way where the width is needed for the rest."""
        self.search.setMinimumWidth(min(theme.px(SEARCH_WIDTH), max(SEARCH_WIDTH, self.width() - 2 * PAGE_MARGIN)))
        self.table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self.table.horizontalHeader().setMaximumSectionSize(theme.px(WIDEST_COLUMN))
        self.table.setColumnHidden(Column.DATE, self.width() < theme.px(WIDTH_FOR_DAYS))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(self.tr("Kursintyg"), "h1"))
        words.addWidget(self.count)
        head.addLayout(words, 1)
        head.addWidget(self.own, 0, Qt.AlignmentFlag.AlignBottom)
        tools = FlowRow(12, self)
        for tool in (self.search, self.shown, self.check, self.answer):
            tools.add(tool)
        left = Card(flush=True)
        left.add(self.table, 1)
        # Not in a stack: that would ask for the height of the table also when there is nothing to show in it.
        self.columns = ResponsiveColumns()
        self.columns.add_column(left, 640, 1)
        self.columns.add_column(self.card, 380, 0)
        show_when(self.columns, False)
        scroll = PageScroll()
        scroll.body.addLayout(head)
        scroll.body.addWidget(tools)
        scroll.body.addWidget(self.expiring)
        scroll.body.addWidget(self.empty)
        scroll.body.addWidget(self.columns, 1)
        scroll.body.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
