"""A letter written anew together: readers, versions, facts that are lost, and nothing of the key unasked."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, BeforeAfterBlock, ListBlock, TextBlock
from kompetens_gui.domain.activities.plain_language import KIND
from kompetens_gui.domain.activities.plain_language import events as e
from kompetens_gui.domain.activities.plain_language.events import LetterReader, LetterStep
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.study.letter import LetterReadings, MustKeep, PlainLetter
from kompetens_gui.domain.word_diff import Change
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from tests.domain.study_making import a_head

AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
REF = "letter/brev"
LETTER = PlainLetter(
    a_head("brev"),
    "Yttrande emotses\nskyndsamt. Svar lämnas senast den 14 augusti.",
    LetterReadings("HEMLIG LÄSNING 1", "HEMLIG LÄSNING 2", "HEMLIG LÄSNING 3"),
    (MustKeep("14 augusti", "svarsdatum"), MustKeep("Eva", "vem man ringer")),
    ("HEMLIG PUNKT 1", "HEMLIG PUNKT 2"),
    "**HEMLIG MODELL** till dig.",
)
CONTEXT = ActivityContext(
    AgendaItem(AgendaItemId("i"), "plain_language", "Moment", 25, settings={"material": REF}),
    materials={REF: LETTER},
    groups=(SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2")),
)


def after(*events: object, where: ActivityContext = CONTEXT) -> e.LetterState:
    state = KIND.start(where)
    for event in events:
        KIND.check(state, event, where)
        state = KIND.fold(state, event, AT, where)
    return state


def test_each_reader_has_own_questions_and_a_reading_that_waits() -> None:
    state = after(
        e.QuestionWritten("q1", LetterReader.RECIPIENT, "Måste jag svara?", "g1"),
        e.QuestionWritten("q2", LetterReader.CASE_OFFICER, "Är det rätt dag?"),
        e.QuestionWritten("q1", LetterReader.RECIPIENT, "Måste jag svara nu?", "g1"),
        e.ReadingShown(LetterReader.RECIPIENT, shown=True),
    )
    first, second, third = (
        KIND.room(KIND.fold(state, e.LetterStepShown(LetterStep.READING, n), AT, CONTEXT), CONTEXT) for n in range(3)
    )
    assert [(q.text, q.group) for q in first.questions] == [("Måste jag svara nu?", "Grupp 1")]
    assert first.asks == "HEMLIG LÄSNING 1"
    assert (second.questions, second.asks) == ((), "")
    assert [q.text for q in third.questions] == ["Är det rätt dag?"]
    assert third.asks == ""


def test_facts_are_kept_or_lost_as_the_room_writes() -> None:
    written = after(e.LetterStepShown(LetterStep.WRITING), e.VersionWritten("Svara senast den 14 augusti."))
    room = KIND.room(written, CONTEXT)
    assert [(fact.text, fact.kept) for fact in room.facts] == [("14 augusti", True), ("Eva", False)]
    assert (room.measure.average, room.measure.longest) == (5, 5)
    assert room.original == "Yttrande emotses skyndsamt. Svar lämnas senast den 14 augusti."
    assert room.original_measure.longest == 6


def test_what_has_gone_and_what_is_new_are_marked_on_their_own_sides() -> None:
    state = after(e.VersionWritten("Svara senast den 14 augusti."), e.LetterStepShown(LetterStep.CHANGES))
    room = KIND.room(state, CONTEXT)
    assert "".join(piece.text for piece in room.before) == room.original
    assert "".join(piece.text for piece in room.after) == "Svara senast den 14 augusti."
    assert Change.ADDED not in {piece.change for piece in room.before}
    assert Change.REMOVED not in {piece.change for piece in room.after}


def test_groups_versions_stand_side_by_side_with_what_they_lost() -> None:
    state = after(
        e.VersionWritten("Ring Eva.", "g1"),
        e.VersionWritten("Ring Eva före den 14 augusti.", "g2"),
        e.VersionWritten(" ", "g2"),
        e.VersionWritten("Vår egen."),
        e.LetterStepShown(LetterStep.VERSIONS),
    )
    assert [(v.group, v.text, v.lost) for v in KIND.room(state, CONTEXT).versions] == [
        ("Grupp 1", "Ring Eva.", ("14 augusti",))
    ]


def test_points_and_model_wait_for_reveals_of_their_own() -> None:
    checking = after(e.LetterStepShown(LetterStep.CHECKING), e.PointChecked(1, met=True))
    assert KIND.room(checking, CONTEXT).points == ()
    shown = KIND.room(KIND.fold(checking, e.PointsShown(shown=True), AT, CONTEXT), CONTEXT)
    assert [point.met for point in shown.points] == [None, True]
    assert shown.model == ""
    model = KIND.room(after(e.LetterStepShown(LetterStep.MODEL), e.ModelShown(shown=True)), CONTEXT)
    assert model.model == "HEMLIG MODELL till dig."
    assert model.points == ()


def test_the_protocol_tells_before_and_after_and_what_is_lost() -> None:
    assert KIND.result(KIND.start(CONTEXT), CONTEXT).blocks == ()
    state = after(
        e.QuestionWritten("q1", LetterReader.RECIPIENT, "Måste jag svara?"),
        e.VersionWritten("Svara senast den 14 augusti."),
        e.VersionWritten("Ring Eva.", "g1"),
    )
    asked, text, lost, group = KIND.result(state, CONTEXT).blocks
    assert isinstance(asked, ListBlock)
    assert isinstance(text, BeforeAfterBlock)
    assert isinstance(lost, ListBlock)
    assert group == TextBlock("Ring Eva.", "Grupp 1")
    assert asked.items == ("Måste jag svara?",)
    assert text.after == "Svara senast den 14 augusti."
    assert lost.items == ("Eva (vem man ringer)",)


@pytest.mark.parametrize(
    "event",
    [
        e.LetterStepShown(LetterStep.READING, 3),
        e.LetterStepShown(LetterStep.MODEL, 1),
        e.QuestionWritten("q", LetterReader.RECIPIENT, "x" * 201),
        e.QuestionWritten("q", LetterReader.RECIPIENT, "x", "g9"),
        e.VersionWritten("x" * 4001),
        e.VersionWritten("x", "g9"),
        e.PointChecked(2, met=True),
        "något annat",
    ],
)
def test_what_cannot_be_is_refused(event: object) -> None:
    with pytest.raises(ActivityRefused):
        after(event)


def test_settings_name_a_letter_and_nothing_else() -> None:
    KIND.check_settings({"material": REF})
    with pytest.raises(InvalidSettings):
        KIND.check_settings({"material": "employer_plan/plan"})


def test_without_its_material_it_says_so_and_tells_nothing() -> None:
    empty = replace(CONTEXT, materials={})
    with pytest.raises(ActivityRefused, match="material_missing"):
        after(e.VersionWritten("x"), where=empty)
    assert KIND.result(KIND.start(empty), empty).blocks == ()


readers, groups = st.sampled_from(list(LetterReader)), st.sampled_from(["g1", "g2", "", "?"])
anything = st.one_of(
    st.builds(e.LetterStepShown, st.sampled_from(list(LetterStep)), st.integers(-1, 3)),
    st.builds(e.QuestionWritten, st.sampled_from("abc"), readers, st.text(max_size=20), groups),
    st.builds(e.VersionWritten, st.text(max_size=60), groups),
    st.builds(e.PointChecked, st.integers(-1, 3), st.booleans()),
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
    assert "HEMLIG" not in str(KIND.result(state, CONTEXT))
