"""What can happen in a role play."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.activities.base import RoomOnly
from kompetens_gui.domain.workshop.plan import ParticipantId

SELF = "self"
"""How the sheet of the one who played the main role begins: `self`, or `self:` and the id of a group."""

LEADER = ParticipantId("leader")
"""Whoever leads may step in where nobody else plays, in several roles and groups."""


class RoomShows(StrEnum):
    """What the room looks at."""

    INTRODUCTION = "introduction"
    PHASE = "phase"
    STUCK = "stuck"
    DEMONSTRATION = "demonstration"
    OBSERVATIONS = "observations"
    DEBRIEF = "debrief"
    SECRETS = "secrets"


@dataclass(frozen=True)
class CastRole:
    """Who plays a role, and in which group; `group` is empty when one group plays in front of all.

    A role that is not cast has no player: it is left out, or recast when somebody comes or goes.
    """

    role: str
    participant: ParticipantId
    group: str = ""


@dataclass(frozen=True)
class PhaseEntered:
    """The play went to a phase (from 0); its clock begins anew."""

    phase: int


@dataclass(frozen=True)
class PlayFrozen:
    """Everybody stands still and the clock too, or goes on."""

    frozen: bool


@dataclass(frozen=True)
class RolesCast:
    """Who plays what from now on, all of it: changing roles is casting anew."""

    cast: tuple[CastRole, ...]


@dataclass(frozen=True)
class LevelChosen:
    """How hard it is played; 0 is as it is written."""

    level: int


@dataclass(frozen=True)
class TurnMarked:
    """A place to come back to; an empty text takes it away."""

    turn: str
    text: str


@dataclass(frozen=True)
class WoundBack:
    """The play goes back to a marked turn and is played from there again."""

    turn: str


@dataclass(frozen=True)
class SheetOpened:
    """An observer's sheet. `sheet` is its id; `group` whom it is about when several groups play."""

    sheet: str
    group: str = ""
    participant: ParticipantId | None = None


@dataclass(frozen=True)
class SheetRemoved:
    """A sheet was a mistake, or its observer left."""

    sheet: str


@dataclass(frozen=True)
class ItemRated:
    """An item was rated 0–2; None takes the rating away."""

    sheet: str
    item: str
    rating: int | None


@dataclass(frozen=True)
class CountTyped:
    """How often something was seen; None when it was not counted."""

    sheet: str
    count: str
    times: int | None


@dataclass(frozen=True)
class ScaleRated:
    """An overall impression 1–5; None takes it away."""

    sheet: str
    scale: str
    value: int | None


@dataclass(frozen=True)
class LineShown(RoomOnly):
    """The demonstration has come to a line (from 0)."""

    line: int


@dataclass(frozen=True)
class StuckCardShown(RoomOnly):
    """A card for when it gets stuck is shown (from 0)."""

    card: int


@dataclass(frozen=True)
class DebriefRoundShown(RoomOnly):
    """A step of the debrief is shown (from 0)."""

    step: int


@dataclass(frozen=True)
class RoomTurned(RoomOnly):
    """The room looks at something else. What the roles kept to themselves is only shown by this, after the play."""

    shows: RoomShows


@dataclass(frozen=True)
class GroupLookedAt(RoomOnly):
    """The sheets about one of several groups are looked at; empty for those about all together."""

    group: str


@dataclass(frozen=True)
class DebriefNoted:
    """A note of the leader's for the debrief, without names: never in the room, but in the protocol.

    One with the same id is reworded, an empty text takes it away.
    """

    note: str
    text: str


EVENTS: tuple[type, ...] = (
    PhaseEntered,
    PlayFrozen,
    RolesCast,
    LevelChosen,
    TurnMarked,
    WoundBack,
    SheetOpened,
    SheetRemoved,
    ItemRated,
    CountTyped,
    ScaleRated,
    LineShown,
    StuckCardShown,
    DebriefRoundShown,
    RoomTurned,
    DebriefNoted,
    GroupLookedAt,
)
