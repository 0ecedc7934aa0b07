"""What the steps of the kind are called, and how a sick leave is told."""

from __future__ import annotations

from collections.abc import Iterator

from kompetens_gui.domain.activities.leaflet_together.events import LeafletState, LeafletStep
from kompetens_gui.domain.activities.leaflet_together.pages import pages
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.wording import translate


def stop_words(state: LeafletState, leaflet: Leaflet) -> Iterator[str]:
    """Name all steps in order: the person, each section, and each page of the whole."""
    yield translate("Leaflet", "Personen")
    yield from (section.heading for section in leaflet.sections)
    for page in pages(state, leaflet):
        whole = translate("Leaflet", "Läs högt: {heading}")
        told = whole if page.count == 1 else translate("Leaflet", "Läs högt: {heading}, sida {number}")
        yield told.format(heading=leaflet.sections[page.section].heading, number=page.number + 1)


def page_words(number: int, count: int) -> str:
    """Tell which page (from 0) of a long section it is; nothing for a section on one page."""
    if count == 1:
        return ""
    return translate("Leaflet", "Sida {number} av {count}.").format(number=number + 1, count=count)


def heading_word(step: LeafletStep, heading: str) -> str:
    """Head a step in the room: a section, and a page of it, by the section's heading."""
    return translate("Leaflet", "Personen") if step is LeafletStep.STORY else heading


def reader_words(group: str) -> str:
    """Tell who reads aloud."""
    if not group:
        return translate("Leaflet", "En av er läser högt.")
    return translate("Leaflet", "{group} läser högt.").format(group=group)


def not_written() -> str:
    return translate("Leaflet", "Den här delen är inte skriven än.")


def leave_words(degree: int, weeks: int) -> str:
    """Tell degree and time: "50 % i 3 veckor"."""
    words = (
        translate("Leaflet", "{degree} i 1 vecka") if weeks == 1 else translate("Leaflet", "{degree} i {weeks} veckor")
    )
    return words.format(degree=f"{degree}\N{NO-BREAK SPACE}%", weeks=weeks)
