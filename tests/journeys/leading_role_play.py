"""Leads a role play by keyboard: casting, turns, freeze, somebody who leaves, sheets from paper, and the debrief."""

from __future__ import annotations

import pytest

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.role_play.events import RoomShows
from kompetens_gui.domain.activities.role_play.room import RolePlayRoom
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import PhaseKind, RolePlay
from tests.journeys.driver import Leader
from tests.journeys.steps import go_on_to, room

PLAYERS = {
    "Handläggaren": "Tove Askhed",
    "Den försäkrade": "Oskar Vinge",
    "Arbetsgivaren": "Ulrika Frost",
    "Läkaren": "Mikael Storå",
}
LEAVES, STEPS_IN = "Ulrika Frost", ("Arbetsgivaren", "Yasmin Haddad")
PLAYED = 90
TURN = "Rektorn frågade vad som går i stället för varför"
DEBRIEF_NOTE = "Att vänta in svaret var det svåraste"
# Eight ratings, three counts, three scales, as they stand on the paper sheets.
OWN_SHEET = ("11121112", (3, 1, 2), "343")
SHEETS = (("21022101", (6, 4, 1), "444"), ("12122202", (5, 12, 0), "553"))


def cast_the_roles(leader: Leader) -> None:
    go_on_to(leader, "role_play")
    leader.press("Ctrl+Tab")
    turn_to(leader, "Vem spelar vad")
    for role, name in PLAYERS.items():
        leader.choose(f"Vem spelar {role}", name)
    leader.wait(lambda: len(playing(leader).cast) == len(PLAYERS), "the cast")
    assert players(leader) == set(PLAYERS.values())
    assert not any(name in repr(play_room(leader)) for name in PLAYERS.values()), "the room reads roles, not names"


def turn_to(leader: Leader, words: str) -> None:
    """Turn the pages of the role play until some words can be read."""
    for _ in range(5):
        if words in leader.words():
            return
        leader.press("Ctrl+Tab")
    raise leader.unreachable(f"no page of the role play says {words!r}")


def begin_the_play(leader: Leader, clock: RehearsalClock) -> None:
    """Read the cards, begin to play, and mark a turn after a minute and a half."""
    leader.press("Ctrl+Return", "Ctrl+Return")
    leader.wait(lambda: phase(leader) == PhaseKind.PLAY, "the play")
    clock.move(PLAYED)
    leader.press("Ctrl+Shift+T")
    leader.type(TURN)
    leader.press("Return")
    leader.wait(lambda: [t.text for t in playing(leader).turns] == [TURN], "the turn")
    assert playing(leader).turns[0].seconds == pytest.approx(PLAYED)


def freeze_for_who_leaves(leader: Leader, clock: RehearsalClock) -> None:
    """One of the players has to go: all stand still, somebody else takes the card, and nothing else is lost."""
    clock.move(60)
    leader.press("Ctrl+Shift+E")
    leader.wait(lambda: play_room(leader).frozen, "frozen, in the room too")
    clock.move(300)
    stood = playing(leader).seconds(clock.now())
    assert stood == pytest.approx(PLAYED + 60), "a frozen clock stands"
    turn_to(leader, "Vem spelar vad")
    role, name = STEPS_IN
    leader.choose(f"Vem spelar {role}", name)
    leader.wait(lambda: players(leader) == {*PLAYERS.values(), name} - {LEAVES}, "somebody else plays")
    assert (playing(leader).frozen, phase(leader)) == (True, PhaseKind.PLAY)
    assert [t.text for t in playing(leader).turns] == [TURN]
    turn_to(leader, "Om samtalet fastnar")
    leader.sees(name)
    assert LEAVES not in leader.words()
    leader.press("Ctrl+Shift+E")
    leader.wait(lambda: not playing(leader).frozen, "it goes on")
    assert playing(leader).seconds(clock.now()) == pytest.approx(stood)


def wind_back(leader: Leader, clock: RehearsalClock) -> None:
    """Go back to the turn and play from there, until the observers have the word."""
    leader.press("Ctrl+Shift+B")
    leader.wait(lambda: playing(leader).times_wound_back == 1, "back at the turn")
    assert playing(leader).seconds(clock.now()) == pytest.approx(PLAYED)
    leader.press("Ctrl+Shift+E")
    leader.wait(lambda: not playing(leader).frozen, "and on from there")
    leader.press("Ctrl+Return")
    leader.wait(lambda: phase(leader) == PhaseKind.OBSERVERS, "the observers' phase")


def players(leader: Leader) -> set[str]:
    people = {p.id: p.name for p in leader.state.session.participants}
    return {people[c.participant] for c in playing(leader).cast}


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
    leader.press("Ctrl+Return")
    leader.wait(lambda: phase(leader) == PhaseKind.DEBRIEF, "the debrief")
    turn_to(leader, "Observatörerna har sett")
    leader.wait(lambda: play_room(leader).shows == RoomShows.DEBRIEF, "in the room")
    second = the_play(leader).debrief[1]
    leader.activate(f"2. {second.title}")
    leader.wait(lambda: getattr(play_room(leader).debrief, "title", "") == second.title, "its second step")
    leader.press("Ctrl+Shift+N")
    leader.type(DEBRIEF_NOTE)
    leader.press("Return")
    leader.wait(lambda: DEBRIEF_NOTE in [n.text for n in playing(leader).notes], "the note")
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
