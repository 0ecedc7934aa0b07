"""Where work in small groups stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.activities.group_work.events import GroupStatus, ReadingPart, RoomShows


@dataclass(frozen=True)
class GroupTimer:
    """A timer of a group: `left` seconds at `since`; it stands still when `since` is None."""

    left: float = 0.0
    since: datetime | None = None

    def seconds_left(self, now: datetime) -> float:
        """Return what is left, never below zero and never more than was given (a clock may be set back)."""
        passed = max(0.0, (now - self.since).total_seconds()) if self.since else 0.0
        return max(0.0, self.left - passed)

    def stopped(self, now: datetime) -> "GroupTimer":
        return GroupTimer(self.seconds_left(now))


@dataclass(frozen=True)
class GroupState:
    """One group. `variant` is None until the leader has given another than the plan's."""

    timer: GroupTimer = GroupTimer()
    status: GroupStatus = GroupStatus.WORKING
    answers: Mapping[int, str] = field(default_factory=dict)
    variant: str | None = None

    def with_answers(self, answers: Mapping[int, str]) -> "GroupState":
        """Return the group with answers written over; an empty text removes one."""
        kept = {**self.answers, **{q: text.strip() for q, text in answers.items()}}
        return replace(self, answers={q: kept[q] for q in sorted(kept) if kept[q]})


@dataclass(frozen=True)
class GroupWorkState:
    """All groups by id, what the room looks at, and what it may see of the materials' readings."""

    groups: Mapping[str, GroupState] = field(default_factory=dict)
    shows: RoomShows = RoomShows.GROUPS
    question: int = 0
    revealed: tuple[tuple[str, ReadingPart], ...] = ()
    reading: tuple[str, ReadingPart] | None = None
    page: int = 0

    def of(self, group: str) -> GroupState:
        return self.groups.get(group, GroupState())

    def with_group(self, group: str, state: GroupState) -> "GroupWorkState":
        return replace(self, groups={**self.groups, group: state})
