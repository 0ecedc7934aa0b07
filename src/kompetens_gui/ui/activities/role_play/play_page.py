"""The run screen: the roles and the cards for when it gets stuck, beside them what was seen and the debrief."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.role_play.events import (
    LEADER,
    DebriefRoundShown,
    GroupLookedAt,
    RoomShows,
    RoomTurned,
    StuckCardShown,
    TurnMarked,
    WoundBack,
)
from kompetens_gui.domain.activities.role_play.room import counted, observed, scaled
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.ui.activities.role_play.card_grid import CardGrid
from kompetens_gui.ui.activities.role_play.dots import ObservedRow
from kompetens_gui.ui.activities.role_play.role_card import RoleCardView
from kompetens_gui.ui.activities.role_play.text_card import TextCard
from kompetens_gui.ui.activities.role_play.turns_card import TurnsCard
from kompetens_gui.ui.activities.role_play.words import numbers_said, ratings_said
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box, side_scroll
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_top

LEAST_CARDS, SIDE_WIDTH, GAP = 560, 344, 16


class PlayPage(QWidget):
    """Both columns where there is room for them; else one at a time.

    Signals: `proposed(event)`, `casting_wanted()`, `widened(bool)` when both columns have come to fit or no longer do.
    """

    proposed = Signal(object)
    casting_wanted = Signal()
    widened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._play: RolePlay | None = None
        self._given = RolePlayState()
        self._names: dict[str, str] = {}
        self._wide = False
        self._side_wanted = False
        self._seen_shown = False
        self.roles: list[RoleCardView] = []
        self.stuck: list[TextCard] = []
        self.steps: list[TextCard] = []
        self.observed: list[ObservedRow] = []
        self.left, left = side_scroll(self)
        self.say = Label("", "dense", "muted", wrap=True, parent=self.left)
        self.role_grid = CardGrid(240, 3, GAP, self.left)
        self.turns = TurnsCard(self.left)
        self.stuck_card = Card(dense=True, parent=self.left)
        self.stuck_card.add(Heading(self.tr("Om samtalet fastnar"), "h3", parent=self.stuck_card))
        self.stuck_grid = CardGrid(150, 4, 12, self.stuck_card)
        self.stuck_card.add(self.stuck_grid)
        for part in (self.say, self.role_grid, self.stuck_card, self.turns):
            left.addWidget(part)
        left.setSpacing(GAP)
        left.addStretch(1)
        self.right, right = side_scroll(self)
        self.columns = ResponsiveColumns(parent=self.right)
        self.seen = Card(dense=True, parent=self.columns)
        self.seen_title = Heading(self.tr("Observatörerna har sett"), "h2", parent=self.seen)
        self.seen_count = Label("", "small", "muted", parent=self.seen)
        self.show_seen = Button(self.tr("Visa i rummet"), "secondary", "sm", icon_name="eye", parent=self.seen)
        self.show_seen.clicked.connect(self._show_seen)
        head = QHBoxLayout()
        head.addWidget(self.seen_title, 1)
        head.addWidget(self.seen_count)
        self.seen.body.addLayout(head)
        self.seen_rows = QVBoxLayout()
        self.seen_rows.setSpacing(0)
        self.seen.body.addLayout(self.seen_rows)
        self.seen_group = choice_box(self.seen)
        self.seen_group.setAccessibleName(self.tr("Grupp vars blad syns här och i rummet"))
        self.seen_group.setMinimumContentsLength(14)
        self.seen_group.activated.connect(self._look_at)
        self.seen_group.setVisible(False)
        under = FlowRow(8, self.seen)
        under.add(self.show_seen)
        under.add(self.seen_group)
        self.seen.body.addWidget(under)
        self.debrief = Card(dense=True, parent=self.columns)
        self.debrief.add(Heading(self.tr("Eftersamtal"), "h2", parent=self.debrief))
        self.step_rows = QVBoxLayout()
        self.step_rows.setSpacing(8)
        self.debrief.body.addLayout(self.step_rows)
        self.notes_place = QVBoxLayout()
        self.debrief.body.addLayout(self.notes_place)
        right.setSpacing(GAP)
        seen, debrief = QWidget(self.columns), QWidget(self.columns)
        for holder, card in ((seen, self.seen), (debrief, self.debrief)):
            inside = at_top(card)
            inside.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(inside)
            self.columns.add_column(holder, 280)
        right.addWidget(self.columns)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.left, 1)
        row.addWidget(self.right, 0)
        self.turns.written.connect(self._write_turn)
        self.turns.back_wanted.connect(self._wind_back)

    @property
    def is_wide(self) -> bool:
        return self._wide

    def show_side(self, wanted: bool) -> None:
        """Choose the column to see where there is no room for both."""
        self._side_wanted = wanted
        self._fit()
        self._show_beside()

    def show_state(self, play: RolePlay, state: RolePlayState, context: ActivityContext) -> None:
        """Show everything; rows are made once for a role play and then only brought up to date."""
        if play is not self._play:
            self._play = play
            self._make(play)
            self._make_beside(play)
        self._given, self._names = state, {str(g.id): g.name for g in context.groups}
        self.say.setText(play.phases[state.phase].leader)
        self._show_roles(play, state, context)
        self.turns.show_turns(state.turns, play.phases)
        for index, card in enumerate(self.stuck):
            card.set_shown(state.shows == RoomShows.STUCK and state.stuck == index)
        self._show_beside()

    def _show_beside(self) -> None:
        """Bring the column to the right up to date, if it is seen."""
        play, state = self._play, self._given
        if play is None or not (self._wide or self._side_wanted):
            return
        for index, card in enumerate(self.steps):
            card.set_shown(state.shows == RoomShows.DEBRIEF and state.step == index)
        self._show_groups(state)
        seen = state.of_group(state.group_seen)
        self.seen_count.setText(self.tr("{n} blad").format(n=len(seen.observers)))
        self._show_seen_rows(play, seen)
        shown = state.shows == RoomShows.OBSERVATIONS
        self.show_seen.setText(self.tr("Dölj i rummet") if shown else self.tr("Visa i rummet"))
        self._seen_shown = shown

    def commit(self) -> None:
        self.turns.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "turns"):
            self._fit()

    def _fit(self) -> None:
        side = theme.px(SIDE_WIDTH, self)
        wide = self.width() >= theme.px(LEAST_CARDS, self) + side + GAP
        self.left.setVisible(wide or not self._side_wanted)
        self.right.setVisible(wide or self._side_wanted)
        self.right.setMinimumWidth(side if wide else 0)
        self.right.setMaximumWidth(side if wide else 16_777_215)
        if wide != self._wide:
            self._wide = wide
            self._show_beside()
            self.widened.emit(wide)

    def _make(self, play: RolePlay) -> None:
        self.role_grid.clear()
        self.roles = [RoleCardView(role, self.role_grid) for role in play.roles]
        for view in self.roles:
            view.casting_wanted.connect(self.casting_wanted)
            self.role_grid.add(view)
        self.stuck_grid.clear()
        self.stuck = [TextCard(words, parent=self.stuck_grid) for words in play.stuck]
        for index, card in enumerate(self.stuck):
            card.clicked.connect(partial(self._press_stuck, index))
            self.stuck_grid.add(card)
        self.stuck_card.setVisible(bool(play.stuck))

    def _make_beside(self, play: RolePlay) -> None:
        earlier: list[QWidget] = [*self.observed, *self.steps]
        for row in earlier:
            row.hide()
            row.deleteLater()
        texts = [(i.text, i.must_do) for i in play.protocol.items]
        texts += [(c.text, False) for c in play.protocol.counts]
        texts += [(c.text, False) for c in play.protocol.scales]
        self.observed = [ObservedRow(text, self.seen, must_do=must) for text, must in texts]
        for seen in self.observed:
            self.seen_rows.addWidget(seen)
        self.steps = []
        for number, step in enumerate(play.debrief, 1):
            words = "\n".join((step.who, *step.questions))
            card = TextCard(words, number=number, above=step.title, parent=self.debrief)
            card.clicked.connect(partial(self._press_step, number - 1))
            self.steps.append(card)
            self.step_rows.addWidget(card)

    def _show_roles(self, play: RolePlay, state: RolePlayState, context: ActivityContext) -> None:
        names = {p.id: p.name for p in context.participants} | {LEADER: self.tr("Du som leder")}
        level = next((known for known in play.levels if known.level == state.level), None)
        changes = {c.role: c.text for c in level.changes} if level else {}
        for view in self.roles:
            players = [names[c.participant] for c in state.cast if c.role == view.role.id and c.participant in names]
            view.show_play(", ".join(players), changes.get(view.role.id, ""))

    def _show_groups(self, state: RolePlayState) -> None:
        """Let the leader choose whose sheets are seen, where there are sheets about several groups."""
        groups = state.groups_with_sheets
        if groups != tuple(self.seen_group.itemData(i) for i in range(self.seen_group.count())):
            self.seen_group.clear()
            for group in groups:
                self.seen_group.addItem(self._names.get(group, self.tr("Alla tillsammans")), group)
        self.seen_group.setCurrentIndex(self.seen_group.findData(state.group_seen))
        self.seen_group.setVisible(len(groups) > 1)

    def _show_seen_rows(self, play: RolePlay, state: RolePlayState) -> None:
        rows = iter(self.observed)
        for item in observed(play, state):
            next(rows).show_ratings(item.ratings, item.own, ratings_said(item.ratings, item.own))
        for count in counted(play, state):
            next(rows).show_ratings(count.times, count.own, numbers_said(count.times, count.own), as_numbers=True)
        for scale in scaled(play, state):
            next(rows).show_ratings(scale.values, scale.own, numbers_said(scale.values, scale.own), as_numbers=True)

    def _press_stuck(self, index: int, _checked: bool = False) -> None:
        shown = self.stuck[index].is_shown
        self.proposed.emit(RoomTurned(RoomShows.PHASE) if shown else StuckCardShown(index))

    def _press_step(self, index: int, _checked: bool = False) -> None:
        shown = self.steps[index].is_shown
        self.proposed.emit(RoomTurned(RoomShows.PHASE) if shown else DebriefRoundShown(index))

    def _show_seen(self) -> None:
        self.proposed.emit(RoomTurned(RoomShows.PHASE if self._seen_shown else RoomShows.OBSERVATIONS))

    def _look_at(self) -> None:
        self.proposed.emit(GroupLookedAt(str(self.seen_group.currentData())))

    def _write_turn(self, turn: str, text: str) -> None:
        self.proposed.emit(TurnMarked(turn, text))

    def _wind_back(self, turn: str) -> None:
        self.proposed.emit(WoundBack(turn))
