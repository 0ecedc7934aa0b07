"""Small groups: made by size or number, mixed by profession and unit, and changed one person at a time. All pure.

The same people, number and seed always give the same groups, so that what was planned is what is shown in the room.
Groups keep their ids and names from `like`, in order; what is missing gets new ones.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import GroupId, Participant, ParticipantId, SmallGroup

Groups = tuple[SmallGroup, ...]
MOST_GROUPS = 20
LONGEST_NAME = 60


def group_sizes(people: int, number: int) -> tuple[int, ...]:
    """Return how many go in each group, the larger ones first.

    They differ by one at most, and nobody sits alone: with too few people there are fewer groups.

    >>> group_sizes(11, 3)
    (4, 4, 3)
    >>> group_sizes(5, 4)
    (3, 2)
    """
    if people <= 0:
        return ()
    number = max(1, min(number, people // 2, MOST_GROUPS))
    each, over = divmod(people, number)
    return tuple(each + 1 if place < over else each for place in range(number))


def number_for_size(people: int, size: int) -> int:
    """Return how many groups come closest to a wanted size; the larger groups when two numbers are as close.

    >>> number_for_size(7, 4), number_for_size(5, 2), number_for_size(18, 3)
    (2, 2, 6)
    """
    size = max(2, size)
    fewer = max(1, people // size)
    candidates = {len(group_sizes(people, n)) for n in (fewer, fewer + 1)} - {0}
    return min(candidates, key=lambda n: (abs(people / n - size), n), default=0)


def in_order(people: Sequence[Participant], number: int, like: Groups = ()) -> Groups:
    """Divide people as they stand in the list: those beside each other end up together."""
    members: list[tuple[ParticipantId, ...]] = []
    at = 0
    for size in group_sizes(len(people), number):
        members.append(tuple(p.id for p in people[at : at + size]))
        at += size
    return _named(members, like)


def mixed(people: Sequence[Participant], number: int, seed: int = 0, like: Groups = ()) -> Groups:
    """Divide people so that each group is as mixed as can be: first by profession, then by unit.

    Each profession is spread so evenly that no group has more than one more of it than another. Within that, people
    of the same profession change places as long as it makes the units more even.
    """
    chance = Random(seed)
    shuffled = list(people)
    chance.shuffle(shuffled)
    # The order of professions and units is drawn too: else the same few people would always sit together.
    roles, units = sorted({p.role for p in people}), sorted({_unit(p) for p in people})
    chance.shuffle(roles)
    chance.shuffle(units)
    shuffled.sort(key=lambda p: (roles.index(p.role), units.index(_unit(p))))
    count = len(group_sizes(len(shuffled), number))
    seats = [shuffled[place::count] for place in range(count)]
    _even_out_units(seats)
    return _named([tuple(p.id for p in group) for group in seats], like)


def without(groups: Groups, person: ParticipantId) -> Groups:
    """Let somebody leave. A person left alone joins the smallest of the other groups, whose name stays."""
    home = group_of(groups, person)
    if home is None:
        return groups
    left = tuple(_without_member(g, person) for g in groups)
    alone = next((g for g in left if g.id == home.id and len(g.members) == 1), None)
    others = [g for g in left if g.id != home.id and g.members]
    if alone is not None and others:
        smallest = min(others, key=lambda g: len(g.members))
        left = moved(left, alone.members[0], smallest.id)
    return tuple(g for g in left if g.members or g.id != home.id)


def moved(groups: Groups, person: ParticipantId, to: GroupId | None) -> Groups:
    """Move one person to a group, last in it; None takes the person out of all groups. Others stay where they are."""
    if to is not None and all(g.id != to for g in groups):
        return groups
    left = tuple(_without_member(g, person) for g in groups)
    return tuple(replace(g, members=(*g.members, person)) if g.id == to else g for g in left)


def placed(groups: Groups, person: Participant, people: Sequence[Participant]) -> Groups:
    """Give somebody who came late a place: in the smallest group, and among those where the profession is rarest."""
    if not groups or group_of(groups, person.id) is not None:
        return groups
    roles = {p.id: p.role for p in people}
    to = min(groups, key=lambda g: (len(g.members), sum(roles.get(m) == person.role for m in g.members)))
    return moved(groups, person.id, to.id)


def renamed(groups: Groups, group: GroupId, name: str) -> Groups:
    """Give a group another name; an empty one brings back its number."""
    words = " ".join(name.split())[:LONGEST_NAME]
    return tuple(replace(g, name=words or numbered(place)) if g.id == group else g for place, g in enumerate(groups, 1))


def with_new(groups: Groups) -> Groups:
    """Add an empty group, as long as there may be more."""
    if len(groups) >= MOST_GROUPS:
        return groups
    return (
        *groups,
        SmallGroup(_free_id({g.id for g in groups}), _free_name({g.name for g in groups}, len(groups) + 1)),
    )


def removed(groups: Groups, group: GroupId) -> Groups:
    """Take away a group; its members are without group."""
    return tuple(g for g in groups if g.id != group)


def ungrouped(groups: Groups, people: Sequence[Participant]) -> tuple[Participant, ...]:
    """Return those who are in no group."""
    there = {m for g in groups for m in g.members}
    return tuple(p for p in people if p.id not in there)


def group_of(groups: Groups, person: ParticipantId) -> SmallGroup | None:
    """Return the group somebody is in."""
    return next((g for g in groups if person in g.members), None)


def alone(groups: Groups) -> Groups:
    """Return the groups where somebody sits alone."""
    return tuple(g for g in groups if len(g.members) == 1)


def numbered(place: int) -> str:
    """Name a group by its number."""
    return translate("Groups", "Grupp {number}").format(number=place)


def _named(members: Sequence[tuple[ParticipantId, ...]], like: Groups) -> Groups:
    made: list[SmallGroup] = [replace(g, members=m) for g, m in zip(like, members, strict=False)]
    for those in members[len(made) :]:
        made.append(replace(with_new(tuple(made))[-1], members=those))
    return tuple(made)


def _free_id(taken: set[GroupId]) -> GroupId:
    return next(GroupId(f"g{n}") for n in range(1, len(taken) + 2) if f"g{n}" not in taken)


def _free_name(taken: set[str], start: int) -> str:
    return next(numbered(n) for n in range(start, start + len(taken) + 1) if numbered(n) not in taken)


def _without_member(group: SmallGroup, person: ParticipantId) -> SmallGroup:
    return replace(group, members=tuple(m for m in group.members if m != person)) if person in group.members else group


def _even_out_units(seats: list[list[Participant]]) -> None:
    """Change places within a profession while that lowers the number of pairs from the same unit in a group."""
    units = [Counter(_unit(p) for p in group) for group in seats]
    improved = True
    while improved:
        improved = any(
            _change_places(seats, units, first, second)
            for first in range(len(seats))
            for second in range(first + 1, len(seats))
        )


def _change_places(seats: list[list[Participant]], units: list[Counter[str]], first: int, second: int) -> bool:
    for here, one in enumerate(seats[first]):
        for there, other in enumerate(seats[second]):
            if one.role != other.role or _unit(one) == _unit(other) or not (_unit(one) and _unit(other)):
                continue
            mine, theirs = units[first], units[second]
            out = mine[_unit(one)] + theirs[_unit(other)] - 2
            back = mine[_unit(other)] + theirs[_unit(one)]
            if back < out:
                seats[first][here], seats[second][there] = other, one
                mine[_unit(one)] -= 1
                mine[_unit(other)] += 1
                theirs[_unit(other)] -= 1
                theirs[_unit(one)] += 1
                return True
    return False


def _unit(person: Participant) -> str:
    return person.unit.casefold().strip()
