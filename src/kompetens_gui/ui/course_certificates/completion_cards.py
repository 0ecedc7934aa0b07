"""The cards of the issue page: facts to check, what is left, who signs, and the certificate once it is issued."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.course_certificates.completion_view import Check, LackingModule
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Icon, IconText, Label, rule
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pdf_pages import show_on
from kompetens_gui.ui.widgets.responsive import at_left

PICTURE_WIDTH = 320
A4_SHAPE = 297 / 210


class ChecksCard(Card):
    """`correct_wanted()` leads to where name, role and unit are put right."""

    correct_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Stämmer uppgifterna?"), parent=parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self.correct = Button(self.tr("Rätta i Mina uppgifter"), "link")
        self.body.addLayout(at_left(self.correct))
        self.correct.clicked.connect(self.correct_wanted)

    def show_checks(self, checks: Sequence[Check]) -> None:
        clear_layout(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        for row, check in enumerate(checks):
            says = self.tr("Stämmer") if check.is_fine else self.tr("Saknas")
            icon = "check-circle-fill" if check.is_fine else "warning-circle-fill"
            mark = Icon(icon, 20, "ok" if check.is_fine else "warn", says=says, parent=self)
            self._grid.addWidget(mark, row, 0, top)
            self._grid.addWidget(Label(check.label, "small", "muted", parent=self), row, 1, top)
            words = check.value if check.is_fine else f"{check.value}. {check.todo}"
            self._grid.addWidget(Label(words, "dense", wrap=True, parent=self), row, 2, top)


class LackingCard(Card):
    """`study_wanted()` leads to the path."""

    study_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Det som är kvar"), parent=parent)
        self.study = Button(self.tr("Till Självstudier"), "primary", icon_name="path")
        self.add_to_head(self.study)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self.body.addLayout(self._column)
        self.study.clicked.connect(self.study_wanted)

    def show_modules(self, modules: Sequence[LackingModule]) -> None:
        clear_layout(self._column)
        for place, module in enumerate(modules):
            if place:
                self._column.addWidget(rule())
            self._column.addWidget(Label(module.title, "body-strong", wrap=True, parent=self))
            for words in module.asked:
                line = IconText("circle", words, "dense", "muted", parent=self)
                line.label.setWordWrap(True)
                self._column.addWidget(line)


class IssueCard(Card):
    """`issue_wanted(Facilitator | None)`: with who signs, where nobody has signed off in the path."""

    issue_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Utfärda"), parent=parent)
        text = self.tr(
            "Kursintyget får ett nummer som aldrig används igen, och organisationens underskrift. Vem som helst med "
            "Kompetens kan kontrollera det, utan nät."
        )
        self.add(Label(text, "small", "muted", wrap=True))
        self.name, self.role = QLineEdit(), choice_box()
        for role in Role:
            self.role.addItem(role_title(role), role)
        self.name_field = Field(
            self.tr("&Vem skriver under?"),
            self.name,
            hint=self.tr("En handledare eller kollega som har gått igenom studierna med dig. Aldrig du själv."),
        )
        self.role_field = Field(self.tr("&Yrke"), self.role)
        self.refusal = IconText("warning", "", "small", "warn")
        self.refusal.label.setWordWrap(True)
        self.issue = Button(self.tr("Utfärda kursintyget"), "primary", icon_name="medal")
        self.issue.setAutoDefault(False)
        for part in (self.name_field, self.role_field, self.refusal):
            self.add(part)
        self.body.addLayout(at_left(self.issue))
        self.issue.clicked.connect(self._issue)
        self.name.returnPressed.connect(self._issue)

    def show_state(self, refusal: str, *, asks_for_signer: bool, can_issue: bool, renews: bool) -> None:
        """Show what stands in the way, in words; nothing when a certificate can be issued."""
        for part in (self.name_field, self.role_field):
            show_when(part, asks_for_signer)
        self.refusal.label.setText(refusal)
        show_when(self.refusal, bool(refusal) and not asks_for_signer)
        self.issue.setText(self.tr("Utfärda det förnyade kursintyget") if renews else self.tr("Utfärda kursintyget"))
        self.issue.setEnabled(can_issue or asks_for_signer)

    def signer(self) -> Facilitator | None:
        """Return who is written in as signing, None when nobody is."""
        name = " ".join(self.name.text().split())
        return Facilitator(name, Role(self.role.currentData())) if name and not self.name_field.isHidden() else None

    def show_refusal(self, words: str) -> None:
        self.name_field.set_error(words)
        self.name.setFocus()

    def _issue(self) -> None:
        self.name_field.set_error("")
        if self.issue.isEnabled():
            self.issue_wanted.emit(self.signer())


class IssuedCard(Card):
    """Signals: `pdf_wanted()`, `print_wanted()`, `badge_wanted()`, `sheet_wanted()`, `study_wanted()`."""

    pdf_wanted = Signal()
    print_wanted = Signal()
    badge_wanted = Signal()
    sheet_wanted = Signal()
    study_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Ditt kursintyg"), parent=parent)
        self.facts = Label("", "dense", wrap=True)
        self.add(self.facts)
        row = FlowRow(8, self)
        self.pdf = Button(self.tr("Spara PDF"), "secondary", icon_name="file-pdf", parent=row)
        self.print = Button(self.tr("Skriv ut"), "secondary", icon_name="printer", parent=row)
        self.badge = Button(self.tr("Spara märke"), "secondary", icon_name="medal", parent=row)
        self.sheet = Button(self.tr("Underlag för ST"), "secondary", icon_name="table", parent=row)
        for button, signal in (
            (self.pdf, self.pdf_wanted),
            (self.print, self.print_wanted),
            (self.badge, self.badge_wanted),
            (self.sheet, self.sheet_wanted),
        ):
            button.clicked.connect(signal)
            row.add(button)
        self.add(row)
        more = self.tr(
            "Märket är en fil enligt Open Badges 3.0. Underlaget för ST visar timmar per kompetensområde, och ersätter "
            "inte Socialstyrelsens blankett."
        )
        self.add(Label(more, "small", "muted", wrap=True))
        self.renewal = IconText("clock-counter-clockwise", "", "dense", "warn")
        self.renewal.label.setWordWrap(True)
        self.study = Button(self.tr("Till förnyelsen"), "tonal", icon_name="path")
        self.add(self.renewal)
        self.body.addLayout(at_left(self.study))
        self.study.clicked.connect(self.study_wanted)
        self.show_renewal("")

    def show_renewal(self, words: str) -> None:
        """Show that it is time to renew; an empty text takes it away."""
        self.renewal.label.setText(words)
        show_when(self.renewal, bool(words))
        show_when(self.study, bool(words))


class PictureCard(Card):
    """How the certificate looks on paper; its place is kept while it is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Så ser det ut"), parent=parent)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.picture.setAccessibleName(self.tr("Bild av kursintyget"))
        self.picture.setMinimumHeight(round(PICTURE_WIDTH * A4_SHAPE))
        self.add(self.picture)
        self.body.addStretch(1)

    def wanted_width(self) -> int:
        return int(theme.px(PICTURE_WIDTH) * self.devicePixelRatioF())

    def show_picture(self, picture: QImage | None) -> None:
        if picture is None:
            self.picture.clear()
        else:
            show_on(self.picture, picture)
