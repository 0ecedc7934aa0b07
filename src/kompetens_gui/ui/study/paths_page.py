"""Which path to study: the long one and the fast tracks, with how long each takes and whom it is for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.ui.study.narrow import NarrowPage
from kompetens_gui.ui.study.words import HOUR, listed, long_time
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.tags import Tag


class PathsPage(NarrowPage):
    """`chosen(path id)`, `back_wanted()`, `switch_wanted()` for who wants none now: one may only supervise others."""

    chosen = Signal(str)
    back_wanted = Signal()
    switch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(760, parent)
        self.show_title(
            self.tr("Vilken väg vill du ta?"),
            self.tr("Du kan byta när du vill. Det du har gjort finns kvar på den väg där du gjorde det."),
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.buttons: dict[str, Button] = {}
        self._held: list[QWidget] = []
        self.back_button = Button(self.tr("Tillbaka"), "ghost", icon_name="arrow-left")
        self.back_button.clicked.connect(self.back_wanted)
        self.switch_button = Button(self.tr("Byt profil"), "ghost", icon_name="users")
        self.switch_button.clicked.connect(self.switch_wanted)
        self.column.addLayout(self._list)
        for button in (self.back_button, self.switch_button):
            self.column.addLayout(at_left(button))

    def show_paths(self, paths: Sequence[LearningPath], current: str, role_title: str) -> None:
        """Show the paths, those meant for the learner's role first."""
        for old in self._held:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._held, self.buttons = [], {}
        for path in sorted(paths, key=lambda p: not is_meant_for(p, role_title)):
            card = self._card(path, is_current=path.id == current, is_meant=is_meant_for(path, role_title))
            self._list.addWidget(card)
            self._held.append(card)
        show_when(self.back_button, bool(current))
        show_when(self.switch_button, not current)

    def first_focus(self) -> QWidget:
        return next(iter(self.buttons.values()), self.back_button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.back_button.isHidden():
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _card(self, path: LearningPath, *, is_current: bool, is_meant: bool) -> Card:
        card = Card(path.title, look="tint" if is_current else "true", parent=self)
        card.body.setSpacing(8)
        card.add_to_head(Tag(long_time(path.hours * HOUR), "neutral", parent=card))
        if is_current or is_meant:
            word = self.tr("Din väg") if is_current else self.tr("För din roll")
            card.add_to_head(Tag(word, "accent", parent=card))
        card.add(Label(" ".join(path.description.split()), "small", "muted", wrap=True, parent=card))
        whom = self.tr("För: {whom}.").format(whom=listed([_lower(a) for a in path.audience]))
        card.add(Label(whom, "small", "muted", wrap=True, parent=card))
        button = Button(self.tr("Fortsätt på den") if is_current else self.tr("Välj"), "secondary", parent=card)
        button.setAccessibleName(f"{button.text()}: {path.title}")
        button.clicked.connect(partial(self._choose, path.id))
        self.buttons[path.id] = button
        card.body.addLayout(at_left(button))
        return card

    def _choose(self, path_id: str, _checked: bool = False) -> None:
        self.chosen.emit(path_id)


def is_meant_for(path: LearningPath, role_title: str) -> bool:
    """Whether a path names the role among those it is for."""
    return any(
        word.casefold() in role_title.casefold() or role_title.casefold() in word.casefold() for word in path.audience
    )


def _lower(word: str) -> str:
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]
