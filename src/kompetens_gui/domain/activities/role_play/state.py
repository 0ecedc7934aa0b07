"""Where a role play stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.activities.role_play.events import SELF, CastRole, RoomShows
from kompetens_gui.domain.workshop.plan import ParticipantId


@dataclass(frozen=True)
class Turn:
    """A marked turn: what was said, in which phase and how many seconds into it. `rewound` counts the way back."""

    id: str
    text: str
    phase: int
    seconds: float
    rewound: int = 0


@dataclass(frozen=True)
class Sheet:
    """What one observer has seen, or how the one in the main role rates the same."""

    id: str
    group: str = ""
    participant: ParticipantId | None = None
    ratings: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_self(self) -> bool:
        return self.id == SELF or self.id.startswith(f"{SELF}:")

    def with_rating(self, item: str, rating: int | None) -> "Sheet":
        """Rate an item; None takes the rating away, here as for counts and scales."""
        return replace(self, ratings=_held(self.ratings, item, rating))

    def with_count(self, count: str, times: int | None) -> "Sheet":
        return replace(self, counts=_held(self.counts, count, times))

    def with_scale(self, scale: str, value: int | None) -> "Sheet":
        return replace(self, scales=_held(self.scales, scale, value))


@dataclass(frozen=True)
class Noted:
    """A note for the debrief."""

    id: str
    text: str


@dataclass(frozen=True)
class RolePlayState:
    """`used` is how many seconds of the phase were played up to `since`; `since` is None while the clock stands.

    Before the first phase is entered the clock stands without being frozen.
    """

    phase: int = 0
    since: datetime | None = None
    used: float = 0.0
    frozen: bool = False
    level: int = 0
    cast: tuple[CastRole, ...] = ()
    turns: tuple[Turn, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    notes: tuple[Noted, ...] = ()
    shows: RoomShows = RoomShows.INTRODUCTION
    line: int = -1
    stuck: int = 0
    step: int = 0
    times_wound_back: int = 0
    looked_at: str | None = None

    def seconds(self, now: datetime) -> float:
        """Return how many seconds of the phase have passed; what was frozen does not count."""
        return self.used + (max(0.0, (now - self.since).total_seconds()) if self.since else 0.0)

    @property
    def has_begun(self) -> bool:
        return self.since is not None or self.frozen or self.used > 0

    def sheet(self, sheet_id: str) -> Sheet | None:
        return next((s for s in self.sheets if s.id == sheet_id), None)

    @property
    def observers(self) -> tuple[Sheet, ...]:
        """The sheets of those who watched, in the order they were opened."""
        return tuple(s for s in self.sheets if not s.is_self)

    @property
    def own(self) -> tuple[Sheet, ...]:
        """The self-ratings of those who played the main role."""
        return tuple(s for s in self.sheets if s.is_self)

    @property
    def groups_with_sheets(self) -> tuple[str, ...]:
        """The groups that there are sheets about, in the order of their first; empty for all together."""
        return tuple(dict.fromkeys(s.group for s in self.sheets))

    @property
    def group_seen(self) -> str:
        """The group whose sheets are looked at: never those of several groups as if they were about one."""
        groups = self.groups_with_sheets
        if self.looked_at is not None and self.looked_at in groups:
            return self.looked_at
        return groups[0] if groups else ""

    def of_group(self, group: str) -> "RolePlayState":
        """Return the same with only the sheets about a group."""
        return replace(self, sheets=tuple(s for s in self.sheets if s.group == group))

    def player_of(self, role: str, group: str = "") -> ParticipantId | None:
        return next((c.participant for c in self.cast if c.role == role and c.group == group), None)


def _held(values: Mapping[str, int], key: str, value: int | None) -> Mapping[str, int]:
    rest = {k: v for k, v in values.items() if k != key}
    return rest if value is None else {**rest, key: value}
