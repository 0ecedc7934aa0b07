"""The form as large as fits, and beside it the day, the work and the person's own words."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import CertificatePicture
from kompetens_gui.domain.activities.read_certificate import ReadRoom
from kompetens_gui.domain.rehabilitation_chain import interval_of
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.labels import Heading, Label, rule

_SIDE_WIDTH = 600


class ReadCertificateRoom(RoomSurface):
    """Shows a `ReadRoom`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, flush=True)
        self.text = CertificateView(mode="room")
        self.paper = QWidget()
        self.paper_title = Heading("", "h1")
        self.paper_text = FittedText("medical-certificate", "meta")
        self.stack = QStackedWidget()
        self.side = QFrame()
        self.side.setProperty("page", "true")
        self.day = Label("", "display")
        self.interval = Label("", "small", "muted", wrap=True)
        self.work = Label("", "h3", wrap=True)
        self.voice = Label("", "small", "accent", wrap=True)
        self.description = FittedText("small", "meta", "text_2")
        self._lay_out()
        self.rescale()

    def show_view(self, view: ReadRoom | None) -> None:
        if view is None:
            return
        self._show_person(view.picture)
        if view.document is not None:
            self.paper_title.setText(view.document.title)
            self.paper_text.set_text(view.document.text)
        else:
            self.text.set_medical_certificate(view.picture.medical_certificate)
            self.text.focus_field(view.field)
        self.stack.setCurrentWidget(self.text if view.document is None else self.paper)

    def rescale(self) -> None:
        self.side.setFixedWidth(theme.px(_SIDE_WIDTH, self))

    def _show_person(self, picture: CertificatePicture) -> None:
        self.day.setVisible(picture.day is not None)
        self.interval.setText(self.tr("Smittbärare: rehabiliteringskedjan gäller inte"))
        if picture.day is not None:
            self._show_day(picture.day)
        self.work.setText(f"{picture.person}. {picture.work_title}")
        self.voice.setText(f"”{' '.join(picture.voice.split())}”")
        self.voice.setVisible(bool(picture.voice))
        self.description.set_text(f"{picture.work_extent}.\n\n{picture.work_description}")

    def _show_day(self, day: int) -> None:
        interval = interval_of(max(1, day))
        self.day.setText(self.tr("Dag {day}").format(day=day))
        words = self.tr("i rehabiliteringskedjan, dag {first}–{last}")
        if interval.last is None:
            words = self.tr("i rehabiliteringskedjan, från dag {first}")
        self.interval.setText(words.format(first=interval.first, last=interval.last))

    def _lay_out(self) -> None:
        paper = QVBoxLayout(self.paper)
        paper.addWidget(self.paper_title)
        paper.addWidget(self.paper_text, 1)
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.paper)
        side = QVBoxLayout(self.side)
        for part in (self.day, self.interval, rule(), self.work, self.voice):
            side.addWidget(part)
        side.addWidget(self.description, 1)
        row = QHBoxLayout()
        row.addWidget(self.stack, 1)
        row.addWidget(self.side)
        self.body.addLayout(row, 1)
        self.scale_layout(row, (0, 0, 0, 0), 0)
        self.scale_layout(side, (40, 40, 40, 32), 16)
        self.scale_layout(paper, (64, 48, 64, 48), 24)
