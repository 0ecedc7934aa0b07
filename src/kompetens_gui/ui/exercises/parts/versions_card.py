"""One's own earlier versions beside the text as it stands, with the changes between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.exercises.parts.changes_text import ChangesText
from kompetens_gui.ui.exercises.parts.readable_diff import readable_diff
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when


@dataclass(frozen=True)
class Version:
    """A text to compare with, and what it is called."""

    name: str
    text: str


class VersionsCard(Card):
    """Hidden while there is nothing earlier that differs from the text as it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dina versioner"), parent=parent)
        self.body.setSpacing(12)
        self._versions: tuple[Version, ...] = ()
        self._now = ""
        self._compared: tuple[str, str] | None = None
        self.which = choice_box(self)
        self.which.activated.connect(self._compare)
        self.field = Field(self.tr("&Jämför med"), self.which, parent=self)
        self.same = Label(self.tr("Det är samma text som nu."), "small", "muted", wrap=True, parent=self)
        self.changes = ChangesText("dense", self)
        legend = self.tr("Understruket är nytt. Genomstruket är borttaget.")
        self.legend = Label(legend, "meta", "faint", wrap=True, parent=self)
        for part in (self.field, self.changes, self.same, self.legend):
            self.add(part)
        show_when(self, False)

    def show_versions(self, versions: Sequence[Version], now: str) -> None:
        """Show what can be compared with, and the changes from the chosen version to `now`; the last one at first."""
        wanted = tuple(versions)
        if wanted != self._versions:
            follows = self.which.currentIndex() in (-1, len(self._versions) - 1)
            chosen = len(wanted) - 1 if follows else self.which.currentIndex()
            self._versions = wanted
            self.which.clear()
            self.which.addItems([v.name for v in wanted])
            self.which.setCurrentIndex(min(chosen, len(wanted) - 1))
        self._now = now.strip()
        show_when(self, any(v.text.strip() != self._now for v in wanted))
        self._compare()

    @Slot()
    def _compare(self, _index: int = 0) -> None:
        index = self.which.currentIndex()
        if not 0 <= index < len(self._versions):
            return
        pair = self._versions[index].text.strip(), self._now
        if pair == self._compared:
            return
        self._compared = pair
        same = pair[0] == pair[1]
        self.changes.show_changes(() if same else readable_diff(*pair))
        for part, wanted in ((self.same, same), (self.changes, not same), (self.legend, not same)):
            show_when(part, wanted)
