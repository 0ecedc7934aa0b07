"""Counting in calendar months, with the last day of a short month where the day is missing."""

from calendar import monthrange
from datetime import MAXYEAR, date


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later; the last day of the month when there is none.

    >>> months_after(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    return _shifted(day, months)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier."""
    return _shifted(day, -months)


def _shifted(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
