"""One step of the drill: what happens, what can be said or done, and after each choice what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.safe_questions import SafeStepView
from kompetens_gui.domain.study.safe_questions import SafeOption
from kompetens_gui.ui.exercises.option_list import Option, OptionList
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.painted import show_when


class StepCard(Card):
    """Signals: `picked()` when something else is picked, `previous_wanted()` to look at the step before,
    `skip_wanted()` to pass the drill by; nobody asks why.

    What has been tried at a step keeps its words for as long as the window is open; nothing of it is on disk.
    """

    picked = Signal()
    previous_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._step: SafeStepView | None = None
        self._tried: dict[str, dict[str, SafeOption]] = {}
        self.body.setContentsMargins(32, 24, 32, 28)
        self.text = Heading("", "h2", parent=self)
        self.previous = IconButton("caret-left", self.tr("Förra steget"), "secondary", "sm", parent=self)
        self.previous.clicked.connect(self.previous_wanted)
        self.options = OptionList(self.tr("Vad du kan säga eller göra"), parent=self)
        self.options.chosen.connect(self.picked)
        self.told = QWidget(self)
        self.told_icon = Icon("info-bold", 24, "accent", parent=self.told)
        self.told_title = Label("", "h3", wrap=True, parent=self.told)
        self.told_words = Label("", "body", "muted", wrap=True, parent=self.told)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.text, 1)
        head.addWidget(self.previous, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.add(self.options)
        self.add(self.told)
        self.body.addStretch(1)
        self.skip = Button(self.tr("Hoppa över"), "secondary", "sm", icon_name="skip-forward", parent=self)
        self.skip.clicked.connect(self.skip_wanted)
        self.skip_words = Label(self.tr("Det räknas likadant."), "small", "muted", parent=self)
        self.foot = QWidget(self)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self.skip)
        foot.addWidget(self.skip_words, 1)
        self.add(self.foot)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.told_title)
        words.addWidget(self.told_words)
        row = QHBoxLayout(self.told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.told_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_step(self, number: int, step: SafeStepView) -> None:
        """Show a step; number 0 is the first."""
        self._step = step
        self.text.setText(" ".join(step.text.split()))
        self.options.show_options(step.id, [Option(o.id, o.text) for o in step.options])
        show_when(self.previous, number > 0)
        if step.answer is not None:
            self._tried.setdefault(step.id, {})[step.chosen] = step.answer
            self.options.set_current(step.chosen)
        for key, answer in self._tried.get(step.id, {}).items():
            self._tell_row(key, answer)
        if step.answer is not None and not step.try_again:
            self.options.lock()
        self._tell(step)

    @property
    def has_news(self) -> bool:
        """Whether something is picked that has not been answered with yet."""
        step, picked = self._step, self.options.current()
        return step is not None and bool(picked) and (step.answer is None or (step.try_again and picked != step.chosen))

    def _tell_row(self, key: str, answer: SafeOption) -> None:
        word = self.tr("Tryggt") if answer.safe else self.tr("Prövat")
        self.options.tell(key, word, "ok" if answer.safe else "neutral", answer.feedback)

    def _tell(self, step: SafeStepView) -> None:
        answer = step.answer
        show_when(self.told, answer is not None)
        if answer is None:
            return
        safe = answer.safe
        self.told_icon.set_icon("check-bold" if safe else "info-bold", "ok" if safe else "accent")
        self.told_title.setText(self.tr("Det är tryggt.") if safe else self.tr("Nästan. Det finns ett tryggare sätt."))
        self.told_words.setText(
            self.tr("Välj en gång till. Du kan pröva hur många gånger du vill.") if step.try_again else ""
        )
        show_when(self.told_words, step.try_again)


class SkippedCard(Card):
    """It was passed by, and that is all there is to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Övningen är överhoppad"), parent=parent)
        self.words = Label(
            self.tr("Det räknas likadant som att göra den. Ingen ser skillnad, och ingen frågar varför."),
            "body",
            wrap=True,
            parent=self,
        )
        self.add(self.words)
        self.body.addStretch(1)
