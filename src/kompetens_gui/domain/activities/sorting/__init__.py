"""Sorting together: situations are put into places by hands or by group, talked about, and put again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    RoomOnly,
    Round,
    TableBlock,
    setting_material,
)
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.sorting import SortedItem, Sorting
from kompetens_gui.domain.wording import translate

HIGHEST_COUNT = 500


@dataclass(frozen=True)
class SituationShown(RoomOnly):
    """The room sees a situation (from 0)."""

    situation: int


@dataclass(frozen=True)
class HandsCounted:
    """So many would put a situation in a place; a count for the whole room."""

    round: Round
    situation: str
    bin: str
    count: int


@dataclass(frozen=True)
class SituationPlaced:
    """A group puts a situation in a place; an empty place takes it back."""

    round: Round
    situation: str
    group: str
    bin: str


@dataclass(frozen=True)
class RoundChosen:
    """Hands and groups are counted for this round from now on."""

    round: Round


@dataclass(frozen=True)
class ReasonsShown(RoomOnly):
    """What speaks for each place is seen in the room, or taken away."""

    situation: str
    shown: bool


Counts = Mapping[str, int]


@dataclass(frozen=True)
class Answers:
    """One round of one situation: hands by place, and places by group."""

    hands: Counts = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not any(self.hands.values()) and not self.groups


@dataclass(frozen=True)
class SortingState:
    """`answers` by round and situation, as `1/<situation>` and `2/<situation>`."""

    situation: int = 0
    round: Round = Round.FIRST
    answers: Mapping[str, Answers] = field(default_factory=dict)
    revealed: frozenset[str] = frozenset()

    def of(self, round_: Round, situation: str) -> Answers:
        return self.answers.get(_key(round_, situation), Answers())


@dataclass(frozen=True)
class BinInRoom:
    """A place with what was counted for it in each round, and the names of the groups that chose it last."""

    title: str
    first: int
    second: int
    groups: tuple[str, ...]


@dataclass(frozen=True)
class ReasonInRoom:
    """What speaks for a place."""

    title: str
    reasonable: bool
    text: str


@dataclass(frozen=True)
class SortingRoom:
    """One situation with its places; reasons are empty until they are shown."""

    title: str
    question: str
    situation: str
    number: int
    situations: int
    round: Round
    bins: tuple[BinInRoom, ...]
    reasons: tuple[ReasonInRoom, ...]


class SortingTogether:
    """Rules of the kind."""

    id = "sorting"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.SORTING,)
    needs_material = True
    default_minutes = 15
    events = (SituationShown, HandsCounted, SituationPlaced, RoundChosen, ReasonsShown)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> SortingState:
        return SortingState()

    def check(self, state: SortingState, event: object, context: ActivityContext) -> None:
        material = context.need_material(Sorting)
        match event:
            case SituationShown(situation):
                if not 0 <= situation < len(material.items):
                    raise ActivityRefused("no_such_card")
            case HandsCounted(_, situation, bin_, count):
                _need(material, situation, bin_)
                if not 0 <= count <= HIGHEST_COUNT:
                    raise ActivityRefused("no_such_count")
            case SituationPlaced(_, situation, group, bin_):
                _need(material, situation, bin_)
                context.group(group)
            case ReasonsShown(situation, _):
                _need(material, situation, "")
            case RoundChosen():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: SortingState, event: object, at: datetime, context: ActivityContext) -> SortingState:
        match event:
            case SituationShown(situation):
                return replace(state, situation=situation)
            case RoundChosen(round_):
                return replace(state, round=round_)
            case HandsCounted(round_, situation, bin_, count):
                held = state.of(round_, situation)
                return _with(state, round_, situation, replace(held, hands={**held.hands, bin_: count}))
            case SituationPlaced(round_, situation, group, bin_):
                held = state.of(round_, situation)
                groups = {g: b for g, b in held.groups.items() if g != group} | ({group: bin_} if bin_ else {})
                return _with(state, round_, situation, replace(held, groups=groups))
            case ReasonsShown(situation, shown):
                rest = state.revealed - {situation}
                return replace(state, revealed=rest | {situation} if shown else rest)
        return state

    def item(self, state: SortingState, context: ActivityContext) -> SortedItem:
        """Return the situation at hand."""
        items = context.need_material(Sorting).items
        return items[min(state.situation, len(items) - 1)]

    def room(self, state: SortingState, context: ActivityContext) -> SortingRoom:
        material = context.need_material(Sorting)
        item = self.item(state, context)
        titles = {b.id: b.title for b in material.bins}
        return SortingRoom(
            context.item.title,
            material.question,
            item.text,
            material.items.index(item) + 1,
            len(material.items),
            state.round,
            tuple(self._bin(bin_.id, bin_.title, item.id, state, context) for bin_ in material.bins),
            tuple(ReasonInRoom(titles[r.bin], r.reasonable, r.text) for r in item.reasons)
            if item.id in state.revealed
            else (),
        )

    def _bin(self, bin_id: str, title: str, situation: str, state: SortingState, context: ActivityContext) -> BinInRoom:
        first, second = state.of(Round.FIRST, situation), state.of(Round.SECOND, situation)
        latest = {**first.groups, **second.groups}
        names = tuple(g.name for g in context.groups if latest.get(g.id) == bin_id)
        return BinInRoom(title, first.hands.get(bin_id, 0), second.hands.get(bin_id, 0), names)

    def result(self, state: SortingState, context: ActivityContext) -> ActivityResult:
        material = context.material
        if not isinstance(material, Sorting):
            return ActivityResult()
        rows = [
            (item.text, self._told(Round.FIRST, item.id, state, material, context), second)
            for item in material.items
            if not (state.of(Round.FIRST, item.id).is_empty and state.of(Round.SECOND, item.id).is_empty)
            for second in [self._told(Round.SECOND, item.id, state, material, context)]
        ]
        if not rows:
            return ActivityResult()
        header = (
            translate("Sorting", "Situation"),
            translate("Sorting", "Före samtalet"),
            translate("Sorting", "Efter samtalet"),
        )
        return ActivityResult((TableBlock(header, tuple(rows), material.question),))

    def _told(
        self, round_: Round, situation: str, state: SortingState, material: Sorting, context: ActivityContext
    ) -> str:
        answers = state.of(round_, situation)
        parts = []
        for bin_ in material.bins:
            names = [g.name for g in context.groups if answers.groups.get(g.id) == bin_.id]
            count = answers.hands.get(bin_.id, 0)
            told = ", ".join([*names, *([str(count)] if count else [])])
            if told:
                parts.append(f"{bin_.title}: {told}")
        return "; ".join(parts)

    def chain(self, state: SortingState, context: ActivityContext) -> Chain | None:
        return None


def _key(round_: Round, situation: str) -> str:
    return f"{int(round_)}/{situation}"


def _with(state: SortingState, round_: Round, situation: str, answers: Answers) -> SortingState:
    return replace(state, answers={**state.answers, _key(round_, situation): answers})


def _need(material: Sorting, situation: str, bin_: str) -> None:
    if not any(i.id == situation for i in material.items):
        raise ActivityRefused("no_such_card")
    if bin_ and not any(b.id == bin_ for b in material.bins):
        raise ActivityRefused("no_such_option")


KIND = SortingTogether()
