"""The frame around an exercise: title, progress, the way out, the big button, and what comes before and after.

It holds one stage at a time: opening, a warning, the exercise's own panel, the own words at the end, the result.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kompetens_gui.ui.exercises.base import ExercisePanel
from kompetens_gui.ui.shell.shortcuts import bind, keys_text
from kompetens_gui.ui.study.exercise_head import ExerciseHead
from kompetens_gui.ui.study.pressed import focused_button
from kompetens_gui.ui.study.reflection_stage import ReflectionStage
from kompetens_gui.ui.study.result_stage import ResultStage
from kompetens_gui.ui.study.support_card import SupportCard
from kompetens_gui.ui.study.warning_stage import WarningStage
from kompetens_gui.ui.study.words import counted_part
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Heading, Kbd, Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import Bar
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns

_BAR_WIDTH: Final = 200


class Stage(StrEnum):
    """What the frame holds."""

    OPENING = "opening"
    WARNING = "warning"
    WORKING = "working"
    REFLECTING = "reflecting"
    RESULT = "result"


class ExercisePage(QWidget):
    """Signals: `leave_wanted()`, `fast_close_wanted()`, `begin_wanted()` and `skip_wanted()` at a warning,
    `primary_wanted()` for the big button, `reflected(text)`, `next_wanted()` and `home_wanted()` at the result.
    """

    leave_wanted = Signal()
    fast_close_wanted = Signal()
    begin_wanted = Signal()
    skip_wanted = Signal()
    primary_wanted = Signal()
    reflected = Signal(str)
    next_wanted = Signal()
    home_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = Stage.OPENING
        self.panel: ExercisePanel | None = None
        self._kind = ""
        self.title, self.line = Heading("", "h1"), Label("", "body", "muted", wrap=True)
        self.place, self.bar = Label("", "body", "muted"), Bar()
        self.leave_button = Button(self.tr("Avsluta"), "secondary")
        self.leave_button.setToolTip(self.tr("Lämnar övningen (Esc). Allt finns kvar, du fortsätter här nästa gång."))
        self.support = SupportCard()
        self.stages = QStackedWidget()
        self.opening = Label(self.tr("Öppnar …"), "body", "muted")
        self.warning, self.reflection, self.result = WarningStage(), ReflectionStage(), ResultStage()
        self.area = PageScroll()
        self.primary_button = Button("", "primary", "lg", icon_name="arrow-right", icon_after=True)
        self.primary_key = Kbd("Enter")
        self.footer = QWidget()
        self._lay_out()
        self._connect()

    # -- what is shown
    def show_opening(self) -> None:
        """Show nothing of an exercise yet."""
        self.title.setText(self.tr("Övning"))
        self.line.setText("")
        self.show_head(None)
        self.drop_panel()
        self.show_stage(Stage.OPENING)

    def show_head(self, head: ExerciseHead | None) -> None:
        """Show title and place of an exercise, and support where it is about violence."""
        self._kind = head.kind if head is not None else ""
        if head is not None:
            self.title.setText(head.title)
            self.line.setText(head.line)
            self.warning.show_warning(head)
            self.support.show_helplines(head.helplines)
        violent = head is not None and head.about_violence
        show_when(self.support, violent)
        self.fast_close.setEnabled(violent)

    def take_panel(self, panel: ExercisePanel) -> None:
        """Hold the panel of the exercise; the one before goes away."""
        self.drop_panel()
        self.panel = panel
        self.area.body.addWidget(panel, 1)
        panel.primary_changed.connect(self.refresh)

    @property
    def area_content(self) -> QWidget:
        """What panels are children of: one that is given to another parent is styled anew."""
        content = self.area.widget()
        assert content is not None
        return content

    def room_for_panel(self) -> QSize:
        """Return how large a panel will be when it is shown."""
        margins = self.area.body.contentsMargins()
        room = self.stages.size()
        width = room.width() - margins.left() - margins.right()
        return QSize(width, room.height() - margins.top() - margins.bottom())

    def drop_panel(self) -> None:
        if self.panel is not None:
            self.area.body.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def show_stage(self, stage: Stage) -> None:
        """Go to a stage and give it the keyboard."""
        self.stage = stage
        pages: dict[Stage, QWidget] = {
            Stage.OPENING: self._opening_box,
            Stage.WARNING: self.warning,
            Stage.WORKING: self.area,
            Stage.REFLECTING: self.reflection,
            Stage.RESULT: self.result,
        }
        self.stages.setCurrentWidget(pages[stage])
        self.refresh()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to what comes first in the stage."""
        first: QWidget | None = {
            Stage.WARNING: self.warning.begin_button,
            Stage.REFLECTING: self.reflection.text,
            Stage.RESULT: self.result.first_focus(),
        }.get(self.stage)
        if self.stage == Stage.WORKING and self.panel is not None:
            first = self.panel.first_focus() or _first_in(self.panel)
            self.area.verticalScrollBar().setValue(0)
        if first is not None:
            first.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Show what the big button does now, and how far the exercise has come."""
        self._show_progress()
        words, enabled = self._primary()
        show_when(self.footer, bool(words))
        self.primary_button.setText(words)
        self.primary_button.setEnabled(enabled)
        self._show_key()

    @Slot()
    def _show_key(self) -> None:
        """Show the key that works now: in a field of several lines, Enter belongs to the text."""
        focus = QApplication.focusWidget()
        writing = isinstance(focus, (QPlainTextEdit, QTextEdit)) and not focus.isReadOnly() and self.isAncestorOf(focus)
        self.primary_key.setText(keys_text("exercise.go_on") if writing else "Enter")

    def set_can_finish(self, can_finish: bool) -> None:
        """Tell whether the exercise is done: then the big button leads on when the panel does not use it."""
        self._can_finish = can_finish
        self.refresh()

    # -- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            (self.home_wanted if self.stage == Stage.RESULT else self.leave_wanted).emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        elif not self._scrolled(key):
            super().keyPressEvent(event)

    @Slot()
    def go_on(self) -> None:
        """Do what the big button does, if it can be pressed."""
        if self.stage == Stage.WARNING:
            self.begin_wanted.emit()
        elif self.stage == Stage.RESULT:
            self.result.go_on()
        elif not self.footer.isHidden() and self.primary_button.isEnabled():
            self.primary_wanted.emit()

    def _enter(self) -> None:
        """Press the button that has the keyboard, else the big one; a row that is only to be read is no button."""
        button = focused_button(self.primary_button)
        if button is not None:
            button.click()
        else:
            self.go_on()

    def _scrolled(self, key: Qt.Key) -> bool:
        """Let keys that no widget took move the exercise up and down."""
        if self.stage != Stage.WORKING:
            return False
        bar = self.area.verticalScrollBar()
        step, page = theme.px(48, self), round(self.area.viewport().height() * 0.9)
        moves = {
            Qt.Key.Key_Up: -step,
            Qt.Key.Key_Down: step,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Space: page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key not in moves:
            return False
        bar.setValue(bar.value() + moves[key])
        return True

    def _primary(self) -> tuple[str, bool]:
        """Return the words of the big button, empty for none, and whether it can be pressed."""
        if self.stage == Stage.REFLECTING:
            return (self.tr("Spara och avsluta") if self.reflection.has_words else self.tr("Avsluta övningen")), True
        if self.stage != Stage.WORKING or self.panel is None:
            return "", False
        action = self.panel.primary()
        if action is not None:
            return action.text, action.enabled
        return (self.tr("Gå vidare"), True) if self._can_finish else ("", False)

    def _show_progress(self) -> None:
        counted = self.panel.progress() if self.panel is not None and self.stage == Stage.WORKING else None
        show_when(self.place, counted is not None)
        show_when(self.bar, counted is not None)
        if counted is not None:
            number, count = counted
            self.place.setText(counted_part(self._kind).format(number=number, count=count))
            self.bar.set_share(number / count if count else 0.0)
            self.bar.setAccessibleName(self.place.text())
        show_when(self.leave_button, self.stage != Stage.RESULT)

    def _lay_out(self) -> None:
        self._can_finish = False
        self.bar.setMinimumWidth(theme.px(_BAR_WIDTH, self))
        head = ResponsiveColumns(spacing=12)
        words, right = QWidget(head), QWidget(head)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.line)
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addStretch(1)
        for part in (self.place, self.bar, self.leave_button):
            row.addWidget(part)
        head.add_column(words, 360)
        head.add_column(right, 460, 0)
        self._opening_box = QWidget()
        opening = QVBoxLayout(self._opening_box)
        opening.addWidget(self.opening, 0, Qt.AlignmentFlag.AlignCenter)
        self.area.body.setContentsMargins(32, 0, 32, 24)
        for stage in (self._opening_box, self.warning, self.area, self.reflection, self.result):
            self.stages.addWidget(stage)
        foot = QVBoxLayout(self.footer)
        foot.setContentsMargins(32, 0, 32, 12)
        foot.setSpacing(12)
        foot.addWidget(rule())
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.primary_button)
        buttons.addWidget(self.primary_key)
        buttons.addStretch(1)
        foot.addLayout(buttons)
        top = QVBoxLayout()
        top.setContentsMargins(32, 24, 32, 16)
        top.setSpacing(12)
        top.addWidget(head)
        top.addWidget(self.support)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.stages, 1)
        whole.addWidget(self.footer)
        show_when(self.footer, False)
        show_when(self.support, False)

    def _connect(self) -> None:
        self.leave_button.clicked.connect(self.leave_wanted)
        self.primary_button.clicked.connect(self.go_on)
        self.support.close_wanted.connect(self.fast_close_wanted)
        self.warning.begin_wanted.connect(self.begin_wanted)
        self.warning.skip_wanted.connect(self.skip_wanted)
        self.reflection.written.connect(self.reflected)
        self.reflection.typed.connect(self.refresh)
        self.result.next_wanted.connect(self.next_wanted)
        self.result.home_wanted.connect(self.home_wanted)
        bind(self, "exercise.go_on", self.go_on)
        self.fast_close = bind(self, "exercise.fast_close", self.fast_close_wanted.emit)
        # Wherever the keyboard is in the window: who wants to close fast has no time to find it.
        self.fast_close.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.fast_close.setEnabled(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_key)


def _first_in(panel: QWidget) -> QWidget | None:
    """Return the first thing in a panel that takes the keyboard."""
    for widget in panel.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisibleTo(panel) and widget.isEnabled() and not isinstance(widget, QAbstractScrollArea):
            return widget
    return None
