"""The bands above and below Ledarvyn: what runs and how to end it; where we came from and what comes next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.labels import ElidedLabel, Kbd, Label
from kompetens_gui.ui.widgets.tags import StatusText

SIDE, LEAST_TITLE = 24, 220


class FittingBar(QFrame):
    """A band whose least needed parts give way, one after the other, until the rest has its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "true")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(SIDE, 10, SIDE, 10)
        self.row.setSpacing(12)

    def steps(self) -> list[Callable[[bool], object]]:
        """Return what can give way, in order; each is called with True to give way and False to come back."""
        return []

    def fit(self) -> None:
        """Let as little as possible give way."""
        steps = self.steps()
        for step in steps:
            step(False)
        for step in steps:
            if self.needed_width() <= self.width():
                return
            step(True)

    def needed_width(self) -> int:
        """Return what the parts on show ask for."""
        items = [self.row.itemAt(i) for i in range(self.row.count())]
        parts = [item.widget() for item in items if item is not None]
        shown = [p for p in parts if p is not None and not p.isHidden()]
        return sum(p.sizeHint().width() for p in shown) + self.row.spacing() * len(shown) + 2 * SIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.row.count():
            self.fit()


class TopBar(FittingBar):
    """The top band.

    Signals: `groups_wanted()`, `prints_wanted()`, `freeze_wanted()`, `black_wanted()`, `undo_wanted()`, `end_wanted()`.
    """

    groups_wanted = Signal()
    prints_wanted = Signal()
    freeze_wanted = Signal()
    black_wanted = Signal()
    undo_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", "h2")
        self.subtitle = ElidedLabel("", "small", "muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self.local = StatusText(self.tr("Lokalt, inget lämnar datorn"), "ok")
        self.groups = IconButton("users-three", self.tr("Grupper"))
        self.prints = Button("", "ghost", icon_name="printer")
        self.prints.setAccessibleName(self.tr("Utskrifter"))
        self.undo = Button(self.tr("Ångra"), "ghost", icon_name="arrow-counter-clockwise")
        self.freeze = Button(self.tr("Frys bilden"), "secondary", icon_name="snowflake")
        self.black = Button(self.tr("Svart"), "secondary")
        self.end = Button(self.tr("Avsluta"), "danger")
        for button, keys in (
            (self.groups, self.tr("Grupper, Ctrl+G")),
            (self.prints, self.tr("Utskrifter, Ctrl+P")),
            (self.undo, self.tr("Ångra det senaste, Ctrl+Z")),
            (self.freeze, self.tr("Rummet behåller sin bild medan du går vidare, Ctrl+E")),
            (self.black, self.tr("Bara rummets bild blir svart, Ctrl+B")),
            (self.end, self.tr("Avsluta träffen, Ctrl+Shift+Q")),
        ):
            button.setToolTip(keys)
        self.row.addLayout(words, 1)
        for widget in (self.local, self.groups, self.prints, self.undo, self.freeze, self.black, self.end):
            self.row.addWidget(widget)
        self.groups.clicked.connect(self.groups_wanted)
        self.prints.clicked.connect(self.prints_wanted)
        self.undo.clicked.connect(self.undo_wanted)
        self.freeze.clicked.connect(self.freeze_wanted)
        self.black.clicked.connect(self.black_wanted)
        self.end.clicked.connect(self.end_wanted)
        self.undo.setAccessibleName(self.tr("Ångra"))
        self._frozen = self._black = False
        self._short_freeze = False
        self.show_room(False, False)

    def show_session(self, title: str, place: str, position: int, count: int) -> None:
        self.title.setText(title)
        where = self.tr("Moment {n} av {count}").format(n=position, count=count)
        self.subtitle.setText(f"{place}. {where}" if place else where)

    def show_room(self, black: bool, frozen: bool) -> None:
        """Say what the buttons do now."""
        self._black, self._frozen = black, frozen
        self.black.setText(self.tr("Tänd") if black else self.tr("Svart"))
        self._name_freeze()

    def steps(self) -> list[Callable[[bool], object]]:
        wide = (self.local, self.prints, self.groups)
        return [*(part.setHidden for part in wide), self._shorten_undo, self._shorten_freeze]

    def needed_width(self) -> int:
        return super().needed_width() + theme.px(LEAST_TITLE)

    def _shorten_undo(self, short: bool) -> None:
        self.undo.setText("" if short else self.tr("Ångra"))

    def _shorten_freeze(self, short: bool) -> None:
        self._short_freeze = short
        self._name_freeze()

    def _name_freeze(self) -> None:
        name = self.tr("Släpp bilden") if self._frozen else self.tr("Frys bilden")
        self.freeze.setAccessibleName(name)
        self.freeze.setText("" if self._short_freeze else name)


class BottomBar(FittingBar):
    """Signals: `next_wanted()`, `previous_wanted()`, `skip_wanted()`."""

    next_wanted = Signal()
    previous_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._words = {"previous": "", "next": ""}
        self._can_skip = False
        self.previous = Button("", "ghost", icon_name="arrow-left")
        self.skip = Button(self.tr("Hoppa över nästa"), "ghost", "sm")
        self.skip.setToolTip(self.tr("Ctrl+Page Down"))
        self.next_time = Label("", "small", "muted")
        self.next = Button("", "primary", "lg", icon_name="arrow-right", icon_after=True)
        self.keys = Kbd(self.tr("Page Down"))
        self.row.setSpacing(16)
        self.row.addWidget(self.previous)
        self.row.addStretch(1)
        for widget in (self.skip, self.next_time, self.next, self.keys):
            self.row.addWidget(widget)
        self.previous.clicked.connect(self.previous_wanted)
        self.skip.clicked.connect(self.skip_wanted)
        self.next.clicked.connect(self.next_wanted)

    def show_neighbours(self, previous: str, following: str, following_at: str, can_skip: bool) -> None:
        """Show the titles of the items before and after; empty means that there is none."""
        shown = (previous, following, following_at, can_skip)
        if shown == self._shown:
            return
        self._shown = shown
        self._words = {
            "previous": previous or self.tr("Början"),
            "next": following or self.tr("Avsluta träffen"),
        }
        self._can_skip = can_skip
        self.previous.setEnabled(bool(previous))
        self.previous.setAccessibleName(self.tr("Tillbaka till {title}").format(title=previous) if previous else "")
        at = self.tr("Nästa moment kl. {at}").format(at=following_at) if following_at else ""
        self.next_time.setText(at)
        self.fit()

    def fit(self) -> None:
        self.skip.setVisible(self._can_skip)
        self._elide(self.previous, "previous", self.width() // 4)
        self._elide(self.next, "next", self.width() // 3)
        super().fit()

    def steps(self) -> list[Callable[[bool], object]]:
        return [self.keys.setHidden, self._hide_skip, self.next_time.setHidden]

    def _hide_skip(self, hidden: bool) -> None:
        self.skip.setVisible(self._can_skip and not hidden)

    def _elide(self, button: Button, which: str, most: int) -> None:
        words = self._words[which]
        shown = QFontMetrics(button.font()).elidedText(words, Qt.TextElideMode.ElideRight, max(80, most))
        button.setText(shown.replace("&", "&&"))
        button.setToolTip(words if shown != words else "")
        if which == "next":
            button.setAccessibleName(words)
