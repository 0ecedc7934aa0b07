"""The layout of Ledarvyn: agenda and notes to the left, the activity in the middle, clock, room and questions right."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.presenter.agenda_list import AgendaList
from kompetens_gui.ui.presenter.bars import BottomBar, TopBar
from kompetens_gui.ui.presenter.clock_card import ClockCard
from kompetens_gui.ui.presenter.columns import SideColumn, fits_three, folded_width, is_low, low_picture, side_widths
from kompetens_gui.ui.presenter.leading_keys import LeadingKeys
from kompetens_gui.ui.presenter.notes_card import NotesCard
from kompetens_gui.ui.presenter.preview_card import PreviewCard
from kompetens_gui.ui.presenter.questions_card import QuestionsCard
from kompetens_gui.ui.shell.shortcuts import bind
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.begins_at import BeginsAt
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.preparing import preparing

GAP, LOW_GAP, FOLDED_CARD = 16, 12, 220


class PresenterPage(QWidget):
    """Everything the leader sees. Knows nothing of sessions; the controller feeds it.

    Signals: `redo_wanted()`, `plan_wanted()`, `page_key(bool)` for Page Down (True) and Page Up (False), wherever the
    focus is: that is what a presenter's remote sends.
    """

    redo_wanted = Signal()
    plan_wanted = Signal()
    page_key = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self._keys = LeadingKeys(self)
        self._keys.page_key.connect(self.page_key)
        self.top = TopBar()
        self.agenda = AgendaList()
        self.agenda_card = Card(self.tr("Dagordning"), dense=True)
        self.agenda_card.add(self.agenda, 1)
        self.agenda_card.body.setContentsMargins(0, 16, 0, 8)
        self.agenda_card.head.setContentsMargins(16, 0, 16, 0)
        self.notes = NotesCard()
        self.panels = QStackedWidget()
        self.middle = Card(dense=True)
        self.middle.add(self.panels, 1)
        self.clock = ClockCard()
        self.room = PreviewCard()
        self.questions = QuestionsCard()
        self.bottom = BottomBar()
        self.running = QWidget()
        self._lay_out_running()
        self.empty = EmptyState(
            "presentation",
            self.tr("Ingen träff pågår"),
            self.tr("Öppna en plan och välj Starta, så visas den här och i rummet."),
            self.tr("Gå till Planera"),
        )
        self.empty.action_wanted.connect(self.plan_wanted)
        self.stack = QStackedWidget()
        waiting = QWidget()
        centre = QVBoxLayout(waiting)
        centre.setContentsMargins(32, 32, 32, 32)
        centre.addWidget(self.empty)
        centre.addStretch(1)
        self.stack.addWidget(waiting)
        self.stack.addWidget(self.running)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        self._bind_keys()

    def _lay_out_running(self) -> None:
        self._left, self._right = SideColumn(GAP), SideColumn(GAP)
        self._folded: bool | None = None
        columns = QHBoxLayout()
        columns.setContentsMargins(GAP, GAP, GAP, GAP)
        columns.setSpacing(GAP)
        columns.addWidget(self._left)
        columns.addWidget(self.middle, 1)
        columns.addWidget(self._right)
        layout = QVBoxLayout(self.running)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addLayout(columns, 1)
        layout.addWidget(self.bottom)
        self._fit_columns()

    def _bind_keys(self) -> None:
        slots: dict[str, Callable[[], object]] = {
            "presenter.projector": self.room.toggle_wanted.emit,
            "presenter.swap_screens": self.room.swap_wanted.emit,
            "presenter.windowed": self.room.window_wanted.emit,
            "presenter.groups": self.top.groups_wanted.emit,
            "presenter.prints": self.top.prints_wanted.emit,
            "presenter.freeze": self.top.freeze_wanted.emit,
            "presenter.black": self.top.black_wanted.emit,
            "presenter.pause": self.clock.pause_wanted.emit,
            "presenter.skip": self.bottom.skip_wanted.emit,
            "presenter.close": self.top.end_wanted.emit,
            "presenter.redo": self.redo_wanted.emit,
            "presenter.question": self.questions.field.setFocus,
            "presenter.note": self.notes.field.setFocus,
        }
        for action_id, slot in slots.items():
            bind(self, action_id, slot)
        bind(self, "presenter.one_minute_more", self._one_more)
        bind(self, "presenter.five_minutes_more", self._five_more)

    def _one_more(self) -> None:
        self.clock.minutes_wanted.emit(1)

    def _five_more(self) -> None:
        self.clock.minutes_wanted.emit(5)

    def show_running(self, running: bool) -> None:
        """Show the session, or the empty page when none runs."""
        self.stack.setCurrentIndex(1 if running else 0)

    def preparing_panel(self, panel: LeaderPanel) -> Iterator[Callable[[], object]]:
        """Take in a panel that will be shown later, laid out as it will be, piece by piece."""
        if self.panels.indexOf(panel) < 0:
            yield partial(self.panels.addWidget, panel)
        yield from preparing(panel, self.panels.size())

    def show_panel(self, panel: LeaderPanel) -> None:
        """Bring an activity's panel to the front."""
        if self.panels.indexOf(panel) < 0:
            self.panels.addWidget(panel)
        self.panels.setCurrentWidget(panel)
        # One filled button on the screen: the panel's, as long as it leads on within the activity.
        self.bottom.next.set_kind("secondary" if panel.leads_on() else "primary")

    def focus_activity(self) -> None:
        """Put the focus in the activity, where the leader works, unless a note or a question is being typed."""
        focus, panel = self.focusWidget(), self.panels.currentWidget()
        typing = (self.notes.field, self.questions.field)
        if panel is None or (focus in typing and isinstance(focus, QLineEdit) and focus.text()):
            return
        begins = isinstance(panel, BeginsAt) and panel.first is not None
        takes_keys = begins or bool(panel.focusPolicy() & Qt.FocusPolicy.TabFocus)
        target = panel if takes_keys else _first_stop(panel) or panel
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """The panes F6 visits, in reading order."""
        panel = self.panels.currentWidget()
        order: list[QWidget] = [self.agenda, self.notes.field]
        if panel is not None:
            order.append(panel)
        return [*order, self.clock.pause, self.room.toggle, self.questions.field, self.bottom.next]

    def undo(self) -> None:
        self.top.undo_wanted.emit()

    def showEvent(self, event: object) -> None:
        self._keys.start()

    def hideEvent(self, event: object) -> None:
        self._keys.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_left"):
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        left, right = side_widths(theme.text_scale)
        folded = not fits_three(self.width(), theme.text_scale, GAP)
        self._left.setFixedWidth(folded_width(self.width(), theme.text_scale, GAP) if folded else left)
        self._right.setFixedWidth(right)
        for card in (self.agenda_card, self.notes, self.questions):
            card.setMinimumHeight(theme.px(FOLDED_CARD) if folded else 0)
        if folded is not self._folded:
            self._folded = folded
            self._right.setVisible(not folded)
            if folded:
                self._right.show_cards()
                self._left.show_cards(
                    (self.clock, 0), (self.agenda_card, 3), (self.notes, 2), (self.room, 0), (self.questions, 2)
                )
            else:
                self._left.show_cards((self.agenda_card, 5), (self.notes, 4))
                self._right.show_cards((self.clock, 0), (self.room, 0), (self.questions, 1))
        low = is_low(self.height(), theme.text_scale)
        self.clock.set_low(low)
        self.room.preview.set_most_height(low_picture(self.height(), theme.text_scale) if low else 0)
        self.questions.set_low(low)
        self._right.set_gap(LOW_GAP if low else GAP)


def _first_stop(panel: QWidget) -> QWidget | None:
    """Return the first thing in a panel that takes the keyboard."""
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(panel) and widget.isEnabled():
            return widget
    return None
