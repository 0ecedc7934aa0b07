"""What the kinds of marking are called, wherever a person reads it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def kind_word(kind: str) -> str:
    """Return the word for a kind: "Funktionsnedsättning" for F."""
    return {
        "D": translate("Kinds", "Diagnos"),
        "F": translate("Kinds", "Funktionsnedsättning"),
        "A": translate("Kinds", "Aktivitetsbegränsning"),
        "W": translate("Kinds", "Arbetsuppgift"),
        "B": translate("Kinds", "Underlag"),
    }[kind]


def short_kind_word(kind: str) -> str:
    """Return a shorter word for a kind, for narrow places: "Funktion" for F."""
    return {
        "D": translate("Kinds", "Diagnos"),
        "F": translate("Kinds", "Funktion"),
        "A": translate("Kinds", "Aktivitet"),
        "W": translate("Kinds", "Arbete"),
        "B": translate("Kinds", "Underlag"),
    }[kind]
