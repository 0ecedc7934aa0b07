"""The material's own reading, for the leader: looked at in private, and shown in the room a part at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.group_work.events import ReadingPart
from kompetens_gui.domain.activities.group_work.room import Reading, ReadingPoint, reading_of, reading_parts
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.activities.group_work.tasks import material, material_refs_of
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.ui.activities.group_work.words import part_word, translate
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout, side_scroll
from kompetens_gui.ui.widgets.painted import set_look


class ReadingPage(QWidget):
    """Signals: `reveal_wanted(material, ReadingPart, bool)`."""

    reveal_wanted = Signal(str, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refs: tuple[str, ...] = ()
        self._ref, self._part = "", ReadingPart.KNOWN
        self._cases: dict[str, CoordinationCase] = {}
        self._state = GroupWorkState()
        self._shown: Reading | None = None
        self.choice = choice_box()
        self.choice.activated.connect(self._choose_material)
        self.parts = {part: Button(part_word(part), "secondary", "sm", parent=self) for part in ReadingPart}
        for part, button in self.parts.items():
            button.clicked.connect(partial(self.choose_part, part))
        self.reveal = RevealButton(self.tr("Visa i rummet"), self.tr("Dölj i rummet"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private = PrivateBox()
        self.points = QVBoxLayout()
        self.points.setSpacing(10)
        self.notes = Label("", "small", "muted", wrap=True)
        self.empty = EmptyState(
            "book-open",
            self.tr("Inget material valt"),
            self.tr("Läsningen kommer från ett samordningsfall. Momentet har bara sin uppgift."),
        )
        self._lay_out()

    def show_state(self, state: GroupWorkState, context: ActivityContext) -> None:
        """Show the chosen part; nothing is made anew while the part is the same."""
        self._state = state
        refs = material_refs_of(context)
        if refs != self._refs:
            self._refs = refs
            found = {ref: material(context, ref) for ref in dict.fromkeys(refs)}
            self._cases = {ref: case for ref, case in found.items() if case is not None}
            with QSignalBlocker(self.choice):
                self.choice.clear()
                for ref, case in self._cases.items():
                    self.choice.addItem(case.head.title, ref)
            self._ref = next(iter(self._cases), "")
        self._show()

    def choose_part(self, part: ReadingPart, _checked: bool = False) -> None:
        """Look at a part; the room sees nothing of it."""
        self._part = part
        self._show()

    def toggle_reveal(self) -> None:
        """Do what the button does."""
        if self._cases:
            self.reveal.click()

    def _lay_out(self) -> None:
        buttons = FlowRow(parent=self)
        for button in self.parts.values():
            buttons.add(button)
        self.field = Field(self.tr("Material"), self.choice, parent=self)
        self.work = QWidget(self)
        area, body = side_scroll(self.work)
        self.private.head.addWidget(self.reveal)
        self.private.body.addLayout(self.points)
        body.addWidget(self.private)
        body.addWidget(self.notes)
        body.addStretch(1)
        inside = QVBoxLayout(self.work)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.field)
        inside.addWidget(buttons)
        inside.addWidget(area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.work, 1)
        column.addWidget(self.empty)

    def _show(self) -> None:
        case = self._cases.get(self._ref)
        self.work.setVisible(case is not None)
        self.empty.setVisible(case is None)
        if case is None:
            return
        self.field.setVisible(len(self._cases) > 1)
        has = reading_parts(case)
        if self._part not in has:
            self._part = has[0]
        for part, button in self.parts.items():
            button.setVisible(part in has)
            set_look(button, "kind", "tonal" if part is self._part else "secondary")
        self.reveal.set_shown((self._ref, self._part) in self._state.revealed)
        self.reveal.setAccessibleName(f"{self.reveal.text()}: {part_word(self._part)}")
        reading = reading_of(case, self._part)
        if reading != self._shown:
            self._shown = reading
            clear_layout(self.points)
            for point in reading.points:
                self.points.addWidget(self._point(point))
            self.notes.setText(self.tr("Till dig som leder: {notes}").format(notes=case.leader_notes))

    def _point(self, point: ReadingPoint) -> QWidget:
        box = QWidget(self.private)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(point.text, "dense", wrap=True, parent=box))
        for words in point_lines(point):
            column.addWidget(Label(words, "small", "muted", wrap=True, parent=box))
        return box

    def _choose_material(self, index: int) -> None:
        self._ref = str(self.choice.itemData(index))
        self._show()

    def _reveal(self, wanted: bool) -> None:
        self.reveal_wanted.emit(self._ref, self._part, wanted)


def point_lines(point: ReadingPoint) -> list[str]:
    """Return what stands under a point's text."""
    lines = [point.beside] if point.beside else []
    if point.speaks_for:
        lines.append(translate("GroupWork", "Talar för: {text}").format(text=point.speaks_for))
    if point.speaks_against:
        lines.append(translate("GroupWork", "Talar emot: {text}").format(text=point.speaks_against))
    return lines
