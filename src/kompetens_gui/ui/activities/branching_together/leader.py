"""Leads a room through a branching case: the story, the votes, whose way is gone, back again, and groups apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.branching_together import events as e
from kompetens_gui.domain.activities.branching_together.room import lived_ways
from kompetens_gui.domain.activities.branching_together.rules import LONGEST_TEXT
from kompetens_gui.domain.activities.branching_together.state import Choices, TogetherState
from kompetens_gui.domain.activities.branching_together.story import Story, story
from kompetens_gui.domain.activities.branching_together.votes import counts, majority, minority
from kompetens_gui.domain.branching import fold
from kompetens_gui.domain.branching_way import way_layout
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.workshop.plan import SmallGroup
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.branching_together.ballot import VotingCard
from kompetens_gui.ui.activities.branching_together.lives_picker import LivesPicker
from kompetens_gui.ui.activities.branching_together.own_ways import OwnWays
from kompetens_gui.ui.activities.branching_together.situation import Situation, Told
from kompetens_gui.ui.activities.parts import RevealButton
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.laid_out_once import laid_out_once
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.tags import Tag
from kompetens_gui.ui.widgets.way_map import WayMap

_ENOUGH = 400


class BranchingLeader(LeaderPanel):
    """Counts, reveals, goes on and back on the room's behalf."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TogetherState()
        self._case: BranchingCase | None = None
        self._groups: tuple[SmallGroup, ...] = ()
        self._told: Story | None = None
        self._place: tuple[Choices, bool, bool] | None = None
        self._votes: dict[str, int] = {}
        self.shows = SegmentedControl(
            self.tr("Rummet ser"),
            [
                (e.RoomShows.STORY.value, self.tr("Berättelsen")),
                (e.RoomShows.LIVES.value, self.tr("Två liv")),
                (e.RoomShows.GROUPS.value, self.tr("Grupperna")),
            ],
        )
        self.counting = SegmentedControl(
            self.tr("Räkna"),
            [(e.CountBy.HANDS.value, self.tr("Händer")), (e.CountBy.GROUPS.value, self.tr("Grupper"))],
        )
        self.round = Tag("", "accent", icon_name="")
        self.area: QScrollArea
        self.area, self.body = side_scroll(self)
        inside = self.body.parentWidget()
        self.situation = Situation(inside)
        self.voting = VotingCard(inside)
        self.tie = Label("", "small", "muted", wrap=True, parent=inside)
        self.told = Told(inside)
        self.way_title = Heading(self.tr("Er väg"), "h3", parent=inside)
        self.way = WayMap(inside)
        self.lives = LivesPicker(inside)
        self.notes = PointList(self.tr("&Det ni talar om"), LONGEST_TEXT, ranked=False, parent=inside)
        self.reveal = RevealButton(self.tr("Visa rösterna"), self.tr("Dölj rösterna"), size="sm")
        self.again = Button(self.tr("Rösta igen efter samtalet"), "secondary", "sm", icon_name="arrow-clockwise")
        self.majority = Button(self.tr("Majoritetens väg"), "tonal", "sm", icon_name="arrow-right")
        self.minority = Button(self.tr("Minoritetens väg"), "secondary", "sm", icon_name="arrow-right")
        self.turn_day = Button("", "tonal", "sm", icon_name="arrow-right", icon_after=True)
        self.back = Button(self.tr("Gå tillbaka ett steg"), "secondary", "sm", icon_name="arrow-u-up-left")
        self.part = Button(self.tr("Grupperna går egna vägar"), "secondary", "sm", icon_name="users-three")
        self.meet = Button(self.tr("Grupperna möts"), "tonal", "sm", icon_name="users-three")
        self._actions = self._make_actions()
        self._lay_out()
        self._connect()
        self.begin_at(self.voting)

    # Made when the groups first part, or while nobody waits.
    @cached_property
    def own_ways(self) -> OwnWays:
        ways = OwnWays(self.body.parentWidget())
        ways.went.connect(self._group_went)
        ways.back_wanted.connect(self._group_back)
        self.body.insertWidget(self.body.indexOf(self.told) + 1, ways)
        if self._state.apart:
            # At once and not when the event loop comes round: it is about to be given the keyboard.
            ways.show()
        else:
            show_when(ways, False)
        return ways

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        yield self._make_own_ways

    def _make_own_ways(self) -> None:
        if self._groups:
            self.own_ways.set_groups(self._groups)

    def show_state(self, state: TogetherState, context: ActivityContext) -> None:
        """Show where the room stands, its votes, its way, and what can be done next."""
        case = context.material
        if not isinstance(case, BranchingCase):
            return
        self._state, self._case, self._groups = state, case, context.groups
        self._told = told = story(case, state.choices, telling=state.telling)
        place = (state.choices, state.telling, state.apart)
        if place == self._place:
            self._show_all(told, context)
            return
        moved = self._place is not None
        self._place = place
        # Asked before anything is hidden: Qt hands the keyboard on to whatever comes next.
        follow = moved and self._works_with_keys()
        with laid_out_once(self, at_once=False):
            self._show_place(case, told)
            self._show_all(told, context)
        if moved:
            self.area.verticalScrollBar().setValue(0)
        if follow:
            self._focus_work()

    def commit_pending(self) -> None:
        self.notes.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    # -- what is shown
    def _show_all(self, told: Story, context: ActivityContext) -> None:
        state, case = self._state, self._case
        self._show_votes(told, context)
        if state.apart and case is not None:
            self.own_ways.show_state(case, state, context.groups)
        self.lives.show_ways(lived_ways(state, context), state.pair)
        self.notes.show_points([(note.id, note.text) for note in state.notes])
        self._show_tools(told, context)

    def _show_place(self, case: BranchingCase, told: Story) -> None:
        state = self._state
        self.situation.show_story(told)
        self.told.show_story(told)
        self.way.show_way(way_layout(case, fold(case, state.choices), told=state.telling))
        choosing = not state.telling and not told.end and not state.apart
        show_when(self.situation, not state.apart and not state.telling)
        show_when(self.voting, choosing)
        show_when(self.told, not state.apart)
        if state.apart or "own_ways" in self.__dict__:
            show_when(self.own_ways, state.apart)
        for part in (self.way_title, self.way):
            show_when(part, not state.apart)

    def _show_votes(self, told: Story, context: ActivityContext) -> None:
        state = self._state
        on_offer = [c.id for c in told.choices]
        self._votes = counts(state.ballot, state.counting, on_offer)
        before = counts(state.first, state.counting, on_offer) if state.first is not None else None
        if not state.telling and not told.end and not state.apart:
            groups = [(str(g.id), g.name) for g in context.groups]
            self.voting.show_votes(told.choices, self._votes, before, state.counting, groups, dict(state.ballot.groups))
        most, fewest = majority(self._votes), minority(self._votes)
        self.majority.setEnabled(len(most) == 1)
        self.minority.setEnabled(len(fewest) == 1)
        tied = most if len(most) > 1 else fewest if len(fewest) > 1 else ()
        numbers = self.tr(" och ").join(str(on_offer.index(choice) + 1) for choice in tied)
        words = self.tr("Lika många vill gå {numbers}. Välj väg med pilen på raden.").format(numbers=numbers)
        choosing = not state.telling and not told.end and not state.apart
        self.tie.setText(words if tied else "")
        show_when(self.tie, bool(tied) and choosing)

    def _show_tools(self, told: Story, context: ActivityContext) -> None:
        state = self._state
        choosing = not state.telling and not told.end and not state.apart
        second = state.first is not None
        self.shows.set_current(state.shows.value)
        self.shows.button(e.RoomShows.LIVES.value).setEnabled(state.pair is not None)
        self.shows.button(e.RoomShows.GROUPS.value).setEnabled(bool(state.ways))
        self.counting.set_current(state.counting.value)
        self.round.set_status(self.tr("Efter samtalet") if second else self.tr("Före samtalet"), "accent", "")
        self.reveal.set_shown(state.shown)
        self.again.setEnabled(not second and not state.ballot.is_empty)
        words = self.tr("Se hur det blev, dag {day}") if told.leads_to_end else self.tr("Vidare till dag {day}")
        self.turn_day.setText(words.format(day=told.next_day))
        for part, wanted in (
            (self.counting, choosing and bool(context.groups)),
            (self.round, choosing),
            (self.reveal, choosing),
            (self.again, choosing and not second),
            (self.majority, choosing),
            (self.minority, choosing),
            (self.turn_day, state.telling),
            (self.back, bool(state.choices) and not state.apart),
            (self.part, choosing and bool(context.groups)),
            (self.meet, state.apart),
        ):
            show_when(part, wanted)

    def _works_with_keys(self) -> bool:
        """Tell whether the keyboard is in the panel, and nothing is being written."""
        at = QApplication.focusWidget()
        return at is not None and self.isAncestorOf(at) and not self.notes.isAncestorOf(at)

    def _focus_work(self) -> None:
        """Give the keyboard to what the leader needs at a new place."""
        wanted: QWidget = self.voting
        if self._state.apart:
            wanted = self.own_ways
        elif self._state.telling:
            wanted = self.turn_day
        elif self._told is not None and self._told.end:
            wanted = self.back
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what the leader does
    @Slot(str, int)
    def _count(self, choice: str, count: int) -> None:
        self.proposed.emit(e.ChoiceHandsCounted(choice, count))
        place = list(self._votes).index(choice)
        self.area.ensureWidgetVisible(self.voting.rows[place])

    @Slot(str, str)
    def _group_chose(self, group: str, choice: str) -> None:
        self.proposed.emit(e.GroupChose(group, choice))
        self.area.ensureWidgetVisible(self.voting.groups[group])

    @Slot(str)
    def _go(self, choice: str) -> None:
        """Go a way that was picked on its row: of two that as many want, or any other."""
        votes = self.voting.votes()
        most, fewest = majority(votes), minority(votes)
        by = e.WayBy.MAJORITY if choice in most else e.WayBy.MINORITY if choice in fewest else e.WayBy.LEADER
        self.proposed.emit(e.RoomWentOn(choice, by))

    @Slot()
    def _go_with_majority(self) -> None:
        found = majority(self.voting.votes())
        if len(found) == 1 and self.majority.isVisibleTo(self):
            self.proposed.emit(e.RoomWentOn(found[0], e.WayBy.MAJORITY))

    @Slot()
    def _go_with_minority(self) -> None:
        found = minority(self.voting.votes())
        if len(found) == 1 and self.minority.isVisibleTo(self):
            self.proposed.emit(e.RoomWentOn(found[0], e.WayBy.MINORITY))

    @Slot()
    def _turn(self) -> None:
        if self._state.telling:
            self.proposed.emit(e.DayTurned())

    @Slot()
    def _step_back(self) -> None:
        if self._state.choices and not self._state.apart:
            self._wind_back(len(self._state.choices) - 1)

    @Slot(int)
    def _wind_back(self, step: int) -> None:
        self.proposed.emit(e.RoomWoundBack(step))

    @Slot()
    def _again(self) -> None:
        if self.again.isVisibleTo(self) and self.again.isEnabled():
            self.proposed.emit(e.SecondVoteOpened())
            self.voting.begin_anew()
            self.voting.setFocus()

    @Slot(bool)
    def _reveal(self, wanted: bool) -> None:
        self.proposed.emit(e.VotesShown(wanted))

    @Slot()
    def _toggle_votes(self) -> None:
        if self.reveal.isVisibleTo(self):
            self.reveal.click()

    @Slot()
    def _part_or_meet(self) -> None:
        for button in (self.part, self.meet):
            if button.isVisibleTo(self):
                self.proposed.emit(e.GroupsParted() if button is self.part else e.GroupsMet())
                return

    @Slot(str)
    def _turn_room(self, shows: str) -> None:
        self.proposed.emit(e.RoomTurned(e.RoomShows(shows)))

    @Slot(str)
    def _count_by(self, by: str) -> None:
        self.proposed.emit(e.CountingChosen(e.CountBy(by)))

    @Slot(object, object)
    def _compare(self, first: Choices, second: Choices) -> None:
        self.proposed.emit(e.LivesCompared(first, second))

    @Slot(str, str)
    def _note(self, note: str, text: str) -> None:
        node = self._told.node if self._told is not None else ""
        self.proposed.emit(e.TalkNoted(note, text, node))

    # -- parts
    def _lay_out(self) -> None:
        self.top = FlowRow(parent=self)
        for part in (
            RowPart(Label(self.tr("Rummet ser"), "small", "muted")),
            self.shows,
            self.counting,
            RowPart(self.round),
        ):
            self.top.add(part)
        # Room for the ring around what has the keyboard.
        self.body.setContentsMargins(4, 4, 8, 4)
        self.body.setSpacing(12)
        for inner in (
            self.situation,
            self.voting,
            self.tie,
            self.told,
            self.way_title,
            self.way,
            self.lives,
            self.notes,
        ):
            self.body.addWidget(inner)
        self.body.addStretch(1)
        bottom = FlowRow(parent=self)
        for button in (
            self.majority,
            self.minority,
            self.turn_day,
            self.meet,
            self.reveal,
            self.again,
            self.back,
            self.part,
        ):
            bottom.add(button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.top)
        self.column.addWidget(self.area, 1)
        self.column.addWidget(bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_top()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "column"):
            self._fit_top()

    def _fit_top(self) -> None:
        """Let what the room sees be chosen above the text, which it scrolls with where there is little height."""
        cramped = self.height() < theme.px(_ENOUGH, self)
        if cramped == (self.body.indexOf(self.top) >= 0):
            return
        if cramped:
            self.body.insertWidget(0, self.top)
        else:
            self.column.insertWidget(0, self.top)

    def _connect(self) -> None:
        self.shows.chosen.connect(self._turn_room)
        self.counting.chosen.connect(self._count_by)
        self.voting.hands.connect(self._count)
        self.voting.group_chose.connect(self._group_chose)
        self.voting.go_wanted.connect(self._go)
        self.way.picture.wind_back_wanted.connect(self._wind_back)
        self.lives.wanted.connect(self._compare)
        self.notes.written.connect(self._note)
        self.reveal.reveal_wanted.connect(self._reveal)
        self.again.clicked.connect(self._again)
        self.majority.clicked.connect(self._go_with_majority)
        self.minority.clicked.connect(self._go_with_minority)
        self.turn_day.clicked.connect(self._turn)
        self.back.clicked.connect(self._step_back)
        self.part.clicked.connect(self._part_or_meet)
        self.meet.clicked.connect(self._part_or_meet)

    @Slot(str, str)
    def _group_went(self, group: str, choice: str) -> None:
        self.proposed.emit(e.GroupWent(group, choice))

    @Slot(str, int)
    def _group_back(self, group: str, to_step: int) -> None:
        self.proposed.emit(e.GroupWoundBack(group, to_step))

    def _make_actions(self) -> list[QAction]:
        wanted = (
            (self.tr("Visa eller dölj rösterna"), "Ctrl+Shift+A", self._toggle_votes),
            (self.tr("Rösta igen efter samtalet"), "Ctrl+Shift+2", self._again),
            (self.tr("Majoritetens väg"), "Ctrl+Shift+J", self._go_with_majority),
            (self.tr("Minoritetens väg"), "Ctrl+Shift+N", self._go_with_minority),
            (self.tr("Vidare till nästa dag"), "Ctrl+Return", self._turn),
            (self.tr("Gå tillbaka ett steg"), "Alt+Left", self._step_back),
            (self.tr("Grupperna går egna vägar, eller möts"), "Ctrl+Shift+G", self._part_or_meet),
            (self.tr("Visa två liv i rummet"), "Ctrl+Shift+L", partial(self._ask_lives)),
        )
        actions = []
        for text, keys, slot in wanted:
            action = kind_action(self, text, keys)
            action.triggered.connect(slot)
            actions.append(action)
        return actions

    def _ask_lives(self, _checked: bool = False) -> None:
        self.lives.ask()
