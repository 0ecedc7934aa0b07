"""Hands counted for each place, or a place chosen for each group, in two rounds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.sorting import (
    HIGHEST_COUNT,
    KIND,
    HandsCounted,
    ReasonsShown,
    RoundChosen,
    SituationPlaced,
    SituationShown,
    SortingState,
)
from kompetens_gui.domain.material.sorting import Bin, SortedItem, Sorting
from kompetens_gui.domain.workshop.plan import SmallGroup
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton, flowing
from kompetens_gui.ui.activities.stepping import StepHead
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper


class SortingLeader(LeaderPanel):
    """Puts situations where the room would have them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SortingState()
        self._item: SortedItem | None = None
        self._bins: tuple[Bin, ...] = ()
        self._groups: tuple[SmallGroup, ...] = ()
        self.head = StepHead(self.tr("Förra situationen (Alt+←)"), self.tr("Nästa situation (Alt+→)"))
        self.head.stepped.connect(self._step)
        self.round = SegmentedControl(
            self.tr("Omgång"),
            [(str(int(Round.FIRST)), self.tr("Före samtalet")), (str(int(Round.SECOND)), self.tr("Efter samtalet"))],
        )
        self.round.chosen.connect(self._choose_round)
        self.head.row.insertWidget(1, self.round)
        self.question = Label("", "small", "muted", wrap=True)
        self.situation = Heading("", "h2")
        self.ballot = QFrame(self)
        self.ballot.setProperty("card", "inner")
        self.grid = QGridLayout(self.ballot)
        self.hands: dict[str, Stepper] = {}
        self.before: dict[str, Label] = {}
        self.choices: dict[str, QComboBox] = {}
        self.private = PrivateBox()
        self.reveal = RevealButton(self.tr("Visa skälen i rummet"), self.tr("Dölj skälen"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private.head.addWidget(self.reveal)
        self.reasons = Label("", "small", wrap=True)
        self.notes = Label("", "small", "muted", wrap=True)
        self.private.body.addWidget(self.reasons)
        self.private.body.addWidget(self.notes)
        self._actions = self._make_actions()
        area, body = side_scroll(self)
        for part in (self.question, self.situation, self.ballot, self.private):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)

    def show_state(self, state: SortingState, context: ActivityContext) -> None:
        """Show the situation at hand with what has been counted."""
        material = context.material
        if not isinstance(material, Sorting):
            self.situation.setText(self.tr("Materialet saknas. Välj ett i planen."))
            return
        self._state = state
        self._item = item = KIND.item(state, context)
        self._show_ballot(material.bins, context.groups)
        self.head.show_place(self.tr("Situation {number} av {count}"), material.items.index(item), len(material.items))
        self.round.set_current(str(int(state.round)))
        self.question.setText(material.question)
        self.situation.setText(item.text)
        answers, first = state.of(state.round, item.id), state.of(Round.FIRST, item.id)
        for bin_, stepper in self.hands.items():
            stepper.set_value(answers.hands.get(bin_, 0))
            later = state.round is Round.SECOND and first.hands.get(bin_, 0)
            self.before[bin_].setText(self.tr("före: {count}").format(count=later) if later else "")
        for group, choice in self.choices.items():
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(answers.groups.get(group, ""))))
        titles = {b.id: b.title for b in material.bins}
        self.reasons.setText(
            "\n".join(
                f"{titles[r.bin]} ({self._weight(r.reasonable)}): {r.text}" for r in item.reasons if r.bin in titles
            )
        )
        self.notes.setText(flowing(material.leader_notes))
        self.notes.setVisible(bool(material.leader_notes))
        self.reveal.set_shown(item.id in state.revealed)

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _weight(self, reasonable: bool) -> str:
        return self.tr("rimligt") if reasonable else self.tr("mindre rimligt")

    def _show_ballot(self, bins: tuple[Bin, ...], groups: tuple[SmallGroup, ...]) -> None:
        """Lay out rows for places and groups; done anew only when those have changed."""
        if (bins, groups) == (self._bins, self._groups):
            return
        self._bins, self._groups = bins, groups
        clear_layout(self.grid)
        self.hands, self.before, self.choices = {}, {}, {}
        for row, bin_ in enumerate(bins):
            stepper = self.hands[bin_.id] = Stepper(bin_.title, maximum=HIGHEST_COUNT)
            stepper.value_changed.connect(partial(self._count, bin_.id))
            before = self.before[bin_.id] = Label("", "small", "muted")
            before.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.grid.addWidget(Label(bin_.title, "body-strong", wrap=True), row, 0)
            self.grid.addWidget(before, row, 1)
            self.grid.addWidget(stepper, row, 2)
        for row, group in enumerate(groups, len(bins)):
            choice = self.choices[group.id] = choice_box()
            choice.setAccessibleName(self.tr("{group} lägger den i").format(group=group.name))
            choice.addItem(self.tr("Inte valt"), "")
            for bin_ in bins:
                choice.addItem(bin_.title, bin_.id)
            choice.activated.connect(partial(self._place, group.id))
            self.grid.addWidget(Label(group.name, "body"), row, 0)
            self.grid.addWidget(choice, row, 1, 1, 2)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

    def _step(self, steps: int) -> None:
        self.proposed.emit(SituationShown(self._state.situation + steps))

    def _count(self, bin_: str, count: int) -> None:
        if self._item is not None:
            self.proposed.emit(HandsCounted(self._state.round, self._item.id, bin_, count))

    def _place(self, group: str, _index: int) -> None:
        if self._item is not None:
            bin_ = str(self.choices[group].currentData())
            self.proposed.emit(SituationPlaced(self._state.round, self._item.id, group, bin_))

    @Slot(str)
    def _choose_round(self, key: str) -> None:
        self.proposed.emit(RoundChosen(Round(int(key))))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        if self._item is not None:
            self.proposed.emit(ReasonsShown(self._item.id, shown))

    def _toggle_reasons(self) -> None:
        if self._item is not None:
            self._reveal(self._item.id not in self._state.revealed)

    def _other_round(self) -> None:
        later = self._state.round is Round.FIRST
        self.proposed.emit(RoundChosen(Round.SECOND if later else Round.FIRST))

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra situationen"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa situation"), "Alt+Right")
        reasons = kind_action(self, self.tr("Visa eller dölj skälen"), "Ctrl+Shift+F")
        rounds = kind_action(self, self.tr("Före eller efter samtalet"), "Ctrl+Shift+2")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        reasons.triggered.connect(self._toggle_reasons)
        rounds.triggered.connect(self._other_round)
        return [earlier, later, reasons, rounds]
