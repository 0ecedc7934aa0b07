"""What the room may see of a leaflet that is written."""

from dataclasses import dataclass

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.leaflet_together.events import LeafletState, LeafletStep, group_of, steps
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection, WordsToAvoid


@dataclass(frozen=True)
class PointInRoom:
    """A point to check a section against; None while nobody has said."""

    text: str
    met: bool | None


@dataclass(frozen=True)
class SectionInRoom:
    """A section; `avoid` is advice on words that its text has, points and model are empty until shown."""

    heading: str
    prompt: str
    group: str
    text: str
    avoid: tuple[WordsToAvoid, ...]
    points: tuple[PointInRoom, ...]
    model: str


@dataclass(frozen=True)
class PartOfWhole:
    """A section as it is read aloud."""

    heading: str
    text: str


@dataclass(frozen=True)
class LeafletRoom:
    """One step; what belongs to other steps is empty."""

    title: str
    step: LeafletStep
    at: int
    count: int
    warning: str
    story: str
    degree: int
    weeks: int
    section: SectionInRoom | None
    whole: tuple[PartOfWhole, ...]


def room_view(state: LeafletState, leaflet: Leaflet, context: ActivityContext) -> LeafletRoom:
    """Build the view: nothing of points or models but what an event has revealed."""
    step, order = state.step, steps(leaflet)
    begins = step is LeafletStep.STORY
    return LeafletRoom(
        context.item.title,
        step,
        order.index((step, state.number)),
        len(order),
        " ".join(leaflet.head.content_warning.split()) if begins else "",
        " ".join(leaflet.story.split()) if begins else "",
        leaflet.degree,
        leaflet.weeks,
        _section(state, leaflet, context) if step is LeafletStep.SECTION else None,
        tuple(PartOfWhole(s.heading, state.texts.get(s.id, "")) for s in leaflet.sections)
        if step is LeafletStep.WHOLE
        else (),
    )


def _section(state: LeafletState, leaflet: Leaflet, context: ActivityContext) -> SectionInRoom:
    section: LeafletSection = leaflet.sections[state.number]
    names: dict[str, str] = {g.id: g.name for g in context.groups}
    text = state.texts.get(section.id, "")
    points = tuple(PointInRoom(point, state.is_met(section.id, n)) for n, point in enumerate(section.points))
    return SectionInRoom(
        section.heading,
        section.prompt,
        names.get(group_of(state, leaflet, state.number, context.groups), ""),
        text,
        leaflet.to_avoid_in(text),
        points if section.id in state.points else (),
        " ".join(section.model.split()) if section.id in state.models else "",
    )
