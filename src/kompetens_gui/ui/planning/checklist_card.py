"""What is left to do before the session, each line a way to where it is done."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.readiness import ReadyCheck
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.progress import ProgressBar

SAID_CLEARLY = ("not_past", "fits")


class ChecklistCard(Card):
    """Signals: `jump_wanted(place)` with the `jump` word of a check."""

    jump_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kvar att göra"), dense=True, parent=parent)
        self.body.setContentsMargins(20, 20, 20, 16)
        self.body.setSpacing(8)
        self.progress = ProgressBar(self.tr("Förberett"))
        self.add(self.progress)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.rows: dict[str, CheckRow] = {}

    def show_view(self, view: PlanView) -> None:
        """Show only what is lacking; what Starta waits for comes first."""
        lacking = sorted((c for c in view.checks if not c.done), key=lambda c: not c.needed)
        done = len(view.checks) - len(lacking)
        text = self.tr("{done} av {all}").format(done=done, all=len(view.checks))
        self.progress.set_progress(done, len(view.checks), text)
        if [c.name for c in lacking] == list(self.rows):
            return
        had_focus = next((n for n, r in self.rows.items() if r.hasFocus()), None)
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {c.name: self._row(c) for c in lacking}
        if had_focus and self.rows:
            self.rows.get(had_focus, next(iter(self.rows.values()))).setFocus()

    def _row(self, check: ReadyCheck) -> "CheckRow":
        says = words.checks()[check.name]
        row = CheckRow(says.lacking, warns=check.needed or check.name in SAID_CLEARLY)
        if check.needed:
            row.setAccessibleDescription(self.tr("Behövs för att starta"))
        row.pressed.connect(partial(self.jump_wanted.emit, says.jump))
        self._column.addWidget(row)
        return row


class CheckRow(QFrame):
    """A line that can be pressed. A button would not break its words over lines. Signals: `pressed()`."""

    pressed = Signal()

    def __init__(self, text: str, *, warns: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        tone = "warn" if warns else "text_3"
        row.addWidget(Icon("warning" if warns else "circle", 18, tone), 0, Qt.AlignmentFlag.AlignTop)
        self.label = Label(text, "small", "warn" if warns else "", wrap=True)
        row.addWidget(self.label, 1)
        row.addWidget(Icon("caret-right", 16, "text_3"), 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.pressed.emit()
