"""Two ways through the same branching case laid side by side, as lives and not as scores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kompetens_gui.domain.branching import BranchingState, ToldEffect, fold, node_of, start
from kompetens_gui.domain.study.branching_case import BranchingCase, Effects, Node, NodeKey


@dataclass(frozen=True)
class Moment:
    """A day in a life: the node, where the tracks stood on arrival, what came late, and the choice made there."""

    node: NodeKey
    day: int
    tracks: Effects
    late: tuple[ToldEffect, ...] = ()
    choice: str = ""


@dataclass(frozen=True)
class Life:
    """One way through the case; `end` is None while it is not finished."""

    state: BranchingState
    moments: tuple[Moment, ...]
    end: Node | None

    @property
    def late(self) -> tuple[ToldEffect, ...]:
        """Everything that came later than its choice, in the order it was told."""
        return tuple(told for moment in self.moments for told in moment.late)


@dataclass(frozen=True)
class Parting:
    """Where two lives took different ways: the step (from 0), the node and day, and the two choices."""

    step: int
    node: NodeKey
    day: int
    choice_a: str
    choice_b: str


@dataclass(frozen=True)
class DayRow:
    """A day on which at least one of the lives has a moment."""

    day: int
    a: Moment | None
    b: Moment | None


@dataclass(frozen=True)
class Comparison:
    """Two lives. `parting` is None when they are the same, or one only goes on where the other stopped."""

    a: Life
    b: Life
    parting: Parting | None
    rows: tuple[DayRow, ...]


def life(case: BranchingCase, choices: Sequence[str]) -> Life:
    """Lay out one way through the case, moment by moment."""
    state, begun = fold(case, choices), start(case)
    arrived = [Moment(begun.node, begun.day, begun.tracks)]
    arrived += [Moment(s.arrived, s.arrived_day, s.after, s.told) for s in state.steps]
    made = (*state.choices, "")
    moments = tuple(replace(moment, choice=choice) for moment, choice in zip(arrived, made, strict=True))
    node = node_of(case, state.node)
    return Life(state, moments, node if node.is_end else None)


def compare(case: BranchingCase, path_a: Sequence[str], path_b: Sequence[str]) -> Comparison:
    """Lay two lives side by side, day by day."""
    a, b = life(case, path_a), life(case, path_b)
    return Comparison(a, b, _parting(a, b), _rows(a.moments, b.moments))


def _parting(a: Life, b: Life) -> Parting | None:
    for number, (one, other) in enumerate(zip(a.state.steps, b.state.steps, strict=False)):
        if one.choice != other.choice:
            return Parting(number, one.node, one.day, one.choice, other.choice)
    return None


def _rows(a: Sequence[Moment], b: Sequence[Moment]) -> tuple[DayRow, ...]:
    """Pair the moments of each day; a life may have several on one day, and they keep their order."""
    rows = []
    for day in sorted({m.day for m in (*a, *b)}):
        here, there = [m for m in a if m.day == day], [m for m in b if m.day == day]
        for i in range(max(len(here), len(there))):
            rows.append(DayRow(day, here[i] if i < len(here) else None, there[i] if i < len(there) else None))
    return tuple(rows)
