"""A drill in talking: a line at a time, worded anew by each group, then laid beside models."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ListBlock,
    RoomOnly,
    setting_material,
)
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.talk_drill import DrillLine, DrillTask, TalkDrill

LONGEST_TEXT = 400
MOST_WORDINGS = 200


@dataclass(frozen=True)
class DrillLineShown(RoomOnly):
    """The room sees a line (from 0)."""

    line: int


@dataclass(frozen=True)
class WordingWritten:
    """How somebody, or a group, would say it; one with the same id is reworded, an empty text takes it away."""

    wording: str
    line: str
    text: str
    group: str = ""


@dataclass(frozen=True)
class ModelsShown(RoomOnly):
    """The models of a line are seen in the room, or taken away."""

    line: str
    shown: bool


@dataclass(frozen=True)
class Wording:
    """One wording of a line."""

    id: str
    line: str
    text: str
    group: str


@dataclass(frozen=True)
class TalkDrillState:
    """The line at hand, all wordings so far, and the lines whose models are shown."""

    line: int = 0
    wordings: tuple[Wording, ...] = ()
    revealed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class WordingInRoom:
    """A wording with the name of the group it comes from, empty for the room's own."""

    text: str
    group: str


@dataclass(frozen=True)
class TalkDrillRoom:
    """A line with its task; models and what to look for are empty until they are shown."""

    title: str
    number: int
    lines: int
    task: DrillTask
    situation: str
    line: str
    wordings: tuple[WordingInRoom, ...]
    models: tuple[str, ...]
    points: tuple[str, ...]


class TalkDrilling:
    """Rules of the kind."""

    id = "talk_drill"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.TALK_DRILL,)
    needs_material = True
    default_minutes = 15
    events = (DrillLineShown, WordingWritten, ModelsShown)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> TalkDrillState:
        return TalkDrillState()

    def check(self, state: TalkDrillState, event: object, context: ActivityContext) -> None:
        drill = context.need_material(TalkDrill)
        match event:
            case DrillLineShown(line):
                if not 0 <= line < len(drill.lines):
                    raise ActivityRefused("no_such_card")
            case WordingWritten(wording, line, text, group):
                _need_line(drill, line)
                context.check_writer(group, next((w.group for w in state.wordings if w.id == wording), None))
                if len(text) > LONGEST_TEXT:
                    raise ActivityRefused("text_too_long")
                if len(state.wordings) >= MOST_WORDINGS and all(w.id != wording for w in state.wordings):
                    raise ActivityRefused("too_many")
            case ModelsShown(line, _):
                _need_line(drill, line)
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: TalkDrillState, event: object, at: datetime, context: ActivityContext) -> TalkDrillState:
        match event:
            case DrillLineShown(line):
                return replace(state, line=line)
            case WordingWritten(wording, line, text, group):
                return _written(state, Wording(wording, line, text.strip(), group))
            case ModelsShown(line, shown):
                rest = state.revealed - {line}
                return replace(state, revealed=rest | {line} if shown else rest)
        return state

    def line(self, state: TalkDrillState, context: ActivityContext) -> DrillLine:
        """Return the line at hand."""
        lines = context.need_material(TalkDrill).lines
        return lines[min(state.line, len(lines) - 1)]

    def wordings(self, state: TalkDrillState, line: str) -> tuple[Wording, ...]:
        return tuple(w for w in state.wordings if w.line == line)

    def room(self, state: TalkDrillState, context: ActivityContext) -> TalkDrillRoom:
        lines = context.need_material(TalkDrill).lines
        line = self.line(state, context)
        names: dict[str, str] = {g.id: g.name for g in context.groups}
        shown = line.id in state.revealed
        return TalkDrillRoom(
            context.item.title,
            lines.index(line) + 1,
            len(lines),
            line.task,
            line.situation,
            line.line,
            tuple(WordingInRoom(w.text, names.get(w.group, "")) for w in self.wordings(state, line.id)),
            line.models if shown else (),
            line.points if shown else (),
        )

    def result(self, state: TalkDrillState, context: ActivityContext) -> ActivityResult:
        drill = context.material
        if not isinstance(drill, TalkDrill):
            return ActivityResult()
        blocks: list[Block] = [
            ListBlock(tuple(w.text for w in self.wordings(state, line.id)), line.line)
            for line in drill.lines
            if self.wordings(state, line.id)
        ]
        return ActivityResult(tuple(blocks))

    def chain(self, state: TalkDrillState, context: ActivityContext) -> Chain | None:
        return None


def _need_line(drill: TalkDrill, line: str) -> None:
    if not any(known.id == line for known in drill.lines):
        raise ActivityRefused("no_such_card")


def _written(state: TalkDrillState, wording: Wording) -> TalkDrillState:
    if not wording.text:
        return replace(state, wordings=tuple(w for w in state.wordings if w.id != wording.id))
    if any(w.id == wording.id for w in state.wordings):
        return replace(state, wordings=tuple(wording if w.id == wording.id else w for w in state.wordings))
    return replace(state, wordings=(*state.wordings, wording))


KIND = TalkDrilling()
