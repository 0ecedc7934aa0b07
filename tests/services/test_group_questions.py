"""The list of questions for a group: nothing tells who asked, and names that are written in it are found."""

from itertools import count

import pytest

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.group_question import LONGEST_QUESTION
from kompetens_gui.services.group_questions import GroupQuestionService
from kompetens_gui.services.news import GroupQuestionsChanged, News
from tests.services.learning import Studies


@pytest.fixture
def asked(studies: Studies) -> GroupQuestionService:
    ids = count(1)
    program = studies.program
    return GroupQuestionService(program.work, program.clock, program.bus, lambda: f"g{next(ids)}")


def test_a_question_is_kept_with_what_it_is_about_and_the_day(asked: GroupQuestionService, studies: Studies) -> None:
    question = asked.ask(" Hur  läser ni raden? ", "Axel, frisör", "Kan inte\nstå")
    assert asked.all() == [question]
    assert question.card == "Axel, frisör: ”Kan inte stå”. Hur läser ni raden?"
    assert question.asked_on == studies.program.clock.local_now().date()


def test_a_question_about_nothing_particular_is_its_own_card(asked: GroupQuestionService) -> None:
    assert asked.ask("Vem ringer först?").card == "Vem ringer först?"


@pytest.mark.parametrize(
    ("text", "reason"), [(" \n ", "nothing_written"), ("x" * (LONGEST_QUESTION + 1), "text_too_long")]
)
def test_what_is_empty_or_too_long_is_refused(asked: GroupQuestionService, text: str, reason: str) -> None:
    with pytest.raises(ActivityRefused, match=reason):
        asked.ask(text)
    assert asked.all() == []


def test_a_question_is_taken_off_and_put_back_once(asked: GroupQuestionService, studies: Studies) -> None:
    heard: list[News] = []
    studies.program.bus.subscribe(heard.append)
    first, second = asked.ask("Ett?"), asked.ask("Två?")
    asked.remove(first.id)
    asked.remove(first.id)
    assert asked.all() == [second]
    asked.put_back(first)
    asked.put_back(first)
    assert {q.id for q in asked.all()} == {first.id, second.id}
    assert heard == [GroupQuestionsChanged()] * 6


def test_a_removed_profile_leaves_the_question_and_no_trace_of_who_asked(
    asked: GroupQuestionService, studies: Studies
) -> None:
    me = studies.learner("Ylva Öst")
    question = asked.ask("Hur läser ni raden?")
    studies.profiles.remove(me.id)
    assert asked.all() == [question]


def test_a_name_that_was_written_in_a_question_is_found(asked: GroupQuestionService, studies: Studies) -> None:
    asked.ask("Vad hade Ylva Öst sagt?", "Axel, frisör")
    with studies.work() as work:
        texts = [t for t in work.personal_data.texts() if t.where == "group_question"]
    assert [(t.title, t.text) for t in texts] == [("Axel, frisör", "Vad hade Ylva Öst sagt?")]
