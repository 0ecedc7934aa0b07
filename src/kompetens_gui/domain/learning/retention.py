"""How long what self-study leaves is kept: a proposal for each kind, to be changed by whoever answers for the data."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.learning.months import months_before

SHORTEST, LONGEST = 1, 120


class RetentionKind(StrEnum):
    """What is kept.

    ANSWERS: answers and texts of finished attempts. UNFINISHED: attempts nobody has gone on with. REVIEWS: the log of
    repetition. RESULTS: what attempts left, and the evidence. SIGN_OFFS: the register. PROFILES: those that stand idle.
    """

    ANSWERS = "answers"
    UNFINISHED = "unfinished"
    REVIEWS = "reviews"
    RESULTS = "results"
    SIGN_OFFS = "sign_offs"
    PROFILES = "profiles"


PROPOSED_MONTHS = {
    RetentionKind.ANSWERS: 12,
    RetentionKind.UNFINISHED: 12,
    RetentionKind.REVIEWS: 24,
    RetentionKind.RESULTS: 60,
    RetentionKind.SIGN_OFFS: 60,
    RetentionKind.PROFILES: 36,
}


@dataclass(frozen=True)
class RetentionRule:
    """How many months a kind is kept; None is for ever."""

    kind: RetentionKind
    months: int | None
    is_proposed: bool


@dataclass(frozen=True)
class RetentionCount:
    """How much of a kind is older than its time, which ended on `before`."""

    kind: RetentionKind
    months: int
    before: date
    count: int


def check_months(months: int | None) -> None:
    """Raise InvalidValue when a number of months cannot be used."""
    if months is not None and not SHORTEST <= months <= LONGEST:
        raise InvalidValue("retention", "range", str(months))


def kept_since(now: datetime, months: int) -> datetime:
    """Return the moment before which things are no longer kept."""
    day = months_before(now.date(), months)
    return now.replace(year=day.year, month=day.month, day=day.day)
