"""Dates, times and names of checks as the overview says them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate
_SWEDISH: Final = QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden)
_MORNING, _DAY, _EVENING = 5, 10, 18
_WEEK = 7


class CheckWords(NamedTuple):
    """A line of the checklist when it is done and when it is not, and the link that leads to mending it."""

    done: str
    todo: str
    link: str


def greeting(name: str, now: datetime) -> str:
    """Give "God morgon, Karin": first name only, and none when no name is known."""
    if _MORNING <= now.hour < _DAY:
        word = translate("Home", "God morgon")
    elif now.hour >= _EVENING or now.hour < _MORNING:
        word = translate("Home", "God kväll")
    else:
        word = translate("Home", "Hej")
    first = name.split()[0] if name.split() else ""
    return translate("Home", "{greeting}, {name}").format(greeting=word, name=first) if first else word


def whole_date(day: datetime) -> str:
    """Give "Söndag 22 november 2026, vecka 47"."""
    text = _formatted(day, "dddd d MMMM yyyy")
    return translate("Home", "{date}, vecka {week}").format(
        date=text[:1].upper() + text[1:], week=day.isocalendar().week
    )


def day_word(day: datetime, now: datetime) -> str:
    """Give a day as people say it in the middle of a sentence: "i dag", "i morgon", "torsdag 26 november"."""
    distance = (day.date() - now.date()).days
    near = {
        -1: translate("Home", "i går"),
        0: translate("Home", "i dag"),
        1: translate("Home", "i morgon"),
    }
    if distance in near:
        return near[distance]
    if 0 < distance < _WEEK or day.year == now.year:
        return _formatted(day, "dddd d MMMM")
    return _formatted(day, "d MMMM yyyy")


def short_date(day: datetime, now: datetime) -> str:
    """Give "4 nov", with the year when it is another."""
    return _formatted(day, "d MMM" if day.year == now.year else "d MMM yyyy").replace(".", "")


def clock(moment: datetime) -> str:
    return f"{moment.hour}.{moment.minute:02d}" if moment.hour > 9 else f"{moment.hour:02d}.{moment.minute:02d}"


def time_span(start: datetime, minutes: int) -> str:
    """Give "13.00–14.30", or the start alone when no length is known."""
    return f"{clock(start)}–{clock(start + timedelta(minutes=minutes))}" if minutes else clock(start)


def time_left(start: datetime, now: datetime) -> tuple[str, str]:
    """Give the words before a countdown and the countdown: ("Börjar om", "3 tim 48 min")."""
    minutes = round((start - now).total_seconds() / 60)
    if minutes > 0:
        return translate("Home", "Börjar om"), duration(minutes)
    if minutes == 0:
        return "", translate("Home", "Börjar nu")
    return translate("Home", "Skulle ha börjat för"), translate("Home", "{time} sedan").format(time=duration(-minutes))


def duration(minutes: int) -> str:
    """Give "3 tim 48 min", "45 min", "2 dagar"."""
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return translate("Home", "{count} dagar").format(count=round(hours / 24))
    if hours and rest:
        return translate("Home", "{hours} tim {minutes} min").format(hours=hours, minutes=rest)
    if hours:
        return translate("Home", "{hours} tim").format(hours=hours)
    return translate("Home", "{minutes} min").format(minutes=rest)


def check_words(name: str) -> CheckWords:
    """Give the words of a check."""
    return {
        "title": CheckWords(
            translate("Home", "Träffen har ett namn"),
            translate("Home", "Ge träffen ett namn"),
            translate("Home", "Skriv"),
        ),
        "when": CheckWords(
            translate("Home", "Dag och tid är satta"), translate("Home", "Sätt dag och tid"), translate("Home", "Välj")
        ),
        "not_past": CheckWords(
            translate("Home", "Dagen ligger framåt"), translate("Home", "Välj en ny dag"), translate("Home", "Ändra")
        ),
        "where": CheckWords(
            translate("Home", "Platsen är bestämd"), translate("Home", "Bestäm platsen"), translate("Home", "Skriv")
        ),
        "facilitators": CheckWords(
            translate("Home", "Ledarna är inskrivna"),
            translate("Home", "Skriv vilka som leder"),
            translate("Home", "Skriv"),
        ),
        "participants": CheckWords(
            translate("Home", "Deltagarna är inskrivna"),
            translate("Home", "Skriv in deltagarna"),
            translate("Home", "Lägg till"),
        ),
        "agenda": CheckWords(
            translate("Home", "Dagordningen är gjord"),
            translate("Home", "Gör dagordningen"),
            translate("Home", "Öppna"),
        ),
        "cases": CheckWords(
            translate("Home", "Fallen är valda"),
            translate("Home", "Välj fall till momenten"),
            translate("Home", "Välj"),
        ),
        "materials": CheckWords(
            translate("Home", "Materialet är valt"),
            translate("Home", "Välj material till momenten"),
            translate("Home", "Välj"),
        ),
        "fits": CheckWords(
            translate("Home", "Dagordningen ryms i tiden"),
            translate("Home", "Korta dagordningen"),
            translate("Home", "Öppna"),
        ),
        "purpose": CheckWords(
            translate("Home", "Syftet är skrivet"), translate("Home", "Skriv syftet"), translate("Home", "Skriv")
        ),
    }.get(name, CheckWords(name, name, translate("Home", "Öppna")))


def lacking_words(name: str) -> str:
    """Name what Starta waits for, in the middle of a sentence."""
    return {
        "title": translate("Home", "ge träffen ett namn"),
        "agenda": translate("Home", "lägg moment i dagordningen"),
        "cases": translate("Home", "välj fall till varje moment"),
        "materials": translate("Home", "välj material till varje moment"),
    }.get(name, translate("Home", "gör klart planen"))


def category_word(category: str) -> str:
    """Name what a captured question is about."""
    return {
        "rule": translate("Home", "Regler"),
        "routine": translate("Home", "Rutiner"),
        "collaboration": translate("Home", "Samverkan"),
        "medicine": translate("Home", "Medicin"),
    }.get(category, translate("Home", "Övrigt"))


def participants_word(count: int) -> str:
    return translate("Home", "{count} deltagare").format(count=count)


def cases_word(count: int) -> str:
    return translate("Home", "{count} fall").format(count=count)


def _formatted(day: datetime, pattern: str) -> str:
    return _SWEDISH.toString(QDate(day.year, day.month, day.day), pattern)
