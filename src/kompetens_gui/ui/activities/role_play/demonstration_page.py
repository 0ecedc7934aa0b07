"""The demonstration read aloud line by line, with what only the leader knows about each line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.role_play.events import LineShown, RoomShows
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.ui.activities.parts import PrivateBox
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.painted import set_look


class DemonstrationPage(QFrame):
    """Space or an arrow goes on. `proposed(event)` is sent with the line that the room is to see."""

    proposed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._play: RolePlay | None = None
        self._line = -1
        self.place = Label("", "small", "muted", wrap=True, parent=self)
        self.back = Button(self.tr("Förra raden"), "secondary", "sm", icon_name="caret-left", parent=self)
        self.on = Button(self.tr("Nästa rad"), "secondary", "sm", icon_name="caret-right", icon_after=True, parent=self)
        self.back.clicked.connect(partial(self._step, -1))
        self.on.clicked.connect(partial(self._step, 1))
        area, body = side_scroll(self)
        self.role = Label("", "small-strong", "accent", parent=area)
        self.line = Heading("", "h2", parent=area)
        self.private = PrivateBox(area)
        self.comment = Label("", "dense", wrap=True, parent=self.private)
        self.private.body.addWidget(self.comment)
        self.next_role = Label("", "small-strong", "muted", parent=area)
        self.next_line = Label("", "dense", "muted", wrap=True, parent=area)
        self.turns_label = Label(self.tr("Hoppa till en vändning"), "label", "faint", parent=area)
        self.turns = FlowRow(parent=area)
        self.turn_buttons: dict[int, Button] = {}
        for part in (self.role, self.line, self.private, self.next_role, self.next_line, self.turns_label, self.turns):
            body.addWidget(part)
        body.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.place, 1)
        head.addWidget(self.back)
        head.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(area, 1)

    def show_state(self, play: RolePlay, state: RolePlayState) -> None:
        """Show the line that is read, what to say about it, and the one after."""
        if play is not self._play:
            self._play = play
            self._make_turns(play)
        self._line = state.line
        lines = play.demonstration
        titles = {r.id: r.title for r in play.roles}
        there = 0 <= state.line < len(lines)
        self.back.setEnabled(state.line > 0)
        self.on.setEnabled(state.line + 1 < len(lines))
        if there:
            now = lines[state.line]
            self.place.setText(self.tr("Rad {n} av {count}").format(n=state.line + 1, count=len(lines)))
            self.role.setText(titles.get(now.role, now.role))
            self.line.setText(now.text)
            self.comment.setText(now.comment)
        else:
            self.place.setText(self.tr("{count} rader").format(count=len(lines)))
            self.role.setText("")
            self.line.setText(self.tr("Läs högt tillsammans, en rad i taget."))
            self.comment.setText(
                self.tr("Låt en person läsa varje roll. Mellanslag eller Höger visar nästa rad, Vänster går tillbaka.")
            )
        self.private.setVisible(bool(self.comment.text()))
        following = lines[state.line + 1] if state.line + 1 < len(lines) else None
        self.next_role.setText(
            self.tr("Sedan: {role}").format(role=titles.get(following.role, following.role))
            if following
            else self.tr("Det var sista raden.")
        )
        self.next_line.setText(following.text if following else "")
        shown = state.shows == RoomShows.DEMONSTRATION
        for index, button in self.turn_buttons.items():
            set_look(button, "kind", "tonal" if shown and index == state.line else "secondary")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Space: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()))
        if steps is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._step(steps)

    def _step(self, steps: int, _checked: bool = False) -> None:
        self._go_to(self._line + steps)

    def _go_to(self, line: int, _checked: bool = False) -> None:
        if self._play is not None and 0 <= line < len(self._play.demonstration):
            # Kept at once: keys may come faster than the disk answers.
            self._line = line
            self.proposed.emit(LineShown(line))

    def _make_turns(self, play: RolePlay) -> None:
        for button in self.turn_buttons.values():
            button.hide()
            button.deleteLater()
        self.turn_buttons = {}
        for index, line in enumerate(play.demonstration):
            if line.turn:
                button = Button(line.turn, "secondary", "sm", icon_name="flag", parent=self.turns)
                button.clicked.connect(partial(self._go_to, index))
                self.turn_buttons[index] = button
                self.turns.add(button)
        self.turns_label.setVisible(bool(self.turn_buttons))
