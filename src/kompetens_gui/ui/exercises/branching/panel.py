"""A life, choice by choice: what is told, what the choice did, the way on the map, and two lives side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.branching_way import way_layout
from kompetens_gui.domain.exercises.branching import LivingState, LivingView, WayTaken, WoundBack
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.branching.comparison import ComparisonPage
from kompetens_gui.ui.exercises.branching.scene import Phase, Scene, scene
from kompetens_gui.ui.exercises.branching.situation import SituationCard
from kompetens_gui.ui.exercises.branching.tracks_card import TracksCard
from kompetens_gui.ui.exercises.option_list import number_of
from kompetens_gui.ui.exercises.scrolling import scroll_to_top_of
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.way_map import WayMap

MAIN_WIDTH, TRACKS_WIDTH = 520, 356
_USUAL_CHOICES = 4


class BranchingPanel(ExercisePanel):
    """Shows a scene; after a choice that choice is told until the learner goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt: Attempt | None = None
        self._steps = 0
        self._telling = False
        self._comparing = False
        # An answer takes a moment to be kept: until then a second press must not choose again at the next place.
        self._waiting = False
        self.life = QWidget(self)
        self.columns = ResponsiveColumns(parent=self.life)
        self.situation = SituationCard(self.columns)
        self.tracks = TracksCard(self.columns)
        self.way_card = Card(self.tr("Er väg"), parent=self.life)
        self.way = WayMap(self.way_card)
        self._comparison: ComparisonPage | None = None
        self._lay_out()
        self._connect()

    # -- the panel
    def show_attempt(self, attempt: Attempt) -> None:
        first = self._attempt is None
        self._attempt, self._waiting = attempt, False
        steps = len(self._view.steps)
        changed = steps != self._steps
        if changed:
            # A choice made in this window is told first; one made before the window opened has been told already.
            self._telling = steps == self._steps + 1 and not first
        self._steps = steps
        self._show(move=changed and not first)

    @property
    def comparison(self) -> ComparisonPage:
        """Two lives side by side; made when it is first wanted, or when nobody waits."""
        if self._comparison is None:
            self._comparison = ComparisonPage(self)
            show_when(self._comparison, False)
            self._column.addWidget(self._comparison)
        return self._comparison

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        yield from self.situation.options.making_rows(_USUAL_CHOICES)
        if self._comparison is None and self._attempt is not None and self._view.can_compare:
            yield lambda: self.comparison

    def primary(self) -> PrimaryAction | None:
        if self._attempt is None:
            return None
        if self._comparing:
            return PrimaryAction(self.tr("Tillbaka till fallet"), self.show_life)
        shown = self._scene()
        if shown.phase == Phase.CHOOSING:
            can_choose = not self._waiting and bool(self.situation.options.current())
            return PrimaryAction(self.tr("Gör valet"), self._choose, can_choose)
        if shown.phase == Phase.TOLD:
            words = self.tr("Se hur det blev, dag {day}") if shown.leads_to_end else self.tr("Vidare till dag {day}")
            return PrimaryAction(words.format(day=shown.next_day), self._go_on)
        return None

    def first_focus(self) -> QWidget | None:
        if self._comparing:
            return self.comparison.first
        ended = self._attempt is not None and self._scene().phase == Phase.END
        return self.situation.end_title if ended else self.situation.options.first()

    # -- what a person wants
    @Slot()
    def step_back(self) -> None:
        """Go back to the latest choice, to make it anew."""
        if self._attempt is not None and self._steps and not self._comparing:
            self.wind_back(self._steps - 1)

    @Slot()
    def start_over(self) -> None:
        self.wind_back(0)

    @Slot(int)
    def wind_back(self, step: int) -> None:
        """Go back to where only the first `step` choices were made."""
        self.proposed.emit(WoundBack(step))

    @Slot()
    def compare(self) -> None:
        """Lay two lives side by side."""
        if self._view.can_compare:
            self._show_comparison(True)

    @Slot()
    def show_life(self) -> None:
        """Go back from the comparison to the life."""
        self._show_comparison(False)

    # -- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = number_of(event)
        if self._comparing or number < 1 or not self.situation.options.press(number):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_attempt", None) is not None:
            self._show_way(self._scene())

    # -- helpers
    @property
    def _view(self) -> LivingView:
        assert self._attempt is not None
        view: LivingView = self._attempt.view
        return view

    @property
    def _case(self) -> BranchingCase:
        assert self._attempt is not None
        case: BranchingCase = self._attempt.started.content
        return case

    @property
    def _state(self) -> LivingState:
        assert self._attempt is not None
        state: LivingState = self._attempt.state
        return state

    def _scene(self) -> Scene:
        return scene(self._case, self._state.now, self._view, telling=self._telling)

    def _choose(self) -> None:
        chosen = self.situation.options.current()
        if chosen and not self._waiting:
            self._waiting = True
            self.primary_changed.emit()
            self.proposed.emit(WayTaken(chosen))

    def _go_on(self) -> None:
        self._telling = False
        self._show(move=True)
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    def _show(self, *, move: bool) -> None:
        view, shown = self._view, self._scene()
        self.situation.show_scene(self._case, shown, can_compare=view.can_compare)
        self.tracks.show_scene(shown)
        self._show_way(shown)
        if self._comparing:
            self.comparison.show_lives(self._case, view)
        if move and not self._comparing:
            told_below = shown.phase == Phase.TOLD and self.columns.is_folded()
            scroll_to_top_of(self.tracks if told_below else self)
        self.primary_changed.emit()

    def _show_way(self, shown: Scene) -> None:
        self.way.show_way(way_layout(self._case, self._state.now, told=shown.phase == Phase.TOLD))

    def _show_comparison(self, wanted: bool) -> None:
        self._comparing = wanted
        if wanted:
            self.comparison.show_lives(self._case, self._view)
        show_when(self.life, not wanted)
        if wanted or self._comparison is not None:
            show_when(self.comparison, wanted)
        first = self.first_focus()
        if first is not None:
            first.setFocus()
        scroll_to_top_of(self)
        self.primary_changed.emit()

    def _lay_out(self) -> None:
        self.columns.add_column(self.situation, MAIN_WIDTH)
        self.columns.add_column(self.tracks, TRACKS_WIDTH, 0)
        self.way_card.body.setSpacing(8)
        self.way_card.add_to_head(Label(self.tr("Streckade vägar är val ni inte gjorde"), "small", "muted"))
        self.way_card.add(self.way)
        lived = QVBoxLayout(self.life)
        lived.setContentsMargins(0, 0, 0, 0)
        lived.setSpacing(24)
        lived.addWidget(self.columns, 1)
        lived.addWidget(self.way_card)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.life)

    def _connect(self) -> None:
        self.situation.picked.connect(self.primary_changed)
        self.situation.back_wanted.connect(self.step_back)
        self.situation.start_over_wanted.connect(self.start_over)
        self.situation.compare_wanted.connect(self.compare)
        self.way.picture.wind_back_wanted.connect(self.wind_back)
        back = kind_action(self, self.tr("Gå tillbaka ett steg"), "Alt+Left")
        back.triggered.connect(self.step_back)
