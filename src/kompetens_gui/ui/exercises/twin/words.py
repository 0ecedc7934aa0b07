"""What the five fingers stand for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kompetens_gui.domain.case import Source

translate = QCoreApplication.translate
FINGERS: Final = (1, 2, 3, 4, 5)


def finger_name(finger: int) -> str:
    return {
        1: translate("Twin", "Psykisk ohälsa"),
        2: translate("Twin", "Levnadsvanor"),
        3: translate("Twin", "Våld och otrygghet"),
        4: translate("Twin", "Arbete och arbetsgivare"),
        5: translate("Twin", "Åtgärd"),
    }[finger]


def day_words(day: QDate) -> str:
    """Write a day as people do: "12 november 2026"."""
    return QLocale().toString(day, "d MMMM yyyy")


def source_words(source: Source) -> str:
    """Return "Källa: …", with how certain it is."""
    where = ", ".join(part for part in (source.title, source.section, str(source.dated or "")) if part)
    certainty = {
        "certain": translate("Twin", "Säker uppgift."),
        "probable": translate("Twin", "Trolig uppgift."),
    }.get(source.certainty, translate("Twin", "Behöver kontrolleras."))
    return translate("Twin", "Källa: {where}. {certainty}").format(where=where, certainty=certainty)
