"""Leads a room through a branching case by votes: the majority's way, back, the minority's, and both lives."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.branching_together.events import CountBy
from kompetens_gui.domain.activities.branching_together.room import BranchingRoom
from kompetens_gui.domain.activities.branching_together.state import Gone, TogetherState
from kompetens_gui.ui.activities.branching_together.leader import BranchingLeader
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from tests.journeys.driver import Leader
from tests.journeys.steps import go_on_to, room

MOST_STOPS = 80
SAID = "Dörren är hans, men nyckeln är butikens"


def vote_on_the_way(leader: Leader) -> list[str]:
    """Vote twice, go the majority's way, go back, go another way, and look at both lives; returns the ways' words."""
    go_on_to(leader, "branching_together")
    groups_choose(leader, "112")
    count_hands(leader)
    hands(leader, 9, 5, 4)
    assert way_room(leader).votes is None, "the room does not see how it falls"
    leader.press("Ctrl+Shift+A")
    leader.wait(lambda: [v.last for v in way_room(leader).votes or ()] == [9, 5, 4], "the votes")
    leader.press("Ctrl+Shift+2")
    leader.wait(lambda: ways(leader).round == Round.SECOND, "the second vote")
    hands(leader, 4, 11, 3)
    leader.press("Ctrl+Shift+J")
    leader.wait(lambda: ways(leader).telling, "the majority's way")
    leader.press("Ctrl+Return")
    leader.wait(lambda: not ways(leader).telling, "the next day")
    first = ways(leader).choices
    leader.press("Alt+Left")
    leader.wait(lambda: ways(leader).choices == (), "back")
    hands(leader, 10, 6, 2)
    leader.press("Ctrl+Shift+N")
    leader.wait(lambda: len(ways(leader).choices) == 1, "the minority's way")
    leader.press("Ctrl+Return", "Ctrl+Shift+L")
    leader.wait(lambda: way_room(leader).lives is not None, "two lives side by side")
    assert ways(leader).choices != first
    gone = [entry for entry in ways(leader).log if isinstance(entry, Gone)]
    assert [str(entry.by) for entry in gone] == ["majority", "minority"]
    leader.tab_to("Det ni talar om")
    leader.type(SAID)
    leader.press("Return")
    leader.wait(lambda: [n.text for n in ways(leader).notes] == [SAID], "what was said")
    return ["majoritetens", "minoritetens", "Vi gick tillbaka hit"]


def groups_choose(leader: Leader, choices: str) -> None:
    """Type a digit for each group as fast as they say it."""
    leader.press(*choices)
    on_offer = [choice.id for choice in way_room(leader).story.choices]
    groups = [str(group.id) for group in leader.state.session.groups]
    wanted = {group: on_offer[int(digit) - 1] for group, digit in zip(groups, choices, strict=True)}
    leader.wait(lambda: ways(leader).ballot.groups == wanted, f"the groups' choices {choices}")


def count_hands(leader: Leader) -> None:
    """Let everybody raise a hand instead."""
    for _ in range(MOST_STOPS):
        focus = QApplication.focusWidget()
        control = focus.parent() if focus is not None else None
        if isinstance(control, SegmentedControl) and control.accessibleName() == "Räkna":
            break
        leader.press("Tab")
    else:
        raise leader.unreachable("Tab does not lead to how votes are counted")
    leader.press("Left")
    leader.wait(lambda: ways(leader).counting == CountBy.HANDS, "hands are counted")
    leader.tab_to("Rösterna")


def hands(leader: Leader, *counts: int) -> None:
    """Count hands, once the window shows that there are none."""
    panel = leader.windows.presenter_page.panels.currentWidget()
    assert isinstance(panel, BranchingLeader)
    leader.wait(lambda: panel.voting.isVisible() and set(panel.voting.votes().values()) == {0}, "no hands are shown")
    for place, count in enumerate(counts, 1):
        leader.press(*[str(place)] * count)
    leader.press("1", "Shift+1")
    leader.wait(lambda: tuple(ways(leader).ballot.hands.values()) == counts, f"the hands {counts}")


def ways(leader: Leader) -> TogetherState:
    state = leader.activity
    assert isinstance(state, TogetherState)
    return state


def way_room(leader: Leader) -> BranchingRoom:
    view = room(leader).view
    assert isinstance(view, BranchingRoom)
    return view
