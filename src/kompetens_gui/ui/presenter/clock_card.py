"""The clock of the current activity: what is left, pause, and more minutes."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.ui.presenter.view_state import ClockFace, countdown_text
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import set_look
from kompetens_gui.ui.widgets.progress import Bar

BUTTON_GAP = 8


class ClockCard(Card):
    """Signals: `pause_wanted()`, `minutes_wanted(int)`."""

    pause_wanted = Signal()
    minutes_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(dense=True, parent=parent)
        self._shown: ClockFace | None = None
        self.caption = Label(self.tr("Kvar av momentet"), "small", "muted")
        self.planned = Label("", "small", "muted")
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        head.addWidget(self.planned)
        self.body.addLayout(head)
        self.time = Label("00:00", "clock")
        self.time.setAccessibleName(self.tr("Kvar av momentet"))
        self.bar = Bar()
        self.ends = Label("", "small", "muted", wrap=True)
        self._low = False
        self._beside = QHBoxLayout()
        self._beside.setSpacing(12)
        self._beside.addWidget(self.time)
        self.body.addLayout(self._beside)
        self.add(self.bar)
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
        row.setSpacing(BUTTON_GAP)
        for button in (self.pause, self.one, self.five):
            row.addWidget(button, 1)
        self.body.addLayout(row)
        self.pause.clicked.connect(self.pause_wanted)
        self.one.clicked.connect(self._one_more)
        self.five.clicked.connect(self._five_more)

    def show_face(self, face: ClockFace) -> None:
        """Show the time; called several times a second, so nothing is done when nothing changed."""
        if face == self._shown:
            return
        before, self._shown = self._shown, face
        over = face.seconds_left < 0
        self.time.setText(countdown_text(face.seconds_left))
        self.time.set_tone("warn" if over else "")
        self.caption.setText(self._caption(face))
        self.planned.setText(self.tr("{n} min").format(n=face.minutes))
        self.bar.set_share(face.share, "warn" if over else "accent")
        self.ends.setText(self._ends(face))
        self.ends.set_tone("warn" if face.session_late else "muted")
        if before is None or before.paused is not face.paused:
            self.pause.set_icon_name("play" if face.paused else "pause")
            self._fit_words()

    def set_low(self, low: bool) -> None:
        """Be sparing with height: a smaller clock, with the words beside it."""
        if low is self._low:
            return
        self._low = low
        set_look(self.time, "level", "clock-small" if low else "clock")
        if low:
            self.body.removeWidget(self.ends)
            self._beside.addWidget(self.ends, 1)
        else:
            self._beside.removeWidget(self.ends)
            self.body.insertWidget(self.body.indexOf(self.bar) + 1, self.ends)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "five"):
            self._fit_words()

    def _fit_words(self) -> None:
        """Shorten the words on the buttons where large text leaves no room for them."""
        self._name_buttons(False)
        margins = self.body.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * BUTTON_GAP
        if sum(b.sizeHint().width() for b in (self.pause, self.one, self.five)) > room:
            self._name_buttons(True)

    def _name_buttons(self, short: bool) -> None:
        paused = self._shown is not None and self._shown.paused
        words = self.tr("Fortsätt") if paused else self.tr("Pausa")
        self.pause.setAccessibleName(words)
        self.pause.setText("" if short else words)
        self.one.setText("+1" if short else self.tr("+1 min"))
        self.five.setText("+5" if short else self.tr("+5 min"))

    def _ends(self, face: ClockFace) -> str:
        if face.session_late:
            return self.tr("Träffen slut {at}, {n} min efter plan.").format(at=face.session_ends, n=face.session_late)
        return self.tr("Momentet slut {item}. Träffen slut {session}.").format(
            item=face.item_ends, session=face.session_ends
        )

    def _caption(self, face: ClockFace) -> str:
        if face.paused:
            return self.tr("Klockan står")
        return self.tr("Över tiden") if face.seconds_left < 0 else self.tr("Kvar av momentet")

    def _one_more(self) -> None:
        self.minutes_wanted.emit(1)

    def _five_more(self) -> None:
        self.minutes_wanted.emit(5)
