"""Who signs: by name and profession, or a profile on this machine that proves itself with its PIN."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.exercises.hand_over import role_box
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.segmented import SegmentedControl

_LONGEST = 120


class SignerCard(Card):
    """`changed()` when `signer()` may be another than before."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Vem godkänner?"), parent=parent)
        self.body.setSpacing(12)
        self._profiles: tuple[LearnerProfile, ...] = ()
        self.way = SegmentedControl(
            self.tr("Hur du skriver under"),
            [("name", self.tr("Namn och roll")), ("profile", self.tr("Egen profil"))],
            parent=self,
        )
        self.name, self.pin = QLineEdit(self), QLineEdit(self)
        self.name.setMaxLength(_LONGEST)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.role, self.profile = role_box(Role.REHAB_COORDINATOR), choice_box()
        self.by_name, self.by_profile = QWidget(self), QWidget(self)
        self.name_field = Field(self.tr("&Namn"), self.name, parent=self.by_name)
        self.role_field = Field(self.tr("&Roll"), self.role, parent=self.by_name)
        self.profile_field = Field(self.tr("&Profil"), self.profile, parent=self.by_profile)
        pin_hint = self.tr("Fyll i själv. Har profilen ingen kod lämnar du fältet tomt.")
        self.pin_field = Field(self.tr("&Kod"), self.pin, hint=pin_hint, parent=self.by_profile)
        self._lay_out()
        self.way.chosen.connect(self._choose_way)
        self.name.textChanged.connect(self._typed)
        self.pin.textChanged.connect(self._typed)
        self.profile.currentIndexChanged.connect(self._typed)

    def show_profiles(self, profiles: Sequence[LearnerProfile]) -> None:
        """Offer the profiles that may sign; without any there is only name and profession."""
        self._profiles = tuple(profiles)
        self.profile.clear()
        for profile in self._profiles:
            self.profile.addItem(", ".join(x for x in (profile.name, role_title(profile.role), profile.unit) if x))
        show_when(self.way, bool(self._profiles))
        self._show_way()

    def signer(self) -> Signer | None:
        """Return who signs, None while it is not whole."""
        if self._by_profile:
            place = self.profile.currentIndex()
            if not 0 <= place < len(self._profiles):
                return None
            chosen = self._profiles[place]
            return Signer(chosen.name, chosen.role, chosen.id, self.pin.text())
        name = " ".join(self.name.text().split())
        return Signer(name, Role(self.role.currentData())) if name else None

    def show_refusal(self, words: str) -> None:
        """Show why it was refused, and let it be mended there."""
        field = self.pin_field if self._by_profile else self.name_field
        field.set_error(words)
        field.editor.setFocus()
        if self._by_profile:
            self.pin.selectAll()

    def first(self) -> QWidget:
        return self.profile if self._by_profile else self.name

    @property
    def _by_profile(self) -> bool:
        return bool(self._profiles) and self.way.current() == "profile"

    @Slot(str)
    def _choose_way(self, _way: str) -> None:
        self._show_way()
        self.first().setFocus()
        self.changed.emit()

    @Slot()
    def _typed(self) -> None:
        for field in (self.name_field, self.pin_field):
            field.set_error("")
        self.changed.emit()

    def _show_way(self) -> None:
        show_when(self.by_name, not self._by_profile)
        show_when(self.by_profile, self._by_profile)

    def _lay_out(self) -> None:
        lead = self.tr("Den som godkänner fyller i själv. Det går inte att godkänna sig själv.")
        self.add(Label(lead, "small", "muted", wrap=True, parent=self))
        self.add(self.way)
        for holder, fields in (
            (self.by_name, (self.name_field, self.role_field)),
            (self.by_profile, (self.profile_field, self.pin_field)),
        ):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for field in fields:
                column.addWidget(field)
            self.add(holder)
        self.body.addStretch(1)
        show_when(self.way, False)
        show_when(self.by_profile, False)
