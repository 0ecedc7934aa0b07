"""The moment when the computer goes from one person to another, and who there is to choose among."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.layouts import choice_box

translate = QCoreApplication.translate
_AIR = 48


class HandOver(Card):
    """Says whose turn it is, alone on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        center = Qt.AlignmentFlag.AlignHCenter
        self.body.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        self.title = Heading("", "h1", parent=self)
        self.words = Label("", "body", "muted", wrap=True, parent=self)
        for label in (self.title, self.words):
            label.setAlignment(center)
        self.body.addStretch(1)
        self.body.addWidget(Icon("arrows-left-right", 40, "accent", parent=self), 0, center)
        self.add(self.title)
        self.add(self.words)
        self.body.addStretch(2)

    def say(self, title: str, words: str) -> None:
        self.title.setText(title)
        self.words.setText(words)
        self.setAccessibleName(f"{title}. {words}")


def role_box(current: Role) -> QComboBox:
    """Give a box with all professions; `currentData` is the role."""
    box = choice_box()
    for role in Role:
        other = role == Role.OTHER
        box.addItem(translate("HandOver", "Annan roll") if other else role_title(role), role)
    box.setCurrentIndex(box.findData(current))
    return box
