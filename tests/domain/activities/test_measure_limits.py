"""What does the number not measure? Hands in two rounds, and answers only when they are shown."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities import measure_limits as m
from kompetens_gui.domain.activities.base import ActivityContext, ListBlock, Round, TableBlock
from kompetens_gui.domain.errors import ActivityRefused, KompetensError
from kompetens_gui.domain.material.measure_limits import Figure, FigureKind, MeasureLimits, Series, Statement
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId
from tests.domain.study_making import a_head

AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
MATERIAL = MeasureLimits(
    a_head("tal"),
    "Det har blivit bättre.",
    Figure(FigureKind.BARS, "Andel", ("2014", "2020"), (Series("Alla", (27.0, 7.0)),), "%", "Bara anställda."),
    (Statement("a", "Andelen sjönk.", True, "HEMLIGT SKÄL a"), Statement("b", "Det blev sämre.", False, "HEMLIGT b")),
    ("HEMLIG LISTA",),
    ("Vad vet vi?",),
    "HEMLIG ANTECKNING",
)
SETTINGS = {"material": "measure_limits/tal"}
WHERE = ActivityContext(
    AgendaItem(AgendaItemId("i"), m.KIND.id, "Talet", 15, settings=SETTINGS), materials={SETTINGS["material"]: MATERIAL}
)


def after(*events: object) -> m.MeasureLimitsState:
    state = m.KIND.start(WHERE)
    for event in events:
        m.KIND.check(state, event, WHERE)
        state = m.KIND.fold(state, event, AT, WHERE)
    return state


def test_the_figure_comes_first_and_a_statement_stands_without_its_answer() -> None:
    assert m.KIND.room(after(), WHERE).statement is None
    shown = m.KIND.room(after(m.StatementShown(1), m.HandsCounted(Round.FIRST, "b", True, 5)), WHERE).statement
    assert shown is not None
    assert (shown.text, shown.holding, shown.holds, shown.why) == ("Det blev sämre.", (5, 0), None, "")


def test_the_answer_is_seen_for_its_own_statement() -> None:
    told = m.KIND.room(after(m.StatementShown(1), m.WhyShown("b", shown=True)), WHERE).statement
    assert told is not None
    assert (told.holds, told.why) == (False, "HEMLIGT b")
    other = m.KIND.room(after(m.WhyShown("b", shown=True), m.StatementShown(0)), WHERE).statement
    assert other is not None
    assert other.holds is None


def test_the_protocol_tells_the_hands_and_the_rooms_own_limits() -> None:
    state = after(
        m.HandsCounted(Round.FIRST, "a", True, 4),
        m.HandsCounted(Round.FIRST, "a", False, 3),
        m.HandsCounted(Round.SECOND, "a", True, 7),
        m.LimitWritten("l1", "Om det hjälpte"),
        m.LimitWritten("l2", "Bort"),
        m.LimitWritten("l2", ""),
    )
    table, limits = m.KIND.result(state, WHERE).blocks
    assert isinstance(table, TableBlock)
    assert table.rows == (("Andelen sjönk.", "4 / 3", "7 / 0"),)
    assert isinstance(limits, ListBlock)
    assert limits.items == ("Om det hjälpte",)
    assert m.KIND.result(after(), WHERE).blocks == ()


@pytest.mark.parametrize(
    "event",
    [
        m.StatementShown(2),
        m.StatementShown(-2),
        m.HandsCounted(Round.FIRST, "c", True, 1),
        m.HandsCounted(Round.FIRST, "a", True, 501),
        m.LimitWritten("l", "x" * 301),
        0,
    ],
)
def test_what_cannot_happen_is_refused(event: object) -> None:
    with pytest.raises(ActivityRefused):
        after(event)


anything = st.one_of(
    st.builds(m.StatementShown, st.integers(-2, 3)),
    st.builds(
        m.HandsCounted, st.sampled_from(list(Round)), st.sampled_from("abc"), st.booleans(), st.integers(-1, 600)
    ),
    st.builds(m.RoundChosen, st.sampled_from(list(Round))),
    st.builds(m.LimitWritten, st.sampled_from("xy"), st.text(max_size=20)),
)


@given(st.lists(anything, max_size=25))
def test_whatever_happens_no_answer_is_seen_unasked(events: list[object]) -> None:
    state = m.KIND.start(WHERE)
    for event in events:
        try:
            m.KIND.check(state, event, WHERE)
        except KompetensError:
            continue
        state = m.KIND.fold(state, event, AT, WHERE)
        assert "HEMLIG" not in str(asdict(m.KIND.room(state, WHERE)))
    m.KIND.result(state, WHERE)
