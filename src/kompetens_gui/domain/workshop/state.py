"""What a running session is right now, folded from its log. Leader, room and protocol are views of this."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.workshop.events import AttendanceStatus, QuestionCategory
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, ParticipantId, WorkshopSession
from kompetens_gui.domain.workshop.series import SeriesMemory


@dataclass(frozen=True)
class Note:
    """A private note of the leader."""

    id: str
    text: str
    item: AgendaItemId | None


@dataclass(frozen=True)
class CapturedQuestion:
    """A question to be answered later."""

    id: str
    text: str
    category: QuestionCategory
    item: AgendaItemId | None


@dataclass(frozen=True)
class Attendance:
    """How much a participant attended, in minutes to be certified."""

    status: AttendanceStatus
    minutes: int


@dataclass(frozen=True)
class RoomPicture:
    """What the room sees: the kind that draws it, the kind's own room view, and the frame around."""

    item: AgendaItemId | None
    kind: str
    title: str
    view: object
    black: bool = False
    frozen: bool = False


@dataclass(frozen=True)
class SessionState:
    """`used` holds seconds spent per item up to `clock_since`; `activities` each kind's own state."""

    session: WorkshopSession
    cases: Mapping[CaseId, Case] = field(default_factory=dict)
    materials: Mapping[str, object] = field(default_factory=dict)
    previous: SeriesMemory | None = None
    started_at: datetime | None = None
    closed_at: datetime | None = None
    current: AgendaItemId | None = None
    clock_since: datetime | None = None
    used: Mapping[AgendaItemId, float] = field(default_factory=dict)
    extra_minutes: Mapping[AgendaItemId, int] = field(default_factory=dict)
    first_entered: Mapping[AgendaItemId, datetime] = field(default_factory=dict)
    skipped: frozenset[AgendaItemId] = frozenset()
    notes: tuple[Note, ...] = ()
    questions: tuple[CapturedQuestion, ...] = ()
    black: bool = False
    held: RoomPicture | None = None
    activities: Mapping[AgendaItemId, object] = field(default_factory=dict)
    attendance: Mapping[ParticipantId, Attendance] = field(default_factory=dict)

    # -- the agenda
    @property
    def is_running(self) -> bool:
        return self.started_at is not None and self.closed_at is None

    @property
    def is_paused(self) -> bool:
        return self.is_running and self.clock_since is None

    @property
    def item(self) -> AgendaItem | None:
        return self.session.item(self.current) if self.current else None

    @property
    def position(self) -> int:
        """Place of the current item (from 0), -1 before the start."""
        return next((i for i, item in enumerate(self.session.agenda) if item.id == self.current), -1)

    @property
    def next_item(self) -> AgendaItem | None:
        at = self.position + 1
        return self.session.agenda[at] if 0 <= at < len(self.session.agenda) else None

    @property
    def previous_item(self) -> AgendaItem | None:
        at = self.position - 1
        return self.session.agenda[at] if at >= 0 else None

    def minutes_of(self, item: AgendaItem) -> int:
        """Return the planned minutes with what was added or taken during the session, never below one."""
        return max(1, item.minutes + self.extra_minutes.get(item.id, 0))

    def seconds_used(self, item_id: AgendaItemId, now: datetime) -> float:
        """Return the seconds spent on an item until now; pauses do not count."""
        used = self.used.get(item_id, 0.0)
        if item_id == self.current and self.clock_since is not None and self.is_running:
            used += max(0.0, (now - self.clock_since).total_seconds())
        return used

    def seconds_left(self, now: datetime) -> float:
        """Return what is left of the current item, negative when it has run over."""
        item = self.item
        return self.minutes_of(item) * 60 - self.seconds_used(item.id, now) if item else 0.0

    # -- activities
    def case_of(self, item: AgendaItem) -> Case | None:
        case_id = self.session.case_of(item)
        return self.cases.get(case_id) if case_id else None

    def context(self, item: AgendaItem) -> ActivityContext:
        """Return what an item's activity may lean on, with the group's chain from the items before it."""
        case = self.case_of(item)
        bare = ActivityContext(
            item,
            case,
            earlier=self._earlier(item),
            materials=self.materials,
            groups=self.session.groups,
            participants=self.session.participants,
            previous=self.previous,
            session_id=self.session.id,
            session_title=self.session.title,
        )
        return replace(bare, chain=self._chain_before(bare)) if case else bare

    def activity_state(self, item: AgendaItem) -> object:
        """Return the state of an item's activity, its beginning when nothing has happened yet."""
        found = self.activities.get(item.id)
        return found if found is not None else activity_kind(item.kind).start(self.context(item))

    def room_picture(self) -> RoomPicture:
        """Return what the room sees now."""
        if self.held is not None:
            return RoomPicture(
                self.held.item, self.held.kind, self.held.title, self.held.view, black=self.black, frozen=True
            )
        item = self.item
        if item is None:
            return RoomPicture(None, "", self.session.title, None, black=self.black)
        view = activity_kind(item.kind).room(self.activity_state(item), self.context(item))
        return RoomPicture(item.id, item.kind, item.title, view, black=self.black)

    def _earlier(self, item: AgendaItem) -> object | None:
        found: object | None = None
        for other in self.session.agenda:
            if other.id == item.id:
                break
            if other.kind == item.kind and other.case_slot == item.case_slot:
                found = self.activities.get(other.id, found)
        return found

    def _chain_before(self, context: ActivityContext) -> Chain:
        certificate = context.medical_certificate
        chain = Chain()
        for item in self.session.agenda:
            if item.id == context.item.id:
                break
            state = self.activities.get(item.id)
            if state is None or self.case_of(item) is not context.case:
                continue
            earlier = ActivityContext(item, context.case, chain)
            if earlier.medical_certificate is certificate:
                chain = activity_kind(item.kind).chain(state, earlier) or chain
        return chain
