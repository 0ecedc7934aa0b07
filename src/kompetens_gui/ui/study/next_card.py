"""The tinted card with the one next step; its button is the only filled one on the page."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.study.view_state import HomeView
from kompetens_gui.ui.study.words import kind_word, long_date
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when


class NextCard(Card):
    """`step_wanted(module, step)`; `credential_wanted()` when everything is done."""

    step_wanted = Signal(str, str)
    credential_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(look="tint", parent=parent)
        self.body.setContentsMargins(32, 28, 32, 28)
        self.body.setSpacing(4)
        self._step = ("", "")
        self.over = Label("", "body-strong", "accent", wrap=True, parent=self)
        self.title = Heading("", "h1", parent=self)
        self.about = Label("", "body", "muted", wrap=True, parent=self)
        self.go_button = Button(self.tr("Fortsätt"), "primary", "lg", icon_name="play-fill", parent=self)
        self.credential_button = Button(self.tr("Till kursintyget"), "primary", "lg", icon_name="medal", parent=self)
        self.go_button.clicked.connect(self._go)
        self.credential_button.clicked.connect(self.credential_wanted)
        buttons = FlowRow(12, self)
        buttons.add(self.go_button)
        buttons.add(self.credential_button)
        for part in (self.over, self.title, self.about):
            self.add(part)
        self.body.addStretch(1)
        self.body.addSpacing(16)
        self.add(buttons)

    def show_next(self, view: HomeView) -> None:
        step = view.next
        show_when(self.go_button, step is not None)
        show_when(self.credential_button, step is None and view.is_complete)
        if step is None:
            self._show_done(view)
            return
        self._step = (step.module, step.step)
        self.over.setText(
            self.tr("Fortsätt där du var")
            if step.is_begun
            else self.tr("Börja här")
            if step.is_first
            else self.tr("Nästa steg")
        )
        self.title.setText(step.title)
        kind = self.tr("{kind}, {minutes} minuter.").format(kind=kind_word(step.kind), minutes=step.minutes)
        begun = self.tr("Du fortsätter precis där du slutade.") if step.is_begun else step.about
        self.about.setText(" ".join(part for part in (begun, kind) if part))
        words = self.tr("Fortsätt") if not step.is_first else self.tr("Börja")
        self.go_button.setText(words)
        self.go_button.setAccessibleName(f"{words}: {step.title}")

    def _show_done(self, view: HomeView) -> None:
        validity = view.progress.validity
        self.over.setText(self.tr("Allt är gjort"))
        self.title.setText(self.tr("Du är klar med {path}").format(path=view.progress.path.title))
        if validity is None:
            self.about.setText(self.tr("Fråga din handledare om det som är kvar."))
        elif validity.until is None:
            self.about.setText(self.tr("Repetera gärna några frågor då och då, så sitter det."))
        else:
            self.about.setText(self.tr("Kursintyget gäller till och med {day}.").format(day=long_date(validity.until)))

    @Slot()
    def _go(self) -> None:
        self.step_wanted.emit(*self._step)
