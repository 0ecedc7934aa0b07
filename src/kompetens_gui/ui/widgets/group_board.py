"""Small groups as columns of people: made at random, changed by dragging, by keys or with buttons.

Knows nothing of sessions: it is given groups and people, and tells what the groups are after each change.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.workshop import groups as rules
from kompetens_gui.domain.workshop.plan import GroupId, Participant, ParticipantId, SmallGroup
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.even_grid import EvenGrid
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.group_column import GroupColumn
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.stepper import Stepper

LEAST_COLUMN = 200
USUAL_SIZE = 3


class GroupBoard(QWidget):
    """Signals: `groups_changed(tuple[SmallGroup, ...])` each time a person has changed something.

    With `keeps_out` those without group are not mixed in once there are groups: while a session runs they have left,
    or come late and are moved to a group by hand.
    """

    groups_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, keeps_out: bool = False) -> None:
        super().__init__(parent)
        self._keeps_out = keeps_out
        self._groups: rules.Groups = ()
        self._people: tuple[Participant, ...] = ()
        self._away: set[ParticipantId] = set()
        self._chosen: ParticipantId | None = None
        self._seed = 0
        self._locked = False
        self._columns: dict[GroupId, GroupColumn] = {}
        self.group_size = Stepper(self.tr("Personer i varje grupp"), USUAL_SIZE, minimum=2, maximum=12, parent=self)
        self.outcome = Label("", "small", "muted", wrap=True, parent=self)
        self.mix = Button(self.tr("Blanda"), "tonal", icon_name="arrows-clockwise", parent=self)
        self.mix.setToolTip(self.tr("Blandar yrken och enheter. Varje tryck ger en ny blandning."))
        self.new = Button(self.tr("Ny grupp"), "secondary", icon_name="plus", parent=self)
        self.back = IconButton("arrow-left", self.tr("Flytta till gruppen före (Ctrl+←)"), "secondary", parent=self)
        self.forth = IconButton("arrow-right", self.tr("Flytta till gruppen efter (Ctrl+→)"), "secondary", parent=self)
        self.out = IconButton("sign-out", self.tr("Ta ut ur gruppen (Delete)"), "secondary", parent=self)
        self.without = GroupColumn(self.tr("Utan grupp"), self)
        self.grid = EvenGrid(LEAST_COLUMN, parent=self)
        self._lay_out()
        self._join_list(self.without, None)

    def groups(self) -> rules.Groups:
        return self._groups

    def show_groups(self, groups: Sequence[SmallGroup], people: Sequence[Participant]) -> None:
        """Show groups and all people there are; those in no group stand in a column of their own."""
        first = not self._people
        self._groups, self._people = tuple(groups), tuple(people)
        left = {p.id for p in rules.ungrouped(self._groups, self._people)}
        self._away = left if self._keeps_out and len(left) < len(self._people) else self._away & left
        if first and self._groups:
            filled = [len(g.members) for g in self._groups if g.members]
            self.group_size.set_value(max(filled, default=USUAL_SIZE))
        self._show()

    def set_locked(self, locked: bool) -> None:
        """Let the groups only be read."""
        self._locked = locked
        self._show()

    # -- what a person does
    @Slot()
    def mix_groups(self) -> None:
        """Divide those who are here, with professions and units mixed; each time another way."""
        here = [p for p in self._people if p.id not in self._away]
        self._seed += 1
        number = rules.number_for_size(len(here), self.group_size.value())
        self._change(rules.mixed(here, number, self._seed, like=self._groups))

    def move_person(self, person: ParticipantId, columns: int, rows: int = 0) -> None:
        """Move somebody to the group so many columns and rows away; beyond the last one nothing happens."""
        if not self._groups or self._locked:
            return
        home = rules.group_of(self._groups, person)
        at = self._groups.index(home) if home else len(self._groups)
        to = at + columns + rows * self.grid.columns
        if 0 <= to < len(self._groups) and to != at:
            self._put(self._groups[to].id, person)

    def take_out(self, person: ParticipantId) -> None:
        """Let somebody be without group: gone home, or not to be mixed in."""
        if not self._locked and rules.group_of(self._groups, person) is not None:
            self._away.add(person)
            self._change(rules.without(self._groups, person), person)

    # -- inside
    def _lay_out(self) -> None:
        tools = FlowRow(parent=self)
        tools.add(RowPart(Label(self.tr("I varje grupp"), "label", "muted")))
        parts: tuple[QWidget, ...] = (self.group_size, self.mix, self.new, self.back, self.forth, self.out)
        for part in parts:
            tools.add(part)
        self.mix.clicked.connect(self.mix_groups)
        self.new.clicked.connect(self._add)
        self.group_size.value_changed.connect(self._show_outcome)
        self.back.clicked.connect(partial(self._step_chosen, -1))
        self.forth.clicked.connect(partial(self._step_chosen, 1))
        self.out.clicked.connect(self._take_chosen_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(tools)
        column.addWidget(self.outcome)
        column.addWidget(self.grid)
        column.addStretch(1)

    def _join_list(self, column: GroupColumn, group: GroupId | None) -> None:
        people = column.people
        people.dropped.connect(partial(self._dropped, group))
        people.step_wanted.connect(self._stepped)
        people.removal_wanted.connect(self._removal)
        people.neighbour_wanted.connect(partial(self._look_beside, column))
        people.currentItemChanged.connect(partial(self._choose_in, column))
        people.itemSelectionChanged.connect(partial(self._choose_in, column))

    def _show(self) -> None:
        by_id = {p.id: p for p in self._people}
        for gone in [g for g in self._columns if g not in {group.id for group in self._groups}]:
            column = self._columns.pop(gone)
            column.hide()
            column.deleteLater()
        for group in self._groups:
            column = self._columns.get(group.id) or self._new_column(group.id)
            column.show_group(group.name, [by_id[m] for m in group.members if m in by_id])
            column.set_locked(self._locked)
        left = rules.ungrouped(self._groups, self._people)
        self.without.show_group(self.tr("Utan grupp"), left)
        self.without.set_locked(self._locked)
        self.grid.show_widgets([*(self._columns[g.id] for g in self._groups), self.without])
        self.group_size.setEnabled(not self._locked)
        self.mix.setEnabled(not self._locked and bool(self._people))
        self.new.setEnabled(not self._locked and len(self._groups) < rules.MOST_GROUPS)
        self._show_outcome()
        self._show_chosen()
        self._set_tab_order()

    def _new_column(self, group: GroupId) -> GroupColumn:
        column = self._columns[group] = GroupColumn(parent=self.grid)
        column.renamed.connect(partial(self._rename, group))
        column.removed.connect(partial(self._remove, group))
        self._join_list(column, group)
        return column

    def _change(self, groups: rules.Groups, follow: ParticipantId | None = None) -> None:
        if self._locked or groups == self._groups:
            return
        self._groups = groups
        self._chosen = follow or self._chosen
        self._show()
        if follow is not None:
            self._column_of(follow).people.choose(follow)
        self.groups_changed.emit(groups)

    def _put(self, to: GroupId, person: ParticipantId) -> None:
        self._away.discard(person)
        self._change(rules.moved(self._groups, person, to), person)

    def _column_of(self, person: ParticipantId) -> GroupColumn:
        home = rules.group_of(self._groups, person)
        return self._columns[home.id] if home else self.without

    @Slot()
    def _show_outcome(self) -> None:
        here = len(self._people) - len(self._away)
        sizes = rules.group_sizes(here, rules.number_for_size(here, self.group_size.value()))
        if not sizes:
            words = self.tr("Lägg till deltagare först, eller gör tomma grupper med bord.")
        elif len(sizes) == 1:
            words = self.tr("Blanda ger en grupp med {size}.").format(size=sizes[0])
        elif sizes[0] == sizes[-1]:
            words = self.tr("Blanda ger {count} grupper med {size} i varje.").format(count=len(sizes), size=sizes[0])
        else:
            words = self.tr("Blanda ger {count} grupper: {large} med {size} och {small} med {less}.").format(
                count=len(sizes),
                large=sizes.count(sizes[0]),
                size=sizes[0],
                small=sizes.count(sizes[-1]),
                less=sizes[-1],
            )
        if self._away:
            words = self.tr("{words} De som är utan grupp blandas inte in.").format(words=words)
        self.outcome.setText(words)

    def _show_chosen(self) -> None:
        known = self._chosen is not None and any(p.id == self._chosen for p in self._people)
        movable = known and not self._locked and bool(self._groups)
        for button in (self.back, self.forth):
            button.setEnabled(movable)
        grouped = movable and self._chosen is not None and rules.group_of(self._groups, self._chosen) is not None
        self.out.setEnabled(grouped)

    def _choose_in(self, column: GroupColumn, *_items: object) -> None:
        chosen = column.people.chosen() if column.people.hasFocus() else None
        if chosen is not None:
            self._chosen = chosen
            self._show_chosen()

    def _dropped(self, group: GroupId | None, person: str) -> None:
        if group is None:
            self.take_out(ParticipantId(person))
        else:
            self._put(group, ParticipantId(person))

    @Slot(str, int, int)
    def _stepped(self, person: str, columns: int, rows: int) -> None:
        self.move_person(ParticipantId(person), columns, rows)

    @Slot(str)
    def _removal(self, person: str) -> None:
        self.take_out(ParticipantId(person))

    def _step_chosen(self, columns: int, _checked: bool = False) -> None:
        if self._chosen is not None:
            self.move_person(self._chosen, columns)

    @Slot()
    def _take_chosen_out(self) -> None:
        if self._chosen is not None:
            self.take_out(self._chosen)

    @Slot()
    def _add(self) -> None:
        self._change(rules.with_new(self._groups))

    def _rename(self, group: GroupId, name: str) -> None:
        self._change(rules.renamed(self._groups, group, name))

    def _remove(self, group: GroupId) -> None:
        self._change(rules.removed(self._groups, group))

    def _look_beside(self, column: GroupColumn, steps: int) -> None:
        those = [*(self._columns[g.id] for g in self._groups), self.without]
        at = those.index(column) + steps
        if 0 <= at < len(those):
            beside = those[at].people
            beside.setFocus(Qt.FocusReason.OtherFocusReason)
            if beside.currentRow() < 0 and beside.count():
                beside.setCurrentRow(0)

    def _set_tab_order(self) -> None:
        before: QWidget = self.out
        for column in [*(self._columns[g.id] for g in self._groups), self.without]:
            for part in (column.name, column.remove, column.people):
                QWidget.setTabOrder(before, part)
                before = part
