"""Which papers a plan needs, in the order they are used: first those of the whole session, then block by block."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kompetens_gui.domain.activities.base import ActivityContext, material_refs
from kompetens_gui.domain.activities.group_work import tasks
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.errors import KompetensError
from kompetens_gui.domain.material.common import MaterialRef
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import AgendaItem, GroupId, SmallGroup, WorkshopSession
from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.services import print_papers as p
from kompetens_gui.services.material_papers import Room, material_prints
from kompetens_gui.services.print_papers import Print, PrintPart, WorkshopPapers

FOLLOW_UP_DAYS = 14
MARKED = "mark_chain"
READ_IN_CASES = ("read_certificate", "mark_chain", "sufficiency_vote", "write_supplement", "rewrite")


@dataclass(frozen=True)
class PapersSource:
    """Where cases and material are read; both raise a KompetensError when something is gone."""

    case: Callable[[CaseId], Case]
    material: Callable[[MaterialRef], object]


def workshop_papers(
    plan: WorkshopSession,
    source: PapersSource,
    previous: SeriesMemory | None = None,
    held: SeriesMemory | None = None,
) -> WorkshopPapers:
    """Return all papers of a plan.

    `previous` is what the last session of the series left, `held` what this one has come to when it has begun. Material
    that cannot be read is left out, and the block is named in `lost`.
    """
    reading = _Reading(plan, source)
    prints: list[Print] = []
    for item in plan.agenda:
        prints += reading.item_prints(item)
    ahead = [
        Print(PrintPart.ATTENDANCE, translate("Prints", "Närvarolista"), p.AttendancePaper(plan)),
        *_signs(plan),
    ]
    after = [_follow_up(plan, held)]
    sheet = p.SessionSheet(plan, reading.titles, _to_bring([*ahead, *prints, *after]), previous)
    first = Print(PrintPart.LEADER, translate("Prints", "Ledarblad för hela träffen"), sheet)
    return WorkshopPapers(plan, (first, *ahead, *prints, *after), tuple(reading.lost))


def follow_up_day(plan: WorkshopSession) -> date | None:
    """Return the day a fortnight after the session, None when it has no day."""
    return plan.starts_at.date() + timedelta(days=FOLLOW_UP_DAYS) if plan.starts_at else None


class _Reading:
    """Reads what the blocks name, each piece once, and remembers what was lost."""

    def __init__(self, plan: WorkshopSession, source: PapersSource) -> None:
        self._plan, self._source = plan, source
        self._materials: dict[str, object] = {}
        self._cases: dict[CaseId, Case] = {}
        self._handed_out: set[object] = set()
        self.titles: dict[str, str] = {}
        self.lost: list[str] = []

    def item_prints(self, item: AgendaItem) -> Iterator[Print]:
        """Yield the papers of a block."""
        context = ActivityContext(
            item,
            self._case(item),
            materials=self._read_materials(item),
            groups=self._plan.groups,
            participants=self._plan.participants,
        )
        if item.kind == tasks.KIND_ID:
            yield from _in_block(item, self._group_work(context))
        elif item.kind == "commitments":
            yield from _in_block(item, _commitments(self._plan, item))
        else:
            room = Room(item, self._plan.groups, len(self._plan.participants))
            for ref in material_refs(item.settings):
                if ref in context.materials:
                    yield from _in_block(item, material_prints(context.materials[ref], room))
        yield from _in_block(item, self._case_papers(context))

    def _read_materials(self, item: AgendaItem) -> dict[str, object]:
        found: dict[str, object] = {}
        for ref in material_refs(item.settings):
            known = MaterialRef.read(ref)
            try:
                if known is None:
                    continue
                if ref not in self._materials:
                    self._materials[ref] = self._source.material(known)
            except KompetensError:
                self._lose(item)
                continue
            found[ref] = self._materials[ref]
            head = getattr(found[ref], "head", None)
            self.titles[ref] = head.title if head is not None else ref
        return found

    def _case(self, item: AgendaItem) -> Case | None:
        case_id = self._plan.case_of(item)
        if case_id is None:
            return None
        try:
            if case_id not in self._cases:
                self._cases[case_id] = self._source.case(case_id)
        except KompetensError:
            self._lose(item)
            return None
        return self._cases[case_id]

    def _lose(self, item: AgendaItem) -> None:
        if item.title not in self.lost:
            self.lost.append(item.title)

    def _group_work(self, context: ActivityContext) -> Iterator[Print]:
        groups = tasks.work_groups(GroupWorkState(), context)
        given = {g.material for g in groups if g.material}
        for ref in dict.fromkeys(g.material for g in groups if g.material):
            case = tasks.material(context, ref)
            if case is not None:
                who = tuple((g.name, g.variant) for g in groups if g.material == ref and context.groups)
                title = translate("Prints", "Ledarblad: {title}").format(title=case.head.title)
                yield Print(PrintPart.LEADER, title, p.LeaderKey(case, who))
        members = {m.id: p.Member(m.name, m.role) for m in context.participants}
        seats = {g.id: tuple(members[m] for m in g.members if m in members) for g in context.groups}
        asked, task = tasks.questions(context), tasks.task_text(context)
        minutes = tasks.timer_minutes(context.item.settings)
        for group in groups:
            name = group.name if context.groups else ""
            card = p.GroupCard(
                group.name,
                seats.get(GroupId(group.id), ()),
                context.item.title,
                task,
                asked,
                minutes,
                group.about,
                group.variant,
            )
            yield Print(PrintPart.GROUP_CARDS, translate("Prints", "Gruppkort"), card, group=name)
            case = tasks.material(context, group.material) if given else None
            if case is not None:
                file = p.FilePapers(
                    case.head.title, case.head.content_warning, case.story, case.voice, case.papers, group.variant
                )
                yield Print(PrintPart.HANDOUTS, case.head.title, file, group=name)
            sheet = p.AnswerSheet(group.name, context.item.title, task, asked, group.about)
            yield Print(PrintPart.ANSWERS, translate("Prints", "Svarsblad"), sheet, group=name)

    def _case_papers(self, context: ActivityContext) -> Iterator[Print]:
        """Yield the case where it is first read, and its sheet where it is first marked; one for each group."""
        case, item = context.case, context.item
        if case is None:
            return
        copies = max(1, len(self._plan.groups))
        if item.kind in (*READ_IN_CASES, tasks.KIND_ID) and case.id not in self._handed_out:
            self._handed_out.add(case.id)
            yield Print(PrintPart.CASES, case.title, p.CasePaper(case), copies=copies)
        certificate = case.medical_certificate(str(item.settings.get("medical_certificate", ""))).id
        if item.kind == MARKED and (case.id, certificate) not in self._handed_out:
            self._handed_out.add((case.id, certificate))
            title = translate("Prints", "Markeringsblad: {title}").format(title=case.title)
            yield Print(PrintPart.CASES, title, p.MarkingPaper(case, certificate), copies=copies)


def _in_block(item: AgendaItem, prints: Iterable[Print]) -> Iterator[Print]:
    return (replace(found, item=item.title) for found in prints)


def _signs(plan: WorkshopSession) -> Iterator[Print]:
    names = {person.id: person.name for person in plan.participants}
    for group in plan.groups:
        sign = p.GroupSign(group.name, tuple(names[m] for m in group.members if m in names))
        yield Print(PrintPart.SIGNS, translate("Prints", "Bordsskylt"), sign, group=group.name)


def _commitments(plan: WorkshopSession, item: AgendaItem) -> Iterator[Print]:
    per_group = bool(item.settings.get("per_group", False)) and bool(plan.groups)
    prompt = str(item.settings.get("prompt", "")).strip() or translate("Commitments", "Det här prövar jag")
    title, day = translate("Prints", "Åtaganden"), follow_up_day(plan)
    groups = plan.groups if per_group else (SmallGroup(GroupId(""), ""),)
    # Two persons' sheets go on one paper; a group has a whole one.
    copies = 1 if per_group else max(1, (len(plan.participants) + 1) // 2)
    for group in groups:
        sheet = p.CommitmentSheet(item.title, prompt, group.name, day)
        yield Print(PrintPart.COMMITMENTS, title, sheet, group=group.name, copies=copies)


def _follow_up(plan: WorkshopSession, held: SeriesMemory | None) -> Print:
    left = held or SeriesMemory(plan.title, None)
    sheet = p.FollowUpSheet(plan.title, follow_up_day(plan), left.commitments, left.open_questions)
    return Print(PrintPart.FOLLOW_UP, translate("Prints", "Uppföljning efter fjorton dagar"), sheet)


def _to_bring(prints: Iterable[Print]) -> tuple[p.ToBring, ...]:
    found: dict[tuple[PrintPart, str], int] = {}
    for one in prints:
        if one.part != PrintPart.LEADER:
            place = (one.part, one.item)
            found[place] = found.get(place, 0) + one.copies
    return tuple(p.ToBring(part, number, item) for (part, item), number in found.items())
