"""A forgotten PIN: what goes away with it, who has to confirm, and one careful button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kompetens_gui.domain.learning.pin import LONGEST
from kompetens_gui.domain.learning.profile import LearnerProfile, PinResetLoss
from kompetens_gui.ui.study.narrow import NarrowPage
from kompetens_gui.ui.study.words import small_number
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when

translate = QCoreApplication.translate


class ForgottenPage(NarrowPage):
    """`reset_wanted(supervisor id or "", the supervisor's PIN)`, `back_wanted()`."""

    reset_wanted = Signal(str, str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(560, parent)
        self._supervisors: Sequence[LearnerProfile] = ()
        card = Card()
        self.loss = Label("", "body", wrap=True)
        self.kept = Label(
            self.tr("Nivåer, resultat, genomförda delar och godkännanden finns kvar."), "body", "muted", wrap=True
        )
        self.who = choice_box()
        self.who_field = Field(
            self.tr("Handledare som bekräftar"),
            self.who,
            hint=self.tr("Handledaren skriver sin egen kod. Det är skyddet mot att någon annan öppnar din profil."),
        )
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(LONGEST)
        self.pin_field = Field(self.tr("Handledarens PIN-kod"), self.pin)
        self.nobody = Label(
            self.tr("Ingen handledare har en profil med kod på den här datorn, så du bekräftar själv."),
            "small",
            "muted",
            wrap=True,
        )
        self.reset_button = Button(self.tr("Ta bort koden och texterna"), "danger")
        self.back_button = Button(self.tr("Behåll allt"), "secondary")
        buttons = FlowRow(12)
        buttons.add(self.back_button)
        buttons.add(self.reset_button)
        for part in (self.loss, self.kept, self.who_field, self.pin_field, self.nobody, buttons):
            card.add(part)
        self.column.addWidget(card)
        self.reset_button.clicked.connect(self._reset)
        self.back_button.clicked.connect(self.back_wanted)
        self.pin.textChanged.connect(self._edited)

    def ask(self, profile: LearnerProfile, loss: PinResetLoss, supervisors: Sequence[LearnerProfile]) -> None:
        """Say what is lost, and who can confirm."""
        self._supervisors = [s for s in supervisors if s.id != profile.id]
        self.show_title(
            self.tr("Glömt koden"),
            self.tr("Koden går inte att läsa fram. Den kan bara tas bort från profilen {name}.").format(
                name=profile.name
            ),
        )
        self.loss.setText(loss_words(loss))
        self.who.clear()
        for supervisor in self._supervisors:
            self.who.addItem(supervisor.name, supervisor.id)
        show_when(self.who_field, bool(self._supervisors))
        show_when(self.pin_field, bool(self._supervisors))
        show_when(self.nobody, not self._supervisors)
        self.pin.clear()
        self.pin_field.set_error("")
        self._edited()
        self.back_button.setFocus()

    def tell_wrong(self, wait_seconds: int) -> None:
        """Say that the supervisor's PIN was not right."""
        self.pin_field.set_error(
            self.tr("Koden stämmer inte. Vänta {seconds} sekunder.").format(seconds=wait_seconds)
            if wait_seconds
            else self.tr("Koden stämmer inte. Försök igen.")
        )
        self._edited()

    def first_focus(self) -> QWidget:
        return self.back_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _edited(self) -> None:
        self.reset_button.setEnabled(not self._supervisors or bool(self.pin.text()))

    @Slot()
    def _reset(self) -> None:
        self.reset_button.setEnabled(False)
        supervisor = str(self.who.currentData() or "") if self._supervisors else ""
        self.reset_wanted.emit(supervisor, self.pin.text())


def loss_words(loss: PinResetLoss) -> str:
    """Say how much goes away, whole sentences whatever the numbers are."""
    parts = []
    if loss.reflections:
        parts.append(
            translate("Study", "en reflektion")
            if loss.reflections == 1
            else translate("Study", "{count} reflektioner").format(count=small_number(loss.reflections))
        )
    if loss.own_texts:
        parts.append(
            translate("Study", "en egen text")
            if loss.own_texts == 1
            else translate("Study", "{count} egna texter").format(count=small_number(loss.own_texts))
        )
    if not parts:
        return translate("Study", "Du har inga egna texter som försvinner.")
    return translate("Study", "Det som bara du skulle läsa försvinner: {what}.").format(
        what=translate("Study", " och ").join(parts)
    )
