"""The large card: the session that waits, or the one that was running when the program last ended."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.home.agenda_strip import AgendaStrip
from kompetens_gui.ui.home.view_state import NextCardState, SessionLine
from kompetens_gui.ui.home.words import (
    cases_word,
    day_word,
    lacking_words,
    participants_word,
    short_date,
    time_left,
    time_span,
)
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_box import FlowBox
from kompetens_gui.ui.widgets.labels import Heading, IconText, Label
from kompetens_gui.ui.widgets.painted import show_when


class HeroCard(Card):
    """What both kinds have in common: a line above, the title, facts, and a row of buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(look="tint", parent=parent)
        self.body.setContentsMargins(32, 28, 32, 28)
        self.body.setSpacing(12)
        self.when = Label("", "body-strong", "accent", wrap=True)
        self.title = Heading("", "display")
        self._facts = FlowBox(spacing=24)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(12)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.when)
        head.addWidget(self.title)
        self.body.addLayout(head)
        self.body.addWidget(self._facts)

    def show_facts(self, line: SessionLine) -> None:
        self._facts.clear()
        facts = (
            ("map-pin", line.place),
            ("user", participants_word(line.participants) if line.participants else ""),
            ("folder", cases_word(line.cases) if line.cases else ""),
        )
        for icon_name, text in facts:
            if text:
                fact = IconText(icon_name, text)
                self._facts.add(fact)
        show_when(self._facts, not self._facts.is_empty())


class NextCard(HeroCard):
    """The session that waits. `start_wanted(id)`, `open_plan_wanted(id)`."""

    start_wanted = Signal(str)
    open_plan_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: NextCardState | None = None
        self.strip = AgendaStrip()
        self.hint = Label("", "small", "muted", wrap=True)
        self.start_button = Button(self.tr("Starta"), "primary", "lg", icon_name="play-fill")
        self.plan_button = Button(self.tr("Öppna planen"), "secondary", "lg")
        self.finish_button = Button(self.tr("Gör klart planen"), "primary", "lg", icon_name="pencil-simple")
        self.left_words, self.left = Label("", "small", "muted"), Label("", "small-strong")
        for button in (self.start_button, self.finish_button, self.plan_button):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        countdown = QHBoxLayout()
        countdown.setSpacing(4)
        countdown.addWidget(self.left_words)
        countdown.addWidget(self.left)
        self.body.addSpacing(8)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.hint)
        self.body.addStretch(1)
        self.buttons.addLayout(countdown)
        self.body.addLayout(self.buttons)
        self.start_button.clicked.connect(self._start)
        self.plan_button.clicked.connect(self._open)
        self.finish_button.clicked.connect(self._open)

    def show_next(self, state: NextCardState, now: datetime) -> None:
        """Show a session; one that cannot start yet says what is lacking and leads to the plan."""
        self._state = state
        self.title.setText(state.line.title or self.tr("Gruppdialog utan namn"))
        self.show_facts(state.line)
        self.strip.show_agenda(state.blocks, state.line.starts_at)
        lacking = state.lacking
        show_when(self.start_button, not lacking)
        show_when(self.plan_button, not lacking)
        show_when(self.finish_button, bool(lacking))
        show_when(self.hint, bool(lacking))
        what = self.tr(" och ").join(lacking_words(name) for name in lacking)
        self.hint.setText(self.tr("Innan du kan starta: {what}.").format(what=what))
        self.show_time(now)

    def show_time(self, now: datetime) -> None:
        """Count down anew."""
        if self._state is None:
            return
        start, minutes = self._state.line.starts_at, self._state.line.minutes
        if start is None:
            self.when.setText(self.tr("Nästa gruppdialog, dagen är inte satt"))
        else:
            self.when.setText(
                self.tr("Nästa gruppdialog, {day} {time}").format(
                    day=day_word(start, now), time=time_span(start, minutes)
                )
            )
            words, left = time_left(start, now)
            self.left_words.setText(words)
            self.left.setText(left)
        show_when(self.left_words, start is not None and bool(self.left_words.text()))
        show_when(self.left, start is not None)

    @Slot()
    def _start(self) -> None:
        if self._state is not None:
            self.start_wanted.emit(self._state.line.id)

    @Slot()
    def _open(self) -> None:
        if self._state is not None:
            self.open_plan_wanted.emit(self._state.line.id)


class RunningCard(HeroCard):
    """A session that is under way. `resume_wanted(id)`."""

    resume_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.safe = Label(
            self.tr("Allt som gjordes i träffen är sparat. Ledarvyn och åhörarvyn öppnas där de var."),
            "body",
            "muted",
            wrap=True,
        )
        self.resume_button = Button(self.tr("Fortsätt där du var"), "primary", "lg", icon_name="play-fill")
        self.body.addWidget(self.safe)
        self.body.addStretch(1)
        self.buttons.addWidget(self.resume_button)
        self.buttons.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(self.buttons)
        self.resume_button.clicked.connect(self._resume)

    def show_running(self, line: SessionLine, now: datetime) -> None:
        self._id = line.id
        title = line.title or self.tr("Gruppdialog utan namn")
        self.title.setText(self.tr("En gruppdialog pågår: {title}").format(title=title))
        day = short_date(line.starts_at, now) if line.starts_at else ""
        if line.starts_at and line.starts_at.date() == now.date():
            day = day_word(line.starts_at, now)
        self.when.setText(self.tr("Avbruten träff, {day}").format(day=day) if day else self.tr("Avbruten träff"))
        self.show_facts(line)

    @Slot()
    def _resume(self) -> None:
        self.resume_wanted.emit(self._id)
