"""The gender hand in the room: versions, counts, and nothing of two versions before the room is told."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, ListBlock, TableBlock, TextBlock
from kompetens_gui.domain.activities.gender_hand import KIND
from kompetens_gui.domain.activities.gender_hand import events as e
from kompetens_gui.domain.activities.gender_hand.events import HandStep
from kompetens_gui.domain.activities.gender_hand.parties import parties
from kompetens_gui.domain.activities.gender_hand.rules import caution
from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.study.twin import TwinCase, TwinFact, TwinOption, TwinQuestion, TwinVersion
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from tests.domain.study_making import SOURCE, a_head

AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
REF = "twin/tvilling"
OPTIONS = (TwinOption("yes", "Frågar"), TwinOption("no", "Frågar inte"))
CASE = TwinCase(
    a_head("tvilling"),
    (
        TwinVersion("a", "HEMLIG Maja", 47, Sex.WOMAN, "HEMLIG TEXT A"),
        TwinVersion("b", "HEMLIG Marko", 47, Sex.MAN, "HEMLIG TEXT B"),
    ),
    (
        TwinQuestion("q1", 4, "Ringer du chefen?", OPTIONS),
        TwinQuestion("q2", 1, "Frågar du om humöret?", OPTIONS),
    ),
    ("HEMLIG: vem av de två?",),
    (TwinFact("HEMLIG FAKTA", SOURCE),),
)
GROUPS = tuple(SmallGroup(GroupId(f"g{n}"), f"Grupp {n}") for n in (1, 2, 3))
CONTEXT = ActivityContext(
    AgendaItem(AgendaItemId("i"), "gender_hand", "Moment", 30, settings={"material": REF}),
    materials={REF: CASE},
    groups=GROUPS,
)
HALVES = replace(CONTEXT, groups=())


def after(*events: object, where: ActivityContext = CONTEXT) -> e.HandState:
    state = KIND.start(where)
    for event in events:
        KIND.check(state, event, where)
        state = KIND.fold(state, event, AT, where)
    return state


def test_groups_take_turns_to_have_the_versions_until_the_leader_says_otherwise() -> None:
    assert [p.version for p in parties(after(), CASE, GROUPS)] == ["a", "b", "a"]
    changed = after(e.VersionGiven("g3", "b"))
    assert [p.version for p in parties(changed, CASE, GROUPS)] == ["a", "b", "b"]
    assert [p.id for p in parties(after(where=HALVES), CASE, ())] == ["a", "b"]


def test_answers_are_told_by_version_and_never_by_group() -> None:
    state = after(
        e.AnswersCounted("q1", "g1", "yes", 3),
        e.AnswersCounted("q1", "g2", "yes", 1),
        e.AnswersCounted("q1", "g2", "no", 4),
        e.AnswersCounted("q1", "g3", "no", 2),
        e.HandStepShown(HandStep.DIFFERENCE, 1),
        e.VersionsShown(shown=True),
    )
    view = KIND.room(state, CONTEXT)
    assert view.difference is not None
    assert view.finger == 4
    assert view.difference.totals == (5, 5)
    assert [(a.text, a.counts) for a in view.difference.answers] == [("Frågar", (3, 1)), ("Frågar inte", (2, 4))]
    assert "Grupp" not in str(asdict(view))


def test_halves_of_a_room_without_groups_answer_too() -> None:
    state = after(
        e.AnswersCounted("q2", "a", "yes", 2),
        e.AnswersCounted("q2", "b", "no", 3),
        e.HandStepShown(HandStep.DIFFERENCE, 0),
        e.VersionsShown(shown=True),
        where=HALVES,
    )
    difference = KIND.room(state, HALVES).difference
    assert difference is not None
    assert difference.text == "Frågar du om humöret?"
    assert difference.totals == (2, 3)


def test_questions_are_asked_with_their_finger_and_without_what_others_answered() -> None:
    view = KIND.room(after(e.HandStepShown(HandStep.QUESTION, 0), e.AnswersCounted("q1", "g1", "yes", 3)), CONTEXT)
    assert view.asked is not None
    assert (view.asked.finger, view.asked.options, view.answered) == (4, ("Frågar", "Frågar inte"), 3)
    assert view.difference is None


def test_versions_and_facts_have_reveals_of_their_own() -> None:
    told = after(e.VersionsShown(shown=True))
    versions = KIND.room(KIND.fold(told, e.HandStepShown(HandStep.VERSIONS), AT, CONTEXT), CONTEXT).versions
    assert [v.text for v in versions] == ["HEMLIG TEXT A", "HEMLIG TEXT B"]
    assert KIND.room(KIND.fold(told, e.HandStepShown(HandStep.FACTS), AT, CONTEXT), CONTEXT).facts == ()
    assert KIND.room(KIND.fold(told, e.HandStepShown(HandStep.REFLECTION), AT, CONTEXT), CONTEXT).reflection
    facts = KIND.room(after(e.HandStepShown(HandStep.FACTS), e.FactsShown(shown=True)), CONTEXT)
    assert [fact.source for fact in facts.facts] == [SOURCE]
    assert facts.versions == ()


def test_the_protocol_tells_counts_with_what_they_are_worth() -> None:
    assert KIND.result(after(), CONTEXT).blocks == ()
    counted = (e.AnswersCounted("q1", "g1", "yes", 3), e.AnswersCounted("q1", "g2", "no", 2))
    table, words = KIND.result(after(*counted), CONTEXT).blocks
    assert isinstance(table, TableBlock)
    assert table.header[2:] == ("Version A", "Version B")
    assert table.rows == (("Arbete och arbetsgivare", "Ringer du chefen?", "Frågar: 3 av 3", "Frågar inte: 2 av 2"),)
    assert words == TextBlock(caution())
    thought = (e.VersionsShown(shown=True), e.ThoughtWritten("t1", "Vi frågar olika"))
    table, _, thoughts = KIND.result(after(*counted, *thought), CONTEXT).blocks
    assert isinstance(table, TableBlock)
    assert isinstance(thoughts, ListBlock)
    assert table.header[2] == "HEMLIG Maja, 47"
    assert thoughts.items == ("Vi frågar olika",)


@pytest.mark.parametrize(
    "event",
    [
        e.HandStepShown(HandStep.QUESTION, 2),
        e.HandStepShown(HandStep.DIFFERENCE, -1),
        e.VersionGiven("g1", "c"),
        e.VersionGiven("g9", "a"),
        e.AnswersCounted("q9", "g1", "yes", 1),
        e.AnswersCounted("q1", "a", "yes", 1),
        e.AnswersCounted("q1", "g1", "kanske", 1),
        e.AnswersCounted("q1", "g1", "yes", -1),
        e.ThoughtWritten("t", "x" * 301),
        "något annat",
    ],
)
def test_what_cannot_be_is_refused(event: object) -> None:
    with pytest.raises(ActivityRefused):
        after(event)


def test_settings_name_a_twin_and_nothing_else() -> None:
    KIND.check_settings({"material": REF})
    with pytest.raises(InvalidSettings):
        KIND.check_settings({"material": "letter/brev"})


def test_without_its_material_it_says_so_and_tells_nothing() -> None:
    empty = replace(CONTEXT, materials={})
    with pytest.raises(ActivityRefused, match="material_missing"):
        after(e.VersionsShown(shown=True), where=empty)
    assert KIND.result(KIND.start(empty), empty).blocks == ()


who = st.sampled_from(["g1", "g2", "a", "b", "?"])
anything = st.one_of(
    st.builds(e.HandStepShown, st.sampled_from(list(HandStep)), st.integers(-1, 3)),
    st.builds(e.VersionGiven, who, st.sampled_from(["a", "b", "?"])),
    st.builds(
        e.AnswersCounted,
        st.sampled_from(["q1", "q2", "?"]),
        who,
        st.sampled_from(["yes", "no", "?"]),
        st.integers(-2, 600),
    ),
    st.builds(e.ThoughtWritten, st.sampled_from("abc"), st.text(max_size=20)),
)


@given(st.lists(anything, max_size=25), st.sampled_from([CONTEXT, HALVES]))
def test_whatever_happens_the_room_does_not_know_of_two_versions(events: list[object], where: ActivityContext) -> None:
    state = KIND.start(where)
    for event in events:
        try:
            KIND.check(state, event, where)
        except KompetensError:
            continue
        state = KIND.fold(state, event, AT, where)
        assert "HEMLIG" not in str(asdict(KIND.room(state, where)))
    assert "HEMLIG" not in str(KIND.result(state, where))
