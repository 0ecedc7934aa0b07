"""Each group on its own: one group at a time is shown, with where it stands and the choices it has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.branching_together.state import Choices, TogetherState
from kompetens_gui.domain.activities.branching_together.story import ChoiceShown, story
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.workshop.plan import SmallGroup
from kompetens_gui.ui.activities.branching_together.situation import Situation
from kompetens_gui.ui.activities.hand_keys import hand_of
from kompetens_gui.ui.widgets.branching_words import change_word, day_name, track_name
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.option_row import OptionRow
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.story_parts import IconBox


class OwnWays(QFrame):
    """Signals: `went(group, choice)`, `back_wanted(group, to_step)`."""

    went = Signal(str, str)
    back_wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Gruppernas egna vägar"))
        self._case: BranchingCase | None = None
        self._state = TogetherState()
        self._groups: tuple[SmallGroup, ...] = ()
        self._shown: tuple[str, Choices] | None = None
        self._choices: tuple[ChoiceShown, ...] = ()
        self.group = ""
        self.which = FlowRow(parent=self)
        self.tabs: dict[str, Button] = {}
        self.effect = IconBox("arrow-right", self.tr("Så blev det av valet"), self)
        self.situation = Situation(self)
        self.rows: list[OptionRow] = []
        self.back = IconButton("arrow-u-up-left", self.tr("Gruppen går tillbaka ett steg"), "secondary", "sm")
        self.back.clicked.connect(self._go_back)
        self._row_column = QVBoxLayout()
        self._row_column.setSpacing(6)
        self._lay_out()

    def show_state(self, case: BranchingCase, state: TogetherState, groups: tuple[SmallGroup, ...]) -> None:
        self._case, self._state = case, state
        self.set_groups(groups)
        if self.group not in state.ways:
            self.group = next(iter(state.ways), "")
        for group in groups:
            self._show_tab(str(group.id))
        self._show_group()

    def set_groups(self, groups: tuple[SmallGroup, ...]) -> None:
        """Make what each group needs, while nobody waits for it."""
        if groups != self._groups:
            self._groups = groups
            self._make_tabs(groups)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number, down = hand_of(event)
        if 1 <= number <= len(self._choices) and not down:
            self.went.emit(self.group, self._choices[number - 1].id)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turn(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def turn(self, steps: int) -> None:
        """Show the next group, or the one before."""
        ids = list(self.tabs)
        if self.group in ids:
            self._choose(ids[(ids.index(self.group) + steps) % len(ids)])

    def _make_tabs(self, groups: tuple[SmallGroup, ...]) -> None:
        for old in self.tabs.values():
            old.hide()
            old.deleteLater()
        self.tabs = {}
        for group in groups:
            tab = self.tabs[str(group.id)] = Button(group.name, "secondary", "sm", parent=self.which)
            tab.setCheckable(True)
            tab.clicked.connect(partial(self._choose, str(group.id)))
            self.which.add(tab)

    def _show_tab(self, group: str) -> None:
        tab, case = self.tabs[group], self._case
        if case is None or group not in self._state.ways:
            return
        told = story(case, self._state.ways[group], telling=False)
        name = next(g.name for g in self._groups if str(g.id) == group)
        words = self.tr("{group}, framme") if told.end else self.tr("{group}, {day}")
        tab.setText(words.format(group=name, day=day_name(told.day).lower()))
        tab.setChecked(group == self.group)

    def _choose(self, group: str, _checked: bool = False) -> None:
        self.group = group
        for name, tab in self.tabs.items():
            tab.setChecked(name == group)
        self._show_group()

    def _show_group(self) -> None:
        case, way = self._case, self._state.ways.get(self.group)
        if case is None or way is None or (self.group, way) == self._shown:
            return
        self._shown = self.group, way
        told = story(case, way, telling=False)
        self._choices = told.choices
        self.situation.show_story(told)
        walked = len(way) > self._state.parted_at
        self.back.setEnabled(walked)
        self.effect.show_lines(self._effect(case, way) if walked else [])
        show_when(self.effect, walked)
        while len(self.rows) < len(told.choices):
            self._add_row()
        for place, row in enumerate(self.rows):
            show_when(row, place < len(told.choices))
            if place < len(told.choices):
                row.set_text(told.choices[place].text)
                row.set_detail(told.choices[place].detail)

    def _effect(self, case: BranchingCase, way: Choices) -> list[tuple[str, bool]]:
        """Say what the latest choice did: its meaning, and each track that moved."""
        told = story(case, way, telling=True)
        lines = [(told.feedback, False)]
        for moved in told.tracks:
            change = change_word(moved.before, moved.now).lower()
            lines.append((f"{track_name(moved.track)}: {change}. {moved.why}".strip(), True))
        return lines

    def _add_row(self) -> None:
        place = len(self.rows)
        row = OptionRow("", str(place + 1), "none", self)
        row.clicked.connect(partial(self._went, place))
        self._row_column.addWidget(row)
        self.rows.append(row)

    def _went(self, place: int, _checked: bool = False) -> None:
        self.went.emit(self.group, self._choices[place].id)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_back(self) -> None:
        self.back_wanted.emit(self.group, len(self._state.ways.get(self.group, ())) - 1)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.which)
        head = QHBoxLayout()
        hint = self.tr("Vänster och Höger byter grupp. 1–6 gör gruppens val.")
        head.addWidget(Label(hint, "small", "muted", wrap=True, parent=self), 1)
        head.addWidget(self.back)
        column.addLayout(head)
        column.addWidget(self.effect)
        column.addWidget(self.situation)
        column.addLayout(self._row_column)
