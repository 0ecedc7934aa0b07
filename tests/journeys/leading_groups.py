"""Leads the information and the work in three groups, by keyboard."""

from __future__ import annotations

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.group_work.room import GroupWorkRoom
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from tests.journeys.driver import Leader
from tests.journeys.steps import go_on_to, on_item, room

ANSWERS = (
    "Han målar inomhus sedan i maj",
    "Hon har planeringen klar men inte barngruppen",
    "Domningarna kommer efter lunch",
)


def inform(leader: Leader) -> None:
    on_item(leader, "information")
    before = room(leader).view
    leader.press("Right")
    leader.wait(lambda: room(leader).view != before, "its second page")


def work_in_groups(leader: Leader, clock: RehearsalClock) -> None:
    """Three timers, one a minute longer and one stopped; an answer from each group; then the material's reading."""
    go_on_to(leader, "group_work")
    groups = [group.id for group in leader.state.session.groups]
    leader.press("Ctrl+Shift+L")
    leader.wait(lambda: all(at_work(leader).of(g).timer.since for g in groups), "all timers run")
    clock.move(120)
    leader.press("Alt+Right", "Ctrl+Shift+1", "Alt+Right", "Ctrl+Shift+T")
    leader.wait(lambda: at_work(leader).of(groups[2]).timer.since is None, "the third stands still")
    now = clock.now()
    left = [round(at_work(leader).of(g).timer.seconds_left(now)) for g in groups]
    assert left == [20 * 60, 21 * 60, 20 * 60], "each group has its own time"
    leader.press("Alt+Left", "Alt+Left")
    leader.tab_to("1. Vad vet vi?")
    for number, answer in enumerate(ANSWERS):
        leader.type(answer)
        if number + 1 < len(ANSWERS):
            leader.press("Alt+Right")
    leader.press("Ctrl+Shift+K")
    leader.wait(lambda: [at_work(leader).of(g).answers.get(0) for g in groups] == list(ANSWERS), "the answers")
    assert group_room(leader).answers == (), "nothing is gathered yet"
    leader.press("Ctrl+Shift+V")
    leader.wait(lambda: tuple(a.text for a in group_room(leader).answers) == ANSWERS, "the answers side by side")
    assert group_room(leader).reading is None
    leader.press("Ctrl+Shift+F")
    leader.wait(lambda: group_room(leader).reading is not None, "the material's reading")
    assert bool(group_room(leader).reading)


def at_work(leader: Leader) -> GroupWorkState:
    state = leader.activity
    assert isinstance(state, GroupWorkState)
    return state


def group_room(leader: Leader) -> GroupWorkRoom:
    view = room(leader).view
    assert isinstance(view, GroupWorkRoom)
    return view
