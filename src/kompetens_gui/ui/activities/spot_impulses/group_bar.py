"""Whose answers the leader is typing in: one button for each group, with how many marks it has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow


class GroupBar(FlowRow):
    """`chosen(group)` is sent when a person picks another group."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Vilken grupp som markerar"))
        self._groups: tuple[tuple[str, str], ...] = ()
        self.buttons: dict[str, Button] = {}
        self.current = ""

    def show_groups(self, groups: Sequence[tuple[str, str]], states: dict[str, str]) -> None:
        """Show (id, name) of each group, and in a word or number how far it has come."""
        if tuple(groups) != self._groups:
            self._make(tuple(groups))
        for number, (group, name) in enumerate(self._groups, 1):
            state = states.get(group, "")
            button = self.buttons[group]
            button.setText(f"{number}. {name} ({state})" if state else f"{number}. {name}")
            button.setChecked(group == self.current)

    def pick(self, number: int) -> bool:
        """Pick a group by its number, from 1; tells whether there is one."""
        if not 1 <= number <= len(self._groups):
            return False
        self._choose(self._groups[number - 1][0])
        return True

    def turn(self) -> None:
        """Pick the next group."""
        ids = [group for group, _ in self._groups]
        if ids:
            self._choose(ids[(ids.index(self.current) + 1) % len(ids)])

    def _make(self, groups: tuple[tuple[str, str], ...]) -> None:
        for old in self.buttons.values():
            old.hide()
            old.deleteLater()
        self._groups, self.buttons = groups, {}
        for group, name in groups:
            button = self.buttons[group] = Button(name, "secondary", "sm", parent=self)
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, group))
            self.add(button)
        if self.current not in self.buttons:
            self.current = next(iter(self.buttons), "")

    def _choose(self, group: str, _checked: bool = False) -> None:
        self.current = group
        for name, button in self.buttons.items():
            button.setChecked(name == group)
        self.chosen.emit(group)
