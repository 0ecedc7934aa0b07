"""A leaflet written together: groups in turn, words to change, and nothing of points or models unasked."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, ListBlock, TextBlock
from kompetens_gui.domain.activities.leaflet_together import KIND
from kompetens_gui.domain.activities.leaflet_together import events as e
from kompetens_gui.domain.activities.leaflet_together.events import LeafletStep
from kompetens_gui.domain.activities.leaflet_together.pages import LONGEST_PAGE, pages, split, stops
from kompetens_gui.domain.activities.leaflet_together.room import PageInRoom, SectionInRoom
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection, LeafletSectionId, WordsToAvoid
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from tests.domain.study_making import a_head

AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
REF = "leaflet/blad"
WHY, HOW, ENDS = LeafletSectionId.WHY, LeafletSectionId.HOW, LeafletSectionId.ENDS
LEAFLET = Leaflet(
    a_head("blad"),
    "Johanna vill tillbaka.",
    50,
    3,
    tuple(
        LeafletSection(s, f"Del {s}", f"Skriv {s}", ("HEMLIG PUNKT 1", "HEMLIG PUNKT 2"), f"HEMLIG MODELL {s}")
        for s in (WHY, HOW, ENDS)
    ),
    (WordsToAvoid("du måste", "Skriv vad som brukar hjälpa."), WordsToAvoid("skärpa dig", "HEMLIGT RÅD")),
)
CONTEXT = ActivityContext(
    AgendaItem(AgendaItemId("i"), "leaflet_together", "Moment", 25, settings={"material": REF}),
    materials={REF: LEAFLET},
    groups=(SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2")),
)


def after(*events: object, where: ActivityContext = CONTEXT) -> e.LeafletState:
    state = KIND.start(where)
    for event in events:
        KIND.check(state, event, where)
        state = KIND.fold(state, event, AT, where)
    return state


def section(number: int, *events: object, where: ActivityContext = CONTEXT) -> SectionInRoom:
    found = KIND.room(after(e.LeafletStepShown(LeafletStep.SECTION, number), *events, where=where), where).section
    assert found is not None
    return found


def page(state: e.LeafletState, number: int) -> PageInRoom:
    shown = KIND.fold(state, e.LeafletStepShown(LeafletStep.WHOLE, number), AT, CONTEXT)
    found = KIND.room(shown, CONTEXT).page
    assert found is not None
    return found


def test_groups_take_turns_to_write_until_the_leader_says_otherwise() -> None:
    assert [section(n).group for n in range(3)] == ["Grupp 1", "Grupp 2", "Grupp 1"]
    assert section(2, e.SectionTaken(ENDS, "g2")).group == "Grupp 2"
    assert section(2, e.SectionTaken(ENDS, "")).group == ""
    assert section(0, where=replace(CONTEXT, groups=())).group == ""


def test_words_that_close_a_talk_are_pointed_out_with_what_to_say_instead() -> None:
    assert section(0, e.SectionWritten(WHY, "Du måste vila.")).avoid == (LEAFLET.avoid[0],)
    reworded = (e.SectionWritten(WHY, "Du måste vila."), e.SectionWritten(WHY, "Många mår bra av vila."))
    assert section(0, *reworded).avoid == ()


def test_points_and_model_are_seen_for_the_section_they_were_shown_for() -> None:
    checked = e.PointChecked(WHY, 1, met=True)
    hidden = section(0, checked)
    assert (hidden.points, hidden.model) == ((), "")
    shown = section(0, checked, e.PointsShown(WHY, shown=True))
    assert [point.met for point in shown.points] == [None, True]
    assert shown.model == ""
    assert section(0, e.ModelShown(WHY, shown=True)).model == "HEMLIG MODELL why"
    assert section(1, e.ModelShown(WHY, shown=True), e.PointsShown(WHY, shown=True)).points == ()
    assert section(0, e.ModelShown(WHY, shown=True), e.ModelShown(WHY, shown=False)).model == ""


def test_the_whole_leaflet_is_read_in_order_and_kept_in_the_protocol() -> None:
    assert KIND.result(after(), CONTEXT).blocks == ()
    state = after(
        e.SectionWritten(ENDS, "Vi ses den 24 mars."),
        e.SectionWritten(WHY, " Du behöver pauser. "),
        e.SectionWritten(HOW, "Arbeta förmiddag."),
        e.SectionWritten(HOW, ""),
        e.LeafletStepShown(LeafletStep.WHOLE),
    )
    assert [page(state, n).text for n in range(3)] == ["Du behöver pauser.", "", "Vi ses den 24 mars."]
    assert [page(state, n).group for n in range(3)] == ["Grupp 1", "Grupp 2", "Grupp 1"]
    assert KIND.result(state, CONTEXT).blocks == (
        TextBlock("Du behöver pauser.", "Del why"),
        TextBlock("Vi ses den 24 mars.", "Del ends"),
    )


def test_a_long_section_is_read_on_several_pages_and_whole() -> None:
    sentence = "Många mår bättre av att gå upp vid samma tid varje dag, även när natten har varit svår. "
    state = after(e.SectionWritten(WHY, sentence * 13), e.SectionWritten(HOW, "Arbeta förmiddag."))
    read = [each for each in pages(state, LEAFLET) if each.section == 0]
    assert len(read) > 1
    assert " ".join(each.text for each in read) == (sentence * 13).strip()
    assert all(each.text.endswith(".") for each in read)
    assert page(state, 1).count == len(read)
    assert page(state, len(read)).text == "Arbeta förmiddag."
    assert stops(state, LEAFLET)[-1] == (LeafletStep.WHOLE, len(read) + 1)


def test_undoing_a_long_text_while_its_pages_are_read_leaves_a_page_that_is_there() -> None:
    state = after(e.SectionWritten(ENDS, "Vi ses igen. " * 80), e.LeafletStepShown(LeafletStep.WHOLE, 4))
    shorter = replace(state, texts={})
    view = KIND.room(shorter, CONTEXT)
    assert view.page is not None
    assert (view.page.section, view.page.text) == (2, "")
    assert view.at == view.count - 1


@given(st.text(max_size=1200))
def test_no_character_is_lost_between_pages_and_no_page_is_too_long(text: str) -> None:
    read = list(split(text))
    assert "".join("".join(read).split()) == "".join(text.split())
    assert all(0 < len(each) <= LONGEST_PAGE for each in read)


def test_an_answer_holds_for_the_text_it_was_given_for() -> None:
    first = (e.PointsShown(WHY, shown=True), e.SectionWritten(WHY, "Vila."), e.PointChecked(WHY, 0, met=True))
    assert section(0, *first).points[0].met is True
    rewritten = (*first, e.SectionWritten(WHY, "Vila lite."))
    point = section(0, *rewritten).points[0]
    assert (point.met, point.again) == (None, True)
    assert section(0, *rewritten).points[1].again is False
    assert section(0, *rewritten, e.PointChecked(WHY, 0, met=False)).points[0].met is False
    back = section(0, *rewritten, e.SectionWritten(WHY, "Vila. ")).points[0]
    assert (back.met, back.again) == (True, False)


def test_the_protocol_tells_what_was_answered_and_which_words_to_change() -> None:
    state = after(
        e.SectionWritten(WHY, "Vila."),
        e.PointChecked(WHY, 0, met=True),
        e.SectionWritten(WHY, "Du måste vila."),
        e.PointChecked(WHY, 1, met=False),
        e.SectionWritten(HOW, "Arbeta förmiddag."),
        e.PointChecked(HOW, 0, met=True),
        e.PointChecked(ENDS, 0, met=True),
    )
    blocks = KIND.result(state, CONTEXT).blocks
    lists = [block for block in blocks if isinstance(block, ListBlock)]
    assert [block.items for block in lists] == [
        ("Se på den igen, texten är omskriven. HEMLIG PUNKT 1", "Inte än. HEMLIG PUNKT 2"),
        ("”du måste” kan låta som en pekpinne. Skriv vad som brukar hjälpa.",),
        ("Ja. HEMLIG PUNKT 1",),
    ]
    assert "HEMLIG MODELL" not in str(blocks)
    assert "HEMLIGT RÅD" not in str(blocks)


@pytest.mark.parametrize(
    "event",
    [
        e.LeafletStepShown(LeafletStep.SECTION, 3),
        e.LeafletStepShown(LeafletStep.WHOLE, 3),
        e.SectionTaken(WHY, "g9"),
        e.SectionTaken(LeafletSectionId.SELF, "g1"),
        e.SectionWritten(WHY, "x" * 1201),
        e.SectionWritten(LeafletSectionId.SELF, "x"),
        e.PointChecked(WHY, 2, met=True),
        e.ModelShown(LeafletSectionId.SELF, shown=True),
        "något annat",
    ],
)
def test_what_cannot_be_is_refused(event: object) -> None:
    with pytest.raises(ActivityRefused):
        after(event)


def test_settings_name_a_leaflet_and_nothing_else() -> None:
    KIND.check_settings({"material": REF})
    with pytest.raises(InvalidSettings):
        KIND.check_settings({"material": "letter/brev"})


def test_without_its_material_it_says_so_and_tells_nothing() -> None:
    empty = replace(CONTEXT, materials={})
    with pytest.raises(ActivityRefused, match="material_missing"):
        after(e.SectionWritten(WHY, "x"), where=empty)
    assert KIND.result(KIND.start(empty), empty).blocks == ()


sections = st.sampled_from([WHY, HOW, ENDS, LeafletSectionId.SELF])
anything = st.one_of(
    st.builds(e.LeafletStepShown, st.sampled_from(list(LeafletStep)), st.integers(-1, 4)),
    st.builds(e.SectionTaken, sections, st.sampled_from(["g1", "g2", "", "?"])),
    st.builds(e.SectionWritten, sections, st.text(max_size=20) | st.just("Du måste vila")),
    st.builds(e.PointChecked, sections, st.integers(-1, 3), st.booleans()),
)


@given(st.lists(anything, max_size=25))
def test_whatever_happens_nothing_secret_is_seen(events: list[object]) -> None:
    state = KIND.start(CONTEXT)
    for event in events:
        try:
            KIND.check(state, event, CONTEXT)
        except KompetensError:
            continue
        state = KIND.fold(state, event, AT, CONTEXT)
        assert "HEMLIG" not in str(asdict(KIND.room(state, CONTEXT)))
    told = str(KIND.result(state, CONTEXT))
    assert "HEMLIG MODELL" not in told
    assert "HEMLIGT" not in told
    answered = {int(key[-1]) for key in state.checked}
    assert all(f"HEMLIG PUNKT {n + 1}" not in told for n in {0, 1} - answered)
