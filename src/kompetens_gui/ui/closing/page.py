"""The layout of Avslut: attendance to the left; protocol, course certificates and a preview to the right."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.services.attendance import AttendanceRow
from kompetens_gui.ui.closing.attendance_table import AttendanceTable
from kompetens_gui.ui.closing.join_form import JoinForm
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.pdf_pages import show_on
from kompetens_gui.ui.widgets.progress import ProgressBar
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns

PREVIEW_WIDTH = 240
A4_SHAPE = 297 / 210


class ProtocolCard(Card):
    """Signals: `pdf_wanted()`, `docx_wanted()`, `print_wanted()`."""

    pdf_wanted = Signal()
    docx_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Protokoll"), parent=parent)
        self.add(
            Label(
                self.tr("Vad gruppen gjorde och kom fram till. Inga namn på deltagare eller patienter."),
                "small",
                "muted",
                wrap=True,
            )
        )
        self.remark = Label("", "small", "warn", wrap=True)
        self.remark.hide()
        self.add(self.remark)
        row = FlowLayout(spacing=8)
        for text, icon, signal in (
            (self.tr("Spara PDF"), "file-pdf", self.pdf_wanted),
            (self.tr("Spara Word"), "file-text", self.docx_wanted),
            (self.tr("Skriv ut"), "printer", self.print_wanted),
        ):
            button = Button(text, "secondary", icon_name=icon)
            button.clicked.connect(signal)
            row.addWidget(button)
        self.body.addLayout(row)

    def show_remark(self, text: str) -> None:
        self.remark.setText(text)
        self.remark.setVisible(bool(text))


class CourseCertificatesCard(Card):
    """Signals: `issue_wanted()`, `save_each_wanted()`, `save_all_wanted()`, `print_wanted()`, `cancel_wanted()`."""

    issue_wanted = Signal()
    save_each_wanted = Signal()
    save_all_wanted = Signal()
    print_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kursintyg"), parent=parent)
        self.status = Label("", "small", "muted", wrap=True)
        self.add(self.status)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.picture.setAccessibleName(self.tr("Så ser kursintyget ut"))
        self.issue = Button("", "primary", icon_name="medal")
        self.issue.clicked.connect(self.issue_wanted)
        self.add(self.issue)
        row = FlowLayout(spacing=8)
        self.files: list[Button] = []
        for text, icon, signal in (
            (self.tr("Alla i en PDF"), "file-pdf", self.save_all_wanted),
            (self.tr("En PDF var"), "copy", self.save_each_wanted),
            (self.tr("Skriv ut"), "printer", self.print_wanted),
        ):
            button = Button(text, "secondary", icon_name=icon)
            button.clicked.connect(signal)
            self.files.append(button)
            row.addWidget(button)
        self.body.addLayout(row)
        self.progress = ProgressBar(self.tr("Gör kursintyg"))
        self.cancel = Button(self.tr("Avbryt"), "ghost", "sm")
        self.cancel.clicked.connect(self.cancel_wanted)
        under = QHBoxLayout()
        under.addWidget(self.progress, 1)
        under.addWidget(self.cancel)
        self.body.addLayout(under)
        self.add(self.picture)
        self.show_progress(0, 0)

    def show_counts(self, chosen: int, issued: int, total: int) -> None:
        """Say how many can be issued now and how many of all have been."""
        all_done = issued == total and not chosen
        self.issue.setText(
            self.tr("Alla kursintyg är utfärdade") if all_done else self.tr("Utfärda {n} kursintyg").format(n=chosen)
        )
        self.issue.setEnabled(chosen > 0)
        for button in self.files:
            button.setEnabled(issued > 0)
        self.status.setText(
            self.tr("{n} av {total} utfärdade. Numret ges när du utfärdar och används aldrig igen.").format(
                n=issued, total=total
            )
        )

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work is; a total of 0 hides it."""
        self.progress.setVisible(total > 0)
        self.cancel.setVisible(total > 0)
        if total:
            self.progress.set_progress(done, total)

    def show_picture(self, picture: QImage | None) -> None:
        """Show how the first certificate looks; its place is kept while it is drawn."""
        self.picture.setMinimumHeight(round(PREVIEW_WIDTH * A4_SHAPE))
        if picture is None:
            self.picture.clear()
            return
        show_on(self.picture, picture)


class ClosingPage(QWidget):
    """Signals: `back_wanted()`, `reopen_wanted()`."""

    back_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, role_titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.title = Heading("", "h1")
        self.subtitle = Label("", "body", "muted", wrap=True)
        self.back = Button(self.tr("Alla träffar"), "ghost", icon_name="arrow-left")
        self.reopen = Button(self.tr("Öppna träffen igen"), "secondary")
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head.addLayout(words, 1)
        head.addWidget(self.back)
        head.addWidget(self.reopen)
        self.table = AttendanceTable(role_titles)
        self.nobody = EmptyState(
            "users",
            self.tr("Inga deltagare"),
            self.tr("Träffen planerades utan deltagare. Lägg till dem som kom, så kan kursintyg utfärdas."),
        )
        self.attendance_card = Card(self.tr("Närvaro"))
        self.attendance_card.add(
            Label(
                self.tr("Ändra bara för den som kom senare, gick tidigare eller inte kom."), "small", "muted", wrap=True
            )
        )
        self.attendance_card.add(self.table)
        self.attendance_card.add(self.nobody)
        self.join = JoinForm(role_titles)
        self.attendance_card.add(self.join)
        self.attendance_card.body.addStretch(1)
        self.protocol = ProtocolCard()
        self.certificates = CourseCertificatesCard()
        right = QWidget()
        right_layout = QVBoxLayout(right)
        right_layout.setContentsMargins(0, 0, 0, 0)
        right_layout.setSpacing(24)
        right_layout.addWidget(self.protocol)
        right_layout.addWidget(self.certificates)
        right_layout.addStretch(1)
        columns = ResponsiveColumns()
        columns.add_column(self.attendance_card, 560, 1)
        columns.add_column(right, 440, 0)
        self.waiting = Label(self.tr("Läser träffen …"), "body", "muted")
        self.content = columns
        scroll = PageScroll()
        scroll.body.addLayout(head)
        scroll.body.addWidget(self.waiting, 0, Qt.AlignmentFlag.AlignTop)
        scroll.body.addWidget(columns, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.back.clicked.connect(self.back_wanted)
        self.reopen.clicked.connect(self.reopen_wanted)
        self.join.unfolded.connect(partial(scroll.ensureWidgetVisible, self.join))
        self.show_waiting()

    def show_waiting(self) -> None:
        """Show that a session is being read; nothing of another one is left in sight."""
        self.title.setText("")
        self.subtitle.setText("")
        self.waiting.show()
        self.content.hide()
        self.reopen.hide()
        self.certificates.show_picture(None)

    def show_session(self, title: str, facts: str) -> None:
        self.title.setText(title)
        self.subtitle.setText(facts)

    def show_rows(self, rows: Sequence[AttendanceRow]) -> None:
        self.waiting.hide()
        self.content.show()
        self.table.setVisible(bool(rows))
        self.nobody.setVisible(not rows)
        self.certificates.setVisible(bool(rows))
        self.table.show_rows(rows)
        # Rows are made after everything else; the keyboard shall still meet them first.
        for before, after in pairwise((self.reopen, *self.table.tab_chain(), *self.join.tab_chain())):
            QWidget.setTabOrder(before, after)

    def panes(self) -> list[QWidget]:
        return [self.table, self.protocol, self.certificates.issue]
