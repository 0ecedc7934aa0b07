"""Observers' sheets, one after the other as they are taken from the pile, and the self-rating."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.role_play.events import (
    SELF,
    CountTyped,
    ItemRated,
    ScaleRated,
    SheetOpened,
    SheetRemoved,
)
from kompetens_gui.domain.activities.role_play.state import RolePlayState, Sheet
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.ui.activities.role_play.sheet_form import Key, SheetForm
from kompetens_gui.ui.activities.role_play.sheet_rows import RowKind, SheetRow, rows_of
from kompetens_gui.ui.widgets.begins_at import BeginsAt
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box

_EVENTS = {RowKind.ITEM: ItemRated, RowKind.COUNT: CountTyped, RowKind.SCALE: ScaleRated}


class SheetsPage(BeginsAt):
    """`proposed(event)` is sent for every digit: a sheet half-typed is never lost."""

    proposed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._play: RolePlay | None = None
        self._sheets: list[Sheet] = []
        self._sheet = ""
        self._groups: tuple[tuple[str, str], ...] = ()
        self.group: QComboBox = choice_box()
        self.group.setParent(self)
        self.group.setAccessibleName(self.tr("Vilken grupp bladen gäller"))
        self.group.setMinimumContentsLength(16)
        self.new = Button(self.tr("Nytt blad"), "secondary", "sm", icon_name="plus", parent=self)
        self.own = Button(self.tr("Självskattning"), "secondary", "sm", icon_name="user", parent=self)
        self.remove = Button(self.tr("Ta bort bladet"), "ghost", "sm", icon_name="trash", parent=self)
        self.chips = FlowRow(parent=self)
        self.sheet_buttons: dict[str, Button] = {}
        self.form = SheetForm(self)
        self.start = Label(
            self.tr("Inget blad än. Skriv första siffran, så börjar Observatör 1."),
            "small",
            "muted",
            wrap=True,
            parent=self,
        )
        tools = FlowRow(parent=self)
        for tool in (self.group, self.new, self.own, self.remove):
            tools.add(tool)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (tools, self.chips, self.start):
            column.addWidget(part)
        column.addWidget(self.form, 1)
        self.new.clicked.connect(self.open_new)
        self.own.clicked.connect(self._open_own)
        self.remove.clicked.connect(self._remove)
        self.group.activated.connect(self._group_chosen)
        self.form.typed.connect(self._typed)
        self.form.sheet_wanted.connect(self._step)
        self.begin_at(self.form)

    def show_state(self, play: RolePlay, state: RolePlayState, context: ActivityContext) -> None:
        """Show the sheets as they are kept; the one that is typed stays where it is."""
        if play is not self._play:
            self._play = play
            self.form.show_rows(rows_of(play))
        groups = tuple((str(g.id), g.name) for g in context.groups)
        if groups != self._groups:
            self._groups = groups
            chosen = self.group.currentData()
            self.group.clear()
            self.group.addItem(self.tr("Alla tillsammans"), "")
            for group, name in groups:
                self.group.addItem(name, group)
            self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.setVisible(bool(groups))
        self._sheets = list(state.sheets)
        before = self._sheet
        if state.sheet(self._sheet) is None:
            self._sheet = state.sheets[-1].id if state.sheets else ""
        self._show(anew=before != self._sheet)

    @Slot()
    def open_new(self) -> None:
        """Take the next sheet of the pile."""
        self._open(uuid4().hex[:12])

    def _open_own(self) -> None:
        group = self._group()
        sheet = f"{SELF}:{group}" if group else SELF
        if any(s.id == sheet for s in self._sheets):
            self._choose(sheet)
        else:
            self._open(sheet)

    def _open(self, sheet: str) -> None:
        # Kept here as well: digits may come before the session has answered.
        group = self._group()
        self._sheet = sheet
        self._sheets = [*self._sheets, Sheet(sheet, group)]
        self._show(anew=True)
        self.proposed.emit(SheetOpened(sheet, group))
        self.form.setFocus()

    def _choose(self, sheet: str, _checked: bool = False) -> None:
        self._sheet = sheet
        self._show(anew=True)
        self.form.setFocus()

    def _step(self, steps: int) -> None:
        order = [s.id for s in self._ordered()]
        at = order.index(self._sheet) + steps if self._sheet in order else len(order)
        if 0 <= at < len(order):
            self._choose(order[at])
        elif steps > 0 and (self.form.typed_count or not order):
            self.open_new()

    def _remove(self) -> None:
        if self._sheet:
            self.proposed.emit(SheetRemoved(self._sheet))
            self.form.setFocus()

    def _group_chosen(self) -> None:
        of_group = [s.id for s in self._ordered() if s.group == self._group()]
        if of_group:
            self._choose(of_group[-1])

    def _typed(self, row: SheetRow, value: int | None) -> None:
        if not self._sheet:
            # The first digit begins the first sheet.
            sheet = uuid4().hex[:12]
            self._sheet = sheet
            self._sheets = [Sheet(sheet, self._group())]
            self.proposed.emit(SheetOpened(sheet, self._group()))
        self._keep(row, value)
        self.proposed.emit(_EVENTS[row.kind](self._sheet, row.id, value))
        self._show_chips()

    def _keep(self, row: SheetRow, value: int | None) -> None:
        """Keep what was typed until the session tells the same, so that turning the sheets shows it."""
        change = {
            RowKind.ITEM: Sheet.with_rating,
            RowKind.COUNT: Sheet.with_count,
            RowKind.SCALE: Sheet.with_scale,
        }[row.kind]
        self._sheets = [change(s, row.id, value) if s.id == self._sheet else s for s in self._sheets]

    def _group(self) -> str:
        return str(self.group.currentData() or "")

    def _ordered(self) -> list[Sheet]:
        """The self-rating first, then the observers as they came, group by group."""
        groups = ["", *(group for group, _ in self._groups)]
        place = {group: at for at, group in enumerate(groups)}
        return sorted(self._sheets, key=lambda s: (place.get(s.group, len(groups)), not s.is_self))

    def _show(self, *, anew: bool) -> None:
        sheet = next((s for s in self._sheets if s.id == self._sheet), None)
        self.form.show_sheet(_values(sheet), anew=anew)
        self.remove.setEnabled(sheet is not None)
        self._show_chips()

    def _show_chips(self) -> None:
        names = dict(self._named())
        if list(names) != list(self.sheet_buttons):
            self._make_chips(list(names))
        rows = len(self.form.rows)
        for sheet in self._sheets:
            button = self.sheet_buttons[sheet.id]
            done = len(_values(sheet))
            name = names[sheet.id]
            button.setText(self.tr("{name} {done}/{rows}").format(name=name, done=done, rows=rows))
            button.setAccessibleName(
                self.tr("{name}, {done} av {rows} ifyllda").format(name=name, done=done, rows=rows)
            )
            button.setChecked(sheet.id == self._sheet)
        self.start.setVisible(not self._sheets)
        self.chips.setVisible(bool(self._sheets))

    def _make_chips(self, sheets: list[str]) -> None:
        for button in self.sheet_buttons.values():
            button.hide()
            button.deleteLater()
        self.sheet_buttons = {}
        for sheet in sheets:
            button = Button("", "secondary", "sm", parent=self.chips)
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, sheet))
            self.sheet_buttons[sheet] = button
            self.chips.add(button)

    def _named(self) -> list[tuple[str, str]]:
        """Name each sheet: observers by number within their group."""
        groups = dict(self._groups)
        numbers: dict[str, int] = {}
        named = []
        for sheet in self._ordered():
            if sheet.is_self:
                words = self.tr("Själv")
            else:
                numbers[sheet.group] = numbers.get(sheet.group, 0) + 1
                words = self.tr("Observatör {n}").format(n=numbers[sheet.group])
            group = groups.get(sheet.group, "")
            named.append((sheet.id, f"{group}: {words.lower()}" if group else words))
        return named


def _values(sheet: Sheet | None) -> dict[Key, int]:
    if sheet is None:
        return {}
    return {
        **{(RowKind.ITEM, k): v for k, v in sheet.ratings.items()},
        **{(RowKind.COUNT, k): v for k, v in sheet.counts.items()},
        **{(RowKind.SCALE, k): v for k, v in sheet.scales.items()},
    }
