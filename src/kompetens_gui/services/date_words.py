"""Dates in words, where no window is at hand to format them."""

from datetime import date

from kompetens_gui.domain.wording import translate


def day_words(day: date) -> str:
    """Return a date as it is written.

    >>> day_words(date(2026, 11, 12))
    '12 november 2026'
    """
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
    return f"{day.day} {months[day.month - 1]} {day.year}"
