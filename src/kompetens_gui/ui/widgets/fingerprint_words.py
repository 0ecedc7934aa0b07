"""The fingerprint of a key as two people compare it over the phone: ten numbered words, and groups to fall back on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from kompetens_gui.domain.credentials.issuers import Fingerprint
from kompetens_gui.ui.widgets.labels import Label

_WORDS_A_ROW = 5
_COUNT = 10


class FingerprintWords(QWidget):
    """Shows one fingerprint at a time."""

    def __init__(self, fingerprint: Fingerprint | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setHorizontalSpacing(32)
        grid.setColumnStretch(2, 1)
        self.words = [Label("", "dense-strong", parent=self) for _ in range(_COUNT)]
        for place, label in enumerate(self.words):
            grid.addWidget(label, place % _WORDS_A_ROW, place // _WORDS_A_ROW)
        self.groups = Label("", "small", wrap=True, parent=self)
        self.groups.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(self.groups, _WORDS_A_ROW, 0, 1, 3)
        if fingerprint is not None:
            self.show_fingerprint(fingerprint)

    def show_fingerprint(self, fingerprint: Fingerprint) -> None:
        for place, (label, word) in enumerate(zip(self.words, fingerprint.words, strict=True)):
            label.setText(f"{place + 1}. {word}")
        self.groups.setText(self.tr("Eller: {groups}").format(groups=fingerprint.hexadecimal))
        self.setAccessibleName(self.tr("Nyckelns ord: {words}").format(words=fingerprint.spoken))
