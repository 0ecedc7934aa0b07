"""The chosen certificate of the register: its picture and state, files to save, renewal, re-issuing and revoking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pdf_pages import show_on
from kompetens_gui.ui.widgets.responsive import at_left

PICTURE_WIDTH = 220
A4_SHAPE = 297 / 210


class CertificateCard(Card):
    """Signals: `save_wanted()`, `print_wanted()`, `badge_wanted()`, `sheet_wanted()`, `study_wanted()`,
    `reissue_wanted(holder)`, `revoke_wanted(reason)`.
    """

    save_wanted = Signal()
    print_wanted = Signal()
    badge_wanted = Signal()
    sheet_wanted = Signal()
    study_wanted = Signal()
    reissue_wanted = Signal(str)
    revoke_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Valt kursintyg"), parent=parent)
        self.facts = Label("", "dense", wrap=True)
        self.add(self.facts)
        self.renewal = IconText("clock-counter-clockwise", "", "small", "warn")
        self.renewal.label.setWordWrap(True)
        self.add(self.renewal)
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.picture.setAccessibleName(self.tr("Bild av kursintyget"))
        self.picture.setMinimumHeight(round(PICTURE_WIDTH * A4_SHAPE))
        self.add(self.picture)
        row = FlowRow(8, self)
        self.save = Button(self.tr("Spara PDF"), "secondary", icon_name="file-pdf")
        self.print = Button(self.tr("Skriv ut"), "secondary", icon_name="printer")
        self.badge = Button(self.tr("Spara märke"), "secondary", icon_name="medal")
        self.sheet = Button(self.tr("Underlag för ST"), "secondary", icon_name="table")
        self.study = Button(self.tr("Till förnyelsen"), "tonal", icon_name="path")
        for button in (self.save, self.print, self.badge, self.sheet):
            row.add(button)
        self.add(row)
        self.body.addLayout(at_left(self.study))
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
        for clicked, signal in (
            (self.save, self.save_wanted),
            (self.print, self.print_wanted),
            (self.badge, self.badge_wanted),
            (self.sheet, self.sheet_wanted),
            (self.study, self.study_wanted),
        ):
            clicked.clicked.connect(signal)
        self.reissue.clicked.connect(self._reissue)
        self.revoke.clicked.connect(self._revoke)
        self.holder.returnPressed.connect(self._reissue)
        self.reason.returnPressed.connect(self._revoke)
        self.show_renewal("")

    def show_certificate(self, shown: CourseCertificate, status: str) -> None:
        reason = self.tr(" Skäl: {reason}").format(reason=shown.revoke_reason) if shown.revoke_reason else ""
        self.facts.setText(
            self.tr("{number}, {holder}. {title}, {time}. {status}.{reason}").format(
                number=shown.number,
                holder=shown.holder,
                title=shown.title,
                time=self._time(shown),
                status=status,
                reason=reason,
            )
        )
        self.changing.setVisible(shown.is_valid)
        show_when(self.badge, shown.is_valid)
        show_when(self.sheet, shown.is_valid)
        self.holder.setText(shown.holder)
        self.reason.clear()
        self.holder_field.set_error("")
        self.reason_field.set_error("")

    def show_renewal(self, words: str, *, can_renew: bool = False) -> None:
        """Say that the certificate soon runs out; an empty text takes it away."""
        self.renewal.label.setText(words)
        show_when(self.renewal, bool(words))
        show_when(self.study, can_renew)

    def show_picture(self, picture: QImage) -> None:
        show_on(self.picture, picture)

    def _time(self, shown: CourseCertificate) -> str:
        if shown.kind == CourseCertificateKind.COMPLETION and shown.minutes % 60 == 0:
            return self.tr("{n} timmar").format(n=shown.minutes // 60)
        return self.tr("{n} min").format(n=shown.minutes)

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
