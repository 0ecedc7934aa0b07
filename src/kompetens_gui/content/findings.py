"""What a check finds, and how much it weighs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from kompetens_gui.domain.case import CaseStatus
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


def weighed(found: Iterable[Finding], status: CaseStatus) -> tuple[list[ContentProblem], list[ContentProblem]]:
    """Return errors and warnings in order of line. Only what is ready is stopped by what blocks publication."""
    errors: list[ContentProblem] = []
    warnings: list[ContentProblem] = []
    for finding in found:
        blocks = finding.weight == Weight.BLOCKS_READY and status == CaseStatus.READY
        (errors if blocks or finding.weight == Weight.ERROR else warnings).append(finding.problem)
    errors.sort(key=lambda p: p.line)
    warnings.sort(key=lambda p: p.line)
    return errors, warnings
