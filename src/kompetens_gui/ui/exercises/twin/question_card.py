"""One question about the story at a time, or that all are answered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.domain.exercises.twin import TwinView
from kompetens_gui.domain.study.twin import TwinQuestion
from kompetens_gui.domain.study.twin_words import finger_name
from kompetens_gui.ui.exercises.option_list import Option, OptionList
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.tags import Tag


class QuestionCard(Card):
    """Signals: `picked()` when another answer is picked, `previous_wanted()` for the question before."""

    picked = Signal()
    previous_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(12)
        self.finger = Tag("", "accent", icon_name="", parent=self)
        self.previous = IconButton("caret-left", self.tr("Förra frågan"), "secondary", "sm", parent=self)
        self.previous.clicked.connect(self.previous_wanted)
        self.text = Heading("", "h2", parent=self)
        self.lead = Label(
            self.tr("Svara som du skulle göra en vanlig dag. Inget svar är rätt eller fel."),
            "small",
            "muted",
            wrap=True,
            parent=self,
        )
        self.options = OptionList(self.tr("Svaren"), parent=self)
        self.options.chosen.connect(self.picked)
        head = QHBoxLayout()
        head.addWidget(self.finger)
        head.addStretch(1)
        head.addWidget(self.previous)
        self.body.addLayout(head)
        for part in (self.text, self.lead, self.options):
            self.add(part)
        self.body.addStretch(1)

    def show_question(self, number: int, question: TwinQuestion, view: TwinView) -> None:
        self.finger.set_status(f"{question.finger}. {finger_name(question.finger)}", "accent", "")
        self.text.setText(question.text)
        self.options.show_options(f"{view.version.key}/{question.id}", [Option(o.id, o.text) for o in question.options])
        self.options.set_current(self.options.current() or view.answers.get(question.id, ""))
        show_when(self.previous, number > 0)


class DoneCard(Card):
    """All questions of this occasion are answered, and it comes back. `look_again_wanted()` to see the answers."""

    look_again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Klart för i dag"), parent=parent)
        words = self.tr(
            "Övningen kommer tillbaka en annan dag. Då möter du en person i samma läge och svarar på samma frågor. "
            "Sedan lägger vi dina egna svar bredvid varandra. Bara du ser dem."
        )
        self.words = Label(words, "body", wrap=True, parent=self)
        self.again = Button(self.tr("Se igenom svaren"), "secondary", "sm", parent=self)
        self.again.clicked.connect(self.look_again_wanted)
        self.add(self.words)
        self.body.addLayout(at_left(self.again))
        self.body.addStretch(1)
