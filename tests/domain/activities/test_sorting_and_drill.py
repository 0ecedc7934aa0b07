"""Sorting and the talk drill: two rounds, groups, and nothing of the key in the room unasked."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities import sorting as s
from kompetens_gui.domain.activities import talk_drill as d
from kompetens_gui.domain.activities.base import ActivityContext, ListBlock, Round, TableBlock
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.material.sorting import Bin, BinReason, SortedItem, Sorting
from kompetens_gui.domain.material.talk_drill import DrillLine, DrillTask, TalkDrill
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from tests.domain.study_making import a_head

AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
GROUPS = (SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2"))
SORTING = Sorting(
    a_head("ring"),
    "Ring eller bevaka?",
    (Bin("call", "Ring"), Bin("watch", "Bevaka")),
    tuple(
        SortedItem(
            f"i{n}",
            f"Situation {n}",
            (BinReason("call", True, f"HEMLIGT SKÄL {n}"), BinReason("watch", False, f"HEMLIGT MOT {n}")),
        )
        for n in (1, 2)
    ),
    "HEMLIG ANTECKNING",
)
DRILL = TalkDrill(
    a_head("oppna"),
    "Inledning",
    tuple(
        DrillLine(
            f"l{n}", DrillTask.OPEN_QUESTION, f"Läge {n}", f"Mår du bra {n}?", ("HEMLIG MODELL",), ("HEMLIG PUNKT",)
        )
        for n in (1, 2)
    ),
    "HEMLIG ANTECKNING",
)


def context(kind: str) -> ActivityContext:
    ref, material = ("sorting/ring", SORTING) if kind == "sorting" else ("talk_drill/oppna", DRILL)
    item = AgendaItem(AgendaItemId("i"), kind, "Moment", 15, settings={"material": ref})
    return ActivityContext(item, materials={ref: material}, groups=GROUPS)


def after(kind: Any, *events: object, where: ActivityContext | None = None) -> Any:  # noqa: ANN401
    at = where or context(kind.id)
    state = kind.start(at)
    for event in events:
        kind.check(state, event, at)
        state = kind.fold(state, event, AT, at)
    return state


def test_hands_and_groups_are_kept_for_each_round() -> None:
    state = after(
        s.KIND,
        s.HandsCounted(Round.FIRST, "i1", "call", 4),
        s.SituationPlaced(Round.FIRST, "i1", "g1", "watch"),
        s.SituationPlaced(Round.FIRST, "i1", "g2", "watch"),
        s.RoundChosen(Round.SECOND),
        s.HandsCounted(Round.SECOND, "i1", "call", 6),
        s.SituationPlaced(Round.SECOND, "i1", "g1", "call"),
    )
    room = s.KIND.room(state, context("sorting"))
    assert [(b.title, b.first, b.second, b.groups) for b in room.bins] == [
        ("Ring", 4, 6, ("Grupp 1",)),
        ("Bevaka", 0, 0, ("Grupp 2",)),
    ]
    (table,) = s.KIND.result(state, context("sorting")).blocks
    assert isinstance(table, TableBlock)
    assert table.rows == (("Situation 1", "Ring: 4; Bevaka: Grupp 1, Grupp 2", "Ring: Grupp 1, 6"),)


def test_a_group_can_take_its_place_back() -> None:
    placed = (s.SituationPlaced(Round.FIRST, "i1", "g1", "call"), s.SituationPlaced(Round.FIRST, "i1", "g1", ""))
    state = after(s.KIND, *placed)
    assert all(not b.groups for b in s.KIND.room(state, context("sorting")).bins)
    assert s.KIND.result(state, context("sorting")).blocks == ()


def test_reasons_are_seen_for_the_situation_they_were_shown_for() -> None:
    shown = after(s.KIND, s.ReasonsShown("i1", shown=True))
    assert [r.text for r in s.KIND.room(shown, context("sorting")).reasons] == ["HEMLIGT SKÄL 1", "HEMLIGT MOT 1"]
    moved = after(s.KIND, s.ReasonsShown("i1", shown=True), s.SituationShown(1))
    assert s.KIND.room(moved, context("sorting")).reasons == ()


@pytest.mark.parametrize(
    "event",
    [
        s.SituationShown(2),
        s.SituationShown(-1),
        s.HandsCounted(Round.FIRST, "i9", "call", 1),
        s.HandsCounted(Round.FIRST, "i1", "kasta", 1),
        s.HandsCounted(Round.FIRST, "i1", "call", -1),
        s.SituationPlaced(Round.FIRST, "i1", "g9", "call"),
        "något annat",
    ],
)
def test_what_cannot_be_sorted_is_refused(event: object) -> None:
    with pytest.raises(ActivityRefused):
        after(s.KIND, event)


def test_wordings_are_kept_by_line_and_reworded() -> None:
    state = after(
        d.KIND,
        d.WordingWritten("w1", "l1", "Hur mår du?", "g1"),
        d.WordingWritten("w2", "l1", "Vad är svårast?"),
        d.WordingWritten("w1", "l1", "Hur är en vanlig dag?", "g1"),
        d.WordingWritten("w3", "l2", "Berätta"),
        d.WordingWritten("w2", "l1", " "),
    )
    room = d.KIND.room(state, context("talk_drill"))
    assert [(w.text, w.group) for w in room.wordings] == [("Hur är en vanlig dag?", "Grupp 1")]
    first, second = d.KIND.result(state, context("talk_drill")).blocks
    assert isinstance(first, ListBlock)
    assert isinstance(second, ListBlock)
    assert (first.items, second.items) == (("Hur är en vanlig dag?",), ("Berätta",))


def test_models_are_seen_for_the_line_they_were_shown_for() -> None:
    shown = after(d.KIND, d.ModelsShown("l1", shown=True))
    assert d.KIND.room(shown, context("talk_drill")).models == ("HEMLIG MODELL",)
    moved = after(d.KIND, d.ModelsShown("l1", shown=True), d.DrillLineShown(1))
    assert d.KIND.room(moved, context("talk_drill")).models == ()


@pytest.mark.parametrize("kind", [s.KIND, d.KIND])
def test_other_material_is_refused_in_the_settings(kind: Any) -> None:  # noqa: ANN401
    with pytest.raises(InvalidSettings):
        kind.check_settings({"material": "branching/fall"})
    with pytest.raises(InvalidSettings):
        kind.check_settings({"material": "nonsens"})
    kind.check_settings({"material": context(kind.id).item.settings["material"]})


@pytest.mark.parametrize("kind", [s.KIND, d.KIND])
def test_without_its_material_it_says_so_and_tells_nothing(kind: Any) -> None:  # noqa: ANN401
    empty = replace(context(kind.id), materials={})
    with pytest.raises(ActivityRefused, match="material_missing"):
        kind.check(kind.start(empty), kind.events[0](0), empty)
    assert kind.result(kind.start(empty), empty).blocks == ()


situations, bins, groups = st.sampled_from(["i1", "i2", "?"]), st.sampled_from(["call", "watch", "", "?"]), st.text()
rounds = st.sampled_from(list(Round))
sorting_events = st.one_of(
    st.builds(s.SituationShown, st.integers(-1, 3)),
    st.builds(s.HandsCounted, rounds, situations, bins, st.integers(-2, 600)),
    st.builds(s.SituationPlaced, rounds, situations, st.sampled_from(["g1", "g2", "?"]), bins),
    st.builds(s.RoundChosen, rounds),
)
drill_events = st.one_of(
    st.builds(d.DrillLineShown, st.integers(-1, 3)),
    st.builds(d.WordingWritten, st.sampled_from("abc"), st.sampled_from(["l1", "l2", "?"]), st.text(max_size=20)),
)


@given(st.lists(sorting_events | drill_events, max_size=25))
def test_whatever_happens_nothing_secret_is_seen(events: list[object]) -> None:
    for kind in (s.KIND, d.KIND):
        where = context(kind.id)
        state: Any = kind.start(where)
        for event in events:
            try:
                kind.check(state, event, where)
            except KompetensError:
                continue
            state = kind.fold(state, event, AT, where)
            assert "HEMLIG" not in str(asdict(kind.room(state, where)))
        kind.result(state, where)
