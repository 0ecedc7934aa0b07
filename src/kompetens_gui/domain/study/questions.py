"""Knowledge items: short questions with feedback on every answer, drawn in rounds; and how an answer is scored."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from kompetens_gui.domain.case import Review, Source

KnowledgeItemId = NewType("KnowledgeItemId", str)


class KnowledgeItemType(StrEnum):
    """How an item is answered."""

    ONE = "one"
    MANY = "many"
    ORDER = "order"
    MATCH = "match"
    TIMELINE = "timeline"
    NUMBER = "number"


class KnowledgeLevel(StrEnum):
    """Whether an item asks for knowing or for using what one knows."""

    FOUNDATION = "foundation"
    APPLY = "apply"


@dataclass(frozen=True)
class AnswerOption:
    """One alternative of ONE and MANY."""

    id: str
    text: str
    correct: bool
    feedback: str
    source: Source | None = None


@dataclass(frozen=True)
class MatchPair:
    """A left side and the right side that belongs to it."""

    left: str
    right: str
    feedback: str = ""


@dataclass(frozen=True)
class DayEvent:
    """Something to be placed on its day of the rehabilitation chain."""

    text: str
    day: int
    feedback: str = ""


@dataclass(frozen=True)
class KnowledgeItem:
    """A question. Which of the parts are filled follows from `type`: options, sequence, pairs, events or answer."""

    id: KnowledgeItemId
    type: KnowledgeItemType
    area: str
    level: KnowledgeLevel
    modules: tuple[str, ...]
    family: str
    text: str
    feedback: str
    source: Source
    safety: bool = False
    rule_version: str = ""
    options: tuple[AnswerOption, ...] = ()
    sequence: tuple[str, ...] = ()
    pairs: tuple[MatchPair, ...] = ()
    events: tuple[DayEvent, ...] = ()
    answer: float | None = None
    unit: str = ""
    tolerance: float = 0


@dataclass(frozen=True)
class QuestionFile:
    """The items of one file and who stands for them."""

    id: str
    title: str
    review: Review
    items: tuple[KnowledgeItem, ...]


@dataclass(frozen=True)
class ItemAnswer:
    """What was answered.

    `chosen` holds option ids (ONE, MANY). `places` holds, for ORDER, the indices of `sequence` in the order they were
    put; for MATCH, for each left side the index of the chosen right side (-1 for none); for TIMELINE, the day each
    event was placed on. `number` is for NUMBER.
    """

    chosen: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    number: float | None = None


@dataclass(frozen=True)
class ScoredPart:
    """One part of an answer: an option, a step, a pair, an event or the number."""

    key: str
    right: bool
    feedback: str = ""


@dataclass(frozen=True)
class ItemScore:
    """How much of an item was right, 0 to 1, and which parts."""

    share: float
    parts: tuple[ScoredPart, ...]

    @property
    def is_right(self) -> bool:
        return self.share == 1


def score_item(item: KnowledgeItem, answer: ItemAnswer) -> ItemScore:
    """Return how much of the answer is right. An empty or odd answer is wrong, never an error."""
    return _SCORERS[item.type](item, answer)


def _one(item: KnowledgeItem, answer: ItemAnswer) -> ItemScore:
    parts = _option_parts(item, answer)
    return ItemScore(float(all(p.right for p in parts)), parts)


def _many(item: KnowledgeItem, answer: ItemAnswer) -> ItemScore:
    """Every right choice counts for, every wrong one against: choosing all, or none, gives nothing."""
    chosen = set(answer.chosen) & {o.id for o in item.options}
    correct = {o.id for o in item.options if o.correct}
    share = (len(chosen & correct) - len(chosen - correct)) / len(correct) if correct else 0.0
    return ItemScore(max(0.0, share), _option_parts(item, answer))


def _option_parts(item: KnowledgeItem, answer: ItemAnswer) -> tuple[ScoredPart, ...]:
    return tuple(ScoredPart(o.id, o.correct == (o.id in answer.chosen), o.feedback) for o in item.options)


def _order(item: KnowledgeItem, answer: ItemAnswer) -> ItemScore:
    """The longest run of steps that already stand in order is right; one step out of place costs one step."""
    count = len(item.sequence)
    placed = list(dict.fromkeys(p for p in answer.places if 0 <= p < count))
    standing = _longest_rising(placed)
    # A single step is always in order with itself, so it gives nothing.
    share = (len(standing) - 1) / (count - 1) if count > 1 and standing else 0.0
    if not share:
        standing = ()
    return ItemScore(share, tuple(ScoredPart(text, i in standing) for i, text in enumerate(item.sequence)))


def _longest_rising(numbers: list[int]) -> tuple[int, ...]:
    best: list[tuple[int, ...]] = []
    for i, number in enumerate(numbers):
        before = max((b for b, n in zip(best, numbers[:i], strict=True) if n < number), key=len, default=())
        best.append((*before, number))
    return max(best, key=len, default=())


def _match(item: KnowledgeItem, answer: ItemAnswer) -> ItemScore:
    rights = [p.right for p in item.pairs]
    parts = []
    for i, pair in enumerate(item.pairs):
        place = answer.places[i] if i < len(answer.places) else -1
        # Two left sides may share the same right side; then either copy of it is right.
        given = rights[place] if 0 <= place < len(rights) else None
        parts.append(ScoredPart(pair.left, given == pair.right, pair.feedback))
    return _by_parts(parts)


def _timeline(item: KnowledgeItem, answer: ItemAnswer) -> ItemScore:
    days: list[int | None] = [*answer.places, *[None] * len(item.events)]
    return _by_parts([ScoredPart(e.text, days[i] == e.day, e.feedback) for i, e in enumerate(item.events)])


def _number(item: KnowledgeItem, answer: ItemAnswer) -> ItemScore:
    given, wanted = answer.number, item.answer
    right = given is not None and wanted is not None and abs(given - wanted) <= item.tolerance
    return _by_parts([ScoredPart(item.unit, right)])


def _by_parts(parts: list[ScoredPart]) -> ItemScore:
    return ItemScore(sum(p.right for p in parts) / len(parts) if parts else 0.0, tuple(parts))


_SCORERS = {
    KnowledgeItemType.ONE: _one,
    KnowledgeItemType.MANY: _many,
    KnowledgeItemType.ORDER: _order,
    KnowledgeItemType.MATCH: _match,
    KnowledgeItemType.TIMELINE: _timeline,
    KnowledgeItemType.NUMBER: _number,
}
