"""The fingers in order, and how a day is written."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QDate, QLocale

FINGERS: Final = (1, 2, 3, 4, 5)


def day_words(day: QDate) -> str:
    """Write a day as people do: "12 november 2026"."""
    return QLocale().toString(day, "d MMMM yyyy")
