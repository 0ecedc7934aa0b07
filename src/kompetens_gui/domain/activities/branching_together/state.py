"""Where a room stands in a branching case, and what it has voted and gone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.branching_together.events import CountBy, RoomShows, WayBy

Choices = tuple[str, ...]
MOST_EARLIER = 12


@dataclass(frozen=True)
class Ballot:
    """One vote: hands by choice, and each group's choice."""

    hands: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)

    def count(self, by: CountBy, choice: str) -> int:
        if by == CountBy.HANDS:
            return self.hands.get(choice, 0)
        return sum(1 for chosen in self.groups.values() if chosen == choice)

    @property
    def is_empty(self) -> bool:
        return not self.groups and not any(self.hands.values())


@dataclass(frozen=True)
class Gone:
    """A choice the room took: where, whose way it was, and the votes by choice before and after the talk."""

    node: str
    day: int
    choice: str
    by: WayBy
    first: tuple[tuple[str, int], ...]
    last: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Back:
    """The room wound back to a day."""

    day: int


@dataclass(frozen=True)
class Noted:
    """Something that was said, and at which place."""

    id: str
    text: str
    node: str


@dataclass(frozen=True)
class TogetherState:
    """`choices` is the room's life; `earlier` are those it wound back from. `ways` are the groups' own, from the start.

    `first` is the vote before the talk once there is a second one. `telling` while what the latest choice did is told.
    `parted_at` is how many choices the room had made when the groups parted; `apart` while they are on their own.
    """

    choices: Choices = ()
    telling: bool = False
    counting: CountBy = CountBy.HANDS
    ballot: Ballot = field(default_factory=Ballot)
    first: Ballot | None = None
    shown: bool = False
    log: tuple[Gone | Back, ...] = ()
    earlier: tuple[Choices, ...] = ()
    apart: bool = False
    parted_at: int = 0
    ways: Mapping[str, Choices] = field(default_factory=dict)
    before_parting: tuple[tuple[str, Choices], ...] = ()
    notes: tuple[Noted, ...] = ()
    shows: RoomShows = RoomShows.STORY
    pair: tuple[Choices, Choices] | None = None

    @property
    def round(self) -> Round:
        return Round.FIRST if self.first is None else Round.SECOND

    @property
    def here(self) -> Choices:
        """The choices up to what is shown: while a choice is told, those before it."""
        return self.choices[:-1] if self.telling else self.choices


@dataclass(frozen=True)
class LivedWay:
    """A way that somebody has gone, with what it is called."""

    name: str
    choices: Choices


def with_earlier(earlier: tuple[Choices, ...], left: Choices) -> tuple[Choices, ...]:
    """Keep a life that was left, unless another goes the same way at least as far; what it passes by is dropped."""
    if not left or any(known[: len(left)] == left for known in earlier):
        return earlier
    kept = tuple(known for known in earlier if left[: len(known)] != known)
    return (*kept, left)[-MOST_EARLIER:]
