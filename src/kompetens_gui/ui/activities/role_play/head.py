"""The head of a role play's run screen: what is played, and the buttons that lead it on or stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.ui.activities.role_play.wishes import Wishes
from kompetens_gui.ui.activities.role_play.words import minutes_words, mode_words
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import ElidedLabel

_LEAST_TITLE = 150


class PlayHead(QWidget):
    """The buttons have their row; the title takes what is left, if that is enough for words."""

    def __init__(self, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self._words = QWidget(self)
        self.title = ElidedLabel("", "h2", parent=self._words)
        self.about = ElidedLabel("", "small", "muted", parent=self._words)
        self._buttons = FlowRow(parent=self, right=True)
        self.stop = Button("", "secondary", icon_name="hand-palm", parent=self._buttons)
        self.freeze = Button(self.tr("Frys"), "secondary", icon_name="pause", parent=self._buttons)
        self.next = Button("", "primary", icon_name="arrow-right", icon_after=True, parent=self._buttons)
        self._lay_out()
        self.stop.clicked.connect(wishes.stop_all)
        self.freeze.clicked.connect(wishes.toggle_frozen)
        self.next.clicked.connect(wishes.next_phase)

    def show_state(self, play: RolePlay, state: RolePlayState) -> None:
        """Show what is played and what the buttons do now; call `fit` after it."""
        self.title.setText(play.head.title)
        self.about.setText(self._about(play, state))
        self.stop.setText(self.tr("Stoppord: {word}").format(word=play.safety.word))
        self.stop.setToolTip(self.tr("Allt stannar genast (Ctrl+Skift+P). {text}").format(text=play.safety.text))
        self.freeze.setText(self.tr("Fortsätt") if state.frozen else self.tr("Frys"))
        self.freeze.set_icon_name("play" if state.frozen else "pause")
        self.freeze.setToolTip(self.tr("Ctrl+Skift+E"))
        following = self._wishes.following
        self.next.setVisible(following is not None)
        if following is not None:
            words = self.tr("Nästa: {phase}") if state.has_begun else self.tr("Börja: {phase}")
            self.next.setText(words.format(phase=play.phases[following].title))
            self.next.setToolTip(self.tr("Ctrl+Enter"))

    def fit(self, width: int) -> None:
        """Share `width` pixels between title and buttons."""
        shown = [b for b in (self.stop, self.freeze, self.next) if not b.isHidden()]
        needed = sum(b.sizeHint().width() for b in shown) + 8 * len(shown)
        self._buttons.setMinimumWidth(min(needed, width))
        self._words.setVisible(width - needed >= theme.px(_LEAST_TITLE, self))

    def _about(self, play: RolePlay, state: RolePlayState) -> str:
        roles = self.tr("{n} roller").format(n=len(play.roles))
        about = [roles, minutes_words(play.minutes), mode_words(play.mode).lower()]
        if state.level:
            about.append(self.tr("svårighet {level}").format(level=state.level))
        return ", ".join(about)

    def _lay_out(self) -> None:
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.about)
        for button in (self.stop, self.freeze, self.next):
            self._buttons.add(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._buttons, 1)
