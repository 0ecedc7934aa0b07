"""The published timelines agree with the rule engine, rest on what is certain, and spread over people and rules."""

import re
from collections import Counter

import pytest

from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.content.rule_lists import rules_folder
from kompetens_gui.content.study.loading import load_study_content
from kompetens_gui.content.text_measures import words
from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.rehabilitation_rule_set import Certainty
from kompetens_gui.domain.rehabilitation_rules import AssessmentQuestion, assess
from kompetens_gui.domain.study.common import NameOrigin
from kompetens_gui.domain.study.timeline import ExpectedGround, TimelineCase
from tests.domain.rehabilitation_table import TABLE

RULES = load_rehabilitation_rules()
FILES = sorted((rules_folder().parent / "exercises" / "timeline").glob("*.yaml"))


def load(name: str) -> TimelineCase:
    case = load_study_content(next(path for path in FILES if path.stem == name))
    assert isinstance(case, TimelineCase)
    return case


CASES = [load(path.stem) for path in FILES]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.head.id)


def question(case: TimelineCase, age: int | None) -> AssessmentQuestion:
    return AssessmentQuestion(
        case.start, case.exam, case.situation, case.exception or None, age, earlier_days=case.earlier_days
    )


def expected(asked: AssessmentQuestion) -> ExpectedGround:
    found = assess(RULES, asked)
    assert found.certainty == Certainty.CERTAIN
    assert found.ground is not None
    return ExpectedGround(found.day, found.ground, found.rule_version, found.exception or "")


@each_case
def test_the_key_is_what_the_engine_says_and_certain(case: TimelineCase) -> None:
    assert case.expected == expected(question(case, case.age))
    assert case.head.person is not None
    assert case.expected == expected(question(case, case.head.person.age)), "the person's age must not change it"


@each_case
def test_the_row_of_the_table_says_the_same(case: TimelineCase) -> None:
    if case.table_row:
        row = TABLE[case.table_row - 1]
        assert row.certainty == Certainty.CERTAIN
        key = (case.situation, case.expected.ground, case.expected.rule_version, case.expected.exception)
        assert key == (row.situation, row.ground, row.version, row.holds or "")


@each_case
def test_every_answer_explains_itself_and_the_story_gives_nothing_away(case: TimelineCase) -> None:
    assert len(case.answers) >= 3
    assert all(len(words(answer.feedback)) >= 6 for answer in case.answers)
    assert len({answer.feedback for answer in case.answers}) == len(case.answers)
    assert case.feedback(case.expected.ground).startswith("Ja")
    assert not any(a.feedback.startswith("Ja") for a in case.answers if a.ground != case.expected.ground)
    read_before = " ".join((case.story, case.question, *(event.text for event in case.events)))
    assert not re.search(rf"\bdag {case.expected.day}\b|\bdag (90|91|180|181|365|366|550)\b", read_before)
    assert 60 <= len(words(case.story)) <= 120
    assert {case.start, case.exam} <= {event.on for event in case.events} or case.earlier_days


def test_they_spread_over_people_and_rules() -> None:
    assert len(CASES) >= 24
    people = [case.head.person for case in CASES if case.head.person is not None]
    women = sum(person.sex == Sex.WOMAN for person in people)
    assert 0.45 <= women / len(people) <= 0.55
    assert sum(person.name_origin == NameOrigin.OTHER for person in people) >= len(people) / 4
    assert len({person.name for person in people}) == len(people)
    for low, high in ((20, 34), (35, 49), (50, 66)):
        assert sum(low <= person.age <= high for person in people) >= len(people) / 5
    assert Counter(case.situation for case in CASES).most_common(1)[0][0] == "employed"
    assert {case.expected.rule_version for case in CASES} == {version.id for version in RULES.versions}
    assert {case.exception for case in CASES} >= {exception.id for exception in RULES.exceptions}
    assert {case.head.difficulty for case in CASES} == {1, 2, 3, 4}
