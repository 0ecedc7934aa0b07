"""What can happen while a group marks a certificate, and the state it gives."""

from dataclasses import dataclass, field
from enum import StrEnum

from kompetens_gui.domain.activities.base import CertificatePicture, RoomOnly, Round
from kompetens_gui.domain.case import Perspective, Sufficiency
from kompetens_gui.domain.chain import Chain, NodeId, SpanKind
from kompetens_gui.domain.chain_layout import ChainLayout
from kompetens_gui.domain.key_comparison import Difference
from kompetens_gui.domain.medical_certificate import FieldId


class RoomShows(StrEnum):
    """Which side of the work the room sees."""

    TEXT = "text"
    MARKS = "marks"
    CHAIN = "chain"


@dataclass(frozen=True)
class SpanMarked:
    """A span was marked as a kind; a node with the same id is replaced."""

    node: NodeId
    kind: SpanKind
    field: FieldId
    quote: str
    occurrence: int = 1


@dataclass(frozen=True)
class SlotMarkedMissing:
    """The group points at something that is missing, with the question it leaves open."""

    node: NodeId
    kind: SpanKind
    question: str


@dataclass(frozen=True)
class NodeRemoved:
    """A mark or an empty slot was taken away, with its links."""

    node: NodeId


@dataclass(frozen=True)
class NodesLinked:
    """`source` explains `target`."""

    source: NodeId
    target: NodeId


@dataclass(frozen=True)
class NodesUnlinked:
    """A link was taken away."""

    source: NodeId
    target: NodeId


@dataclass(frozen=True)
class SecondRoundOpened:
    """The talk is over; the first round is kept as it stands and the group may change its marks."""


@dataclass(frozen=True)
class RoomViewChosen:
    """What the room sees of the work."""

    shows: RoomShows


@dataclass(frozen=True)
class FieldBrought(RoomOnly):
    """The room is brought to the field the leader works in."""

    field: FieldId


@dataclass(frozen=True)
class KeyRevealed:
    """One perspective's key is laid over for the room to see."""

    perspective: Perspective


@dataclass(frozen=True)
class KeyHidden:
    """The key is taken off the room's picture again."""


@dataclass(frozen=True)
class ChainJudged:
    """The group's own verdict on a thin chain: it is enough anyway, and why."""

    sufficient_anyway: bool
    reason: str = ""


@dataclass(frozen=True)
class MarkState:
    """The group's chain now, the first round once it is closed, and what the room sees."""

    chain: Chain = field(default_factory=Chain)
    round: Round = Round.FIRST
    first: Chain | None = None
    shows: RoomShows = RoomShows.MARKS
    revealed: tuple[Perspective, ...] = ()
    shown_key: Perspective | None = None
    field: FieldId | None = None
    sufficient_anyway: bool = False
    reason: str = ""


@dataclass(frozen=True)
class RevealedKey:
    """A key as the room sees it after its reveal, with the differences to the group's chain."""

    perspective: Perspective
    chain: Chain
    layout: ChainLayout
    differences: tuple[Difference, ...]
    sufficiency: Sufficiency
    sufficient_anyway: bool
    reason: str


@dataclass(frozen=True)
class MarkRoom:
    """What the room sees. `key` is None until a key has been revealed."""

    picture: CertificatePicture
    chain: Chain
    layout: ChainLayout
    round: Round
    shows: RoomShows
    key: RevealedKey | None
    sufficient_anyway: bool
    reason: str
    field: FieldId | None = None


MARK_EVENTS: tuple[type, ...] = (
    SpanMarked,
    SlotMarkedMissing,
    NodeRemoved,
    NodesLinked,
    NodesUnlinked,
    SecondRoundOpened,
    RoomViewChosen,
    FieldBrought,
    KeyRevealed,
    KeyHidden,
    ChainJudged,
)
