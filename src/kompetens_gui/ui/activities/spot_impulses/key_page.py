"""How the case reads the portion, for the leader alone: each impulse with its words, why, and who saw it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.spot_impulses.room import KeySeen
from kompetens_gui.domain.impulse_names import LETTERS, impulse_name
from kompetens_gui.domain.study.impulses import ImpulseType
from kompetens_gui.ui.activities.parts import PrivateBox
from kompetens_gui.ui.activities.spot_impulses.words import none_words, seen_words
from kompetens_gui.ui.widgets.impulse_letter import ImpulseLetter
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import clear_layout, side_scroll


class KeyPage(QWidget):
    """Filled anew only when something in it has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: KeySeen | None = None
        area, body = side_scroll(self)
        self.private = PrivateBox(body.parentWidget())
        self.entries = QVBoxLayout()
        self.entries.setSpacing(8)
        self.private.body.addLayout(self.entries)
        body.addWidget(self.private)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)

    def show_key(self, key: KeySeen) -> None:
        if key == self._shown:
            return
        self._shown = key
        clear_layout(self.entries)
        if not key.impulses:
            words = none_words(case_has_none=key.case_has_none, anybody_marked=bool(key.own))
            self.entries.addWidget(Label(words, "dense", wrap=True, parent=self.private))
        for impulse in key.impulses:
            told = (impulse.why, seen_words(impulse.seen))
            self.entries.addWidget(_entry(impulse.type, impulse.quote, told, self.private, own=False))
        for own in key.own:
            who = ", ".join(filter(None, own.groups))
            words = self.tr("Fallet tar inte upp den. Den kan vara värd en öppen fråga.")
            self.entries.addWidget(_entry(own.type, own.quote, (words, who), self.private, own=True))


def _entry(kind: ImpulseType, quote: str, told: tuple[str, str], parent: QWidget, *, own: bool) -> QFrame:
    frame = QFrame(parent)
    frame.setProperty("card", "inner")
    frame.setAccessibleName(impulse_name(kind))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(impulse_name(kind), "dense-strong", wrap=True, parent=frame))
    words.addWidget(Label(f"”{quote}”", "small", "muted", wrap=True, parent=frame))
    why, who = told
    words.addWidget(Label(why, "small", wrap=True, parent=frame))
    if who:
        words.addWidget(Label(who, "small-strong", "accent", wrap=True, parent=frame))
    row = QHBoxLayout(frame)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(12)
    row.addWidget(ImpulseLetter(LETTERS[kind], 24, own=own, parent=frame), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return frame
