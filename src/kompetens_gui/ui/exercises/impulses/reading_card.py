"""How the case reads a portion, beside the learner's marks: seen by both, by the case alone, by the learner alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.impulses import PortionView
from kompetens_gui.domain.impulse_names import impulse_name
from kompetens_gui.domain.study.impulses import Impulse, ImpulseType
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.painted import show_when

_USUAL: Final = 4


class _Read(NamedTuple):
    """What is said of an impulse, and the icon for who saw it."""

    icon: str
    ink: str
    title: str
    seen: str
    quote: str
    why: str


class ReadImpulse(QFrame):
    """One impulse: who saw it, its words, and why it is a reason to ask."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self._icon = Icon("eye", 20, parent=self)
        self._title = Label("", "dense-strong", wrap=True, parent=self)
        self._seen = Label("", "label", "muted", wrap=True, parent=self)
        self._quote = Label("", "small", "muted", wrap=True, parent=self)
        self._why = Label("", "dense", wrap=True, parent=self)
        column = QVBoxLayout()
        column.setSpacing(4)
        for part in (self._title, self._seen, self._quote, self._why):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_read(self, read: _Read) -> None:
        self.setAccessibleName(f"{read.title}. {read.seen}.")
        self._icon.set_icon(read.icon, read.ink)
        self._title.setText(read.title)
        self._seen.setText(read.seen)
        self._seen.set_tone("accent" if read.ink == "accent" else "muted")
        self._quote.setText(f"”{read.quote}”" if read.quote else "")
        self._why.setText(read.why)
        show_when(self._quote, bool(read.quote))
        show_when(self._why, bool(read.why))


class CaseReading(QWidget):
    """Everything in a portion that somebody saw as an impulse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[int, Mapping[ImpulseType, str], str] | None = None
        self.entries: list[ReadImpulse] = []
        self._made: list[ReadImpulse] = []
        self.title = Heading(self.tr("Så läser fallet"), "h3", parent=self)
        self.lead = Label("", "small", "muted", wrap=True, parent=self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addLayout(self._rows)

    def making_entries(self) -> Iterator[Callable[[], object]]:
        """Make as many entries as there usually are, unseen and without words, a piece at a time."""
        while len(self._made) < _USUAL:
            yield self._make_entry

    def show_portion(self, portion: PortionView) -> None:
        shown = (portion.number, dict(portion.marks), portion.chosen)
        if shown == self._shown:
            return
        self._shown = shown
        read = [self._of_case(i, portion.marks) for i in portion.impulses]
        known = {impulse.type for impulse in portion.impulses}
        read += [self._own(kind, quote) for kind, quote in portion.marks.items() if kind not in known]
        while len(self._made) < len(read):
            self._make_entry()
        self.entries = self._made[: len(read)]
        for entry, words in zip(self.entries, read, strict=True):
            entry.show_read(words)
        for number, entry in enumerate(self._made):
            show_when(entry, number < len(read))
        self.lead.setText(self._lead(portion))

    def _make_entry(self) -> None:
        entry = ReadImpulse(self)
        show_when(entry, False)
        self._made.append(entry)
        self._rows.addWidget(entry)

    def _lead(self, portion: PortionView) -> str:
        if portion.impulses:
            return self.tr("En impuls är ett skäl att fråga. Den är aldrig ett bevis.")
        if portion.marks:
            return self.tr("Fallet ser inga impulser här. Det du såg kan ändå vara värt en öppen fråga.")
        return self.tr("Fallet ser inga impulser här, precis som du. Också det är en läsning.")

    def _of_case(self, impulse: Impulse, marks: Mapping[ImpulseType, str]) -> _Read:
        both = impulse.type in marks
        icon, ink = ("check-bold", "accent") if both else ("lightbulb", "text_2")
        seen = self.tr("Du såg den också") if both else self.tr("Fallet lyfter den här")
        return _Read(icon, ink, impulse_name(impulse.type), seen, impulse.quote, impulse.why)

    def _own(self, kind: ImpulseType, quote: str) -> _Read:
        why = self.tr("Fallet tar inte upp den. Pröva den med en öppen fråga, så vet du mer.")
        return _Read("eye", "text_2", impulse_name(kind), self.tr("Din egen iakttagelse"), quote, why)
