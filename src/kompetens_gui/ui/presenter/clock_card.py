"""The clock of the current activity: what is left, pause, and more minutes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.presenter.view_state import ClockFace, countdown_text
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.progress import Bar


class ClockCard(Card):
    """Signals: `pause_wanted()`, `minutes_wanted(int)`."""

    pause_wanted = Signal()
    minutes_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(dense=True, parent=parent)
        self.caption = Label(self.tr("Kvar av momentet"), "small", "muted")
        self.planned = Label("", "small", "muted")
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        head.addWidget(self.planned)
        self.body.addLayout(head)
        self.time = Label("00:00", "clock")
        self.time.setAccessibleName(self.tr("Kvar av momentet"))
        self.add(self.time)
        self.bar = Bar()
        self.add(self.bar)
        self.ends = Label("", "small", "muted", wrap=True)
        self.add(self.ends)
        self.pause = Button(self.tr("Pausa"), "secondary", "sm", icon_name="pause")
        self.one = Button(self.tr("+1 min"), "secondary", "sm")
        self.five = Button(self.tr("+5 min"), "secondary", "sm")
        self.one.setAccessibleName(self.tr("En minut till"))
        self.five.setAccessibleName(self.tr("Fem minuter till"))
        self.pause.setToolTip(self.tr("Ctrl+Mellanslag"))
        self.one.setToolTip(self.tr("Alt+1"))
        self.five.setToolTip(self.tr("Alt+5"))
        row = QHBoxLayout()
        for button in (self.pause, self.one, self.five):
            row.addWidget(button, 1)
        self.body.addLayout(row)
        self.pause.clicked.connect(self.pause_wanted)
        self.one.clicked.connect(self._one_more)
        self.five.clicked.connect(self._five_more)

    def show_face(self, face: ClockFace) -> None:
        """Show the time; called every second, so only what changed is set."""
        over = face.seconds_left < 0
        self.time.setText(countdown_text(face.seconds_left))
        self.time.set_tone("warn" if over else "")
        self.caption.setText(self._caption(face))
        self.planned.setText(self.tr("{n} min").format(n=face.minutes))
        self.bar.set_share(face.share, "warn" if over else "accent")
        self.ends.setText(
            self.tr("Momentet slut {item}. Träffen slut {session}.").format(
                item=face.item_ends, session=face.session_ends
            )
        )
        self.pause.setText(self.tr("Fortsätt") if face.paused else self.tr("Pausa"))
        self.pause.set_icon_name("play" if face.paused else "pause")

    def _caption(self, face: ClockFace) -> str:
        if face.paused:
            return self.tr("Klockan står")
        return self.tr("Över tiden") if face.seconds_left < 0 else self.tr("Kvar av momentet")

    def _one_more(self) -> None:
        self.minutes_wanted.emit(1)

    def _five_more(self) -> None:
        self.minutes_wanted.emit(5)
