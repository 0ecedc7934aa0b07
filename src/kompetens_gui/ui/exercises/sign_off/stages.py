"""What is on show while a sign-off goes from telling to signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.domain.exercises.base import LONGEST_TEXT
from kompetens_gui.domain.exercises.sign_off import SigningView
from kompetens_gui.ui.exercises.reading_width import ReadingWidth
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck


class DescribeCard(Card):
    """What the talk is about, and what the learner wants to tell. `written(text)` when the writer pauses."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(32, 24, 32, 28)
        self.text = Label("", "body", wrap=True, parent=self)
        self.points = PointList(self)
        self.words = PendingText(LONGEST_TEXT, self)
        self.words.written.connect(self.written)
        hint = self.tr("Den som godkänner läser det. Skriv utan personuppgifter.")
        self.add(ReadingWidth(self.text, self))
        self.add(self.points)
        self.add(Field(self.tr("&Vad har du prövat eller ändrat?"), self.words, hint=hint, parent=self))
        self.body.addStretch(1)

    def show_view(self, view: SigningView) -> None:
        self.text.setText(" ".join(view.text.split()))
        self.points.show_points(view.points)
        self.words.show_text(view.description)


class PointList(QWidget):
    """Points that are talked through, to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label("", "dense", wrap=True, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Icon("list-bullets", 20, "accent", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)

    def show_points(self, points: Sequence[str]) -> None:
        self._label.setText("\n".join(points))
        show_when(self, bool(points))


class ConfirmCard(Card):
    """What is confirmed, in words, for the one who signs. `ticked()` when the box was."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Det här bekräftar du"), parent=parent)
        self.body.setContentsMargins(32, 24, 32, 28)
        self.body.setSpacing(12)
        self.what = Label("", "body", wrap=True, parent=self)
        self.points = PointList(self)
        self.told_title = Heading("", "h3", parent=self)
        self.told = Label("", "body", wrap=True, parent=self)
        self.check = WrappedCheck(self.tr("Vi har talat igenom det, och jag står för det med mitt namn."), self)
        self.check.box.toggled.connect(self.ticked)
        kept = self.tr("Ditt namn, din roll och dagens datum sparas.")
        for part in (self.what, self.points, self.told_title, self.told, self.check):
            self.add(part)
        self.add(Label(kept, "small", "muted", wrap=True, parent=self))
        self.body.addStretch(1)

    def show_view(self, view: SigningView, learner: str, title: str) -> None:
        words = self.tr("{name} och du har gått igenom {title} tillsammans. Du har hört {name} berätta och fått fråga.")
        self.what.setText(words.format(name=learner, title=f"”{title}”"))
        self.points.show_points(view.points)
        self.told_title.setText(self.tr("{name} har skrivit").format(name=learner))
        self.told.setText(view.description)
        for part in (self.told_title, self.told):
            show_when(part, bool(view.description))


class SignedCard(Card):
    """It is signed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        center = Qt.AlignmentFlag.AlignHCenter
        self.body.setContentsMargins(48, 48, 48, 48)
        self.title = Heading(self.tr("Godkänt"), "h1", parent=self)
        self.words = Label("", "body", "muted", wrap=True, parent=self)
        for label in (self.title, self.words):
            label.setAlignment(center)
        self.body.addStretch(1)
        self.body.addWidget(Icon("check-circle", 40, "ok", parent=self), 0, center)
        self.add(self.title)
        self.add(self.words)
        self.body.addStretch(2)

    def show_learner(self, learner: str) -> None:
        self.words.setText(self.tr("Godkännandet är sparat. Lämna tillbaka datorn till {name}.").format(name=learner))
