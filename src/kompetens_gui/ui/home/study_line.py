"""One quiet line on the overview for whoever studies right now; nothing of it is there before a profile is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Icon, Label


class StudyLine(Card):
    """`study_wanted()` when the person wants to go on."""

    study_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(dense=True, parent=parent)
        self.who = Label("", "dense", wrap=True, parent=self)
        self.button = Button(self.tr("Fortsätt plugga"), "tonal", parent=self)
        self.button.clicked.connect(self.study_wanted)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Icon("path", 20, "accent", parent=self))
        row.addWidget(self.who, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)

    def show_learner(self, name: str) -> None:
        self.who.setText(self.tr("{name} pluggar i Självstudier.").format(name=name))
        self.button.setAccessibleName(self.tr("Fortsätt plugga, {name}").format(name=name))
