"""What a new leader of a series needs to know: what it is, what was done and agreed, what waits, and how it went."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kompetens_gui.domain.activities.follow_up import FollowUpState
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import Facilitator, Role, WorkshopSession
from kompetens_gui.domain.workshop.series import Commitment
from kompetens_gui.services.ports import Clock, UnitOfWork
from kompetens_gui.services.series import memory_of, readable_log

# A block that took this much more or less than planned is worth a word to the next leader.
_WORTH_TELLING = 3


@dataclass(frozen=True)
class HeldItem:
    """A block of a session that was held, with its planned minutes and those it took; 0 when it was passed over."""

    title: str
    planned: int
    took: int

    @property
    def is_off(self) -> bool:
        """Tell whether it took so much more or less than planned that the next plan should know."""
        return self.took > 0 and abs(self.took - self.planned) >= _WORTH_TELLING


@dataclass(frozen=True)
class HeldSession:
    """A session that was held. Participants are counted by role; nobody is named but those who led."""

    title: str
    held_on: date | None
    minutes: int
    where: str
    leaders: tuple[str, ...]
    participants: int
    roles: Mapping[Role, int]
    agenda: tuple[HeldItem, ...]
    commitments: tuple[Commitment, ...]
    takeaways: tuple[str, ...]
    open_questions: tuple[str, ...]
    answered_questions: tuple[str, ...] = ()  # of those that an earlier session had left open


@dataclass(frozen=True)
class ComingSession:
    """A session of the series that is planned."""

    title: str
    starts_at: datetime | None


@dataclass(frozen=True)
class LeaderTip:
    """What a leader has written to leaders in the latest plan, by block."""

    item: str
    text: str


@dataclass(frozen=True)
class HandOver:
    """The sheet that a new leader is given. `held` has the latest first; `unit`, `purpose` and the rest are its latest.

    `unreadable` counts sessions whose logs could not be read: the sheet says so instead of keeping quiet.
    """

    series: str
    forum_type: str
    unit: str
    target_group: str
    purpose: str
    leaders: tuple[Facilitator, ...]
    groups: int
    held: tuple[HeldSession, ...]
    coming: tuple[ComingSession, ...]
    tips: tuple[LeaderTip, ...]
    made_on: date
    unreadable: int = 0

    @property
    def agreed(self) -> tuple[Commitment, ...]:
        """What was promised last time."""
        return self.held[0].commitments if self.held else ()

    @property
    def takeaways(self) -> tuple[str, ...]:
        return self.held[0].takeaways if self.held else ()

    @property
    def open_questions(self) -> tuple[str, ...]:
        """All questions that nobody has answered in a room yet, the latest first, each once."""
        answered: set[str] = set()
        waiting: dict[str, None] = {}
        for session in self.held:
            waiting.update(dict.fromkeys(q for q in session.open_questions if q not in answered))
            answered.update(session.answered_questions)
        return tuple(waiting)

    @property
    def off_pace(self) -> tuple[HeldItem, ...]:
        """Blocks of the latest session that took much more or less time than planned."""
        return tuple(i for i in self.held[0].agenda if i.is_off) if self.held else ()


def hand_over(work: UnitOfWork, series: str, clock: Clock) -> HandOver | None:
    """Return the sheet of a series, None when no session has it."""
    rows = work.sessions.in_series(series)
    if not rows:
        return None
    plans = [work.sessions.get(row.id) for row in rows]
    closed = [row.id for row in work.sessions.closed_in_series(series)]
    logs = [readable_log(work, session_id) for session_id in closed]
    latest = _latest(plans, clock)
    return HandOver(
        series=series,
        forum_type=latest.forum_type,
        unit=latest.unit,
        target_group=latest.target_group,
        purpose=latest.purpose,
        leaders=tuple(f for f in latest.facilitators if f.name.strip()),
        groups=len(latest.groups),
        held=tuple(_held(log) for log in logs if log is not None),
        coming=tuple(
            ComingSession(p.title, p.starts_at)
            for p in sorted(plans, key=lambda p: p.starts_at or datetime.max)
            if p.id not in closed
        ),
        tips=tuple(LeaderTip(i.title, i.notes.strip()) for i in latest.agenda if i.notes.strip()),
        made_on=clock.local_now().date(),
        unreadable=sum(log is None for log in logs),
    )


def _latest(plans: Sequence[WorkshopSession], clock: Clock) -> WorkshopSession:
    """Return the plan that says most about how the series is now: the latest that has begun, else the next."""
    now = clock.local_now()
    begun = [p for p in plans if p.starts_at is not None and p.starts_at <= now]
    return begun[0] if begun else plans[-1]


def _held(log: SessionLog) -> HeldSession:
    session, state = log.session, log.state
    memory = memory_of(log)
    ended = state.closed_at or state.started_at
    return HeldSession(
        title=session.title,
        held_on=memory.held_on,
        minutes=session.planned_minutes,
        where=", ".join(part.strip() for part in (session.unit, session.place) if part.strip()),
        leaders=tuple(f.name for f in session.facilitators if f.name.strip()),
        participants=len(session.participants),
        roles=Counter(p.role for p in session.participants),
        agenda=tuple(
            HeldItem(i.title, i.minutes, round(state.seconds_used(i.id, ended) / 60) if ended else 0)
            for i in session.agenda
        ),
        commitments=memory.commitments,
        takeaways=memory.takeaways,
        open_questions=memory.open_questions,
        answered_questions=tuple(_answered(log)),
    )


def _answered(log: SessionLog) -> Iterator[str]:
    """Return what the follow-up of a session had an answer to."""
    asked = log.state.previous.open_questions if log.state.previous else ()
    for activity in log.state.activities.values():
        if isinstance(activity, FollowUpState):
            yield from (text for place, text in enumerate(asked) if activity.answer(place))
