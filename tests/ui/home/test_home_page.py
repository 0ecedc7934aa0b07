from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.home.page import HomePage, HomeParts
from kompetens_gui.ui.home.view_state import first_start_snapshot
from tests.ui.home.snapshots import NOW, check, full, line, waiting


class Watch:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def page(qtbot: QtBot, watch: Watch) -> HomePage:
    made = HomePage(HomeParts(watch))
    qtbot.addWidget(made)
    made.resize(1224, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def show(page: HomePage, qtbot: QtBot, snapshot: dict[str, object]) -> None:
    """Show a snapshot and wait until its rows stand on the page."""
    page.show_snapshot(snapshot)
    qtbot.waitUntil(lambda: all(w.isVisible() for w in page.latest._held + page.coming._held + page.checklist._held))


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def buttons(widget: QWidget) -> list[QAbstractButton]:
    return [button for button in widget.findChildren(QAbstractButton) if button.isVisible()]


def test_importing_the_page_loads_no_inner_room() -> None:
    code = (
        "import sys, kompetens_gui.ui.home.page\n"
        "bad = [m for m in sys.modules if m.split('.')[0] in ('pydantic', 'sqlalchemy', 'reportlab')"
        " or m.startswith(('kompetens_gui.domain', 'kompetens_gui.services', 'kompetens_gui.ui.shell'))]\n"
        "assert not bad, bad\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_next_session_is_greeted_dated_and_counted_down(page: HomePage, qtbot: QtBot) -> None:
    show(page, qtbot, full())
    seen = texts(page)
    for expected in (
        "God morgon, Karin",
        "Söndag 22 november 2026, vecka 47",
        "Nästa gruppdialog, i dag 13.00–14.30",
        "Utmattning och arbetsförmåga",
        "Tallbackens hälsocentral, rum Granen",
        "9 deltagare",
        "2 fall",
        "3 tim 48 min",
        "2 av 3 klara",
    ):
        assert expected in seen


def test_the_countdown_follows_the_clock(page: HomePage, watch: Watch, qtbot: QtBot) -> None:
    page.show_snapshot(full())
    watch.time += timedelta(hours=3, minutes=33)
    page._timer.setInterval(1)
    qtbot.waitUntil(lambda: page.next.left.text() == "15 min")
    watch.time += timedelta(minutes=25)
    qtbot.waitUntil(lambda: page.next.left_words.text() == "Skulle ha börjat för")
    assert page.next.left.text() == "10 min sedan"


def test_starta_and_the_plan_tell_which_session(page: HomePage, qtbot: QtBot) -> None:
    page.show_snapshot(full())
    with qtbot.waitSignal(page.start_wanted) as started:
        press(page.next.start_button)
    with qtbot.waitSignal(page.open_plan_wanted) as opened:
        click(page.next.plan_button)
    assert (started.args, opened.args) == (["s1"], ["s1"])


def test_a_plan_that_cannot_start_leads_to_the_plan_instead(page: HomePage, qtbot: QtBot) -> None:
    page.show_snapshot(
        {**full(), "next": waiting(check("title", done=True, needed=True), check("cases", done=False, needed=True))}
    )
    assert not page.next.start_button.isVisible()
    assert "Innan du kan starta: välj fall till varje moment." in texts(page)
    with qtbot.waitSignal(page.open_plan_wanted) as opened:
        click(page.next.finish_button)
    assert opened.args == ["s1"]


def test_an_open_line_of_the_checklist_leads_to_what_it_asks_for(page: HomePage, qtbot: QtBot) -> None:
    show(page, qtbot, full())
    (link,) = buttons(page.checklist)
    assert link.accessibleName() == "Lägg till: Skriv in deltagarna"
    with qtbot.waitSignal(page.mend_wanted) as asked:
        press(link)
    assert asked.args == ["s1", "participants"]


def test_a_session_left_running_comes_first_and_has_the_only_primary_button(page: HomePage, qtbot: QtBot) -> None:
    show(page, qtbot, {**full(), "running": line("s9", "Axel", "2026-11-22T08:00:00")})
    assert "En gruppdialog pågår: Axel" in texts(page)
    primary = [b for b in buttons(page) if b.property("kind") == "primary"]
    assert [b.text() for b in primary] == ["Fortsätt där du var"]
    with qtbot.waitSignal(page.resume_wanted) as resumed:
        click(primary[0])
    assert resumed.args == ["s9"]
    assert "Utmattning och arbetsförmåga" in texts(page.coming)


def test_the_next_session_is_not_told_twice(page: HomePage, qtbot: QtBot) -> None:
    show(page, qtbot, full())
    assert "Utmattning och arbetsförmåga" not in texts(page.coming)
    assert "Axel och rygg" in texts(page.coming)


def test_a_closed_session_opens_its_closing(page: HomePage, qtbot: QtBot) -> None:
    show(page, qtbot, full())
    assert "11 kursintyg utfärdade" in texts(page.latest)
    (button,) = buttons(page.latest)
    with qtbot.waitSignal(page.closing_wanted) as opened:
        click(button)
    assert opened.args == ["s4"]


def test_all_questions_can_be_unfolded_and_folded(page: HomePage, qtbot: QtBot) -> None:
    page.show_snapshot(full())
    assert "Fråga 4?" not in texts(page.questions)
    click(page.questions.all_button)
    qtbot.waitUntil(lambda: "Fråga 5?" in texts(page.questions))
    click(page.questions.all_button)
    qtbot.waitUntil(lambda: "Fråga 5?" not in texts(page.questions))


def test_the_first_start_offers_exactly_three_things(page: HomePage, qtbot: QtBot) -> None:
    page.show_snapshot(first_start_snapshot())
    assert [b.text() for b in buttons(page)] == ["Öppna demoregionen", "Börja med min egen", "Öppna självstudier"]
    with qtbot.waitSignal(page.demo_wanted):
        click(page.welcome.demo_button)
    with qtbot.waitSignal(page.begin_wanted):
        press(page.welcome.begin_button)
    with qtbot.waitSignal(page.study_wanted):
        press(page.welcome.study_button)


def test_nothing_planned_offers_a_new_session(page: HomePage, qtbot: QtBot) -> None:
    page.show_snapshot({"version": 1, "name": "Karin"})
    assert "Ingen träff planerad" in texts(page)
    assert page.nothing_planned.button is not None
    with qtbot.waitSignal(page.new_wanted):
        click(page.nothing_planned.button)


def test_search_and_new_session_are_at_hand(page: HomePage, qtbot: QtBot) -> None:
    page.show_snapshot(full())
    with qtbot.waitSignal(page.search_wanted):
        click(page.header.search_button)
    with qtbot.waitSignal(page.new_wanted):
        click(page.header.new_button)


def test_opening_the_page_asks_for_fresh_facts(page: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.refresh_wanted):
        page.open_with()


def test_empty_cards_are_no_higher_than_their_sentence(page: HomePage, qtbot: QtBot) -> None:
    page.show_snapshot({**full(), "closed": [], "course_certificates": 0})
    qtbot.waitUntil(lambda: page.latest.height() < page.questions.height() / 2)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = ("id", "title", "starts_at", "minutes", "agenda", "checks", "name", "done", "text", "place", "participants")
LOOSE = st.dictionaries(st.sampled_from(KEYS), JSON | st.just("9999-12-31T23:59:59"), max_size=8)
TOP = ("name", "first_start", "next", "running", "upcoming", "closed", "questions", "course_certificates")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(snapshot=st.dictionaries(st.sampled_from(TOP), JSON | LOOSE | st.lists(LOOSE, max_size=3), max_size=8))
def test_a_damaged_snapshot_never_stops_the_start(page: HomePage, snapshot: dict[str, object]) -> None:
    page.show_snapshot({**snapshot, "version": 1})
    page.grab()


@pytest.mark.parametrize("snapshot", [None, 3, [], {}, {"version": 99, "next": 1}])
def test_a_snapshot_of_another_kind_shows_greeting_and_date_alone(page: HomePage, snapshot: object) -> None:
    page.show_snapshot(snapshot)
    assert "Söndag 22 november 2026, vecka 47" in texts(page)
    assert not page.welcome.isVisible()


def test_whoever_studies_is_offered_to_go_on_and_nobody_else_is_named(qtbot: QtBot) -> None:
    page = HomePage(HomeParts(lambda: NOW))
    qtbot.addWidget(page)
    page.show()
    page.show_learner("")
    assert "study_line" not in vars(page), "not even made before somebody studies"
    page.show_learner("Sara Lindmo")
    assert page.study_line.isVisible()
    with qtbot.waitSignal(page.next_step_wanted):
        page.study_line.button.click()
    page.show_learner("")
    assert not page.study_line.isVisible()
    assert "Sara" not in page.study_line.who.text()
