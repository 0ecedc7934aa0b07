"""After the exercise: what it counted toward, and the next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.study.narrow import NarrowPage
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import IconDisc
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when


class ResultStage(NarrowPage):
    """`next_wanted()`, `home_wanted()`."""

    next_wanted = Signal()
    home_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(640, parent)
        self.title.hide()
        self.under_title.hide()
        self._has_next = False
        card = Card()
        self.heading = Heading("", "h2")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.following = Label("", "body", "muted", wrap=True)
        self.next_button = Button(self.tr("Nästa steg"), "primary", "lg", icon_name="arrow-right", icon_after=True)
        self.home_button = Button(self.tr("Till Självstudier"), "secondary", "lg")
        words = QVBoxLayout()
        words.setSpacing(12)
        words.addWidget(self.heading)
        words.addLayout(self._lines)
        words.addWidget(self.following)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(IconDisc("check-bold", 56), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        buttons = FlowRow(12)
        buttons.add(self.next_button)
        buttons.add(self.home_button)
        card.body.addLayout(row)
        card.add(buttons)
        self.column.addWidget(card)
        self.next_button.clicked.connect(self.next_wanted)
        self.home_button.clicked.connect(self.home_wanted)

    def show_result(self, title: str, lines: Sequence[str], following: str) -> None:
        """Show the lines; `following` is the title of the next step, empty when there is none."""
        self.heading.setText(title)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._lines.addWidget(Label(line, "body", wrap=True, parent=self))
        self.following.setText(self.tr("Sedan kommer: {title}.").format(title=following))
        self._has_next = bool(following)
        show_when(self.following, self._has_next)
        show_when(self.next_button, self._has_next)

    def lines(self) -> list[str]:
        """Return what stands on the card."""
        found = (self._lines.itemAt(i) for i in range(self._lines.count()))
        widgets = [item.widget() for item in found if item is not None]
        return [w.text() for w in widgets if isinstance(w, Label)]

    def go_on(self) -> None:
        """Do what Enter does here."""
        if self._has_next:
            self.next_wanted.emit()
        else:
            self.home_wanted.emit()

    def first_focus(self) -> QWidget:
        return self.next_button if self._has_next else self.home_button
