"""Joins Ledarvyn to the running session: proposes what the leader wants and shows the state that comes back."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QMessageBox, QWidget

from kompetens_gui.domain.errors import Cancelled, KompetensError
from kompetens_gui.domain.workshop.events import (
    ActivityHappened,
    MinutesAdjusted,
    NoteWritten,
    QuestionCaptured,
    QuestionCategory,
    RoomBlackened,
    RoomFrozen,
    TimerPaused,
    TimerResumed,
)
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId
from kompetens_gui.domain.workshop.state import RoomPicture, SessionState
from kompetens_gui.services.news import LogGrew
from kompetens_gui.services.ports import Clock, NewId
from kompetens_gui.services.running import RunningSession
from kompetens_gui.ui.activities.base import LeaderPanel, leader_panel
from kompetens_gui.ui.presenter.page import PresenterPage
from kompetens_gui.ui.presenter.view_state import RowStatus, agenda_rows, clock_face

CLOCK_STEP_MS = 250


class RoomControls(Protocol):
    """What Ledarvyn asks of the room's window."""

    placed: SignalInstance
    fell_back: SignalInstance
    preview_changed: SignalInstance
    key_pressed: SignalInstance

    @property
    def is_open(self) -> bool: ...

    @property
    def is_windowed(self) -> bool: ...

    def open(self) -> None: ...

    def close(self) -> None: ...

    def toggle(self) -> None: ...

    def swap_screen(self) -> None: ...

    def toggle_windowed(self) -> None: ...

    def show_picture(self, picture: RoomPicture) -> None: ...


class Teller(Protocol):
    """What Ledarvyn tells the person with."""

    def inform(self, title: str, text: str = "") -> object: ...

    def fail(self, error: BaseException) -> object: ...


@dataclass(frozen=True)
class PresenterParts:
    """What the controller is joined from. `end` closes the session and leads on to what comes after."""

    room: RoomControls
    tell: Teller
    clock: Clock
    new_id: NewId
    end: Callable[[], None]


class PresenterController(QObject):
    """Follows one running session at a time."""

    _settled = Signal(object)

    def __init__(self, page: PresenterPage, parts: PresenterParts) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self._session: RunningSession | None = None
        self._log: SessionLog | None = None
        self._panels: dict[AgendaItemId, LeaderPanel] = {}
        self._ticker = QTimer(self)
        self._ticker.setInterval(CLOCK_STEP_MS)
        self._ticker.timeout.connect(self._tick)
        self._settled.connect(self._refused, Qt.ConnectionType.QueuedConnection)
        self._connect()

    def _connect(self) -> None:
        page, room = self._page, self._parts.room
        page.page_key.connect(self._page_key)
        page.bottom.next_wanted.connect(self.next)
        page.bottom.previous_wanted.connect(self.previous)
        page.bottom.skip_wanted.connect(self.skip)
        page.agenda.item_chosen.connect(self.go_to)
        page.top.undo_wanted.connect(self.undo)
        page.redo_wanted.connect(self.redo)
        page.top.freeze_wanted.connect(self.toggle_frozen)
        page.top.black_wanted.connect(self.toggle_black)
        page.top.end_wanted.connect(self.ask_to_end)
        page.clock.pause_wanted.connect(self.toggle_pause)
        page.clock.minutes_wanted.connect(self.add_minutes)
        page.notes.note_written.connect(self.write_note)
        page.notes.note_removed.connect(self.remove_note)
        page.questions.question_captured.connect(self.capture_question)
        page.questions.question_removed.connect(self.remove_question)
        page.room.toggle_wanted.connect(room.toggle)
        page.room.swap_wanted.connect(room.swap_screen)
        page.room.window_wanted.connect(room.toggle_windowed)
        room.placed.connect(self._room_placed)
        room.fell_back.connect(self._room_fell_back)
        room.preview_changed.connect(self._show_preview)
        room.key_pressed.connect(self._room_key)

    # -- the session on show
    def open(self, session: RunningSession) -> None:
        """Show a running session in both windows, exactly where its log ends."""
        self._forget_panels()
        self._session = session
        self._page.show_running(True)
        self._parts.room.open()
        self.show_log(session.log)
        self._ticker.start()

    def release(self) -> None:
        """Let go of the session; the page is empty and the room's window closed."""
        self._ticker.stop()
        self._session = None
        self._log = None
        self._forget_panels()
        self._parts.room.close()
        self._page.show_running(False)

    def heard(self, news: object) -> None:
        """Take in news of the running session; all other news is passed over."""
        if isinstance(news, LogGrew) and self._session is not None and news.log.session.id == self._session.id:
            self.show_log(news.log)

    def show_log(self, log: SessionLog) -> None:
        """Show the state of a log: the activity first, then the room, then what stands around."""
        self._log = log
        state = log.state
        item = state.item
        if item is not None:
            panel = self._panel(item)
            panel.show_state(state.activity_state(item), state.context(item))
            self._page.show_panel(panel)
        self._parts.room.show_picture(state.room_picture())
        self._show_frame(state)

    @property
    def state(self) -> SessionState | None:
        return self._log.state if self._log else None

    # -- what the leader wants
    def next(self) -> None:
        state = self.state
        if state is not None and state.next_item is None:
            self.ask_to_end()
            return
        self._ask(RunningSession.next)

    def previous(self) -> None:
        self._ask(RunningSession.previous)

    def skip(self) -> None:
        """Pass over the next item and go on to the one after it."""
        state = self.state
        if state is None:
            return
        after = state.session.agenda[state.position + 2 :]
        if after:
            self.go_to(after[0].id)

    def go_to(self, item: AgendaItemId) -> None:
        self._ask(lambda session: session.go_to(item))

    def undo(self) -> None:
        self._ask(RunningSession.undo)

    def redo(self) -> None:
        self._ask(RunningSession.redo)

    def toggle_pause(self) -> None:
        state = self.state
        if state is not None:
            self._propose(TimerResumed() if state.is_paused else TimerPaused())

    def add_minutes(self, minutes: int) -> None:
        state = self.state
        if state is not None and state.current is not None:
            self._propose(MinutesAdjusted(state.current, minutes))

    def toggle_black(self) -> None:
        state = self.state
        if state is not None:
            self._propose(RoomBlackened(not state.black))

    def toggle_frozen(self) -> None:
        state = self.state
        if state is not None:
            self._propose(RoomFrozen(state.held is None))

    def write_note(self, text: str) -> None:
        state = self.state
        self._propose(NoteWritten(self._parts.new_id(), text, state.current if state else None))

    def remove_note(self, note_id: str) -> None:
        self._propose(NoteWritten(note_id, ""))

    def capture_question(self, text: str, category: QuestionCategory) -> None:
        state = self.state
        self._propose(QuestionCaptured(self._parts.new_id(), text, category, state.current if state else None))

    def remove_question(self, question_id: str) -> None:
        self._propose(QuestionCaptured(question_id, ""))

    def ask_to_end(self) -> None:
        """Ask once before the session is ended; Enter keeps it going."""
        if self._session is None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Avsluta träffen"),
            self.tr("Avsluta träffen nu?"),
            parent=self._page.window(),
        )
        box.setInformativeText(self.tr("Rummets bild släcks. Närvaro, protokoll och kursintyg kommer efter."))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        end = box.addButton(self.tr("Avsluta träffen"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Fortsätt träffen"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        end.clicked.connect(self._end)
        box.open()

    def _end(self) -> None:
        self._commit_panel()
        self._parts.end()

    # -- asking the session
    def _propose(self, event: object) -> None:
        self._ask(lambda session: session.propose(event))

    def _ask(self, wanted: "Callable[[RunningSession], Future[SessionLog]]") -> None:
        if self._session is None:
            return
        self._commit_panel()
        wanted(self._session).add_done_callback(self._hear_answer)

    def _commit_panel(self) -> None:
        """Let the activity propose what has been typed, so that it comes before the leader's next step."""
        panel = self._page.panels.currentWidget()
        if isinstance(panel, LeaderPanel):
            panel.commit_pending()

    def _propose_activity(self, item: AgendaItemId, what: object) -> None:
        if self._session is not None:
            self._session.propose(ActivityHappened(item, what)).add_done_callback(self._hear_answer)

    def _hear_answer(self, answer: "Future[SessionLog]") -> None:
        """Runs on the writer's thread: only hands a refusal over to the UI thread."""
        error = answer.exception()
        if error is not None:
            self._settled.emit(error)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, KompetensError):
            if not isinstance(error, Cancelled):
                self._parts.tell.fail(error)
            if self._log is not None:
                self.show_log(self._log)
            return
        raise error

    # -- showing
    def _panel(self, item: AgendaItem) -> LeaderPanel:
        panel = self._panels.get(item.id)
        if panel is None:
            panel = self._panels[item.id] = leader_panel(item.kind, self._page)
            panel.proposed.connect(lambda what, item_id=item.id: self._propose_activity(item_id, what))
        return panel

    def _forget_panels(self) -> None:
        for panel in self._panels.values():
            self._page.panels.removeWidget(panel)
            panel.deleteLater()
        self._panels = {}

    def _show_frame(self, state: SessionState) -> None:
        session, page = state.session, self._page
        place = ", ".join(x for x in (session.unit, session.place) if x)
        page.top.show_session(session.title, place, state.position + 1, len(session.agenda))
        page.top.show_room(state.black, state.held is not None)
        self._show_room_status()
        page.questions.show_questions(state.questions)
        item = state.item
        case = state.case_of(item) if item else None
        page.notes.show_notes(item.notes if item else "", case.leader_notes if case else "", state.notes)
        self._tick()

    def _tick(self) -> None:
        state = self.state
        if state is None:
            return
        now = self._parts.clock.now()
        rows = agenda_rows(state, now)
        self._page.agenda.show_rows(rows)
        self._page.clock.show_face(clock_face(state, now))
        previous, following = state.previous_item, state.next_item
        at = next((r.clock for r in rows if r.status == RowStatus.COMING), "") if following else ""
        can_skip = state.position + 2 < len(state.session.agenda)
        self._page.bottom.show_neighbours(
            previous.title if previous else "", following.title if following else "", at, can_skip
        )

    def _show_room_status(self) -> None:
        state, room = self.state, self._parts.room
        self._page.room.show_placement(
            room.is_open,
            room.is_windowed,
            bool(state and state.black),
            bool(state and state.held is not None),
        )

    def _room_placed(self, _choice: object) -> None:
        self._show_room_status()

    def _room_fell_back(self) -> None:
        self._parts.tell.inform(
            self.tr("Projektorn är inte ansluten"),
            self.tr("Åhörarvyn visas i ett fönster på den här skärmen. Sätt i kabeln igen, eller tryck F8."),
        )

    def _show_preview(self, pixmap: QPixmap) -> None:
        self._page.room.preview.show_pixmap(pixmap)

    def _page_key(self, forward: bool) -> None:
        if forward:
            self.next()
        else:
            self.previous()

    def _room_key(self, event: QKeyEvent) -> None:
        """Keys pressed in the room's window: a remote, or the leader who clicked there."""
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Space):
            self.next()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_Left):
            self.previous()
        elif event.key() in (Qt.Key.Key_B, Qt.Key.Key_Period):
            self.toggle_black()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self._parts.room.close()


def focus_panel(page: PresenterPage) -> None:
    """Put the focus in the activity, where the leader works."""
    panel: QWidget | None = page.panels.currentWidget()
    if panel is not None:
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
