"""What perspectives and verdicts are called, wherever a person reads it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.case import Perspective, Sufficiency

translate = QCoreApplication.translate


def perspective_name(perspective: Perspective) -> str:
    """Return what a perspective is called on a button."""
    return {
        Perspective.ADVISER: translate("Perspective", "FMR"),
        Perspective.CASE_OFFICER: translate("Perspective", "Handläggare"),
        Perspective.PHYSICIAN: translate("Perspective", "Läkare"),
    }[perspective]


def sufficiency_word(sufficiency: Sufficiency, *, anyway: bool = False) -> str:
    """Return a verdict in a word or two."""
    if anyway:
        return translate("Vote", "Räcker ändå")
    return {
        Sufficiency.SUFFICIENT: translate("Vote", "Räcker"),
        Sufficiency.INSUFFICIENT: translate("Vote", "Räcker inte"),
        Sufficiency.DEPENDS: translate("Vote", "Beror på"),
    }[sufficiency]
