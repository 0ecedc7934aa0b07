"""Where to find support, always in view in exercises about violence, and the way out in a moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.study.safe_questions import Helpline
from kompetens_gui.ui.shell.shortcuts import keys_text
from kompetens_gui.ui.study.words import long_date
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Icon, Kbd, Label
from kompetens_gui.ui.widgets.painted import show_when

FIRST = 2
"""How many lines are always in view; the others unfold."""


class SupportCard(QFrame):
    """`close_wanted()` for the fast way out."""

    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "tint")
        self.setAccessibleName(self.tr("Stöd och snabb väg ut"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._lines: tuple[Helpline, ...] | None = None
        self.row = FlowRow(12, self)
        self.first = [Label("", "small-strong", parent=self.row) for _ in range(FIRST)]
        self.more_button = Button(self.tr("Fler stödlinjer"), "link", parent=self.row)
        self.more_button.setCheckable(True)
        self.close_button = Button(self.tr("Stäng snabbt"), "secondary", "sm", icon_name="sign-out", parent=self.row)
        self.close_button.setToolTip(self.tr("Visar översikten på en gång. Det du har gjort finns kvar."))
        self.more = Label("", "small", "muted", wrap=True, parent=self)
        self.row.add(RowPart(Icon("lifebuoy", 20, "accent", parent=self.row)))
        for label in self.first:
            self.row.add(RowPart(label))
        self.row.add(RowPart(self.more_button))
        self.row.add(RowPart(self.close_button))
        self.row.add(RowPart(Kbd(keys_text("exercise.fast_close"), parent=self.row)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(4)
        column.addWidget(self.row)
        column.addWidget(self.more)
        show_when(self.more, False)
        self.close_button.clicked.connect(self.close_wanted)
        self.more_button.toggled.connect(self._unfold)

    def show_helplines(self, helplines: Sequence[Helpline]) -> None:
        """Show the first lines, and keep the others at hand."""
        if self._lines == tuple(helplines):
            return
        self._lines = tuple(helplines)
        said = [f"{line.name}: {line.phone}" for line in helplines] or [self.tr("Vid akut fara: ring 112")]
        for number, label in enumerate(self.first):
            label.setText(said[number] if number < len(said) else "")
            show_when(label, number < len(said))
            label.setAccessibleDescription(helplines[number].note if number < len(helplines) else "")
        show_when(self.more_button, len(helplines) > FIRST)
        self.more.setText("\n".join([*(_line(each) for each in helplines), *self._checked(helplines)]))
        self.more_button.setChecked(False)

    @Slot(bool)
    def _unfold(self, shown: bool) -> None:
        show_when(self.more, shown)
        self.more_button.setText(self.tr("Visa färre") if shown else self.tr("Fler stödlinjer"))

    def _checked(self, helplines: Sequence[Helpline]) -> list[str]:
        if not helplines:
            return []
        day = long_date(min(line.checked for line in helplines))
        return [self.tr("Numren lästes {day}. Kontrollera ett nummer innan du ger det till någon.").format(day=day)]


def _line(line: Helpline) -> str:
    return f"{line.name}: {line.phone}. {line.note}"
