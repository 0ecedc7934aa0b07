"""Finding material for a moment: what there is, what a piece of it holds, and what a plan names that is gone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from kompetens_gui.domain.errors import ContentInvalid, KompetensError, NotFound
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.material.measure_limits import MeasureLimits
from kompetens_gui.domain.material.pathway import PathwayBrief
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.domain.material.sorting import Sorting
from kompetens_gui.domain.material.talk_drill import TalkDrill
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.common import StudyContentHead
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.services.material_ports import Material, MaterialLibrary


@dataclass(frozen=True)
class MaterialRow:
    """A piece of material in a list. `reviewed` says that somebody besides its author has read it."""

    ref: str
    kind: MaterialKind
    title: str
    minutes: int
    difficulty: int
    areas: tuple[str, ...]
    audience: tuple[str, ...]
    content_warning: str
    reviewed: bool

    def answers(self, query: str) -> bool:
        """Tell whether all words of a search stand in what is known of the material."""
        text = f"{self.title} {' '.join(self.areas)} {' '.join(self.audience)}".casefold()
        return all(word in text for word in query.casefold().split())


class Counted(StrEnum):
    """What a piece of material is made of, for a line such as "5 roller, 8 punkter att observera"."""

    ROLES = "roles"
    OBSERVED = "observed"
    PAPERS = "papers"
    SEATS = "seats"
    OPTIONS = "options"
    CARDS = "cards"
    ITEMS = "items"
    LINES = "lines"
    STATEMENTS = "statements"
    NODES = "nodes"
    PORTIONS = "portions"
    CHECKPOINTS = "checkpoints"
    VERSIONS = "versions"
    QUESTIONS = "questions"
    SECTIONS = "sections"
    POINTS = "points"


@dataclass(frozen=True)
class MaterialPreview:
    """What a planner reads before choosing. `leader` is what the material says to whoever leads."""

    row: MaterialRow
    summary: str
    goals: tuple[str, ...]
    holds: tuple[tuple[Counted, int], ...]
    rule_version: str
    leader: str


class MaterialState(StrEnum):
    """Whether a plan's material can be used."""

    THERE = "there"
    GONE = "gone"
    BROKEN = "broken"


@dataclass(frozen=True)
class KnownMaterial:
    """What a plan shows of material that it names; `title` and `minutes` are empty when it cannot be used."""

    state: MaterialState
    title: str = ""
    minutes: int = 0


class MaterialBrowsing:
    """Reads the library. Its first use takes a moment, so all of this belongs in the background."""

    def __init__(self, library: Callable[[], MaterialLibrary]) -> None:
        self._library = library

    def rows(self, kinds: Iterable[MaterialKind]) -> Sequence[MaterialRow]:
        """Return all that is ready of some kinds, by kind and title."""
        library = self._library()
        return tuple(
            row_of(kind, head)
            for kind in kinds
            for head in sorted(library.heads(kind), key=lambda h: h.title.casefold())
        )

    def material(self, ref: MaterialRef) -> Material:
        """Return a piece of material. Raises NotFound, or ContentInvalid when its file is broken."""
        return self._library().material(ref)

    def preview(self, ref: str) -> MaterialPreview:
        """Return what there is to read of one. Raises NotFound, or ContentInvalid when its file is broken."""
        known = MaterialRef.read(ref)
        if known is None:
            raise NotFound("material", ref)
        material = self._library().material(known)
        head = material.head
        return MaterialPreview(
            row_of(known.kind, head),
            summary_of(material),
            head.learning_goals,
            tuple(holds(material)),
            head.rule_version,
            leader_words(material),
        )

    def look_up(self, refs: Iterable[str]) -> Mapping[str, KnownMaterial]:
        """Return how it stands with material that a plan names."""
        library = self._library()
        found: dict[str, KnownMaterial] = {}
        for ref in refs:
            known = MaterialRef.read(ref)
            try:
                if known is None:
                    raise NotFound("material", ref)
                head = library.material(known).head
            except ContentInvalid:
                found[ref] = KnownMaterial(MaterialState.BROKEN)
            except KompetensError:
                found[ref] = KnownMaterial(MaterialState.GONE)
            else:
                found[ref] = KnownMaterial(MaterialState.THERE, head.title, head.minutes)
        return found


def row_of(kind: MaterialKind, head: StudyContentHead) -> MaterialRow:
    return MaterialRow(
        str(MaterialRef(kind, head.id)),
        kind,
        head.title,
        head.minutes,
        head.difficulty,
        head.competence_areas,
        head.audience,
        head.content_warning,
        head.review.is_reviewed,
    )


def summary_of(material: Material) -> str:
    """Return a few sentences on what the group meets, without anything of a key."""
    match material:
        case RolePlay():
            return f"{material.summary}\n\n{material.background}"
        case CoordinationCase() | Leaflet():
            return material.story
        case PathwayBrief():
            return material.order
        case DiscussionCardSet() | TalkDrill():
            return material.introduction
        case Sorting():
            return material.question
        case MeasureLimits():
            return material.claim
        case BranchingCase():
            return next((n.text for n in material.nodes if n.id == material.start), "")
        case ImpulseCase():
            return material.portions[0].text
        case PlainLetter():
            return material.original
        case EmployerPlan():
            return material.coordinator_note
        case TwinCase():
            return material.versions[0].text


_MADE_OF: Mapping[type, Mapping[Counted, str]] = {
    RolePlay: {Counted.ROLES: "roles", Counted.OBSERVED: "protocol.items"},
    CoordinationCase: {Counted.PAPERS: "papers"},
    PathwayBrief: {Counted.SEATS: "seats", Counted.OPTIONS: "options"},
    DiscussionCardSet: {Counted.CARDS: "cards"},
    Sorting: {Counted.ITEMS: "items"},
    TalkDrill: {Counted.LINES: "lines"},
    MeasureLimits: {Counted.STATEMENTS: "statements"},
    BranchingCase: {Counted.NODES: "nodes"},
    ImpulseCase: {Counted.PORTIONS: "portions"},
    PlainLetter: {Counted.POINTS: "points"},
    EmployerPlan: {Counted.CHECKPOINTS: "checkpoints"},
    TwinCase: {Counted.VERSIONS: "versions", Counted.QUESTIONS: "questions"},
    Leaflet: {Counted.SECTIONS: "sections"},
}


def holds(material: Material) -> Sequence[tuple[Counted, int]]:
    """Return what the material is made of, counted."""
    return tuple((what, len(attrgetter(where)(material))) for what, where in _MADE_OF[type(material)].items())


def leader_words(material: Material) -> str:
    """Return what the material says to whoever leads, as far as it is worth knowing when choosing."""
    if isinstance(material, RolePlay):
        return material.leader.purpose
    return str(getattr(material, "leader_notes", ""))
