"""Hands counted for each option, and an option chosen for each group, with what the first round had beside."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from kompetens_gui.domain.activities.ballots import HIGHEST_COUNT, Ballot
from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import SmallGroup
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper


class BallotGrid(QFrame):
    """`counted(option, count)` and `placed(group, option)` are sent when a person does so; no option takes it back."""

    counted = Signal(str, int)
    placed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self._made_of: tuple[object, object] = ((), ())
        self.hands: dict[str, Stepper] = {}
        self.before: dict[str, Label] = {}
        self.choices: dict[str, QComboBox] = {}
        self.grid = QGridLayout(self)
        self.grid.setColumnStretch(0, 1)

    def show_options(self, options: Sequence[tuple[str, str]], groups: Sequence[SmallGroup]) -> None:
        """Lay out a row for each (id, word) and each group; done anew only when those have changed."""
        made_of = (tuple(options), tuple((g.id, g.name) for g in groups))
        if made_of == self._made_of:
            return
        self._made_of = made_of
        clear_layout(self.grid)
        self.grid.setColumnStretch(1, 1 if groups else 0)
        self.hands, self.before, self.choices = {}, {}, {}
        for row, (option, word) in enumerate(options):
            stepper = self.hands[option] = Stepper(word, maximum=HIGHEST_COUNT, parent=self)
            stepper.value_changed.connect(partial(self.counted.emit, option))
            before = self.before[option] = Label("", "small", "muted", parent=self)
            before.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.grid.addWidget(Label(word, "body-strong", wrap=True, parent=self), row, 0)
            self.grid.addWidget(before, row, 1)
            self.grid.addWidget(stepper, row, 2)
        for row, group in enumerate(groups, len(options)):
            choice = self.choices[group.id] = choice_box(self)
            choice.setAccessibleName(self.tr("{group} väljer").format(group=group.name))
            choice.addItem(self.tr("Inte valt"), "")
            for option, word in options:
                choice.addItem(word, option)
            choice.activated.connect(partial(self._place, group.id))
            self.grid.addWidget(Label(group.name, "body", parent=self), row, 0)
            self.grid.addWidget(choice, row, 1, 1, 2)

    def show_ballot(self, ballot: Ballot, first: Ballot | None) -> None:
        """Show how it stands; `first` is the first round's ballot while the second is counted."""
        for option, stepper in self.hands.items():
            stepper.set_value(ballot.hands.get(option, 0))
            earlier = first.hands.get(option, 0) if first else 0
            self.before[option].setText(self.tr("före: {count}").format(count=earlier) if earlier else "")
        for group, choice in self.choices.items():
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(ballot.groups.get(group, ""))))

    def _place(self, group: str, _index: int) -> None:
        self.placed.emit(group, str(self.choices[group].currentData() or ""))


def round_switch(parent: QWidget | None = None) -> SegmentedControl:
    """Give the choice between before and after the talk; its keys are the numbers of the rounds."""
    return SegmentedControl(
        translate("Ballot", "Omgång"),
        [
            (str(int(Round.FIRST)), translate("Ballot", "Före samtalet")),
            (str(int(Round.SECOND)), translate("Ballot", "Efter samtalet")),
        ],
        parent=parent,
    )
