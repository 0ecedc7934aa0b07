"""When the employer has to make a plan for the return to work."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.plan_duty import PlanAnswer, PlanDuty, PlanQuestion, plan_duty
from kompetens_gui.domain.rehabilitation_rule_set import Certainty

RULE = load_rehabilitation_rules().plan
START, DAY_30 = date(2026, 3, 2), date(2026, 3, 31)
CERTAIN, CHECK = Certainty.CERTAIN, Certainty.CHECK


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (PlanQuestion(START, 70), PlanAnswer(PlanDuty.NEEDED, DAY_30, CERTAIN)),
        (PlanQuestion(START, 42), PlanAnswer(PlanDuty.NOT_NEEDED, None, CERTAIN)),
        (PlanQuestion(START, 63, return_without_measures=True), PlanAnswer(PlanDuty.LIMITED, DAY_30, CERTAIN)),
        (PlanQuestion(START, 90, return_impossible_now=True), PlanAnswer(PlanDuty.NOT_NOW, None, CERTAIN)),
        # Thought to be 45 days, on day 40 prolonged to 90: the thirtieth day has already gone.
        (PlanQuestion(START, 90, assumed_on=date(2026, 4, 10)), PlanAnswer(PlanDuty.NEEDED, None, CHECK)),
        (PlanQuestion(START, 60), PlanAnswer(PlanDuty.NEEDED, DAY_30, CERTAIN)),
        (PlanQuestion(START, 59), PlanAnswer(PlanDuty.NOT_NEEDED, None, CERTAIN)),
        (PlanQuestion(START, 90, assumed_on=DAY_30), PlanAnswer(PlanDuty.NEEDED, DAY_30, CERTAIN)),
        (PlanQuestion(date(2018, 6, 30), 90), PlanAnswer(PlanDuty.NEEDED, None, CHECK)),
        (PlanQuestion(date(2018, 7, 1), 90), PlanAnswer(PlanDuty.NEEDED, date(2018, 7, 30), CERTAIN)),
    ],
)
def test_the_plan_and_its_day(question: PlanQuestion, answer: PlanAnswer) -> None:
    assert plan_duty(RULE, question) == answer


def test_no_days_at_all_is_refused() -> None:
    with pytest.raises(InvalidValue):
        plan_duty(RULE, PlanQuestion(START, 0))


def test_the_numbers_come_from_the_rule() -> None:
    rule = replace(RULE, expected_days=40, ready_by_day=20)
    assert plan_duty(rule, PlanQuestion(START, 42)) == PlanAnswer(PlanDuty.NEEDED, date(2026, 3, 21), CERTAIN)


@given(st.dates(), st.integers(1, 5000), st.none() | st.dates(), st.booleans(), st.booleans())
def test_any_question_is_answered(
    start: date, days: int, assumed: date | None, without_measures: bool, impossible: bool
) -> None:
    answer = plan_duty(RULE, PlanQuestion(start, days, assumed, without_measures, impossible))
    assert (answer.duty == PlanDuty.NOT_NEEDED) == (days < 60)
    if answer.ready_by is not None:
        assert answer.ready_by == start + timedelta(days=29)
        assert answer.certainty == CERTAIN
    if answer.certainty == CHECK:
        assert answer.ready_by is None
