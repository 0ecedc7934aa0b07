"""One answer of a panel: its words, how many chose it, a bar, and what those said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import Bar
from kompetens_gui.ui.widgets.tags import Tag

translate = QCoreApplication.translate
_AIR = 6


class VoteRow(QWidget):
    """An answer, how many chose it, and that it is the learner's own when it is; under it lines from who chose it.

    `ruled` draws a hair line above. `notes` is how many lines are made from the start.
    """

    def __init__(self, *, ruled: bool, notes: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_own = False
        self._ruled = ruled
        self._words = Label("", "dense-strong", wrap=True, parent=self)
        self._tag = Tag(translate("Panel", "Ditt svar"), "accent", icon_name="user", parent=self)
        self.count = Label("", "number", parent=self)
        self._bar = Bar(parent=self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._words, 1)
        head.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 1 + 2 * _AIR if ruled else _AIR, 0, 0)
        self._column.setSpacing(_AIR)
        self._column.addLayout(head)
        self._column.addWidget(self._bar)
        self._notes: list[tuple[Label, Label]] = []
        show_when(self._tag, False)
        for _ in range(notes):
            self._add_note()

    def show_votes(self, words: str, votes: int, of: int, *, own: bool, notes: Sequence[tuple[str, str]]) -> None:
        """Show an answer; `notes` are who said something, and what."""
        self.is_own = own
        self._words.setText(words)
        self.count.setText(translate("Panel", "{votes} av {of}").format(votes=votes, of=of))
        show_when(self._tag, own)
        self._bar.set_share(votes / of if of else 0, "accent" if own else "border_strong")
        while len(self._notes) < len(notes):
            self._add_note()
        for (who, what), (name, text) in zip(self._notes, notes, strict=False):
            who.setText(name)
            what.setText(text)
            show_when(who, bool(name))
            show_when(what, True)
        said = translate("Panel", "{words}: {votes} av {of}").format(words=words, votes=votes, of=of)
        self.setAccessibleName(said + (translate("Panel", ", ditt svar") if own else ""))
        show_when(self, True)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ruled:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), 1, theme.color("border", self))
            painter.end()

    def _add_note(self) -> None:
        note = Label("", "label", "faint", parent=self), Label("", "small", "muted", wrap=True, parent=self)
        for label in note:
            show_when(label, False)
            self._column.addWidget(label)
        self._notes.append(note)
