"""The rules of the rehabilitation chain as data: versions, grounds by situation and day, exceptions and age limits.

The file `resources/rules/rehabilitation_chain.yaml` becomes these types; nothing here knows a day, an age or a version
by heart. How they are applied is told in `rehabilitation_rules.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kompetens_gui.domain.case import Source
from kompetens_gui.domain.rehabilitation_chain import ChainInterval, Situation


class Ground(StrEnum):
    """What work capacity is measured against."""

    OWN = "OWN"
    EMPLOYER = "EMPLOYER"
    MARKET = "MARKET"
    ON_CALL = "ON_CALL"
    CHILDCARE = "CHILDCARE"
    STUDY = "STUDY"


class Certainty(StrEnum):
    """How sure a fact is; CHECK must be looked up by a person and never is a key answer."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    CHECK = "check"


_WEAKEST_FIRST = (Certainty.CHECK, Certainty.PROBABLE, Certainty.CERTAIN)


def weakest(*certainties: Certainty) -> Certainty:
    """Return the least certain of several; certain when there are none."""
    return min(certainties, key=_WEAKEST_FIRST.index, default=Certainty.CERTAIN)


@dataclass(frozen=True)
class Validity:
    """The examined days something holds for, both included."""

    first: date = date.min
    last: date = date.max

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Doubt:
    """Examined days before `before` are less certain than the version in general."""

    before: date
    certainty: Certainty


@dataclass(frozen=True)
class RuleVersion:
    """A wording of the rules.

    `carried_over` tells how sure it is that a novelty of it holds for someone who had already passed the novelty's
    first day in the chain when the version began.
    """

    id: str
    validity: Validity
    summary: str
    states_occupational_group: bool
    carried_over: Certainty = Certainty.CERTAIN
    doubts: tuple[Doubt, ...] = ()
    sources: tuple[Source, ...] = ()

    def certainty_on(self, day: date) -> Certainty:
        return weakest(*(doubt.certainty for doubt in self.doubts if day < doubt.before))


@dataclass(frozen=True)
class GroundRow:
    """The ground for some days of the chain; None when it has to be checked, and `possible` are then the known ones.

    `new_in` is the version that brought the row, or empty when it has always been there.
    """

    days: ChainInterval
    ground: Ground | None
    certainty: Certainty
    possible: tuple[Ground, ...] = ()
    validity: Validity = Validity()
    new_in: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class ExceptionWindow:
    """Days of the chain and of the calendar when an exception can be used."""

    days: ChainInterval
    certainty: Certainty
    validity: Validity = Validity()
    new_in: str = ""


@dataclass(frozen=True)
class ExceptionEffect:
    """The ground that stays in one situation; None when only the ordinary ground is known."""

    ground: Ground | None
    certainty: Certainty


@dataclass(frozen=True)
class AgeBand:
    """From this age the exception applies or not; None when that has to be checked."""

    age: int
    applies: bool | None
    certainty: Certainty


@dataclass(frozen=True)
class AgeLimit:
    """The bands of a year, by rising age; the first begins at 0."""

    validity: Validity
    bands: tuple[AgeBand, ...]

    def band(self, age: int) -> AgeBand:
        return [band for band in self.bands if band.age <= age][-1]


@dataclass(frozen=True)
class ChainException:
    """A reason to put off the examination against the labour market.

    `before` and `after` tell how sure it is that it does not hold before its first and after its last window, and
    `elsewhere` that it does not hold in a situation without an effect.
    """

    id: str
    title: str
    requirement: str
    windows: tuple[ExceptionWindow, ...]
    effects: Mapping[Situation, ExceptionEffect]
    before: Certainty = Certainty.CERTAIN
    after: Certainty = Certainty.CERTAIN
    elsewhere: Certainty = Certainty.CERTAIN
    ages: tuple[AgeLimit, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def first_day(self) -> int:
        return min(window.days.first for window in self.windows)

    def window(self, day: int, exam: date) -> ExceptionWindow | None:
        """Return the window that holds for a day of the chain and of the calendar."""
        return next((w for w in self.windows if w.days.holds(day) and w.validity.covers(exam)), None)


@dataclass(frozen=True)
class EmploymentEnd:
    """What becomes of those whose employment ends."""

    situations: frozenset[Situation]
    becomes: Situation
    certainty: Certainty


@dataclass(frozen=True)
class PlanRule:
    """When the employer has to make a plan for the return to work."""

    first_day: date
    expected_days: int
    ready_by_day: int
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class RuleSet:
    """Everything the rule engine looks up. Versions stand in order of time and leave no day out."""

    versions: tuple[RuleVersion, ...]
    rows: Mapping[Situation, tuple[GroundRow, ...]]
    exceptions: tuple[ChainException, ...]
    employment_end: EmploymentEnd
    days_between: int
    plan: PlanRule
    checked_on: date
    checked_by: str

    def version_on(self, exam: date) -> RuleVersion:
        """Return the version for an examined day."""
        return next(version for version in self.versions if version.validity.covers(exam))

    def version(self, id_: str) -> RuleVersion:
        return next(version for version in self.versions if version.id == id_)

    def row(self, situation: Situation, day: int, exam: date) -> GroundRow:
        """Return the ordinary row, before any exception."""
        return next(r for r in self.rows[situation] if r.days.holds(day) and r.validity.covers(exam))

    def exception(self, id_: str) -> ChainException | None:
        return next((e for e in self.exceptions if e.id == id_), None)
