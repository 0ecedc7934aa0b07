"""What can happen while a leaflet is written, and the state it leaves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kompetens_gui.domain.activities.base import RoomOnly
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSectionId
from kompetens_gui.domain.workshop.plan import SmallGroup


class LeafletStep(StrEnum):
    """What the room looks at."""

    STORY = "story"
    SECTION = "section"
    WHOLE = "whole"


@dataclass(frozen=True)
class LeafletStepShown(RoomOnly):
    """The room sees a step; `number` (from 0) says which section, or which page of the whole."""

    step: LeafletStep
    number: int = 0


@dataclass(frozen=True)
class SectionTaken:
    """A group writes a section; an empty group leaves it to the whole room."""

    section: LeafletSectionId
    group: str


@dataclass(frozen=True)
class SectionWritten:
    """A section as it stands now; an empty text takes it away."""

    section: LeafletSectionId
    text: str


@dataclass(frozen=True)
class PointChecked:
    """The room finds that a section meets a point (from 0), or not yet."""

    section: LeafletSectionId
    point: int
    met: bool


@dataclass(frozen=True)
class PointsShown(RoomOnly):
    """What to check a section against is seen in the room, or taken away."""

    section: LeafletSectionId
    shown: bool


@dataclass(frozen=True)
class ModelShown(RoomOnly):
    """One way to put a section is seen in the room, or taken away."""

    section: LeafletSectionId
    shown: bool


@dataclass(frozen=True)
class Answer:
    """What the room said of a point, and the text it said it of."""

    met: bool
    text: str


@dataclass(frozen=True)
class LeafletState:
    """The step at hand; texts and groups by section, answers by `section/point`, and what is revealed."""

    step: LeafletStep = LeafletStep.STORY
    number: int = 0
    texts: Mapping[LeafletSectionId, str] = field(default_factory=dict)
    taken: Mapping[LeafletSectionId, str] = field(default_factory=dict)
    checked: Mapping[str, Answer] = field(default_factory=dict)
    points: frozenset[LeafletSectionId] = frozenset()
    models: frozenset[LeafletSectionId] = frozenset()

    def is_met(self, section: LeafletSectionId, point: int) -> bool | None:
        """Return whether a section meets a point, None while nobody has said so of the text as it stands."""
        answer = self.checked.get(f"{section}/{point}")
        return answer.met if answer is not None and answer.text == self.texts.get(section, "") else None

    def look_again(self, section: LeafletSectionId, point: int) -> bool:
        """Tell whether a point was answered for another text than the one there is now."""
        return f"{section}/{point}" in self.checked and self.is_met(section, point) is None


def group_of(state: LeafletState, leaflet: Leaflet, number: int, groups: Sequence[SmallGroup]) -> str:
    """Return who writes a section: the groups take turns until the leader has said otherwise; empty for the room."""
    turn = groups[number % len(groups)].id if groups else ""
    return state.taken.get(leaflet.sections[number].id, turn)
