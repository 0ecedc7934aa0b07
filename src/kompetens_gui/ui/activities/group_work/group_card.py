"""One group on the leader's board: who, what it works with, its timer, and where it stands."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.group_work.events import GroupStatus
from kompetens_gui.domain.activities.group_work.state import GroupState, GroupTimer
from kompetens_gui.domain.activities.group_work.tasks import WorkGroup
from kompetens_gui.ui.activities.group_work.words import is_over, status_word, time_words
from kompetens_gui.ui.style.theme import theme, with_tabular_figures
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.labels import ElidedLabel, Label
from kompetens_gui.ui.widgets.painted import set_look
from kompetens_gui.ui.widgets.tags import Tag

LEAST_WIDTH = 204


class GroupCard(QFrame):
    """Signals: `chosen()`, `timer_wanted(bool)` to start or stop, `minute_wanted()`, `status_wanted(GroupStatus)`."""

    chosen = Signal()
    timer_wanted = Signal(bool)
    minute_wanted = Signal()
    status_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._shown: tuple[WorkGroup, GroupState, int, bool] | None = None
        self._was_running = False
        self._timer = GroupTimer()
        self._status = GroupStatus.WORKING
        self.name = ElidedLabel("", "body-strong", parent=self)
        self.status = Tag("", "neutral", parent=self)
        self.about = ElidedLabel("", "meta", "muted", parent=self)
        self.members = ElidedLabel("", "meta", "muted", parent=self)
        self.clock = Label("00:00", "h3", parent=self)
        self.clock.setFont(with_tabular_figures(self.clock.font()))
        self.run = IconButton("play", self.tr("Starta klockan"), size="sm", parent=self)
        self.minute = IconButton("plus", self.tr("En minut till"), size="sm", parent=self)
        self.done = IconButton("check", self.tr("Klar"), size="sm", parent=self)
        self.help = IconButton("hand-palm", self.tr("Vill ha hjälp"), size="sm", parent=self)
        self.run.clicked.connect(self.toggle_timer)
        self.minute.clicked.connect(self.minute_wanted)
        self.done.clicked.connect(partial(self.toggle_status, GroupStatus.DONE))
        self.help.clicked.connect(partial(self.toggle_status, GroupStatus.HELP))
        self._lay_out()

    def show_group(self, group: WorkGroup, state: GroupState, questions: int, *, chosen: bool) -> None:
        """Show a group; what says the same is left alone."""
        shown = (group, state, questions, chosen)
        if shown == self._shown:
            return
        before, self._shown = self._shown, shown
        self._timer, self._status = state.timer, state.status
        answered = self.tr("{done} av {count} svar").format(done=len(state.answers), count=questions)
        if not before or before[0] != group:
            self.name.setText(group.name)
            self.about.setText(group.about)
            self.about.setVisible(bool(group.about))
            self.setAccessibleDescription(", ".join(group.members))
        self.members.setText(" · ".join(part for part in (answered, ", ".join(group.members)) if part))
        words, color = status_word(state.status)
        self.status.set_status(words, color)
        self.status.setVisible(state.status is not GroupStatus.WORKING)
        self.setAccessibleName(f"{group.name}, {group.about}, {words}, {answered}")
        set_look(self, "card", "selected" if chosen else "inner")
        if not before or (before[0], before[1].status, self._was_running) != (group, state.status, self.is_running):
            self._was_running = self.is_running
            self._show_buttons()
        for button in (self.run, self.minute, self.done, self.help):
            button.setVisible(not group.is_gone)
        self.clock.setVisible(not group.is_gone)
        self.tick()

    def tick(self) -> None:
        """Show what is left now; nothing is done when the same second is on show."""
        words = time_words(self._timer)
        if words != self.clock.text():
            self.clock.setText(words)
        over = is_over(self._timer)
        self.clock.set_tone("warn" if over else "" if self._timer.since else "muted")
        self.clock.setAccessibleName(self.tr("Tiden är slut") if over else self.tr("{time} kvar").format(time=words))

    @property
    def is_running(self) -> bool:
        return self._timer.since is not None

    def toggle_timer(self) -> None:
        """Start the timer, or stop it."""
        self.timer_wanted.emit(not self.is_running)

    def toggle_status(self, status: GroupStatus, _checked: bool = False) -> None:
        """Say that the group is there, or that it works again."""
        self.status_wanted.emit(GroupStatus.WORKING if self._status is status else status)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(LEAST_WIDTH, self), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST_WIDTH - 20, self), super().minimumSizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.name, 1)
        head.addWidget(self.status)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.clock, 1)
        for button in (self.run, self.minute, self.done, self.help):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 6, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.members)
        column.addLayout(foot)

    def _show_buttons(self) -> None:
        name = self.tr("Stoppa klockan för {group}") if self.is_running else self.tr("Starta klockan för {group}")
        group = self.name.whole_text()
        self.run.set_icon("pause" if self.is_running else "play", name.format(group=group))
        self.minute.setAccessibleName(self.tr("En minut till för {group}").format(group=group))
        done, wants = self._status is GroupStatus.DONE, self._status is GroupStatus.HELP
        self.done.setAccessibleName(
            (self.tr("{group} arbetar igen") if done else self.tr("{group} är klar")).format(group=group)
        )
        self.help.setAccessibleName(
            (self.tr("{group} har fått hjälp") if wants else self.tr("{group} vill ha hjälp")).format(group=group)
        )
        for button in (self.minute, self.done, self.help):
            button.setToolTip(button.accessibleName())
