"""Question cards with their hints, who talks with whom, a timer, and the points that are captured."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.discussion import (
    KIND,
    LONGEST_TEXT,
    CardShown,
    DiscussionState,
    Grouping,
    GroupingChosen,
    PointCaptured,
    TalkTimerStarted,
    TalkTimerStopped,
)
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.discussion.clock import TalkClock
from kompetens_gui.ui.activities.parts import PrivateBox
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl

TIMER_MINUTES = (2, 3, 5)


class DiscussionLeader(LeaderPanel):
    """Leads a talk and writes down what is said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = DiscussionState()
        self._cards = 0
        self.place = Label("", "small", "muted")
        self.question = Heading("", "h2")
        self.previous = IconButton("caret-left", self.tr("Förra frågan (Alt+←)"), "secondary", "sm")
        self.next = IconButton("caret-right", self.tr("Nästa fråga (Alt+→)"), "secondary", "sm")
        self.previous.clicked.connect(partial(self._step, -1))
        self.next.clicked.connect(partial(self._step, 1))
        self.private = PrivateBox()
        self.hint = Label("", "small", wrap=True)
        self.private.body.addWidget(self.hint)
        self.grouping = SegmentedControl(
            self.tr("Hur ni talar"),
            [
                (Grouping.WHOLE.value, self.tr("Alla")),
                (Grouping.PAIRS.value, self.tr("Par")),
                (Grouping.GROUPS.value, self.tr("Grupper")),
            ],
        )
        self.grouping.chosen.connect(self._group)
        self.timers = [
            Button(self.tr("{minutes} min").format(minutes=minutes), "secondary", "sm", icon_name="timer")
            for minutes in TIMER_MINUTES
        ]
        self.stop = Button(self.tr("Stoppa"), "ghost", "sm", icon_name="stop")
        self.clock = TalkClock("clock-small")
        self.points = PointList(self.tr("&Fånga en punkt"), LONGEST_TEXT, ranked=False)
        self.points.written.connect(self._capture)
        self._actions = self._make_actions()
        self._lay_out()
        self.begin_at(self.points.new)

    def show_state(self, state: DiscussionState, context: ActivityContext) -> None:
        """Show card, timer and points."""
        self._state = state
        cards = KIND.cards(context)
        self._cards = len(cards)
        card = min(state.card, len(cards) - 1)
        self.place.setText(self.tr("Fråga {number} av {count}").format(number=card + 1, count=len(cards)))
        self.question.setText(" ".join(cards[card].text.split()))
        self.previous.setEnabled(card > 0)
        self.next.setEnabled(card + 1 < len(cards))
        self.hint.setText(" ".join(cards[card].hint.split()))
        self.private.setVisible(bool(cards[card].hint))
        self.grouping.set_current(state.grouping.value)
        self.clock.show_timer(state.timer_started, state.timer_seconds)
        self.stop.setVisible(state.timer_started is not None)
        self.points.show_points([(point.id, point.text) for point in state.points])

    def commit_pending(self) -> None:
        self.points.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.place, 1)
        head.addWidget(self.clock)
        head.addWidget(self.stop)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        tools = FlowRow()
        tools.add(self.grouping)
        for minutes, button in zip(TIMER_MINUTES, self.timers, strict=True):
            button.clicked.connect(partial(self._start, minutes))
            tools.add(RowPart(button))
        self.stop.clicked.connect(self._stop)
        area, body = side_scroll(self)
        for part in (self.question, self.private):
            body.addWidget(part)
        body.addWidget(tools)
        body.addWidget(self.points)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(area, 1)

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra frågan"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa fråga"), "Alt+Right")
        earlier.triggered.connect(partial(self._step, -1))
        later.triggered.connect(partial(self._step, 1))
        return [earlier, later]

    def _step(self, steps: int, _checked: bool = False) -> None:
        card = min(self._state.card, self._cards - 1) + steps
        if 0 <= card < self._cards:
            self.proposed.emit(CardShown(card))

    def _start(self, minutes: int, _checked: bool = False) -> None:
        self.proposed.emit(TalkTimerStarted(minutes * 60))
        self.points.new.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _stop(self) -> None:
        self.proposed.emit(TalkTimerStopped())

    @Slot(str)
    def _group(self, grouping: str) -> None:
        self.proposed.emit(GroupingChosen(Grouping(grouping)))

    @Slot(str, str)
    def _capture(self, point: str, text: str) -> None:
        card = next((p.card for p in self._state.points if p.id == point), self._state.card)
        self.proposed.emit(PointCaptured(point, text, card))
