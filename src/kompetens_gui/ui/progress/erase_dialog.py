"""Asks once what is to be taken away: it cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.option_row import OptionRow
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.scroll_dialog import ScrollDialog


class EraseDialog(ScrollDialog):
    """`erase_wanted(everything: bool, pin: str)`. Enter and Escape leave everything as it is."""

    erase_wanted = Signal(bool, str)

    def __init__(self, profile: LearnerProfile, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Ta bort dina uppgifter"),
            self.tr("Det går inte att ångra. Spara en kopia först om du vill ha kvar något."),
            width=620,
            height=520,
            parent=parent,
        )
        self.studies = OptionRow(self.tr("Bara mina studier"), mark="radio", parent=self)
        self.studies.set_detail(
            self.tr("Profilen, svaren, texterna och nivåerna tas bort. Träffar och kursintyg finns kvar och gäller.")
        )
        self.everything = OptionRow(self.tr("Allt om mig"), mark="radio", parent=self)
        self.everything.set_detail(
            self.tr("Dessutom ersätts ditt namn i träffar. Dina kursintyg återkallas men behåller sina nummer.")
        )
        self.studies.setChecked(True)
        self.pin = QLineEdit(self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin_field = Field(self.tr("&Din kod"), self.pin)
        for part in (self.studies, self.everything, self.pin_field):
            self.body.addWidget(part)
        show_when(self.pin_field, profile.has_pin)
        self.body.addStretch(1)
        self.keep = self.add_button(self.tr("Behåll allt"))
        self.keep.setDefault(True)
        self.erase = self.add_button(self.tr("Ta bort"), "danger", icon_name="trash")
        self.erase.setAutoDefault(False)
        self.keep.clicked.connect(self.reject)
        self.erase.clicked.connect(self._erase)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wrong_pin(self, words: str) -> None:
        self.pin_field.set_error(words)
        self.see(self.pin)

    @Slot()
    def _erase(self) -> None:
        self.pin_field.set_error("")
        self.erase_wanted.emit(self.everything.isChecked(), self.pin.text())
