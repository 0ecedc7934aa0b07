"""What the learner wrote another time, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.exercises.reflection import EarlierReflection
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label, rule


class EarlierCard(Card):
    """Earlier texts with their days; they can be read and not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Det du skrev förut"), dense=True, parent=parent)
        self._shown: int | None = None
        self.texts: list[Label] = []

    def show_earlier(self, earlier: Sequence[EarlierReflection]) -> None:
        """Show the texts; those of an attempt never change."""
        if self._shown is not None:
            return
        self._shown = len(earlier)
        for number, reflection in enumerate(reversed(earlier)):
            if number:
                self.add(rule())
            at = reflection.at
            day = QLocale().toString(QDate(at.year, at.month, at.day), "d MMMM yyyy")
            self.add(Label(day, "label", "faint", parent=self))
            for _, text in sorted(reflection.texts.items()):
                if text:
                    label = Label(text, "small", wrap=True, parent=self)
                    self.texts.append(label)
                    self.add(label)
        self.body.addStretch(1)
