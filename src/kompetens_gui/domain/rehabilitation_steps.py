"""What one part of the rules of the chain says on its own, before the parts are weighed together."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import (
    Certainty,
    ChainException,
    ExceptionWindow,
    Ground,
    GroundRow,
    RuleSet,
    weakest,
)


class AssessmentNote(StrEnum):
    """What lies behind an answer, as stable codes; the words stand in `rehabilitation_words.py`."""

    EXCEPTION_TOO_EARLY = "exception_too_early"
    EXCEPTION_TOO_LATE = "exception_too_late"
    EXCEPTION_NOT_YET_IN_RULES = "exception_not_yet_in_rules"
    EXCEPTION_NO_LONGER_IN_RULES = "exception_no_longer_in_rules"
    EXCEPTION_OTHER_SITUATION = "exception_other_situation"
    EXCEPTION_SITUATION_UNCLEAR = "exception_situation_unclear"
    EXCEPTION_DAY_UNCLEAR = "exception_day_unclear"
    AGE_BELOW_LIMIT = "age_below_limit"
    AGE_LIMIT_UNCLEAR = "age_limit_unclear"
    AGE_NEEDED = "age_needed"
    CARRIED_OVER = "carried_over"
    EMPLOYMENT_ENDED = "employment_ended"
    PERIODS_JOINED = "periods_joined"
    PERIODS_APART = "periods_apart"
    JOINING_UNCLEAR = "joining_unclear"
    GROUND_UNCLEAR = "ground_unclear"
    OLD_WORDING = "old_wording"
    AFTER_CHECKED_DAY = "after_checked_day"


@dataclass(frozen=True)
class Step:
    """A ground, or the known alternatives to it, with how sure it is and why."""

    ground: Ground | None = None
    certainty: Certainty = Certainty.CERTAIN
    notes: tuple[AssessmentNote, ...] = ()
    possible: tuple[Ground, ...] = ()
    exception: str | None = None


@dataclass(frozen=True)
class Moment:
    """The day that is examined, and whose it is."""

    rules: RuleSet
    start: date
    exam: date
    day: int
    situation: Situation
    age: int | None = None

    def carried_over(self, new: GroundRow | ExceptionWindow) -> Step:
        """Say how sure a novelty is for someone who had passed its first day when its version began."""
        if not new.new_in:
            return Step()
        version = self.rules.version(new.new_in)
        if self.start >= version.validity.first:
            return Step()
        reached = self.day - (self.exam - (version.validity.first - timedelta(days=1))).days
        if reached < new.days.first or version.carried_over == Certainty.CERTAIN:
            return Step()
        return Step(certainty=version.carried_over, notes=(AssessmentNote.CARRIED_OVER,))


def ordinary_ground(moment: Moment) -> Step:
    """Return what holds without any exception."""
    row = moment.rules.row(moment.situation, moment.day, moment.exam)
    if row.ground is None:
        return Step(None, row.certainty, (AssessmentNote.GROUND_UNCLEAR,), row.possible)
    carried = moment.carried_over(row)
    return Step(row.ground, weakest(row.certainty, carried.certainty), carried.notes)


def try_exception(moment: Moment, exception: ChainException, ordinary: Step) -> Step:
    """Return what holds when the requirement of an exception is met: its ground, or the ordinary one and why."""
    if ordinary.ground is None:
        return ordinary
    window = exception.window(moment.day, moment.exam)
    if window is None:
        return _falls_back(ordinary, _why_no_window(exception, moment))
    effect = exception.effects.get(moment.situation)
    if effect is None:
        return _falls_back(ordinary, Step(None, exception.elsewhere, (AssessmentNote.EXCEPTION_OTHER_SITUATION,)))
    applies, age = _judge_age(exception, moment)
    if not applies:
        return _falls_back(ordinary, age)
    in_situation = _unclear(effect.certainty, AssessmentNote.EXCEPTION_SITUATION_UNCLEAR)
    on_day = _unclear(window.certainty, AssessmentNote.EXCEPTION_DAY_UNCLEAR)
    parts = (moment.carried_over(window), in_situation, on_day, age)
    return Step(
        ground=effect.ground,
        certainty=weakest(*(part.certainty for part in parts)),
        notes=tuple(note for part in parts for note in part.notes),
        possible=tuple(dict.fromkeys(g for g in (effect.ground, ordinary.ground) if g is not None)),
        exception=exception.id,
    )


def try_age(moment: Moment, ordinary: Step, so_far: Step) -> Step:
    """Return what a known age does by itself: nobody has to ask for an exception that wants nothing but an age.

    `so_far` stands unless the age changes it.
    """
    for exception in moment.rules.exceptions:
        window = exception.window(moment.day, moment.exam)
        if moment.age is None or not exception.ages or window is None or moment.situation not in exception.effects:
            continue
        applies, age = _judge_age(exception, moment)
        if applies:
            found = try_exception(moment, exception, ordinary)
            return replace(found, notes=(*so_far.notes, *found.notes))
        if age.certainty != Certainty.CERTAIN:
            return _falls_back(so_far, age)
    return so_far


def _falls_back(ordinary: Step, why: Step) -> Step:
    return Step(ordinary.ground, weakest(ordinary.certainty, why.certainty), (*ordinary.notes, *why.notes))


def _unclear(certainty: Certainty, note: AssessmentNote) -> Step:
    return Step(certainty=certainty, notes=(note,) if certainty == Certainty.CHECK else ())


def _why_no_window(exception: ChainException, moment: Moment) -> Step:
    """Say why an exception cannot be used. Its days come first: they hold whatever the version."""
    if moment.day < exception.first_day:
        return Step(notes=(AssessmentNote.EXCEPTION_TOO_EARLY,))
    on_day = [window.validity for window in exception.windows if window.days.holds(moment.day)]
    if not on_day:
        return Step(notes=(AssessmentNote.EXCEPTION_TOO_LATE,))
    if moment.exam < min(validity.first for validity in on_day):
        return Step(certainty=exception.before, notes=(AssessmentNote.EXCEPTION_NOT_YET_IN_RULES,))
    return Step(certainty=exception.after, notes=(AssessmentNote.EXCEPTION_NO_LONGER_IN_RULES,))


def _judge_age(exception: ChainException, moment: Moment) -> tuple[bool, Step]:
    """Say whether the age lets the exception apply; when that is unclear it may, and the step is CHECK."""
    if not exception.ages:
        return True, Step()
    if moment.age is None:
        return True, Step(certainty=Certainty.CHECK, notes=(AssessmentNote.AGE_NEEDED,))
    limit = next((limit for limit in exception.ages if limit.validity.covers(moment.exam)), None)
    if limit is None or limit.band(moment.age).applies is None:
        return True, Step(certainty=Certainty.CHECK, notes=(AssessmentNote.AGE_LIMIT_UNCLEAR,))
    band = limit.band(moment.age)
    notes = () if band.applies else (AssessmentNote.AGE_BELOW_LIMIT,)
    return bool(band.applies), Step(certainty=band.certainty, notes=notes)
