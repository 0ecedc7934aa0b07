"""A session of one moment, started as "Starta" does: what the journeys through bad luck begin with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from kompetens_gui.demo import planned
from kompetens_gui.domain.workshop.groups import in_order
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, WorkshopSession
from tests.journeys.alone import TITLE
from tests.journeys.driver import Leader
from tests.journeys.steps import on_item


def plan_with(
    leader: Leader,
    kind: str,
    settings: Mapping[str, object],
    *,
    title: str = TITLE,
    people: int = 10,
    groups: int = 0,
) -> WorkshopSession:
    """Save a complete plan that is this moment alone."""
    program = leader.program
    plan = planned(program, title, program.clock.local_now() + timedelta(minutes=10), ())
    item = AgendaItem(AgendaItemId("the-moment"), kind, "Momentet", 30, None, dict(settings))
    some = plan.participants[:people]
    divided = in_order(some, groups) if groups else ()
    plan = replace(plan, agenda=(item,), participants=some, groups=divided)
    program.planning.save(plan)
    return plan


def begin_with(
    leader: Leader, kind: str, settings: Mapping[str, object], *, people: int = 10, groups: int = 0
) -> WorkshopSession:
    """Start a session that is this moment alone."""
    plan = plan_with(leader, kind, settings, people=people, groups=groups)
    leader.windows.start_session(plan.id)
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    on_item(leader, kind)
    leader.settled()
    return plan


def turn_to(leader: Leader, words: str) -> None:
    """Turn the pages of a role play until some words can be read."""
    for _ in range(5):
        if words in leader.words():
            return
        leader.press("Ctrl+Tab")
    raise leader.unreachable(f"no page of the role play says {words!r}")
