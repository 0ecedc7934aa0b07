"""A certificate to look in while something else is worked with, and who it is about."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import CertificatePicture
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.certificate_view import CertificateView, Mode
from kompetens_gui.ui.widgets.labels import Heading, Label, rule

translate = QCoreApplication.translate
_LEAST_HEIGHT = 380


class CertificateCard(Card):
    """Scrolls by itself; the arrow keys do it too."""

    def __init__(self, mode: Mode = "scroll", parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._picture: CertificatePicture | None = None
        self.title = Heading("", "h3", parent=self)
        self.who = Label("", "small", "muted", wrap=True, parent=self)
        self.text = CertificateView(self, mode=mode)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.who)
        inside = QHBoxLayout()
        inside.setContentsMargins(1, 0, 1, 12)
        inside.addWidget(self.text)
        self.body.addLayout(head)
        self.body.addWidget(rule(parent=self))
        self.body.addLayout(inside, 1)
        self.text.setMinimumHeight(theme.px(_LEAST_HEIGHT))

    def show_picture(self, picture: CertificatePicture) -> None:
        """Show a certificate; nothing happens when it is the one on show."""
        if picture.medical_certificate is (self._picture.medical_certificate if self._picture else None):
            return
        self._picture = picture
        self.title.setText(picture.medical_certificate.title)
        self.who.setText(person_line(picture))
        self.text.set_medical_certificate(picture.medical_certificate)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "text"):
            self.text.setMinimumHeight(theme.px(_LEAST_HEIGHT, self))


def person_line(picture: CertificatePicture) -> str:
    """Return who it is about, the work and the day, in one line."""
    day = translate("Picture", "dag {day}").format(day=picture.day) if picture.day is not None else ""
    return ", ".join(part for part in (picture.person, picture.work_title, day) if part)
