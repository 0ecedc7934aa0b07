"""Impulses spotted together: marks by exact words, the next question, reveals one by one, and what stays hidden."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, Round, TableBlock, TextBlock
from kompetens_gui.domain.activities.spot_impulses import KIND
from kompetens_gui.domain.activities.spot_impulses import events as e
from kompetens_gui.domain.activities.spot_impulses.reading import Seen
from kompetens_gui.domain.activities.spot_impulses.state import SpottingTogether
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.impulse_names import LETTERS
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.study.impulses import ImpulseCase, ImpulseType, find_span
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from tests.domain.material_making import material_of

NOW = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
BAKER, WITHOUT = "impuls-bagare", "impuls-servitris"
GROUPS = (SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2"))
Type = ImpulseType
SAME_VALUE, TIRED = "samma värde som i september", "verkar trött och kort i svaren i dag"


def the_case(name: str = BAKER) -> ImpulseCase:
    case = material_of(str(MaterialRef(MaterialKind.IMPULSES, name)))
    assert isinstance(case, ImpulseCase)
    return case


def a_context(name: str = BAKER, *, groups: bool = True) -> ActivityContext:
    ref = str(MaterialRef(MaterialKind.IMPULSES, name))
    item = AgendaItem(AgendaItemId("i"), KIND.id, "Moment", 20, settings={"material": ref})
    return ActivityContext(item, materials={ref: the_case(name)}, groups=GROUPS if groups else ())


def after(*events: object, context: ActivityContext | None = None) -> SpottingTogether:
    context = context or a_context()
    state = KIND.start(context)
    for event in events:
        KIND.check(state, event, context)
        state = KIND.fold(state, event, NOW, context)
    return state


def refused(state: SpottingTogether, event: object, context: ActivityContext | None = None) -> str:
    with pytest.raises(ActivityRefused) as raised:
        KIND.check(state, event, context or a_context())
    return raised.value.reason


def spotted(mark: str, group: str, kind: ImpulseType, quote: str, portion: int = 0) -> e.ImpulseSpotted:
    return e.ImpulseSpotted(mark, portion, group, kind, quote)


MARKS = (
    spotted("m1", "g1", Type.NO_MEDICAL_PROGRESS, "samma värde"),
    spotted("m2", "g1", Type.UNDISCLOSED_STRESSOR, TIRED),
    spotted("m3", "g2", Type.PSYCHIATRIC_DIAGNOSIS, TIRED),
    spotted("m4", "g2", Type.EXTERNAL_PARTY, "Ortos används."),
)
KEY = e.PartRevealed(0, e.RevealPart.KEY)


def test_every_type_has_a_letter_of_its_own_and_none_of_the_chains() -> None:
    assert set(LETTERS) == set(Type)
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert not set(LETTERS.values()) & set("DFAWB")


def test_groups_marks_are_seen_when_all_have_marked_and_a_lone_rooms_at_once() -> None:
    state = after(*MARKS)
    assert KIND.room(state, a_context()).marks is None
    shown = KIND.room(after(*MARKS, e.PartRevealed(0, e.RevealPart.MARKS)), a_context()).marks
    assert shown is not None
    assert [(m.type, m.groups) for m in shown][-1] == (Type.PSYCHIATRIC_DIAGNOSIS, ("Grupp 2",))
    alone = a_context(groups=False)
    seen = KIND.room(after(spotted("m", "", Type.NO_MEDICAL_PROGRESS, SAME_VALUE), context=alone), alone).marks
    assert seen is not None
    text = the_case().portions[0].text
    assert [text[m.start : m.end] for m in seen] == [SAME_VALUE]


def test_the_key_tells_who_saw_what_and_what_was_near() -> None:
    assert KIND.room(after(*MARKS), a_context()).key is None
    key = KIND.room(after(*MARKS, KEY), a_context()).key
    assert key is not None
    assert [(i.type, dict(i.seen)) for i in key.impulses] == [
        (Type.NO_MEDICAL_PROGRESS, {"Grupp 1": Seen.SEEN, "Grupp 2": Seen.NOT_MARKED}),
        (Type.UNDISCLOSED_STRESSOR, {"Grupp 1": Seen.SEEN, "Grupp 2": Seen.NEAR}),
    ]
    assert [(o.type, o.groups) for o in key.own] == [(Type.EXTERNAL_PARTY, ("Grupp 2",))]
    assert not key.case_has_none


def test_a_shown_key_closes_the_marking_until_it_is_hidden() -> None:
    state = after(*MARKS, KEY)
    assert refused(state, spotted("m5", "g2", Type.NO_MEDICAL_PROGRESS, SAME_VALUE)) == "key_is_shown"
    assert refused(state, e.ImpulseTakenBack(0, "m1")) == "key_is_shown"
    reached = after(e.PartRevealed(0, e.RevealPart.REACH))
    assert refused(reached, e.QuestionPicked(0, "g1", "c")) == "reach_is_shown"


def test_a_group_may_say_that_it_sees_none_and_change_its_mind() -> None:
    state = after(e.NothingSpotted(0, "g1"))
    assert state.at(0).now.nothing == ("g1",)
    assert after(e.NothingSpotted(0, "g1"), MARKS[0]).at(0).now.nothing == ()
    assert refused(after(MARKS[0]), e.NothingSpotted(0, "g1")) == "take_marks_back_first"


def test_a_case_without_impulses_says_so_with_its_last_portion_and_not_before() -> None:
    context = a_context(WITHOUT)
    last = len(the_case(WITHOUT).portions) - 1
    first = KIND.room(after(KEY, context=context), context).key
    assert first is not None
    assert first.impulses == ()
    assert not first.case_has_none
    done = after(e.PortionShown(last), e.PartRevealed(last, e.RevealPart.KEY), context=context)
    key = KIND.room(done, context).key
    assert key is not None
    assert key.case_has_none


def test_questions_are_chosen_unseen_then_shown_and_then_how_far_they_lead() -> None:
    turned = e.RoomTurned(e.RoomShows.QUESTIONS)
    state = after(turned, e.QuestionPicked(0, "g1", "c"), e.QuestionPicked(0, "g2", "a"))
    assert {(q.groups, q.score, q.feedback) for q in KIND.room(state, a_context()).questions} == {(None, None, "")}
    choices = e.PartRevealed(0, e.RevealPart.CHOICES)
    shown = KIND.room(after(e.QuestionPicked(0, "g1", "c"), choices), a_context()).questions
    assert [(q.groups, q.score) for q in shown] == [((), None), ((), None), (("Grupp 1",), None)]
    reach = KIND.room(after(e.PartRevealed(0, e.RevealPart.REACH)), a_context()).questions
    assert [q.score for q in reach] == [1, 0, 2]
    assert all(q.feedback and q.groups is None for q in reach)


def test_the_second_round_keeps_the_first_as_it_stood() -> None:
    state = after(MARKS[0], e.QuestionPicked(0, "g1", "a"), e.SecondRoundOpened(0), MARKS[1])
    first = state.at(0).first
    assert first is not None
    assert [m.id for m in first.marks] == ["m1"]
    assert [m.id for m in state.at(0).now.marks] == ["m1", "m2"]
    view = KIND.room(
        KIND.fold(state, e.PartRevealed(0, e.RevealPart.MARKS), NOW, a_context()),
        a_context(),
    )
    assert view.round == Round.SECOND
    assert [m.new for m in view.marks or ()] == [(), ("Grupp 1",)]
    asked = after(
        e.QuestionPicked(0, "g1", "a"),
        e.SecondRoundOpened(0),
        e.QuestionPicked(0, "g1", "c"),
        e.PartRevealed(0, e.RevealPart.CHOICES),
    )
    seen = KIND.room(asked, a_context()).questions
    assert [(q.first_groups, q.groups) for q in seen] == [(("Grupp 1",), ()), ((), ()), ((), ("Grupp 1",))]
    assert refused(state, e.SecondRoundOpened(0)) == "second_round_open"


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (spotted("m", "g1", Type.PRIOR_HISTORY, "står inte här"), "no_such_words"),
        (spotted("m", "g1", Type.PRIOR_HISTORY, ""), "no_such_words"),
        (e.ImpulseSpotted("m", 0, "g1", Type.PRIOR_HISTORY, SAME_VALUE, 2), "no_such_words"),
        (spotted("m", "g1", Type.PRIOR_HISTORY, SAME_VALUE, 9), "no_such_portion"),
        (spotted("m", "", Type.PRIOR_HISTORY, SAME_VALUE), "no_such_group"),
        (e.ImpulseTakenBack(0, "m"), "no_such_node"),
        (e.QuestionPicked(0, "g1", "z"), "no_choice_here"),
        (e.QuestionHandsCounted(0, "a", -1), "no_such_count"),
        (e.NothingSpotted(0, "g1", nothing=False), "already_so"),
        (e.SecondRoundOpened(0), "nothing_marked"),
        (e.PartHidden(0, e.RevealPart.KEY), "not_revealed"),
        (e.PortionShown(-1), "no_such_portion"),
        (object(), "unknown_event"),
    ],
)
def test_what_cannot_happen_is_refused(event: object, reason: str) -> None:
    assert refused(after(), event) == reason


def test_the_same_words_are_marked_once_by_a_group() -> None:
    assert refused(after(MARKS[0]), spotted("m9", "g1", Type.NO_MEDICAL_PROGRESS, "samma värde")) == "marked_already"
    after(MARKS[0], spotted("m9", "g2", Type.NO_MEDICAL_PROGRESS, "samma värde"))


def test_settings_name_an_impulse_case() -> None:
    KIND.check_settings({"material": "impulses/impuls-bagare"})
    with pytest.raises(InvalidSettings):
        KIND.check_settings({"material": "branching/x"})


def test_equal_words_are_told_apart_by_their_number() -> None:
    assert find_span("så och så", "så", 2) == (7, 9)
    assert find_span("så och så", "så", 3) == (-1, -1)


def test_the_protocol_tells_who_saw_what_and_nothing_of_points() -> None:
    assert KIND.result(after(), a_context()).blocks == ()
    state = after(*MARKS, e.QuestionPicked(0, "g1", "c"), KEY)
    blocks = KIND.result(state, a_context()).blocks
    assert blocks[0] == TextBlock("Klockan tre i bageriet", "Impulser")
    table = blocks[1]
    assert isinstance(table, TableBlock)
    assert table.rows[0] == ("Står still medicinskt", f"”{SAME_VALUE}”", "Grupp 1", "Grupp 2")
    asked = blocks[-1]
    assert isinstance(asked, TableBlock)
    assert asked.rows[0][1:] == ("Grupp 1", "Öppnar mest")
    silent = after(e.NothingSpotted(0, "g1"), context=a_context(WITHOUT))
    words = [b.text for b in KIND.result(silent, a_context(WITHOUT)).blocks if isinstance(b, TextBlock)]
    assert any(text.startswith("Fallet har inga impulser.") for text in words)


# ---------------------------------------------------------------- random sessions
portions = st.integers(-1, 3)
groups = st.sampled_from(["g1", "g2", "", "nobody"])
quotes = st.sampled_from([SAME_VALUE, TIRED, "", "och", "Jag ligger ner."])
any_event = st.one_of(
    st.builds(e.PortionShown, portions),
    st.builds(
        e.ImpulseSpotted,
        st.sampled_from(["m1", "m2"]),
        portions,
        groups,
        st.sampled_from(Type),
        quotes,
        st.integers(0, 2),
    ),
    st.builds(e.ImpulseTakenBack, portions, st.sampled_from(["m1", "m2"])),
    st.builds(e.NothingSpotted, portions, groups, st.booleans()),
    st.builds(e.QuestionPicked, portions, groups, st.sampled_from(["a", "b", ""])),
    st.builds(e.QuestionHandsCounted, portions, st.sampled_from(["a", "z"]), st.integers(-1, 20)),
    st.builds(e.SecondRoundOpened, portions),
    st.builds(e.PartRevealed, portions, st.sampled_from(e.RevealPart)),
    st.builds(e.PartHidden, portions, st.sampled_from(e.RevealPart)),
    st.builds(e.RoomTurned, st.sampled_from(e.RoomShows)),
)


@settings(max_examples=120, deadline=None)
@given(events=st.lists(any_event, max_size=25), with_groups=st.booleans())
def test_any_session_can_be_told_and_no_key_is_seen_unrevealed(events: list[object], with_groups: bool) -> None:
    context, case = a_context(groups=with_groups), the_case()
    state = KIND.start(context)
    for event in events:
        try:
            KIND.check(state, event, context)
        except KompetensError:
            continue
        state = KIND.fold(state, event, NOW, context)
        shown = repr(asdict(KIND.room(state, context)))
        for number, portion in enumerate(case.portions):
            here = state.revealed(number, context) if number == state.portion else ()
            if e.RevealPart.KEY not in here:
                assert not [i.why for i in portion.impulses if i.why in shown]
            if e.RevealPart.REACH not in here:
                assert not [q.feedback for q in portion.next_questions if q.feedback in shown]
            if number != state.portion:
                assert portion.text not in shown
        KIND.result(state, context)
