"""What the steps of the kind are called, and how a sick leave is told."""

from __future__ import annotations

from kompetens_gui.domain.activities.leaflet_together.events import LeafletStep
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.wording import translate


def step_word(step: LeafletStep, number: int, leaflet: Leaflet) -> str:
    """Name a step; a section by its heading."""
    return leaflet.sections[number].heading if step is LeafletStep.SECTION else heading_word(step)


def heading_word(step: LeafletStep) -> str:
    """Name a step that there is one of."""
    return {
        LeafletStep.STORY: translate("Leaflet", "Personen"),
        LeafletStep.WHOLE: translate("Leaflet", "Hela bipacksedeln"),
    }.get(step, "")


def leave_words(degree: int, weeks: int) -> str:
    """Tell degree and time: "50 % i 3 veckor"."""
    words = (
        translate("Leaflet", "{degree} i 1 vecka") if weeks == 1 else translate("Leaflet", "{degree} i {weeks} veckor")
    )
    return words.format(degree=f"{degree}\N{NO-BREAK SPACE}%", weeks=weeks)
