"""Discussion: question cards, a timer, pairs or groups, and the points that are captured."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    ListBlock,
    setting_material,
    setting_number,
    setting_text,
    setting_texts,
)
from kompetens_gui.domain.case import DiscussionCard
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.wording import translate

LONGEST_TEXT = 400
LONGEST_TIMER = 3600


class Grouping(StrEnum):
    """Who talks with whom."""

    WHOLE = "whole"
    PAIRS = "pairs"
    GROUPS = "groups"


@dataclass(frozen=True)
class CardShown:
    """The room sees a question card (from 0)."""

    card: int


@dataclass(frozen=True)
class GroupingChosen:
    """The group talks as a whole, in pairs or in small groups."""

    grouping: Grouping


@dataclass(frozen=True)
class TalkTimerStarted:
    """A timer of so many seconds is shown in the room."""

    seconds: int


@dataclass(frozen=True)
class TalkTimerStopped:
    """The timer is taken away."""


@dataclass(frozen=True)
class PointCaptured:
    """A point from the talk; one with the same id is replaced, an empty text removes it."""

    point: str
    text: str
    card: int = 0


@dataclass(frozen=True)
class CapturedPoint:
    """A point and the card it was said to."""

    id: str
    text: str
    card: int


@dataclass(frozen=True)
class DiscussionState:
    """The card on show, how the group is divided, the timer and the points so far."""

    card: int = 0
    grouping: Grouping = Grouping.WHOLE
    timer_started: datetime | None = None
    timer_seconds: int = 0
    points: tuple[CapturedPoint, ...] = ()


@dataclass(frozen=True)
class DiscussionRoom:
    """What the room sees; hints stay with the leader."""

    title: str
    question: str
    card: int
    cards: int
    grouping: Grouping
    timer_started: datetime | None
    timer_seconds: int
    points: tuple[str, ...]


class Discussion:
    """Rules of the kind."""

    id = "discussion"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.DISCUSSION_CARDS,)
    needs_material = False
    default_minutes = 10
    events = (CardShown, GroupingChosen, TalkTimerStarted, TalkTimerStopped, PointCaptured)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_texts(settings, "cards", self.id)
        setting_number(settings, "minutes_timer", self.id, 0)
        setting_material(settings, self.id, self.material_kinds)
        if setting_text(settings, "grouping", self.id, Grouping.WHOLE) not in list(Grouping):
            raise InvalidSettings(self.id, "grouping")

    def start(self, context: ActivityContext) -> DiscussionState:
        return DiscussionState(grouping=Grouping(str(context.item.settings.get("grouping", Grouping.WHOLE))))

    def cards(self, context: ActivityContext) -> tuple[DiscussionCard, ...]:
        """Return the item's own cards, else those of its set, else the case's, else one open question."""
        own = setting_texts(context.item.settings, "cards", self.id)
        if own:
            return tuple(DiscussionCard(f"card-{i}", text) for i, text in enumerate(own, 1))
        if isinstance(context.material, DiscussionCardSet):
            return context.material.cards
        if context.case and context.case.discussion:
            return context.case.discussion
        return (DiscussionCard("open", translate("Discussion", "Vad ser ni, och vad vill ni fråga mer om?")),)

    def check(self, state: DiscussionState, event: object, context: ActivityContext) -> None:
        match event:
            case CardShown(card):
                if not 0 <= card < len(self.cards(context)):
                    raise ActivityRefused("no_such_card")
            case TalkTimerStarted(seconds):
                if not 0 < seconds <= LONGEST_TIMER:
                    raise ActivityRefused("no_such_time")
            case PointCaptured(_, text, _):
                if len(text) > LONGEST_TEXT:
                    raise ActivityRefused("text_too_long")
            case GroupingChosen() | TalkTimerStopped():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: DiscussionState, event: object, at: datetime, context: ActivityContext) -> DiscussionState:
        match event:
            case CardShown(card):
                return replace(state, card=card)
            case GroupingChosen(grouping):
                return replace(state, grouping=grouping)
            case TalkTimerStarted(seconds):
                return replace(state, timer_started=at, timer_seconds=seconds)
            case TalkTimerStopped():
                return replace(state, timer_started=None, timer_seconds=0)
            case PointCaptured(point, text, card):
                return replace(state, points=_with_point(state.points, CapturedPoint(point, text.strip(), card)))
        return state

    def room(self, state: DiscussionState, context: ActivityContext) -> DiscussionRoom:
        cards = self.cards(context)
        card = min(state.card, len(cards) - 1)
        return DiscussionRoom(
            context.item.title,
            cards[card].text,
            card,
            len(cards),
            state.grouping,
            state.timer_started,
            state.timer_seconds,
            tuple(p.text for p in state.points),
        )

    def result(self, state: DiscussionState, context: ActivityContext) -> ActivityResult:
        if not state.points:
            return ActivityResult()
        cards = self.cards(context)
        blocks = []
        for index in dict.fromkeys(p.card for p in state.points):
            label = cards[index].text if index < len(cards) else ""
            blocks.append(ListBlock(tuple(p.text for p in state.points if p.card == index), label))
        return ActivityResult(tuple(blocks))

    def chain(self, state: DiscussionState, context: ActivityContext) -> Chain | None:
        return None


def _with_point(points: tuple[CapturedPoint, ...], point: CapturedPoint) -> tuple[CapturedPoint, ...]:
    if not point.text:
        return tuple(p for p in points if p.id != point.id)
    if any(p.id == point.id for p in points):
        return tuple(point if p.id == point.id else p for p in points)
    return (*points, point)


KIND = Discussion()
