"""What the room sees: never what a choice does before it is made, nor how a vote falls before it is shown."""

from dataclasses import dataclass, replace

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.branching_together.events import CountBy, RoomShows
from kompetens_gui.domain.activities.branching_together.state import Choices, LivedWay, TogetherState
from kompetens_gui.domain.activities.branching_together.story import Story, story
from kompetens_gui.domain.activities.branching_together.votes import counts
from kompetens_gui.domain.branching import fold, node_of
from kompetens_gui.domain.branching_lives import Comparison, Life, compare
from kompetens_gui.domain.branching_way import Stop, way_layout
from kompetens_gui.domain.study.branching_case import BranchingCase, Effects, EndKind
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class VoteSeen:
    """The votes of a choice, before the talk and after it; `first` is None while there is one vote only."""

    choice: str
    first: int | None
    last: int


@dataclass(frozen=True)
class WayStep:
    """A choice on a group's way."""

    day: int
    choice: str


@dataclass(frozen=True)
class GroupWay:
    """A group's own way. While the groups are apart there is only how far it has come."""

    name: str
    day: int
    has_ended: bool
    steps: tuple[WayStep, ...] = ()
    tracks: Effects | None = None
    end: EndKind | None = None
    title: str = ""


@dataclass(frozen=True)
class TwoLives:
    """Two ways side by side, with what was chosen on each."""

    names: tuple[str, str]
    comparison: Comparison
    chosen: tuple[tuple[WayStep, ...], tuple[WayStep, ...]] = ((), ())


@dataclass(frozen=True)
class BranchingRoom:
    """What the room sees. `votes` is None until they are shown; `lives` and `groups` only when they are looked at."""

    title: str
    shows: RoomShows
    story: Story
    way: tuple[Stop, ...]
    counting: CountBy
    round: Round
    votes: tuple[VoteSeen, ...] | None
    lives: TwoLives | None
    groups: tuple[GroupWay, ...]
    apart: bool


def room_of(case: BranchingCase, state: TogetherState, context: ActivityContext) -> BranchingRoom:
    told = story(case, state.choices, telling=state.telling)
    pair = two_lives(case, state, context) if state.shows == RoomShows.LIVES else None
    groups = group_ways(case, state, context) if state.shows == RoomShows.GROUPS else ()
    shows = RoomShows.LIVES if pair else RoomShows.GROUPS if groups else RoomShows.STORY
    return BranchingRoom(
        case.head.title,
        shows,
        told,
        way_layout(case, fold(case, state.choices), told=state.telling).stops,
        state.counting,
        state.round,
        votes_seen(told, state) if state.shown and not state.telling and not told.end else None,
        pair,
        groups,
        state.apart,
    )


def votes_seen(told: Story, state: TogetherState) -> tuple[VoteSeen, ...]:
    """Return the votes at the room's place, by choice."""
    on_offer = [c.id for c in told.choices]
    last = counts(state.ballot, state.counting, on_offer)
    first = counts(state.first, state.counting, on_offer) if state.first is not None else None
    return tuple(VoteSeen(c, first[c] if first is not None else None, last[c]) for c in on_offer)


def lived_ways(state: TogetherState, context: ActivityContext) -> tuple[LivedWay, ...]:
    """Return every way to lay beside another: the room's now, those it left, and the groups' once they have met."""
    found = [
        LivedWay(translate("BranchingTogether", "Väg {number}").format(number=number), way)
        for number, way in enumerate(state.earlier, 1)
    ]
    found.append(LivedWay(translate("BranchingTogether", "Vägen nu"), state.choices))
    if not state.apart:
        found += [LivedWay(_group_name(group, context), way) for group, way in state.ways.items()]
    return tuple(way for way in found if way.choices)


def two_lives(case: BranchingCase, state: TogetherState, context: ActivityContext) -> TwoLives | None:
    """Return the two ways that were last laid side by side; None when one of them is no longer there."""
    if state.pair is None:
        return None
    names = {way.choices: way.name for way in reversed(lived_ways(state, context))}
    first, second = state.pair
    if first not in names or second not in names:
        return None
    both = compare(case, first, second)
    seen = replace(both, a=_without_future(both.a), b=_without_future(both.b))
    return TwoLives((names[first], names[second]), seen, (_chosen(case, first), _chosen(case, second)))


def _chosen(case: BranchingCase, way: Choices) -> tuple[WayStep, ...]:
    return tuple(WayStep(s.day, choice_text(case, s.node, s.choice)) for s in fold(case, way).steps)


def group_ways(case: BranchingCase, state: TogetherState, context: ActivityContext) -> tuple[GroupWay, ...]:
    """Return the groups' own ways; what they chose only once they have met."""
    return tuple(_group_way(case, _group_name(group, context), way, state) for group, way in state.ways.items())


def _group_way(case: BranchingCase, name: str, way: Choices, state: TogetherState) -> GroupWay:
    now = fold(case, way)
    node = node_of(case, now.node)
    if state.apart:
        return GroupWay(name, now.day, node.is_end)
    steps = [WayStep(s.day, choice_text(case, s.node, s.choice)) for s in now.steps[state.parted_at :]]
    return GroupWay(name, now.day, node.is_end, tuple(steps), now.tracks, node.end, node.title if node.is_end else "")


def _group_name(group_id: str, context: ActivityContext) -> str:
    return next((g.name for g in context.groups if g.id == group_id), group_id)


def _without_future(life: Life) -> Life:
    """Take out what is still to come of a life: nobody has been told that yet."""
    return replace(life, state=replace(life.state, pending=()))


def choice_text(case: BranchingCase, node: str, choice: str) -> str:
    found = node_of(case, node).choice(choice)
    return found.text if found is not None else ""
