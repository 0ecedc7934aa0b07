"""A branching case as data: nodes, choices and what they do to three tracks. How it is played lies in the engine."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kompetens_gui.domain.study.common import StudyContentHead

NodeKey = NewType("NodeKey", str)
# "v2.b": a node and one of its choices.
ChoiceRef = NewType("ChoiceRef", str)

LOWEST, HIGHEST = 0, 10


class Track(StrEnum):
    """What a choice moves, 0 (worst) to 10."""

    MEDICAL = "medical"
    SOCIAL = "social"
    ECONOMIC = "economic"


class Actor(StrEnum):
    """Who stands before the choice."""

    PHYSICIAN = "physician"
    COORDINATOR = "coordinator"
    CASE_OFFICER = "case_officer"
    EMPLOYER = "employer"
    PERSON = "person"
    OTHER_CARE = "other_care"


class EndKind(StrEnum):
    """How it came out."""

    RETURN_FULL = "return_full"
    RETURN_PARTIAL = "return_partial"
    OTHER_WORK = "other_work"
    TRANSITION = "transition"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Effects:
    """How far each track moves; also where they stand at the start."""

    medical: int = 0
    social: int = 0
    economic: int = 0

    def of(self, track: Track) -> int:
        return int(getattr(self, track.value))


@dataclass(frozen=True)
class Consequences:
    """Why each track moved, a short sentence each."""

    medical: str = ""
    social: str = ""
    economic: str = ""


@dataclass(frozen=True)
class DelayedEffect:
    """Comes due so many days after the choice, and is told then."""

    days: int
    effects: Effects
    text: str


@dataclass(frozen=True)
class Condition:
    """Holds when every part given holds: a track's value, a choice made or not made, all or any of others."""

    track: Track | None = None
    at_least: int | None = None
    at_most: int | None = None
    chose: ChoiceRef | None = None
    not_chose: ChoiceRef | None = None
    all: tuple["Condition", ...] = ()
    any: tuple["Condition", ...] = ()


@dataclass(frozen=True)
class ConditionalGoto:
    """Another way on when the condition holds."""

    when: Condition
    goto: NodeKey


@dataclass(frozen=True)
class Choice:
    """Something reasonable to do. `goto_if` is tried in order before `goto`; without `when` it is always offered."""

    id: str
    text: str
    goto: NodeKey
    effects: Effects
    consequences: Consequences
    feedback: str
    detail: str = ""
    goto_if: tuple[ConditionalGoto, ...] = ()
    when: Condition | None = None
    later: tuple[DelayedEffect, ...] = ()


@dataclass(frozen=True)
class RuleBox:
    """A rule that matters here."""

    text: str
    rule_version: str = ""
    certainty: str = "certain"


@dataclass(frozen=True)
class Node:
    """A place in the story: choices to make, or an end with a look back."""

    id: NodeKey
    day: int
    text: str
    who: Actor | None = None
    place: str = ""
    voice: str = ""
    question: str = ""
    rule_box: RuleBox | None = None
    choices: tuple[Choice, ...] = ()
    end: EndKind | None = None
    title: str = ""
    looking_back: str = ""

    @property
    def is_end(self) -> bool:
        return self.end is not None

    def choice(self, choice_id: str) -> Choice | None:
        return next((c for c in self.choices if c.id == choice_id), None)


@dataclass(frozen=True)
class BranchingCase:
    """A whole branching case."""

    head: StudyContentHead
    tracks: Effects
    start: NodeKey
    nodes: tuple[Node, ...]

    def node(self, key: str) -> Node | None:
        return next((n for n in self.nodes if n.id == key), None)
