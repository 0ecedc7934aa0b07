"""The leader's pages: seats, ways, what can be settled today, and what was learnt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.pathway_choice.events import (
    ForumState,
    HandsCounted,
    OptionShown,
    PointKind,
    PointWritten,
    ReadingShown,
    RoundChosen,
    SeatTaken,
    WaysDefended,
)
from kompetens_gui.domain.activities.pathway_choice.rules import HIGHEST_COUNT, LONGEST_TEXT
from kompetens_gui.domain.material.pathway import PathwayBrief, PathwayOption, Seat
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton, flowing
from kompetens_gui.ui.activities.pathway_choice.words import seat_word
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper


class ForumPage(QWidget):
    """A page of the leader's panel. `proposed(event)` asks for something to happen."""

    proposed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def show_forum(self, brief: PathwayBrief, state: ForumState, context: ActivityContext) -> None:
        """Show how it stands."""

    def commit(self) -> None:
        """Propose what has been typed."""


class TextPage(ForumPage):
    """Something to read aloud, with what only the leader sees under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Label("", "body", wrap=True)
        self.private = PrivateBox(self)
        self.notes = Label("", "small", wrap=True)
        self.private.body.addWidget(self.notes)
        self.column.addWidget(self.text)
        self.column.addWidget(self.private)
        self.column.addStretch(1)

    def show_text(self, text: str, notes: str) -> None:
        self.text.setText(text)
        self.notes.setText(notes)
        self.private.setVisible(bool(notes))


class SeatsPage(ForumPage):
    """Who sits where, and what each seat knows and asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made_of: tuple[tuple[Seat, ...], tuple[Participant, ...]] = ((), ())
        self.choices: dict[str, QComboBox] = {}
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.column.addLayout(self.rows)
        self.column.addStretch(1)

    def show_forum(self, brief: PathwayBrief, state: ForumState, context: ActivityContext) -> None:
        if (brief.seats, context.participants) != self._made_of:
            self._made_of = brief.seats, context.participants
            self._make(brief.seats, context.participants)
        for seat, choice in self.choices.items():
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(state.seats.get(seat, ""))))

    def _make(self, seats: Sequence[Seat], people: Sequence[Participant]) -> None:
        clear_layout(self.rows)
        self.choices = {}
        for seat in seats:
            choice = self.choices[seat.id] = choice_box()
            choice.setAccessibleName(self.tr("Vem sitter som {seat}").format(seat=seat_word(seat.id)))
            choice.addItem(self.tr("Ingen än"), "")
            for person in people:
                choice.addItem(person.name, person.id)
            choice.activated.connect(partial(self._take, seat.id))
            self.rows.addWidget(Field(seat_word(seat.id), choice))
            knows, asks = " ".join(seat.knows), " ".join(seat.asks)
            words = self.tr("{task} Vet: {knows} Frågar: {asks} Gräns: {limit}")
            told = words.format(task=seat.task, knows=knows, asks=asks, limit=seat.limit)
            self.rows.addWidget(Label(" ".join(told.split()), "small", "muted", wrap=True))

    def _take(self, seat: str, _index: int) -> None:
        person = str(self.choices[seat].currentData() or "")
        self.proposed.emit(SeatTaken(seat, ParticipantId(person) if person else None))


class WaysPage(ForumPage):
    """Hands for each way, and for the one at hand what is said for and against it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[PathwayOption, ...] = ()
        self._state = ForumState()
        self._option = ""
        self.round = SegmentedControl(
            self.tr("Omgång"),
            [(str(int(Round.FIRST)), self.tr("Före samtalet")), (str(int(Round.SECOND)), self.tr("Efter samtalet"))],
        )
        self.round.chosen.connect(self._choose_round)
        self.grid = QGridLayout()
        self.grid.setColumnStretch(0, 1)
        self.hands: dict[str, Stepper] = {}
        self.before: dict[str, Label] = {}
        self.way = choice_box()
        self.way.activated.connect(self._show_way)
        self.about = Label("", "small", "muted", wrap=True)
        self.said_for = PointList(self.tr("Talar &för"), LONGEST_TEXT, ranked=False)
        self.said_against = PointList(self.tr("Talar &emot"), LONGEST_TEXT, ranked=False)
        self.said_for.written.connect(partial(self._write, PointKind.FOR))
        self.said_against.written.connect(partial(self._write, PointKind.AGAINST))
        self.private = PrivateBox(self)
        self.reveal = RevealButton(self.tr("Visa materialets skäl"), self.tr("Dölj skälen"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private.head.addWidget(self.reveal)
        self.reading = Label("", "small", wrap=True)
        self.private.body.addWidget(self.reading)
        self.column.addWidget(self.round)
        self.column.addLayout(self.grid)
        self.column.addWidget(Field(self.tr("&Väg i rummet"), self.way))
        self.column.addWidget(self.about)
        self.column.addWidget(self.said_for)
        self.column.addWidget(self.said_against)
        self.column.addWidget(self.private)
        self.column.addStretch(1)

    def show_forum(self, brief: PathwayBrief, state: ForumState, context: ActivityContext) -> None:
        if brief.options != self._options:
            self._options = brief.options
            self._make(brief.options)
        self._state, self._option = state, state.option
        self.round.set_current(str(int(state.round)))
        for option, stepper in self.hands.items():
            stepper.set_value(state.count(state.round, option))
            earlier = state.count(Round.FIRST, option) if state.round is Round.SECOND else 0
            self.before[option].setText(self.tr("före: {count}").format(count=earlier) if earlier else "")
        with QSignalBlocker(self.way):
            self.way.setCurrentIndex(max(0, self.way.findData(state.option)))
        found = brief.option(state.option)
        for part in (self.about, self.said_for, self.said_against, self.private):
            part.setVisible(found is not None)
        if found is not None:
            self.about.setText(flowing(found.text))
            self.said_for.show_points([(p.id, p.text) for p in state.of(PointKind.FOR, found.id)])
            self.said_against.show_points([(p.id, p.text) for p in state.of(PointKind.AGAINST, found.id)])
            self.reading.setText(self._reading(found))
            self.reveal.set_shown(found.id in state.read)

    def commit(self) -> None:
        self.said_for.commit()
        self.said_against.commit()

    def toggle_reading(self) -> None:
        if self._option:
            self._reveal(self._option not in self._state.read)

    def _make(self, options: Sequence[PathwayOption]) -> None:
        clear_layout(self.grid)
        self.hands, self.before = {}, {}
        with QSignalBlocker(self.way):
            self.way.clear()
            self.way.addItem(self.tr("Alla vägar"), "")
            for row, option in enumerate(options):
                self.way.addItem(option.title, option.id)
                stepper = self.hands[option.id] = Stepper(option.title, maximum=HIGHEST_COUNT)
                stepper.value_changed.connect(partial(self._count, option.id))
                self.before[option.id] = Label("", "small", "muted")
                self.grid.addWidget(Label(option.title, "body-strong", wrap=True), row, 0)
                self.grid.addWidget(self.before[option.id], row, 1)
                self.grid.addWidget(stepper, row, 2)

    def _reading(self, option: PathwayOption) -> str:
        parts = [
            *(f"+ {text}" for text in option.arguments_for),
            *(f"– {text}" for text in option.arguments_against),
            *(self.tr("Behövs: {text}").format(text=text) for text in option.needs),
            self.tr("Bestämmer: {who}").format(who=option.who_decides),
        ]
        return "\n".join(" ".join(part.split()) for part in parts)

    def _show_way(self, _index: int) -> None:
        chosen = str(self.way.currentData() or "")  # before what has been typed is kept: that shows everything anew
        self.commit()
        self.proposed.emit(OptionShown(chosen))

    def _count(self, option: str, count: int) -> None:
        self.proposed.emit(HandsCounted(self._state.round, option, count))

    @Slot(str)
    def _choose_round(self, key: str) -> None:
        self.proposed.emit(RoundChosen(Round(int(key))))

    def _write(self, kind: PointKind, point: str, text: str) -> None:
        if self._option:
            self.proposed.emit(PointWritten(point, kind, text, self._option))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        if self._option:
            self.proposed.emit(ReadingShown(self._option, shown))


class DefendedPage(ForumPage):
    """The two ways that are defended, each also by somebody who did not choose it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[PathwayOption, ...] = ()
        self.ways = (choice_box(), choice_box())
        for words, way in zip((self.tr("&En väg"), self.tr("En an&nan väg")), self.ways, strict=True):
            way.activated.connect(self._choose)
            self.column.addWidget(Field(words, way))
        hint = self.tr("Låt någon som räckte upp handen för den andra vägen börja. Skälen skrivs under Vägarna.")
        self.column.addWidget(Label(hint, "small", "muted", wrap=True))
        self.said = Label("", "body", wrap=True)
        self.column.addWidget(self.said)
        self.column.addStretch(1)

    def show_forum(self, brief: PathwayBrief, state: ForumState, context: ActivityContext) -> None:
        if brief.options != self._options:
            self._options = brief.options
            for way in self.ways:
                way.clear()
                way.addItem(self.tr("Inte vald än"), "")
                for option in brief.options:
                    way.addItem(option.title, option.id)
        chosen = (*state.defended, "", "")
        for way, option_id in zip(self.ways, chosen, strict=False):
            with QSignalBlocker(way):
                way.setCurrentIndex(max(0, way.findData(option_id)))
        lines = []
        for found in (brief.option(o) for o in state.defended):
            if found is not None:
                lines.append(found.title)
                lines += [f"   + {p.text}" for p in state.of(PointKind.FOR, found.id)]
                lines += [f"   – {p.text}" for p in state.of(PointKind.AGAINST, found.id)]
        self.said.setText("\n".join(lines))

    def _choose(self, _index: int) -> None:
        chosen = [str(way.currentData() or "") for way in self.ways]
        self.proposed.emit(WaysDefended(tuple(dict.fromkeys(o for o in chosen if o))))


class TodayPage(ForumPage):
    """What could be settled today, and what is missing; the material's own lists by a reveal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ForumState()
        self.decidable = PointList(self.tr("Går att ta &ställning till i dag"), LONGEST_TEXT, ranked=False)
        self.missing = PointList(self.tr("Det s&aknas"), LONGEST_TEXT, ranked=False)
        self.decidable.written.connect(partial(self._write, PointKind.DECIDABLE))
        self.missing.written.connect(partial(self._write, PointKind.MISSING))
        self.private = PrivateBox(self)
        self.reveal = RevealButton(self.tr("Visa materialets lista"), self.tr("Dölj listan"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private.head.addWidget(self.reveal)
        self.reading = Label("", "small", wrap=True)
        self.private.body.addWidget(self.reading)
        self.column.addWidget(self.decidable)
        self.column.addWidget(self.missing)
        self.column.addWidget(self.private)
        self.column.addStretch(1)

    def show_forum(self, brief: PathwayBrief, state: ForumState, context: ActivityContext) -> None:
        self._state = state
        self.decidable.show_points([(p.id, p.text) for p in state.of(PointKind.DECIDABLE)])
        self.missing.show_points([(p.id, p.text) for p in state.of(PointKind.MISSING)])
        can, lacks = self.tr("Går i dag: {text}"), self.tr("Saknas: {text}")
        lines = [can.format(text=t) for t in brief.decidable_today] + [lacks.format(text=t) for t in brief.missing]
        self.reading.setText("\n".join(lines))
        self.reveal.set_shown("" in state.read)

    def commit(self) -> None:
        self.decidable.commit()
        self.missing.commit()

    def toggle_reading(self) -> None:
        self._reveal("" not in self._state.read)

    def _write(self, kind: PointKind, point: str, text: str) -> None:
        self.proposed.emit(PointWritten(point, kind, text))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        self.proposed.emit(ReadingShown("", shown))


class LearningPage(ForumPage):
    """What is kept: learning, never a decision."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.learning = PointList(self.tr("Det här &lärde vi oss"), LONGEST_TEXT, ranked=False)
        self.learning.written.connect(self._write)
        hint = self.tr("Skriv vad ni lärt er som gäller fler. Skriv inget beslut: det finns inget ärende.")
        self.column.addWidget(self.learning)
        self.column.addWidget(Label(hint, "small", "muted", wrap=True))
        self.column.addStretch(1)

    def show_forum(self, brief: PathwayBrief, state: ForumState, context: ActivityContext) -> None:
        self.learning.show_points([(p.id, p.text) for p in state.of(PointKind.LEARNING)])

    def commit(self) -> None:
        self.learning.commit()

    @Slot(str, str)
    def _write(self, point: str, text: str) -> None:
        self.proposed.emit(PointWritten(point, PointKind.LEARNING, text))
