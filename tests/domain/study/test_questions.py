"""How answers to knowledge items are scored."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.case import Source
from kompetens_gui.domain.study.questions import (
    AnswerOption,
    DayEvent,
    ItemAnswer,
    KnowledgeItem,
    KnowledgeItemId,
    KnowledgeItemType,
    KnowledgeLevel,
    MatchPair,
    score_item,
)

BASE = KnowledgeItem(
    KnowledgeItemId("prov"),
    KnowledgeItemType.ONE,
    "K01",
    KnowledgeLevel.FOUNDATION,
    ("uppdraget",),
    "prov",
    "Fråga?",
    "Därför.",
    Source("Lag"),
)


def options(right: str, wrong: str) -> tuple[AnswerOption, ...]:
    return tuple(AnswerOption(key, key, key in right, f"om {key}") for key in sorted(right + wrong))


ONE = replace(BASE, options=options("b", "acd"))
MANY = replace(BASE, type=KnowledgeItemType.MANY, options=options("abc", "de"))
ORDER = replace(BASE, type=KnowledgeItemType.ORDER, sequence=("ett", "två", "tre", "fyra", "fem"))
MATCH = replace(
    BASE,
    type=KnowledgeItemType.MATCH,
    pairs=(MatchPair("läkaren", "intyg"), MatchPair("chefen", "plan"), MatchPair("kuratorn", "plan")),
)
TIMELINE = replace(
    BASE,
    type=KnowledgeItemType.TIMELINE,
    events=(DayEvent("plan", 30, "30 kap."), DayEvent("arbetsgivaren", 91), DayEvent("marknaden", 181)),
)
NUMBER = replace(BASE, type=KnowledgeItemType.NUMBER, answer=90.0, unit="dagar")
ALL = (ONE, MANY, ORDER, MATCH, TIMELINE, NUMBER)


def rights(item: KnowledgeItem, answer: ItemAnswer) -> str:
    return "".join("r" if p.right else "-" for p in score_item(item, answer).parts)


def test_one_is_right_or_wrong() -> None:
    assert score_item(ONE, ItemAnswer(chosen=("b",))).is_right
    assert score_item(ONE, ItemAnswer(chosen=("a",))).share == 0
    assert score_item(ONE, ItemAnswer(chosen=("a", "b"))).share == 0  # hedging is no answer
    assert rights(ONE, ItemAnswer(chosen=("a",))) == "--rr"
    assert [p.feedback for p in score_item(ONE, ItemAnswer()).parts] == ["om a", "om b", "om c", "om d"]


def test_many_counts_right_choices_for_and_wrong_ones_against_in_any_order() -> None:
    assert score_item(MANY, ItemAnswer(chosen=("c", "a", "b"))).is_right
    assert score_item(MANY, ItemAnswer(chosen=("b", "a"))).share == 2 / 3
    assert score_item(MANY, ItemAnswer(chosen=("b", "a", "d"))).share == 1 / 3
    assert score_item(MANY, ItemAnswer(chosen=("d", "e"))).share == 0
    assert score_item(MANY, ItemAnswer(chosen=("a", "b", "c", "d", "e"))).share == 1 / 3
    assert rights(MANY, ItemAnswer(chosen=("a", "d"))) == "r---r"


def test_order_loses_one_step_for_one_step_out_of_place() -> None:
    assert score_item(ORDER, ItemAnswer(places=(0, 1, 2, 3, 4))).is_right
    moved = ItemAnswer(places=(1, 2, 3, 4, 0))  # the first step put last: the others still follow each other
    assert score_item(ORDER, moved).share == 3 / 4
    assert rights(ORDER, moved) == "-rrrr"
    assert score_item(ORDER, ItemAnswer(places=(1, 0, 2, 4, 3))).share == 2 / 4
    assert score_item(ORDER, ItemAnswer(places=(4, 3, 2, 1, 0))).share == 0
    assert rights(ORDER, ItemAnswer(places=(4, 3, 2, 1, 0))) == "-----"


def test_order_with_steps_left_out_is_not_whole() -> None:
    assert score_item(ORDER, ItemAnswer(places=(0, 1))).share == 1 / 4
    assert score_item(ORDER, ItemAnswer(places=(0, 0, 0, 0, 0))).share == 0


def test_match_counts_pairs_and_lets_equal_sides_stand_for_each_other() -> None:
    assert score_item(MATCH, ItemAnswer(places=(0, 1, 2))).is_right
    assert score_item(MATCH, ItemAnswer(places=(0, 2, 1))).is_right
    assert score_item(MATCH, ItemAnswer(places=(1, 0, -1))).share == 0
    assert score_item(MATCH, ItemAnswer(places=(0,))).share == 1 / 3


def test_timeline_counts_events_on_their_day() -> None:
    assert score_item(TIMELINE, ItemAnswer(places=(30, 91, 181))).is_right
    assert score_item(TIMELINE, ItemAnswer(places=(30, 181, 91))).share == 1 / 3
    assert rights(TIMELINE, ItemAnswer(places=(30,))) == "r--"
    assert score_item(TIMELINE, ItemAnswer()).parts[0].feedback == "30 kap."


def test_a_number_may_differ_by_its_tolerance() -> None:
    assert score_item(NUMBER, ItemAnswer(number=90)).is_right
    assert not score_item(NUMBER, ItemAnswer(number=91)).is_right
    assert not score_item(NUMBER, ItemAnswer()).is_right
    loose = replace(NUMBER, tolerance=2)
    assert score_item(loose, ItemAnswer(number=88)).is_right
    assert score_item(loose, ItemAnswer(number=92)).is_right
    assert not score_item(loose, ItemAnswer(number=92.5)).is_right
    assert not score_item(loose, ItemAnswer(number=float("nan"))).is_right


@given(
    item=st.sampled_from(ALL),
    chosen=st.lists(st.sampled_from("abcdefå"), max_size=8),
    places=st.lists(st.integers(-3, 400), max_size=8),
    number=st.none() | st.floats(),
)
def test_any_answer_gives_a_share_and_only_a_whole_one_is_right(
    item: KnowledgeItem, chosen: list[str], places: list[int], number: float | None
) -> None:
    score = score_item(item, ItemAnswer(tuple(chosen), tuple(places), number))
    assert 0 <= score.share <= 1
    assert score.is_right == (all(p.right for p in score.parts))
    assert len(score.parts) in (len(item.options), len(item.sequence), len(item.pairs), len(item.events), 1)


@given(st.permutations(range(5)))
def test_an_order_is_worth_the_same_however_it_is_read_and_swapping_helps_no_right_order(order: list[int]) -> None:
    score = score_item(ORDER, ItemAnswer(places=tuple(order)))
    standing = [i for i in order if score.parts[i].right]
    assert standing == sorted(standing)
    assert score.share == (max(len(standing) - 1, 0)) / 4
