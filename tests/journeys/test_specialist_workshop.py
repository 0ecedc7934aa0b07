"""A specialist's workshop from its template to the follow-up, by keyboard: groups, a role play, a vote on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.branching_together.room import BranchingRoom
from kompetens_gui.domain.activities.branching_together.state import Gone, TogetherState
from kompetens_gui.domain.activities.commitments import CommitmentsState
from kompetens_gui.domain.activities.follow_up import Followed, FollowUpOutcome, FollowUpRoom, FollowUpState
from kompetens_gui.domain.activities.group_work.room import GroupWorkRoom
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.activities.role_play.events import RoomShows
from kompetens_gui.domain.activities.role_play.room import RolePlayRoom
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.activities.takeaways import TakeawaysState
from kompetens_gui.domain.material.role_play import PhaseKind, RolePlay
from kompetens_gui.domain.workshop.plan import SessionStatus
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader
from tests.journeys.steps import (
    add_moment,
    go_on_to,
    on_item,
    paste_people,
    plan_of,
    room,
    stand_on,
    stand_on_block,
    text_of_pdf,
    text_of_word,
    use_template,
)

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

TITLE, SERIES, LEADER = "Impulser i november", "Samordning i norr", "Karin Wallmark"
TEMPLATE, MINUTES = "Specialistworkshop 90 min", 90
PASTED = """Amina Solvik; rehabkoordinator; Ekbacken
Per Lindmo; läkare; Ekbacken
Tove Askhed; handläggare; Norr
Jonas Risviken; handläggare; Norr
Mirela Petrović; rehabkoordinator; Tallmon
Elin Brännmo; handläggare; Syd
Björn Sjövall; läkare; Tallmon
Yasmin Haddad; handläggare; Syd
Gunnar Hedås; handläggare; Norr
Leyla Demir; rehabkoordinator; Björkdalen
Oskar Vinge; handläggare; Syd
Sara Holmlund; handläggare; Norr
Mikael Storå; läkare; Björkdalen
Nadia Karimi; handläggare; Syd
Ulrika Frost; rehabkoordinator; Ekbacken
Hassan Jaber; handläggare; Norr
Inger Måsbäck; handläggare; Syd
Tomasz Wilk; handläggare; Norr"""
NAMES = tuple(line.split(";")[0] for line in PASTED.splitlines())
GROUP_WORK, GIVEN_UP = "Samordningsfall i smågrupper", "Rundan utan dörrar"
ROLE_PLAY = "Avstämningsmöte med fyra roller"
BRANCHING = "Öppet när dörren är öppen"
PLAYERS = {
    "Handläggaren": "Tove Askhed",
    "Den försäkrade": "Oskar Vinge",
    "Arbetsgivaren": "Ulrika Frost",
    "Läkaren": "Mikael Storå",
}
TURN = "Rektorn frågade vad som går i stället för varför"
DEBRIEF_NOTE = "Att vänta in svaret var det svåraste"
# Eight ratings, three counts, three scales, as they stand on the paper sheets.
OWN_SHEET = ("11121112", (3, 1, 2), "343")
SHEETS = (("21022101", (6, 4, 1), "444"), ("12122202", (5, 12, 0), "553"))
ANSWERS = (
    "Han målar inomhus sedan i maj",
    "Hon har planeringen klar men inte barngruppen",
    "Domningarna kommer efter lunch",
)
SAID = "Dörren är hans, men nyckeln är butikens"
COMMITMENTS = (("Jag ringer chefen före dag 30", "nästa samtal"), ("Jag frågar vad som går", "inom två veckor"))
TAKEAWAYS = ("En fråga i taget", "Skriv vem som har sagt det")
HAPPENED = "Chefen hade redan provat kortare pass"


def test_the_whole_workshop(begin: Begin, clock: RehearsalClock, tmp_path: Path) -> None:
    leader = begin()
    plan_the_workshop(leader)
    divide_into_three(leader)
    choose_material(leader)
    make_ready_and_start(leader)
    inform(leader)
    work_in_groups(leader, clock)
    cast_the_roles(leader)
    play_freeze_and_wind_back(leader, clock)
    type_the_sheets(leader)
    debrief(leader)
    words = vote_on_the_way(leader)
    promise(leader)
    close(leader, clock)
    read_the_protocol(leader, tmp_path, words)
    begin_the_next_with_what_was_promised(leader)


# -- planning


def plan_the_workshop(leader: Leader) -> None:
    leader.activate("Börja med min egen")
    use_template(leader, TEMPLATE)
    plan = plan_of(leader)
    assert (plan.template_id, plan.minutes, len(plan.agenda)) == ("specialistworkshop-90", MINUTES, 8)
    leader.activate("Ändra namnet på träffen")
    leader.replace(TITLE)
    leader.press("Return")
    name_series_and_leader(leader)
    paste_people(leader, PASTED, len(NAMES))
    assert (plan_of(leader).title, plan_of(leader).series) == (TITLE, SERIES)


def name_series_and_leader(leader: Leader) -> None:
    leader.activate("Välj dag och tid")
    leader.tab_to("Dag")
    leader.press(*["Down"] * 14)
    leader.tab_to("Tid")
    leader.type("13")
    leader.tab_to("Serie")
    leader.type(SERIES)
    leader.activate("Lägg till ledare")
    leader.type(LEADER)


def divide_into_three(leader: Leader) -> None:
    leader.activate("Ordna grupper")
    leader.dialog("Grupper")
    leader.tab_to("Personer i varje grupp")
    leader.press("Up", "Up", "Up")
    leader.sees("Blanda ger 3 grupper med 6 i varje.")
    leader.activate("Blanda")
    leader.wait(lambda: len(plan_of(leader).groups) == 3, "three groups")
    leader.activate("Klar")
    leader.dialog_gone()
    people = {p.id: p for p in plan_of(leader).participants}
    for group in plan_of(leader).groups:
        assert len(group.members) == 6
        assert len({people[m].role for m in group.members}) == 3, "every profession in every group"


def choose_material(leader: Leader) -> None:
    """Give three groups three cases of the template's four; put a role play and a branching case before the end."""
    open_picker(leader, GROUP_WORK, "Byt material…")
    leader.tab_to("Material")
    stand_on(leader, GIVEN_UP)
    leader.press("Space")
    leader.activate("Använd 3 i momentet")
    leader.dialog_gone()
    for words, kind, title in (
        ("rollspel", "role_play", ROLE_PLAY),
        ("förgreningsfall", "branching_together", BRANCHING),
    ):
        add_moment(leader, words, kind)
        open_picker(leader, words.capitalize(), "Välj material…")
        leader.tab_to("Material")
        stand_on(leader, title)
        leader.press("Return")
        leader.dialog_gone()
        leader.sees(title)
    agenda = plan_of(leader).agenda
    assert [item.kind for item in agenda[3:6]] == ["group_work", "role_play", "branching_together"]
    materials = agenda[3].settings["materials"]
    assert isinstance(materials, list | tuple)
    assert [str(ref) for ref in materials] == [
        "coordination/samordning-malare",
        "coordination/samordning-forskollarare",
        "coordination/samordning-lastbilsmekaniker",
    ]


def open_picker(leader: Leader, moment: str, button: str) -> None:
    stand_on_block(leader, moment)
    leader.press("Return")
    leader.activate(button)
    leader.dialog("Välj material")
    leader.settled()


def make_ready_and_start(leader: Leader) -> None:
    leader.activate("Markera som klar")
    leader.wait(lambda: plan_of(leader).status == SessionStatus.READY, "ready")
    leader.activate("Starta")
    leader.on_page("presenter")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")


# -- information, and work in groups


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


# -- the role play


def cast_the_roles(leader: Leader) -> None:
    go_on_to(leader, "role_play")
    leader.press("Ctrl+Tab")
    turn_to(leader, "Vem spelar vad")
    for role, name in PLAYERS.items():
        leader.choose(f"Vem spelar {role}", name)
    leader.wait(lambda: len(playing(leader).cast) == len(PLAYERS), "the cast")
    people = {p.id: p.name for p in leader.state.session.participants}
    assert {people[c.participant] for c in playing(leader).cast} == set(PLAYERS.values())
    assert not any(name in repr(play_room(leader)) for name in PLAYERS.values()), "the room reads roles, not names"


def turn_to(leader: Leader, words: str) -> None:
    """Turn the pages of the role play until some words can be read."""
    for _ in range(5):
        if words in leader.words():
            return
        leader.press("Ctrl+Tab")
    raise leader.unreachable(f"no page of the role play says {words!r}")


def play_freeze_and_wind_back(leader: Leader, clock: RehearsalClock) -> None:
    leader.press("Ctrl+Return", "Ctrl+Return")
    leader.wait(lambda: phase(leader) == PhaseKind.PLAY, "the play")
    clock.move(90)
    leader.press("Ctrl+Shift+T")
    leader.type(TURN)
    leader.press("Return")
    leader.wait(lambda: [t.text for t in playing(leader).turns] == [TURN], "the turn")
    assert playing(leader).turns[0].seconds == pytest.approx(90)
    clock.move(60)
    leader.press("Ctrl+Shift+E")
    leader.wait(lambda: play_room(leader).frozen, "frozen, in the room too")
    clock.move(300)
    assert playing(leader).seconds(clock.now()) == pytest.approx(150), "a frozen clock stands"
    leader.press("Ctrl+Shift+E")
    leader.wait(lambda: not playing(leader).frozen, "it goes on")
    leader.press("Ctrl+Shift+B")
    leader.wait(lambda: playing(leader).times_wound_back == 1, "back at the turn")
    assert playing(leader).seconds(clock.now()) == pytest.approx(90)
    leader.press("Ctrl+Shift+E")
    leader.wait(lambda: not playing(leader).frozen, "and on from there")
    leader.press("Ctrl+Return")
    leader.wait(lambda: phase(leader) == PhaseKind.OBSERVERS, "the observers' phase")


def type_the_sheets(leader: Leader) -> None:
    """Take the papers from a pile: the one who played, and two observers."""
    turn_to(leader, "Självskattning")
    leader.activate("Självskattning")
    type_sheet(leader, OWN_SHEET)
    leader.activate("Nytt blad", key="Shift+Tab")
    type_sheet(leader, SHEETS[0])
    leader.press("PgDown")
    type_sheet(leader, SHEETS[1])
    leader.wait(lambda: sheets_are(leader, OWN_SHEET, *SHEETS), "the three sheets")
    assert [s.is_self for s in playing(leader).sheets] == [True, False, False]
    assert play_room(leader).observed == (), "the room has seen nothing of it"
    leader.choose("Rummet ser", "iakttagelser")
    leader.wait(lambda: bool(play_room(leader).observed), "what they saw")
    first = play_room(leader).observed[0]
    assert (first.ratings, first.own) == ((2, 1), (1,)), "the observers beside the self-rating"


def type_sheet(leader: Leader, sheet: tuple[str, tuple[int, ...], str]) -> None:
    ratings, counts, scales = sheet
    leader.press(*ratings)
    for times in counts:
        leader.press(*str(times), "Return")
    leader.press(*scales)


def sheets_are(leader: Leader, *wanted: tuple[str, tuple[int, ...], str]) -> bool:
    play = the_play(leader).protocol
    kept = [
        (
            "".join(str(sheet.ratings.get(item.id, "-")) for item in play.items),
            tuple(sheet.counts.get(count.id, -1) for count in play.counts),
            "".join(str(sheet.scales.get(scale.id, "-")) for scale in play.scales),
        )
        for sheet in playing(leader).sheets
    ]
    return kept == list(wanted)


def debrief(leader: Leader) -> None:
    turn_to(leader, "Eftersamtal")
    leader.press("Ctrl+Return")
    leader.wait(lambda: phase(leader) == PhaseKind.DEBRIEF, "the debrief")
    leader.wait(lambda: play_room(leader).shows == RoomShows.DEBRIEF, "in the room")
    second = the_play(leader).debrief[1]
    leader.activate(f"2. {second.title}")
    leader.wait(lambda: getattr(play_room(leader).debrief, "title", "") == second.title, "its second step")
    leader.press("Ctrl+Shift+N")
    leader.type(DEBRIEF_NOTE)
    leader.press("Return")
    leader.wait(lambda: [n.text for n in playing(leader).notes] == [DEBRIEF_NOTE], "the note")
    assert DEBRIEF_NOTE not in repr(play_room(leader))


def playing(leader: Leader) -> RolePlayState:
    state = leader.activity
    assert isinstance(state, RolePlayState)
    return state


def the_play(leader: Leader) -> RolePlay:
    item = leader.state.item
    assert item is not None
    play = leader.state.context(item).material
    assert isinstance(play, RolePlay)
    return play


def phase(leader: Leader) -> PhaseKind:
    return the_play(leader).phases[playing(leader).phase].kind


def play_room(leader: Leader) -> RolePlayRoom:
    view = room(leader).view
    assert isinstance(view, RolePlayRoom)
    return view


# -- the way of the room


def vote_on_the_way(leader: Leader) -> list[str]:
    """Vote twice, go the majority's way, go back, go another way, and look at both lives; returns the ways' words."""
    go_on_to(leader, "branching_together")
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


def hands(leader: Leader, *counts: int) -> None:
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


# -- the end, and the next time


def promise(leader: Leader) -> None:
    go_on_to(leader, "commitments")
    for text, when in COMMITMENTS:
        leader.type(text)
        leader.press("Tab")
        leader.type(when)
        leader.press("Return")
    leader.wait(lambda: len(promised(leader)) == len(COMMITMENTS), "the commitments")
    assert promised(leader) == list(COMMITMENTS)
    go_on_to(leader, "takeaways")
    for text in TAKEAWAYS:
        leader.type(text)
        leader.press("Return")
    leader.wait(lambda: taken(leader) == list(TAKEAWAYS), "the take-aways")


def promised(leader: Leader) -> list[tuple[str, str]]:
    state = leader.activity
    assert isinstance(state, CommitmentsState)
    return [(c.text, c.when) for c in state.commitments]


def taken(leader: Leader) -> list[str]:
    state = leader.activity
    assert isinstance(state, TakeawaysState)
    return [item.text for item in state.items]


def close(leader: Leader, clock: RehearsalClock) -> None:
    clock.move(3600)
    leader.press("Ctrl+Shift+Q")
    leader.answer("Avsluta träffen")
    leader.on_page("closing")
    assert plan_of(leader).status == SessionStatus.CLOSED


def read_the_protocol(leader: Leader, folder: Path, words: list[str]) -> None:
    papers = {"Spara PDF": folder / "protokoll.pdf", "Spara Word": folder / "protokoll.docx"}
    for button, file in papers.items():
        leader.activate(button)
        leader.save_as(file)
        leader.wait(file.is_file, str(file))
        leader.settled()
    for text in (text_of_pdf(papers["Spara PDF"]), text_of_word(papers["Spara Word"])):
        for name in NAMES:
            assert name not in text, f"{name} is in the protocol"
            assert name.split()[0] not in text.split(), f"{name} is in the protocol"
        for said in (TITLE, *ANSWERS, ROLE_PLAY, TURN, DEBRIEF_NOTE, BRANCHING, SAID, *TAKEAWAYS, *words):
            assert said in text, f"{said!r} is not in the protocol"
        for promise_text, when in COMMITMENTS:
            assert promise_text in text
            assert when in text
        assert "2, 1 1" in text, "the ratings of both observers, and the own"


def begin_the_next_with_what_was_promised(leader: Leader) -> None:
    leader.press("Ctrl+N")
    use_template(leader, TEMPLATE)
    name_series_and_leader(leader)
    leader.sees(COMMITMENTS[0][0])
    leader.activate("Börja med uppföljning")
    leader.sees("Sedan sist")
    leader.activate("Markera som klar")
    leader.activate("Starta")
    leader.on_page("presenter")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    on_item(leader, "follow_up")
    view = room(leader).view
    assert isinstance(view, FollowUpRoom)
    assert [(f.commitment.text, f.commitment.when) for f in view.followed] == list(COMMITMENTS)
    leader.press("Alt+Right", "Ctrl+Shift+1")
    leader.wait(lambda: followed(leader)[0].outcome == FollowUpOutcome.TRIED, "tried")
    leader.tab_to(f"Vad hände: {COMMITMENTS[0][0]}")
    leader.type(HAPPENED)
    leader.press("Return")
    leader.wait(lambda: followed(leader)[0].happened == HAPPENED, "what happened")


def followed(leader: Leader) -> tuple[Followed, ...]:
    state = leader.activity
    assert isinstance(state, FollowUpState)
    return state.followed
