"""A specialist's workshop from its template to the follow-up, by keyboard, with a crash in its role play."""

from __future__ import annotations

from pathlib import Path

import pytest

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.material.role_play import PhaseKind
from kompetens_gui.domain.workshop.log import SessionLog
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader
from tests.journeys.ending_workshop import (
    begin_the_next_with_what_was_promised,
    close,
    promise,
    read_the_protocol,
)
from tests.journeys.killing import killed, log_on_disk
from tests.journeys.leading_role_play import (
    PLAYED,
    PLAYERS,
    TURN,
    debrief,
    freeze_for_who_leaves,
    phase,
    playing,
    type_the_sheets,
    wind_back,
)
from tests.journeys.leading_the_way import vote_on_the_way
from tests.journeys.planning_workshop import TITLE

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


def test_the_whole_workshop(begin: Begin, clock: RehearsalClock, tmp_path: Path) -> None:
    leader = killed_in_the_role_play(begin, clock, tmp_path / "data")
    freeze_for_who_leaves(leader, clock)
    wind_back(leader, clock)
    type_the_sheets(leader)
    debrief(leader)
    words = vote_on_the_way(leader)
    promise(leader)
    close(leader, clock)
    read_the_protocol(leader, tmp_path, words)
    begin_the_next_with_what_was_promised(leader)


def killed_in_the_role_play(begin: Begin, clock: RehearsalClock, data: Path) -> Leader:
    """Let another process plan the workshop, lead it to the role play and be killed there; go on from that."""
    told = killed("dying_workshop", data)
    log = log_on_disk(data, clock)
    names = [type(e.event).__name__ for e in log.events]
    # The one being written when death came may be there whole without having been told of.
    assert names[: len(told)] == told
    assert len(names) <= len(told) + 1
    clock.move((log.events[-1].at - clock.now()).total_seconds())
    leader = begin(data)
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session goes on")
    assert any(f"”{TITLE}” pågick när programmet avslutades" in told for told in leader.notices())
    leader.settled()
    both_windows_are_there(leader, log, clock)
    return leader


def both_windows_are_there(leader: Leader, log: SessionLog, clock: RehearsalClock) -> None:
    """See that both windows show the play exactly where the log ends."""
    assert leader.start.window.current_page == "presenter"
    assert leader.windows.presenter.state == leader.state == log.state
    assert phase(leader) == PhaseKind.PLAY
    assert playing(leader).seconds(clock.now()) == pytest.approx(PLAYED)
    words = leader.words()
    for name in PLAYERS.values():
        assert name in words, f"{name} plays, and Ledarvyn does not say so"
    assert leader.tab_to("Vändning 01:30").property("text") == TURN
    room = leader.windows.room.window
    assert room.isVisible()
    assert room.view.picture == log.state.room_picture()
