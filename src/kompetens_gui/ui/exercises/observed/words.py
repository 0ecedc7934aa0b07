"""What the steps of the observer's scales mean."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.exercises.observed import HIGHEST_POINT, HIGHEST_RATING

translate = QCoreApplication.translate


def point_words() -> tuple[str, ...]:
    """Return how much was seen of a point, from 0."""
    words = (
        translate("Observed", "Syntes inte"),
        translate("Observed", "Syntes lite"),
        translate("Observed", "Syntes tydligt"),
    )
    assert len(words) == HIGHEST_POINT + 1
    return words


def rating_words() -> tuple[str, ...]:
    """Return the anchors of the whole, from 0."""
    words = (
        translate("Observed", "Inget av det vi tittade efter syntes"),
        translate("Observed", "Enstaka delar syntes"),
        translate("Observed", "Ungefär hälften syntes"),
        translate("Observed", "Det mesta syntes, och samtalet höll ihop"),
        translate("Observed", "Nästan allt syntes, i lugn takt"),
        translate("Observed", "Allt syntes, också när det blev svårt"),
    )
    assert len(words) == HIGHEST_RATING + 1
    return words
