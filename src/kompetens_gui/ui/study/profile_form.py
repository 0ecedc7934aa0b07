"""A new profile, or changes to one's own: as little as is needed, and what each thing is for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.learning.pin import LONGEST, SHORTEST
from kompetens_gui.domain.learning.profile import LONGEST_NAME, LearnerProfile
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.study.narrow import NarrowPage
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label, rule
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck

LONGEST_NEW_PIN = 8


@dataclass(frozen=True)
class ProfileWanted:
    """What was written. `pin` is a new PIN (empty: none is set), `old_pin` the one that is asked for first."""

    name: str
    role: Role
    unit: str
    sex: Sex | None
    pin: str
    old_pin: str
    room_results_count: bool
    supervises: bool
    remove_pin: bool = False


class ProfileForm(NarrowPage):
    """`saved(ProfileWanted)`, `back_wanted()`, `removed(pin)` when one's own profile is to be taken away."""

    saved = Signal(object)
    back_wanted = Signal()
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._profile: LearnerProfile | None = None
        self.name, self.unit = QLineEdit(), QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.unit.setMaxLength(LONGEST_NAME)
        self.role, self.sex = choice_box(), choice_box()
        for role in Role:
            self.role.addItem(role_title(role), role)
        for word, value in (
            (self.tr("Anger jag inte"), ""),
            (self.tr("Kvinna"), Sex.WOMAN),
            (self.tr("Man"), Sex.MAN),
            (self.tr("Annat"), Sex.OTHER),
        ):
            self.sex.addItem(word, value)
        self.old_pin, self.pin = _pin_line(LONGEST), _pin_line(LONGEST_NEW_PIN)
        digits = QRegularExpression(rf"\d{{0,{LONGEST_NEW_PIN}}}")
        self.pin.setValidator(QRegularExpressionValidator(digits, self.pin))
        self.name_field = Field(self.tr("Namn"), self.name)
        self.role_field = Field(self.tr("Roll"), self.role)
        self.unit_field = Field(self.tr("Enhet (frivilligt)"), self.unit)
        self.sex_field = Field(
            self.tr("Kön (frivilligt)"),
            self.sex,
            hint=self.tr("Används bara för könsuppdelade siffror om en grupp, aldrig om dig."),
        )
        self.old_pin_field = Field(self.tr("Nuvarande PIN-kod"), self.old_pin)
        self.pin_field = Field(self.tr("PIN-kod (frivilligt)"), self.pin)
        self.no_pin = WrappedCheck(self.tr("Ta bort koden"))
        self.consent = WrappedCheck(
            self.tr("Räkna med gruppdialoger på den här datorn där jag är namngiven. Jag kan ångra det när jag vill.")
        )
        self.supervises = WrappedCheck(
            self.tr("Jag handleder andra: jag får skriva under moduler och hjälpa en kollega som glömt sin kod.")
        )
        self.save_button = Button("", "primary")
        self.back_button = Button(self.tr("Ångra"), "secondary")
        self.remove_button = Button(self.tr("Ta bort profilen"), "danger")
        self.sure = Label("", "small", "err", wrap=True)
        self._lay_out()
        self._connect()

    def ask_new(self) -> None:
        """Ask for a new profile."""
        self._profile = None
        self.show_title(
            self.tr("Ny profil"), self.tr("Namn och roll räcker. Allt stannar på den här datorn och går att ta bort.")
        )
        self._fill("", Role.REHAB_COORDINATOR, "", None, consent=False, supervises=False)
        self.save_button.setText(self.tr("Skapa profil"))
        self._show_pin_parts(has_pin=False)

    def ask_changes(self, profile: LearnerProfile) -> None:
        """Ask for changes to a profile that is open."""
        self._profile = profile
        self.show_title(self.tr("Din profil"))
        self._fill(
            profile.name,
            profile.role,
            profile.unit,
            profile.sex,
            consent=profile.room_results_count,
            supervises=profile.supervises,
        )
        self.save_button.setText(self.tr("Spara"))
        self._show_pin_parts(has_pin=profile.has_pin)

    def tell_pin_wrong(self, wait_seconds: int) -> None:
        """Say that the PIN that was asked for first was not right."""
        self.save_button.setEnabled(True)
        words = self.tr("Koden stämmer inte. Försök igen.")
        if wait_seconds:
            words = self.tr("Koden stämmer inte. Vänta {seconds} sekunder.").format(seconds=wait_seconds)
        self.old_pin_field.set_error(words)
        self.old_pin.setFocus()

    def tell_failed(self) -> None:
        """Let it be tried again."""
        self.save_button.setEnabled(True)

    def first_focus(self) -> QWidget:
        return self.name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._save()
        else:
            super().keyPressEvent(event)

    def _fill(self, name: str, role: Role, unit: str, sex: Sex | None, *, consent: bool, supervises: bool) -> None:
        self.name.setText(name)
        self.unit.setText(unit)
        self.role.setCurrentIndex(self.role.findData(role))
        self.sex.setCurrentIndex(max(0, self.sex.findData(sex or "")))
        self.consent.box.setChecked(consent)
        self.supervises.box.setChecked(supervises)
        for line in (self.pin, self.old_pin):
            line.clear()
        for field in (self.name_field, self.pin_field, self.old_pin_field):
            field.set_error("")
        self.no_pin.box.setChecked(False)
        self.sure.setText("")
        show_when(self.sure, False)
        self.remove_button.setText(self.tr("Ta bort profilen"))
        self.save_button.setEnabled(True)
        self.name.setFocus()

    def _show_pin_parts(self, *, has_pin: bool) -> None:
        show_when(self.old_pin_field, has_pin)
        show_when(self.no_pin, has_pin)
        show_when(self._remove_part, self._profile is not None)
        self.pin_field.label.setText(self.tr("Ny PIN-kod (frivilligt)") if has_pin else self.tr("PIN-kod (frivilligt)"))
        self.old_pin_field.set_hint(self.tr("Behövs när du byter eller tar bort koden, eller tar bort profilen."))

    @Slot()
    def _save(self) -> None:
        if not self.save_button.isEnabled() or not self._is_whole():
            return
        self.save_button.setEnabled(False)
        sex = self.sex.currentData()
        self.saved.emit(
            ProfileWanted(
                name=self.name.text().strip(),
                role=Role(self.role.currentData()),
                unit=self.unit.text().strip(),
                sex=Sex(sex) if sex else None,
                pin=self.pin.text(),
                old_pin=self.old_pin.text(),
                room_results_count=self.consent.box.isChecked(),
                supervises=self.supervises.box.isChecked(),
                remove_pin=self.no_pin.box.isChecked() and not self.pin.text(),
            )
        )

    def _is_whole(self) -> bool:
        named = bool(self.name.text().strip())
        self.name_field.set_error("" if named else self.tr("Skriv ett namn."))
        short = 0 < len(self.pin.text()) < SHORTEST
        self.pin_field.set_error(self.tr("Välj 4 till 8 siffror, eller lämna tomt.") if short else "")
        changes_pin = bool(self.pin.text()) or self.no_pin.box.isChecked()
        has_pin = self._profile is not None and self._profile.has_pin
        asked = has_pin and changes_pin and not self.old_pin.text()
        self.old_pin_field.set_error(self.tr("Skriv den kod du har nu.") if asked else "")
        first = self.name if not named else self.pin if short else self.old_pin if asked else None
        if first is not None:
            first.setFocus()
        return first is None

    @Slot()
    def _remove(self) -> None:
        """Ask once, with the words on the button changed; the second press does it."""
        profile = self._profile
        if profile is None:
            return
        if self.sure.isHidden():
            self.sure.setText(
                self.tr("Allt i profilen försvinner: resultat, egna texter och repetition. Det går inte att ångra.")
            )
            show_when(self.sure, True)
            self.remove_button.setText(self.tr("Ja, ta bort profilen"))
            self.back_button.setFocus()
        elif profile.has_pin and not self.old_pin.text():
            self.old_pin_field.set_error(self.tr("Skriv den kod du har nu."))
            self.old_pin.setFocus()
        else:
            self.removed.emit(self.old_pin.text())

    def _lay_out(self) -> None:
        card, pin, more = Card(), Card(), Card()
        for field in (self.name_field, self.role_field, self.unit_field, self.sex_field):
            card.add(field)
        pin.add(Heading(self.tr("PIN-kod"), "h3"))
        pin.add(
            Label(
                self.tr(
                    "En kod på 4 till 8 siffror skiljer er åt som delar dator. Den krypterar inte: den som kan läsa "
                    "datorns filer kan läsa dem. Glömmer du koden försvinner dina egna texter, men inte resultaten."
                ),
                "small",
                "muted",
                wrap=True,
            )
        )
        for part in (self.old_pin_field, self.pin_field, self.no_pin):
            pin.add(part)
        more.add(self.consent)
        more.add(self.supervises)
        self._remove_part = QWidget()
        removing = Card()
        removing.add(Heading(self.tr("Ta bort"), "h3"))
        removing.add(self.sure)
        row = FlowRow(12)
        row.add(self.remove_button)
        removing.add(row)
        self._remove_part = removing
        buttons = FlowRow(12)
        buttons.add(self.save_button)
        buttons.add(self.back_button)
        for whole in (card, pin, more, buttons, rule(), self._remove_part):
            self.column.addWidget(whole)

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._save)
        self.back_button.clicked.connect(self.back_wanted)
        self.remove_button.clicked.connect(self._remove)


def _pin_line(longest: int) -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setMaxLength(longest)
    return line
