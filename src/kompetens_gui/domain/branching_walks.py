"""Every way through a branching case, walked once: what its checks need to know about all lives at the same time.

Two ways that stand at the same node with the same tracks, the same effects to come and the same answers to every
condition can only go on alike, so they are walked as one.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from kompetens_gui.domain.branching import PendingEffect, clamped, due_by, moved
from kompetens_gui.domain.branching_conditions import choice_ref, holds, refs_of
from kompetens_gui.domain.study.branching_case import BranchingCase, Choice, ChoiceRef, Condition, Effects, Node, Track

# A case of the size people write has some thousands of places. Beyond this its author has to make it smaller.
MOST_PLACES = 50_000


@dataclass(frozen=True)
class Place:
    """Where walks meet: all that decides how they can go on. `made` holds only choices that conditions ask about."""

    node: str
    tracks: Effects
    pending: tuple[PendingEffect, ...] = ()
    made: frozenset[ChoiceRef] = frozenset()


@dataclass(frozen=True)
class Excess:
    """A track that a choice (`late`: its delayed effect) would take to `value` if nothing held it at its bound."""

    node: str
    choice: str
    track: Track
    late: bool
    value: int


@dataclass
class Walked:
    """What was seen on all ways. `whole` is False when there were too many places to visit them all.

    `offered` has, for each node, every set of choices that some way was offered there, with one place where it was.
    `held` names conditions that held somewhere: node, choice, and -1 for `when` or the index in `goto_if`.
    """

    whole: bool = True
    nodes: set[str] = field(default_factory=set)
    offered: dict[str, dict[tuple[str, ...], Place]] = field(default_factory=dict)
    held: set[tuple[str, str, int]] = field(default_factory=set)
    told: set[tuple[str, str, int]] = field(default_factory=set)
    excesses: dict[tuple[str, str, Track, bool], tuple[Excess, Place]] = field(default_factory=dict)
    came_from: dict[Place, tuple[Place, str] | None] = field(default_factory=dict)

    def path_to(self, place: Place) -> tuple[ChoiceRef, ...]:
        """Return one way there, as the choices made."""
        path: list[ChoiceRef] = []
        while (step := self.came_from[place]) is not None:
            place, choice = step
            path.append(choice_ref(place.node, choice))
        return tuple(reversed(path))


def walk_all(case: BranchingCase, most_places: int = MOST_PLACES) -> Walked:
    """Walk every way. The case must name existing nodes only and have no cycle."""
    return _Walker(case, most_places).walk()


class _Walker:
    def __init__(self, case: BranchingCase, most_places: int) -> None:
        self._case, self._most = case, most_places
        self._nodes: dict[str, Node] = {n.id: n for n in case.nodes}
        self._asked = frozenset(ref for c in _conditions(case) for ref in refs_of(c))
        self._seen = Walked()

    def walk(self) -> Walked:
        seen, first = self._seen, Place(self._case.start, clamped(self._case.tracks))
        seen.came_from[first] = None
        waiting = deque([first])
        while waiting:
            place = waiting.popleft()
            for choice, arrived in self._ways_from(place):
                if arrived not in seen.came_from:
                    seen.came_from[arrived] = (place, choice)
                    waiting.append(arrived)
            if len(seen.came_from) > self._most:
                seen.whole = False
                break
        return seen

    def _ways_from(self, place: Place) -> Iterator[tuple[str, Place]]:
        node = self._nodes[place.node]
        self._seen.nodes.add(node.id)
        if node.is_end:
            return
        can = tuple(c for c in node.choices if holds(c.when, place.tracks, place.made))
        self._seen.offered.setdefault(node.id, {}).setdefault(tuple(c.id for c in can), place)
        self._seen.held |= {(node.id, c.id, -1) for c in can if c.when is not None}
        for choice in can:
            yield choice.id, self._arrive(place, node, choice)

    def _arrive(self, place: Place, node: Node, choice: Choice) -> Place:
        tracks = self._move(place, place.tracks, choice.effects, (node.id, choice.id), late=False)
        made = place.made | ({choice_ref(node.id, choice.id)} & self._asked)
        target = self._nodes[self._goto(node, choice, tracks, made)]
        pending = place.pending + tuple(PendingEffect(node.day + e.days, node.id, choice.id, e) for e in choice.later)
        for due in due_by(pending, target.day):
            origin = self._nodes[due.node].choice(due.choice)
            if origin is not None:
                self._seen.told.add((due.node, due.choice, origin.later.index(due.effect)))
            tracks = self._move(place, tracks, due.effect.effects, (due.node, due.choice), late=True)
        still = tuple(sorted((p for p in pending if p.due > target.day), key=lambda p: (p.due, p.node, p.choice)))
        return Place(target.id, tracks, still, made)

    def _goto(self, node: Node, choice: Choice, tracks: Effects, made: frozenset[ChoiceRef]) -> str:
        for index, conditional in enumerate(choice.goto_if):
            if holds(conditional.when, tracks, made):
                self._seen.held.add((node.id, choice.id, index))
                return conditional.goto
        return choice.goto

    def _move(self, place: Place, tracks: Effects, by: Effects, origin: tuple[str, str], *, late: bool) -> Effects:
        raw = moved(tracks, by)
        held_in = clamped(raw)
        for track in Track:
            beyond = abs(raw.of(track) - held_in.of(track))
            key = (*origin, track, late)
            known = self._seen.excesses.get(key)
            if beyond and (known is None or beyond > _beyond(known[0].value)):
                self._seen.excesses[key] = (Excess(*origin, track, late, raw.of(track)), place)
        return held_in


def _beyond(value: int) -> int:
    whole = Effects(value, value, value)
    return abs(value - clamped(whole).medical)


def _conditions(case: BranchingCase) -> Iterator[Condition]:
    for node in case.nodes:
        for choice in node.choices:
            if choice.when is not None:
                yield choice.when
            yield from (c.when for c in choice.goto_if)
