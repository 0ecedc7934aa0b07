"""Day, time and length of a session. A session may have no day yet."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtWidgets import QDateEdit, QGridLayout, QTimeEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.stepper import Stepper

AHEAD = timedelta(days=14)
USUAL_START = time(13)
SHORTEST, LONGEST = 5, 480


class WhenEditor(QWidget):
    """Signals: `start_edited(datetime | None)`, `minutes_edited(int)`."""

    start_edited = Signal(object)
    minutes_edited = Signal(int)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        swedish = QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden)
        self.choose = Button(self.tr("Välj dag och tid"), "secondary", icon_name="calendar-plus")
        self.choose.clicked.connect(self._choose)
        self.day, self.time = QDateEdit(), QTimeEdit()
        for edit in (self.day, self.time):
            edit.setLocale(swedish)
        self.day.setCalendarPopup(True)
        self.day.calendarWidget().setLocale(swedish)
        self.day.setDisplayFormat("d MMMM yyyy")
        self.time.setDisplayFormat("HH.mm")
        self.clear = Button(self.tr("Ta bort dagen"), "link", "sm")
        self.clear.clicked.connect(self._clear)
        self.length = Stepper(self.tr("Längd"), 60, minimum=SHORTEST, maximum=LONGEST, step=5, unit=self.tr("min"))
        self.ends = Label("", "small", "muted")
        self.passed = IconText("warning", self.tr("Datumet har passerat."), "small", "warn")
        self.passed.label.setWordWrap(True)
        self._lay_out()
        self.day.dateChanged.connect(self._tell)
        self.time.timeChanged.connect(self._tell)
        self.length.value_changed.connect(self.minutes_edited)

    def _lay_out(self) -> None:
        self.dated = QWidget()
        inside = QVBoxLayout(self.dated)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(Field(self.tr("Dag"), self.day))
        inside.addWidget(self.passed)
        inside.addWidget(Field(self.tr("Tid"), self.time))
        inside.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.choose)
        column.addWidget(self.dated)
        grid = QGridLayout()
        grid.addWidget(Field(self.tr("Längd"), self.length), 0, 0)
        grid.addWidget(self.ends, 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)

    def show_plan(self, plan: WorkshopSession, *, passed: bool) -> None:
        start = plan.starts_at
        self.choose.setVisible(start is None)
        self.dated.setVisible(start is not None)
        self.passed.setVisible(passed)
        self.length.set_value(plan.minutes)
        self.ends.setText("")
        if start is not None:
            end = words.clock(start + timedelta(minutes=plan.minutes))
            self.ends.setText(self.tr("till {clock}").format(clock=end))
            with QSignalBlocker(self.day), QSignalBlocker(self.time):
                self.day.setDate(QDate(start.year, start.month, start.day))
                if (self.time.time().hour(), self.time.time().minute()) != (start.hour, start.minute):
                    self.time.setTime(QTime(start.hour, start.minute))

    def focus_day(self) -> None:
        (self.day if self.dated.isVisible() else self.choose).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self) -> None:
        day = (self._now() + AHEAD).date()
        self.start_edited.emit(datetime.combine(day, USUAL_START))
        self.day.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _clear(self) -> None:
        self.start_edited.emit(None)
        self.choose.setFocus()

    def _tell(self) -> None:
        day, at = self.day.date(), self.time.time()
        self.start_edited.emit(datetime(day.year(), day.month(), day.day(), at.hour(), at.minute()))
