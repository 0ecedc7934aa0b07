"""The head of the overview: greeting and date, the way to the search, and a new session."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.home.words import greeting, whole_date
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Heading, Icon, Kbd, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns


class SearchHint(QPushButton):
    """Looks like a search field and leads to one."""

    def __init__(self, words: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(Icon("magnifying-glass", 18))
        row.addWidget(Label(words, "dense", "faint"), 1)
        row.addWidget(Kbd(keys))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        inner = layout.sizeHint() if layout is not None else QSize()
        return super().sizeHint().expandedTo(inner)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class HomeHeader(ResponsiveColumns):
    """Greets. `search_wanted()` and `new_wanted()` come from its two buttons."""

    search_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=12, parent=parent)
        self.greeting, self.date = Heading("", "h1"), Label("", "body", "muted", wrap=True)
        self.search_button = SearchHint(self.tr("Sök i fallbanken"), "Ctrl K")
        self.new_button = Button(self.tr("Ny gruppdialog"), icon_name="plus")
        self.new_button.setToolTip("Ctrl+N")
        words, actions = QWidget(), QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.greeting)
        column.addWidget(self.date)
        row = QHBoxLayout(actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search_button, 1)
        row.addWidget(self.new_button)
        self._actions = actions
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.add_column(words, 300)
        self.add_column(actions, 430, 0)
        self.search_button.clicked.connect(self.search_wanted)
        self.new_button.clicked.connect(self.new_wanted)

    def show_greeting(self, name: str, now: datetime, *, first_start: bool) -> None:
        self.greeting.setText(self.tr("Välkommen till Kompetens") if first_start else greeting(name, now))
        self.date.setText(whole_date(now))
        show_when(self._actions, not first_start)
