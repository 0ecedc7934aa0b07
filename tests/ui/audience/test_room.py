"""The room's window: where it stands, what it shows, and what a pulled cable does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.events import RoomFrozen
from kompetens_gui.ui.audience.controller import AudienceController
from kompetens_gui.ui.audience.plugged_screens import PluggedScreens
from kompetens_gui.ui.audience.screens import Place, ScreenFacts
from kompetens_gui.ui.widgets.notices import Notice
from tests.ui.presenter.harness import ROOT, Desk, desk

LAPTOP = ScreenFacts("eDP-1||", "eDP-1", 1366, 768, is_leaders=True)
WALL = ScreenFacts("HDMI-1|Epson|EB", "HDMI-1", 1920, 1080, is_leaders=False)


class Cables(PluggedScreens):
    """Screens that a test plugs in and pulls out; all of them are drawn on the one that is there."""

    def __init__(self) -> None:
        super().__init__()
        self.plugged = [LAPTOP, WALL]

    def facts(self, leader: QWidget) -> list[ScreenFacts]:
        return list(self.plugged)

    def screen(self, key: str) -> QScreen:
        return QGuiApplication.primaryScreen()

    def pull(self, screen: ScreenFacts) -> None:
        self.plugged.remove(screen)
        self.removed.emit(screen.key)

    def plug(self, screen: ScreenFacts) -> None:
        self.plugged.append(screen)
        self.added.emit(screen.key)


@pytest.fixture
def cables(qapp: QApplication) -> Cables:
    return Cables()


@pytest.fixture
def run(tmp_path: Path, qapp: QApplication, cables: Cables, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Give a running session with a laptop and a projector."""
    monkeypatch.setattr("kompetens_gui.ui.audience.controller.PluggedScreens", lambda _parent: cables)
    with desk(tmp_path) as made:
        made.start()
        made.settle()
        yield made


def told(run: Desk, words: str) -> bool:
    return any(words in n.accessibleName() for n in run.window.findChildren(Notice) if n.isVisible())


def test_the_room_is_shown_on_the_other_screen_from_the_start(run: Desk) -> None:
    assert (run.room.choice.place, run.room.choice.screen) == (Place.FULL_SCREEN, WALL)
    assert run.room.window.isFullScreen()
    assert run.page.room.status.text() == "På"
    assert run.window.isActiveWindow()


def test_a_pulled_cable_gives_a_window_with_words_and_the_room_comes_back_with_the_cable(
    run: Desk, cables: Cables, qtbot: QtBot
) -> None:
    before = run.window.focusWidget()
    cables.pull(WALL)
    assert run.room.is_windowed
    assert run.room.window.isVisible()
    assert told(run, "Projektorn är inte ansluten")
    assert run.page.room.status.text() == "Fönster"
    assert (run.window.isActiveWindow(), run.window.focusWidget()) == (True, before)
    cables.plug(WALL)
    assert run.room.choice.screen == WALL
    assert run.room.window.isFullScreen()
    assert told(run, "Projektorn är ansluten igen")
    assert run.remembered == []


def test_pulling_the_cable_does_nothing_to_a_window_that_was_chosen(run: Desk, cables: Cables) -> None:
    run.room.toggle_windowed()
    cables.pull(WALL)
    assert not told(run, "Projektorn är inte ansluten")
    cables.plug(WALL)
    assert run.room.is_windowed


def test_the_key_swaps_screens_and_remembers(run: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(run.window.focusWidget(), Qt.Key.Key_F8)
    assert run.room.choice.screen == LAPTOP
    assert run.remembered == [(LAPTOP.key, False)]
    qtbot.keyClick(run.window.focusWidget(), Qt.Key.Key_F8)
    assert run.room.choice.screen == WALL


def test_swapping_with_one_screen_says_that_there_is_no_other(run: Desk, cables: Cables, qtbot: QtBot) -> None:
    cables.pull(WALL)
    qtbot.keyClick(run.window.focusWidget(), Qt.Key.Key_F8)
    assert told(run, "Bara en skärm är ansluten")
    assert run.remembered == []


def test_window_mode_for_a_video_meeting_is_remembered(run: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(run.window.focusWidget(), Qt.Key.Key_F9)
    assert run.room.is_windowed
    assert not run.room.window.isFullScreen()
    assert run.remembered == [("", True)]
    qtbot.keyClick(run.window.focusWidget(), Qt.Key.Key_F9)
    assert run.room.window.isFullScreen()


def test_f5_takes_the_picture_away_and_brings_it_back(run: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(run.window.focusWidget(), Qt.Key.Key_F5)
    assert not run.room.window.isVisible()
    assert run.page.room.status.text() == "Av"
    run.next()
    qtbot.keyClick(run.window.focusWidget(), Qt.Key.Key_F5)
    assert run.room.window.isVisible()
    assert run.room.window.view.header.title() == run.state.session.agenda[1].title


def test_closing_the_rooms_window_only_hides_it(run: Desk) -> None:
    run.room.window.close()
    assert not run.room.window.isVisible()
    assert run.page.room.status.text() == "Av"
    assert run.state.is_running
    run.room.toggle()
    assert run.room.window.isVisible()


def test_the_leader_sees_in_small_what_the_room_sees(run: Desk, qtbot: QtBot) -> None:
    def middle() -> str:
        picture = run.page.room.preview.picture().toImage()
        return picture.pixelColor(picture.width() // 2, picture.height() // 2).name()

    qtbot.waitUntil(lambda: not run.page.room.preview.picture().isNull())
    light = middle()
    run.controller.toggle_black()
    qtbot.waitUntil(lambda: middle() == "#000000")
    run.controller.toggle_black()
    qtbot.waitUntil(lambda: middle() == light)


def test_a_frozen_room_keeps_its_picture_while_the_leader_goes_on(run: Desk) -> None:
    title = run.room.window.view.header.title()
    run.session.propose(RoomFrozen(True)).result()
    run.next()
    run.next()
    assert run.room.window.view.header.title() == title
    assert run.page.room.status.text() == "Fryst"
    run.session.propose(RoomFrozen(False)).result()
    run.settle()
    assert run.room.window.view.header.title() == run.state.session.agenda[2].title


def test_the_same_picture_is_not_drawn_again(run: Desk) -> None:
    view = run.room.window.view
    picture = view.picture
    assert picture is not None
    assert not view.show_picture(replace(picture))
    assert view.show_picture(replace(picture, black=True))


def test_every_kind_is_drawn_in_the_room_without_a_word_of_the_leaders_notes(run: Desk) -> None:
    for _ in run.state.session.agenda[1:]:
        run.rehearse()
        view = run.room.window.view
        assert view.header.title() == run.state.item.title if run.state.item else ""
        assert not view.grab().isNull()
        run.next()


def test_a_second_screen_of_the_system_is_filled(tmp_path: Path) -> None:
    """In a process of its own, for the platform takes its screens when it starts."""
    screens = [
        {"name": "Laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "Projektor", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
    ]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": screens}))
    script = (
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "from kompetens_gui.ui.audience.controller import AudienceController\n"
        "app = QApplication([])\n"
        "leader = QWidget(); leader.show()\n"
        "told = []\n"
        "room = AudienceController(leader, '', False, lambda *x: told.append(x))\n"
        "room.open(); app.processEvents()\n"
        "print(room.window.geometry().getRect())\n"
        "room.swap_screen(); app.processEvents()\n"
        "print(room.window.geometry().getRect(), leader.screen().name(), told)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    first, second = done.stdout.splitlines()
    assert first == "(1366, 0, 1920, 1080)"
    assert second == "(0, 0, 1366, 768) Projektor [('Laptop||', False)]"


def test_the_controller_can_be_used_without_any_picture(qapp: QApplication, qtbot: QtBot) -> None:
    leader = QWidget()
    qtbot.addWidget(leader)
    room = AudienceController(leader, "", True, lambda _key, _windowed: None)
    room.open()
    assert room.is_windowed
    assert not room.preview().isNull()
    room.dispose()
