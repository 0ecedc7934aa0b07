"""The issue page: from a completed path to a course certificate on paper; or what is left before that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.ui.course_certificates.completion_cards import (
    ChecksCard,
    IssueCard,
    IssuedCard,
    LackingCard,
    PictureCard,
)
from kompetens_gui.ui.course_certificates.completion_view import CompletionView
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns, at_left


class CompletionPage(QWidget):
    """Signals: `opened()` each time the page is shown, `back_wanted()`, `study_wanted()`."""

    opened = Signal()
    back_wanted = Signal()
    study_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.back = Button(self.tr("Kursintyg"), "ghost", icon_name="arrow-left")
        self.title = Heading(self.tr("Ditt kursintyg"), "h1")
        self.lead = Label("", "body", "muted", wrap=True)
        self.nobody = EmptyState(
            "user-circle",
            self.tr("Ingen profil är öppen"),
            self.tr("Öppna din profil i Självstudier. Har du gjort klart en studieväg kan kursintyget utfärdas här."),
            self.tr("Till Självstudier"),
        )
        self.no_path = EmptyState(
            "path",
            self.tr("Ingen studieväg är vald"),
            self.tr("Välj en studieväg i Självstudier. När modulerna är klara utfärdas kursintyget här."),
            self.tr("Till Självstudier"),
        )
        self.checks, self.lacking = ChecksCard(), LackingCard()
        self.issue, self.issued, self.picture = IssueCard(), IssuedCard(), PictureCard()
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        for signal in (
            self.nobody.action_wanted,
            self.no_path.action_wanted,
            self.lacking.study_wanted,
            self.issued.study_wanted,
        ):
            signal.connect(self.study_wanted)
        self.show_nobody()

    def open_with(self, **_context: object) -> None:
        self.opened.emit()

    def panes(self) -> list[QWidget]:
        return [self.issue, self.issued, self.checks, self.lacking]

    def show_nobody(self) -> None:
        """Show that nobody has opened a profile."""
        self._show(nobody=True, no_path=False, content=False)

    def show_no_path(self) -> None:
        """Show that the learner has no path."""
        self._show(nobody=False, no_path=True, content=False)

    def show_completion(self, view: CompletionView, refusal: str, facts: str) -> None:
        """Show a path; `facts` are those of the certificate that has been issued, empty when there is none."""
        self.title.setText(view.title)
        self.lead.setText(view.lead)
        self.checks.show_checks(view.checks)
        self.lacking.show_modules(view.lacking)
        self.issue.show_state(
            refusal, asks_for_signer=view.asks_for_signer, can_issue=view.can_issue, renews=view.renews
        )
        self.issued.facts.setText(facts)
        is_settled = view.current is not None and not view.renews
        show_when(self.checks, view.is_completed and not is_settled)
        show_when(self.lacking, not view.is_completed)
        show_when(self.issue, view.is_completed and not is_settled)
        show_when(self.issued, view.current is not None)
        show_when(self.picture, view.is_completed)
        self._show(nobody=False, no_path=False, content=True)

    def _show(self, *, nobody: bool, no_path: bool, content: bool) -> None:
        if not content:
            self.title.setText(self.tr("Ditt kursintyg"))
            self.lead.setText("")
        show_when(self.nobody, nobody)
        show_when(self.no_path, no_path)
        show_when(self._columns, content)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addLayout(at_left(self.back))
        head.addWidget(self.title)
        head.addWidget(self.lead)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        for card in (self.issued, self.checks, self.lacking, self.issue):
            column.addWidget(card)
        column.addStretch(1)
        self._columns = ResponsiveColumns()
        self._columns.add_column(left, 520, 1)
        self._columns.add_column(self.picture, 376, 0)
        scroll = PageScroll()
        scroll.body.addLayout(head)
        scroll.body.addWidget(self.nobody)
        scroll.body.addWidget(self.no_path)
        scroll.body.addWidget(self._columns)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
