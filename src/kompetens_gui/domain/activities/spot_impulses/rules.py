"""The rules of spotting impulses together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import ActivityContext, ActivityResult, setting_material
from kompetens_gui.domain.activities.spot_impulses import events as e
from kompetens_gui.domain.activities.spot_impulses.protocol import protocol_blocks
from kompetens_gui.domain.activities.spot_impulses.room import ImpulsesRoom, room_of
from kompetens_gui.domain.activities.spot_impulses.state import (
    WHOLE_ROOM,
    Answers,
    PortionState,
    Spotted,
    SpottingTogether,
)
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.study.impulses import ImpulseCase, Portion

HIGHEST_COUNT = 500
MOST_MARKS = 120


class SpotImpulses:
    """Rules of the kind. The item's settings name the impulse case."""

    id = "spot_impulses"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.IMPULSES,)
    needs_material = True
    default_minutes = 20
    events = e.EVENTS

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> SpottingTogether:
        return SpottingTogether()

    def check(self, state: SpottingTogether, event: object, context: ActivityContext) -> None:
        case = context.need_material(ImpulseCase)
        if isinstance(event, e.RoomTurned):
            return
        if not isinstance(event, e.EVENTS):
            raise ActivityRefused("unknown_event")
        at: int = event.portion  # type: ignore[attr-defined]  # all but RoomTurned are about a portion
        _need(0 <= at < len(case.portions), "no_such_portion")
        revealed = state.revealed(at, context)
        match event:
            case e.SecondRoundOpened():
                _need(state.at(at).first is None, "second_round_open")
                _need(not state.at(at).now.is_empty, "nothing_marked")
            case e.PartRevealed(_, part):
                _need(part not in revealed, "already_so")
            case e.PartHidden(_, part):
                _need(part in revealed, "not_revealed")
            case e.PortionShown():
                pass
            case _:
                _check_answer(state.at(at), event, case.portions[at], revealed, context)

    def fold(self, state: SpottingTogether, event: object, at: datetime, context: ActivityContext) -> SpottingTogether:
        match event:
            case e.RoomTurned(shows):
                return replace(state, shows=shows)
            case e.PortionShown(portion):
                return replace(state, portion=portion, shows=e.RoomShows.TEXT)
            case e.SecondRoundOpened(portion):
                found = state.at(portion)
                hidden = tuple(p for p in state.revealed(portion, context) if p != e.RevealPart.CHOICES)
                return _with(state, portion, replace(found, first=found.now, revealed=hidden))
            case e.PartRevealed(portion, part):
                shown = tuple(dict.fromkeys((*state.revealed(portion, context), part)))
                turned = replace(state, shows=_side_of(part))
                return _with(turned, portion, replace(state.at(portion), revealed=shown))
            case e.PartHidden(portion, part):
                shown = tuple(p for p in state.revealed(portion, context) if p != part)
                return _with(state, portion, replace(state.at(portion), revealed=shown))
        if not isinstance(event, e.EVENTS):
            return state
        portion = event.portion  # type: ignore[attr-defined]
        found = state.at(portion)
        return _with(state, portion, replace(found, now=_answered(found.now, event)))

    def room(self, state: SpottingTogether, context: ActivityContext) -> ImpulsesRoom:
        return room_of(context.need_material(ImpulseCase), state, context)

    def result(self, state: SpottingTogether, context: ActivityContext) -> ActivityResult:
        case = context.material
        if not isinstance(case, ImpulseCase):
            return ActivityResult()
        return ActivityResult(protocol_blocks(case, state, context))

    def chain(self, state: SpottingTogether, context: ActivityContext) -> Chain | None:
        return None


def _need(holds: bool, reason: str) -> None:
    if not holds:
        raise ActivityRefused(reason)


def _check_answer(
    found: PortionState,
    event: object,
    portion: Portion,
    revealed: tuple[e.RevealPart, ...],
    context: ActivityContext,
) -> None:
    match event:
        case e.ImpulseSpotted(mark, _, group, _, quote, occurrence):
            _check_group(group, context)
            _need(e.RevealPart.KEY not in revealed, "key_is_shown")
            spotted = Spotted(mark, group, event.type, quote, occurrence)
            _need(occurrence >= 1 and spotted.span(portion.text)[0] >= 0, "no_such_words")
            others = [m for m in found.now.marks if m.id != mark]
            _need(len(others) < MOST_MARKS, "list_full")
            _need(replace(spotted, id="") not in [replace(m, id="") for m in others], "marked_already")
        case e.ImpulseTakenBack(_, mark):
            _need(e.RevealPart.KEY not in revealed, "key_is_shown")
            _need(any(m.id == mark for m in found.now.marks), "no_such_node")
        case e.NothingSpotted(_, group, nothing):
            _check_group(group, context)
            _need(e.RevealPart.KEY not in revealed, "key_is_shown")
            _need(nothing != (group in found.now.nothing), "already_so")
            _need(not nothing or all(m.group != group for m in found.now.marks), "take_marks_back_first")
        case e.QuestionPicked(_, group, question):
            _check_group(group, context)
            _need(e.RevealPart.REACH not in revealed, "reach_is_shown")
            _need(not question or portion.question(question) is not None, "no_choice_here")
        case e.QuestionHandsCounted(_, question, count):
            _need(e.RevealPart.REACH not in revealed, "reach_is_shown")
            _need(portion.question(question) is not None, "no_choice_here")
            _need(0 <= count <= HIGHEST_COUNT, "no_such_count")


def _check_group(group: str, context: ActivityContext) -> None:
    """A group of the session, or the whole room where there are none."""
    if group != WHOLE_ROOM or context.groups:
        context.group(group)


def _answered(answers: Answers, event: object) -> Answers:
    match event:
        case e.ImpulseSpotted(mark, _, group, kind, quote, occurrence):
            spotted = Spotted(mark, group, kind, quote, occurrence)
            nothing = tuple(g for g in answers.nothing if g != group)
            if any(m.id == mark for m in answers.marks):
                marks = tuple(spotted if m.id == mark else m for m in answers.marks)
                return replace(answers, marks=marks, nothing=nothing)
            return replace(answers, marks=(*answers.marks, spotted), nothing=nothing)
        case e.ImpulseTakenBack(_, mark):
            return replace(answers, marks=tuple(m for m in answers.marks if m.id != mark))
        case e.NothingSpotted(_, group, nothing):
            rest = tuple(g for g in answers.nothing if g != group)
            return replace(answers, nothing=(*rest, group) if nothing else rest)
        case e.QuestionPicked(_, group, question):
            chosen = {g: q for g, q in answers.questions.items() if g != group}
            return replace(answers, questions={**chosen, group: question} if question else chosen)
        case e.QuestionHandsCounted(_, question, count):
            return replace(answers, hands={**answers.hands, question: count})
    return answers


def _with(state: SpottingTogether, portion: int, found: PortionState) -> SpottingTogether:
    return replace(state, portions={**state.portions, portion: found})


def _side_of(part: e.RevealPart) -> e.RoomShows:
    on_text = part in (e.RevealPart.MARKS, e.RevealPart.KEY)
    return e.RoomShows.TEXT if on_text else e.RoomShows.QUESTIONS


KIND = SpotImpulses()
