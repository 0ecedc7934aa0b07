"""The leaflet as it is read aloud: a section at a time, a long one on several pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kompetens_gui.domain.activities.leaflet_together.events import LeafletState, LeafletStep
from kompetens_gui.domain.study.leaflet import Leaflet

LONGEST_PAGE = 420
COST_OF_LINE = 60
"""What the end of a paragraph takes of a page, in characters: the rest of its line, and the gap."""

Stop = tuple[LeafletStep, int]


@dataclass(frozen=True)
class Page:
    """A page of a section (both from 0) of `count`; the text is empty while the section is not written."""

    section: int
    number: int
    count: int
    text: str


def pages(state: LeafletState, leaflet: Leaflet) -> tuple[Page, ...]:
    """Return the whole leaflet, page by page."""
    found: list[Page] = []
    for at, section in enumerate(leaflet.sections):
        texts = tuple(split(state.texts.get(section.id, ""))) or ("",)
        found += (Page(at, number, len(texts), text) for number, text in enumerate(texts))
    return tuple(found)


def stops(state: LeafletState, leaflet: Leaflet) -> tuple[Stop, ...]:
    """Return all steps in order; the whole has one for each page."""
    sections = ((LeafletStep.SECTION, n) for n in range(len(leaflet.sections)))
    whole = ((LeafletStep.WHOLE, n) for n in range(len(pages(state, leaflet))))
    return ((LeafletStep.STORY, 0), *sections, *whole)


def stop_now(state: LeafletState, leaflet: Leaflet) -> Stop:
    """Return where we are: on the last page when undoing has made the leaflet shorter than the page looked at."""
    if state.step is not LeafletStep.WHOLE:
        return state.step, state.number
    return state.step, min(state.number, len(pages(state, leaflet)) - 1)


def page_now(state: LeafletState, leaflet: Leaflet) -> Page | None:
    """Return the page that is read aloud, if any."""
    step, number = stop_now(state, leaflet)
    return pages(state, leaflet)[number] if step is LeafletStep.WHOLE else None


def split(text: str) -> Iterator[str]:
    """Share a text between pages: at paragraphs, else at sentences, else at words. Nothing is left out."""
    page, taken = "", 0
    for paragraph in filter(None, (" ".join(line.split()) for line in text.splitlines())):
        ends = COST_OF_LINE
        for piece in _pieces(paragraph):
            if page and taken + ends + len(piece) > LONGEST_PAGE:
                yield page
                page, taken = "", 0
            between = ("\n\n" if ends else " ") if page else ""
            page += between + piece
            taken += ends + len(piece) + 1
            ends = 0
    if page:
        yield page


def _pieces(paragraph: str) -> Iterator[str]:
    """Give the sentences of a paragraph; one that is longer than a page in parts."""
    for sentence in re.split(r"(?<=[.!?…]) +", paragraph):
        rest = sentence
        while len(rest) > LONGEST_PAGE - COST_OF_LINE:
            cut = rest.rfind(" ", 0, LONGEST_PAGE - COST_OF_LINE)
            at = cut if cut > 0 else LONGEST_PAGE - COST_OF_LINE
            yield rest[:at]
            rest = rest[at:].lstrip()
        if rest:
            yield rest
