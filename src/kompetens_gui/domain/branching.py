"""Playing a branching case: a state folded from the choices made, and nothing else. No clock, no chance.

A choice moves the tracks at once. What comes later is kept as pending and told on arrival at the first node whose day
has reached it. Conditions on the way on (`goto_if`) are asked after the choice's own effects, before what comes due on
arrival. Tracks never leave 0–10.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from kompetens_gui.domain.branching_conditions import choice_ref, holds
from kompetens_gui.domain.errors import ChoiceNotOffered, NotFound, StepOutOfReach
from kompetens_gui.domain.study.branching_case import (
    HIGHEST,
    LOWEST,
    BranchingCase,
    Choice,
    ChoiceRef,
    DelayedEffect,
    Effects,
    Node,
    NodeKey,
    Track,
)


@dataclass(frozen=True)
class PendingEffect:
    """Something a choice has set going. It is told at the first node on `due` or later."""

    due: int
    node: NodeKey
    choice: str
    effect: DelayedEffect


@dataclass(frozen=True)
class ToldEffect:
    """A delayed effect that came due on arrival, with the tracks before and after it."""

    pending: PendingEffect
    before: Effects
    after: Effects


@dataclass(frozen=True)
class TrackChange:
    """How a choice moved one track at once, and why in the case's own words."""

    track: Track
    before: int
    after: int
    why: str


@dataclass(frozen=True)
class Step:
    """A choice that was made: where, what it did at once, where it led, and what came due on arrival there."""

    node: NodeKey
    day: int
    choice: str
    before: Effects
    at_once: Effects
    arrived: NodeKey
    arrived_day: int
    told: tuple[ToldEffect, ...]
    after: Effects

    @property
    def ref(self) -> ChoiceRef:
        return choice_ref(self.node, self.choice)


@dataclass(frozen=True)
class BranchingState:
    """Where a life stands: node and day, three tracks, what is still to come, and every step that led here."""

    node: NodeKey
    day: int
    tracks: Effects
    pending: tuple[PendingEffect, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def choices(self) -> tuple[str, ...]:
        """Everything this state is folded from."""
        return tuple(step.choice for step in self.steps)

    @property
    def made(self) -> frozenset[ChoiceRef]:
        return frozenset(step.ref for step in self.steps)

    @property
    def told(self) -> tuple[ToldEffect, ...]:
        """What came due on arrival at the current node."""
        return self.steps[-1].told if self.steps else ()


@dataclass(frozen=True)
class Way:
    """A choice at a node and where it leads, for the drawn map; `offered` tells whether it could be chosen there."""

    step: int
    node: NodeKey
    day: int
    choice: str
    goto: NodeKey
    goto_day: int
    offered: bool


def start(case: BranchingCase) -> BranchingState:
    """Stand at the first node, before any choice."""
    return BranchingState(case.start, node_of(case, case.start).day, clamped(case.tracks))


def node_of(case: BranchingCase, key: str) -> Node:
    """Return a node, or raise NotFound; a case without problems has every node that it names."""
    node = case.node(key)
    if node is None:
        raise NotFound("node", key)
    return node


def is_end(case: BranchingCase, state: BranchingState) -> bool:
    return node_of(case, state.node).is_end


def offered(case: BranchingCase, state: BranchingState) -> tuple[Choice, ...]:
    """Return the choices whose condition holds, in the case's order; none at an end."""
    node, made = node_of(case, state.node), state.made
    return () if node.is_end else tuple(c for c in node.choices if holds(c.when, state.tracks, made))


def choose(case: BranchingCase, state: BranchingState, choice_id: str) -> BranchingState:
    """Make a choice and arrive where it leads; ChoiceNotOffered when it is not there to make."""
    choice = next((c for c in offered(case, state) if c.id == choice_id), None)
    if choice is None:
        raise ChoiceNotOffered(str(case.head.id), str(state.node), choice_id)
    at_once = clamped(moved(state.tracks, choice.effects))
    target = node_of(case, _goto(choice, at_once, state.made | {choice_ref(state.node, choice_id)}))
    pending = state.pending + tuple(
        PendingEffect(state.day + effect.days, state.node, choice.id, effect) for effect in choice.later
    )
    told = _tell(at_once, due_by(pending, target.day))
    after = told[-1].after if told else at_once
    step = Step(state.node, state.day, choice.id, state.tracks, at_once, target.id, target.day, told, after)
    still = tuple(p for p in pending if p.due > target.day)
    return BranchingState(target.id, target.day, after, still, (*state.steps, step))


def fold(case: BranchingCase, choices: Iterable[str]) -> BranchingState:
    """Return the state that the choices lead to, from the start."""
    return reduce(lambda state, choice: choose(case, state, choice), choices, start(case))


def rewind(case: BranchingCase, state: BranchingState, to_step: int) -> BranchingState:
    """Go back to where only the first `to_step` choices were made; 0 is the start."""
    if not 0 <= to_step <= len(state.steps):
        raise StepOutOfReach(to_step, len(state.steps))
    return fold(case, state.choices[:to_step])


def changes(case: BranchingCase, step: Step) -> tuple[TrackChange, ...]:
    """Tell how a choice moved each track at once; a track that stood still is in the list too."""
    choice = node_of(case, step.node).choice(step.choice)
    return tuple(
        TrackChange(t, step.before.of(t), step.at_once.of(t), getattr(choice.consequences, t.value) if choice else "")
        for t in Track
    )


def ways(case: BranchingCase, state: BranchingState) -> tuple[Way, ...]:
    """Return every way on from the current node, also those that are not offered now."""
    node, can = node_of(case, state.node), {c.id for c in offered(case, state)}
    found = []
    for choice in () if node.is_end else node.choices:
        made = state.made | {choice_ref(node.id, choice.id)}
        target = node_of(case, _goto(choice, clamped(moved(state.tracks, choice.effects)), made))
        found.append(Way(len(state.steps), node.id, node.day, choice.id, target.id, target.day, choice.id in can))
    return tuple(found)


def choices_not_made(case: BranchingCase, state: BranchingState) -> tuple[Way, ...]:
    """Return the ways that were left at each step so far, for the map of the life that was lived."""
    left: list[Way] = []
    here = start(case)
    for choice in state.choices:
        left += (way for way in ways(case, here) if way.choice != choice)
        here = choose(case, here, choice)
    return tuple(left)


# ------------------------------------------------------------ what the checks of a case need too


def moved(tracks: Effects, by: Effects) -> Effects:
    """Move the tracks without holding them within their bounds."""
    return Effects(tracks.medical + by.medical, tracks.social + by.social, tracks.economic + by.economic)


def clamped(tracks: Effects) -> Effects:
    return Effects(*(min(HIGHEST, max(LOWEST, tracks.of(t))) for t in Track))


def due_by(pending: Sequence[PendingEffect], day: int) -> tuple[PendingEffect, ...]:
    """Return what has come due, the earliest first; on the same day in the order it was set going."""
    return tuple(sorted((p for p in pending if p.due <= day), key=lambda p: p.due))


def _tell(tracks: Effects, due: Iterable[PendingEffect]) -> tuple[ToldEffect, ...]:
    told: list[ToldEffect] = []
    for pending in due:
        after = clamped(moved(tracks, pending.effect.effects))
        told.append(ToldEffect(pending, tracks, after))
        tracks = after
    return tuple(told)


def _goto(choice: Choice, tracks: Effects, made: frozenset[ChoiceRef]) -> NodeKey:
    return next((c.goto for c in choice.goto_if if holds(c.when, tracks, made)), choice.goto)
