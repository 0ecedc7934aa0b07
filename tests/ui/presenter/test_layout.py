"""Nothing in Ledarvyn is cut off, whatever the window and the text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.events import TimerPaused
from kompetens_gui.ui.presenter.columns import LEAST_MIDDLE
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import ElidedLabel
from tests.ui.presenter.harness import Desk, desk


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 720), 1.0), ((1280, 720), 1.5), ((1366, 768), 1.0), ((1366, 768), 2.0), ((1920, 1080), 1.5)],
)
def test_bars_and_buttons_are_whole_and_the_activity_keeps_its_width(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    theme.set_text_scale(scale)
    with desk(tmp_path, size=size) as run:
        run.start()
        run.settle()
        run.session.propose(TimerPaused()).result()
        run.next()
        qtbot.waitUntil(lambda: run.page.middle.width() >= LEAST_MIDDLE)
        page = run.page
        assert run.window.size().toTuple() == size
        for bar in (page.top, page.bottom):
            for part in bar.findChildren(QAbstractButton):
                assert_whole(part, bar)
        assert_whole(page.clock.time, page.clock)
        for push in page.clock.findChildren(QPushButton):
            assert_whole(push, page.clock)
        for button in page.room.findChildren(QAbstractButton):
            assert_whole(button, page.room)


def assert_whole(part: QWidget, within: QWidget) -> None:
    """A part on show has the width its words ask for, inside what holds it."""
    if not part.isVisible():
        return
    assert part.width() >= part.minimumSizeHint().width() - 1, part.accessibleName() or part
    left = part.mapTo(within, QPoint(0, 0)).x()
    assert left >= 0
    assert left + part.width() <= within.width(), part.accessibleName() or part


def test_the_status_gives_way_before_any_button(tmp_path: Path, qapp: QApplication) -> None:
    with desk(tmp_path, size=(1440, 900)) as run:
        run.start()
        run.settle()
        assert run.page.top.local.isVisible()
        theme.set_text_scale(1.3)
        run.window.resize(1000, 720)
        run.settle()
        assert not run.page.top.local.isVisible()
        assert run.page.top.undo.text() == "Ångra"
        assert run.page.top.freeze.isVisible()


def test_a_long_title_ends_in_dots_and_is_read_whole(tmp_path: Path, qapp: QApplication) -> None:
    with desk(tmp_path, size=(1280, 720)) as run:
        run.start()
        run.settle()
        run.page.bottom.show_neighbours("Förra", "Ett moment med " + "mycket " * 20 + "lång titel", "13.00", True)
        run.settle()
        assert run.page.bottom.next.text().endswith("…")
        assert run.page.bottom.next.accessibleName().endswith("lång titel")
        assert_whole(run.page.bottom.next, run.page.bottom)
        title = run.page.top.findChild(ElidedLabel)
        assert title is not None
        assert title.whole_text() == "Gruppdialog om depression"


def test_time_that_runs_over_is_told_in_words(run: Desk) -> None:
    run.base.clock.move(minutes=7)
    run.controller.show_log(run.session.log)
    run.settle()
    assert run.page.clock.caption.text() == "Över tiden"
    assert run.page.clock.time.text() == "−02:00"
    assert "2 min efter plan" in run.page.clock.ends.text()
    words = str(run.page.agenda.rows.index(0).data(3))
    assert "2 min efter plan" in words


def test_the_page_is_empty_until_a_session_runs(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with desk(tmp_path) as run:
        assert run.page.empty.isVisible()
        button = run.page.empty.button
        assert button is not None
        with qtbot.waitSignal(run.page.plan_wanted):
            button.click()
        run.start()
        assert not run.page.empty.isVisible()
        run.controller.release()
        assert run.page.empty.isVisible()
        assert not run.room.window.isVisible()


def test_the_clock_is_whole_when_a_low_window_grows(tmp_path: Path, qapp: QApplication) -> None:
    with desk(tmp_path, size=(1366, 768)) as run:
        run.start()
        for size in ((1920, 1080), (1366, 768), (1920, 1080)):
            run.window.resize(*size)
            run.settle()
            time = run.page.clock.time
            assert time.height() >= time.minimumSizeHint().height(), size
