"""The rules of a forum that is an exercise."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ListBlock,
    Round,
    TableBlock,
    TextBlock,
    setting_material,
)
from kompetens_gui.domain.activities.pathway_choice import events as e
from kompetens_gui.domain.activities.pathway_choice.room import ForumRoom, room_of
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.pathway import PathwayBrief, PathwayOption
from kompetens_gui.domain.wording import translate

HIGHEST_COUNT = 500
LONGEST_TEXT = 400
MOST_POINTS = 200
DEFENDED = 2


class PathwayChoice:
    """Rules of the kind."""

    id = "pathway_choice"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.PATHWAY,)
    needs_material = True
    default_minutes = 40
    events = e.EVENTS

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> e.ForumState:
        return e.ForumState()

    def check(self, state: e.ForumState, event: object, context: ActivityContext) -> None:
        brief = context.need_material(PathwayBrief)
        match event:
            case e.BriefPartShown(part):
                _need(0 <= part < len(brief.brief), "no_such_page")
            case e.OptionShown(option) | e.ReadingShown(option, _):
                _need(not option or brief.option(option) is not None, "no_such_option")
            case e.SeatTaken(seat, participant):
                _need(any(s.id == seat for s in brief.seats), "no_such_seat")
                _need(
                    participant is None or any(p.id == participant for p in context.participants),
                    "no_such_participant",
                )
            case e.HandsCounted(_, option, count):
                _need(brief.option(option) is not None, "no_such_option")
                _need(0 <= count <= HIGHEST_COUNT, "no_such_count")
            case e.WaysDefended(options):
                _need(len(options) <= DEFENDED and len(set(options)) == len(options), "two_ways")
                _need(all(brief.option(o) is not None for o in options), "no_such_option")
            case e.PointWritten():
                _check_point(state, event, brief)
            case e.ForumTurned() | e.RoundChosen():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: e.ForumState, event: object, at: datetime, context: ActivityContext) -> e.ForumState:
        match event:
            case e.ForumTurned(shows):
                return replace(state, shows=shows)
            case e.BriefPartShown(part):
                return replace(state, part=part, shows=e.ForumShows.BRIEF)
            case e.OptionShown(option):
                return replace(state, option=option, shows=e.ForumShows.OPTIONS)
            case e.ReadingShown(option, shown):
                rest = state.read - {option}
                return replace(state, read=rest | {option} if shown else rest)
            case e.SeatTaken(seat, participant):
                seats = {s: p for s, p in state.seats.items() if s != seat and p != participant}
                return replace(state, seats=seats | ({seat: participant} if participant is not None else {}))
            case e.HandsCounted(round_, option, count):
                return replace(state, hands={**state.hands, f"{int(round_)}/{option}": count})
            case e.RoundChosen(round_):
                return replace(state, round=round_)
            case e.WaysDefended(options):
                return replace(state, defended=options)
            case e.PointWritten(point, kind, text, option):
                return replace(state, points=_with_point(state.points, e.Point(point, kind, text.strip(), option)))
        return state

    def room(self, state: e.ForumState, context: ActivityContext) -> ForumRoom:
        return room_of(context.need_material(PathwayBrief), state)

    def result(self, state: e.ForumState, context: ActivityContext) -> ActivityResult:
        brief = context.material
        if not isinstance(brief, PathwayBrief) or not (state.points or any(state.hands.values()) or state.defended):
            return ActivityResult()
        blocks: list[Block] = [
            TextBlock(brief.order, translate("PathwayChoice", "Frågan, i en övning utan beslut")),
            *_hands(brief, state),
        ]
        for option in brief.options:
            blocks += _arguments(option, state)
        for kind, label in (
            (e.PointKind.DECIDABLE, translate("PathwayChoice", "Det hade gått att ta ställning till")),
            (e.PointKind.MISSING, translate("PathwayChoice", "Det saknades")),
            (e.PointKind.LEARNING, translate("PathwayChoice", "Det här lärde vi oss")),
        ):
            said = tuple(p.text for p in state.of(kind))
            if said:
                blocks.append(ListBlock(said, label))
        return ActivityResult(tuple(blocks))

    def chain(self, state: e.ForumState, context: ActivityContext) -> Chain | None:
        return None


def _need(holds: bool, reason: str) -> None:
    if not holds:
        raise ActivityRefused(reason)


def _check_point(state: e.ForumState, event: e.PointWritten, brief: PathwayBrief) -> None:
    of_a_way = event.kind in (e.PointKind.FOR, e.PointKind.AGAINST)
    _need((brief.option(event.option) is not None) if of_a_way else not event.option, "no_such_option")
    _need(len(event.text) <= LONGEST_TEXT, "text_too_long")
    known = any(p.id == event.point for p in state.points)
    _need(known or len(state.points) < MOST_POINTS, "too_many")


def _with_point(points: tuple[e.Point, ...], point: e.Point) -> tuple[e.Point, ...]:
    if not point.text:
        return tuple(p for p in points if p.id != point.id)
    if any(p.id == point.id for p in points):
        return tuple(point if p.id == point.id else p for p in points)
    return (*points, point)


def _hands(brief: PathwayBrief, state: e.ForumState) -> list[Block]:
    rows = tuple(
        (o.title, str(state.count(Round.FIRST, o.id)), str(state.count(Round.SECOND, o.id)))
        for o in brief.options
        if state.count(Round.FIRST, o.id) or state.count(Round.SECOND, o.id)
    )
    if not rows:
        return []
    header = (
        translate("PathwayChoice", "Väg"),
        translate("PathwayChoice", "Händer före"),
        translate("PathwayChoice", "Händer efter"),
    )
    return [TableBlock(header, rows)]


def _arguments(option: PathwayOption, state: e.ForumState) -> list[Block]:
    blocks: list[Block] = []
    for kind, words in (
        (e.PointKind.FOR, translate("PathwayChoice", "Talar för: {way}")),
        (e.PointKind.AGAINST, translate("PathwayChoice", "Talar emot: {way}")),
    ):
        said = tuple(p.text for p in state.of(kind, option.id))
        if said:
            blocks.append(ListBlock(said, words.format(way=option.title)))
    return blocks


KIND = PathwayChoice()
