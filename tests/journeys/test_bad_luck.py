"""What goes wrong around the program while somebody uses it: clear Swedish words, and nothing lost."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QWidget

from kompetens_gui.demo import planned
from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession
from kompetens_gui.domain.workshop.state import RoomPicture
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.log_writer import SqlLogWriter
from kompetens_gui.ui.audience.plugged_screens import PluggedScreens
from kompetens_gui.ui.audience.screens import Place, ScreenFacts
from tests.journeys.alone import TITLE, planned_today, running
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
ROOT = Path(__file__).parents[2]
OWN_CASE = CaseId("egen-depression")
LAPTOP = ScreenFacts("eDP-1|Bärbar|1", "eDP-1", 1440, 900, is_leaders=True)
WALL = ScreenFacts("HDMI-1|Kanon|2", "HDMI-1", 1920, 1080, is_leaders=False)


def told(leader: Leader, words: str) -> None:
    """Wait until a message over the page says these words."""
    leader.wait(lambda: any(words in notice for notice in leader.notices()), f"the message {words!r}")


# -- before the program is open


def refused(leader: Leader) -> tuple[str, str]:
    """Read why the program does not open, press Enter, and see that it ends as the surroundings' fault."""
    box = leader.dialog()
    assert isinstance(box, QMessageBox)
    said = box.text(), box.informativeText()
    leader.press("Return")
    leader.wait(lambda: not leader.start.window.isVisible(), "the window closes")
    assert leader.start._exit_code == 3
    return said


def test_a_second_copy_says_so_and_the_first_is_unharmed(begin: Begin, tmp_path: Path) -> None:
    first = begin()
    running(first)
    second = subprocess.run(
        [sys.executable, "-m", "tests.journeys.second_copy", str(tmp_path / "data")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert second.returncode == 3, second.stderr
    title, what_to_do, buttons = json.loads(second.stdout.splitlines()[0])
    assert title == "Kompetens är redan öppet"
    assert "Gå till fönstret som är öppet" in what_to_do
    assert buttons == ["Stäng Kompetens"]
    first.press("PgDown")
    first.wait(lambda: first.state.position == 1, "the first goes on")


def test_a_database_from_a_newer_version_is_left_as_it_is(begin: Begin, tmp_path: Path) -> None:
    data = tmp_path / "data"
    Database.open(data).close()
    file = data / "kompetens.sqlite3"
    connection = sqlite3.connect(file)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = file.read_bytes()
    title, what_to_do = refused(begin(wait=False))
    assert title == "Uppgifterna är skrivna av en nyare version"
    assert "Inget har ändrats" in what_to_do
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_written_is_named(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    open_file = os.open

    def read_only(path: str | Path, flags: int, *more: object, **named: object) -> int:
        if flags & os.O_RDWR and str(data) in str(path):
            raise OSError(errno.EROFS, "read-only", str(path))
        return open_file(path, flags, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", read_only)
    title, what_to_do = refused(begin(wait=False))
    assert title == "Det går inte att skriva i mappen"
    assert str(data) in what_to_do


# -- while a session runs


def pages_left(leader: Leader, pages: int) -> None:
    """Let the disk hold so many pages more of the database; SQLite itself says when it is full."""
    session = leader.program.running.open_session
    assert session is not None
    writer = session._writer
    assert isinstance(writer, SqlLogWriter)
    cursor = writer._cursor
    cursor.execute("PRAGMA page_count")
    count = cursor.fetchone()
    assert count is not None
    cursor.execute(f"PRAGMA max_page_count = {count[0] + pages}")
    cursor.fetchone()


def test_a_full_disk_keeps_what_is_typed_until_there_is_room(begin: Begin) -> None:
    leader = begin()
    running(leader)
    leader.press("PgDown", "PgDown", "PgDown", "PgDown")
    leader.wait(lambda: leader.state.position == 4, "marking")
    pages_left(leader, 0)
    typed = "En lång anteckning om hur gruppen resonerade. " * 4
    for _ in range(60):
        accepted = len(leader.state.notes)
        leader.press("Ctrl+M")
        leader.type(typed)
        leader.press("Return")
        leader.wait(lambda n=accepted: len(leader.state.notes) > n or bool(leader.notices()), "an answer")  # type: ignore[misc]
        if leader.notices():
            break
    told(leader, "Disken är full. Det senaste är inte sparat.")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == typed.strip(), "what was typed stands in its field again"
    kept = leader.state
    pages_left(leader, 10_000)
    leader.press("Return")
    leader.wait(lambda: len(leader.state.notes) == len(kept.notes) + 1, "it is saved when there is room")
    assert leader.state.notes[-1].text == typed.strip()
    assert leader.log.events[-1].seq == len(leader.log.events), "no number is lost"


class Cables(PluggedScreens):
    """Screens that a test plugs in and pulls out; all of them are drawn on the one that is there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plugged = [LAPTOP, WALL]

    def facts(self, leader: QWidget) -> list[ScreenFacts]:
        return list(self.plugged)

    def screen(self, key: str) -> QScreen:
        return QGuiApplication.primaryScreen()


def test_an_unplugged_projector_becomes_a_window_and_comes_back(begin: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kompetens_gui.ui.audience.controller.PluggedScreens", Cables)
    leader = begin()
    running(leader)
    room = leader.windows.room
    assert (room.choice.place, room.choice.screen) == (Place.FULL_SCREEN, WALL)
    cables = room._screens
    assert isinstance(cables, Cables)
    cables.plugged.remove(WALL)
    cables.removed.emit(WALL.key)
    told(leader, "Projektorn är inte ansluten")
    assert room.is_windowed
    assert room.window.isVisible()
    leader.press("PgDown")
    item = leader.state.session.agenda[1].id
    leader.wait(lambda: room.window.view.picture is not None and room.window.view.picture.item == item, "it goes on")
    cables.plugged.append(WALL)
    cables.added.emit(WALL.key)
    told(leader, "Projektorn är ansluten igen")
    assert (room.choice.place, room.choice.screen) == (Place.FULL_SCREEN, WALL)


# -- cases that go away


def plan_with_own_case(leader: Leader, data: Path) -> WorkshopSession:
    """Put a case of one's own in the bank, and plan a session with it."""
    folder = data / "cases" / OWN_CASE
    shutil.copytree(ROOT / "cases" / "depression-butikschef", folder)
    file = folder / "case.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("id: depression-butikschef", f"id: {OWN_CASE}", 1), encoding="utf-8")
    leader.program.case_index.refresh()
    start = leader.program.clock.local_now() + timedelta(minutes=10)
    session = planned(leader.program, TITLE, start, (OWN_CASE, CaseId("landrygg-golvlaggare")))
    leader.program.planning.save(session)
    return session


def test_a_case_deleted_before_the_start_is_told_of_and_the_plan_stands(begin: Begin, tmp_path: Path) -> None:
    leader = begin()
    session = plan_with_own_case(leader, tmp_path / "data")
    shutil.rmtree(tmp_path / "data" / "cases" / OWN_CASE)
    leader.program.case_index.refresh()
    leader.press("Ctrl+2")
    leader.on_page("planning")
    leader.activate("Starta")
    told(leader, "Fallet finns inte i fallbanken. Välj ett annat fall i planen")
    leader.on_page("planning")
    assert leader.program.running.open_session is None
    assert leader.program.planning.get(session.id).status == SessionStatus.READY


def test_a_case_deleted_after_the_start_changes_nothing(begin: Begin, tmp_path: Path) -> None:
    leader = begin()
    session = plan_with_own_case(leader, tmp_path / "data")
    leader.windows.start_session(session.id)
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    leader.press("PgDown", "PgDown")
    leader.wait(lambda: leader.state.position == 2, "reading")
    shutil.rmtree(tmp_path / "data" / "cases" / OWN_CASE)
    leader.program.case_index.refresh()
    leader.wait(lambda: shown(leader) == leader.state.room_picture(), "the room follows")
    picture = shown(leader)
    begin.end(leader)

    leader = begin()
    leader.wait(lambda: leader.windows.presenter.state is not None, "it goes on after a new start")
    item = leader.state.item
    assert item is not None
    case = leader.state.case_of(item)
    assert case is not None
    assert case.id == OWN_CASE
    assert shown(leader) == picture


def shown(leader: Leader) -> RoomPicture | None:
    """What the room sees."""
    return leader.windows.room.window.view.picture


# -- odd plans


def test_a_session_planned_for_yesterday_says_so_and_can_be_run(begin: Begin) -> None:
    leader = begin()
    session = planned_today(leader.program)
    assert session.starts_at is not None
    leader.program.planning.save(replace(session, starts_at=session.starts_at - timedelta(days=1)))
    leader.press("Ctrl+2")
    leader.on_page("planning")
    leader.activate("Öppna planen")
    leader.on_page("plan")
    leader.wait(lambda: any("passerat" in words for words in leader.words()), "that the day has passed")
    leader.activate("Starta")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    assert not [words for words in leader.words() if "efter plan" in words], "there is no plan to be late to"


def test_without_participants_there_is_a_protocol_and_no_course_certificate(begin: Begin, tmp_path: Path) -> None:
    leader = begin()
    session = replace(planned_today(leader.program), participants=())
    leader.program.planning.save(session)
    leader.windows.start_session(session.id)
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    leader.press("Ctrl+Shift+Q")
    leader.answer("Avsluta träffen")
    leader.on_page("closing")
    leader.sees("Inga deltagare")
    assert not [words for words in leader.words() if words.startswith("Utfärda")]
    leader.activate("Spara PDF")
    leader.save_as(tmp_path / "protokoll.pdf")
    leader.wait((tmp_path / "protokoll.pdf").is_file, "the protocol")
    leader.settled()


# -- files that rot


@pytest.mark.parametrize("rot", ['{"home": {"version": "x", "next": [1, 2]}, "look": 7}', "{", "\x00" * 400, "[]"])
def test_a_broken_snapshot_gives_way_to_the_facts(begin: Begin, tmp_path: Path, rot: str) -> None:
    leader = begin()
    planned_today(leader.program)
    begin.end(leader)
    (tmp_path / "data" / "overview.json").write_text(rot, encoding="utf-8")
    leader = begin()
    leader.sees(TITLE)


def test_a_corrupt_case_index_is_made_anew(begin: Begin, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "case-index.sqlite3").write_bytes(b"SQLite format 3\x00" + os.urandom(9000))
    leader = begin()
    leader.press("Ctrl+4")
    leader.on_page("cases")
    leader.press("Ctrl+K")
    leader.type("utmattning")
    leader.sees("Promenaderna går bra, men på byggmötet tar det stopp")
    assert leader.notices() == []
