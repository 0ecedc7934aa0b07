"""A role play: one source for role cards, observer sheets, the leader's sheet and the run screen."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.study.common import NameOrigin, StudyContentHead


class MeetingMode(StrEnum):
    """How those who play meet."""

    PHYSICAL = "physical"
    DIGITAL = "digital"
    PHONE = "phone"


class RolePart(StrEnum):
    """What a role is for: the main role is the one that practises and is observed."""

    MAIN = "main"
    COUNTERPART = "counterpart"
    OTHER = "other"


class PhaseKind(StrEnum):
    """What happens in a phase."""

    READ = "read"
    PLAY = "play"
    PAUSE = "pause"
    REPLAY = "replay"
    OBSERVERS = "observers"
    DEBRIEF = "debrief"


@dataclass(frozen=True)
class ToldIfAsked:
    """What a role tells only then: `when` is the question or tone that opens, `tell` what is told."""

    when: str
    tell: str


@dataclass(frozen=True)
class RoleCard:
    """What one role knows: nobody else sees it before the debrief. `subtitle` is what everyone may know of the role.

    `first_words` is how the role sounds first; `limits` what the role must not say or do; `ways_on` what the main role
    may try when it gets stuck.
    """

    id: str
    title: str
    name: str
    age: int
    sex: Sex
    name_origin: NameOrigin
    part: RolePart
    subtitle: str
    you_are: str
    wants: tuple[str, ...]
    worries: tuple[str, ...]
    first_words: str
    told_if_asked: tuple[ToldIfAsked, ...] = ()
    softens: tuple[str, ...] = ()
    hardens: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    ways_on: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class RolePlayPaper:
    """A paper that some roles have with them; `roles` is empty when all have it."""

    id: str
    title: str
    text: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phase:
    """A part of the role play. `leader` is what the leader says or does."""

    id: str
    kind: PhaseKind
    title: str
    minutes: int
    leader: str


@dataclass(frozen=True)
class Anchor:
    """What it looks like when an item is rated so (0, 1 or 2)."""

    rating: int
    text: str


@dataclass(frozen=True)
class ObservedItem:
    """Something an observer rates 0–2. `role` is whom it is about, `weight` 1–3; a must-do is named in the debrief."""

    id: str
    text: str
    role: str
    weight: int
    must_do: bool
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True)
class ObservedCount:
    """Something an observer counts, such as open questions; `aim` is a mark to talk about, 0 for none."""

    id: str
    text: str
    role: str
    aim: int = 0


@dataclass(frozen=True)
class GlobalScale:
    """An overall impression 1–5 with words for its ends."""

    id: str
    text: str
    low: str
    high: str


@dataclass(frozen=True)
class ObserverProtocol:
    """What observers look for; the one who plays the main role rates the same afterwards."""

    items: tuple[ObservedItem, ...]
    counts: tuple[ObservedCount, ...]
    scales: tuple[GlobalScale, ...]


@dataclass(frozen=True)
class DebriefRound:
    """A step of the debrief: who speaks, and what is asked."""

    title: str
    who: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class LevelChange:
    """How a role plays at a level."""

    role: str
    text: str


@dataclass(frozen=True)
class DifficultyLevel:
    """A way to play it easier or harder; `level` is 1–4."""

    level: int
    title: str
    text: str
    changes: tuple[LevelChange, ...] = ()


@dataclass(frozen=True)
class FewerPeople:
    """How to play with fewer people: which roles and observers there are then."""

    people: int
    roles: tuple[str, ...]
    observers: int
    text: str


@dataclass(frozen=True)
class DemonstrationLine:
    """A line of a written-out demonstration. `turn` names a turning point that can be rewound to."""

    role: str
    text: str
    comment: str = ""
    turn: str = ""


@dataclass(frozen=True)
class LeaderGuide:
    """For whoever leads, also one who has not met the role play before."""

    purpose: str
    before: tuple[str, ...]
    watch_for: tuple[str, ...]
    pitfalls: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Safety:
    """The word that stops the play at once, and what is said about it."""

    word: str
    text: str


@dataclass(frozen=True)
class RolePlay:
    """A whole role play. `background` is what all know; `stuck` are cards for when it gets stuck."""

    head: StudyContentHead
    summary: str
    mode: MeetingMode
    place: str
    background: str
    case: str
    roles: tuple[RoleCard, ...]
    papers: tuple[RolePlayPaper, ...]
    phases: tuple[Phase, ...]
    stuck: tuple[str, ...]
    protocol: ObserverProtocol
    debrief: tuple[DebriefRound, ...]
    levels: tuple[DifficultyLevel, ...]
    fewer: tuple[FewerPeople, ...]
    safety: Safety
    leader: LeaderGuide
    demonstration: tuple[DemonstrationLine, ...] = ()

    def role(self, role_id: str) -> RoleCard | None:
        return next((r for r in self.roles if r.id == role_id), None)

    @property
    def main_roles(self) -> tuple[RoleCard, ...]:
        return tuple(r for r in self.roles if r.part == RolePart.MAIN)

    @property
    def minutes(self) -> int:
        return sum(p.minutes for p in self.phases)

    def papers_of(self, role_id: str) -> tuple[RolePlayPaper, ...]:
        """Return the papers that a role has with it."""
        return tuple(p for p in self.papers if not p.roles or role_id in p.roles)
