"""The rules of work in small groups."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    TableBlock,
    TextBlock,
    setting_material,
    setting_text,
    setting_texts,
)
from kompetens_gui.domain.activities.group_work import events as e
from kompetens_gui.domain.activities.group_work.room import GroupWorkRoom, pages_of, reading_parts, room_of
from kompetens_gui.domain.activities.group_work.state import GroupState, GroupTimer, GroupWorkState
from kompetens_gui.domain.activities.group_work.tasks import (
    KIND_ID,
    WHOLE,
    WorkGroup,
    material,
    material_refs_of,
    questions,
    task_text,
    timer_minutes,
    work_groups,
)
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.wording import translate

LONGEST_ANSWER = 1500
LONGEST_QUESTION = 200
LONGEST_VARIANT = 600
MOST_QUESTIONS = 8
LONGEST_TIMER = 3600


class GroupWork:
    """Rules of the kind."""

    id = KIND_ID
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.COORDINATION,)
    needs_material = False
    default_minutes = 25
    events = e.EVENTS

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "task", self.id)
        setting_material(settings, self.id, self.material_kinds)
        for text in setting_texts(settings, "materials", self.id):
            ref = MaterialRef.read(text)
            if ref is None or ref.kind not in self.material_kinds:
                raise InvalidSettings(self.id, "materials")
        asked = setting_texts(settings, "questions", self.id)
        if len(asked) > MOST_QUESTIONS or any(not q.strip() or len(q) > LONGEST_QUESTION for q in asked):
            raise InvalidSettings(self.id, "questions")
        if any(len(v) > LONGEST_VARIANT for v in setting_texts(settings, "variants", self.id)):
            raise InvalidSettings(self.id, "variants")
        if not 1 <= timer_minutes(settings) * 60 <= LONGEST_TIMER:
            raise InvalidSettings(self.id, "minutes_timer")

    def pages(self, state: GroupWorkState, context: ActivityContext) -> int:
        """Return how many pages the reading on show takes."""
        case_ = material(context, state.reading[0]) if state.reading else None
        return pages_of(case_, state.reading[1]) if case_ and state.reading else 1

    def start(self, context: ActivityContext) -> GroupWorkState:
        return GroupWorkState()

    def check(self, state: GroupWorkState, event: object, context: ActivityContext) -> None:
        match event:
            case e.GroupTimersStarted(groups, seconds):
                _need_groups(groups, context)
                _need(0 <= seconds <= LONGEST_TIMER, "no_such_time")
            case e.GroupTimersStopped(groups):
                _need_groups(groups, context)
            case e.GroupTimeAdded(groups, seconds):
                _need_groups(groups, context)
                _need(-LONGEST_TIMER <= seconds <= LONGEST_TIMER, "no_such_time")
            case e.GroupStatusSet(group, _):
                _need_groups((group,), context)
            case e.GroupAnswered(group, question, text):
                _need_groups((group,), context)
                _need_answer(question, text, context)
            case e.GroupFileRead(group, answers):
                _need_groups((group,), context)
                for answer in answers:
                    _need_answer(answer.question, answer.text, context)
            case e.VariantGiven(group, variant):
                _need_groups((group,), context)
                _need(len(variant) <= LONGEST_VARIANT, "text_too_long")
            case e.GroupRoomTurned(_, question, page):
                _need(0 <= question < len(questions(context)), "no_such_question_here")
                _need(0 <= page < self.pages(state, context), "no_such_page")
            case e.ReadingRevealed(ref, part):
                case_ = material(context, ref)
                _need(case_ is not None and ref in material_refs_of(context), "material_missing")
                _need(case_ is not None and part in reading_parts(case_), "no_such_reading")
            case e.ReadingHidden(ref, part):
                _need((ref, part) in state.revealed, "not_revealed")
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: GroupWorkState, event: object, at: datetime, context: ActivityContext) -> GroupWorkState:
        match event:
            case e.GroupTimersStarted(groups, seconds):
                return _each(state, groups, lambda g: _started(g, seconds or _kept(g, at, context), at))
            case e.GroupTimersStopped(groups):
                return _each(state, groups, lambda g: replace(g, timer=g.timer.stopped(at)))
            case e.GroupTimeAdded(groups, seconds):
                return _each(state, groups, lambda g: _longer(g, seconds, at))
            case e.GroupStatusSet(group, status):
                return state.with_group(group, replace(state.of(group), status=status))
            case e.GroupAnswered(group, question, text):
                return state.with_group(group, state.of(group).with_answers({question: text}))
            case e.GroupFileRead(group, answers):
                read = {a.question: a.text for a in answers}
                return state.with_group(group, state.of(group).with_answers(read))
            case e.VariantGiven(group, variant):
                return state.with_group(group, replace(state.of(group), variant=variant.strip()))
        return _fold_room(state, event)

    def room(self, state: GroupWorkState, context: ActivityContext) -> GroupWorkRoom:
        return room_of(state, context)

    def result(self, state: GroupWorkState, context: ActivityContext) -> ActivityResult:
        """Tell the answers question by question, a row per group; groups by name and never by member."""
        asked = questions(context)
        groups = work_groups(state, context)
        if not any(state.of(g.id).answers for g in groups):
            return ActivityResult()
        blocks: list[Block] = [TextBlock(task_text(context), translate("GroupWork", "Uppgift"))]
        header = (translate("GroupWork", "Grupp"), translate("GroupWork", "Kom fram till"))
        for number, question in enumerate(asked):
            rows = tuple(
                (_with_material(g), state.of(g.id).answers[number]) for g in groups if number in state.of(g.id).answers
            )
            if rows:
                blocks.append(TableBlock(header, rows, question))
        return ActivityResult(tuple(blocks))

    def chain(self, state: GroupWorkState, context: ActivityContext) -> Chain | None:
        return None


def _need(holds: bool, reason: str) -> None:
    if not holds:
        raise ActivityRefused(reason)


def _need_groups(groups: tuple[str, ...], context: ActivityContext) -> None:
    _need(bool(groups), "no_such_group")
    for group in groups:
        if context.groups or group != WHOLE:
            context.group(group)


def _need_answer(question: int, text: str, context: ActivityContext) -> None:
    _need(0 <= question < len(questions(context)), "no_such_question_here")
    _need(len(text) <= LONGEST_ANSWER, "text_too_long")


def _each(state: GroupWorkState, groups: tuple[str, ...], change: Callable[[GroupState], GroupState]) -> GroupWorkState:
    for group in groups:
        state = state.with_group(group, change(state.of(group)))
    return state


def _started(group: GroupState, seconds: float, at: datetime) -> GroupState:
    return replace(group, timer=GroupTimer(seconds, at))


def _kept(group: GroupState, at: datetime, context: ActivityContext) -> float:
    """Return what a timer goes on with: what was left, or the whole time when nothing was."""
    return group.timer.seconds_left(at) or float(timer_minutes(context.item.settings) * 60)


def _longer(group: GroupState, seconds: int, at: datetime) -> GroupState:
    left = min(float(LONGEST_TIMER), max(0.0, group.timer.seconds_left(at) + seconds))
    return replace(group, timer=GroupTimer(left, at if group.timer.since else None))


def _fold_room(state: GroupWorkState, event: object) -> GroupWorkState:
    match event:
        case e.GroupRoomTurned(shows, question, page):
            return replace(state, shows=shows, question=question, page=page)
        case e.ReadingRevealed(ref, part):
            shown = (ref, part)
            revealed = state.revealed if shown in state.revealed else (*state.revealed, shown)
            return replace(state, revealed=revealed, reading=shown, page=0, shows=e.RoomShows.READING)
        case e.ReadingHidden(ref, part):
            left = tuple(r for r in state.revealed if r != (ref, part))
            return replace(state, revealed=left, reading=None if state.reading == (ref, part) else state.reading)
    return state


def _with_material(group: WorkGroup) -> str:
    return f"{group.name}: {group.about}" if group.about else group.name


KIND = GroupWork()
