"""Light or dark, and how large the text is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.services.preferences import TEXT_SCALE_HIGHEST, TEXT_SCALE_LOWEST, Preferences, ThemeMode
from kompetens_gui.ui.settings.section import Section
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper


class AppearanceSection(Section):
    """Every choice is seen at once in the whole window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Utseende"), parent)
        self.mode = SegmentedControl(
            self.tr("Tema"),
            [
                (ThemeMode.LIGHT.value, self.tr("Ljust")),
                (ThemeMode.DARK.value, self.tr("Mörkt")),
                (ThemeMode.SYSTEM.value, self.tr("Som datorn")),
            ],
        )
        self.text_size = Stepper(
            self.tr("Textstorlek"),
            100,
            minimum=round(TEXT_SCALE_LOWEST * 100),
            maximum=round(TEXT_SCALE_HIGHEST * 100),
            step=10,
            unit="%",
        )
        self.room_dark = QCheckBox(self.tr("Mörk åhörarvy, för rum som inte kan släckas ned"))
        sample = Card(look="inner", dense=True)
        sample.add(Label(self.tr("Så här läses ett intyg"), "small-strong", "faint"))
        text = self.tr("Tappar tråden flera gånger under samtalet och behöver få frågor omformulerade.")
        sample.add(Label(text, "medical-certificate", wrap=True))
        for title, control in ((self.tr("Tema"), self.mode), (self.tr("Textstorlek"), self.text_size)):
            box, row = QVBoxLayout(), QHBoxLayout()
            box.setSpacing(6)
            box.addWidget(Label(title, "small-strong"))
            row.addWidget(control)
            row.addStretch(1)
            box.addLayout(row)
            self.body.addLayout(box)
        self.add(sample)
        self.add(Label(self.tr("Ctrl + och Ctrl − ändrar textstorleken var du än är."), "small", "muted", wrap=True))
        self.add(self.room_dark)
        self.mode.chosen.connect(self._changed)
        self.text_size.value_changed.connect(self._changed)
        self.room_dark.clicked.connect(self._changed)

    def load(self, preferences: Preferences) -> None:
        self.mode.set_current(preferences.theme.value)
        self.text_size.set_value(round(preferences.text_scale * 100))
        self.room_dark.setChecked(preferences.room_dark)

    def save(self, preferences: Preferences) -> Preferences:
        return replace(
            preferences,
            theme=ThemeMode(self.mode.current()),
            text_scale=self.text_size.value() / 100,
            room_dark=self.room_dark.isChecked(),
        )

    @staticmethod
    def apply(preferences: Preferences) -> None:
        """Give the whole program the look."""
        theme.set_mode(preferences.theme.value)
        theme.set_text_scale(preferences.text_scale)

    @Slot()
    def _changed(self, _value: object = None) -> None:
        self.changed.emit("")
