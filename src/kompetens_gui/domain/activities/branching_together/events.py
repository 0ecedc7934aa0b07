"""What can happen while a room goes through a branching case."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.activities.base import RoomOnly


class CountBy(StrEnum):
    """Whether hands are counted or each group has one vote."""

    HANDS = "hands"
    GROUPS = "groups"


class WayBy(StrEnum):
    """Whose way is gone; where as many want one as another the leader chooses among them."""

    MAJORITY = "majority"
    MINORITY = "minority"
    LEADER = "leader"


class RoomShows(StrEnum):
    """What the room looks at."""

    STORY = "story"
    LIVES = "lives"
    GROUPS = "groups"


@dataclass(frozen=True)
class CountingChosen:
    """From now on hands are counted, or groups."""

    by: CountBy


@dataclass(frozen=True)
class ChoiceHandsCounted:
    """So many hands for a choice at the room's place."""

    choice: str
    count: int


@dataclass(frozen=True)
class GroupChose:
    """A group's vote at the room's place; an empty choice takes it back."""

    group: str
    choice: str


@dataclass(frozen=True)
class SecondVoteOpened:
    """The talk is over: the first vote is kept as it stands, and all vote again."""


@dataclass(frozen=True)
class VotesShown:
    """The room may see how the votes fall, or no longer."""

    shown: bool


@dataclass(frozen=True)
class RoomWentOn:
    """The room took a choice; what it does is told first."""

    choice: str
    by: WayBy


@dataclass(frozen=True)
class DayTurned:
    """What the choice did has been told; the story goes on at the day it led to."""


@dataclass(frozen=True)
class RoomWoundBack:
    """Back to where only the first `to_step` choices were made; the life that was lived is kept to compare with."""

    to_step: int


@dataclass(frozen=True)
class GroupsParted:
    """From the room's place each group goes on by itself."""


@dataclass(frozen=True)
class GroupWent:
    """A group, on its own, took a choice."""

    group: str
    choice: str


@dataclass(frozen=True)
class GroupWoundBack:
    """A group's own way is taken back to its first `to_step` choices, counted from the very start."""

    group: str
    to_step: int


@dataclass(frozen=True)
class GroupsMet:
    """The groups are together again, and their ways may be shown."""


@dataclass(frozen=True)
class TalkNoted:
    """Something that was said at a place; one with the same id is reworded, an empty text takes it away."""

    note: str
    text: str
    node: str = ""


@dataclass(frozen=True)
class RoomTurned(RoomOnly):
    """The room looks at something else."""

    shows: RoomShows


@dataclass(frozen=True)
class LivesCompared(RoomOnly):
    """Two of the ways that have been gone lie side by side in the room, each by its choices."""

    first: tuple[str, ...]
    second: tuple[str, ...]


EVENTS: tuple[type, ...] = (
    CountingChosen,
    ChoiceHandsCounted,
    GroupChose,
    SecondVoteOpened,
    VotesShown,
    RoomWentOn,
    DayTurned,
    RoomWoundBack,
    GroupsParted,
    GroupWent,
    GroupWoundBack,
    GroupsMet,
    TalkNoted,
    RoomTurned,
    LivesCompared,
)
