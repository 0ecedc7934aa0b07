"""What to repeat today: the first questions, how many there are, and one quiet button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.ui.study.view_state import HomeView, RepeatLine
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.tags import Tag

LONGEST = 90


class RepeatCard(Card):
    """`repeat_wanted()` when a person presses the button."""

    repeat_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Repetera i dag"), parent=parent)
        self.body.setSpacing(0)
        self.count = Tag("", "accent", parent=self)
        self.add_to_head(self.count)
        self.nothing = Label("", "small", "muted", wrap=True, parent=self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.button = Button("", "tonal", icon_name="arrows-clockwise", parent=self)
        self.button.clicked.connect(self.repeat_wanted)
        self.body.addSpacing(8)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.body.addSpacing(16)
        self.body.addWidget(self.button)
        self._held: list[QWidget] = []

    def show_day(self, view: HomeView) -> None:
        for old in self._held:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._held = []
        for line in view.repeat:
            for widget in (rule(), self._row(line)):
                self._lines.addWidget(widget)
                self._held.append(widget)
        count = view.repeat_count
        self.count.set_status(
            self.tr("1 kort") if count == 1 else self.tr("{count} kort").format(count=count), "accent", ""
        )
        show_when(self.count, count > 0)
        show_when(self.button, count > 0)
        show_when(self.nothing, count == 0)
        self.button.setText(self.tr("Repetera, {minutes} min").format(minutes=view.repeat_minutes))
        if view.repeated_today:
            self.nothing.setText(self.tr("Klart för i dag. Resten kommer när det är dags."))
        else:
            self.nothing.setText(self.tr("Inget att repetera i dag. Frågor du har svarat på kommer tillbaka hit."))

    def _row(self, line: RepeatLine) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(4)
        column.addWidget(Label(_shortened(line.text), "dense", wrap=True, parent=box))
        when = (
            self.tr("{area}, nytt kort").format(area=line.area)
            if line.number <= 1
            else self.tr("{area}, dags för gång {number}").format(area=line.area, number=line.number)
        )
        column.addWidget(Label(when, "meta", "faint", wrap=True, parent=box))
        return box


def _shortened(text: str) -> str:
    """Return as many whole words as there is room for.

    >>> _shortened("Vem beslutar?")
    'Vem beslutar?'
    """
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(".,;:–") + " …"
