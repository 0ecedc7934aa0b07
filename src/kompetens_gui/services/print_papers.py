"""The papers of a workshop as data. What is handed out has types of its own, with no place for keys or secrets.

A paper for the leader may hold a whole piece of material; one for the group holds only what the group may have.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kompetens_gui.domain.case import Case
from kompetens_gui.domain.material.coordination import CoordinationCase, Paper
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.material.measure_limits import Figure, MeasureLimits
from kompetens_gui.domain.material.pathway import BriefPart, Forum, PathwayBrief, Seat
from kompetens_gui.domain.material.role_play import (
    MeetingMode,
    ObserverProtocol,
    RoleCard,
    RolePlay,
    RolePlayPaper,
    Safety,
)
from kompetens_gui.domain.material.sorting import Sorting
from kompetens_gui.domain.material.talk_drill import DrillTask, TalkDrill
from kompetens_gui.domain.study.employer_plan import EmployerPlan, PlanPart
from kompetens_gui.domain.study.impulses import ImpulseCase, PortionForm
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.workshop.plan import Role, WorkshopSession
from kompetens_gui.domain.workshop.series import Commitment, SeriesMemory


class PrintPart(StrEnum):
    """What one can choose to print, in the order of the list."""

    LEADER = "leader"
    ATTENDANCE = "attendance"
    SIGNS = "signs"
    GROUP_CARDS = "group_cards"
    ROLE_CARDS = "role_cards"
    OBSERVERS = "observers"
    HANDOUTS = "handouts"
    CARDS = "cards"
    ANSWERS = "answers"
    CASES = "cases"
    COMMITMENTS = "commitments"
    FOLLOW_UP = "follow_up"


# -- for the leader
@dataclass(frozen=True)
class ToBring:
    """A row of what to print: how many papers of a part, and for which block ("" for the whole session)."""

    part: PrintPart
    papers: int
    item: str = ""


@dataclass(frozen=True)
class SessionSheet:
    """The leader's sheet for the whole session."""

    plan: WorkshopSession
    materials: Mapping[str, str]
    to_bring: tuple[ToBring, ...]
    previous: SeriesMemory | None = None


@dataclass(frozen=True)
class GroupCast:
    """Who plays in a group: the roles, how many watch, and what is said of playing with so few."""

    group: str
    people: int
    roles: tuple[str, ...]
    observers: int
    advice: str = ""


@dataclass(frozen=True)
class RolePlaySheet:
    """The leader's sheet of a role play; `level` is 0 when the leader chooses in the room."""

    play: RolePlay
    level: int
    minutes: int
    casts: tuple[GroupCast, ...]


@dataclass(frozen=True)
class LeaderKey:
    """What only the leader may see of a piece of material. `given` says which group has which version."""

    material: (
        CoordinationCase
        | PathwayBrief
        | DiscussionCardSet
        | Sorting
        | TalkDrill
        | EmployerPlan
        | PlainLetter
        | TwinCase
        | Leaflet
        | MeasureLimits
        | ImpulseCase
    )
    given: tuple[tuple[str, str], ...] = ()


# -- for everybody
@dataclass(frozen=True)
class AttendancePaper:
    """The list to sign."""

    plan: WorkshopSession


@dataclass(frozen=True)
class GroupSign:
    """A sign for a table."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Member:
    """Somebody in a group."""

    name: str
    role: Role


@dataclass(frozen=True)
class GroupCard:
    """What a group is to do, with what, and how long."""

    group: str
    members: tuple[Member, ...]
    title: str
    task: str
    questions: tuple[str, ...]
    minutes: int
    about: str = ""
    variant: str = ""


@dataclass(frozen=True)
class AnswerSheet:
    """Lines to write a group's answers on."""

    group: str
    title: str
    task: str
    questions: tuple[str, ...]
    about: str = ""


@dataclass(frozen=True)
class PublicRole:
    """What everyone may know of a role."""

    title: str
    name: str
    subtitle: str


@dataclass(frozen=True)
class RoleChange:
    """How this role is played at a level."""

    level: int
    title: str
    text: str


@dataclass(frozen=True)
class RoleCardPaper:
    """What one role knows: the public background, its own card and papers, and its own changes.

    `level` is the one that is played, 0 when the leader chooses it in the room.
    """

    title: str
    background: str
    mode: MeetingMode
    place: str
    others: tuple[PublicRole, ...]
    safety: Safety
    card: RoleCard
    papers: tuple[RolePlayPaper, ...]
    changes: tuple[RoleChange, ...]
    level: int = 0
    content_warning: str = ""


@dataclass(frozen=True)
class ObserverSheet:
    """What an observer ticks; with `is_self` the one in the main role rates the same."""

    title: str
    role_titles: Mapping[str, str]
    protocol: ObserverProtocol
    is_self: bool = False


@dataclass(frozen=True)
class FilePapers:
    """The papers of a coordination case, each on a page of its own."""

    title: str
    content_warning: str
    story: str
    voice: str
    papers: tuple[Paper, ...]
    variant: str = ""


@dataclass(frozen=True)
class BriefPaper:
    """The one-page brief of a pathway."""

    title: str
    forum: Forum
    order: str
    parts: tuple[BriefPart, ...]
    content_warning: str = ""


@dataclass(frozen=True)
class SeatPaper:
    """A seat at the table; `voice` is only on the card of the person's own voice."""

    title: str
    order: str
    seat: Seat
    voice: str = ""


@dataclass(frozen=True)
class CutCards:
    """Short texts to cut apart; `headings` are the places they are put at."""

    title: str
    lead: str
    cards: tuple[str, ...]
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class VotingCards:
    """Large letters to hold up."""

    title: str
    letters: tuple[str, ...]


@dataclass(frozen=True)
class DrillRow:
    """A line to work with."""

    task: DrillTask
    situation: str
    line: str


@dataclass(frozen=True)
class DrillSheet:
    """A drill without its models."""

    title: str
    introduction: str
    rows: tuple[DrillRow, ...]


@dataclass(frozen=True)
class EmployerPlanPaper:
    """An employer's plan with what lies beside it."""

    title: str
    plan: tuple[PlanPart, ...]
    medical_note: str
    coordinator_note: str


@dataclass(frozen=True)
class LetterPaper:
    """A heavy letter, and room for a plainer one."""

    title: str
    original: str


@dataclass(frozen=True)
class AskedQuestion:
    """A question with answers to tick."""

    text: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class TwinPaper:
    """One of two versions. Nothing on it tells that there is another."""

    title: str
    mark: str
    text: str
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True)
class LeafletPaper:
    """The leaflet to write."""

    title: str
    story: str
    degree: int
    weeks: int
    sections: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PortionPaper:
    """A portion of a story."""

    title: str
    form: PortionForm
    text: str


@dataclass(frozen=True)
class PortionsPaper:
    """The portions to hand out one at a time."""

    title: str
    portions: tuple[PortionPaper, ...]


@dataclass(frozen=True)
class FigurePaper:
    """A figure, what is claimed from it, and statements to judge."""

    title: str
    claim: str
    figure: Figure
    statements: tuple[str, ...]


@dataclass(frozen=True)
class CasePaper:
    """A case as the group may have it; the hand-out picks what is open from the start."""

    case: Case


@dataclass(frozen=True)
class MarkingPaper:
    """The sheet to mark a certificate on."""

    case: Case
    medical_certificate: str


@dataclass(frozen=True)
class CommitmentSheet:
    """A sheet to write on what one will try."""

    title: str
    prompt: str
    group: str
    follow_up_on: date | None


@dataclass(frozen=True)
class FollowUpSheet:
    """The sheet for a fortnight later; `commitments` is empty when they are to be copied by hand."""

    title: str
    on: date | None
    commitments: tuple[Commitment, ...]
    open_questions: tuple[str, ...] = ()


PaperContent = (
    SessionSheet
    | RolePlaySheet
    | LeaderKey
    | AttendancePaper
    | GroupSign
    | GroupCard
    | AnswerSheet
    | RoleCardPaper
    | ObserverSheet
    | FilePapers
    | BriefPaper
    | SeatPaper
    | CutCards
    | VotingCards
    | DrillSheet
    | EmployerPlanPaper
    | LetterPaper
    | TwinPaper
    | LeafletPaper
    | PortionsPaper
    | FigurePaper
    | CasePaper
    | MarkingPaper
    | CommitmentSheet
    | FollowUpSheet
)


@dataclass(frozen=True)
class Print:
    """One paper. `item` is the title of its block ("" for the whole session), `group` who has it ("" for all)."""

    part: PrintPart
    title: str
    content: PaperContent
    item: str = ""
    group: str = ""
    copies: int = 1


@dataclass(frozen=True)
class WorkshopPapers:
    """All papers of a session in the order they are used. `lost` names blocks whose material cannot be read."""

    plan: WorkshopSession
    prints: tuple[Print, ...]
    lost: tuple[str, ...] = ()

    def counted(self) -> Mapping[PrintPart, int]:
        """Return how many papers there are of each part, copies counted."""
        found: dict[PrintPart, int] = {}
        for part in PrintPart:
            number = sum(p.copies for p in self.prints if p.part == part)
            if number:
                found[part] = number
        return found

    def only(self, parts: frozenset[PrintPart]) -> "WorkshopPapers":
        """Return the papers of some parts."""
        return WorkshopPapers(self.plan, tuple(p for p in self.prints if p.part in parts), self.lost)
