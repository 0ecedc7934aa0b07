"""The choices with their votes: hands counted one by one, or one choice for each group."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.branching_together.events import CountBy
from kompetens_gui.domain.activities.branching_together.rules import HIGHEST_COUNT
from kompetens_gui.domain.activities.branching_together.story import ChoiceShown
from kompetens_gui.ui.activities.group_row import GroupRow
from kompetens_gui.ui.activities.hand_keys import hand_of
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.labels import Kbd, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import Bar
from kompetens_gui.ui.widgets.stepper import Stepper

_USUAL = 3


class ChoiceRow(QWidget):
    """One choice: its number, words and votes. Signals: `counted(int)`, `go_wanted()`."""

    counted = Signal(int)
    go_wanted = Signal()

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "dense-strong", wrap=True, parent=self)
        self.detail = Label("", "small", "muted", wrap=True, parent=self)
        self.bar = Bar(parent=self)
        self.votes = Label("", "small", "muted", parent=self)
        self.count = Stepper("", maximum=HIGHEST_COUNT, parent=self)
        self.count.value_changed.connect(self.counted)
        self.go = IconButton("arrow-right", "", "secondary", "sm", parent=self)
        self.go.clicked.connect(self.go_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.words, self.detail, self.bar):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Kbd(str(number), parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for tool in (self.votes, self.count, self.go):
            row.addWidget(tool, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_choice(self, choice: ChoiceShown, count: int, before: int | None, most: int, by: CountBy) -> None:
        self.words.setText(choice.text)
        self.detail.setText(choice.detail)
        show_when(self.detail, bool(choice.detail))
        self.count.set_name(choice.text)
        self.count.set_value(count)
        show_when(self.count, by == CountBy.HANDS)
        self.bar.set_share(count / max(1, most))
        votes = "" if by == CountBy.HANDS else self._groups_words(count)
        if before is not None:
            votes = ", ".join(filter(None, (self.tr("före: {count}").format(count=before), votes)))
        self.votes.setText(votes)
        name = self.tr("Gå den här vägen: {choice}").format(choice=choice.text)
        self.go.setAccessibleName(name)
        self.go.setToolTip(name)

    def _groups_words(self, count: int) -> str:
        return self.tr("1 grupp") if count == 1 else self.tr("{count} grupper").format(count=count)


class VotingCard(QFrame):
    """Signals: `hands(choice, count)`, `group_chose(group, choice)` (empty: taken back), `go_wanted(choice)`."""

    hands = Signal(str, int)
    group_chose = Signal(str, str)
    go_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Rösterna"))
        self._choices: tuple[ChoiceShown, ...] = ()
        self._by = CountBy.HANDS
        self._made: tuple[tuple[tuple[str, str], ...], int] = ((), 0)
        self._picked: dict[str, str] = {}
        self.rows: list[ChoiceRow] = []
        self.groups: dict[str, GroupRow] = {}
        self.hint = Label("", "small", "muted", wrap=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 12, 12, 12)
        self._column.setSpacing(10)
        self._choice_column, self._group_column = QVBoxLayout(), QVBoxLayout()
        self._choice_column.setSpacing(12)
        self._group_column.setSpacing(6)
        self._column.addLayout(self._choice_column)
        self._column.addLayout(self._group_column)
        self._column.addWidget(self.hint)
        for place in range(_USUAL):
            self._add_row(place)

    def show_votes(
        self,
        choices: tuple[ChoiceShown, ...],
        counts: dict[str, int],
        before: dict[str, int] | None,
        by: CountBy,
        groups: Sequence[tuple[str, str]],
        picked: dict[str, str],
    ) -> None:
        """Show the choices on offer with their votes; `groups` are (id, name), `picked` their choices."""
        self._choices, self._by, self._picked = choices, by, picked
        while len(self.rows) < len(choices):
            self._add_row(len(self.rows))
        most = max(counts.values(), default=0)
        for place, row in enumerate(self.rows):
            show_when(row, place < len(choices))
            if place < len(choices):
                choice = choices[place]
                earlier = before.get(choice.id, 0) if before is not None else None
                row.show_choice(choice, counts.get(choice.id, 0), earlier, most, by)
        self._show_groups(tuple(groups) if by == CountBy.GROUPS else (), len(choices))
        self.hint.setText(
            self.tr("1–6 ger nästa grupp utan val det valet. På gruppens rad byter de val, Delete tar bort.")
            if by == CountBy.GROUPS
            else self.tr("1–6 lägger till en hand, med Skift tar de bort.")
        )

    def votes(self) -> dict[str, int]:
        """Return the votes of every choice on offer, also those the session has not answered for yet."""
        if self._by == CountBy.GROUPS:
            picked = list(self._picked.values())
            return {choice.id: picked.count(choice.id) for choice in self._choices}
        return {choice.id: row.count.value() for choice, row in zip(self._choices, self.rows, strict=False)}

    def begin_anew(self) -> None:
        """Take all votes away at once: those of a new vote may come before the session has answered."""
        self._picked = {}
        for row in self.rows:
            row.count.set_value(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number, down = hand_of(event)
        if not 1 <= number <= len(self._choices):
            super().keyPressEvent(event)
        elif self._by == CountBy.HANDS:
            self.rows[number - 1].count.step_by(-1 if down else 1)
        else:
            waiting = next((g for g in self.groups if not self._picked.get(g)), None)
            if waiting is not None and not down:
                self._group_chose(waiting, number - 1)

    def _add_row(self, place: int) -> None:
        row = ChoiceRow(place + 1, self)
        row.counted.connect(partial(self._count, place))
        row.go_wanted.connect(partial(self._go, place))
        self._choice_column.addWidget(row)
        self.rows.append(row)

    def _show_groups(self, groups: tuple[tuple[str, str], ...], count: int) -> None:
        if (groups, count) != self._made:
            self._made = (groups, count)
            for old in self.groups.values():
                self._group_column.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.groups = {}
            for group, name in groups:
                row = self.groups[group] = GroupRow(name, count, self)
                row.chosen.connect(partial(self._group_chose, group))
                self._group_column.addWidget(row)
        places = {choice.id: place for place, choice in enumerate(self._choices)}
        for group, row in self.groups.items():
            row.show_pick(places.get(self._picked.get(group, ""), -1))

    def _count(self, place: int, count: int) -> None:
        self.hands.emit(self._choices[place].id, count)

    def _go(self, place: int) -> None:
        self.go_wanted.emit(self._choices[place].id)

    def _group_chose(self, group: str, place: int) -> None:
        choice = self._choices[place].id if 0 <= place < len(self._choices) else ""
        if choice != self._picked.get(group, ""):
            # Known here at once: the next digit may come before the session has answered, and is the next group's.
            self._picked[group] = choice
            self.group_chose.emit(group, choice)
