"""A group that is divided up in the middle of a session: what it wrote stands, and can still be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kompetens_gui.domain.activities.base import ActivityContext, TextBlock
from kompetens_gui.domain.activities.commitments import CommitmentWritten
from kompetens_gui.domain.activities.plain_language.events import LetterReader, QuestionWritten, VersionWritten
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.activities.review_plan.events import SentenceWritten
from kompetens_gui.domain.activities.talk_drill import WordingWritten
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.talk_drill import TalkDrill
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from tests.domain.material_making import material_of, material_ref

GROUPS = (SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2"))
AT = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)


def first_line() -> str:
    drill = material_of(material_ref("talk_drill"))
    assert isinstance(drill, TalkDrill)
    return drill.lines[0].id


Write = Callable[[str, str, str], object]
KINDS: dict[str, Write] = {
    "commitments": lambda written, text, group: CommitmentWritten(written, text, "", group),
    "talk_drill": lambda written, text, group: WordingWritten(written, first_line(), text, group),
    "review_plan": SentenceWritten,
    "plain_language": lambda written, text, group: QuestionWritten(written, LetterReader.RECIPIENT, text, group),
}


def context(kind: str) -> ActivityContext:
    ref = material_ref(kind)
    item = AgendaItem(AgendaItemId("i"), kind, "Moment", 20, settings={"material": ref} if ref else {})
    return ActivityContext(item, materials={ref: material_of(ref)} if ref else {}, groups=GROUPS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_group_wrote_is_reworded_and_taken_away_when_the_group_is_gone(kind: str) -> None:
    rules, where, write = activity_kind(kind), context(kind), KINDS[kind]
    state = rules.fold(rules.start(where), write("a", "Grupp tvås ord", "g2"), AT, where)
    fewer = replace(where, groups=GROUPS[:1])
    reworded = write("a", "Bättre ord", "g2")
    rules.check(state, reworded, fewer)
    state = rules.fold(state, reworded, AT, fewer)
    assert "Bättre ord" in repr(rules.result(state, fewer))
    taken_away = write("a", "", "g2")
    rules.check(state, taken_away, fewer)
    assert "Bättre ord" not in repr(rules.result(rules.fold(state, taken_away, AT, fewer), fewer))
    with pytest.raises(ActivityRefused, match="no_such_group"):
        rules.check(state, write("b", "Nya ord", "g2"), fewer)


def test_a_reworded_commitment_keeps_the_name_of_the_group_that_is_gone() -> None:
    rules, where = activity_kind("commitments"), context("commitments")
    state = rules.fold(rules.start(where), CommitmentWritten("a", "Ringer", "", "g2"), AT, where)
    fewer = replace(where, groups=GROUPS[:1])
    state = rules.fold(state, CommitmentWritten("a", "Ringer chefen", "i mars", "g2"), AT, fewer)
    assert [(c.text, c.who) for c in state.commitments] == [("Ringer chefen", "Grupp 2")]


def test_the_version_of_a_group_that_is_gone_is_in_the_protocol() -> None:
    rules, where = activity_kind("plain_language"), context("plain_language")
    state = rules.start(where)
    for event in (VersionWritten("Tvåans version", "g2"), VersionWritten("Ettans version", "g1")):
        rules.check(state, event, where)
        state = rules.fold(state, event, AT, where)
    told = rules.result(state, replace(where, groups=GROUPS[:1])).blocks
    assert told[-2:] == (
        TextBlock("Ettans version", "Grupp 1"),
        TextBlock("Tvåans version", "En grupp som delades upp"),
    )
