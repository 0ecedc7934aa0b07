"""Drawing and asking rounds of knowledge questions."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.item_answers import ItemAnswered, item_view
from kompetens_gui.domain.exercises.questions.drawing import draw
from kompetens_gui.domain.exercises.questions.rules import QuestionRound
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished
from kompetens_gui.domain.study.questions import (
    ItemAnswer,
    KnowledgeItem,
    KnowledgeItemId,
    KnowledgeItemType,
    score_item,
)
from tests.domain.study_making import (
    RIGHT,
    WRONG,
    a_round,
    a_started,
    accept,
    an_item,
    items_of_all_types,
    right_answer,
)


def bank(families: int = 12, versions: int = 3) -> list[KnowledgeItem]:
    return [
        an_item(f"{family}-{v}", family=f"f{family}", area=("K05", "K06", "K07")[family % 3])
        for family in range(families)
        for v in range(versions)
    ]


def test_a_round_has_one_question_of_each_family_and_all_areas() -> None:
    drawn = draw(bank(), 6, seed=1)
    assert len({i.family for i in drawn}) == 6
    assert Counter(i.area for i in drawn) == {"K05": 2, "K06": 2, "K07": 2}


def test_the_same_seed_and_history_give_the_same_round() -> None:
    assert draw(bank(), 6, 7, ["1-1"]) == draw(list(reversed(bank())), 6, 7, ["1-1"])
    rounds = {tuple(i.id for i in draw(bank(), 6, seed)) for seed in range(20)}
    assert len(rounds) > 10


def test_a_retake_asks_other_versions_until_all_have_been_asked() -> None:
    asked: list[str] = []
    for seed in range(3):
        drawn = draw(bank(5), 5, seed, asked)
        assert not {i.id for i in drawn} & set(asked)
        asked += [i.id for i in drawn]
    assert len(set(asked)) == 15
    again = draw(bank(5), 5, 3, asked)
    assert {i.id for i in again} == set(asked[:5]), "then those asked longest ago"


def test_families_that_were_left_out_come_first_the_next_time() -> None:
    first = draw(bank(), 6, 1)
    second = draw(bank(), 6, 2, [i.id for i in first])
    assert not {i.family for i in first} & {i.family for i in second}


def test_every_safety_family_is_in_however_short_the_round() -> None:
    safety = [an_item(f"s{n}-{v}", family=f"s{n}", safety=True, area="K08") for n in range(4) for v in "ab"]
    drawn = draw([*bank(), *safety], 3, 1)
    assert {i.family for i in drawn} == {"s0", "s1", "s2", "s3"}
    drawn = draw([*bank(), *safety], 6, 1)
    assert (len(drawn), sum(i.safety for i in drawn)) == (6, 4)


def test_a_safety_question_never_hides_behind_an_ordinary_one_of_its_family() -> None:
    both = [an_item("a", family="x"), an_item("b", family="x", safety=True)]
    assert all(any(i.id == "b" for i in draw(both, 1, seed)) for seed in range(20))


def test_fewer_families_than_asked_for_give_what_there_is() -> None:
    assert len(draw(bank(2), 10, 1)) == 2
    assert draw([], 10, 1) == ()
    assert len(draw(bank(), 0, 1)) == 10, "no count means ten"


# ------------------------------------------------------------ asking


@pytest.mark.parametrize("item", items_of_all_types(), ids=lambda i: i.id)
def test_each_type_can_be_answered_right_by_what_is_shown(item: KnowledgeItem) -> None:
    shown = item_view(item, 5)
    assert "correct" not in repr(shown)
    if item.type == KnowledgeItemType.ORDER:
        assert [c.key for c in shown.choices] != ["0", "1", "2"], "never in order from the start"
    attempt = Attempt.begin(a_started("questions", QuestionRound((item,))))
    done = accept(attempt, ItemAnswered(item.id, right_answer(item)), AttemptFinished())
    assert (done.outcome.right, done.outcome.approved) == (1, True)
    assert done.view.answered[0].score.is_right


@given(
    st.sampled_from(items_of_all_types()),
    st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=4),
    st.lists(st.integers(-2, 5), max_size=4),
    st.none() | st.floats(),
)
def test_odd_answers_are_refused_or_scored_but_never_crash(
    item: KnowledgeItem, chosen: list[str], places: list[int], number: float | None
) -> None:
    answer = ItemAnswer(tuple(chosen), tuple(places), number)
    attempt = Attempt.begin(a_started("questions", QuestionRound((item,))))
    try:
        attempt = accept(attempt, ItemAnswered(item.id, answer))
    except ActivityRefused:
        assert attempt.view.current is not None
    else:
        assert attempt.view.answered[0].score == score_item(item, answer)


def test_a_question_is_answered_once_and_only_if_it_is_in_the_round() -> None:
    attempt = accept(Attempt.begin(a_started()), ItemAnswered(KnowledgeItemId("i1"), WRONG))
    for item, reason in (("i1", "already_answered"), ("i9", "no_such_question")):
        with pytest.raises(ActivityRefused) as refused:
            attempt.check(ItemAnswered(KnowledgeItemId(item), RIGHT))
        assert refused.value.reason == reason


def test_the_next_question_is_shown_until_all_are_answered() -> None:
    attempt = Attempt.begin(a_started())
    for number in range(1, 6):
        assert (attempt.view.number, attempt.view.current.id, attempt.view.is_done) == (number, f"i{number}", False)
        attempt = accept(attempt, ItemAnswered(KnowledgeItemId(f"i{number}"), RIGHT if number > 1 else WRONG))
    assert (attempt.view.current, attempt.view.right, attempt.view.is_done) == (None, 4, True)
    assert attempt.outcome.approved


def test_safety_questions_are_counted_apart() -> None:
    content = QuestionRound((an_item("a", safety=True), an_item("b", safety=True), an_item("c")))
    answers = (RIGHT, WRONG, RIGHT)
    events = [ItemAnswered(i.id, a) for i, a in zip(content.items, answers, strict=True)]
    outcome = accept(Attempt.begin(a_started("questions", content)), *events).outcome
    assert (outcome.safety_right, outcome.safety_of) == (1, 2)
    assert [(a.item, a.right) for a in outcome.answered] == [("a", True), ("b", False), ("c", True)]


def test_an_empty_round_can_never_be_finished() -> None:
    assert not Attempt.begin(a_started("questions", QuestionRound(()))).can_finish
    assert a_round(2).item(KnowledgeItemId("i3")) is None
