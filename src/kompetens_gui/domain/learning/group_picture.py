"""A group's levels, shown only when nobody can be picked out: never fewer than five, never names, never a ranking."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.learning.profile import LearnerId

SMALLEST = 5
K = TypeVar("K")


@dataclass(frozen=True)
class AreaPicture:
    """How a group stands in an area.

    `counts` has the number of people on each level; None is a number too small to show, or one that would give such a
    number away. `at_target` are those who have reached the target of their role.
    """

    area: str
    counts: Mapping[Level, int | None]
    at_target: int | None


@dataclass(frozen=True)
class GroupPicture:
    """`people` is how many, None when they are too few; then there are no areas either."""

    people: int | None
    areas: tuple[AreaPicture, ...] = ()


def group_picture(
    areas: Iterable[str],
    members: Collection[LearnerId],
    counts: Mapping[str, Mapping[Level, int]],
    at_target: Mapping[str, int],
) -> GroupPicture:
    """Return what may be shown of a group: areas in their own order, small numbers hidden."""
    people = len(members)
    if people < SMALLEST:
        return GroupPicture(None)
    pictures = []
    for area in areas:
        by_level = suppressed({level: counts.get(area, {}).get(level, 0) for level in Level})
        reached = at_target.get(area, 0)
        both = suppressed({"reached": reached, "other": people - reached})
        # Beside hidden levels the number at target could tell what they hide.
        is_open = None not in by_level.values()
        pictures.append(AreaPicture(area, by_level, both["reached"] if is_open else None))
    return GroupPicture(people, tuple(pictures))


def suppressed(counts: Mapping[K, int]) -> dict[K, int | None]:
    """Hide numbers from one to four, and the next smallest too where the sum would give the hidden ones away.

    None at all is no secret and stays.
    """
    by_size = sorted((n, place) for place, n in enumerate(counts.values()) if n > 0)
    hidden = [entry for entry in by_size if entry[0] < SMALLEST]
    rest = by_size[len(hidden) :]
    while hidden and rest and (len(hidden) == 1 or sum(n for n, _ in hidden) < SMALLEST):
        hidden.append(rest.pop(0))
    places = {place for _, place in hidden}
    return {key: None if place in places else n for place, (key, n) in enumerate(counts.items())}


def may_be_shown(group: frozenset[LearnerId], shown: Iterable[frozenset[LearnerId]]) -> bool:
    """Whether a group may be shown after others: one that differs by fewer than five would give those few away."""
    return all(not group ^ other or len(group ^ other) >= SMALLEST for other in shown)
