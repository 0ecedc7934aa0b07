"""Which day of the rehabilitation chain a date is, and the interval it falls in.

Day 1 is the first day with work capacity reduced by at least a quarter because of illness; every calendar day counts,
also with part-time sick leave. Source: 27 kap. 46–51 §§ SFB.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Situation(StrEnum):
    """Occupation as the rehabilitation chain tells people apart."""

    EMPLOYED = "employed"
    UNEMPLOYED = "unemployed"
    SELF_EMPLOYED = "self_employed"
    ON_CALL = "on_call"
    ON_LEAVE = "on_leave"
    CHILDCARE = "childcare"
    STUDENT = "student"


@dataclass(frozen=True)
class ChainInterval:
    """Days first..last of the chain, both included; `last` is None for the open end."""

    first: int
    last: int | None

    def holds(self, day: int) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


INTERVALS = (ChainInterval(1, 90), ChainInterval(91, 180), ChainInterval(181, 365), ChainInterval(366, None))


def chain_day(start: date, examined: date, earlier_days: int = 0) -> int:
    """Return the day number of `examined` when `start` is day 1 after `earlier_days` of an earlier, joined period."""
    return (examined - start).days + 1 + earlier_days


def interval_of(day: int) -> ChainInterval:
    """Return the interval a day (from 1) falls in."""
    for interval in INTERVALS:
        if interval.last is None or day <= interval.last:
            return interval
    raise AssertionError(day)
