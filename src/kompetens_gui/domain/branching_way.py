"""Where everything on the map of a lived way stands, in columns and rows and not yet in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from kompetens_gui.domain.branching import BranchingState, choices_not_made, node_of, ways
from kompetens_gui.domain.study.branching_case import BranchingCase


@dataclass(frozen=True)
class Stop:
    """A day that was lived, is now, or comes next. `step` is how many choices were made before it."""

    step: int
    day: int
    chosen: str
    is_now: bool
    is_ahead: bool


@dataclass(frozen=True)
class Left:
    """A way not taken from the stop in a column; `row` is above the line when negative. Its label may be empty."""

    column: int
    row: int
    label: str
    day: int
    words: str


@dataclass(frozen=True)
class WayLayout:
    """All stops from the left, and the ways not taken."""

    stops: tuple[Stop, ...]
    left: tuple[Left, ...]


def way_layout(case: BranchingCase, now: BranchingState, *, told: bool) -> WayLayout:
    """Lay out the way and the choices around it; `told` while the latest choice is told and its day has not come."""
    count = len(now.steps)
    at = count - 1 if told else count
    stops = [
        Stop(i, step.day, _choice_text(case, step.node, step.choice), is_now=i == at, is_ahead=False)
        for i, step in enumerate(now.steps)
    ]
    stops.append(Stop(count, now.day, "", is_now=not told, is_ahead=told))
    latest = count - 1 if told else count
    open_ways = choices_not_made(case, now) + (() if told else ways(case, now))
    left = [_left(case, w.step, w.node, w.choice, w.goto_day, latest) for w in open_ways if w.offered]
    return WayLayout(tuple(stops), _in_rows(left, latest))


def _left(case: BranchingCase, step: int, node: str, choice: str, day: int, latest: int) -> Left:
    words = _choice_text(case, node, choice)
    return Left(step, 0, words if step == latest else "", day, words)


def _in_rows(left: list[Left], latest: int) -> tuple[Left, ...]:
    """Give each way a row of its own: all above for earlier stops, above and below in turn for the latest."""
    placed = []
    for column in sorted({way.column for way in left}):
        here = [way for way in left if way.column == column]
        for number, way in enumerate(here):
            row = _row_of(number) if column == latest else -(number + 1)
            placed.append(Left(column, row, way.label, way.day, way.words))
    return tuple(placed)


def _row_of(number: int) -> int:
    half = number // 2 + 1
    return half if number % 2 else -half


def _choice_text(case: BranchingCase, node: str, choice: str) -> str:
    found = node_of(case, node).choice(choice)
    return found.text if found is not None else ""
