"""Generated timelines: always certain, always what the engine says, and fit to be read."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.content.rule_lists import load_rule_lists
from kompetens_gui.content.text_measures import sentences, words
from kompetens_gui.domain import wording
from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.rehabilitation_chain import Situation, chain_day
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, Ground, RuleSet
from kompetens_gui.domain.rehabilitation_rules import AssessmentQuestion, assess
from kompetens_gui.domain.study.common import NameOrigin
from kompetens_gui.domain.study.timeline import ExpectedGround, TimelineCase
from kompetens_gui.domain.study.timeline_generator import generate_timelines
from kompetens_gui.domain.study.timeline_stories import NAMES

RULES = load_rehabilitation_rules()
TODAY = date(2026, 11, 28)
MANY = [case for seed in range(60) for case in generate_timelines(RULES, seed, 10, TODAY)]


def asked(case: TimelineCase, age: int | None) -> AssessmentQuestion:
    exception = case.exception or None
    return AssessmentQuestion(case.start, case.exam, case.situation, exception, age, earlier_days=case.earlier_days)


@settings(max_examples=150)
@given(st.integers(), st.integers(1, 12), st.dates(date(2022, 3, 1), date(2040, 1, 1)))
def test_every_timeline_is_certain_and_agrees_with_the_engine(seed: int, count: int, today: date) -> None:
    cases = generate_timelines(RULES, seed, count, today)
    assert len(cases) == count
    for case in cases:
        found = assess(RULES, asked(case, case.age))
        assert found.certainty == Certainty.CERTAIN
        assert case.expected == ExpectedGround(found.day, found.ground or "", found.rule_version, found.exception or "")
        assert case.head.person is not None
        if case.age is None:
            assert replace(assess(RULES, asked(case, case.head.person.age)), notes=()) == replace(found, notes=())
        else:
            assert case.age == case.head.person.age
        assert case.exam <= today
        assert case.is_right(str(found.ground))
        assert sum(case.is_right(answer.ground) for answer in case.answers) == 1


@given(st.integers(), st.integers(1, 6))
def test_the_same_seed_gives_the_same_timelines(seed: int, count: int) -> None:
    again = generate_timelines(RULES, seed, count, TODAY)
    assert generate_timelines(RULES, seed, count, TODAY) == again
    assert generate_timelines(RULES, seed, count + 1, TODAY)[:count] == again
    assert len({case.head.id for case in again}) == count


def test_other_seeds_give_other_timelines() -> None:
    assert len({case.story for case in MANY}) == len(MANY)


@pytest.mark.parametrize("case", MANY[:200], ids=lambda case: case.head.id)
def test_the_texts_can_be_read_and_give_nothing_away(case: TimelineCase) -> None:
    told = [case.story, case.question, case.why, case.head.title, *(a.feedback for a in case.answers)]
    told += [event.text for event in case.events]
    assert all(text.strip() and "{" not in text and "  " not in text for text in told)
    assert max(len(words(sentence)) for text in told for sentence in sentences(text)) <= 25
    assert not any(rule.pattern.search(text) for text in told for rule in load_rule_lists().guilt)
    read_before = " ".join((case.story, case.question, case.head.title, *(event.text for event in case.events)))
    assert not re.search(r"\bdag \d", read_before)
    assert case.head.person is not None
    assert case.head.person.name in case.story
    assert len(words(case.story)) >= 20


@pytest.mark.parametrize("case", MANY[:200], ids=lambda case: case.head.id)
def test_each_ground_is_answered_with_a_reason(case: TimelineCase) -> None:
    assert len(case.answers) >= 3
    assert all(len(words(answer.feedback)) >= 6 for answer in case.answers)
    yes = [answer.ground for answer in case.answers if answer.feedback.startswith("Ja.")]
    assert yes == [case.expected.ground]
    assert f"är dag {case.expected.day} i kedjan" in case.why
    assert case.expected.rule_version in case.why


def test_days_of_an_earlier_period_follow_from_the_dates_in_the_story() -> None:
    joined = [case for case in MANY if case.earlier_days]
    assert joined
    for case in joined:
        earlier = [event.on for event in case.events if event.text.startswith("Den tidigare")]
        assert chain_day(earlier[0], earlier[1]) == case.earlier_days
        assert (case.start - earlier[1]).days - 1 < RULES.days_between


def test_they_cover_what_there_is_to_practise() -> None:
    assert {case.situation for case in MANY} == set(Situation) - {Situation.CHILDCARE}, "childcare is never certain"
    assert {case.expected.ground for case in MANY} == {g.value for g in Ground} - {"CHILDCARE"}
    assert {case.expected.rule_version for case in MANY} == {version.id for version in RULES.versions}
    assert {case.expected.exception for case in MANY} - {""} == {exception.id for exception in RULES.exceptions}
    assert any(case.exception and not case.expected.exception for case in MANY), "some exceptions cannot be used"
    limits = Counter(case.expected.day for case in MANY)
    assert all(limits[day] for day in (90, 91, 180, 181, 365, 366))
    assert {case.head.difficulty for case in MANY} == {1, 2, 3, 4}
    assert Counter(case.situation for case in MANY).most_common(1)[0][0] == Situation.EMPLOYED


def test_the_people_are_balanced() -> None:
    assert sum(sex == Sex.WOMAN for _, sex, _ in NAMES) == len(NAMES) / 2
    assert sum(origin == NameOrigin.OTHER for _, _, origin in NAMES) >= len(NAMES) / 4
    round_ = generate_timelines(RULES, 1, len(NAMES), TODAY)
    assert len({case.head.person.name for case in round_ if case.head.person is not None}) == len(NAMES)


def test_the_words_go_through_translation() -> None:
    wording.install(lambda context, text: f"{context}: {text}")
    try:
        case = generate_timelines(RULES, 4, 1, TODAY)[0]
    finally:
        wording.install(None)
    assert case.question.startswith("Timelines: Vilken")
    assert "RehabilitationChain: " in case.why
    assert case.expected == generate_timelines(RULES, 4, 1, TODAY)[0].expected, "words change nothing else"


def without_certainty(rules: RuleSet) -> RuleSet:
    rows = {
        situation: tuple(replace(row, certainty=Certainty.PROBABLE) for row in rules.rows[situation])
        for situation in rules.rows
    }
    return replace(rules, rows=rows, exceptions=())


def test_without_certain_answers_nothing_is_asked() -> None:
    assert generate_timelines(without_certainty(RULES), 1, 5, TODAY) == ()


def test_a_limit_that_moves_moves_the_timelines() -> None:
    """Nothing in the generator knows the limits: with other data, other days are asked about."""
    rows = RULES.rows[Situation.UNEMPLOYED]
    only_market = replace(RULES, rows={Situation.EMPLOYED: rows}, exceptions=())
    cases = generate_timelines(only_market, 1, 20, TODAY)
    assert {case.expected.ground for case in cases} == {"MARKET"}
