"""The forum step by step: the brief part for part, the voice, the seats, the ways, and what was learnt."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.pathway_choice.events import BriefPartShown, ForumShows, ForumState, ForumTurned
from kompetens_gui.domain.material.pathway import PathwayBrief
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.parts import flowing
from kompetens_gui.ui.activities.pathway_choice.pages import (
    DefendedPage,
    ForumPage,
    LearningPage,
    SeatsPage,
    TextPage,
    TodayPage,
    WaysPage,
)
from kompetens_gui.ui.activities.pathway_choice.words import guard_words, step_word
from kompetens_gui.ui.activities.stepping import StepHead
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action

_AFTER_BRIEF = tuple(shows for shows in ForumShows if shows is not ForumShows.BRIEF)


class PathwayChoiceLeader(LeaderPanel):
    """Leads the exercise from the first part of the brief to the debrief."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = ForumState()
        self._parts = 0
        self.head = StepHead(self.tr("Förra steget (Alt+←)"), self.tr("Nästa steg (Alt+→)"))
        self.head.stepped.connect(self._step)
        self.order = Label("", "small", "muted", wrap=True)
        self.title = Heading("", "h2")
        area, body = side_scroll(self)
        self.text = TextPage(area)
        self.seats, self.ways, self.defended = SeatsPage(area), WaysPage(area), DefendedPage(area)
        self.today, self.learning = TodayPage(area), LearningPage(area)
        self.pages: dict[ForumShows, ForumPage] = {
            ForumShows.SEATS: self.seats,
            ForumShows.OPTIONS: self.ways,
            ForumShows.DEFENDED: self.defended,
            ForumShows.TODAY: self.today,
            ForumShows.LEARNING: self.learning,
        }
        self._actions = self._make_actions()
        body.addWidget(self.order)
        body.addWidget(self.title)
        for page in (self.text, *self.pages.values()):
            page.proposed.connect(self.proposed)
            body.addWidget(page)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)
        column.addWidget(Label(guard_words(), "small-strong", "muted", wrap=True))

    def show_state(self, state: ForumState, context: ActivityContext) -> None:
        """Show the step at hand."""
        brief = context.material
        if not isinstance(brief, PathwayBrief):
            self.title.setText(self.tr("Materialet saknas. Välj ett i planen."))
            return
        self._state, self._parts = state, len(brief.brief)
        self.head.show_place(self.tr("Steg {number} av {count}"), self._at(), self._parts + len(_AFTER_BRIEF))
        self.order.setText(self.tr("Frågan: {order}").format(order=brief.order))
        wanted = self.pages.get(state.shows, self.text)
        for page in (self.text, *self.pages.values()):
            page.setVisible(page is wanted)
        self.title.setText(step_word(state.shows))
        if wanted is self.text:
            self._show_text(brief)
        wanted.show_forum(brief, state, context)

    def commit_pending(self) -> None:
        for page in self.pages.values():
            page.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _show_text(self, brief: PathwayBrief) -> None:
        shows = self._state.shows
        if shows is ForumShows.BRIEF:
            part = brief.brief[min(self._state.part, len(brief.brief) - 1)]
            self.title.setText(part.heading)
            self.text.show_text(flowing(part.text), flowing(brief.leader_notes))
        elif shows is ForumShows.VOICE:
            self.text.show_text(f"”{flowing(brief.voice)}”", "")
        else:
            self.text.show_text("\n".join(f"• {question}" for question in brief.debrief), "")

    def _at(self) -> int:
        if self._state.shows is ForumShows.BRIEF:
            return min(self._state.part, self._parts - 1)
        return self._parts + _AFTER_BRIEF.index(self._state.shows)

    def _step(self, steps: int) -> None:
        self.commit_pending()
        at = self._at() + steps
        if at < self._parts:
            self.proposed.emit(BriefPartShown(at))
        else:
            self.proposed.emit(ForumTurned(_AFTER_BRIEF[at - self._parts]))

    def _toggle_reading(self) -> None:
        if self._state.shows is ForumShows.OPTIONS:
            self.ways.toggle_reading()
        elif self._state.shows is ForumShows.TODAY:
            self.today.toggle_reading()

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra steget"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa steg"), "Alt+Right")
        reading = kind_action(self, self.tr("Visa eller dölj materialets skäl"), "Ctrl+Shift+F")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        reading.triggered.connect(self._toggle_reading)
        return [earlier, later, reading]
