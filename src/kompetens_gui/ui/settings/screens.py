"""Which screen the room's picture goes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.settings.parts import ScreenLike, SettingsParts
from kompetens_gui.ui.settings.section import Section
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Label

_ANY = ""


class ScreensSection(Section):
    """`try_wanted()` when the room's picture is to be shown as chosen."""

    try_wanted = Signal()

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Skärmar"), parent)
        self._parts = parts
        self._remembered = _ANY
        self._shown: list[tuple[str, str]] | None = None
        self.group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.windowed = QCheckBox(self.tr("Fönsterläge, för videomöte"))
        self.try_button = Button(self.tr("Prova"), icon_name="projector-screen")
        self.note = Label("", "small", "muted", wrap=True)
        self.add(Label(self.tr("Åhörarvyn visas på"), "small-strong"))
        self.body.addLayout(self._list)
        self.add(self.note)
        self.add(self.windowed)
        row = QHBoxLayout()
        row.addWidget(self.try_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.windowed.clicked.connect(self._changed)
        self.try_button.clicked.connect(self.try_wanted)
        self.group.buttonClicked.connect(self._changed)

    def load(self, preferences: Preferences) -> None:
        self._remembered = preferences.room_screen
        self.windowed.setChecked(preferences.room_windowed)
        self.refresh()

    def save(self, preferences: Preferences) -> Preferences:
        return replace(preferences, room_screen=self._remembered, room_windowed=self.windowed.isChecked())

    @Slot()
    def refresh(self) -> None:
        """Show the screens that are plugged in now."""
        screens = list(self._parts.screens())
        others = [screen for screen in screens if not screen.is_leaders]
        rows = [(_ANY, self.tr("Den andra skärmen, vilken den än är"))]
        rows += [(screen.key, _words(screen)) for screen in others]
        if self._remembered and self._remembered not in {key for key, _ in rows}:
            rows.append((self._remembered, self.tr("Den du valde förut, som inte är ansluten nu")))
        if rows != self._shown:
            self._show_rows(rows)
        self.buttons[self._remembered].setChecked(True)
        self.note.setText(self._note(screens, others))

    def _note(self, screens: Sequence[ScreenLike], others: Sequence[ScreenLike]) -> str:
        own = next((_words(screen) for screen in screens if screen.is_leaders), "")
        if not others:
            return self.tr("Bara en skärm är ansluten. Åhörarvyn öppnas i ett fönster tills en till ansluts.")
        return self.tr("Ledarvyn visas på {screen}.").format(screen=own) if own else ""

    def _show_rows(self, rows: list[tuple[str, str]]) -> None:
        for old in self.buttons.values():
            self.group.removeButton(old)
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons, self._shown = {}, rows
        for key, words in rows:
            button = QRadioButton(words)
            self.group.addButton(button)
            self._list.addWidget(button)
            self.buttons[key] = button

    @Slot()
    def _changed(self, _value: object = None) -> None:
        self._remembered = next((key for key, button in self.buttons.items() if button.isChecked()), _ANY)
        self.changed.emit("")


def _words(screen: ScreenLike) -> str:
    return f"{screen.name}, {screen.width} × {screen.height}"
