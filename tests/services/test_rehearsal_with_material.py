"""A rehearsed group may do everything that it does, with groups and without, and leaves something in the protocol."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, GroupId, SmallGroup
from kompetens_gui.services.rehearsal import rehearsed
from tests.domain.material_making import RESOURCES, material_of

NOW = datetime(2026, 11, 12, 13, 0, tzinfo=UTC)
GROUPS = (SmallGroup(GroupId("g1"), "Grupp 1"), SmallGroup(GroupId("g2"), "Grupp 2"))
KINDS = {"branching_together": "branching", "spot_impulses": "impulses"}
SHIPPED = [
    (kind, f"{folder}/{path.stem}")
    for kind, folder in KINDS.items()
    for path in sorted((RESOURCES / "exercises" / folder).glob("*.yaml"))
]


@pytest.mark.parametrize(("kind", "ref"), SHIPPED)
@pytest.mark.parametrize("groups", [(), GROUPS], ids=["one room", "groups"])
def test_every_shipped_case_can_be_rehearsed(kind: str, ref: str, groups: tuple[SmallGroup, ...]) -> None:
    item = AgendaItem(AgendaItemId("i"), kind, "Moment", 20, settings={"material": ref})
    context = ActivityContext(item, materials={ref: material_of(ref)}, groups=groups)
    rules = activity_kind(kind)
    state = rules.start(context)
    for event in rehearsed(context):
        rules.check(state, event, context)
        state = rules.fold(state, event, NOW, context)
    assert rules.result(state, context).blocks
