"""What does the number not measure? A small table or diagram, and what can and cannot be said from it."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.study.common import StudyContentHead


class FigureKind(StrEnum):
    """How the numbers are drawn."""

    TABLE = "table"
    BARS = "bars"
    LINE = "line"


@dataclass(frozen=True)
class Series:
    """Numbers of one group, one for each column."""

    title: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Figure:
    """A small table or diagram. `unit` is shown after numbers, `caution` always beside the figure."""

    kind: FigureKind
    title: str
    columns: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    caution: str


@dataclass(frozen=True)
class Statement:
    """Something said from the numbers: whether it holds, and why."""

    id: str
    text: str
    holds: bool
    why: str


@dataclass(frozen=True)
class MeasureLimits:
    """A whole exercise."""

    head: StudyContentHead
    claim: str
    figure: Figure
    statements: tuple[Statement, ...]
    not_measured: tuple[str, ...]
    questions: tuple[str, ...]
    leader_notes: str
