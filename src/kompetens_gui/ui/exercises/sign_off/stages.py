"""What is on show while a sign-off goes from telling to signed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.domain.exercises.base import LONGEST_TEXT
from kompetens_gui.domain.exercises.sign_off import SigningView
from kompetens_gui.ui.exercises.reading_width import ReadingWidth
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck

HERE, ELSEWHERE = "here", "elsewhere"


class DescribeCard(Card):
    """What the talk is about, what the learner wants to tell, and where it is signed.

    Signals: `written(text)` when the writer pauses, `way_chosen()` when it is to be signed here or elsewhere.
    """

    written = Signal(str)
    way_chosen = Signal()

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
        self.words_field = Field(self.tr("&Vad har du prövat eller ändrat?"), self.words, hint=hint, parent=self)
        self.way = SegmentedControl(
            self.tr("Hur det godkänns"),
            [(HERE, self.tr("Godkänn här")), (ELSEWHERE, self.tr("Skicka till den som godkänner"))],
            parent=self,
        )
        self.way_words = Label("", "small", "muted", wrap=True, parent=self)
        self.with_work = WrappedCheck(self.tr("Skicka med det jag har skrivit"), self)
        self.add(self.words_field)
        self.body.addLayout(at_left(self.way))
        self.add(self.way_words)
        self.add(self.with_work)
        self.body.addStretch(1)
        self.way.chosen.connect(self._choose_way)
        self.words.textChanged.connect(self._typed)
        self._show_way()

    def choose_elsewhere(self) -> None:
        """Stand at the way that was taken before."""
        self.way.set_current(ELSEWHERE)
        self._show_way()

    @property
    def is_elsewhere(self) -> bool:
        return self.way.current() == ELSEWHERE

    @property
    def sends_work(self) -> bool:
        """Whether the learner wants the text to go along; without a text there is nothing to send."""
        return self.with_work.box.isChecked() and bool(self.words.toPlainText().strip())

    def show_refusal(self, words: str) -> None:
        """Say why the text cannot go along as it is."""
        self.words_field.set_error(words)
        self.words.setFocus()

    @Slot()
    def _typed(self) -> None:
        self.words_field.set_error("")
        self._show_way()

    @Slot(str)
    def _choose_way(self, _way: str) -> None:
        self._show_way()
        self.way_chosen.emit()

    def _show_way(self) -> None:
        self.way_words.setText(
            self.tr("Du får en begäran att skicka i ett mejl eller på ett USB-minne, och läser in svaret här.")
            if self.is_elsewhere
            else self.tr("Den som godkänner sitter med dig vid den här datorn.")
        )
        show_when(self.with_work, self.is_elsewhere and bool(self.words.toPlainText().strip()))

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

    def show_from_afar(self, name: str, comment: str) -> None:
        """Say who has signed from elsewhere, and what they wrote."""
        words = self.tr("{name} har godkänt. Det är sparat, och märkt som underskrivet på distans.").format(name=name)
        self.words.setText(f"{words}\n\n”{comment}”" if comment else words)

    def show_learner(self, learner: str) -> None:
        self.words.setText(self.tr("Godkännandet är sparat. Lämna tillbaka datorn till {name}.").format(name=learner))
