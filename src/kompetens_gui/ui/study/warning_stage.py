"""What an exercise is about, told before it begins: go on, or pass it by without explaining."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.study.exercise_head import ExerciseHead
from kompetens_gui.ui.study.narrow import NarrowPage
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label


class WarningStage(NarrowPage):
    """`begin_wanted()`, `skip_wanted()`."""

    begin_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(640, parent)
        self.show_title("")
        self.title.hide()
        card = Card()
        self.heading = Heading(self.tr("Innan du börjar"), "h2")
        self.warning = Label("", "body", wrap=True)
        self.skip = Label("", "body", "muted", wrap=True)
        self.begin_button = Button(self.tr("Fortsätt"), "primary", "lg")
        self.skip_button = Button(self.tr("Hoppa över"), "secondary", "lg")
        buttons = FlowRow(12)
        buttons.add(self.begin_button)
        buttons.add(self.skip_button)
        for part in (self.heading, self.warning, self.skip, buttons):
            card.add(part)
        self.column.addWidget(card)
        self.begin_button.clicked.connect(self.begin_wanted)
        self.skip_button.clicked.connect(self.skip_wanted)

    def show_warning(self, head: ExerciseHead) -> None:
        self.warning.setText(head.warning)
        self.skip.setText(head.skip)
