"""What a protocol says, frozen. Papers draw it as it stands: nothing is looked up or left out later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    BeforeAfterBlock,
    Block,
    ChainBlock,
    ListBlock,
    TableBlock,
    TextBlock,
)
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.domain.workshop.plan import Facilitator, Role


@dataclass(frozen=True)
class RoleCount:
    """How many of a profession took part."""

    role: Role
    count: int


@dataclass(frozen=True)
class ProtocolActivity:
    """One item of the agenda; `used_minutes` is None when the group never came to it."""

    title: str
    planned_minutes: int
    used_minutes: int | None
    case_title: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class QuestionGroup:
    """Captured questions of one category."""

    category: QuestionCategory
    texts: tuple[str, ...]


@dataclass(frozen=True)
class ProtocolData:
    """`starts_at` and `ends_at` are moments with zone, or wall-clock times without; see `documents.words.local`.

    `names_replaced` and `numbers_removed` tell how much was taken out of what people had written.
    """

    title: str
    organisation: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    unit: str = ""
    place: str = ""
    purpose: str = ""
    target_group: str = ""
    leaders: tuple[Facilitator, ...] = ()
    people: tuple[RoleCount, ...] = ()
    activities: tuple[ProtocolActivity, ...] = ()
    questions: tuple[QuestionGroup, ...] = ()
    takeaways: tuple[str, ...] = ()
    names_replaced: int = 0
    numbers_removed: int = 0

    @property
    def planned_minutes(self) -> int:
        return sum(a.planned_minutes for a in self.activities)

    @property
    def used_minutes(self) -> int:
        return sum(a.used_minutes or 0 for a in self.activities)

    @property
    def participants(self) -> int:
        return sum(p.count for p in self.people)

    def texts(self) -> Iterator[str]:
        """Yield every text but the names of the leaders, who stand in the protocol on purpose."""
        yield from (self.title, self.organisation, self.unit, self.place, self.purpose, self.target_group)
        for activity in self.activities:
            yield activity.title
            yield activity.case_title
            for block in activity.blocks:
                yield from block_texts(block)
        for group in self.questions:
            yield from group.texts
        yield from self.takeaways


def block_texts(block: Block) -> Iterator[str]:
    """Yield every text of a block."""
    yield block.label
    match block:
        case TextBlock(text):
            yield text
        case ListBlock(items):
            yield from items
        case TableBlock(header, rows):
            yield from header
            for row in rows:
                yield from row
        case BeforeAfterBlock(before, after):
            yield before
            yield after
        case ChainBlock(chain):
            yield from (node.text for node in chain.nodes)
