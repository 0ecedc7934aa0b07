"""Who was there, for how long, and who is to get a course certificate."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.course_certificate import certifiable
from kompetens_gui.domain.workshop.events import AttendanceStatus
from kompetens_gui.domain.workshop.plan import ParticipantId
from kompetens_gui.domain.workshop.state import Attendance
from kompetens_gui.services.attendance import AttendanceRow
from kompetens_gui.ui.widgets.labels import ElidedLabel, Label
from kompetens_gui.ui.widgets.stepper import Stepper
from kompetens_gui.ui.widgets.tags import StatusText

MINUTE_STEP, MOST_MINUTES = 5, 600


class AttendanceTable(QWidget):
    """A row for each participant. Rows are kept when only their contents change, so that focus stays.

    Signals: `attendance_changed(ParticipantId, AttendanceStatus, minutes)`, `chosen_changed()`.
    """

    attendance_changed = Signal(str, object, int)
    chosen_changed = Signal()

    def __init__(self, role_titles: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role_titles = role_titles
        self._rows: dict[ParticipantId, _Row] = {}
        self._inside = QWidget()
        self._inside.setProperty("surface", True)
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.setAccessibleName(self.tr("Närvaro"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._inside)

    def status_words(self) -> list[tuple[AttendanceStatus, str]]:
        return [
            (AttendanceStatus.PRESENT, self.tr("Hela tiden")),
            (AttendanceStatus.LATE, self.tr("Kom senare")),
            (AttendanceStatus.LEFT_EARLY, self.tr("Gick tidigare")),
            (AttendanceStatus.ABSENT, self.tr("Frånvarande")),
        ]

    def show_rows(self, rows: Sequence[AttendanceRow]) -> None:
        """Show attendance; new rows are made only when the participants are others than before."""
        ids = [r.participant.id for r in rows]
        if ids != list(self._rows):
            self._rebuild(rows)
        for row in rows:
            self._rows[row.participant.id].show(row)
        self.chosen_changed.emit()

    def row_ticks(self) -> list[QCheckBox]:
        """Return the boxes that say who is to get a course certificate, in the order of the list."""
        return [row.tick for row in self._rows.values()]

    def chosen(self) -> tuple[ParticipantId, ...]:
        """Return the participants ticked for a course certificate that can get one now."""
        return tuple(p for p, row in self._rows.items() if row.tick.isChecked() and row.tick.isEnabled())

    def tab_chain(self) -> list[QWidget]:
        """Return everything that can be changed, in the order it is read."""
        return [part for row in self._rows.values() for part in (row.tick, row.status, row.minutes)]

    def _rebuild(self, rows: Sequence[AttendanceRow]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for column, words in enumerate(
            (self.tr("Kursintyg till"), self.tr("Närvaro"), self.tr("Tid"), self.tr("Kursintyg"))
        ):
            self._grid.addWidget(Label(words, "label", "faint"), 0, column)
        self._grid.setRowStretch(len(self._rows) + 1, 0)
        unticked = {p for p, row in self._rows.items() if not row.tick.isChecked()}
        self._rows = {}
        # A unit that everybody shares tells nobody apart.
        units = {r.participant.unit for r in rows}
        for number, row in enumerate(rows, 1):
            made = _Row(self, row, self._role_titles, show_unit=len(units) > 1)
            made.tick.setChecked(row.participant.id not in unticked)
            self._rows[row.participant.id] = made
            for column, widget in enumerate((made.who, made.status, made.minutes, made.certificate)):
                self._grid.addWidget(widget, number, column, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setRowStretch(len(rows) + 1, 1)


class _Row:
    """The widgets of one participant."""

    def __init__(
        self, table: AttendanceTable, row: AttendanceRow, role_titles: dict[str, str], *, show_unit: bool
    ) -> None:
        self._table = table
        self._id = row.participant.id
        name = row.participant.name
        self.tick = QCheckBox(name)
        self.tick.setChecked(True)
        self.tick.toggled.connect(table.chosen_changed)
        unit = row.participant.unit if show_unit else ""
        role = ", ".join(x for x in (role_titles.get(row.participant.role.value, ""), unit) if x)
        self.who = QWidget()
        words = QVBoxLayout(self.who)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.tick)
        under = QHBoxLayout()
        under.setContentsMargins(28, 0, 0, 0)
        under.addWidget(ElidedLabel(role, "meta", "faint"))
        words.addLayout(under)
        self.status = QComboBox()
        self.status.setProperty("compact", True)
        self.status.setAccessibleName(table.tr("Närvaro för {name}").format(name=name))
        for value, text in table.status_words():
            self.status.addItem(text, value)
        self.minutes = Stepper(
            table.tr("Minuter för {name}").format(name=name), 0, maximum=MOST_MINUTES, step=MINUTE_STEP, unit="min"
        )
        self.certificate = StatusText("", "info")
        self.status.activated.connect(self._changed)
        self.minutes.value_changed.connect(self._changed)

    def show(self, row: AttendanceRow) -> None:
        attendance, issued = row.attendance, row.course_certificate
        self.status.setCurrentIndex(max(0, self.status.findData(attendance.status)))
        self.minutes.set_value(attendance.minutes)
        self.minutes.setEnabled(attendance.status != AttendanceStatus.ABSENT)
        can = issued is None and certifiable(attendance)
        self.tick.setEnabled(can)
        if issued is not None:
            self.certificate.set_status(self._table.tr("Nr {number}").format(number=issued.number), "ok")
        elif can:
            self.certificate.set_status(self._table.tr("Inte utfärdat"), "info")
        else:
            self.certificate.set_status(self._table.tr("Inget, ingen närvaro"), "neutral")

    def _changed(self, _value: int) -> None:
        status = AttendanceStatus(self.status.currentData())
        new = Attendance(status, self.minutes.value())
        self._table.attendance_changed.emit(self._id, new.status, new.minutes)
