"""Three things we take with us: entered together and put in order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    ListBlock,
    setting_number,
    setting_text,
)
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.wording import translate

LONGEST_TEXT = 300
MOST = 12


@dataclass(frozen=True)
class TakeawayWritten:
    """A take-away; one with the same id is reworded, an empty text removes it."""

    takeaway: str
    text: str


@dataclass(frozen=True)
class TakeawayMoved:
    """A take-away was given a place (from 0)."""

    takeaway: str
    position: int


@dataclass(frozen=True)
class Takeaway:
    """One thing to take along."""

    id: str
    text: str


@dataclass(frozen=True)
class TakeawaysState:
    """Take-aways in order of rank."""

    items: tuple[Takeaway, ...] = ()


@dataclass(frozen=True)
class TakeawaysRoom:
    """What the room sees: the list in rank; the first `count` are those the group takes along."""

    title: str
    prompt: str
    count: int
    items: tuple[str, ...]


class Takeaways:
    """Rules of the kind."""

    id = "takeaways"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 5
    events = (TakeawayWritten, TakeawayMoved)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "prompt", self.id)
        if not 1 <= setting_number(settings, "count", self.id, 3) <= MOST:
            raise InvalidSettings(self.id, "count")

    def start(self, context: ActivityContext) -> TakeawaysState:
        return TakeawaysState()

    def check(self, state: TakeawaysState, event: object, context: ActivityContext) -> None:
        ids = [t.id for t in state.items]
        match event:
            case TakeawayWritten(takeaway, text):
                if len(text) > LONGEST_TEXT:
                    raise ActivityRefused("text_too_long")
                if takeaway not in ids and len(ids) >= MOST:
                    raise ActivityRefused("list_full")
            case TakeawayMoved(takeaway, _):
                if takeaway not in ids:
                    raise ActivityRefused("no_such_takeaway")
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: TakeawaysState, event: object, at: datetime, context: ActivityContext) -> TakeawaysState:
        match event:
            case TakeawayWritten(takeaway, text):
                return replace(state, items=_written(state.items, Takeaway(takeaway, text.strip())))
            case TakeawayMoved(takeaway, position):
                moved = [t for t in state.items if t.id == takeaway]
                rest = [t for t in state.items if t.id != takeaway]
                place = max(0, min(position, len(rest)))
                return replace(state, items=(*rest[:place], *moved, *rest[place:]))
        return state

    def room(self, state: TakeawaysState, context: ActivityContext) -> TakeawaysRoom:
        settings = context.item.settings
        prompt = setting_text(settings, "prompt", self.id) or translate("Takeaways", "Tre saker vi tar med oss")
        count = setting_number(settings, "count", self.id, 3)
        return TakeawaysRoom(context.item.title, prompt, count, tuple(t.text for t in state.items))

    def result(self, state: TakeawaysState, context: ActivityContext) -> ActivityResult:
        if not state.items:
            return ActivityResult()
        return ActivityResult((ListBlock(tuple(t.text for t in state.items), numbered=True),))

    def chain(self, state: TakeawaysState, context: ActivityContext) -> Chain | None:
        return None


def _written(items: tuple[Takeaway, ...], item: Takeaway) -> tuple[Takeaway, ...]:
    if not item.text:
        return tuple(t for t in items if t.id != item.id)
    if any(t.id == item.id for t in items):
        return tuple(item if t.id == item.id else t for t in items)
    return (*items, item)


KIND = Takeaways()
