"""A forum as an exercise: two ways are defended, and what is kept is learning, never a decision."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, ListBlock, Round, TableBlock
from kompetens_gui.domain.activities.pathway_choice import KIND
from kompetens_gui.domain.activities.pathway_choice import events as e
from kompetens_gui.domain.errors import ActivityRefused, KompetensError
from kompetens_gui.domain.material.coordination import Consequences
from kompetens_gui.domain.material.pathway import BriefPart, Forum, PathwayBrief, PathwayOption, Seat, SeatId
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, Participant, ParticipantId
from tests.domain.study_making import a_head

AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
P1, P2 = ParticipantId("p1"), ParticipantId("p2")


def an_option(name: str) -> PathwayOption:
    return PathwayOption(
        name,
        f"Väg {name}",
        "Så här",
        (f"HEMLIGT FÖR {name}",),
        ("HEMLIGT EMOT",),
        ("HEMLIGT KRAV",),
        "HEMLIGT VEM",
        Consequences("HEMLIGT m", "HEMLIGT s", "HEMLIGT e"),
    )


BRIEF = PathwayBrief(
    a_head("forum"),
    Forum.PATHWAY,
    "Vad är nästa steg?",
    (BriefPart("Tid", "Lång tid"), BriefPart("Arbete", "Köket")),
    "Jag vill arbeta.",
    tuple(
        Seat(s, "Uppgift", ("HEMLIGT VET",), ("HEMLIGT FRÅGAR",), "Gräns") for s in (SeatId.ADVISER, SeatId.OWN_VOICE)
    ),
    (an_option("a"), an_option("b"), an_option("c")),
    ("HEMLIGT I DAG",),
    ("HEMLIGT SAKNAS",),
    ("Vem talade mest?",),
    "HEMLIG ANTECKNING",
)
REF = "pathway/forum"
WHERE = ActivityContext(
    AgendaItem(AgendaItemId("i"), KIND.id, "Forum", 40, settings={"material": REF}),
    materials={REF: BRIEF},
    participants=(Participant(P1, "Anna"), Participant(P2, "Bo")),
)


def after(*events: object) -> e.ForumState:
    state = KIND.start(WHERE)
    for event in events:
        KIND.check(state, event, WHERE)
        state = KIND.fold(state, event, AT, WHERE)
    return state


def test_the_room_begins_with_the_first_part_of_the_brief_and_hears_the_voice() -> None:
    first = KIND.room(after(), WHERE)
    assert first.part is not None
    assert (first.part.heading, first.part.number, first.part.parts) == ("Tid", 1, 2)
    assert KIND.room(after(e.ForumTurned(e.ForumShows.VOICE)), WHERE).voice == "Jag vill arbeta."


def test_somebody_sits_in_one_seat_and_leaves_it_for_another() -> None:
    state = after(e.SeatTaken("insurance_medicine_adviser", P1), e.SeatTaken("own_voice", P1))
    assert state.seats == {"own_voice": P1}
    assert after(e.SeatTaken("own_voice", P1), e.SeatTaken("own_voice", None)).seats == {}


def test_the_reading_of_a_way_is_seen_for_that_way_alone() -> None:
    state = after(e.ReadingShown("a", shown=True), e.OptionShown(""))
    a, b, _ = KIND.room(state, WHERE).ways
    assert (a.arguments_for, a.medical) == (("HEMLIGT FÖR a",), "HEMLIGT m")
    assert (b.arguments_for, b.who_decides) == ((), "")


def test_two_ways_are_defended_side_by_side() -> None:
    state = after(
        e.PointWritten("p", e.PointKind.FOR, "Det går fort", "c"),
        e.WaysDefended(("a", "c")),
        e.ForumTurned(e.ForumShows.DEFENDED),
    )
    assert [(w.title, w.said_for) for w in KIND.room(state, WHERE).ways] == [
        ("Väg a", ()),
        ("Väg c", ("Det går fort",)),
    ]
    for ways in (("a", "a"), ("a", "b", "c"), ("a", "?")):
        with pytest.raises(ActivityRefused):
            after(e.WaysDefended(ways))


def test_the_protocol_tells_hands_arguments_and_learning_and_knows_no_decision() -> None:
    state = after(
        e.HandsCounted(Round.FIRST, "a", 4),
        e.HandsCounted(Round.SECOND, "b", 5),
        e.PointWritten("p", e.PointKind.FOR, "Det går fort", "a"),
        e.PointWritten("l", e.PointKind.LEARNING, "Fråga personen först"),
    )
    order, hands, said, learnt = KIND.result(state, WHERE).blocks
    assert "utan beslut" in str(order)
    assert isinstance(hands, TableBlock)
    assert hands.rows == (("Väg a", "4", "0"), ("Väg b", "0", "5"))
    assert isinstance(said, ListBlock)
    assert (said.label, said.items) == ("Talar för: Väg a", ("Det går fort",))
    assert isinstance(learnt, ListBlock)
    assert learnt.items == ("Fråga personen först",)
    assert "decision" not in {kind.value for kind in e.PointKind}
    assert KIND.result(after(), WHERE).blocks == ()


@pytest.mark.parametrize(
    "event",
    [
        e.BriefPartShown(2),
        e.OptionShown("?"),
        e.ReadingShown("?", True),
        e.SeatTaken("specialist", P1),
        e.SeatTaken("own_voice", ParticipantId("p9")),
        e.HandsCounted(Round.FIRST, "?", 1),
        e.HandsCounted(Round.FIRST, "a", 501),
        e.PointWritten("p", e.PointKind.FOR, "utan väg"),
        e.PointWritten("p", e.PointKind.LEARNING, "med väg", "a"),
        e.PointWritten("p", e.PointKind.FOR, "x" * 401, "a"),
        "något annat",
    ],
)
def test_what_cannot_happen_is_refused(event: object) -> None:
    with pytest.raises(ActivityRefused):
        after(event)


options = st.sampled_from(["a", "b", "c", "", "?"])
anything = st.one_of(
    st.builds(e.ForumTurned, st.sampled_from(list(e.ForumShows))),
    st.builds(e.BriefPartShown, st.integers(-1, 3)),
    st.builds(e.OptionShown, options),
    st.builds(e.SeatTaken, st.sampled_from([s.value for s in SeatId]), st.sampled_from([P1, P2, None])),
    st.builds(e.HandsCounted, st.sampled_from(list(Round)), options, st.integers(-1, 600)),
    st.builds(e.WaysDefended, st.lists(options, max_size=3).map(tuple)),
    st.builds(
        e.PointWritten, st.sampled_from("xyz"), st.sampled_from(list(e.PointKind)), st.text(max_size=20), options
    ),
)


@given(st.lists(anything, max_size=30))
def test_whatever_happens_nothing_of_the_reading_is_seen_unasked(events: list[object]) -> None:
    state = KIND.start(WHERE)
    for event in events:
        try:
            KIND.check(state, event, WHERE)
        except KompetensError:
            continue
        state = KIND.fold(state, event, AT, WHERE)
        assert "HEMLIG" not in str(asdict(KIND.room(state, WHERE)))
    KIND.result(state, WHERE)
