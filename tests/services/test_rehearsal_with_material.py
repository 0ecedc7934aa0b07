"""A rehearsed group may do everything that it does, with groups and without, and leaves something in the protocol."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    GroupId,
    Participant,
    ParticipantId,
    SmallGroup,
)
from kompetens_gui.services.rehearsal import rehearsed
from tests.domain.material_making import RESOURCES, material_of

NOW = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
GROUPS = (SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2"))
FOLDERS = {
    "branching_together": RESOURCES / "exercises" / "branching",
    "spot_impulses": RESOURCES / "exercises" / "impulses",
    "group_work": RESOURCES / "coordination",
    "role_play": RESOURCES / "role_plays",
}
KINDS = {kind: activity_kind(kind).material_kinds[0].value for kind in FOLDERS}
SHIPPED = [
    (kind, f"{KINDS[kind]}/{path.stem}") for kind, folder in FOLDERS.items() for path in sorted(folder.glob("*.yaml"))
]
PEOPLE = tuple(Participant(ParticipantId(f"p{n}"), f"Namn Namnsson{n}") for n in range(6))


@pytest.mark.parametrize(("kind", "ref"), SHIPPED)
@pytest.mark.parametrize("groups", [(), GROUPS], ids=["one room", "groups"])
def test_every_shipped_case_can_be_rehearsed(kind: str, ref: str, groups: tuple[SmallGroup, ...]) -> None:
    item = AgendaItem(AgendaItemId("i"), kind, "Moment", 20, settings={"material": ref})
    context = ActivityContext(item, materials={ref: material_of(ref)}, groups=groups, participants=PEOPLE)
    rules = activity_kind(kind)
    state = rules.start(context)
    for event in rehearsed(context):
        rules.check(state, event, context)
        state = rules.fold(state, event, NOW, context)
    assert rules.result(state, context).blocks


@pytest.mark.parametrize("per_group", [False, True])
def test_what_is_to_be_tried_is_written_by_each_or_by_the_groups(per_group: bool) -> None:
    item = AgendaItem(AgendaItemId("i"), "commitments", "Moment", 8, settings={"per_group": per_group})
    context = ActivityContext(item, groups=GROUPS, participants=PEOPLE)
    rules = activity_kind("commitments")
    state = rules.start(context)
    for event in rehearsed(context):
        rules.check(state, event, context)
        state = rules.fold(state, event, NOW, context)
    assert {c.who for c in state.commitments} == ({"Grupp 1", "Grupp 2"} if per_group else {""})
