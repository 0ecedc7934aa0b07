"""What the room may see of a leaflet that is written."""

from dataclasses import dataclass

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.leaflet_together.events import LeafletState, LeafletStep, group_of
from kompetens_gui.domain.activities.leaflet_together.pages import page_now, stop_now, stops
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection, WordsToAvoid


@dataclass(frozen=True)
class PointInRoom:
    """A point to check a section against; None while nobody has said. `again`: it was said of an earlier text."""

    text: str
    met: bool | None
    again: bool = False


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
class PageInRoom:
    """A page of a section as it is read aloud; sections and pages are counted from 0. `group` is who reads."""

    heading: str
    group: str
    section: int
    sections: int
    number: int
    count: int
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
    page: PageInRoom | None


def room_view(state: LeafletState, leaflet: Leaflet, context: ActivityContext) -> LeafletRoom:
    """Build the view: nothing of points or models but what an event has revealed."""
    step, order = state.step, stops(state, leaflet)
    begins = step is LeafletStep.STORY
    return LeafletRoom(
        context.item.title,
        step,
        order.index(stop_now(state, leaflet)),
        len(order),
        " ".join(leaflet.head.content_warning.split()) if begins else "",
        " ".join(leaflet.story.split()) if begins else "",
        leaflet.degree,
        leaflet.weeks,
        _section(state, leaflet, context) if step is LeafletStep.SECTION else None,
        _page(state, leaflet, context),
    )


def group_name(state: LeafletState, leaflet: Leaflet, number: int, context: ActivityContext) -> str:
    """Name the group that a section is written by, empty for the whole room."""
    names: dict[str, str] = {g.id: g.name for g in context.groups}
    return names.get(group_of(state, leaflet, number, context.groups), "")


def _page(state: LeafletState, leaflet: Leaflet, context: ActivityContext) -> PageInRoom | None:
    page = page_now(state, leaflet)
    if page is None:
        return None
    return PageInRoom(
        leaflet.sections[page.section].heading,
        group_name(state, leaflet, page.section, context),
        page.section,
        len(leaflet.sections),
        page.number,
        page.count,
        page.text,
    )


def _section(state: LeafletState, leaflet: Leaflet, context: ActivityContext) -> SectionInRoom:
    section: LeafletSection = leaflet.sections[state.number]
    text = state.texts.get(section.id, "")
    points = tuple(
        PointInRoom(point, state.is_met(section.id, n), state.look_again(section.id, n))
        for n, point in enumerate(section.points)
    )
    return SectionInRoom(
        section.heading,
        section.prompt,
        group_name(state, leaflet, state.number, context),
        text,
        leaflet.to_avoid_in(text),
        points if section.id in state.points else (),
        " ".join(section.model.split()) if section.id in state.models else "",
    )
