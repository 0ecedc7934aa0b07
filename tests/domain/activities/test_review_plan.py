"""A plan reviewed together: two rounds, groups, sentences, and nothing of the key in the room unasked."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, ListBlock, Round, TableBlock
from kompetens_gui.domain.activities.review_plan import KIND
from kompetens_gui.domain.activities.review_plan import events as e
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.study.employer_plan import (
    Checkpoint,
    CheckpointId,
    EmployerPlan,
    FirstSentence,
    PlanChoice,
    PlanChoiceId,
    PlanPart,
    PlanVerdict,
)
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from tests.domain.study_making import a_head

AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
REF = "employer_plan/plan"
PLAN = EmployerPlan(
    a_head("plan"),
    (PlanPart("Åtgärder", "Två dagar i veckan från maj."), PlanPart("Uppföljning", "Vi ses på fredag.")),
    "Halvtid till juni.",
    "Hon vill börja på tisdagar.",
    tuple(Checkpoint(c, PlanVerdict.WARNING, "Två dagar i veckan", f"HEMLIGT SKÄL {c}") for c in CheckpointId),
    tuple(PlanChoice(c, c is PlanChoiceId.ASK, f"HEMLIG FÖLJD {c}") for c in PlanChoiceId),
    FirstSentence(("HEMLIG PUNKT",), "HEMLIG MENING"),
)
CONTEXT = ActivityContext(
    AgendaItem(AgendaItemId("i"), "review_plan", "Moment", 25, settings={"material": REF}),
    materials={REF: PLAN},
    groups=(SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2")),
)
MEASURES, WHO = CheckpointId.MEASURES, CheckpointId.DAY_AND_OWNER
AT_MEASURES = e.PlanStepShown(e.PlanStep.CHECKPOINT, list(CheckpointId).index(MEASURES))


def after(*events: object, where: ActivityContext = CONTEXT) -> e.ReviewState:
    state = KIND.start(where)
    for event in events:
        KIND.check(state, event, where)
        state = KIND.fold(state, event, AT, where)
    return state


def test_the_plan_is_read_part_by_part_with_the_notes_beside_it() -> None:
    order = e.steps(PLAN)
    seen = [KIND.room(after(e.PlanStepShown(*step)), CONTEXT) for step in order[:2]]
    assert [view.part.text for view in seen if view.part] == ["Två dagar i veckan från maj.", "Vi ses på fredag."]
    assert {(v.medical_note, v.coordinator_note) for v in seen} == {(PLAN.medical_note, PLAN.coordinator_note)}
    assert len(order) == len(set(order)) == 2 + 7 + 3


def test_hands_and_groups_are_kept_before_and_after_the_talk() -> None:
    state = after(
        AT_MEASURES,
        e.VerdictCounted(Round.FIRST, MEASURES, PlanVerdict.GOOD, 5),
        e.VerdictOfGroup(Round.FIRST, MEASURES, "g1", PlanVerdict.GOOD),
        e.VerdictOfGroup(Round.FIRST, MEASURES, "g2", PlanVerdict.MISSING),
        e.VerdictOfGroup(Round.FIRST, MEASURES, "g2", None),
        e.RoundChosen(Round.SECOND),
        e.VerdictCounted(Round.SECOND, MEASURES, PlanVerdict.WARNING, 6),
        e.VerdictOfGroup(Round.SECOND, MEASURES, "g1", PlanVerdict.WARNING),
    )
    (checkpoint,) = KIND.room(state, CONTEXT).checkpoints
    assert [(t.option, t.first, t.second, t.groups) for t in checkpoint.verdicts] == [
        ("good", 5, 0, ()),
        ("warning", 0, 6, ("Grupp 1",)),
        ("missing", 0, 0, ()),
    ]
    (table,) = KIND.result(state, CONTEXT).blocks
    assert isinstance(table, TableBlock)
    assert table.rows == (("Åtgärder", "Bra: Grupp 1, 5", "Se över: Grupp 1, 6", "–"),)


def test_a_reading_is_seen_for_the_checkpoint_it_was_shown_for() -> None:
    shown = after(AT_MEASURES, e.ReadingShown(MEASURES, shown=True))
    (checkpoint,) = KIND.room(shown, CONTEXT).checkpoints
    assert checkpoint.reading is not None
    assert checkpoint.reading.why == f"HEMLIGT SKÄL {MEASURES}"
    overview = KIND.room(after(e.ReadingShown(MEASURES, shown=True), e.PlanStepShown(e.PlanStep.OVERVIEW)), CONTEXT)
    assert [c.id for c in overview.checkpoints if c.reading] == [MEASURES]
    hidden = after(AT_MEASURES, e.ReadingShown(MEASURES, shown=True), e.ReadingShown(MEASURES, shown=False))
    assert KIND.room(hidden, CONTEXT).checkpoints[0].reading is None


def test_each_checkpoint_has_beside_it_what_it_is_held_against() -> None:
    views = {
        checkpoint: KIND.room(after(e.PlanStepShown(e.PlanStep.CHECKPOINT, number)), CONTEXT)
        for number, checkpoint in enumerate(CheckpointId)
    }
    assert [c for c, view in views.items() if view.medical_note] == [CheckpointId.MATCHES_CERTIFICATE]
    assert [c for c, view in views.items() if view.coordinator_note] == [CheckpointId.PARTICIPATION]


def test_choices_and_model_are_told_when_asked_for() -> None:
    counted = (
        e.PlanStepShown(e.PlanStep.CHOICE),
        e.ChoiceCounted(Round.FIRST, PlanChoiceId.ASK, 3),
        e.ChoiceOfGroup(Round.FIRST, "g1", PlanChoiceId.TALK),
    )
    before = KIND.room(after(*counted), CONTEXT).choices
    assert {(c.reasonable, c.feedback) for c in before} == {(None, "")}
    choices = {c.id: c for c in KIND.room(after(*counted, e.ChoicesAnswered(shown=True)), CONTEXT).choices}
    assert choices[PlanChoiceId.ASK].tally.first == 3
    assert choices[PlanChoiceId.TALK].tally.groups == ("Grupp 1",)
    assert choices[PlanChoiceId.ASK].reasonable
    assert not choices[PlanChoiceId.TALK].reasonable


def test_sentences_are_credited_reworded_and_told() -> None:
    state = after(
        e.PlanStepShown(e.PlanStep.SENTENCE),
        e.SentenceWritten("s1", "Hej, hur tänkte ni?", "g2"),
        e.SentenceWritten("s2", "Berätta om planen"),
        e.SentenceWritten("s1", " Hur tänkte ni om maj? ", "g2"),
        e.SentenceWritten("s2", " "),
    )
    view = KIND.room(state, CONTEXT)
    assert [(s.text, s.group) for s in view.sentences] == [("Hur tänkte ni om maj?", "Grupp 2")]
    assert (view.model, view.points) == ("", ())
    (block,) = KIND.result(state, CONTEXT).blocks
    assert isinstance(block, ListBlock)
    assert block.items == ("Hur tänkte ni om maj?",)
    assert KIND.room(after(e.PlanStepShown(e.PlanStep.SENTENCE), e.ModelShown(shown=True)), CONTEXT).model


@pytest.mark.parametrize(
    "event",
    [
        e.PlanStepShown(e.PlanStep.PART, 2),
        e.PlanStepShown(e.PlanStep.CHECKPOINT, -1),
        e.VerdictCounted(Round.FIRST, WHO, PlanVerdict.GOOD, -1),
        e.VerdictOfGroup(Round.FIRST, WHO, "g9", PlanVerdict.GOOD),
        e.ChoiceCounted(Round.FIRST, PlanChoiceId.ASK, 501),
        e.ChoiceOfGroup(Round.FIRST, "g9", PlanChoiceId.ASK),
        e.SentenceWritten("s", "x" * 401),
        e.SentenceWritten("s", "x", "g9"),
        "något annat",
    ],
)
def test_what_cannot_be_is_refused(event: object) -> None:
    with pytest.raises(ActivityRefused):
        after(event)


def test_settings_name_a_plan_and_nothing_else() -> None:
    KIND.check_settings({"material": REF})
    with pytest.raises(InvalidSettings):
        KIND.check_settings({"material": "letter/brev"})


def test_without_its_material_it_says_so_and_tells_nothing() -> None:
    empty = replace(CONTEXT, materials={})
    with pytest.raises(ActivityRefused, match="material_missing"):
        after(AT_MEASURES, where=empty)
    assert KIND.result(KIND.start(empty), empty).blocks == ()


rounds, checkpoints = st.sampled_from(list(Round)), st.sampled_from(list(CheckpointId))
verdicts, groups = st.sampled_from(list(PlanVerdict)), st.sampled_from(["g1", "g2", "", "?"])
anything = st.one_of(
    st.builds(e.PlanStepShown, st.sampled_from(list(e.PlanStep)), st.integers(-1, 8)),
    st.builds(e.RoundChosen, rounds),
    st.builds(e.VerdictCounted, rounds, checkpoints, verdicts, st.integers(-2, 600)),
    st.builds(e.VerdictOfGroup, rounds, checkpoints, groups, verdicts | st.none()),
    st.builds(e.ChoiceCounted, rounds, st.sampled_from(list(PlanChoiceId)), st.integers(-2, 600)),
    st.builds(e.ChoiceOfGroup, rounds, groups, st.sampled_from(list(PlanChoiceId)) | st.none()),
    st.builds(e.SentenceWritten, st.sampled_from("abc"), st.text(max_size=20), groups),
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
