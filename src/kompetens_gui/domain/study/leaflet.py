"""The leaflet that goes with a sick leave, as one goes with a medicine: why, how, effects, self-care, contact, end."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.study.common import StudyContentHead


class LeafletSectionId(StrEnum):
    """The parts of the leaflet."""

    WHY = "why"
    HOW = "how"
    EFFECTS = "effects"
    SELF = "self"
    CONTACT = "contact"
    ENDS = "ends"


@dataclass(frozen=True)
class LeafletSection:
    """What to write, points to check it against and one way to put it."""

    id: LeafletSectionId
    heading: str
    prompt: str
    points: tuple[str, ...]
    model: str


@dataclass(frozen=True)
class WordsToAvoid:
    """Words that close a talk, and what to say instead."""

    words: str
    advice: str


@dataclass(frozen=True)
class Leaflet:
    """A whole leaflet exercise."""

    head: StudyContentHead
    story: str
    degree: int
    weeks: int
    sections: tuple[LeafletSection, ...]
    avoid: tuple[WordsToAvoid, ...]

    def to_avoid_in(self, text: str) -> tuple[WordsToAvoid, ...]:
        """Return the advice that a text gives reason for."""
        said = " ".join(text.split())
        return tuple(
            a for a in self.avoid if re.search(rf"\b{re.escape(' '.join(a.words.split()))}\b", said, re.IGNORECASE)
        )
