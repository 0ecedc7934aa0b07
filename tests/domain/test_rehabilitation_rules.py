"""The rule engine of the chain: the test table of the rules row by row, and what lies around it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, Ground
from kompetens_gui.domain.rehabilitation_rules import (
    OLDEST,
    Assessment,
    AssessmentQuestion,
    SickPeriod,
    assess,
)
from kompetens_gui.domain.rehabilitation_steps import AssessmentNote
from tests.domain.rehabilitation_table import (
    BEFORE_550,
    CERTAIN,
    CHECK,
    EMPLOYER,
    FIRST_PERIOD,
    MARKET,
    OLDER,
    ON_CALL,
    OWN,
    PREDOMINANT,
    PROBABLE,
    TABLE,
    Row,
)

RULES = load_rehabilitation_rules()


def ask(situation: str, start: str, exam: str, exception: str | None = None, age: int | None = None) -> Assessment:
    return assess(RULES, Row(0, situation, start, exam, 0, None, "", asked=exception, age=age).question())


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"row{row.number}")
def test_the_engine_answers_as_the_table(row: Row) -> None:
    found = assess(RULES, row.question())
    assert (found.day, found.ground, found.rule_version) == (row.day, row.ground, row.version)
    assert found.exception == row.holds
    assert found.certainty == row.certainty
    assert found.occupational_group_stated == (row.ground == MARKET and row.version == "RV4")


def test_the_table_is_whole() -> None:
    assert [row.number for row in TABLE] == list(range(1, 47))


@pytest.mark.parametrize(
    ("number", "note"),
    [
        (8, AssessmentNote.EXCEPTION_TOO_LATE),
        (10, AssessmentNote.EXCEPTION_DAY_UNCLEAR),
        (11, AssessmentNote.EXCEPTION_TOO_LATE),
        (19, AssessmentNote.EXCEPTION_SITUATION_UNCLEAR),
        (21, AssessmentNote.EXCEPTION_NOT_YET_IN_RULES),
        (24, AssessmentNote.CARRIED_OVER),
        (26, AssessmentNote.CARRIED_OVER),
        (30, AssessmentNote.AGE_BELOW_LIMIT),
        (32, AssessmentNote.AGE_LIMIT_UNCLEAR),
        (38, AssessmentNote.PERIODS_JOINED),
        (40, AssessmentNote.PERIODS_APART),
        (41, AssessmentNote.JOINING_UNCLEAR),
        (43, AssessmentNote.EMPLOYMENT_ENDED),
        (46, AssessmentNote.EXCEPTION_NO_LONGER_IN_RULES),
    ],
)
def test_the_answer_tells_why(number: int, note: AssessmentNote) -> None:
    assert note in assess(RULES, TABLE[number - 1].question()).notes


@pytest.mark.parametrize(
    ("number", "grounds"), [(10, (EMPLOYER, MARKET)), (19, (OWN, MARKET)), (32, (EMPLOYER, MARKET)), (41, (OWN,))]
)
def test_what_is_to_be_checked_names_the_known_alternatives(number: int, grounds: tuple[Ground, ...]) -> None:
    assert assess(RULES, TABLE[number - 1].question()).possible_grounds == grounds


def test_exactly_ninety_days_between_gives_both_days() -> None:
    assert assess(RULES, TABLE[40].question()).possible_days == (1, 71)


@pytest.mark.parametrize(("gap", "day"), [(89, 71), (91, 1)])
def test_one_day_on_either_side_of_ninety_is_clear(gap: int, day: int) -> None:
    start = FIRST_PERIOD.last + timedelta(days=gap + 1)
    found = assess(RULES, AssessmentQuestion(start, start, Situation.EMPLOYED, earlier_periods=(FIRST_PERIOD,)))
    assert (found.day, found.certainty) == (day, CERTAIN)


def test_three_periods_are_joined_one_by_one_until_a_longer_pause() -> None:
    long_ago = SickPeriod(date(2025, 3, 3), date(2025, 3, 30))
    before = SickPeriod(date(2025, 11, 3), date(2025, 11, 12))
    start = date(2026, 5, 22)
    question = AssessmentQuestion(start, start, Situation.EMPLOYED, earlier_periods=(long_ago, before, FIRST_PERIOD))
    assert assess(RULES, question).day == 10 + 70 + 1


def test_known_earlier_days_count_as_joined() -> None:
    found = assess(RULES, AssessmentQuestion(date(2026, 5, 22), date(2026, 6, 11), Situation.EMPLOYED, earlier_days=70))
    assert (found.day, found.ground) == (91, EMPLOYER)


@pytest.mark.parametrize("exception", [e.id for e in RULES.exceptions if e.id != OLDER])
@pytest.mark.parametrize("situation", ["employed", "self_employed", "on_call", "unemployed"])
def test_no_exception_is_needed_before_day_181(exception: str, situation: str) -> None:
    plain = ask(situation, "2026-03-02", "2026-08-28")
    found = ask(situation, "2026-03-02", "2026-08-28", exception)
    assert found.notes == (AssessmentNote.EXCEPTION_TOO_EARLY,)
    assert (found.ground, found.certainty, found.exception) == (plain.ground, CERTAIN, None)


def test_an_exception_for_those_with_an_employer_does_not_help_someone_without() -> None:
    found = ask("unemployed", "2026-01-12", "2026-08-12", PREDOMINANT)
    assert (found.ground, found.exception, found.certainty) == (MARKET, None, CERTAIN)
    assert found.notes == (AssessmentNote.EXCEPTION_OTHER_SITUATION,)


def test_the_older_worker_rule_wants_an_age() -> None:
    found = ask("employed", "2024-05-06", "2024-11-02", OLDER)
    assert (found.ground, found.certainty) == (None, CHECK)
    assert found.notes == (AssessmentNote.AGE_NEEDED,)


@pytest.mark.parametrize(
    ("start", "age", "ground", "certainty"),
    [
        ("2022-02-14", 61, MARKET, CERTAIN),
        ("2022-02-14", 65, None, CHECK),
        ("2023-02-06", 62, None, CHECK),
        ("2023-02-06", 63, EMPLOYER, PROBABLE),
        ("2024-05-06", 61, MARKET, CERTAIN),
        ("2025-02-03", 63, EMPLOYER, PROBABLE),
        ("2026-01-12", 62, MARKET, PROBABLE),
        ("2026-01-12", 64, None, CHECK),
    ],
)
def test_the_age_limit_follows_the_year(start: str, age: int, ground: Ground | None, certainty: Certainty) -> None:
    exam = date.fromisoformat(start) + timedelta(days=180)
    found = assess(RULES, AssessmentQuestion(date.fromisoformat(start), exam, Situation.EMPLOYED, OLDER, age))
    assert (found.ground, found.certainty) == (ground, certainty)


@pytest.mark.parametrize("number", [29, 30, 31, 32, 33])
def test_an_age_that_is_known_need_not_be_asked_for_as_an_exception(number: int) -> None:
    asked = TABLE[number - 1].question()
    assert assess(RULES, replace(asked, exception=None)) == assess(RULES, asked)


def test_an_age_helps_where_another_exception_no_longer_does() -> None:
    found = ask("employed", "2024-01-08", "2024-11-02", PREDOMINANT, 63)
    assert (found.ground, found.exception) == (EMPLOYER, PREDOMINANT)
    late = ask("employed", "2023-09-01", "2024-11-02", PREDOMINANT, 63)
    assert (late.ground, late.exception, late.certainty) == (EMPLOYER, OLDER, CERTAIN)
    assert late.notes == (AssessmentNote.EXCEPTION_TOO_LATE,)


@pytest.mark.parametrize(("exam", "age"), [("2024-11-01", 63), ("2024-11-02", 61), ("2021-11-02", 64)])
def test_an_age_that_changes_nothing_is_not_mentioned(exam: str, age: int) -> None:
    start = (date.fromisoformat(exam) - timedelta(days=180 if exam != "2024-11-01" else 179)).isoformat()
    assert ask("employed", start, exam, age=age) == ask("employed", start, exam)


def test_what_holds_for_older_people_without_an_employer_is_to_be_checked() -> None:
    for situation in ("unemployed", "self_employed"):
        assert ask(situation, "2024-01-08", "2024-11-02", OLDER, 63).certainty == CHECK
        assert ask(situation, "2024-01-08", "2024-11-02", OLDER, 50).certainty == CERTAIN, "far too young anyway"


@pytest.mark.parametrize(
    ("start", "exam", "certainty", "exception"),
    [
        ("2019-01-07", "2019-12-31", CERTAIN, None),  # before there was any
        ("2020-09-07", "2021-06-01", CHECK, None),  # the wordings in between have not been gone through
        ("2022-06-01", "2023-06-30", PROBABLE, "covid_delayed_care"),
        ("2023-02-06", "2023-12-31", CERTAIN, "covid_delayed_care"),
        ("2023-02-06", "2024-01-01", CERTAIN, None),
    ],
)
def test_the_covid_exception_has_an_end(start: str, exam: str, certainty: Certainty, exception: str | None) -> None:
    found = ask("employed", start, exam, "covid_delayed_care")
    assert (found.certainty, found.exception) == (certainty, exception)


def test_on_call_work_counts_from_the_version_that_brought_it() -> None:
    assert ask("on_call", "2022-02-01", "2022-02-01").ground == ON_CALL
    carried = ask("on_call", "2022-01-10", "2022-02-05")
    assert (carried.ground, carried.certainty) == (ON_CALL, PROBABLE)
    assert ask("on_call", "2022-01-10", "2022-01-31").ground == MARKET


def test_childcare_after_the_first_ninety_days_is_to_be_checked() -> None:
    found = ask("childcare", "2026-03-02", "2026-06-30")
    assert (found.ground, found.certainty) == (None, CHECK)
    assert found.notes == (AssessmentNote.GROUND_UNCLEAR,)
    assert Ground.CHILDCARE in found.possible_grounds


def test_a_student_is_examined_against_the_studies() -> None:
    assert ask("student", "2026-03-02", "2026-03-20").ground == Ground.STUDY


def test_an_employment_that_goes_on_or_never_was_changes_nothing() -> None:
    start, exam = date(2026, 3, 2), date(2026, 5, 10)
    last_day = AssessmentQuestion(start, exam, Situation.EMPLOYED, employment_ended=exam)
    own_firm = AssessmentQuestion(start, exam, Situation.SELF_EMPLOYED, employment_ended=start)
    assert assess(RULES, last_day).ground == assess(RULES, own_firm).ground == OWN


@pytest.mark.parametrize(
    ("exam", "certainty"), [("2008-06-30", CHECK), ("2012-06-30", PROBABLE), ("2019-06-30", CERTAIN)]
)
def test_old_wordings_are_less_certain(exam: str, certainty: Certainty) -> None:
    found = ask("employed", f"{exam[:4]}-06-01", exam)
    assert (found.rule_version, found.certainty) == ("RV1", certainty)


def test_a_day_after_the_rules_were_read_is_pointed_out() -> None:
    assert AssessmentNote.AFTER_CHECKED_DAY in assess(RULES, TABLE[6].question()).notes
    assert AssessmentNote.AFTER_CHECKED_DAY not in assess(RULES, TABLE[4].question()).notes


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"exam": date(2026, 3, 1)}, "exam"),
        ({"age": -1}, "age"),
        ({"age": OLDEST + 1}, "age"),
        ({"earlier_days": -1}, "earlier_days"),
        ({"exception": "good_reasons"}, "exception"),
        ({"earlier_periods": (SickPeriod(date(2026, 2, 1), date(2026, 3, 2)),)}, "earlier_periods"),
        ({"earlier_periods": (SickPeriod(date(2026, 2, 2), date(2026, 2, 1)),)}, "earlier_periods"),
    ],
)
def test_what_cannot_be_used_is_refused(changed: dict[str, object], field: str) -> None:
    whole: dict[str, object] = {"start": date(2026, 3, 2), "exam": date(2026, 3, 9), "situation": Situation.EMPLOYED}
    with pytest.raises(InvalidValue) as refused:
        assess(RULES, AssessmentQuestion(**{**whole, **changed}))  # type: ignore[arg-type]  # one field at a time
    assert refused.value.field == field


# ---------------------------------------------------------------- whatever is asked

EXCEPTIONS = [None, *(e.id for e in RULES.exceptions)]
SITUATIONS = st.sampled_from(list(Situation))
DATES = st.dates(date.min, date.max)
AGES = st.none() | st.integers(0, OLDEST)


@given(DATES, DATES, SITUATIONS, st.sampled_from(EXCEPTIONS), AGES, st.integers(0, 5000), st.none() | DATES)
def test_any_dates_and_ages_get_an_answer_that_holds_together(
    a: date, b: date, situation: Situation, exception: str | None, age: int | None, earlier: int, ended: date | None
) -> None:
    start, exam = sorted((a, b))
    found = assess(RULES, AssessmentQuestion(start, exam, situation, exception, age, earlier, ended))
    assert found.day == (exam - start).days + 1 + earlier
    assert (found.ground is None) == (found.certainty == CHECK)
    assert bool(found.possible_grounds) == (found.certainty == CHECK)
    assert found.exception in (None, exception, OLDER)
    assert not found.occupational_group_stated or found.ground == MARKET


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 2000), SITUATIONS, st.integers(0, 300))
def test_the_next_day_is_one_more(start: date, days: int, situation: Situation, earlier: int) -> None:
    exam = start + timedelta(days=days)
    today = assess(RULES, AssessmentQuestion(start, exam, situation, earlier_days=earlier))
    tomorrow = assess(RULES, AssessmentQuestion(start, exam + timedelta(days=1), situation, earlier_days=earlier))
    assert tomorrow.day == today.day + 1


RECENT = st.dates(date(2017, 1, 1), date(2030, 1, 1))


@given(RECENT, st.integers(0, 900), SITUATIONS, st.sampled_from(EXCEPTIONS), AGES)
def test_an_exception_never_holds_outside_its_days_and_versions(
    start: date, days: int, situation: Situation, exception: str | None, age: int | None
) -> None:
    exam = start + timedelta(days=days)
    found = assess(RULES, AssessmentQuestion(start, exam, situation, exception, age))
    if found.exception is None:
        return
    last = {"special_reasons_rv1": 365, PREDOMINANT: 365, BEFORE_550: 549}.get(found.exception, 10_000)
    assert 181 <= found.day <= last
    assert found.ground == EMPLOYER
    assert situation == Situation.EMPLOYED
    first_exam = {PREDOMINANT: date(2021, 3, 15), BEFORE_550: date(2022, 2, 1), OLDER: date(2022, 2, 1)}
    assert exam >= first_exam.get(found.exception, date.min)
    last_exam = {"special_reasons_rv1": date(2021, 3, 14), "covid_delayed_care": date(2023, 12, 31)}
    assert exam <= last_exam.get(found.exception, date.max)
    assert found.exception != OLDER or (age is not None and age >= 62)


@given(RECENT, RECENT, st.dates(date(2017, 1, 1), date(2030, 12, 31)), SITUATIONS)
def test_the_version_follows_the_examined_day_alone(a: date, b: date, exam: date, situation: Situation) -> None:
    expected = "RV1" if exam < date(2021, 3, 15) else "RV2" if exam < date(2022, 2, 1) else "RV3"
    expected = "RV4" if exam >= date(2022, 9, 1) else expected
    for start in (min(a, exam), min(b, exam)):
        assert assess(RULES, AssessmentQuestion(start, exam, situation)).rule_version == expected


@given(RECENT, st.integers(1, 400), st.integers(0, 400), st.integers(0, 200))
def test_joining_adds_all_or_nothing(first: date, length: int, between: int, days: int) -> None:
    earlier = SickPeriod(first, first + timedelta(days=length - 1))
    start = earlier.last + timedelta(days=between + 1)
    exam = start + timedelta(days=days)
    found = assess(RULES, AssessmentQuestion(start, exam, Situation.EMPLOYED, earlier_periods=(earlier,)))
    alone, joined = days + 1, days + 1 + length
    if between == 90:
        assert found.possible_days == (alone, joined)
        assert found.certainty == CHECK
    else:
        assert found.day == (joined if between < 90 else alone)
