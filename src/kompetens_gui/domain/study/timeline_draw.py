"""Questions to the rule engine, drawn at random from the rules themselves and kept only when the answer is certain.

Nothing here knows a limit by heart: days near the limits of the rules come more often because the rules name them.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from kompetens_gui.domain.rehabilitation_chain import ChainInterval, Situation
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, ChainException, RuleSet, RuleVersion
from kompetens_gui.domain.rehabilitation_rules import Assessment, AssessmentQuestion, SickPeriod, assess
from kompetens_gui.domain.rehabilitation_steps import AssessmentNote

_MOST_SHAPES, _TRIES_PER_SHAPE = 60, 120
_YEARS_BACK = timedelta(days=12 * 365)
# An open interval is drawn this long; a question this early in a period has no certificate to talk of.
_OPEN_LENGTH, _FEWEST_DAYS = 200, 8
# How early an exception may be thought of, and how long after its end.
_TOO_EARLY, _LONG_GONE = 60, timedelta(days=183)
# How often an exception that does not hold is asked about on a wrong day, and not by a wrong version or age.
_BESIDE = 0.6
_AGES, _OLDER_AGES = (20, 61), (55, 66)
_STUDENT_AGES = (19, 45)
_WEIGHTS = {
    Situation.EMPLOYED: 8,
    Situation.UNEMPLOYED: 2,
    Situation.SELF_EMPLOYED: 3,
    Situation.ON_CALL: 2,
}


@dataclass(frozen=True)
class Outlook:
    """What is known ahead on the examined day: a planned return, or one that did not come about."""

    return_on: date | None = None
    missed: date | None = None


@dataclass(frozen=True)
class DrawnQuestion:
    """A question with its certain answer. `is_latest` tells whether the rules of today hold."""

    question: AssessmentQuestion
    found: Assessment
    version: RuleVersion
    is_latest: bool
    exception: ChainException | None
    age: int
    outlook: Outlook


@dataclass(frozen=True)
class _Shape:
    """What is decided before any date is: `holds` says whether the exception should."""

    situation: Situation
    exception: ChainException | None
    holds: bool


class Drawer:
    """Draws question after question; the same random source, rules and day give the same."""

    def __init__(self, rules: RuleSet, random: Random, today: date) -> None:
        self._rules = rules
        self._random = random
        self._today = today
        self._versions = [v for v in rules.versions if self._first_exam(v) <= min(v.validity.last, today)]

    def draw(self) -> DrawnQuestion | None:
        """Return a question, or None when the rules have no certain answer to draw."""
        for _ in range(_MOST_SHAPES if self._versions else 0):
            shape = self._shape()
            for _ in range(_TRIES_PER_SHAPE):
                drawn = self._attempt(shape)
                if drawn is not None:
                    return drawn
        return None

    def _shape(self) -> _Shape:
        situations = list(self._rules.rows)
        situation = self._random.choices(situations, [_WEIGHTS.get(s, 1) for s in situations])[0]
        able = [
            exception
            for exception in self._rules.exceptions
            if situation in exception.effects and exception.effects[situation].certainty == Certainty.CERTAIN
        ]
        exception = self._random.choice(able) if able and self._random.random() < 0.55 else None
        return _Shape(situation, exception, holds=exception is not None and self._random.random() < 0.65)

    def _attempt(self, shape: _Shape) -> DrawnQuestion | None:
        """Draw the dates of a shape; None when the answer is not certain, or the story would make no sense."""
        version = self._random.choice((self._versions[-1], self._random.choice(self._versions)))
        exam = self._exam(version)
        day = self._day(shape, exam)
        exception = shape.exception
        earlier = self._earlier_days(shape, day)
        start = exam - timedelta(days=day - 1 - earlier)
        age = self._random.randint(*self._ages(shape))
        asked = AssessmentQuestion(start, exam, shape.situation, exception.id if exception is not None else None, age)
        question = self._with_earlier_period(asked, shape, earlier)
        found = assess(self._rules, question)
        if found.certainty != Certainty.CERTAIN or (found.exception is not None) != shape.holds:
            return None
        if not (exception is not None and exception.ages) and found != assess(self._rules, replace(question, age=None)):
            return None
        outlook = self._outlook(question, found, exception)
        if outlook is None or not _makes_sense(question, found, exception):
            return None
        return DrawnQuestion(question, found, version, version is self._versions[-1], exception, age, outlook)

    def _first_exam(self, version: RuleVersion) -> date:
        oldest = self._today - _YEARS_BACK if self._today > date.min + _YEARS_BACK else date.min
        return max((version.validity.first, oldest, *(doubt.before for doubt in version.doubts)))

    def _exam(self, version: RuleVersion) -> date:
        first, last = self._first_exam(version), min(version.validity.last, self._today)
        return first + timedelta(days=self._random.randint(0, (last - first).days))

    def _ages(self, shape: _Shape) -> tuple[int, int]:
        if shape.situation == Situation.STUDENT:
            return _STUDENT_AGES
        return _OLDER_AGES if shape.exception is not None and shape.exception.ages else _AGES

    def _day(self, shape: _Shape, exam: date) -> int:
        """Draw an interval that the rules name, and a day in it: often the first or the last."""
        if shape.exception is not None:
            named = [window.days for window in shape.exception.windows if window.validity.covers(exam)]
            if not shape.holds or not named:
                named = [window.days for window in shape.exception.windows]
        else:
            named = [row.days for row in self._rules.rows[shape.situation] if row.validity.covers(exam)]
        days = self._random.choice(named)
        if shape.exception is not None and not shape.holds and self._random.random() < _BESIDE:
            days = self._beside(days)
        last = days.last if days.last is not None else days.first + _OPEN_LENGTH
        if self._random.random() < 0.4:
            return self._random.choice((days.first, last))
        return self._random.randint(days.first, last)

    def _beside(self, days: ChainInterval) -> ChainInterval:
        """Return the days shortly before an interval, or those after it."""
        before = ChainInterval(max(1, days.first - _TOO_EARLY), max(1, days.first - 1))
        return before if days.last is None or self._random.random() < 0.3 else ChainInterval(days.last + 1, None)

    def _earlier_days(self, shape: _Shape, day: int) -> int:
        """Return how many of the days come from an earlier, joined period; mostly none."""
        if shape.situation != Situation.EMPLOYED or shape.exception is not None or day < 30:
            return 0
        return self._random.randint(14, min(day - _FEWEST_DAYS, 150)) if self._random.random() < 0.25 else 0

    def _with_earlier_period(self, question: AssessmentQuestion, shape: _Shape, days: int) -> AssessmentQuestion:
        """Put an earlier period before the start: the one that is joined, or now and then one too long ago."""
        limit = self._rules.days_between
        if days:
            between = self._random.randint(7, limit - 1) if limit > 8 else 1
        elif shape.situation == Situation.EMPLOYED and shape.exception is None and self._random.random() < 0.1:
            between, days = self._random.randint(limit + 1, limit + 120), self._random.randint(14, 80)
        else:
            return question
        last = question.start - timedelta(days=between + 1)
        return replace(question, earlier_periods=(SickPeriod(last - timedelta(days=days - 1), last),))

    def _outlook(
        self, question: AssessmentQuestion, found: Assessment, exception: ChainException | None
    ) -> Outlook | None:
        """Draw a return that fits an exception with a last day; None when no day does."""
        windows = exception.windows if exception is not None else ()
        certain = [
            w.days.last for w in windows if w.certainty == Certainty.CERTAIN and w.validity.covers(question.exam)
        ]
        if exception is None or any(window.days.last is None for window in windows):
            return Outlook()
        last = max((day for day in certain if day is not None), default=0)
        if AssessmentNote.EXCEPTION_TOO_LATE in found.notes and last:
            missed = self._random.randint(exception.first_day, min(last, found.day - 1))
            return Outlook(missed=question.exam + timedelta(days=missed - found.day))
        if found.day + 7 > last:
            return None
        ahead = self._random.randint(max(7, exception.first_day - found.day), last - found.day)
        return Outlook(return_on=question.exam + timedelta(days=ahead))


def _makes_sense(question: AssessmentQuestion, found: Assessment, exception: ChainException | None) -> bool:
    """Tell whether somebody could have thought of that exception then; and whether there is a certificate yet."""
    if (question.exam - question.start).days + 1 < _FEWEST_DAYS:
        return False
    if exception is None:
        return True
    known = [window.validity for window in exception.windows]
    if not any(v.first <= question.exam and question.exam - _LONG_GONE <= v.last for v in known):
        return False
    return found.day >= exception.first_day - _TOO_EARLY
