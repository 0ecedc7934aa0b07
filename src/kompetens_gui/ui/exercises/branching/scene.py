"""What is on show of a branching case: a place with its choices, a choice with what it did, or an end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.branching import BranchingState, ToldEffect, node_of, offered, rewind, start
from kompetens_gui.domain.exercises.branching import LivingView, StepTold
from kompetens_gui.domain.study.branching_case import BranchingCase, Choice, Effects, Node, Track
from kompetens_gui.ui.widgets.track_meter import TrackShown


class Phase(StrEnum):
    """What the learner is about to do."""

    CHOOSING = "choosing"
    TOLD = "told"
    END = "end"


class Against(StrEnum):
    """What the tracks are held against."""

    NOTHING = "nothing"
    BEFORE_CHOICE = "before_choice"
    BEFORE_LATE = "before_late"
    FIRST_DAY = "first_day"


@dataclass(frozen=True)
class Scene:
    """`state` is the life up to what is shown: while a choice is told, the life just before it.

    `next_day` is where a told choice leads. `late` came due on arrival here.
    """

    phase: Phase
    node: Node
    state: BranchingState
    choices: tuple[Choice, ...]
    chosen: str
    feedback: str
    next_day: int
    leads_to_end: bool
    late: tuple[ToldEffect, ...]
    tracks: tuple[TrackShown, ...]
    against: Against


def scene(case: BranchingCase, now: BranchingState, view: LivingView, *, telling: bool) -> Scene:
    """Return what is on show; `telling` while the latest choice is told and the learner has not gone on."""
    if telling and view.steps:
        return _told(case, now, view.steps[-1])
    node = node_of(case, now.node)
    last = now.steps[-1] if now.steps else None
    if node.is_end:
        before, against = start(case).tracks, Against.FIRST_DAY
    elif last is not None and last.told:
        before, against = last.at_once, Against.BEFORE_LATE
    else:
        before, against = now.tracks, Against.NOTHING
    return Scene(
        phase=Phase.END if node.is_end else Phase.CHOOSING,
        node=node,
        state=now,
        choices=offered(case, now),
        chosen="",
        feedback="",
        next_day=0,
        leads_to_end=False,
        late=now.told,
        tracks=_between(before, now.tracks),
        against=against,
    )


def _told(case: BranchingCase, now: BranchingState, told: StepTold) -> Scene:
    step = told.step
    before = rewind(case, now, len(now.steps) - 1)
    return Scene(
        phase=Phase.TOLD,
        node=node_of(case, step.node),
        state=before,
        choices=offered(case, before),
        chosen=step.choice,
        feedback=told.feedback,
        next_day=step.arrived_day,
        leads_to_end=node_of(case, step.arrived).is_end,
        late=before.told,
        tracks=tuple(TrackShown(c.track, c.before, c.after, c.why) for c in told.changes),
        against=Against.BEFORE_CHOICE,
    )


def _between(before: Effects, now: Effects) -> tuple[TrackShown, ...]:
    return tuple(TrackShown(t, before.of(t), now.of(t)) for t in Track)
