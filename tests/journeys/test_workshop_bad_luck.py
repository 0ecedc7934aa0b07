"""What goes wrong in a workshop: too few people, somebody who leaves, material and files that are gone or wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.activities.role_play.events import LEADER
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.workshop.events import AttendanceStatus
from kompetens_gui.domain.workshop.plan import SessionStatus
from kompetens_gui.ui.widgets.tags import Tag
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader
from tests.journeys.leading_workshop import begin_with, plan_with, turn_to
from tests.journeys.steps import room, stand_on, text_of_pdf, use_template

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
RESOURCES = Path(__file__).parents[2] / "resources"
CASE = "coordination/samordning-ingenjorsstudent"
OTHER = "Koordinatorerna i december"
OWN_ROLE_PLAY = "role_play/vart-eget-mote"
ROLE_PLAY = "role_play/avstamningsmote-fyra-roller"


def playing(leader: Leader) -> RolePlayState:
    state = leader.activity
    assert isinstance(state, RolePlayState)
    return state


def players(leader: Leader) -> dict[str, str]:
    people = {p.id: p.name for p in leader.state.session.participants}
    return {c.role: people.get(c.participant, str(c.participant)) for c in playing(leader).cast}


def roles_without_player(leader: Leader) -> int:
    tags = leader.start.window.findChildren(Tag)
    return sum(tag.isVisible() and tag.text() == "Saknas" for tag in tags)


def test_a_pair_has_more_roles_than_people_and_then_one_of_them_leaves(
    begin: Begin, clock: RehearsalClock, tmp_path: Path
) -> None:
    leader = begin()
    plan = begin_with(leader, "role_play", {"material": ROLE_PLAY}, people=5, groups=2)
    pair = leader.state.session.groups[1]
    stays, leaves = (p.name for p in leader.state.session.participants if p.id in pair.members)
    leader.press("Ctrl+Tab")
    turn_to(leader, "Vem spelar vad")
    leader.choose("Grupp som spelar", pair.name)
    leader.activate("Fördela")
    leader.wait(lambda: set(players(leader).values()) == {stays, leaves}, "both play")
    leader.wait(lambda: roles_without_player(leader) == 2, "two roles that nobody has")
    leader.sees("Färre, udda eller någon som går")
    leader.choose("Vem spelar Arbetsgivaren", "Du som leder")
    leader.wait(lambda: players(leader).get("employer") == LEADER, "the leader steps in")
    leader.press("Ctrl+Return", "Ctrl+Return")
    leader.wait(lambda: playing(leader).phase == 1 and playing(leader).has_begun, "they play")
    clock.move(120)
    leader.press("Ctrl+Shift+E")
    leader.wait(lambda: playing(leader).frozen, "all stand still")

    leader.press("Ctrl+G")
    leader.dialog("Grupper")
    leader.tab_to(f"{pair.name}, 2 personer")
    stand_on(leader, leaves)
    leader.press("Delete")
    leader.activate("Använd grupperna")
    leader.dialog_gone()
    leader.wait(lambda: len(leader.state.session.groups) == 1, "nobody is left alone in a group")
    leader.wait(lambda: leader.windows.presenter.state is leader.state, "the leader's window follows")
    assert stays in [
        p.name for p in leader.state.session.participants if p.id in leader.state.session.groups[0].members
    ]
    turn_to(leader, "Vem spelar vad")
    leader.choose("Vem spelar Den försäkrade", stays)
    leader.wait(lambda: players(leader) == {"insured_person": stays}, "cast anew in front of all")
    assert not leader.notices()
    assert playing(leader).frozen
    leader.press("Ctrl+Z")
    leader.wait(lambda: len(players(leader)) == 3, "as it was")
    leader.press("Ctrl+Y")
    leader.wait(lambda: players(leader) == {"insured_person": stays}, "and anew")

    leader.press("Ctrl+Shift+Q")
    leader.answer("Avsluta träffen")
    leader.on_page("closing")
    leader.choose(f"Närvaro för {leaves}", "Gick tidigare")
    leader.settled()
    marked = leader.program.running.read(plan.id).state.attendance
    given = {p.name: p.id for p in plan.participants}
    assert {person: a.status for person, a in marked.items()} == {given[leaves]: AttendanceStatus.LEFT_EARLY}
    leader.activate("Spara PDF")
    leader.save_as(tmp_path / "protokoll.pdf")
    leader.wait((tmp_path / "protokoll.pdf").is_file, "the protocol")
    leader.settled()
    assert leaves not in text_of_pdf(tmp_path / "protokoll.pdf")


def test_an_odd_number_is_divided_into_pairs_and_one_group_of_three_that_all_can_work(begin: Begin) -> None:
    leader = begin()
    begin_with(leader, "group_work", {"material": CASE}, people=7)
    leader.press("Ctrl+G")
    leader.dialog("Grupper")
    leader.tab_to("Personer i varje grupp")
    leader.press("Down")
    leader.sees("Blanda ger 3 grupper: 1 med 3 och 2 med 2.")
    leader.activate("Blanda")
    leader.activate("Använd grupperna")
    leader.dialog_gone()
    leader.wait(lambda: len(leader.state.session.groups) == 3, "three groups")
    groups = leader.state.session.groups
    members = [person for group in groups for person in group.members]
    assert sorted(len(group.members) for group in groups) == [2, 2, 3]
    assert sorted(members) == sorted(p.id for p in leader.state.session.participants), "everybody once"
    leader.wait(lambda: leader.windows.presenter.state is leader.state, "the board follows")
    leader.tab_to("1. ")
    for group in groups:
        leader.type(f"Sagt i {group.name}")
        leader.press("Alt+Right")
    leader.wait(
        lambda: [at_work(leader).of(g.id).answers.get(0) for g in groups] == [f"Sagt i {g.name}" for g in groups]
    )


def at_work(leader: Leader) -> GroupWorkState:
    state = leader.activity
    assert isinstance(state, GroupWorkState)
    return state


# -- the plan while it runs


def test_another_template_waits_until_the_session_that_runs_is_over(begin: Begin) -> None:
    leader = begin()
    other = plan_with(leader, "information", {"text": "# Hej"}, title=OTHER)
    plan = begin_with(leader, "role_play", {"material": ROLE_PLAY}, groups=2)
    leader.press("Ctrl+Return")
    leader.wait(lambda: playing(leader).has_begun, "the first phase")
    leader.wait(lambda: room(leader) == leader.state.room_picture(), "the room follows")
    before, room_before = leader.state, room(leader)

    open_plan(leader, plan.title)
    leader.sees("Träffen pågår. Planen går att läsa men inte att ändra.")
    leader.press("Ctrl+K")
    leader.replace("rollspel")
    leader.press("Return")
    leader.settled()
    leader.press("Return")
    leader.settled()
    assert leader.program.planning.get(plan.id).agenda == plan.agenda

    open_plan(leader, OTHER)
    leader.activate("Starta")
    leader.wait(lambda: any(f"”{plan.title}” först" in words for words in leader.notices()), "what to do first")
    assert leader.program.planning.get(other.id).status == SessionStatus.READY
    leader.press("Ctrl+N")
    use_template(leader, "Rehabkoordinatorträff 90 min")
    assert len(leader.program.planning.sessions()) == 3, "one more plan, for another day"
    assert leader.state is before, "and nothing of it in the session that runs"
    open_plan(leader, plan.title)
    leader.activate("Fortsätt träffen")
    leader.on_page("presenter")
    leader.wait(lambda: leader.windows.presenter.state is not None, "back where it was")
    assert (leader.state.session.agenda, room(leader)) == (plan.agenda, room_before)


def open_plan(leader: Leader, title: str) -> None:
    leader.press("Ctrl+2")
    leader.on_page("planning")
    leader.press("Ctrl+K")
    leader.replace(title)
    leader.press("Return")
    leader.settled()
    leader.tab_to("Tillfällen")
    leader.press("Home", "Return")
    leader.on_page("plan")


# -- material that goes away


def own_role_play(data: Path) -> Path:
    """Put a role play of the user's own in the data folder."""
    text = (RESOURCES / "role_plays" / "avstamningsmote-fyra-roller.yaml").read_text("utf-8")
    file = data / "study" / "role_plays" / "vart-eget-mote.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace("id: avstamningsmote-fyra-roller", "id: vart-eget-mote", 1), "utf-8")
    return file


def test_a_role_play_deleted_before_the_start_is_told_of_and_the_plan_stands(begin: Begin, tmp_path: Path) -> None:
    leader = begin()
    file = own_role_play(tmp_path / "data")
    plan = plan_with(leader, "role_play", {"material": OWN_ROLE_PLAY})
    file.unlink()
    leader.press("Ctrl+2")
    leader.on_page("planning")
    leader.activate("Starta")
    leader.wait(lambda: any("Välj annat material i planen" in words for words in leader.notices()), "what to do")
    assert any("Momentet" in words for words in leader.notices())
    assert leader.program.running.open_session is None
    kept = leader.program.planning.get(plan.id)
    assert (kept.status, kept.agenda) == (SessionStatus.READY, plan.agenda)


def test_a_role_play_deleted_or_changed_after_the_start_changes_nothing(begin: Begin, tmp_path: Path) -> None:
    leader = begin()
    file = own_role_play(tmp_path / "data")
    begin_with(leader, "role_play", {"material": OWN_ROLE_PLAY})
    leader.press("Ctrl+Return")
    leader.wait(lambda: playing(leader).has_begun, "the first phase")
    file.write_text("id: [", "utf-8")
    leader.wait(lambda: room(leader) == leader.state.room_picture(), "the room follows")
    shown = room(leader)
    begin.end(leader)
    file.unlink()

    leader = begin()
    leader.wait(lambda: leader.windows.presenter.state is not None, "it goes on after a new start")
    leader.settled()
    assert room(leader) == shown
    leader.press("Ctrl+Return")
    leader.wait(lambda: playing(leader).phase == 1, "and is played as it was")
