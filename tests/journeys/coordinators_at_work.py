"""What a meeting of coordinators does besides the questions: work in two groups, news, commitments, a take-away."""

from __future__ import annotations

from kompetens_gui.domain.activities.commitments import CommitmentsState
from kompetens_gui.domain.activities.group_work.room import GroupWorkRoom
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.activities.takeaways import TakeawaysState
from tests.journeys.driver import Leader
from tests.journeys.steps import go_on_to, room

ANSWERS = ("Samtycket gäller bara skolan", "Vi frågar henne själv först")
NEWS = "Ny blankett för planen sedan i måndags"
COMMITMENTS = (
    ("Koordinatorerna i norr provar frågan i tre samtal", "till nästa träff"),
    ("Listan ses över", "1 december"),
)
TAKEAWAY = "Skriv vem samtycket gäller"


def work_in_groups(leader: Leader) -> None:
    go_on_to(leader, "group_work")
    groups = [group.id for group in leader.state.session.groups]
    leader.press("Ctrl+Shift+L")
    leader.wait(lambda: all(at_work(leader).of(g).timer.since for g in groups), "both timers run")
    leader.tab_to("1. ")
    leader.type(ANSWERS[0])
    leader.press("Alt+Right")
    leader.type(ANSWERS[1])
    leader.press("Ctrl+Shift+K", "Ctrl+Shift+V")
    leader.wait(lambda: group_answers(leader) == ANSWERS, "the answers side by side")


def at_work(leader: Leader) -> GroupWorkState:
    state = leader.activity
    assert isinstance(state, GroupWorkState)
    return state


def group_answers(leader: Leader) -> tuple[str, ...]:
    view = room(leader).view
    assert isinstance(view, GroupWorkRoom)
    return tuple(a.text for a in view.answers)


def tell_news_and_promise(leader: Leader) -> None:
    go_on_to(leader, "discussion")
    leader.type(f"{NEWS}\n")
    leader.wait(lambda: NEWS in str(leader.activity), "the news")
    go_on_to(leader, "commitments")
    for text, when in COMMITMENTS:
        leader.type(text)
        leader.press("Tab")
        leader.type(f"{when}\n")
    leader.wait(lambda: promised(leader) == list(COMMITMENTS), "the commitments")
    go_on_to(leader, "takeaways")
    leader.type(f"{TAKEAWAY}\n")
    leader.wait(lambda: [t.text for t in takeaways(leader).items] == [TAKEAWAY], "the take-away")


def promised(leader: Leader) -> list[tuple[str, str]]:
    state = leader.activity
    assert isinstance(state, CommitmentsState)
    return [(c.text, c.when) for c in state.commitments]


def takeaways(leader: Leader) -> TakeawaysState:
    state = leader.activity
    assert isinstance(state, TakeawaysState)
    return state
