"""Ten quiet minutes a day, counted once, whatever the clock does."""

from datetime import timedelta

import pytest

from kompetens_gui.domain.errors import ActivityRefused, NotFound
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.repetition import CARDS_A_DAY, Recall
from kompetens_gui.domain.study.questions import ItemAnswer
from kompetens_gui.services.news import RepetitionChanged
from kompetens_gui.services.repetition import ReviewAnswered
from tests.domain.study_making import RIGHT, WRONG, an_item
from tests.services.learning import Studies


@pytest.fixture
def me(studies: Studies) -> LearnerId:
    me = studies.learner().id
    studies.done(me, "u2")
    studies.program.clock.move(days=3)
    return me


def answer(studies: Studies, me: LearnerId, given: ItemAnswer = RIGHT, felt: Recall | None = None) -> ReviewAnswered:
    first = studies.repetition.today(me).questions[0]
    return studies.repetition.answer(me, first.item.id, first.number, given, felt)


def test_what_was_learnt_comes_back_after_some_days(studies: Studies, me: LearnerId) -> None:
    day = studies.repetition.today(me)
    assert (len(day.questions), day.minutes, day.more, day.done_today) == (5, 3, False, 0)
    assert "ÅTERKOPPLING" not in repr(day)
    fresh = studies.learner("Bo Ek").id
    assert studies.repetition.today(fresh).questions == ()
    with pytest.raises(NotFound):
        studies.repetition.today(LearnerId("ingen"))


def test_an_answer_tells_how_it_went_and_when_it_comes_back(studies: Studies, me: LearnerId) -> None:
    right = answer(studies, me)
    assert right.answered.score.is_right
    assert right.due > studies.program.clock.now() + timedelta(days=2)
    wrong = answer(studies, me, WRONG, Recall.EASY)
    assert not wrong.answered.score.is_right
    assert wrong.answered.feedback.startswith("ÅTERKOPPLING")
    assert wrong.due < right.due
    assert len(studies.repetition.today(me).questions) == 3
    assert studies.repetition.today(me).done_today == 2
    assert studies.program.news[-1] == RepetitionChanged(me)
    with studies.work() as work:
        assert [e.recall for e in work.reviews.entries(me)] == [Recall.GOOD, Recall.AGAIN]


def test_how_it_felt_moves_the_day(studies: Studies, me: LearnerId) -> None:
    hard, easy = answer(studies, me, felt=Recall.HARD), answer(studies, me, felt=Recall.EASY)
    assert hard.due < easy.due


def test_a_double_click_counts_once(studies: Studies, me: LearnerId) -> None:
    first = studies.repetition.today(me).questions[0]
    studies.repetition.answer(me, first.item.id, first.number, RIGHT)
    for number in (first.number, first.number + 5):
        with pytest.raises(ActivityRefused) as refused:
            studies.repetition.answer(me, first.item.id, number, RIGHT)
        assert refused.value.reason == "already_answered"
    with pytest.raises(ActivityRefused):
        studies.repetition.answer(me, first.item.id, first.number + 1, ItemAnswer(("finns-inte",)))
    with studies.work() as work:
        assert len(work.reviews.entries(me)) == 1


def test_ten_minutes_are_ten_minutes_also_after_a_restart(studies: Studies, me: LearnerId) -> None:
    studies.library.bank += [an_item(f"k{n}", area="K09", modules=("moten",)) for n in range(60)]
    for _ in range(4):
        studies.done(me, "u2")
    with studies.work() as work:
        cards = work.reviews.cards(me)
    assert len(cards) > CARDS_A_DAY
    studies.program.clock.move(days=30)
    for _ in range(CARDS_A_DAY - 2):
        answer(studies, me)
    again = studies.crash()
    try:
        day = again.repetition.today(me)
        assert (len(day.questions), day.done_today, day.more) == (2, CARDS_A_DAY - 2, True)
    finally:
        again.close()


def test_at_midnight_a_new_day_begins(studies: Studies, me: LearnerId) -> None:
    clock = studies.program.clock
    clock.at = clock.at.replace(hour=22, minute=59)  # one minute to midnight where the learner is
    answer(studies, me)
    assert studies.repetition.today(me).done_today == 1
    clock.move(minutes=1)
    assert studies.repetition.today(me).done_today == 0


def test_a_clock_set_back_asks_nothing_twice_and_loses_nothing(studies: Studies, me: LearnerId) -> None:
    before = {q.item.id for q in studies.repetition.today(me).questions}
    done = {answer(studies, me).answered.item.id for _ in range(2)}
    studies.program.clock.move(days=-1)
    assert not done & {q.item.id for q in studies.repetition.today(me).questions}
    studies.program.clock.move(days=1)
    assert {q.item.id for q in studies.repetition.today(me).questions} == before - done
    studies.program.clock.move(days=400)
    assert {q.item.id for q in studies.repetition.today(me).questions} == before


def test_a_clock_that_ran_a_year_ahead_and_was_put_right_loses_nothing(studies: Studies, me: LearnerId) -> None:
    studies.program.clock.move(days=365)
    answered = {answer(studies, me).answered.item.id for _ in range(5)}
    studies.program.clock.move(days=-365)
    assert studies.repetition.today(me).questions == ()
    studies.program.clock.move(days=366)
    assert {q.item.id for q in studies.repetition.today(me).questions} == answered


def test_a_question_that_has_left_the_bank_is_passed_over(studies: Studies, me: LearnerId) -> None:
    gone = studies.repetition.today(me).questions[0].item.id
    studies.library.bank = [i for i in studies.library.bank if i.id != gone]
    assert gone not in {q.item.id for q in studies.repetition.today(me).questions}
    with pytest.raises(NotFound):
        studies.repetition.answer(me, gone, 1, RIGHT)
