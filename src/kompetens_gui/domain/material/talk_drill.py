"""A drill in how to talk: closed questions are made open, and a statement is met with a reflection."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.study.common import StudyContentHead


class DrillTask(StrEnum):
    """What is to be made of the line."""

    OPEN_QUESTION = "open_question"
    REFLECTION = "reflection"
    SUMMARY = "summary"
    ASK_LEAVE = "ask_leave"


@dataclass(frozen=True)
class DrillLine:
    """A line to work with: who says it to whom, models to compare with and what to look for."""

    id: str
    task: DrillTask
    situation: str
    line: str
    models: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(frozen=True)
class TalkDrill:
    """A whole drill."""

    head: StudyContentHead
    introduction: str
    lines: tuple[DrillLine, ...]
    leader_notes: str
