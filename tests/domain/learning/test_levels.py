"""Levels follow from a set of evidence by the framework's rules, whatever order it came in."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.learning.evidence import (
    CHANGE,
    CONTRIBUTION,
    LEADING,
    MENTORING,
    PEER,
    Evidence,
    EvidenceKind,
    distinct,
    self_rating,
)
from kompetens_gui.domain.learning.levels import AreaLevel, Lack, Level, Refresh, area_level, levels
from kompetens_gui.domain.learning.months import months_after, months_before
from tests.domain.study_making import LEARNER

TODAY = date(2026, 11, 12)
Kind = EvidenceKind


def seen(form: str, kind: Kind = Kind.PRACTISED, **changes: object) -> Evidence:
    made = Evidence(LEARNER, "K01", kind, 1.0, TODAY, f"attempt:{form}", form, 10, approved=True)
    return replace(made, **changes)  # type: ignore[arg-type]


KNOWS = seen("questions", strength=0.8)
EXERCISES = (seen("letter", reflected=True), seen("impulses", reflected=True))
FOUNDATION = (KNOWS, *EXERCISES)
CHANGED = seen(CHANGE, Kind.CHANGED_WORK)
APPLY = (*FOUNDATION, seen("observed", Kind.OBSERVED, with_other=True), CHANGED)
LED = tuple(seen(LEADING, Kind.LED, source=f"sign_off:{n}", strength=0.8, count=5) for n in (1, 2))
MENTORED, CONTRIBUTED = seen(MENTORING, Kind.OBSERVED), seen(CONTRIBUTION, Kind.PEER_CONFIRMED)
CONFIRMED = seen(PEER, Kind.PEER_CONFIRMED)
LEAD = (*APPLY, *LED, MENTORED, CONTRIBUTED, CONFIRMED)


def level(*evidence: Evidence, today: date = TODAY, rules: str = "RV4") -> AreaLevel:
    return area_level("K01", evidence, today, rules)


def lacks(found: AreaLevel) -> set[Lack]:
    return {lack.what for lack in found.lacking}


def test_without_evidence_there_is_no_picture() -> None:
    found = level()
    assert found.level == Level.UNASSESSED
    assert lacks(found) == {Lack.KNOWLEDGE, Lack.EXERCISES, Lack.REFLECTIONS}


@pytest.mark.parametrize(
    ("evidence", "reached"), [(FOUNDATION, Level.FOUNDATION), (APPLY, Level.APPLY), (LEAD, Level.LEAD)]
)
def test_each_level_asks_for_everything_on_its_list(evidence: tuple[Evidence, ...], reached: Level) -> None:
    assert level(*evidence).level == reached
    for missing in range(len(evidence)):
        fewer = evidence[:missing] + evidence[missing + 1 :]
        found = level(*fewer)
        assert found.level < reached, f"without {evidence[missing].form}"
        assert found.lacking


def test_knowledge_just_below_eighty_per_cent_is_not_enough() -> None:
    found = level(replace(KNOWS, strength=0.79), *EXERCISES)
    assert found.level == Level.UNASSESSED
    (lack,) = found.lacking
    assert (lack.what, lack.have, lack.need) == (Lack.KNOWLEDGE, 0.79, 0.8)


def test_two_questions_are_no_knowledge() -> None:
    assert lacks(level(replace(KNOWS, strength=1.0, count=2), *EXERCISES)) == {Lack.KNOWLEDGE}


def test_the_same_exercise_twice_is_one_form_but_two_exercises() -> None:
    twice = (seen("letter", reflected=True), seen("letter", reflected=True, source="attempt:again"))
    assert level(KNOWS, *twice).level == Level.FOUNDATION
    with_others = tuple(replace(e, with_other=True) for e in twice)
    assert lacks(level(KNOWS, *with_others, CHANGED)) == {Lack.FORMS}


def test_an_exercise_that_was_not_approved_counts_for_foundation_but_not_for_apply() -> None:
    tried = tuple(replace(e, approved=False) for e in EXERCISES)
    found = level(KNOWS, *tried, seen("observed", Kind.OBSERVED, with_other=True), CHANGED)
    assert (found.level, lacks(found)) == (Level.FOUNDATION, {Lack.FORMS})


def test_a_separate_reflection_counts_as_reflection_but_is_no_exercise() -> None:
    reflection = seen("reflection", reflected=True)
    assert level(KNOWS, seen("letter", reflected=True), seen("impulses"), reflection).level == Level.FOUNDATION
    assert Lack.EXERCISES in lacks(level(KNOWS, seen("letter", reflected=True), reflection))


def test_attendance_alone_raises_nothing_however_much_of_it() -> None:
    attended = [seen("group_dialogue", Kind.ATTENDED, source=f"session:{n}", reflected=True) for n in range(50)]
    found = level(*attended)
    assert (found.level, found.last) == (Level.UNASSESSED, None)
    assert level(*FOUNDATION, *attended) == level(*FOUNDATION)


def test_self_rating_alone_raises_nothing_either() -> None:
    rated = [self_rating(LEARNER, "K01", 5.0, TODAY - timedelta(days=n)) for n in range(50)]
    assert level(*rated).level == Level.UNASSESSED
    assert level(*FOUNDATION, *rated) == level(*FOUNDATION)


def test_leading_counts_with_five_raters_and_four_of_five() -> None:
    for spoilt in (replace(LED[0], count=4), replace(LED[0], strength=0.79)):
        assert lacks(level(*APPLY, spoilt, *LED[1:], MENTORED, CONTRIBUTED, CONFIRMED)) == {Lack.LED}
    average = tuple(replace(e, strength=4 / 5, count=5) for e in LED)
    assert level(*APPLY, *average, MENTORED, CONTRIBUTED, CONFIRMED).level == Level.LEAD


def test_only_the_area_asked_about_counts() -> None:
    elsewhere = [replace(e, area="K02") for e in LEAD]
    assert level(*elsewhere).level == Level.UNASSESSED
    first, second = levels(("K01", "K02"), [*FOUNDATION, *elsewhere], TODAY, "RV4", {"K01": Level.APPLY})
    assert (first.level, first.target, first.reaches_target) == (Level.FOUNDATION, Level.APPLY, False)
    assert (second.level, second.target, second.reaches_target) == (Level.LEAD, None, True)


# ------------------------------------------------------------ growing old


def test_after_two_years_a_level_asks_to_be_refreshed_and_stays() -> None:
    last_day = months_after(TODAY, 24)
    assert level(*FOUNDATION, today=last_day).refresh is None
    old = level(*FOUNDATION, today=last_day + timedelta(days=1))
    assert (old.level, old.refresh, old.asks_to_be_refreshed) == (Level.FOUNDATION, Refresh.AGE, True)
    again = replace(KNOWS, on=last_day, source="attempt:new")
    newer = [replace(e, on=last_day) for e in EXERCISES]
    assert level(*FOUNDATION, again, *newer, today=last_day + timedelta(days=1)).refresh is None


def test_when_the_rules_change_what_leant_on_them_asks_to_be_refreshed() -> None:
    by_rules = replace(KNOWS, rule_version="RV4")
    assert level(by_rules, *EXERCISES).refresh is None
    assert level(by_rules, *EXERCISES, rules="RV5").refresh == Refresh.RULES
    assert level(KNOWS, *EXERCISES, rules="RV5").refresh is None
    assert level(by_rules, replace(KNOWS, source="attempt:other"), *EXERCISES, rules="RV5").refresh is None


def test_the_highest_level_does_not_grow_old() -> None:
    assert level(*LEAD, today=TODAY + timedelta(days=5000)).refresh is None


def test_evidence_from_a_clock_that_ran_ahead_is_young() -> None:
    ahead = [replace(e, on=TODAY + timedelta(days=900)) for e in FOUNDATION]
    assert level(*ahead).refresh is None


# ------------------------------------------------------------ any evidence

days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
any_evidence = st.builds(
    Evidence,
    learner=st.just(LEARNER),
    area=st.sampled_from(["K01", "K02"]),
    kind=st.sampled_from(Kind),
    strength=st.sampled_from([0.0, 0.5, 0.79, 0.8, 1.0]),
    on=days,
    source=st.sampled_from([f"attempt:{n}" for n in range(6)]),
    form=st.sampled_from(
        ["questions", "letter", "impulses", "observed", "reflection", CHANGE, LEADING, MENTORING, CONTRIBUTION, PEER]
    ),
    count=st.sampled_from([1, 3, 5, 10]),
    approved=st.booleans(),
    reflected=st.booleans(),
    with_other=st.booleans(),
    rule_version=st.sampled_from(["", "RV3", "RV4"]),
)


@given(st.lists(any_evidence, max_size=25), st.randoms(use_true_random=False), days)
def test_the_order_of_arrival_does_not_matter_and_the_same_twice_is_once(
    evidence: list[Evidence], chance: object, today: date
) -> None:
    base = list(LEAD) + evidence
    mixed = [*base, *evidence]
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert level(*mixed, today=today) == level(*base, today=today)
    assert distinct(mixed) == distinct(base)


@given(st.lists(any_evidence, max_size=20), any_evidence)
def test_more_evidence_never_lowers_a_level(evidence: list[Evidence], more: Evidence) -> None:
    assert level(*evidence, more).level >= level(*evidence).level


@given(st.lists(any_evidence, max_size=25), days)
def test_what_is_lacking_is_named_until_nothing_is(evidence: list[Evidence], today: date) -> None:
    found = level(*evidence, today=today)
    assert bool(found.lacking) == (found.level < Level.LEAD)
    assert all(lack.have < lack.need for lack in found.lacking)
    background = [e for e in evidence if e.kind in (Kind.ATTENDED, Kind.SELF_RATED)]
    assert level(*background, today=today).level == Level.UNASSESSED


@given(days, st.integers(0, 60))
def test_months_back_and_forth_never_go_past_the_day(day: date, months: int) -> None:
    later = months_after(day, months)
    assert months_before(later, months) <= day
    assert 0 <= (day - months_before(later, months)).days <= 3
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
