"""What is on show while an observation goes from asking somebody to reading what they saw."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.base import LONGEST_TEXT
from kompetens_gui.domain.exercises.observed import ObservedView
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.ui.exercises.hand_over import role_box
from kompetens_gui.ui.exercises.observed.rating import PointRow, WholeRating
from kompetens_gui.ui.exercises.observed.words import point_words, rating_words
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_left
from kompetens_gui.ui.widgets.tags import Tag

CARD_WIDTH = 400


class TaskCard(Card):
    """What is played, and what the observer looks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(32, 24, 32, 28)
        self.body.setSpacing(8)
        self.text = Label("", "body", wrap=True, parent=self)
        self.add(self.text)
        self.body.addSpacing(8)
        self.add(Heading(self.tr("Det här tittar observatören efter"), "h3", parent=self))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self._points = 0

    def show_task(self, text: str, points: Sequence[str]) -> None:
        """Show the task; that of an attempt never changes."""
        self.text.setText(" ".join(text.split()))
        for point in points[self._points :]:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Icon("eye", 18, "accent", parent=self), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(point, "dense", wrap=True, parent=self), 1)
            self._rows.addLayout(row)
        self._points = len(points)


class AskCard(Card):
    """Who observes. `changed()` when the name is another than before."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Vem observerar?"), parent=parent)
        self.body.setSpacing(12)
        words = self.tr(
            "Be någon du litar på vara med. Observatören beskriver det som syntes. Det är inget prov. Ni kan spela om."
        )
        self.name = QLineEdit(self)
        self.name.setMaxLength(120)
        self.role = role_box(Role.REHAB_COORDINATOR)
        self.name_field = Field(self.tr("&Observatörens namn"), self.name, parent=self)
        self.name.textChanged.connect(self._typed)
        self.add(Label(words, "small", "muted", wrap=True, parent=self))
        self.add(self.name_field)
        self.add(Field(self.tr("&Roll"), self.role, parent=self))
        self.body.addStretch(1)

    @property
    def who(self) -> str:
        return " ".join(self.name.text().split())

    def _typed(self) -> None:
        self.name_field.set_error("")
        self.changed.emit()


class PlayCard(Card):
    """The talk goes on away from the screen. `other_wanted()` when somebody else is to observe."""

    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Nu spelar ni"), parent=parent)
        self.body.setSpacing(12)
        self.words = Label("", "body", wrap=True, parent=self)
        pause = self.tr("Den som vill stanna upp säger ”paus”. Ingen spelar sitt eget liv.")
        self.other = Button(self.tr("Byt observatör"), "secondary", "sm", parent=self)
        self.other.clicked.connect(self.other_wanted)
        self.add(self.words)
        self.add(Label(pause, "small", "muted", wrap=True, parent=self))
        self.body.addLayout(at_left(self.other))
        self.body.addStretch(1)


class ObserverCard(Card):
    """Signals: `point_rated(point, score)`, `rated(rating)`, `said(text)`."""

    point_rated = Signal(int, int)
    rated = Signal(int)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Observatörens kort"), parent=parent)
        self.body.setSpacing(12)
        self.rows: list[PointRow] = []
        lead = self.tr(
            "Beskriv det du såg och hörde. Du skattar samtalet och inte personen. Siffrorna på tangentbordet går också."
        )
        self.add(Label(lead, "small", "muted", wrap=True, parent=self))
        columns = ResponsiveColumns(spacing=32, parent=self)
        points, whole = QWidget(columns), QWidget(columns)
        self._points = QVBoxLayout()
        self._points.setSpacing(8)
        left = QVBoxLayout(points)
        left.setContentsMargins(0, 0, 0, 0)
        left.addLayout(self._points)
        left.addStretch(1)
        self.whole = WholeRating(whole)
        self.whole.rated.connect(self.rated)
        self.words = PendingText(LONGEST_TEXT, whole)
        self.words.written.connect(self.said)
        hint = self.tr("Till exempel vad som öppnade samtalet, med de ord som sades.")
        right = QVBoxLayout(whole)
        right.setContentsMargins(0, 4, 0, 0)
        right.setSpacing(12)
        right.addWidget(Heading(self.tr("Samtalet som helhet"), "h3", parent=whole))
        right.addWidget(self.whole)
        right.addWidget(Field(self.tr("&Vad såg du?"), self.words, hint=hint, parent=whole))
        right.addStretch(1)
        columns.add_column(points, CARD_WIDTH)
        columns.add_column(whole, CARD_WIDTH)
        self.add(columns)
        self.body.addStretch(1)

    def show_view(self, view: ObservedView) -> None:
        for number in range(len(self.rows), len(view.points)):
            row = PointRow(view.points[number], self)
            row.rated.connect(partial(self.point_rated.emit, number))
            row.stepped.connect(partial(self._step, number))
            self.rows.append(row)
            self._points.addWidget(row)
        for number, row in enumerate(self.rows):
            row.show_score(view.scores.get(number))
        self.whole.show_rating(view.rating)
        self.words.show_text(view.words)

    def _step(self, number: int, rows: int) -> None:
        if 0 <= number + rows < len(self.rows):
            self.rows[number + rows].setFocus(Qt.FocusReason.TabFocusReason)


class ToldCard(Card):
    """What the observer saw, for the learner to read. `change_wanted()` when the observer wants to change something."""

    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Det här såg observatören"), parent=parent)
        self.body.setSpacing(12)
        self.whole = Label("", "body-strong", wrap=True, parent=self)
        self.said = Label("", "body", wrap=True, parent=self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._tags: list[tuple[Label, Tag]] = []
        self.again = Button(self.tr("Observatören vill ändra något"), "secondary", "sm", parent=self)
        self.again.clicked.connect(self.change_wanted)
        self.add(self.whole)
        self.add(self.said)
        self.body.addWidget(rule(parent=self))
        self.body.addLayout(self._rows)
        self.body.addLayout(at_left(self.again))
        self.body.addStretch(1)

    def show_view(self, view: ObservedView) -> None:
        if view.rating is not None:
            words = self.tr("{rating} av 5. {anchor}.")
            self.whole.setText(words.format(rating=view.rating, anchor=rating_words()[view.rating]))
        self.said.setText(f"”{view.words}”" if view.words else "")
        show_when(self.said, bool(view.words))
        for point in view.points[len(self._tags) :]:
            label, tag = Label(point, "dense", wrap=True, parent=self), Tag("", "neutral", icon_name="", parent=self)
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(label, 1)
            row.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addLayout(row)
            self._tags.append((label, tag))
        for number, (_, tag) in enumerate(self._tags):
            score = view.scores.get(number)
            word = point_words()[score] if score is not None else self.tr("Inte skattat")
            tag.set_status(word, "accent" if score == len(point_words()) - 1 else "neutral", "")
