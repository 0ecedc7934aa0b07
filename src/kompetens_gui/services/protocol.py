"""From the log of a session to its protocol: what was done, in what time, and what it gave. Pure."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from kompetens_gui.domain.activities.base import Block, ListBlock
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.workshop.events import AttendanceStatus, QuestionCategory
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItem, Role, WorkshopSession
from kompetens_gui.domain.workshop.state import SessionState
from kompetens_gui.services.protocol_data import ProtocolActivity, ProtocolData, QuestionGroup, RoleCount
from kompetens_gui.services.protocol_scrub import Scrubber, whole_name

TAKEAWAYS = "takeaways"


def protocol_data(log: SessionLog, organisation: str = "") -> ProtocolData:
    """Return the protocol of a session as far as its log goes, without names of participants or case persons."""
    state, session = log.state, log.session
    scrubber = Scrubber(session.participants, (case.person.name for case in log.cases.values()))
    last = log.events[-1].at if log.events else None
    activities = tuple(_activity(state, item, last, scrubber) for item in session.agenda)
    takeaways = tuple(_takeaways(state, scrubber))
    questions = tuple(_questions(state, scrubber))
    title, unit, place = (scrubber.fact(t) for t in (session.title, session.unit, session.place))
    purpose, target_group = scrubber.fact(session.purpose), scrubber.fact(session.target_group)
    return ProtocolData(
        title=title,
        organisation=organisation,
        starts_at=state.started_at or session.starts_at,
        ends_at=state.closed_at,
        unit=unit,
        place=place,
        purpose=purpose,
        target_group=target_group,
        leaders=tuple(f for f in session.facilitators if f.name.strip()),
        people=_people(state),
        activities=activities,
        questions=questions,
        takeaways=takeaways,
        names_replaced=scrubber.names_replaced,
        numbers_removed=scrubber.numbers_removed,
    )


def names_left(data: ProtocolData, session: WorkshopSession) -> tuple[str, ...]:
    """Return the participants whose full name still stands in the protocol: empty unless something is wrong."""
    text = "\n".join(data.texts())
    names = {" ".join(p.name.split()) for p in session.participants}
    return tuple(sorted(n for n in names if " " in n and whole_name(n).search(text)))


def _activity(state: SessionState, item: AgendaItem, last: datetime | None, scrubber: Scrubber) -> ProtocolActivity:
    case = state.case_of(item)
    used = _used_minutes(state, item, last)
    blocks = () if used is None or item.kind == TAKEAWAYS else _blocks(state, item)
    return ProtocolActivity(
        scrubber.fact(item.title),
        item.minutes,
        used,
        scrubber.fact(case.title) if case else "",
        tuple(scrubber.block(b) for b in blocks),
    )


def _blocks(state: SessionState, item: AgendaItem) -> tuple[Block, ...]:
    return activity_kind(item.kind).result(state.activity_state(item), state.context(item)).blocks


def _used_minutes(state: SessionState, item: AgendaItem, last: datetime | None) -> int | None:
    if item.id not in state.first_entered or last is None:
        return None
    return max(1, round(state.seconds_used(item.id, last) / 60))


def _takeaways(state: SessionState, scrubber: Scrubber) -> Iterable[str]:
    for item in state.session.agenda:
        if item.kind != TAKEAWAYS or item.id not in state.first_entered:
            continue
        for block in _blocks(state, item):
            if isinstance(block, ListBlock):
                yield from scrubber.texts(block.items)


def _questions(state: SessionState, scrubber: Scrubber) -> Iterable[QuestionGroup]:
    for category in QuestionCategory:
        texts = [q.text for q in state.questions if q.category == category]
        if texts:
            yield QuestionGroup(category, scrubber.texts(texts))


def _people(state: SessionState) -> tuple[RoleCount, ...]:
    """Count those who were there, by profession, most first."""
    there = [p for p in state.session.participants if not _was_absent(state, p.id)]
    counts = Counter(p.role for p in there)
    order = list(Role)
    return tuple(RoleCount(r, n) for r, n in sorted(counts.items(), key=lambda c: (-c[1], order.index(c[0]))))


def _was_absent(state: SessionState, participant: object) -> bool:
    return any(p == participant and a.status == AttendanceStatus.ABSENT for p, a in state.attendance.items())
