"""Whether the employer has to make a plan for the return to work, and by which day (30 kap. 6 § SFB)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, PlanRule


class PlanDuty(StrEnum):
    """What the employer has to do. LIMITED: it is enough to write down why no measures are needed."""

    NEEDED = "needed"
    LIMITED = "limited"
    NOT_NOW = "not_now"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True)
class PlanQuestion:
    """`expected_days` counts from day 1, and `assumed_on` is the day that length could first be assumed."""

    start: date
    expected_days: int
    assumed_on: date | None = None
    return_without_measures: bool = False
    return_impossible_now: bool = False


@dataclass(frozen=True)
class PlanAnswer:
    """The duty, the last day for the plan where there is one, and how sure that is."""

    duty: PlanDuty
    ready_by: date | None
    certainty: Certainty


def plan_duty(rule: PlanRule, question: PlanQuestion) -> PlanAnswer:
    """Return what the employer has to do. With CHECK the duty is known but its last day is not."""
    if question.expected_days < 1:
        raise InvalidValue("expected_days", "range", str(question.expected_days))
    certainty = Certainty.CERTAIN if question.start >= rule.first_day else Certainty.CHECK
    if question.expected_days < rule.expected_days:
        return PlanAnswer(PlanDuty.NOT_NEEDED, None, certainty)
    if question.return_impossible_now:
        return PlanAnswer(PlanDuty.NOT_NOW, None, certainty)
    duty = PlanDuty.LIMITED if question.return_without_measures else PlanDuty.NEEDED
    ready_by = _day(question.start, rule.ready_by_day)
    if ready_by is None or (question.assumed_on is not None and question.assumed_on > ready_by):
        return PlanAnswer(duty, None, Certainty.CHECK)
    return PlanAnswer(duty, ready_by if certainty == Certainty.CERTAIN else None, certainty)


def _day(start: date, number: int) -> date | None:
    """Return the date of a day counted from day 1, or None beyond the calendar."""
    return start + timedelta(days=number - 1) if (date.max - start).days >= number - 1 else None
