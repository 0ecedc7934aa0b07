"""The overview page. Paints from a plain dict, so that the last known overview is there at once.

Imports only Qt, style, widgets and the standard library: this module is part of the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.ui.home.header import HomeHeader
from kompetens_gui.ui.home.hero_card import NextCard, RunningCard
from kompetens_gui.ui.home.side_cards import ChecklistCard, ComingCard, LatestCard, ListCard, QuestionsCard
from kompetens_gui.ui.home.view_state import SessionLine, state_from
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns

if TYPE_CHECKING:
    from kompetens_gui.ui.home.study_line import StudyLine
    from kompetens_gui.ui.home.welcome import Welcome
    from kompetens_gui.ui.widgets.empty_state import EmptyState

_RECOUNT_MS: Final = 20_000
_SELDOM: Final = ("study_line", "welcome", "running", "nothing_planned")


class HomeParts(NamedTuple):
    """What the page needs: wall-clock time."""

    now: Callable[[], datetime] = datetime.now


class HomePage(QWidget):
    """Shows an overview. Says what a person wanted:

    `new_wanted()`, `start_wanted(session)`, `resume_wanted(session)`, `open_plan_wanted(session)`,
    `mend_wanted(session, check)` for a line of the checklist, `closing_wanted(session)`, `search_wanted()`,
    `demo_wanted()`, `begin_wanted()`, `study_wanted()`, `next_step_wanted()` for whoever studies right now; and
    `refresh_wanted()` each time the page is opened.
    """

    new_wanted = Signal()
    start_wanted = Signal(str)
    resume_wanted = Signal(str)
    open_plan_wanted = Signal(str)
    mend_wanted = Signal(str, str)
    closing_wanted = Signal(str)
    search_wanted = Signal()
    demo_wanted = Signal()
    begin_wanted = Signal()
    study_wanted = Signal()
    next_step_wanted = Signal()
    refresh_wanted = Signal()

    def __init__(
        self, parts: HomeParts | None = None, parent: QWidget | None = None, *, snapshot: object = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self._now = (parts or HomeParts()).now
        self._state = state_from(snapshot)
        self.header = HomeHeader()
        self.next, self.checklist = NextCard(), ChecklistCard()
        self.questions, self.coming, self.latest = QuestionsCard(), ComingCard(), LatestCard()
        self._first_row, self._second_row = ResponsiveColumns(), ResponsiveColumns()
        self._lay_out()
        self._connect()
        self._timer = QTimer(self, interval=_RECOUNT_MS)
        self._timer.timeout.connect(self._recount)
        self._show_state()

    # -- parts that most starts do without
    @cached_property
    def welcome(self) -> Welcome:
        from kompetens_gui.ui.home.welcome import Welcome

        welcome = Welcome()
        welcome.demo_wanted.connect(self.demo_wanted)
        welcome.begin_wanted.connect(self.begin_wanted)
        welcome.study_wanted.connect(self.study_wanted)
        self._body.insertWidget(self._body.indexOf(self.header) + 1, welcome)
        return welcome

    @cached_property
    def running(self) -> RunningCard:
        card = RunningCard()
        card.resume_wanted.connect(self.resume_wanted)
        self._body.insertWidget(self._body.indexOf(self._first_row), card)
        return card

    @cached_property
    def study_line(self) -> StudyLine:
        from kompetens_gui.ui.home.study_line import StudyLine

        line = StudyLine()
        line.study_wanted.connect(self.next_step_wanted)
        self._body.insertWidget(self._body.indexOf(self.header) + 1, line)
        return line

    @cached_property
    def nothing_planned(self) -> EmptyState:
        from kompetens_gui.ui.widgets.empty_state import EmptyState

        empty = EmptyState(
            "calendar-plus",
            self.tr("Ingen träff planerad"),
            self.tr("Börja från en färdig mall. Fall, tider och deltagare fyller du i efter hand."),
            self.tr("Ny gruppdialog"),
        )
        empty.action_wanted.connect(self.new_wanted)
        self._body.insertWidget(self._body.indexOf(self._second_row), empty)
        return empty

    def open_with(self, **_context: object) -> None:
        """Ask for fresh facts each time somebody comes here."""
        self.refresh_wanted.emit()

    def show_snapshot(self, snapshot: object) -> None:
        """Show a snapshot, whole or damaged, cached or live; see `snapshot.py` for what it holds."""
        state = state_from(snapshot)
        if state != self._state:
            self._state = state
            self._show_state()

    def show_learner(self, name: str) -> None:
        """Offer to go on studying; with an empty name nobody studies, and nothing is said of it."""
        if name or "study_line" in vars(self):
            self.study_line.show_learner(name)
            self.study_line.setVisible(bool(name))

    def focus_search(self) -> None:
        """Lead to the case bank: what is searched from here are cases."""
        self.search_wanted.emit()

    def panes(self) -> list[QWidget]:
        seldom = [part for name in _SELDOM if (part := vars(self).get(name)) is not None]
        return [self.header, *seldom, self.next, self.checklist, self._second_row]

    @Slot()
    def _recount(self) -> None:
        now = self._now()
        self.next.show_time(now)
        self.header.show_greeting(self._state.name, now, first_start=self._state.is_first_start)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _lay_out(self) -> None:
        scroll = PageScroll()
        self._first_row.add_column(self.next, 480, 2)
        self._first_row.add_column(self.checklist, 320, 1)
        for card in (self.questions, self.coming, self.latest):
            self._second_row.add_column(_held_up(card), 300, 1)
        self._body = scroll.body
        for part in (self.header, self._first_row, self._second_row):
            self._body.addWidget(part)
        self._body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        self.header.search_wanted.connect(self.search_wanted)
        self.header.new_wanted.connect(self.new_wanted)
        self.next.start_wanted.connect(self.start_wanted)
        self.next.open_plan_wanted.connect(self.open_plan_wanted)
        self.checklist.mend_wanted.connect(self.mend_wanted)
        self.coming.open_plan_wanted.connect(self.open_plan_wanted)
        self.latest.closing_wanted.connect(self.closing_wanted)

    def _show_state(self) -> None:
        state, now = self._state, self._now()
        usual = state.is_known and not state.is_first_start
        next_shown = state.next if usual and state.running is None else None
        self.header.show_greeting(state.name, now, first_start=state.is_first_start)
        self._show_seldom("welcome", shown=state.is_first_start)
        self._show_seldom("running", shown=usual and state.running is not None)
        show_when(self._first_row, next_shown is not None)
        self._show_seldom("nothing_planned", shown=usual and state.running is None and state.next is None)
        show_when(self._second_row, usual)
        if usual and state.running is not None:
            self.running.show_running(state.running, now)
        if next_shown is not None:
            self.next.show_next(next_shown, now)
            self.checklist.show_checks(next_shown)
        self.questions.show_questions(state.questions)
        self.coming.show_sessions(_others(state.upcoming, next_shown.line.id if next_shown else ""), now)
        self.latest.show_latest(state.closed, state.course_certificates, now)

    def _show_seldom(self, name: str, *, shown: bool) -> None:
        """Show or hide one of the parts that are made when first shown."""
        if shown or name in vars(self):
            part: QWidget = getattr(self, name)
            part.setVisible(shown)


def _others(lines: tuple[SessionLine, ...], shown: str) -> list[SessionLine]:
    return [line for line in lines if line.id != shown]


def _held_up(card: ListCard) -> QWidget:
    """Let a card be as high as its neighbours, or no higher than its one line when it is empty."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    column.addStretch(0)

    def fit(full: bool) -> None:
        column.setStretch(0, 1 if full else 0)
        column.setStretch(1, 0 if full else 1)

    card.filled.connect(fit)
    return holder
