"""Dates, times and amounts the Swedish way, and the short texts several papers share."""

from datetime import date, datetime

from kompetens_gui.domain.wording import translate

NBSP = "\N{NO-BREAK SPACE}"


def long_date(day: date) -> str:
    """Return "12 november 2026"."""
    months = (
        translate("Dates", "januari"),
        translate("Dates", "februari"),
        translate("Dates", "mars"),
        translate("Dates", "april"),
        translate("Dates", "maj"),
        translate("Dates", "juni"),
        translate("Dates", "juli"),
        translate("Dates", "augusti"),
        translate("Dates", "september"),
        translate("Dates", "oktober"),
        translate("Dates", "november"),
        translate("Dates", "december"),
    )
    return f"{day.day}{NBSP}{months[day.month - 1]}{NBSP}{day.year}"


def period(first: date, last: date) -> str:
    """Return "14 sep–10 nov 2026"; one day alone, written out, when it is one."""
    if first == last:
        return long_date(last)
    start = f"{first.day}{NBSP}{_short_month(first)}"
    if first.year != last.year:
        start = f"{start}{NBSP}{first.year}"
    elif first.month == last.month:
        start = str(first.day)
    return f"{start}–{last.day}{NBSP}{_short_month(last)}{NBSP}{last.year}"


def _short_month(day: date) -> str:
    months = translate("Dates", "jan feb mars april maj juni juli aug sep okt nov dec").split()
    return months[day.month - 1]


def clock(moment: datetime) -> str:
    """Return "13.00"."""
    return f"{moment.hour}.{moment.minute:02d}"


def when(start: datetime | None, end: datetime | None) -> str:
    """Return "12 november 2026, 13.00–14.30" with as much as is known."""
    if start is None:
        return translate("Dates", "Tid ej bestämd")
    times = clock(start) if end is None else f"{clock(start)}–{clock(end)}"
    return f"{long_date(start.date())}, {times}"


def amount_of_time(minutes: int) -> str:
    """Return "1 tim 30 min", "2 timmar" or "45 minuter"."""
    hours, rest = divmod(max(0, minutes), 60)
    if not hours:
        text = translate("Dates", "{minutes} minuter") if rest != 1 else translate("Dates", "{minutes} minut")
        return text.format(minutes=rest).replace(" ", NBSP)
    if not rest:
        text = translate("Dates", "{hours} timmar") if hours != 1 else translate("Dates", "{hours} timme")
        return text.format(hours=hours).replace(" ", NBSP)
    return translate("Dates", "{hours} tim {minutes} min").format(hours=hours, minutes=rest).replace(" ", NBSP)


def fictional() -> str:
    """Return the line that no paper about a case goes without."""
    return translate(
        "Papers", "Alla fall, personer och arbetsplatser är påhittade. Detta är utbildning, inte ett ärende."
    )
