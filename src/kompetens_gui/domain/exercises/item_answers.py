"""Answering knowledge items one by one: what is seen before and after an answer, and which answers can be given.

Shared by the kinds that ask such items. What is shown before an answer is a type of its own that cannot hold the key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from random import Random
from types import MappingProxyType

from kompetens_gui.domain.case import Source
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import AnsweredItem
from kompetens_gui.domain.study.questions import (
    ItemAnswer,
    ItemScore,
    KnowledgeItem,
    KnowledgeItemId,
    KnowledgeItemType,
    score_item,
)

LAST_DAY = 10_000


@dataclass(frozen=True)
class ItemAnswered:
    """An item was answered, for good."""

    item: KnowledgeItemId
    answer: ItemAnswer


@dataclass(frozen=True)
class ChoiceShown:
    """Something to choose or place. `key` is what goes back: an option's id, or an index as text."""

    key: str
    text: str


@dataclass(frozen=True)
class ItemView:
    """An item before it is answered. `choices` are mixed anew for each attempt.

    ONE and MANY: options by id. ORDER: steps by index. MATCH: `lefts` in order, right sides in `choices` by index.
    TIMELINE: the events in `lefts`; the answer is a day for each. NUMBER: `unit`.
    """

    id: KnowledgeItemId
    type: KnowledgeItemType
    text: str
    safety: bool
    lefts: tuple[str, ...] = ()
    choices: tuple[ChoiceShown, ...] = ()
    unit: str = ""


@dataclass(frozen=True)
class AnsweredView:
    """An item after it was answered: the score part by part, why, and where that stands."""

    shown: ItemView
    item: KnowledgeItem
    answer: ItemAnswer
    score: ItemScore
    feedback: str
    source: Source


@dataclass(frozen=True)
class Answers:
    """What has been answered so far, in the order of answering."""

    given: Mapping[KnowledgeItemId, ItemAnswer] = field(default_factory=lambda: MappingProxyType({}))

    def with_answer(self, event: ItemAnswered) -> "Answers":
        return Answers(MappingProxyType({**self.given, event.item: event.answer}))

    def has(self, item_id: KnowledgeItemId) -> bool:
        return item_id in self.given


def item_view(item: KnowledgeItem, seed: int) -> ItemView:
    """Return an item as it is asked, without its key."""
    lefts: tuple[str, ...] = ()
    match item.type:
        case KnowledgeItemType.ONE | KnowledgeItemType.MANY:
            choices = [ChoiceShown(o.id, o.text) for o in item.options]
        case KnowledgeItemType.ORDER:
            choices = [ChoiceShown(str(i), text) for i, text in enumerate(item.sequence)]
        case KnowledgeItemType.MATCH:
            choices = [ChoiceShown(str(i), pair.right) for i, pair in enumerate(item.pairs)]
            lefts = tuple(pair.left for pair in item.pairs)
        case _:
            choices = []
            lefts = tuple(event.text for event in item.events)
    _mix(choices, Random(f"{seed}:{item.id}"), must_move=item.type == KnowledgeItemType.ORDER)
    return ItemView(item.id, item.type, item.text, item.safety, lefts, tuple(choices), item.unit)


def _mix(choices: list[ChoiceShown], chance: Random, *, must_move: bool) -> None:
    """Mix the choices; steps to be put in order never stand in order from the start."""
    before = list(choices)
    chance.shuffle(choices)
    if must_move and choices == before and len(choices) > 1:
        choices.append(choices.pop(0))


def answered_view(item: KnowledgeItem, answer: ItemAnswer, seed: int) -> AnsweredView:
    """Return an item after its answer."""
    return AnsweredView(item_view(item, seed), item, answer, score_item(item, answer), item.feedback, item.source)


def check_answer(item: KnowledgeItem, answer: ItemAnswer) -> None:
    """Refuse what is no answer to this kind of item; an answer may be wrong, but not of another kind."""
    if not _fits(item, answer):
        raise ActivityRefused("no_such_answer")


def _fits(item: KnowledgeItem, answer: ItemAnswer) -> bool:
    places = answer.places
    match item.type:
        case KnowledgeItemType.ONE | KnowledgeItemType.MANY:
            known = {o.id for o in item.options}
            enough = len(answer.chosen) == 1 if item.type == KnowledgeItemType.ONE else bool(answer.chosen)
            return enough and set(answer.chosen) <= known and len(set(answer.chosen)) == len(answer.chosen)
        case KnowledgeItemType.ORDER:
            return sorted(places) == list(range(len(item.sequence)))
        case KnowledgeItemType.MATCH:
            return len(places) == len(item.pairs) and all(-1 <= p < len(item.pairs) for p in places)
        case KnowledgeItemType.TIMELINE:
            return len(places) == len(item.events) and all(0 <= p <= LAST_DAY for p in places)
        case KnowledgeItemType.NUMBER:
            return answer.number is not None and isfinite(answer.number)


def answered_items(items: tuple[KnowledgeItem, ...], answers: Answers) -> tuple[AnsweredItem, ...]:
    """Return what was answered, for the repetition."""
    return tuple(
        AnsweredItem(i.id, i.area, score_item(i, answers.given[i.id]).is_right) for i in items if answers.has(i.id)
    )
