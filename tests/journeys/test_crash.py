"""The program is killed while a session runs; the next start continues it exactly where it was, in both windows."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import SessionStatus
from kompetens_gui.ui.presenter.view_state import clock_face, countdown_text
from tests.journeys.alone import TITLE, running
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader
from tests.journeys.killing import killed, log_on_disk

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)


@pytest.mark.parametrize("place", ["start", "marking", "black"])
def test_a_killed_session_goes_on_where_it_was(begin: Begin, clock: RehearsalClock, tmp_path: Path, place: str) -> None:
    told = killed("dying_program", tmp_path / "data", place)
    log = log_on_disk(tmp_path / "data", clock)
    names = [type(e.event).__name__ for e in log.events]
    # The one being written when death came may be there whole without having been told of.
    assert names[: len(told)] == told
    assert len(names) <= len(told) + 1
    clock.move((log.events[-1].at - clock.now()).total_seconds())

    leader = begin(tmp_path / "data")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session goes on")
    assert any(f"”{TITLE}” pågick när programmet avslutades" in told for told in leader.notices())
    leader.settled()
    assert leader.start.window.current_page == "presenter"
    assert leader.state == log.state
    leaders_window_shows(leader, log, clock)
    rooms_window_shows(leader, log)
    assert leader.state.black is (place == "black")
    if place != "start":
        assert [q.text for q in leader.state.questions] == ["Vad säger regeln?"]
    leader.press("Ctrl+B")
    leader.wait(lambda: leader.state.black is not log.state.black, "and it takes new events")


def leaders_window_shows(leader: Leader, log: SessionLog, clock: RehearsalClock) -> None:
    state, page = leader.windows.presenter.state, leader.windows.presenter_page
    assert state == log.state
    item = log.state.item
    assert item is not None
    words = leader.words()
    for text in (*[q.text for q in log.state.questions], *[n.text for n in log.state.notes]):
        assert text in words, f"{text!r} is not in Ledarvyn"
    assert page.agenda.currentIndex().data() == item.title
    assert countdown_text(clock_face(log.state, clock.now()).seconds_left) in words, "the clock"


def rooms_window_shows(leader: Leader, log: SessionLog) -> None:
    window = leader.windows.room.window
    assert window.isVisible()
    assert window.view.picture == log.state.room_picture()
    assert window.view.cover.isVisible() is log.state.black


def test_killed_between_the_end_and_its_row_the_session_is_over(
    begin: Begin, clock: RehearsalClock, tmp_path: Path
) -> None:
    told = killed("dying_program", tmp_path / "data", "close", after=0)
    assert told[-1] == "SessionClosed"
    log = log_on_disk(tmp_path / "data", clock)
    assert [type(e.event).__name__ for e in log.events] == told
    assert log.session.status == SessionStatus.RUNNING, "the row did not get that far"
    clock.move((log.events[-1].at - clock.now()).total_seconds())

    leader = begin(tmp_path / "data")
    assert leader.windows.presenter.state is None, "nothing is started again"
    (row,) = leader.program.planning.sessions()
    assert row.status == SessionStatus.CLOSED
    leader.press("Ctrl+2")
    leader.on_page("planning")
    leader.tab_to("Tillfällen")
    leader.press("Return")
    leader.on_page("closing")
    leader.sees("Utfärda 10 kursintyg")


def test_a_session_left_since_yesterday_is_offered_not_forced(begin: Begin, clock: RehearsalClock) -> None:
    leader = begin()
    running(leader)
    leader.press("PgDown")
    leader.wait(lambda: leader.state.position == 1, "the second item")
    begin.end(leader)
    clock.move(timedelta(hours=20).total_seconds())

    leader = begin()
    leader.wait(lambda: bool(leader.notices()), "a message")
    assert leader.windows.presenter.state is None
    assert f"”{TITLE}” pågick när programmet avslutades" in leader.notices()[0]
    leader.activate("Fortsätt", key="Shift+Tab")
    leader.wait(lambda: leader.windows.presenter.state is not None, "it goes on")
    assert leader.state.position == 1
