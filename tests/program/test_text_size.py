"""A text size chosen with the keys stays, on every page and at the next start."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import make_preferences, open_program
from kompetens_gui.services.news import EventBus
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.home.page import HomePage
from kompetens_gui.ui.shell.deferred import DeferredPage
from kompetens_gui.ui.shell.pages import FOOT, PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.windows import Windows


def test_larger_text_on_the_settings_page_stays_and_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    bus = EventBus()
    preferences = make_preferences(find_paths(tmp_path), bus)
    program = open_program(find_paths(tmp_path), preferences, bus)
    joined: list[Windows] = []
    home = HomePage()
    entry = PageEntry(
        "settings",
        "Inställningar",
        "sliders-horizontal",
        FOOT,
        lambda: DeferredPage(lambda: joined[0].make("settings"), True),
    )
    window = MainWindow(lambda: home, [entry])
    qtbot.addWidget(window)
    errors: list[Exception] = []
    tasks = Tasks(errors.append, window)
    joined.append(Windows(program, window, home, tasks))
    window.finish()
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.navigate("settings")
    try:
        for _ in range(3):
            qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        chosen = theme.text_scale
        assert chosen > 1.0
        qtbot.waitUntil(lambda: tasks.is_idle() and preferences.current.text_scale == chosen)
        QApplication.processEvents()
        assert theme.text_scale == chosen, "nothing put it back"
        assert make_preferences(find_paths(tmp_path), EventBus()).current.text_scale == chosen
    finally:
        joined[0].shut_down()
    assert errors == []


def test_a_size_chosen_together_with_colours_is_not_put_back(qtbot: QtBot, tmp_path: Path) -> None:
    bus = EventBus()
    preferences = make_preferences(find_paths(tmp_path), bus)
    program = open_program(find_paths(tmp_path), preferences, bus)
    home = HomePage()
    window = MainWindow(lambda: home, [])
    qtbot.addWidget(window)
    errors: list[Exception] = []
    tasks = Tasks(errors.append, window)
    windows = Windows(program, window, home, tasks)
    wanted = replace(preferences.current, theme=type(preferences.current.theme)("dark"), text_scale=1.5)
    try:
        windows.change_preferences(wanted)
        qtbot.waitUntil(lambda: theme.mode == "dark")
        qtbot.waitUntil(tasks.is_idle)
        QApplication.processEvents()
        qtbot.waitUntil(tasks.is_idle)
        assert (theme.text_scale, preferences.current) == (1.5, wanted)
    finally:
        windows.shut_down()
    assert errors == []
