"""Who signs: somebody with a profile here, who proves it with a PIN, or a name and a profession."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when


class SignerForm(QWidget):
    """Offers the profiles given, and "Någon annan" with fields for name and profession."""

    def __init__(self, profiles: Sequence[LearnerProfile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles = tuple(profiles)
        self.who = choice_box()
        self.who.addItem(self.tr("Någon utan profil här"))
        for profile in self._profiles:
            self.who.addItem(", ".join(x for x in (profile.name, role_title(profile.role), profile.unit) if x))
        self.name, self.pin = QLineEdit(), QLineEdit()
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.role = choice_box()
        for role in Role:
            self.role.addItem(role_title(role), role)
        self.who_field = Field(self.tr("&Vem skriver under?"), self.who)
        self.name_field = Field(self.tr("&Namn på den som skriver under"), self.name)
        self.role_field = Field(self.tr("&Yrke"), self.role)
        self.pin_field = Field(self.tr("&Kod för profilen"), self.pin, hint=self.tr("Den som skriver under fyller i."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field in (self.who_field, self.pin_field, self.name_field, self.role_field):
            column.addWidget(field)
        show_when(self.who_field, bool(self._profiles))
        self.who.currentIndexChanged.connect(self._fit)
        self._fit()

    def signer(self) -> Signer:
        """Return who it is as far as it is filled in."""
        profile = self._chosen()
        if profile is not None:
            return Signer(profile.name, profile.role, profile.id, self.pin.text())
        return Signer(self.name.text().strip(), Role(self.role.currentData()))

    def show_error(self, words: str) -> QWidget:
        """Show a refusal at the field it is about, and return that field's editor."""
        profile = self._chosen()
        field = self.name_field if profile is None else self.pin_field if profile.has_pin else self.who_field
        field.set_error(words)
        return field.editor

    def clear_errors(self) -> None:
        for field in (self.who_field, self.pin_field, self.name_field, self.role_field):
            field.set_error("")

    def _chosen(self) -> LearnerProfile | None:
        place = self.who.currentIndex() - 1
        return self._profiles[place] if place >= 0 else None

    @Slot()
    def _fit(self) -> None:
        profile = self._chosen()
        show_when(self.pin_field, profile is not None and profile.has_pin)
        show_when(self.name_field, profile is None)
        show_when(self.role_field, profile is None)
        self.clear_errors()
