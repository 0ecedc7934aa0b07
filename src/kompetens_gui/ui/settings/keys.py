"""Shortcuts that are single letters, and the list of all of them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.settings.section import Section
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Label


class KeysSection(Section):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Tangenter"), parent)
        self.single_keys = QCheckBox(self.tr("Enkla bokstäver som kortkommandon"))
        self.show_button = Button(self.tr("Visa alla kortkommandon"), icon_name="keyboard")
        self.add(self.single_keys)
        text = self.tr(
            "D, F och A markerar när intyget har fokus. Stäng av om du styr datorn med rösten. "
            "Kommandon med Ctrl och knapparna fungerar alltid."
        )
        self.add(Label(text, "small", "muted", wrap=True))
        row = QHBoxLayout()
        row.addWidget(self.show_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.single_keys.clicked.connect(self._changed)
        self.show_button.clicked.connect(self._show_keys)

    def load(self, preferences: Preferences) -> None:
        self.single_keys.setChecked(preferences.single_key_shortcuts)

    def save(self, preferences: Preferences) -> Preferences:
        return replace(preferences, single_key_shortcuts=self.single_keys.isChecked())

    @Slot()
    def _changed(self) -> None:
        self.changed.emit("")

    @Slot()
    def _show_keys(self) -> None:
        # Imported when first wanted, as the window does it for F1.
        from kompetens_gui.ui.shell.help import ShortcutSheet

        ShortcutSheet(self.window()).open()
