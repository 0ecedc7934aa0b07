"""Which ground of assessment holds on an examined day, how sure that is, and why: the rule engine of the chain.

It teaches and never decides: where the rules are unclear the answer is CHECK, without a ground. Everything it knows
comes in a `RuleSet`. Start reading in `assess`.
"""

from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.rehabilitation_chain import Situation, chain_day
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, Ground, RuleSet, RuleVersion, weakest
from kompetens_gui.domain.rehabilitation_steps import (
    AssessmentNote,
    Moment,
    Step,
    ordinary_ground,
    try_age,
    try_exception,
)

OLDEST = 130
MOST_EARLIER_DAYS = 100_000


@dataclass(frozen=True)
class SickPeriod:
    """An earlier period, first and last day included."""

    first: date
    last: date


@dataclass(frozen=True)
class AssessmentQuestion:
    """What is asked.

    `exception` is the id of one whose requirement is taken to be met; the rules tell whether it can be used that day.
    One that hangs on nothing but `age` need not be asked for.
    `earlier_days` are known to be joined, while `earlier_periods` (in order of time) are tried against the limit.
    `employment_ended` is the last day of employment.
    """

    start: date
    exam: date
    situation: Situation
    exception: str | None = None
    age: int | None = None
    earlier_days: int = 0
    employment_ended: date | None = None
    earlier_periods: tuple[SickPeriod, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """The answer.

    With CHECK there is no ground, and `possible_grounds` are those to choose between. `exception` is the one that
    holds, not the one that was asked about. `possible_days` has two numbers when joining of periods is unclear.
    """

    day: int
    ground: Ground | None
    rule_version: str
    exception: str | None
    certainty: Certainty
    occupational_group_stated: bool = False
    notes: tuple[AssessmentNote, ...] = ()
    possible_grounds: tuple[Ground, ...] = ()
    possible_days: tuple[int, ...] = ()


def assess(rules: RuleSet, question: AssessmentQuestion) -> Assessment:
    """Return the ground for the examined day. InvalidValue says what in the question cannot be used."""
    _refuse_unusable(rules, question)
    version = rules.version_on(question.exam)
    days, counting = _count(rules, question)
    situation, employment = _situation(rules, question)
    moment = Moment(rules, question.start, question.exam, days[-1], situation, question.age)
    step = _ground(moment, question.exception)
    parts = (counting, employment, step, _wording(rules, version, question.exam))
    certainty = weakest(*(part.certainty for part in parts))
    notes = tuple(note for part in parts for note in part.notes)
    possible_days = days if len(days) > 1 else ()
    if certainty == Certainty.CHECK:
        possible = step.possible or ((step.ground,) if step.ground else ())
        return Assessment(days[-1], None, version.id, None, certainty, False, notes, possible, possible_days)
    group = step.ground == Ground.MARKET and version.states_occupational_group
    return Assessment(days[-1], step.ground, version.id, step.exception, certainty, group, notes)


def _ground(moment: Moment, asked: str | None) -> Step:
    """Try the exception that was asked about, and then what follows from the age alone."""
    ordinary = step = ordinary_ground(moment)
    if ordinary.ground is None:
        return ordinary
    exception = moment.rules.exception(asked) if asked else None
    if exception is not None:
        step = try_exception(moment, exception, ordinary)
    if step.exception is not None or (exception is not None and exception.ages):
        return step
    return try_age(moment, ordinary, step)


def _refuse_unusable(rules: RuleSet, question: AssessmentQuestion) -> None:
    if question.exam < question.start:
        raise InvalidValue("exam", "before_start", question.exam.isoformat())
    if not 0 <= question.earlier_days <= MOST_EARLIER_DAYS:
        raise InvalidValue("earlier_days", "range", str(question.earlier_days))
    if question.age is not None and not 0 <= question.age <= OLDEST:
        raise InvalidValue("age", "range", str(question.age))
    if question.exception and rules.exception(question.exception) is None:
        raise InvalidValue("exception", "unknown", question.exception)
    next_first = question.start
    for period in reversed(question.earlier_periods):
        if not period.first <= period.last < next_first:
            raise InvalidValue("earlier_periods", "order", period.first.isoformat())
        next_first = period.first


def _count(rules: RuleSet, question: AssessmentQuestion) -> tuple[tuple[int, ...], Step]:
    """Return the day of the chain; two days, the lower first, when it is unclear whether a period is joined."""
    days, days_without, next_first = question.earlier_days, None, question.start
    notes: list[AssessmentNote] = []
    for period in reversed(question.earlier_periods):
        between = (next_first - period.last).days - 1
        if between > rules.days_between:
            notes.append(AssessmentNote.PERIODS_APART)
            break
        if between == rules.days_between and days_without is None:
            days_without = days
        notes.append(AssessmentNote.PERIODS_JOINED)
        days += chain_day(period.first, period.last)
        next_first = period.first
    day = chain_day(question.start, question.exam, days)
    if days_without is None:
        return (day,), Step(notes=tuple(dict.fromkeys(notes)))
    without = chain_day(question.start, question.exam, days_without)
    return (without, day), Step(certainty=Certainty.CHECK, notes=(AssessmentNote.JOINING_UNCLEAR,))


def _situation(rules: RuleSet, question: AssessmentQuestion) -> tuple[Situation, Step]:
    end, ended = rules.employment_end, question.employment_ended
    if ended is not None and ended < question.exam and question.situation in end.situations:
        return end.becomes, Step(certainty=end.certainty, notes=(AssessmentNote.EMPLOYMENT_ENDED,))
    return question.situation, Step()


def _wording(rules: RuleSet, version: RuleVersion, exam: date) -> Step:
    """Say what the age of the wording, or of the check of it, means for the answer."""
    certainty = version.certainty_on(exam)
    old = (AssessmentNote.OLD_WORDING,) if certainty != Certainty.CERTAIN else ()
    late = (AssessmentNote.AFTER_CHECKED_DAY,) if exam > rules.checked_on else ()
    return Step(certainty=certainty, notes=(*old, *late))
