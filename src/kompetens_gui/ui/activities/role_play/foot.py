"""The foot of a role play's run screen: notes to the debrief, and turns that can be wound back to."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kompetens_gui.domain.activities.role_play.events import DebriefNoted
from kompetens_gui.domain.activities.role_play.rules import LONGEST_TEXT
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.activities.role_play.wishes import Wishes
from kompetens_gui.ui.widgets.buttons import IconButton


class PlayFoot(QWidget):
    """What is written while the play goes on. The notes that are written stand in a list that its owner places."""

    def __init__(self, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._turn = ""
        self.notes = PointList(self.tr("Anteckna till eftersamtalet"), LONGEST_TEXT, ranked=False)
        self.note = self.notes.new
        self.note.setPlaceholderText(self.tr("Anteckna till eftersamtalet (Ctrl+Skift+N)"))
        self.mark = IconButton("flag", self.tr("Märk en vändning (Ctrl+Skift+T)"), "secondary", parent=self)
        self.turn_text = QLineEdit(self)
        self.turn_text.setMaxLength(LONGEST_TEXT)
        self.turn_text.setPlaceholderText(self.tr("Ord om vändningen"))
        self.turn_text.setAccessibleName(self.tr("Ord om vändningen"))
        self.help = IconButton(
            "lightbulb", self.tr("Visa nästa kort när det fastnar (Ctrl+Skift+K)"), "secondary", parent=self
        )
        self.back = IconButton(
            "skip-back", self.tr("Spola tillbaka till senaste vändningen (Ctrl+Skift+B)"), "secondary", parent=self
        )
        self._lay_out()
        self.notes.written.connect(self._write_note)
        self.turn_text.returnPressed.connect(self._write_turn)
        self.back.clicked.connect(wishes.wind_back)
        self.help.clicked.connect(wishes.next_stuck)

    def show_state(self, play: RolePlay, state: RolePlayState) -> None:
        """Show the notes, and what can be done."""
        self.notes.show_points([(note.id, note.text) for note in state.notes])
        self.back.setEnabled(bool(state.turns))
        self.help.setEnabled(bool(play.stuck))

    def commit(self) -> None:
        """Hand on what is being written."""
        self.notes.commit()
        self._write_turn()

    def mark_turn(self) -> None:
        """Mark a turn and take the time at once; the words come after."""
        self._write_turn()
        self._turn = uuid4().hex[:12]
        words = self.tr("Vändning {n}").format(n=self._wishes.turns + 1)
        self.turn_text.clear()
        self.turn_text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._wishes.mark_turn(self._turn, words)

    @Slot()
    def _write_turn(self) -> None:
        text = self.turn_text.text().strip()
        if text:
            self.turn_text.clear()
            turn, self._turn = self._turn or uuid4().hex[:12], ""
            self._wishes.mark_turn(turn, text)

    @Slot(str, str)
    def _write_note(self, note: str, text: str) -> None:
        self._wishes.propose(DebriefNoted(note, text))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.notes.field.label.hide()
        row.addWidget(self.notes.field, 3)
        row.addWidget(self.mark)
        row.addWidget(self.turn_text, 2)
        row.addWidget(self.back)
        row.addWidget(self.help)
