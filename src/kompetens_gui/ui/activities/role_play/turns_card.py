"""The marked turns: reworded in place, wound back to, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.role_play.rules import LONGEST_TEXT
from kompetens_gui.domain.activities.role_play.state import Turn
from kompetens_gui.domain.material.role_play import Phase
from kompetens_gui.ui.activities.role_play.words import played_words
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label


class TurnRow(QWidget):
    """One turn. Signals: `reworded(text)`, `back_wanted()`, `removed()`."""

    reworded = Signal(str)
    back_wanted = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_force = ""
        self.time = Label("", "number", "muted", parent=self)
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(LONGEST_TEXT)
        self.edit.setProperty("compact", True)
        self.edit.editingFinished.connect(self.commit)
        self.back = Button(self.tr("Spola hit"), "secondary", "sm", icon_name="skip-back", parent=self)
        self.remove = IconButton("x", self.tr("Ta bort vändningen"), size="sm", parent=self)
        self.back.clicked.connect(self.back_wanted)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part, stretch in ((self.time, 0), (self.edit, 1), (self.back, 0), (self.remove, 0)):
            row.addWidget(part, stretch)

    def show_turn(self, turn: Turn, phase: str) -> None:
        """Show a turn; what is being typed stays."""
        self.time.setText(played_words(turn.seconds))
        again = self.tr(", spolad dit {n} gånger").format(n=turn.rewound) if turn.rewound else ""
        self.time.setToolTip(f"{phase}{again}")
        said = self.tr("Vändning {time} in i {phase}").format(time=self.time.text(), phase=phase)
        self.edit.setAccessibleName(f"{said}{again}")
        self.back.setAccessibleName(self.tr("Spola tillbaka till {turn}").format(turn=turn.text))
        if self.edit.text().strip() == self._in_force or self.edit.text().strip() == turn.text:
            self._in_force = turn.text
            if self.edit.text().strip() != turn.text:
                self.edit.setText(turn.text)
                self.edit.setCursorPosition(0)

    @Slot()
    def commit(self) -> None:
        text = self.edit.text().strip()
        if text != self._in_force:
            self._in_force = text
            self.reworded.emit(text)


class TurnsCard(Card):
    """Signals: `written(id, text)` (an empty text takes it away), `back_wanted(id)`."""

    written = Signal(str, str)
    back_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(dense=True, parent=parent)
        self.setAccessibleName(self.tr("Vändningar"))
        self.add(Label(self.tr("Vändningar att spola tillbaka till"), "h3", wrap=True, parent=self))
        self.rows: dict[str, TurnRow] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)

    def show_turns(self, turns: Sequence[Turn], phases: Sequence[Phase]) -> None:
        self.setVisible(bool(turns))
        wanted = {turn.id for turn in turns}
        for turn_id in [known for known in self.rows if known not in wanted]:
            row = self.rows.pop(turn_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for turn in turns:
            row = self.rows.get(turn.id) or self._add(turn.id)
            row.show_turn(turn, phases[turn.phase].title)

    def commit(self) -> None:
        """Propose what has been typed."""
        for row in list(self.rows.values()):
            row.commit()

    def _add(self, turn_id: str) -> TurnRow:
        row = self.rows[turn_id] = TurnRow(self)
        row.reworded.connect(partial(self.written.emit, turn_id))
        row.removed.connect(partial(self.written.emit, turn_id, ""))
        row.back_wanted.connect(partial(self.back_wanted.emit, turn_id))
        self._column.addWidget(row)
        return row
