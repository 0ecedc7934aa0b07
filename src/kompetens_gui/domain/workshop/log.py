"""The append-only log of a session and the fold that turns it into a state. Undo is an event like any other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import RoomOnly
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.errors import ActivityRefused, InvalidValue, NothingToUndo, SessionNotRunning
from kompetens_gui.domain.workshop.events import (
    NOT_UNDOABLE,
    SESSION_EVENTS,
    ActivityHappened,
    AttendanceMarked,
    GroupsArranged,
    ItemEntered,
    MinutesAdjusted,
    NoteWritten,
    ParticipantJoined,
    QuestionCaptured,
    RecordedEvent,
    Redone,
    RoomBlackened,
    RoomFrozen,
    SessionClosed,
    SessionReopened,
    SessionStarted,
    TimerPaused,
    TimerResumed,
    Undone,
)
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, SmallGroup, WorkshopSession
from kompetens_gui.domain.workshop.state import Attendance, CapturedQuestion, Note, SessionState

MOST_GROUPS = 20
AFTER_CLOSE = (AttendanceMarked, ParticipantJoined, NoteWritten, QuestionCaptured, SessionReopened)


@dataclass(frozen=True)
class SessionLog:
    """The events so far, in order, and the state they give. Adding an event gives a new log.

    `session` is the plan with those who joined without being in it, and the groups as they are now; `plan` is as it
    was at the start. `frozen` is all content as it read then.
    """

    session: WorkshopSession
    plan: WorkshopSession
    frozen: FrozenContent
    events: tuple[RecordedEvent, ...]
    state: SessionState

    @property
    def cases(self) -> Mapping[CaseId, Case]:
        return self.frozen.cases

    @staticmethod
    def replay(session: WorkshopSession, frozen: "FrozenContent", events: Iterable[RecordedEvent]) -> "SessionLog":
        """Fold a whole log from its beginning."""
        recorded = tuple(events)
        gone = undone_numbers(recorded)
        plan = _as_planned(session, recorded)
        state = SessionState(plan, frozen.cases, frozen.materials, frozen.previous)
        for entry in recorded:
            if entry.seq not in gone and not isinstance(entry.event, (Undone, Redone)):
                state = fold(state, entry.event, entry.at)
        return SessionLog(state.session, plan, frozen, recorded, state)

    @property
    def next_seq(self) -> int:
        return self.events[-1].seq + 1 if self.events else 1

    def with_event(self, entry: RecordedEvent) -> "SessionLog":
        """Return the log with one more event; undo and redo fold everything anew."""
        events = (*self.events, entry)
        if isinstance(entry.event, (Undone, Redone)):
            return SessionLog.replay(self.plan, self.frozen, events)
        state = fold(self.state, entry.event, entry.at)
        return replace(self, session=state.session, events=events, state=state)

    def undo_event(self) -> Undone:
        """Return the event that undoes the last step that can be undone, or raise NothingToUndo."""
        gone = undone_numbers(self.events)
        for entry in reversed(self.events):
            if isinstance(entry.event, SessionClosed):
                break
            if entry.seq not in gone and _can_be_undone(entry.event):
                return Undone(entry.seq)
        raise NothingToUndo

    def redo_event(self) -> Redone:
        """Return the event that brings back what was undone last, or raise NothingToUndo when something came after."""
        gone = undone_numbers(self.events)
        for entry in reversed(self.events):
            if isinstance(entry.event, Redone) or _only_room(entry.event):
                continue
            if not isinstance(entry.event, Undone):
                break
            if entry.event.seq in gone:
                return Redone(entry.event.seq)
        raise NothingToUndo

    def check(self, event: object) -> None:
        """Raise a KompetensError when the event cannot happen now."""
        check(self.state, event)


def _as_planned(session: WorkshopSession, events: Iterable[RecordedEvent]) -> WorkshopSession:
    """Return the session without those who joined: the fold adds them anew, unless that was undone."""
    joined = {e.event.participant.id for e in events if isinstance(e.event, ParticipantJoined)}
    return replace(session, participants=tuple(p for p in session.participants if p.id not in joined))


def _can_be_undone(event: object) -> bool:
    return not isinstance(event, NOT_UNDOABLE) and not _only_room(event)


def _only_room(event: object) -> bool:
    return isinstance(event, ActivityHappened) and isinstance(event.what, RoomOnly)


def undone_numbers(events: Iterable[RecordedEvent]) -> frozenset[int]:
    """Return the numbers of the events that no longer count."""
    gone: set[int] = set()
    for entry in events:
        if isinstance(entry.event, Undone):
            gone.add(entry.event.seq)
        elif isinstance(entry.event, Redone):
            gone.discard(entry.event.seq)
    return frozenset(gone)


def check(state: SessionState, event: object) -> None:
    """Raise a KompetensError when the event does not fit the state."""
    if type(event) not in (*SESSION_EVENTS, ActivityHappened):
        raise ActivityRefused("unknown_event")
    if not isinstance(event, SessionStarted):
        closed = state.closed_at is not None
        if not state.is_running and not (closed and isinstance(event, AFTER_CLOSE)):
            raise SessionNotRunning(state.session.id)
    _check_fits(state, event)


def _check_fits(state: SessionState, event: object) -> None:
    match event:
        case SessionStarted(first):
            if state.started_at is not None or state.session.item(first) is None:
                raise ActivityRefused("already_started")
        case ItemEntered(item, _) | MinutesAdjusted(item, _):
            _need_item(state, item)
        case TimerPaused():
            if state.is_paused:
                raise ActivityRefused("already_paused")
        case TimerResumed():
            if not state.is_paused:
                raise ActivityRefused("not_paused")
        case ActivityHappened(item, what):
            agenda_item = _need_item(state, item)
            kind = activity_kind(agenda_item.kind)
            kind.check(state.activity_state(agenda_item), what, state.context(agenda_item))
        case ParticipantJoined() | AttendanceMarked():
            _check_people(state, event)
        case GroupsArranged(groups):
            _check_groups(state, groups)


def _check_people(state: SessionState, event: ParticipantJoined | AttendanceMarked) -> None:
    known = {p.id for p in state.session.participants}
    match event:
        case ParticipantJoined(participant):
            if participant.id in known:
                raise InvalidValue("name", "taken", participant.name)
            if not participant.name.strip():
                raise InvalidValue("name", "empty")
        case AttendanceMarked(participant_id, _, minutes):
            if participant_id not in known or minutes < 0:
                raise ActivityRefused("no_such_participant")


def _check_groups(state: SessionState, groups: tuple[SmallGroup, ...]) -> None:
    known = {p.id for p in state.session.participants}
    members = [m for g in groups for m in g.members]
    if len(groups) > MOST_GROUPS or len({g.id for g in groups}) != len(groups):
        raise ActivityRefused("no_such_group")
    if len(set(members)) != len(members) or not known.issuperset(members):
        raise ActivityRefused("no_such_participant")


def _need_item(state: SessionState, item_id: AgendaItemId) -> AgendaItem:
    item = state.session.item(item_id)
    if item is None:
        raise ActivityRefused("no_such_item")
    return item


def fold(state: SessionState, event: object, at: datetime) -> SessionState:
    """Return the state after an accepted event."""
    match event:
        case SessionStarted(first):
            return _enter(replace(state, started_at=at), first, at)
        case ItemEntered(item, skipped):
            entered = _enter(_stop_clock(state, at), item, at)
            return replace(entered, skipped=(entered.skipped | frozenset(skipped)) - {item})
        case TimerPaused():
            return _stop_clock(state, at)
        case TimerResumed():
            return replace(state, clock_since=at)
        case MinutesAdjusted(item, minutes):
            extra = state.extra_minutes.get(item, 0) + minutes
            return replace(state, extra_minutes={**state.extra_minutes, item: extra})
        case ActivityHappened(item, what):
            return _fold_activity(state, item, what, at)
        case SessionClosed():
            return replace(_stop_clock(state, at), closed_at=at, held=None, black=False)
        case SessionReopened():
            return replace(state, closed_at=None)
    return _fold_beside(state, event)


def _fold_beside(state: SessionState, event: object) -> SessionState:
    """Fold what happens beside the agenda: screen, notes, questions, attendance."""
    match event:
        case RoomBlackened(black):
            return replace(state, black=black)
        case RoomFrozen(frozen):
            return replace(state, held=(state.held or state.room_picture()) if frozen else None)
        case NoteWritten(note_id, text, item):
            notes = tuple(n for n in state.notes if n.id != note_id)
            return replace(state, notes=(*notes, Note(note_id, text.strip(), item)) if text.strip() else notes)
        case QuestionCaptured(question_id, text, category, item):
            rest = tuple(q for q in state.questions if q.id != question_id)
            added = (*rest, CapturedQuestion(question_id, text.strip(), category, item))
            return replace(state, questions=added if text.strip() else rest)
        case ParticipantJoined(participant):
            people = (*state.session.participants, participant)
            return replace(state, session=replace(state.session, participants=people))
        case GroupsArranged(groups):
            return replace(state, session=replace(state.session, groups=groups))
        case AttendanceMarked(participant, status, minutes):
            return replace(state, attendance={**state.attendance, participant: Attendance(status, minutes)})
    return state


def _enter(state: SessionState, item: AgendaItemId, at: datetime) -> SessionState:
    first = state.first_entered if item in state.first_entered else {**state.first_entered, item: at}
    return replace(state, current=item, clock_since=at, first_entered=first)


def _stop_clock(state: SessionState, at: datetime) -> SessionState:
    if state.current is None or state.clock_since is None:
        return state
    used = {**state.used, state.current: state.seconds_used(state.current, at)}
    return replace(state, used=used, clock_since=None)


def _fold_activity(state: SessionState, item_id: AgendaItemId, what: object, at: datetime) -> SessionState:
    item = state.session.item(item_id)
    if item is None:
        return state
    folded = activity_kind(item.kind).fold(state.activity_state(item), what, at, state.context(item))
    return replace(state, activities={**state.activities, item_id: folded})
