"""What is printed of a piece of material: for each group what it works with, and for the leader the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.material.measure_limits import MeasureLimits
from kompetens_gui.domain.material.pathway import PathwayBrief, SeatId
from kompetens_gui.domain.material.role_play import RoleCard, RolePart, RolePlay
from kompetens_gui.domain.material.sorting import Sorting
from kompetens_gui.domain.material.talk_drill import TalkDrill
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import AgendaItem, GroupId, SmallGroup
from kompetens_gui.services import print_papers as p
from kompetens_gui.services.casting import cast_for
from kompetens_gui.services.print_papers import Print, PrintPart

LETTERS = ("A", "B", "C", "D")


@dataclass(frozen=True)
class Room:
    """Who a block is printed for. `people` is 0 when nobody is on the list yet."""

    item: AgendaItem
    groups: tuple[SmallGroup, ...]
    people: int

    @property
    def tables(self) -> tuple[SmallGroup, ...]:
        """The groups, or one without a name for the whole room."""
        return self.groups or (SmallGroup(GroupId(""), ""),)

    def size(self, group: SmallGroup) -> int:
        """How many sit in a group; a group without members takes its share of the room."""
        if not self.groups:
            return self.people
        return len(group.members) or self.people // len(self.groups)

    @property
    def level(self) -> int:
        """The level the plan sets, 0 for none."""
        level = self.item.settings.get("level", 0)
        return level if isinstance(level, int) else 0


def material_prints(material: object, room: Room) -> Iterator[Print]:
    """Return the papers of a material, the leader's first."""
    return _prints(material, room)


@singledispatch
def _prints(material: object, room: Room) -> Iterator[Print]:
    return iter(())


@_prints.register
def _(material: RolePlay, room: Room) -> Iterator[Print]:
    casts = [(g.name, room.size(g), cast_for(material, room.size(g))) for g in room.tables]
    told = tuple(p.GroupCast(name, size, c.roles, c.observers, c.advice) for name, size, c in casts)
    sheet = p.RolePlaySheet(material, room.level, room.item.minutes, told)
    yield Print(PrintPart.LEADER, _leader_title(material.head.title), sheet)
    titles = {r.id: r.title for r in material.roles}
    for name, _size, cast in casts:
        roles = [r for r in material.roles if r.id in cast.roles]
        for role in roles:
            title = translate("Prints", "Rollkort: {role}").format(role=role.title)
            yield Print(
                PrintPart.ROLE_CARDS, title, role_card_paper(material, role, cast.roles, room.level), group=name
            )
        watched = p.ObserverSheet(material.head.title, titles, material.protocol)
        # With nobody left to observe, the group fills in one sheet together.
        yield Print(
            PrintPart.OBSERVERS,
            translate("Prints", "Observatörsblad"),
            watched,
            group=name,
            copies=max(1, cast.observers),
        )
        own = p.ObserverSheet(material.head.title, titles, material.protocol, is_self=True)
        main = sum(r.part == RolePart.MAIN for r in roles)
        yield Print(PrintPart.OBSERVERS, translate("Prints", "Självskattning"), own, group=name, copies=max(1, main))


def role_card_paper(play: RolePlay, role: RoleCard, cast: tuple[str, ...], level: int = 0) -> p.RoleCardPaper:
    """Pick what one role knows. Its changes are those of the level played, of all levels when none is set."""
    return p.RoleCardPaper(
        play.head.title,
        play.background,
        play.mode,
        play.place,
        tuple(
            p.PublicRole(r.title, r.name, r.subtitle) for r in play.roles if r.id in (cast or ()) and r.id != role.id
        ),
        play.safety,
        role,
        play.papers_of(role.id),
        tuple(
            p.RoleChange(known.level, known.title, change.text)
            for known in play.levels
            if level in (0, known.level)
            for change in known.changes
            if change.role == role.id
        ),
        level,
        play.head.content_warning,
    )


@_prints.register
def _(material: CoordinationCase, room: Room) -> Iterator[Print]:
    yield _key(material)
    for group in room.tables:
        file = p.FilePapers(
            material.head.title, material.head.content_warning, material.story, material.voice, material.papers
        )
        yield Print(PrintPart.HANDOUTS, material.head.title, file, group=group.name)


@_prints.register
def _(material: PathwayBrief, room: Room) -> Iterator[Print]:
    yield _key(material)
    head = material.head
    for group in room.tables:
        brief = p.BriefPaper(head.title, material.forum, material.order, material.brief, head.content_warning)
        # Everyone at the table reads the brief; two may share one.
        copies = max(1, (room.size(group) + 1) // 2) if room.groups else 1
        yield Print(PrintPart.HANDOUTS, translate("Prints", "Underlag"), brief, group=group.name, copies=copies)
        for seat in material.seats:
            voice = material.voice if seat.id == SeatId.OWN_VOICE else ""
            paper = p.SeatPaper(head.title, material.order, seat, voice)
            yield Print(PrintPart.ROLE_CARDS, translate("Prints", "Stolskort"), paper, group=group.name)


@_prints.register
def _(material: DiscussionCardSet, room: Room) -> Iterator[Print]:
    yield _key(material)
    lead = translate("Prints", "Klipp isär. Dra ett kort i taget och prata högst fem minuter.")
    cards = p.CutCards(material.head.title, lead, tuple(c.text for c in material.cards))
    yield from _for_each(room, PrintPart.CARDS, translate("Prints", "Samtalskort"), cards)


@_prints.register
def _(material: Sorting, room: Room) -> Iterator[Print]:
    yield _key(material)
    cards = p.CutCards(
        material.head.title,
        material.question,
        tuple(i.text for i in material.items),
        tuple(b.title for b in material.bins),
    )
    yield from _for_each(room, PrintPart.CARDS, translate("Prints", "Sorteringskort"), cards)


@_prints.register
def _(material: TalkDrill, room: Room) -> Iterator[Print]:
    yield _key(material)
    rows = tuple(p.DrillRow(line.task, line.situation, line.line) for line in material.lines)
    sheet = p.DrillSheet(material.head.title, material.introduction, rows)
    yield from _for_each(room, PrintPart.HANDOUTS, translate("Prints", "Övningsblad"), sheet)


@_prints.register
def _(material: EmployerPlan, room: Room) -> Iterator[Print]:
    yield _key(material)
    paper = p.EmployerPlanPaper(material.head.title, material.plan, material.medical_note, material.coordinator_note)
    yield from _for_each(room, PrintPart.HANDOUTS, translate("Prints", "Arbetsgivarens plan"), paper)


@_prints.register
def _(material: PlainLetter, room: Room) -> Iterator[Print]:
    yield _key(material)
    paper = p.LetterPaper(material.head.title, material.original)
    yield from _for_each(room, PrintPart.HANDOUTS, translate("Prints", "Brevet"), paper)


@_prints.register
def _(material: TwinCase, room: Room) -> Iterator[Print]:
    """Yield every other group one version, the rest the other; both when there are no groups."""
    asked = tuple(p.AskedQuestion(q.text, tuple(o.text for o in q.options)) for q in material.questions)
    papers = [p.TwinPaper(material.head.title, v.key, v.text, asked) for v in material.versions]
    pairs = [(g.name, papers[n % len(papers)]) for n, g in enumerate(room.groups) if papers]
    pairs = pairs or [("", paper) for paper in papers]
    yield _key(material, tuple((name, paper.mark) for name, paper in pairs if name))
    for name, paper in pairs:
        yield Print(PrintPart.HANDOUTS, translate("Prints", "Berättelse och frågor"), paper, group=name)


@_prints.register
def _(material: Leaflet, room: Room) -> Iterator[Print]:
    yield _key(material)
    sections = tuple((s.heading, s.prompt) for s in material.sections)
    paper = p.LeafletPaper(material.head.title, material.story, material.degree, material.weeks, sections)
    yield from _for_each(room, PrintPart.HANDOUTS, translate("Prints", "Bipacksedel att skriva"), paper)


@_prints.register
def _(material: ImpulseCase, room: Room) -> Iterator[Print]:
    yield _key(material)
    portions = tuple(p.PortionPaper(x.title, x.form, x.text) for x in material.portions)
    paper = p.PortionsPaper(material.head.title, portions)
    yield from _for_each(room, PrintPart.HANDOUTS, translate("Prints", "Tre portioner"), paper)


@_prints.register
def _(material: MeasureLimits, room: Room) -> Iterator[Print]:
    yield _key(material)
    statements = tuple(s.text for s in material.statements)
    paper = p.FigurePaper(material.head.title, material.claim, material.figure, statements)
    yield from _for_each(room, PrintPart.HANDOUTS, translate("Prints", "Siffrorna"), paper)


@_prints.register
def _(material: BranchingCase, room: Room) -> Iterator[Print]:
    """Yield cards to vote with: a set for each group, else one for each person."""
    most = max((len(node.choices) for node in material.nodes), default=len(LETTERS))
    letters = (*LETTERS, "E", "F")[: max(len(LETTERS), min(most, 6))]
    cards, title = p.VotingCards(material.head.title, letters), translate("Prints", "Röstkort")
    if room.groups:
        yield from _for_each(room, PrintPart.CARDS, title, cards)
    else:
        yield Print(PrintPart.CARDS, title, cards, copies=max(1, room.people))


def _for_each(room: Room, part: PrintPart, title: str, paper: p.PaperContent) -> Iterator[Print]:
    return (Print(part, title, paper, group=group.name) for group in room.tables)


def _key(
    material: CoordinationCase
    | PathwayBrief
    | DiscussionCardSet
    | Sorting
    | TalkDrill
    | EmployerPlan
    | PlainLetter
    | TwinCase
    | Leaflet
    | MeasureLimits
    | ImpulseCase,
    given: tuple[tuple[str, str], ...] = (),
) -> Print:
    return Print(PrintPart.LEADER, _leader_title(material.head.title), p.LeaderKey(material, given))


def _leader_title(title: str) -> str:
    return translate("Prints", "Ledarblad: {title}").format(title=title)
