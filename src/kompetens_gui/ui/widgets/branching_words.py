"""What the parts of a branching case are called."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.study.branching_case import Actor, EndKind, Track

translate = QCoreApplication.translate
TRACK_ICONS: Final = {Track.MEDICAL: "heart", Track.SOCIAL: "users", Track.ECONOMIC: "money"}
_MUCH: Final = 3


def track_name(track: Track) -> str:
    return {
        Track.MEDICAL: translate("Branching", "Medicinskt"),
        Track.SOCIAL: translate("Branching", "Socialt"),
        Track.ECONOMIC: translate("Branching", "Ekonomiskt"),
    }[track]


def actor_name(actor: Actor) -> str:
    """Return who stands before the choice."""
    return {
        Actor.PHYSICIAN: translate("Branching", "Läkaren"),
        Actor.COORDINATOR: translate("Branching", "Koordinatorn"),
        Actor.CASE_OFFICER: translate("Branching", "Handläggaren"),
        Actor.EMPLOYER: translate("Branching", "Arbetsgivaren"),
        Actor.PERSON: translate("Branching", "Personen själv"),
        Actor.OTHER_CARE: translate("Branching", "Annan vård"),
    }[actor]


def end_name(end: EndKind) -> str:
    """Return how a life came out, in a word or two."""
    return {
        EndKind.RETURN_FULL: translate("Branching", "Tillbaka på heltid"),
        EndKind.RETURN_PARTIAL: translate("Branching", "Tillbaka på deltid"),
        EndKind.OTHER_WORK: translate("Branching", "Annat arbete"),
        EndKind.TRANSITION: translate("Branching", "På väg mot något nytt"),
        EndKind.UNCLEAR: translate("Branching", "Ännu öppet"),
    }[end]


def change_word(before: int, now: int) -> str:
    """Say in a word or two how a track moved."""
    steps = now - before
    if steps == 0:
        return translate("Branching", "Oförändrat")
    if steps > 0:
        words = (
            translate("Branching", "Något bättre"),
            translate("Branching", "Bättre"),
            translate("Branching", "Mycket bättre"),
        )
    else:
        words = (
            translate("Branching", "Något sämre"),
            translate("Branching", "Sämre"),
            translate("Branching", "Mycket sämre"),
        )
    return words[min(abs(steps), _MUCH) - 1]


def day_name(day: int) -> str:
    return translate("Branching", "Dag {day}").format(day=day)
