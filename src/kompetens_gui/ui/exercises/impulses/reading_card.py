"""How the case reads a portion, beside the learner's marks: seen by both, by the case alone, by the learner alone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.impulses import PortionView
from kompetens_gui.domain.impulse_names import impulse_name
from kompetens_gui.domain.study.impulses import Impulse, ImpulseType
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.layouts import clear_layout


class ReadImpulse(QFrame):
    """One impulse: who saw it, its words, and why it is a reason to ask."""

    def __init__(
        self, icon: tuple[str, str], title: str, seen: str, quote: str, why: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.setAccessibleName(f"{title}. {seen}.")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Label(title, "dense-strong", wrap=True, parent=self))
        column.addWidget(Label(seen, "label", "accent" if icon[1] == "accent" else "muted", wrap=True, parent=self))
        if quote:
            column.addWidget(Label(f"”{quote}”", "small", "muted", wrap=True, parent=self))
        if why:
            column.addWidget(Label(why, "dense", wrap=True, parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(Icon(icon[0], 20, icon[1], parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)


class CaseReading(QWidget):
    """Everything in a portion that somebody saw as an impulse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[int, Mapping[ImpulseType, str], str] | None = None
        self.entries: list[ReadImpulse] = []
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

    def show_portion(self, portion: PortionView) -> None:
        shown = (portion.number, dict(portion.marks), portion.chosen)
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._rows)
        self.entries = [self._of_case(i, portion.marks) for i in portion.impulses]
        known = {impulse.type for impulse in portion.impulses}
        self.entries += [self._own(kind, quote) for kind, quote in portion.marks.items() if kind not in known]
        for entry in self.entries:
            self._rows.addWidget(entry)
        self.lead.setText(self._lead(portion))

    def _lead(self, portion: PortionView) -> str:
        if portion.impulses:
            return self.tr("En impuls är ett skäl att fråga. Den är aldrig ett bevis.")
        if portion.marks:
            return self.tr("Fallet ser inga impulser här. Det du såg kan ändå vara värt en öppen fråga.")
        return self.tr("Fallet ser inga impulser här, precis som du. Också det är en läsning.")

    def _of_case(self, impulse: Impulse, marks: Mapping[ImpulseType, str]) -> ReadImpulse:
        both = impulse.type in marks
        icon = ("check-bold", "accent") if both else ("lightbulb", "text_2")
        seen = self.tr("Du såg den också") if both else self.tr("Fallet lyfter den här")
        return ReadImpulse(icon, impulse_name(impulse.type), seen, impulse.quote, impulse.why, self)

    def _own(self, kind: ImpulseType, quote: str) -> ReadImpulse:
        why = self.tr("Fallet tar inte upp den. Pröva den med en öppen fråga, så vet du mer.")
        return ReadImpulse(("eye", "text_2"), impulse_name(kind), self.tr("Din egen iakttagelse"), quote, why, self)
