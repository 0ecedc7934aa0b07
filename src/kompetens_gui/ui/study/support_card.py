"""Where to find support, always in view in exercises about violence, and the way out in a moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kompetens_gui.domain.study.safe_questions import Helpline
from kompetens_gui.ui.shell.shortcuts import keys_text
from kompetens_gui.ui.study.words import long_date
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Icon, Kbd, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import show_when


class SupportCard(QFrame):
    """`close_wanted()` for the fast way out."""

    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "tint")
        self.setAccessibleName(self.tr("Stöd och snabb väg ut"))
        self._lines: tuple[Helpline, ...] | None = None
        self.lines = FlowRow(16, self)
        self.checked = Label("", "meta", "faint", wrap=True, parent=self)
        self.close_button = Button(self.tr("Stäng snabbt"), "secondary", "sm", icon_name="sign-out", parent=self)
        self.close_button.setToolTip(self.tr("Visar översikten på en gång. Det du har gjort finns kvar."))
        self.close_button.clicked.connect(self.close_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.lines)
        column.addWidget(self.checked)

    def show_helplines(self, helplines: Sequence[Helpline]) -> None:
        if self._lines == tuple(helplines):
            return
        self._lines = tuple(helplines)
        self.close_button.setParent(self)
        layout = self.lines.layout()
        if layout is not None:
            clear_layout(layout)
        self.lines.add(RowPart(Icon("lifebuoy", 20, "accent", parent=self.lines)))
        for line in helplines:
            label = Label(f"{line.name}: {line.phone}", "small-strong", parent=self.lines)
            label.setToolTip(line.note)
            label.setAccessibleDescription(line.note)
            self.lines.add(RowPart(label))
        if not helplines:
            self.lines.add(RowPart(Label(self.tr("Vid akut fara: ring 112"), "small-strong", parent=self.lines)))
        self.lines.add(self.close_button)
        self.close_button.show()
        self.lines.add(RowPart(Kbd(keys_text("exercise.fast_close"), parent=self.lines)))
        days = [line.checked for line in helplines]
        self.checked.setText(
            self.tr("Numren kontrollerades {day}. Stäng snabbt visar översikten på en gång.").format(
                day=long_date(min(days))
            )
            if days
            else self.tr("Stäng snabbt visar översikten på en gång.")
        )
        show_when(self.checked, True)
