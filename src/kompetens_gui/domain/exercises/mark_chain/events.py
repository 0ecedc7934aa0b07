"""What can happen while a learner marks a certificate, and what is seen of it."""

from dataclasses import dataclass, field
from enum import IntEnum

from kompetens_gui.domain.activities.base import CertificatePicture
from kompetens_gui.domain.activities.mark_chain.events import (
    ChainJudged,
    KeyRevealed,
    MarkState,
    NodeRemoved,
    NodesLinked,
    NodesUnlinked,
    RevealedKey,
    SlotMarkedMissing,
    SpanMarked,
)
from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.chain_layout import ChainLayout

MARK_EVENTS: tuple[type, ...] = (
    SpanMarked,
    SlotMarkedMissing,
    NodeRemoved,
    NodesLinked,
    NodesUnlinked,
    ChainJudged,
    KeyRevealed,
)


class FeedbackLevel(IntEnum):
    """How much a comparison tells while the learner is still marking."""

    WORKED_EXAMPLE = 1
    DIFFERENCES = 2
    PER_CENT = 3
    NONE = 4


@dataclass(frozen=True)
class MarkingState:
    """The room's state of marking. `compared` is the chain as it stood at the last comparison."""

    marks: MarkState = field(default_factory=MarkState)
    compared: Chain | None = None

    @property
    def is_closed(self) -> bool:
        """Whether a key has been laid over: the chain is then what the learner answered."""
        return bool(self.marks.revealed)


@dataclass(frozen=True)
class KeyHit:
    """How much of one perspective's D, F and A the learner has found; a reasonable alternative counts as found."""

    perspective: Perspective
    found: int
    of: int

    @property
    def share(self) -> float:
        return self.found / self.of if self.of else 1.0


@dataclass(frozen=True)
class MarkingView:
    """What the learner sees.

    `example` is there at level 1 from the start; `differences` after a comparison at level 2; `best` (the perspective
    that is nearest) after one at levels 1 to 3. `keys` are those laid over, with the reasons of each perspective.
    `perspectives` can be laid over once something has been compared.
    """

    picture: CertificatePicture
    chain: Chain
    layout: ChainLayout
    level: FeedbackLevel
    example: RevealedKey | None
    best: KeyHit | None
    differences: tuple[RevealedKey, ...]
    keys: tuple[RevealedKey, ...]
    perspectives: tuple[Perspective, ...]
    is_compared: bool
    is_closed: bool
    sufficient_anyway: bool
    reason: str
