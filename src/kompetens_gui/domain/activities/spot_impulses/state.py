"""What has been marked and chosen, portion by portion."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.spot_impulses.events import RevealPart, RoomShows
from kompetens_gui.domain.study.impulses import ImpulseType, find_span

WHOLE_ROOM = ""


@dataclass(frozen=True)
class Spotted:
    """Words that a group has marked as an impulse of a type."""

    id: str
    group: str
    type: ImpulseType
    quote: str
    occurrence: int = 1

    def span(self, text: str) -> tuple[int, int]:
        """Return where the words stand, (-1, -1) when they do not."""
        return find_span(text, self.quote, self.occurrence)


@dataclass(frozen=True)
class Answers:
    """What everybody has answered to a portion at one time."""

    marks: tuple[Spotted, ...] = ()
    nothing: tuple[str, ...] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    hands: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.marks or self.nothing or self.questions or any(self.hands.values()))


@dataclass(frozen=True)
class PortionState:
    """Answers now, and as they were before the talk once there is a second round. `revealed` None: as it begins."""

    now: Answers = field(default_factory=Answers)
    first: Answers | None = None
    revealed: tuple[RevealPart, ...] | None = None

    @property
    def round(self) -> Round:
        return Round.FIRST if self.first is None else Round.SECOND


@dataclass(frozen=True)
class SpottingTogether:
    """The portion on show, what the room looks at, and all portions that anything has happened to."""

    portion: int = 0
    shows: RoomShows = RoomShows.TEXT
    portions: Mapping[int, PortionState] = field(default_factory=dict)

    def at(self, portion: int) -> PortionState:
        return self.portions.get(portion, PortionState())

    def revealed(self, portion: int, context: ActivityContext) -> tuple[RevealPart, ...]:
        """Return what the room sees. One group in front of all sees its marks from the start, several when all have."""
        own = self.at(portion).revealed
        if own is not None:
            return own
        return () if context.groups else (RevealPart.MARKS,)


def answering(context: ActivityContext) -> tuple[tuple[str, str], ...]:
    """Return (id, name) of all who answer: the groups, or the room alone under an empty id."""
    return tuple((str(g.id), g.name) for g in context.groups) or ((WHOLE_ROOM, ""),)
