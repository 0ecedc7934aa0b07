"""The rules of a role play in the room."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ListBlock,
    TableBlock,
    TextBlock,
    setting_material,
    setting_number,
)
from kompetens_gui.domain.activities.role_play import events as e
from kompetens_gui.domain.activities.role_play.room import (
    RolePlayRoom,
    counted,
    observed,
    play_is_over,
    room_of,
    scaled,
)
from kompetens_gui.domain.activities.role_play.state import Noted, RolePlayState, Sheet, Turn
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.role_play import PhaseKind, RolePlay
from kompetens_gui.domain.wording import translate

LONGEST_TEXT = 400
LONGEST_ID = 60
MOST_SHEETS = 60
MOST_TURNS = 60
MOST_NOTES = 100
MOST_TIMES = 999


class RolePlaying:
    """Rules of the kind. The item's settings name the role play and may set the level."""

    id = "role_play"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.ROLE_PLAY,)
    needs_material = True
    default_minutes = 30
    events = e.EVENTS

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)
        setting_number(settings, "level", self.id, 0)

    def start(self, context: ActivityContext) -> RolePlayState:
        level, play = context.item.settings.get("level", 0), context.material
        known = isinstance(play, RolePlay) and any(known.level == level for known in play.levels)
        return RolePlayState(level=level if known and isinstance(level, int) else 0)

    def check(self, state: RolePlayState, event: object, context: ActivityContext) -> None:
        play = context.need_material(RolePlay)
        match event:
            case e.PhaseEntered(phase):
                _need(0 <= phase < len(play.phases), "no_such_phase")
            case e.PlayFrozen(frozen):
                _need(frozen != state.frozen, "already_so")
            case e.RolesCast(cast):
                _check_cast(cast, play, context)
            case e.LevelChosen(level):
                _need(level == 0 or any(known.level == level for known in play.levels), "no_such_level")
            case e.TurnMarked(turn, text):
                _check_text(turn, text, [t.id for t in state.turns], MOST_TURNS, "no_such_turn")
            case e.DebriefNoted(note, text):
                _check_text(note, text, [n.id for n in state.notes], MOST_NOTES, "no_such_point")
            case e.WoundBack(turn):
                _need(any(t.id == turn for t in state.turns), "no_such_turn")
            case e.LineShown(line):
                _need(0 <= line < len(play.demonstration), "no_such_line")
            case e.StuckCardShown(card):
                _need(0 <= card < len(play.stuck), "no_such_card")
            case e.DebriefRoundShown(step):
                _need(0 <= step < len(play.debrief), "no_such_card")
            case e.RoomTurned(shows):
                too_early = shows == e.RoomShows.SECRETS and not play_is_over(play, state.phase)
                _need(not too_early, "play_not_over")
            case _:
                _check_sheet(state, event, play, context)

    def fold(self, state: RolePlayState, event: object, at: datetime, context: ActivityContext) -> RolePlayState:
        match event:
            case e.PhaseEntered(phase):
                shows = _shown_in(context.need_material(RolePlay).phases[phase].kind)
                return replace(state, phase=phase, since=at, used=0.0, frozen=False, shows=shows)
            case e.PlayFrozen(frozen):
                return replace(state, frozen=frozen, used=state.seconds(at), since=None if frozen else at)
            case e.RolesCast(cast):
                return replace(state, cast=cast)
            case e.LevelChosen(level):
                return replace(state, level=level)
            case e.TurnMarked(turn, text):
                return _mark(state, turn, text.strip(), at)
            case e.WoundBack(turn):
                return _wind_back(state, turn, at)
            case e.LineShown(line):
                return replace(state, line=line, shows=e.RoomShows.DEMONSTRATION)
            case e.StuckCardShown(card):
                return replace(state, stuck=card, shows=e.RoomShows.STUCK)
            case e.DebriefRoundShown(step):
                return replace(state, step=step, shows=e.RoomShows.DEBRIEF)
            case e.RoomTurned(shows):
                return replace(state, shows=shows)
            case e.DebriefNoted(note, text):
                return replace(state, notes=_noted(state.notes, note, text.strip()))
        return _fold_sheet(state, event)

    def room(self, state: RolePlayState, context: ActivityContext) -> RolePlayRoom:
        return room_of(context.need_material(RolePlay), state, context.groups)

    def result(self, state: RolePlayState, context: ActivityContext) -> ActivityResult:
        play = context.material
        if not isinstance(play, RolePlay) or state == self.start(context):
            return ActivityResult()
        blocks: list[Block] = [TextBlock(play.head.title, translate("RolePlay", "Rollspel"))]
        level = next((known for known in play.levels if known.level == state.level), None)
        if level is not None:
            blocks.append(TextBlock(level.title, translate("RolePlay", "Svårighet")))
        names: dict[str, str] = {g.id: g.name for g in context.groups}
        for group in state.groups_with_sheets:
            blocks += _observations(play, state.of_group(group), names.get(group, ""))
        if state.turns:
            blocks.append(ListBlock(tuple(t.text for t in state.turns), translate("RolePlay", "Vändpunkter")))
        if state.notes:
            blocks.append(ListBlock(tuple(n.text for n in state.notes), translate("RolePlay", "Ur eftersamtalet")))
        return ActivityResult(tuple(blocks))

    def chain(self, state: RolePlayState, context: ActivityContext) -> Chain | None:
        return None


def _need(holds: bool, reason: str) -> None:
    if not holds:
        raise ActivityRefused(reason)


def _check_text(key: str, text: str, known: list[str], most: int, unknown: str) -> None:
    """Let something be written, reworded or taken away."""
    _need(len(text) <= LONGEST_TEXT and len(key) <= LONGEST_ID, "text_too_long")
    if key not in known:
        _need(bool(text.strip()), unknown)
        _need(len(known) < most, "list_full")


def _check_cast(cast: tuple[e.CastRole, ...], play: RolePlay, context: ActivityContext) -> None:
    people = {p.id for p in context.participants}
    for member in cast:
        _need(play.role(member.role) is not None, "no_such_role")
        _need(member.participant == e.LEADER or member.participant in people, "no_such_participant")
        if member.group:
            context.group(member.group)
    places = [(member.role, member.group) for member in cast]
    _need(len(set(places)) == len(places), "role_taken")
    players = [m.participant for m in cast if m.participant != e.LEADER]
    _need(len(set(players)) == len(players), "plays_already")


def _check_sheet(state: RolePlayState, event: object, play: RolePlay, context: ActivityContext) -> None:
    match event:
        case e.SheetOpened(sheet, group, participant):
            _need(0 < len(sheet) <= LONGEST_ID, "no_such_sheet")
            _need(state.sheet(sheet) is None, "sheet_there_already")
            _need(len(state.sheets) < MOST_SHEETS, "too_many_sheets")
            if group:
                context.group(group)
            if participant is not None:
                _need(any(p.id == participant for p in context.participants), "no_such_participant")
        case e.GroupLookedAt(group):
            _need(not group or bool(context.group(group)), "no_such_group")
        case e.SheetRemoved(sheet):
            _need(state.sheet(sheet) is not None, "no_such_sheet")
        case e.ItemRated(sheet, item, rating):
            _need(state.sheet(sheet) is not None, "no_such_sheet")
            _need(any(i.id == item for i in play.protocol.items), "no_such_item")
            _need(rating is None or 0 <= rating <= 2, "no_such_rating")
        case e.CountTyped(sheet, count, times):
            _need(state.sheet(sheet) is not None, "no_such_sheet")
            _need(any(c.id == count for c in play.protocol.counts), "no_such_item")
            _need(times is None or 0 <= times <= MOST_TIMES, "no_such_rating")
        case e.ScaleRated(sheet, scale, value):
            _need(state.sheet(sheet) is not None, "no_such_sheet")
            _need(any(s.id == scale for s in play.protocol.scales), "no_such_item")
            _need(value is None or 1 <= value <= 5, "no_such_rating")
        case _:
            raise ActivityRefused("unknown_event")


def _fold_sheet(state: RolePlayState, event: object) -> RolePlayState:
    match event:
        case e.SheetOpened(sheet, group, participant):
            return replace(state, sheets=(*state.sheets, Sheet(sheet, group, participant)))
        case e.GroupLookedAt(group):
            return replace(state, looked_at=group)
        case e.SheetRemoved(sheet):
            return replace(state, sheets=tuple(s for s in state.sheets if s.id != sheet))
        case e.ItemRated(sheet, item, rating):
            return _on_sheet(state, sheet, lambda s: s.with_rating(item, rating))
        case e.CountTyped(sheet, count, times):
            return _on_sheet(state, sheet, lambda s: s.with_count(count, times))
        case e.ScaleRated(sheet, scale, value):
            return _on_sheet(state, sheet, lambda s: s.with_scale(scale, value))
    return state


def _on_sheet(state: RolePlayState, sheet_id: str, change: Callable[[Sheet], Sheet]) -> RolePlayState:
    return replace(state, sheets=tuple(change(s) if s.id == sheet_id else s for s in state.sheets))


def _mark(state: RolePlayState, turn: str, text: str, at: datetime) -> RolePlayState:
    known = next((t for t in state.turns if t.id == turn), None)
    if not text:
        return replace(state, turns=tuple(t for t in state.turns if t.id != turn))
    if known is not None:
        return replace(state, turns=tuple(replace(t, text=text) if t.id == turn else t for t in state.turns))
    return replace(state, turns=(*state.turns, Turn(turn, text, state.phase, state.seconds(at))))


def _noted(notes: tuple[Noted, ...], note: str, text: str) -> tuple[Noted, ...]:
    """Write a note last, or reword it where it stands; an empty text takes it away."""
    if not text:
        return tuple(n for n in notes if n.id != note)
    if any(n.id == note for n in notes):
        return tuple(Noted(note, text) if n.id == note else n for n in notes)
    return (*notes, Noted(note, text))


def _wind_back(state: RolePlayState, turn: str, at: datetime) -> RolePlayState:
    """Go back to a turn: the clock of its phase stands where it stood then, and all stand still until they go on."""
    found = next(t for t in state.turns if t.id == turn)
    turns = tuple(replace(t, rewound=t.rewound + 1) if t.id == turn else t for t in state.turns)
    return replace(
        state,
        phase=found.phase,
        used=found.seconds,
        since=None,
        frozen=True,
        turns=turns,
        shows=e.RoomShows.PHASE,
        times_wound_back=state.times_wound_back + 1,
    )


def _shown_in(kind: PhaseKind) -> e.RoomShows:
    return e.RoomShows.DEBRIEF if kind == PhaseKind.DEBRIEF else e.RoomShows.PHASE


def _observations(play: RolePlay, state: RolePlayState, group: str) -> list[Block]:
    """Tell the sheets about one group; its name comes first where there are groups."""
    seen = [(o.text, o.ratings, o.own) for o in observed(play, state)]
    times = [(c.text, c.times, c.own) for c in counted(play, state)]
    whole = [(f"{c.text} (1 {c.low}, 5 {c.high})", c.values, c.own) for c in scaled(play, state)]
    header = (translate("RolePlay", "Punkt"), translate("RolePlay", "Observatörer"), translate("RolePlay", "Själv"))
    labels = (
        translate("RolePlay", "Observatörerna har sett (0 inte sett, 1 delvis, 2 tydligt)"),
        translate("RolePlay", "Räknat"),
        translate("RolePlay", "Helhetsintryck, 1–5"),
    )
    blocks: list[Block] = []
    for label, found in zip(labels, (seen, times, whole), strict=True):
        rows = tuple((text, _listed(values), _listed(own)) for text, values, own in found if values or own)
        if rows:
            blocks.append(TableBlock(header, rows, f"{group}. {label}" if group else label))
    return blocks


def _listed(values: tuple[int, ...]) -> str:
    return ", ".join(str(value) for value in values)


KIND = RolePlaying()
