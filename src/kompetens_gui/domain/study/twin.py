"""Twin versions of one story: the same but for name and pronouns, to see one's own answers differ, or not."""

from collections.abc import Mapping
from dataclasses import dataclass

from kompetens_gui.domain.case import Sex, Source
from kompetens_gui.domain.study.common import StudyContentHead


@dataclass(frozen=True)
class TwinVersion:
    """One of the two."""

    key: str
    name: str
    age: int
    sex: Sex
    text: str


@dataclass(frozen=True)
class TwinOption:
    """An answer. None is right or wrong."""

    id: str
    text: str


@dataclass(frozen=True)
class TwinQuestion:
    """Asked about each version. `finger` 1–5: mental ill-health, habits, violence, work and employer, measure."""

    id: str
    finger: int
    text: str
    options: tuple[TwinOption, ...]


@dataclass(frozen=True)
class TwinFact:
    """Something that is known, told after both versions are answered."""

    text: str
    source: Source


@dataclass(frozen=True)
class TwinCase:
    """Both versions, the questions and what is talked about after."""

    head: StudyContentHead
    versions: tuple[TwinVersion, ...]
    questions: tuple[TwinQuestion, ...]
    reflection: tuple[str, ...]
    facts: tuple[TwinFact, ...]


def differing(case: TwinCase, first: Mapping[str, str], second: Mapping[str, str]) -> tuple[TwinQuestion, ...]:
    """Return the questions that were answered for both versions, but not alike."""
    both = (q for q in case.questions if q.id in first and q.id in second)
    return tuple(q for q in both if first[q.id] != second[q.id])
