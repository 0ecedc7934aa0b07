"""The PIN of a profile, asked for in peace; wrong tries are answered with a pause and a reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kompetens_gui.domain.learning.pin import LONGEST
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.ui.study.narrow import NarrowPage
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart

SECOND_MS = 1000


class PinPage(NarrowPage):
    """`pin_given(pin)`, `forgotten()`, `back_wanted()`."""

    pin_given = Signal(str)
    forgotten = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(480, parent)
        self._wait = 0
        self._busy = False
        card = Card()
        self.pin = QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(LONGEST)
        self.field = Field(self.tr("PIN-kod"), self.pin)
        self.open_button = Button(self.tr("Öppna"), "primary")
        self.forgotten_button = Button(self.tr("Glömt koden?"), "link")
        self.back_button = Button(self.tr("Välj en annan profil"), "link")
        buttons = FlowRow(16)
        buttons.add(self.open_button)
        for link in (self.forgotten_button, self.back_button):
            buttons.add(RowPart(link))
        card.add(self.field)
        card.add(buttons)
        self.column.addWidget(card)
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self._count_down)
        self.pin.textChanged.connect(self._edited)
        self.pin.returnPressed.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.forgotten_button.clicked.connect(self.forgotten)
        self.back_button.clicked.connect(self.back_wanted)

    def ask(self, profile: LearnerProfile) -> None:
        """Ask for the PIN of a profile."""
        self.show_title(
            self.tr("Hej {name}").format(name=profile.name), self.tr("Skriv din PIN-kod för att fortsätta.")
        )
        self._wait = 0
        self._timer.stop()
        self._busy = False
        self.pin.clear()
        self.field.set_error("")
        self._edited()
        self.pin.setFocus()

    def tell_wrong(self, wait_seconds: int) -> None:
        """Say that it was not right, and how long to wait when it was the fourth time or more."""
        self._busy = False
        self._wait = wait_seconds
        self.pin.selectAll()
        if wait_seconds > 0:
            self._timer.start()
        self._show_wait(self.tr("Koden stämmer inte. Försök igen."))
        self.pin.setFocus()

    def tell_failed(self) -> None:
        """Let another try be made after something else went wrong."""
        self._busy = False
        self._edited()

    def first_focus(self) -> QWidget:
        return self.pin

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _open(self) -> None:
        if self.open_button.isEnabled():
            self._busy = True
            self.open_button.setEnabled(False)
            self.pin_given.emit(self.pin.text())

    @Slot()
    def _edited(self) -> None:
        self.open_button.setEnabled(bool(self.pin.text()) and not self._wait and not self._busy)

    @Slot()
    def _count_down(self) -> None:
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._timer.stop()
        self._show_wait(self.tr("Nu kan du försöka igen."))

    def _show_wait(self, otherwise: str) -> None:
        if self._wait:
            words = self.tr(
                "Koden stämmer inte. Vänta {seconds} sekunder till nästa försök. Pausen gör koden svår att gissa."
            )
            self.field.set_error(words.format(seconds=self._wait))
        else:
            self.field.set_error(otherwise)
        self._edited()
