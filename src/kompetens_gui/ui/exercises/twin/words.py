"""How a day is written."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale


def day_words(day: QDate) -> str:
    """Write a day as people do: "12 november 2026"."""
    return QLocale().toString(day, "d MMMM yyyy")
