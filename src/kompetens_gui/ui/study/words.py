"""Words of the study pages: kinds of exercises, times, counts, dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.services.evidence_words import exercise_words

translate = QCoreApplication.translate
HOUR = 60
_SMALL = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def kind_word(kind: str) -> str:
    """Return what a kind of exercise is called in a list."""
    return exercise_words(kind).name


def kind_icon(kind: str) -> str:
    """Return the icon of a kind of exercise."""
    return exercise_words(kind).icon


def counted_part(kind: str) -> str:
    """Return the words for what is counted in the head of an exercise: "Fråga 6 av 10"."""
    return exercise_words(kind).part or translate("Study", "Del {number} av {count}")


def minutes_word(minutes: int) -> str:
    """Return "12 min"."""
    return translate("Study", "{minutes} min").format(minutes=minutes)


def long_time(minutes: int) -> str:
    """Return a time to plan by, never more exact than it is: "ungefär 2 timmar", "40 minuter"."""
    if minutes < HOUR:
        return (
            translate("Study", "{minutes} minuter").format(minutes=minutes)
            if minutes != 1
            else translate("Study", "1 minut")
        )
    hours = max(1, round(minutes / HOUR))
    return (
        translate("Study", "ungefär en timme")
        if hours == 1
        else translate("Study", "ungefär {hours} timmar").format(hours=hours)
    )


def small_number(number: int, *, neuter: bool = False) -> str:
    """Return a number up to twelve as a word: "två". `neuter` says "ett" for one."""
    if number == 1 and neuter:
        return "ett"
    return _SMALL[number] if 0 <= number < len(_SMALL) else str(number)


def listed(names: Sequence[str]) -> str:
    """Return "Samtalet, Möten och Avslut"."""
    if len(names) < 2:
        return "".join(names)
    return translate("Study", "{names} och {last}").format(names=", ".join(names[:-1]), last=names[-1])


def long_date(day: date) -> str:
    """Return "12 november 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def path_line(path: LearningPath) -> str:
    """Return the line under a path's title: how much it is, and that there is no hurry."""
    count = len(path.first_time_modules)
    modules = (
        translate("Study", "En modul")
        if count == 1
        else translate("Study", "{count} moduler").format(count=capital(small_number(count)))
    )
    return translate("Study", "{modules}, {time}. Du läser i din egen takt.").format(
        modules=modules, time=long_time(path.hours * HOUR)
    )
