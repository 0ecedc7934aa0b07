"""Joins Ledarvyn to the running session: proposes what the leader wants and shows the state that comes back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

from kompetens_gui.domain.errors import Cancelled, KompetensError
from kompetens_gui.domain.workshop.events import (
    ActivityHappened,
    GroupsArranged,
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
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, SmallGroup
from kompetens_gui.domain.workshop.state import SessionState
from kompetens_gui.services.news import LogGrew
from kompetens_gui.services.ports import Clock, NewId
from kompetens_gui.services.running import RunningSession
from kompetens_gui.ui.activities.base import LeaderPanel, leader_panel, modules_of
from kompetens_gui.ui.presenter.page import PresenterPage
from kompetens_gui.ui.presenter.panel_files import PanelFiles
from kompetens_gui.ui.presenter.proposals import Proposals, Wanted
from kompetens_gui.ui.presenter.room_link import RoomControls, RoomLink, Teller
from kompetens_gui.ui.presenter.steady import hold_still, let_go
from kompetens_gui.ui.presenter.view_state import RowStatus, agenda_rows, clock_face
from kompetens_gui.ui.turns import Piece, Turns

CLOCK_STEP_MS = 250
PREPARE_MS = 400


@dataclass(frozen=True)
class PresenterParts:
    """What the controller is joined from. `end` closes the session and leads on to what comes after."""

    room: RoomControls
    tell: Teller
    clock: Clock
    new_id: NewId
    end: Callable[[], None]
    files: PanelFiles


class PresenterController(QObject):
    """Follows one running session at a time."""

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
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(0)
        self._news.timeout.connect(self._show_news)
        self._prepare = QTimer(self)
        self._prepare.setSingleShot(True)
        self._prepare.setInterval(PREPARE_MS)
        self._prepare.timeout.connect(self._prepare_next)
        self._ahead, self._rest = Turns(self), Turns(self, one_each=True)
        self._latest: SessionLog | None = None
        self._told: tuple[type[KompetensError] | None, object] = (None, None)
        self._proposals = Proposals(self)
        self._proposals.refused.connect(self._refused)
        self._proposals.caught_up.connect(self._caught_up)
        self._proposals.answered.connect(self._show_answer)
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
        page.top.groups_wanted.connect(self.show_groups)
        page.clock.pause_wanted.connect(self.toggle_pause)
        page.clock.minutes_wanted.connect(self.add_minutes)
        page.notes.note_written.connect(self.write_note)
        page.notes.note_removed.connect(self.remove_note)
        page.questions.question_captured.connect(self.capture_question)
        page.questions.question_removed.connect(self.remove_question)
        self._room = RoomLink(page, room, self._parts.tell, self)
        self._room.next_wanted.connect(self.next)
        self._room.previous_wanted.connect(self.previous)
        self._room.black_wanted.connect(self.toggle_black)

    # -- the session on show
    def open(self, session: RunningSession) -> None:
        """Show a running session in both windows, exactly where its log ends."""
        self._forget_panels()
        self._session = session
        self._proposals.follow(session)
        self._page.show_running(True)
        self._parts.room.open()
        self.show_log(session.log)
        self._ticker.start()
        hold_still()

    def release(self) -> None:
        """Let go of the session; the page is empty and the room's window closed."""
        for timer in (self._ticker, self._news, self._prepare):
            timer.stop()
        for turns in (self._ahead, self._rest):
            turns.forget()
        self._session = self._log = self._latest = None
        self._proposals.follow(None)
        self._forget_panels()
        self._parts.room.close()
        self._page.show_running(False)
        let_go()

    def heard(self, news: object) -> None:
        """Take in news of the running session; several in a row are shown once. Other news is passed over."""
        if isinstance(news, LogGrew) and self._session is not None and news.log.session.id == self._session.id:
            self._latest = news.log
            self._news.start()

    def show_log(self, log: SessionLog) -> None:
        """Show the state of a log: the activity first, then the room, then what stands around.

        Each takes a turn of the event loop of its own and is painted before the next, so that the leader's window
        answers within a frame. When a session is opened all is shown at once.
        """
        self._latest = None
        before, self._log = self.state, log
        moved = before is None or before.current != log.state.current
        if moved:
            self._ahead.forget()
        if before is not None and self._rest.is_idle:
            self._rest.add(self._catching_up())
        # One part that fails must not keep the others from telling the truth.
        try:
            self._show_activity(log.state)
        finally:
            if before is None:
                self._show_at_once()
        if moved:
            self._page.focus_activity()
            self._prepare.start()

    def _show_at_once(self) -> None:
        """Show the room and the frame of a session that is opened: nobody works in it yet."""
        try:
            self._show_room()
        finally:
            self._show_frame()

    def _catching_up(self) -> Iterator[Piece]:
        """Show the room and the frame, and once more when the session has gone on meanwhile."""
        shown = None
        while shown is not self.state:
            shown = self.state
            yield self._show_room
            yield self._show_frame

    def _show_room(self) -> None:
        if self.state is not None:
            self._parts.room.show_picture(self.state.room_picture())

    def _show_news(self) -> None:
        if self._latest is not None:
            self.show_log(self._latest)

    def _show_answer(self) -> None:
        """Show the panel what it was spared while it was ahead: keys may come faster than the disk answers."""
        if self._latest is None and self.state is not None:
            self._show_activity(self.state)

    def _show_activity(self, state: SessionState) -> None:
        item = state.item
        if item is None:
            return
        panel = self._panel(item)
        if not self._proposals.waits_for(item.id):
            panel.show_state(state.activity_state(item), state.context(item))
        self._page.show_panel(panel)

    def _prepare_next(self) -> None:
        """Make the next item's panels while nobody waits for them, a piece at a time."""
        state = self.state
        if state is not None and state.next_item is not None:
            self._ahead.add(self._preparing(state, state.next_item))

    def _preparing(self, state: SessionState, item: AgendaItem) -> Iterator[Piece]:
        for name in modules_of(item.kind):
            yield partial(import_module, name)
        yield partial(self._panel, item)
        panel = self._panel(item)
        yield from panel.parts_for_later()
        yield partial(panel.show_state, state.activity_state(item), state.context(item))
        yield from self._page.preparing_panel(panel)
        yield from self._parts.room.preparing(item.kind)

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
        event = NoteWritten(self._parts.new_id(), text, state.current if state else None)
        self._propose(event, partial(self._page.notes.give_back, text))

    def remove_note(self, note_id: str) -> None:
        self._propose(NoteWritten(note_id, ""))

    def capture_question(self, text: str, category: QuestionCategory) -> None:
        state = self.state
        event = QuestionCaptured(self._parts.new_id(), text, category, state.current if state else None)
        self._propose(event, partial(self._page.questions.give_back, text))

    def remove_question(self, question_id: str) -> None:
        self._propose(QuestionCaptured(question_id, ""))

    def show_groups(self) -> None:
        """Show the small groups, to be changed."""
        state = self.state
        if state is None:
            return
        from kompetens_gui.ui.presenter.groups_dialog import GroupsDialog  # loaded only when somebody asks for it

        self._commit_panel()
        dialog = GroupsDialog(state.session.groups, state.session.participants, self._page.window())
        dialog.arranged.connect(self._arrange)
        dialog.open()

    def _arrange(self, groups: tuple[SmallGroup, ...]) -> None:
        self._propose(GroupsArranged(groups))

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

    def commit(self) -> None:
        """Let what has been typed be proposed; before the window closes."""
        if self._session is not None:
            self._commit_panel()

    # -- asking the session
    def _propose(self, event: object, given_back: Callable[[], object] | None = None) -> None:
        self._commit_panel()
        self._proposals.ask(lambda session: session.propose(event), given_back)

    def _ask(self, wanted: Wanted) -> None:
        self._commit_panel()
        self._proposals.ask(wanted)

    def _commit_panel(self) -> None:
        """Let the activity propose what has been typed, so that it comes before the leader's next step."""
        panel = self._page.panels.currentWidget()
        if isinstance(panel, LeaderPanel):
            panel.commit_pending()

    def _propose_activity(self, item: AgendaItemId, what: object) -> None:
        self._proposals.propose_work(ActivityHappened(item, what))

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, KompetensError):
            raise error
        if not isinstance(error, Cancelled) and not self._is_told(error):
            self._told = type(error), self._parts.tell.fail(error)
        if self._log is not None:
            self.show_log(self._log)

    def _is_told(self, error: KompetensError) -> bool:
        """Tell whether the same refusal is still to be read: one message for a row of refused steps is enough."""
        kind, notice = self._told
        return kind is type(error) and isinstance(notice, QWidget) and isValid(notice) and notice.isVisible()

    def _caught_up(self) -> None:
        self._parts.tell.tell(self.tr("Allt är sparat igen"))

    # -- showing
    def _panel(self, item: AgendaItem) -> LeaderPanel:
        panel = self._panels.get(item.id)
        if panel is None:
            panel = self._panels[item.id] = leader_panel(item.kind, self._page.panels)
            panel.proposed.connect(lambda what, item_id=item.id: self._propose_activity(item_id, what))
            panel.prints_wanted.connect(self._page.top.prints_wanted)
            self._parts.files.serve(panel)
        return panel

    def _forget_panels(self) -> None:
        for panel in self._panels.values():
            self._page.panels.removeWidget(panel)
            panel.deleteLater()
        self._panels = {}

    def _show_frame(self) -> None:
        state = self.state
        if state is None:
            return
        session, page = state.session, self._page
        place = ", ".join(x for x in (session.unit, session.place) if x)
        page.top.show_session(session.title, place, state.position + 1, len(session.agenda))
        page.top.show_room(state.black, state.held is not None)
        self._room.show_state(state.black, state.held is not None)
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

    def _page_key(self, forward: bool) -> None:
        if forward:
            self.next()
        else:
            self.previous()
