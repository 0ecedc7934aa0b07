"""The bands above and below Ledarvyn: what runs and how to end it; where we came from and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import ElidedLabel, Kbd, Label
from kompetens_gui.ui.widgets.tags import StatusText


class TopBar(QFrame):
    """Signals: `freeze_wanted()`, `black_wanted()`, `undo_wanted()`, `end_wanted()`."""

    freeze_wanted = Signal()
    black_wanted = Signal()
    undo_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "true")
        self.title = ElidedLabel("", "h2")
        self.subtitle = ElidedLabel("", "small", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.local = StatusText(self.tr("Lokalt, inget lämnar datorn"), "ok")
        self.undo = Button(self.tr("Ångra"), "ghost", icon_name="arrow-counter-clockwise")
        self.freeze = Button(self.tr("Frys bilden"), "secondary", icon_name="snowflake")
        self.black = Button(self.tr("Svart"), "secondary")
        self.end = Button(self.tr("Avsluta"), "danger")
        for button, keys in (
            (self.undo, self.tr("Ctrl+Z")),
            (self.freeze, self.tr("Ctrl+E")),
            (self.black, self.tr("Ctrl+B")),
            (self.end, self.tr("Ctrl+Shift+Q")),
        ):
            button.setToolTip(keys)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 10, 24, 10)
        layout.setSpacing(12)
        layout.addLayout(words, 1)
        for widget in (self.local, self.undo, self.freeze, self.black, self.end):
            layout.addWidget(widget)
        self.undo.clicked.connect(self.undo_wanted)
        self.freeze.clicked.connect(self.freeze_wanted)
        self.black.clicked.connect(self.black_wanted)
        self.end.clicked.connect(self.end_wanted)

    def show_session(self, title: str, place: str, position: int, count: int) -> None:
        self.title.setText(title)
        where = self.tr("Moment {n} av {count}").format(n=position, count=count)
        self.subtitle.setText(f"{place}. {where}" if place else where)

    def show_room(self, black: bool, frozen: bool) -> None:
        self.freeze.setText(self.tr("Släpp bilden") if frozen else self.tr("Frys bilden"))
        self.black.setText(self.tr("Tänd") if black else self.tr("Svart"))


class BottomBar(QFrame):
    """Signals: `next_wanted()`, `previous_wanted()`, `skip_wanted()`."""

    next_wanted = Signal()
    previous_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "true")
        self.previous = Button("", "ghost", icon_name="arrow-left")
        self.skip = Button(self.tr("Hoppa över nästa"), "ghost", "sm")
        self.skip.setToolTip(self.tr("Ctrl+Page Down"))
        self.next_time = Label("", "small", "muted")
        self.next = Button("", "primary", "lg", icon_name="arrow-right", icon_after=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 10, 24, 10)
        layout.setSpacing(16)
        layout.addWidget(self.previous)
        layout.addStretch(1)
        for widget in (self.skip, self.next_time, self.next, Kbd(self.tr("Page Down"))):
            layout.addWidget(widget)
        self.previous.clicked.connect(self.previous_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.next.clicked.connect(self.next_wanted)

    def show_neighbours(self, previous: str, following: str, following_at: str, can_skip: bool) -> None:
        """Show the titles of the items before and after; empty means that there is none."""
        self.previous.setText(previous or self.tr("Början"))
        self.previous.setEnabled(bool(previous))
        self.next.setText(following or self.tr("Avsluta träffen"))
        self.skip.setVisible(can_skip)
        at = self.tr("Nästa moment kl. {at}").format(at=following_at) if following_at else ""
        self.next_time.setText(at)
