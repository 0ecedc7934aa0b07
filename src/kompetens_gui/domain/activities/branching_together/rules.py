"""The rules of a branching case lived together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import ActivityContext, ActivityResult, setting_material
from kompetens_gui.domain.activities.branching_together import events as e
from kompetens_gui.domain.activities.branching_together.protocol import protocol_blocks
from kompetens_gui.domain.activities.branching_together.room import BranchingRoom, lived_ways, room_of
from kompetens_gui.domain.activities.branching_together.state import (
    Back,
    Ballot,
    Gone,
    Noted,
    TogetherState,
    with_earlier,
)
from kompetens_gui.domain.activities.branching_together.votes import counts, majority, minority
from kompetens_gui.domain.branching import choose, fold, is_end, offered
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused, StepOutOfReach
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.study.branching_case import BranchingCase

HIGHEST_COUNT = 500
LONGEST_TEXT = 400


class BranchingTogether:
    """Rules of the kind. The item's settings name the branching case."""

    id = "branching_together"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.BRANCHING,)
    needs_material = True
    default_minutes = 30
    events = e.EVENTS

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> TogetherState:
        return TogetherState(counting=e.CountBy.GROUPS if context.groups else e.CountBy.HANDS)

    def check(self, state: TogetherState, event: object, context: ActivityContext) -> None:
        case = context.need_material(BranchingCase)
        match event:
            case e.CountingChosen(by):
                _need(by == e.CountBy.HANDS or bool(context.groups), "no_such_group")
            case e.ChoiceHandsCounted(choice, count):
                _check_on_offer(case, state, choice)
                _need(0 <= count <= HIGHEST_COUNT, "no_such_count")
            case e.GroupChose(group, choice):
                context.group(group)
                _check_on_offer(case, state, choice or None)
            case e.SecondVoteOpened():
                _check_on_offer(case, state, None)
                _need(state.first is None, "second_round_open")
                _need(not state.ballot.is_empty, "nobody_has_voted")
            case e.RoomWentOn(choice, by):
                _check_on_offer(case, state, choice)
                _check_whose(case, state, choice, by)
            case e.DayTurned():
                _need(state.telling, "nothing_told")
            case e.RoomWoundBack(to_step):
                _need(not state.apart, "groups_apart")
                if not 0 <= to_step < len(state.choices):
                    raise StepOutOfReach(to_step, len(state.choices))
            case e.GroupsParted() | e.GroupWent() | e.GroupWoundBack() | e.GroupsMet():
                _check_groups(case, state, event, context)
            case _:
                _check_shown(state, event, context)

    def fold(self, state: TogetherState, event: object, at: datetime, context: ActivityContext) -> TogetherState:
        match event:
            case e.CountingChosen(by):
                return replace(state, counting=by)
            case e.ChoiceHandsCounted(choice, count):
                return replace(state, ballot=replace(state.ballot, hands={**state.ballot.hands, choice: count}))
            case e.GroupChose(group, choice):
                rest = {g: c for g, c in state.ballot.groups.items() if g != group}
                return replace(state, ballot=replace(state.ballot, groups={**rest, group: choice} if choice else rest))
            case e.SecondVoteOpened():
                return replace(state, first=state.ballot, ballot=Ballot(), shown=False)
            case e.VotesShown(shown):
                return replace(state, shown=shown)
            case e.RoomWentOn(choice, by):
                return _went_on(context.need_material(BranchingCase), state, choice, by)
            case e.DayTurned():
                return replace(state, telling=False)
            case e.RoomWoundBack(to_step):
                return _wound_back(context.need_material(BranchingCase), state, to_step)
            case e.TalkNoted(note, text, node):
                return replace(state, notes=_with_note(state.notes, Noted(note, text.strip(), node)))
            case e.RoomTurned(shows):
                return replace(state, shows=shows)
            case e.LivesCompared(first, second):
                return replace(state, pair=(first, second), shows=e.RoomShows.LIVES)
        return _fold_groups(state, event, context)

    def room(self, state: TogetherState, context: ActivityContext) -> BranchingRoom:
        return room_of(context.need_material(BranchingCase), state, context)

    def result(self, state: TogetherState, context: ActivityContext) -> ActivityResult:
        case = context.material
        if not isinstance(case, BranchingCase):
            return ActivityResult()
        return ActivityResult(protocol_blocks(case, state, context))

    def chain(self, state: TogetherState, context: ActivityContext) -> Chain | None:
        return None


def votes_here(case: BranchingCase, state: TogetherState) -> dict[str, int]:
    """Return the votes of every choice on offer at the room's place, as they stand now."""
    on_offer = [c.id for c in offered(case, fold(case, state.here))]
    return counts(state.ballot, state.counting, on_offer)


def _need(holds: bool, reason: str) -> None:
    if not holds:
        raise ActivityRefused(reason)


def _check_on_offer(case: BranchingCase, state: TogetherState, choice: str | None) -> None:
    """Refuse while there is nothing to choose, or when the choice is not there."""
    _need(not state.apart, "groups_apart")
    _need(not state.telling, "told_first")
    now = fold(case, state.choices)
    _need(not is_end(case, now), "start_over_first")
    _need(choice is None or any(c.id == choice for c in offered(case, now)), "no_choice_here")


def _check_whose(case: BranchingCase, state: TogetherState, choice: str, by: e.WayBy) -> None:
    votes = votes_here(case, state)
    if by == e.WayBy.MAJORITY:
        _need(choice in majority(votes), "not_the_majority")
    elif by == e.WayBy.MINORITY:
        _need(choice in minority(votes), "not_the_minority")


def _check_groups(case: BranchingCase, state: TogetherState, event: object, context: ActivityContext) -> None:
    match event:
        case e.GroupsParted():
            _need(bool(context.groups), "no_such_group")
            _check_on_offer(case, state, None)
        case e.GroupWent(group, choice):
            context.group(group)
            _need(state.apart and group in state.ways, "groups_together")
            _need(not is_end(case, fold(case, state.ways[group])), "start_over_first")
            choose(case, fold(case, state.ways[group]), choice)
        case e.GroupWoundBack(group, to_step):
            context.group(group)
            _need(state.apart and group in state.ways, "groups_together")
            if not state.parted_at <= to_step < len(state.ways[group]):
                raise StepOutOfReach(to_step, len(state.ways[group]))
        case e.GroupsMet():
            _need(state.apart, "groups_together")


def _check_shown(state: TogetherState, event: object, context: ActivityContext) -> None:
    match event:
        case e.VotesShown(shown):
            _need(shown != state.shown, "already_so")
        case e.TalkNoted(_, text, _):
            _need(len(text) <= LONGEST_TEXT, "text_too_long")
        case e.RoomTurned(shows):
            _need(shows != e.RoomShows.LIVES or state.pair is not None, "no_earlier_version")
            _need(shows != e.RoomShows.GROUPS or bool(state.ways), "no_such_group")
        case e.LivesCompared(first, second):
            known = {way.choices for way in lived_ways(state, context)}
            _need(first in known and second in known, "no_earlier_version")
        case _:
            raise ActivityRefused("unknown_event")


def _fold_groups(state: TogetherState, event: object, context: ActivityContext) -> TogetherState:
    match event:
        case e.GroupsParted():
            gone = [(g, way) for g, way in state.ways.items() if len(way) > state.parted_at]
            return replace(
                state,
                apart=True,
                parted_at=len(state.choices),
                ways={str(g.id): state.choices for g in context.groups},
                before_parting=(*state.before_parting, *gone),
                shows=e.RoomShows.GROUPS,
            )
        case e.GroupWent(group, choice):
            return replace(state, ways={**state.ways, group: (*state.ways.get(group, ()), choice)})
        case e.GroupWoundBack(group, to_step):
            return replace(state, ways={**state.ways, group: state.ways.get(group, ())[:to_step]})
        case e.GroupsMet():
            return replace(state, apart=False, shows=e.RoomShows.GROUPS)
    return state


def _went_on(case: BranchingCase, state: TogetherState, choice: str, by: e.WayBy) -> TogetherState:
    now = fold(case, state.choices)
    on_offer = [c.id for c in offered(case, now)]
    first = tuple(counts(state.first, state.counting, on_offer).items()) if state.first is not None else ()
    last = tuple(counts(state.ballot, state.counting, on_offer).items())
    return replace(
        state,
        choices=(*state.choices, choice),
        telling=True,
        ballot=Ballot(),
        first=None,
        shown=False,
        log=(*state.log, Gone(now.node, now.day, choice, by, first, last)),
        shows=e.RoomShows.STORY,
    )


def _wound_back(case: BranchingCase, state: TogetherState, to_step: int) -> TogetherState:
    choices = state.choices[:to_step]
    return replace(
        state,
        choices=choices,
        telling=False,
        ballot=Ballot(),
        first=None,
        shown=False,
        log=(*state.log, Back(fold(case, choices).day)),
        earlier=with_earlier(state.earlier, state.choices),
        shows=e.RoomShows.STORY,
    )


def _with_note(notes: tuple[Noted, ...], note: Noted) -> tuple[Noted, ...]:
    if not note.text:
        return tuple(n for n in notes if n.id != note.id)
    if any(n.id == note.id for n in notes):
        return tuple(replace(note, node=n.node) if n.id == note.id else n for n in notes)
    return (*notes, note)


KIND = BranchingTogether()
