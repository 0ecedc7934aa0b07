"""What a check finds, and how much it weighs."""

from dataclasses import dataclass
from enum import Enum

from kompetens_gui.domain.errors import ContentProblem


class Weight(Enum):
    """ERROR stops a file; BLOCKS_READY stops it from being marked ready (a draft is only told); WARNING is advice."""

    ERROR = "error"
    BLOCKS_READY = "blocks_ready"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One thing found in a file that can be read."""

    weight: Weight
    problem: ContentProblem
