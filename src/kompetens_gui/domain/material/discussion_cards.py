"""A set of discussion cards on one subject."""

from dataclasses import dataclass

from kompetens_gui.domain.case import DiscussionCard
from kompetens_gui.domain.study.common import StudyContentHead


@dataclass(frozen=True)
class DiscussionCardSet:
    """Cards in the order they are best taken. `area` is one of the five areas of villkor 1.4 (1–5), 0 for none."""

    head: StudyContentHead
    area: int
    introduction: str
    cards: tuple[DiscussionCard, ...]
