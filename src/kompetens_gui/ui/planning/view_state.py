"""What the planning pages show, worked out from plans and rows. No widgets here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS, activity_kind
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.workshop.agenda import timed_agenda
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Participant,
    Role,
    SessionStatus,
    WorkshopSession,
)
from kompetens_gui.domain.workshop.readiness import ReadyCheck
from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.services.material_browsing import KnownMaterial, MaterialState
from kompetens_gui.services.ports import CaseRow, SessionRow
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.words import translate


class SessionGroup(StrEnum):
    """Under which heading a session is listed."""

    RUNNING = "running"
    COMING = "coming"
    CLOSED = "closed"


@dataclass(frozen=True)
class SessionLine:
    """A session in the list; with `row` None it is a heading."""

    title: str
    row: SessionRow | None = None
    day: str = ""
    hours: str = ""
    where: str = ""
    past: bool = False


def session_lines(rows: Sequence[SessionRow], now: datetime, query: str = "") -> tuple[SessionLine, ...]:
    """Sort sessions under their headings: running first, coming by date, closed with the latest first."""
    headings = {
        SessionGroup.RUNNING: translate("Planning", "Pågående"),
        SessionGroup.COMING: translate("Planning", "Kommande"),
        SessionGroup.CLOSED: translate("Planning", "Genomförda"),
    }
    found = [r for r in rows if _matches(r, query)]
    lines: list[SessionLine] = []
    for group, heading in headings.items():
        inside = [r for r in found if group_of(r) == group]
        if group == SessionGroup.CLOSED:
            inside.sort(key=lambda r: r.starts_at or r.updated_at.replace(tzinfo=None), reverse=True)
        if inside:
            lines.append(SessionLine(f"{heading} ({len(inside)})"))
            lines += [_session_line(r, now) for r in inside]
    return tuple(lines)


def group_of(row: SessionRow) -> SessionGroup:
    return {SessionStatus.RUNNING: SessionGroup.RUNNING, SessionStatus.CLOSED: SessionGroup.CLOSED}.get(
        row.status, SessionGroup.COMING
    )


def _session_line(row: SessionRow, now: datetime) -> SessionLine:
    starts = row.starts_at
    day = words.short_day(starts) if starts else translate("Planning", "Inget datum än")
    hours = words.span(starts, row.minutes) if starts else ""
    past = starts is not None and starts.date() < now.date() and group_of(row) == SessionGroup.COMING
    title = row.title.strip() or translate("Planning", "Träff utan namn")
    return SessionLine(title, row, day, hours, words.where(row.unit, row.place), past)


def _matches(row: SessionRow, query: str) -> bool:
    starts = words.day(row.starts_at) if row.starts_at else ""
    text = f"{row.title} {row.unit} {row.place} {starts} {words.status(row.status)[0]}".casefold()
    return all(word in text for word in query.casefold().split())


@dataclass(frozen=True)
class AgendaBlockRow:
    """One block of the agenda. `case` is the title of its case, "" when none is chosen; `slot` its case slot."""

    item: AgendaItem
    clock: str
    title: str
    detail: str
    icon: str
    missing: bool
    overruns: bool
    usual_minutes: int
    first: bool
    last: bool


@dataclass(frozen=True)
class AgendaPicture:
    """The agenda as it is drawn; `ends` is the clock time (or minute) after the last block."""

    blocks: tuple[AgendaBlockRow, ...]
    ends: str
    used: int
    room: int


def agenda_picture(
    plan: WorkshopSession,
    case_titles: Mapping[CaseId, str],
    materials: Mapping[str, KnownMaterial] = MappingProxyType({}),
) -> AgendaPicture:
    """Work out times and words of every block."""
    timed = timed_agenda(plan)
    blocks = []
    for position, at in enumerate(timed.items):
        item, kind = at.item, words.kind(at.item.kind)
        case_id = plan.case_of(item)
        missing = item.case_slot is not None and case_id is None
        known = item.kind in ACTIVITY_KINDS
        detail = _block_detail(item, kind.title, case_id, case_titles)
        if item.case_slot is None and known and activity_kind(item.kind).material_kinds:
            detail, missing = _material_detail(item, detail, materials)
        blocks.append(
            AgendaBlockRow(
                item,
                words.clock(at.starts_at) if at.starts_at else str(at.from_minute),
                item.title.strip() or kind.title,
                detail,
                kind.icon,
                missing,
                at.overruns,
                activity_kind(item.kind).default_minutes if known else item.minutes,
                position == 0,
                position == len(timed.items) - 1,
            )
        )
    ends = words.clock(timed.ends_at) if timed.ends_at else str(timed.minutes)
    return AgendaPicture(tuple(blocks), ends, timed.minutes, plan.minutes)


def _material_detail(item: AgendaItem, otherwise: str, materials: Mapping[str, KnownMaterial]) -> tuple[str, bool]:
    """Say which material a block works with, and whether it still has to be chosen."""
    refs = material_refs(item.settings)
    if not refs:
        if activity_kind(item.kind).needs_material:
            return translate("Planning", "Material är inte valt"), True
        return otherwise, False
    found = [materials.get(ref) for ref in refs]
    if any(known is not None and known.state != MaterialState.THERE for known in found):
        return translate("Planning", "Materialet går inte att använda. Välj annat."), True
    titles = [known.title for known in found if known is not None]
    return (", ".join(titles) or otherwise), False


def _block_detail(item: AgendaItem, kind: str, case_id: CaseId | None, titles: Mapping[CaseId, str]) -> str:
    if item.case_slot is None:
        return kind if item.title.strip() and item.title.strip() != kind else words.kind(item.kind).detail
    if case_id is None:
        return translate("Planning", "Fall {slot} är inte valt").format(slot=item.case_slot)
    return translate("Planning", "Fall {slot}: {title}").format(slot=item.case_slot, title=titles.get(case_id, case_id))


class BankRowKind(StrEnum):
    """What a row of the bank is."""

    HEADING = "heading"
    CASE = "case"
    MOMENT = "moment"
    NOTE = "note"


@dataclass(frozen=True)
class BankRow:
    """A row of the bank; `used` shows a tick in place of the plus."""

    kind: BankRowKind
    title: str
    detail: str = ""
    key: str = ""
    icon: str = ""
    used: bool = False
    chain_state: str = ""
    broken: bool = False


def bank_rows(
    cases: Sequence[CaseRow], total: int, plan: WorkshopSession, query: str, part: str
) -> tuple[BankRow, ...]:
    """Return the rows of the bank for a search and a choice of all, cases or moments."""
    rows: list[BankRow] = []
    if part in ("all", "cases") and cases:
        rows.append(BankRow(BankRowKind.HEADING, translate("Planning", "Fall")))
        rows += [_case_row(c, plan) for c in cases]
        if total > len(cases):
            more = translate("Planning", "och {n} fall till. Sök för att hitta dem.").format(n=total - len(cases))
            rows.append(BankRow(BankRowKind.NOTE, more))
    if part in ("all", "moments"):
        moments = [_moment_row(name) for name in ACTIVITY_KINDS]
        moments = [m for m in moments if all(w in f"{m.title} {m.detail}".casefold() for w in query.casefold().split())]
        if moments:
            rows.append(BankRow(BankRowKind.HEADING, translate("Planning", "Moment")))
            rows += moments
    return tuple(rows)


def _case_row(case: CaseRow, plan: WorkshopSession) -> BankRow:
    detail = ", ".join(part for part in (case.diagnosis, case.occupation) if part)
    used = case.id in plan.chosen_cases
    return BankRow(
        BankRowKind.CASE, case.title, detail, case.id, "folder", used, chain_state=case.chain_state, broken=case.broken
    )


def _moment_row(name: str) -> BankRow:
    kind = words.kind(name)
    detail = f"{kind.detail}, {activity_kind(name).default_minutes} min"
    return BankRow(BankRowKind.MOMENT, kind.title, detail, name, kind.icon)


@dataclass(frozen=True)
class RoleCount:
    """How many of a role take part, and a line about them."""

    role: Role
    count: int
    title: str
    detail: str


def role_counts(people: Sequence[Participant]) -> tuple[RoleCount, ...]:
    """Count participants by role in the order of the glossary; a lone one is named, others by their units."""
    counted = Counter(p.role for p in people)
    rows = []
    for role in Role:
        if counted[role]:
            inside = [p for p in people if p.role == role]
            units = list(dict.fromkeys(p.unit for p in inside if p.unit))
            detail = inside[0].name if len(inside) == 1 else ", ".join(units[:2])
            rows.append(RoleCount(role, counted[role], role_title(role), detail))
    return tuple(rows)


@dataclass(frozen=True)
class SlotView:
    """A case slot of the plan and what stands in it; `used_by` counts the moments that work with it."""

    number: int
    case_id: CaseId | None
    title: str
    used_by: int


def slots(plan: WorkshopSession, case_titles: Mapping[CaseId, str]) -> tuple[SlotView, ...]:
    """Return the case slots of a plan, from 1."""
    count = max(plan.case_slots, len(plan.cases), *(i.case_slot or 0 for i in plan.agenda), 0)
    views = []
    for number in range(1, count + 1):
        case_id = plan.cases[number - 1] if number <= len(plan.cases) else None
        used_by = sum(1 for i in plan.agenda if i.case_slot == number)
        views.append(SlotView(number, case_id, case_titles.get(case_id, case_id) if case_id else "", used_by))
    return tuple(views)


@dataclass(frozen=True)
class PlanView:
    """Everything the plan page shows."""

    plan: WorkshopSession
    agenda: AgendaPicture
    checks: tuple[ReadyCheck, ...]
    slots: tuple[SlotView, ...]
    cases: Mapping[CaseId, Case]
    date_passed: bool
    locked: bool
    materials: Mapping[str, KnownMaterial] = field(default_factory=dict)
    left: SeriesMemory | None = None
    today: date = date.min


def is_locked(plan: WorkshopSession) -> bool:
    """Tell whether the session has started, so that its plan can only be read."""
    return plan.status in (SessionStatus.RUNNING, SessionStatus.CLOSED)


def neighbour(plan: WorkshopSession, item_id: AgendaItemId) -> AgendaItemId | None:
    """Return the item to stand on when `item_id` is removed: the next one, else the one before."""
    ids = [i.id for i in plan.agenda]
    if item_id not in ids:
        return None
    at = ids.index(item_id)
    rest = ids[:at] + ids[at + 1 :]
    return rest[min(at, len(rest) - 1)] if rest else None
