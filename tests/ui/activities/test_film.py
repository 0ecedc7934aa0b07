"""A film with questions to stop at, led from the keyboard, with and without its file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.activities.base import FileToOpen, Opening
from kompetens_gui.ui.planning.film_settings import FilmSettings
from tests.domain.activities.test_film import SETTINGS
from tests.ui.activities.conftest import Start

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_the_film_is_asked_for_and_a_missing_one_is_told_in_words(start: Start, qtbot: QtBot) -> None:
    running = start("film", SETTINGS)
    asked: list[FileToOpen] = []
    running.leader.open_wanted.connect(asked.append)
    qtbot.keyClick(running.leader.points.new, Qt.Key.Key_O, CTRL_SHIFT)
    (file,) = asked
    assert file.path == Path("C:\\filmer\\mote.mp4")
    file.then(Opening.MISSING)
    assert "finns inte där" in running.leader.trouble.text()
    assert running.leader.trouble.isVisible()
    file.then(Opening.OPENED)
    assert not running.leader.trouble.isVisible()


def test_the_questions_work_without_a_film(start: Start, qtbot: QtBot) -> None:
    running = start("film", {"stops": SETTINGS["stops"]})
    assert not running.leader.open.isEnabled()
    qtbot.keyClick(running.leader.points.new, Qt.Key.Key_Right, ALT)
    assert running.room.question.text() == "Vad märkte ni?"
    qtbot.keyClicks(running.leader.points.new, "Ingen talade")
    qtbot.keyClick(running.leader.points.new, Qt.Key.Key_Right, ALT)
    assert running.room.question.text() == "Vad hände?"
    assert [(p.stop, p.text) for p in running.state.points] == [(0, "Ingen talade")]


def test_stops_are_typed_a_line_each_and_what_is_not_a_time_is_told(qtbot: QtBot) -> None:
    form = FilmSettings()
    qtbot.addWidget(form)
    heard: list[dict[str, object]] = []
    form.edited.connect(heard.append)
    form.show_settings(SETTINGS)
    assert form.file.text() == "mote.mp4"
    assert form.stops.toPlainText() == "02:30 Vad märkte ni?\n05:10 Vad hände?"
    form.stops.setPlainText("2:30 Ett\nefter halva Två")
    assert "02:30" in form.stops_field.error
    assert heard == []
    form.stops.setPlainText("2:30 Ett\n1:02:03 Tre")
    assert form.stops_field.error == ""
    assert heard == [{"stops": [{"at": "02:30", "question": "Ett"}, {"at": "1:02:03", "question": "Tre"}]}]
    form.use_file("/filmer/annan.mp4")
    assert heard[-1] == {"file": "/filmer/annan.mp4"}
