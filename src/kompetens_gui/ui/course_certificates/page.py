"""The register: a table to search in, and beside it the chosen certificate with what can be done to it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.ui.course_certificates.models import Column, RegisterModel
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.pdf_pages import show_on
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns
from kompetens_gui.ui.widgets.search_field import SearchField
from kompetens_gui.ui.widgets.tables import style_table

PICTURE_WIDTH = 220
A4_SHAPE = 297 / 210
SEARCH_WIDTH = 320


class CertificateCard(Card):
    """One certificate: its picture, its state, and two things that can be done: re-issue and revoke.

    Signals: `save_wanted()`, `print_wanted()`, `reissue_wanted(holder)`, `revoke_wanted(reason)`.
    """

    save_wanted = Signal()
    print_wanted = Signal()
    reissue_wanted = Signal(str)
    revoke_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Valt kursintyg"), parent=parent)
        self.facts = Label("", "dense", wrap=True)
        self.add(self.facts)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.picture.setAccessibleName(self.tr("Bild av kursintyget"))
        self.picture.setMinimumHeight(round(PICTURE_WIDTH * A4_SHAPE))
        self.add(self.picture)
        row = FlowLayout(spacing=8)
        self.save = Button(self.tr("Spara PDF"), "secondary", icon_name="file-pdf")
        self.print = Button(self.tr("Skriv ut"), "secondary", icon_name="printer")
        row.addWidget(self.save)
        row.addWidget(self.print)
        self.body.addLayout(row)
        self.holder = QLineEdit()
        self.holder_field = Field(self.tr("&Namn på det nya kursintyget"), self.holder)
        self.reissue = Button(self.tr("Utfärda på nytt"), "tonal")
        self.reason = QLineEdit()
        self.reason_field = Field(
            self.tr("&Skäl att återkalla"), self.reason, hint=self.tr("Skälet syns i registret, inte på papperet.")
        )
        self.revoke = Button(self.tr("Återkalla"), "danger")
        self.changing = QWidget()
        changing = QVBoxLayout(self.changing)
        changing.setContentsMargins(0, 0, 0, 0)
        for widget in (self.holder_field, self.reissue, self.reason_field, self.revoke):
            changing.addWidget(widget)
        self.add(self.changing)
        self.body.addStretch(1)
        self.save.clicked.connect(self.save_wanted)
        self.print.clicked.connect(self.print_wanted)
        self.reissue.clicked.connect(self._reissue)
        self.revoke.clicked.connect(self._revoke)
        self.holder.returnPressed.connect(self._reissue)
        self.reason.returnPressed.connect(self._revoke)

    def show_certificate(self, shown: CourseCertificate, status: str) -> None:
        reason = self.tr(" Skäl: {reason}").format(reason=shown.revoke_reason) if shown.revoke_reason else ""
        self.facts.setText(
            self.tr("{number}, {holder}. {title}, {minutes} min. {status}.{reason}").format(
                number=shown.number,
                holder=shown.holder,
                title=shown.title,
                minutes=shown.minutes,
                status=status,
                reason=reason,
            )
        )
        self.changing.setVisible(shown.is_valid)
        self.holder.setText(shown.holder)
        self.reason.clear()
        self.holder_field.set_error("")
        self.reason_field.set_error("")

    def show_picture(self, picture: QImage) -> None:
        show_on(self.picture, picture)

    def _reissue(self) -> None:
        holder = self.holder.text().strip()
        self.holder_field.set_error("" if holder else self.tr("Skriv namnet som ska stå på kursintyget."))
        if holder:
            self.reissue_wanted.emit(holder)

    def _revoke(self) -> None:
        reason = self.reason.text().strip()
        self.reason_field.set_error("" if reason else self.tr("Skriv varför, till exempel fel person."))
        if reason:
            self.revoke_wanted.emit(reason)


class CourseCertificatesPage(QWidget):
    """Signals: `opened()` each time the page is shown, `chosen(number)`."""

    opened = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.count = Label("", "body", "muted")
        self.search = SearchField(self.tr("Sök kursintyg"), self.tr("Sök namn, nummer eller träff"), keys="Ctrl K")
        self.search.setMinimumWidth(SEARCH_WIDTH)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(self.tr("Kursintyg"), "h1"))
        words.addWidget(self.count)
        head.addLayout(words, 1)
        head.addWidget(self.search)
        self.model = RegisterModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.model)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = QTableView()
        self.table.setModel(self._proxy)
        style_table(self.table, "normal")
        self.table.setAccessibleName(self.tr("Utfärdade kursintyg"))
        self.table.setMinimumHeight(320)
        # The time stands with the chosen certificate; the title of the session needs the room.
        self.table.hideColumn(Column.TIME)
        header = self.table.horizontalHeader()
        # Twenty rows tell how wide the columns must be; measuring thousands would be seen.
        header.setResizeContentsPrecision(20)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.card = CertificateCard()
        left = Card(flush=True)
        left.add(self.table, 1)
        columns = ResponsiveColumns()
        columns.add_column(left, 640, 1)
        columns.add_column(self.card, 380, 0)
        self.empty = EmptyState(
            "medal",
            self.tr("Inga kursintyg ännu"),
            self.tr("De utfärdas när en träff är avslutad. Öppna träffens avslut i Planera."),
        )
        self.stack = QStackedWidget()
        waiting = QWidget()
        waiting_layout = QVBoxLayout(waiting)
        waiting_layout.setContentsMargins(0, 0, 0, 0)
        waiting_layout.addWidget(self.empty)
        waiting_layout.addStretch(1)
        self.stack.addWidget(waiting)
        self.stack.addWidget(columns)
        scroll = PageScroll()
        scroll.body.addLayout(head)
        scroll.body.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.search.query_changed.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)

    def open_with(self, **context: object) -> None:
        self.opened.emit()

    def focus_search(self) -> None:
        self.search.setFocus()

    def panes(self) -> list[QWidget]:
        return [self.search, self.table, self.card]

    def show_register(self, rows: Sequence[CourseCertificate], chosen: str = "") -> None:
        """Show everything issued and choose a row: the wanted one, or the newest."""
        self.model.show_rows(rows)
        valid = sum(r.is_valid for r in rows)
        issued = self.tr("1 utfärdat") if len(rows) == 1 else self.tr("{n} utfärdade").format(n=len(rows))
        self.count.setText(self.tr("{issued}, {n} giltiga").format(issued=issued, n=valid) if rows else "")
        self.stack.setCurrentIndex(1 if rows else 0)
        self.search.setVisible(bool(rows))
        if rows:
            row = max(0, self.model.row_of(chosen))
            self.table.setCurrentIndex(self._proxy.mapFromSource(self.model.index(row, 0)))

    def _filter(self, query: str) -> None:
        """Show what answers; the card never shows a certificate that is not in the list."""
        self._proxy.setFilterFixedString(query)
        if not self.table.currentIndex().isValid() and self._proxy.rowCount():
            self.table.setCurrentIndex(self._proxy.index(0, 0))

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        shown = self.model.certificate_at(self._proxy.mapToSource(current).row()) if current.isValid() else None
        if shown is not None:
            self.card.show_certificate(shown, self.model.status_words(shown))
            self.chosen.emit(shown.number)
