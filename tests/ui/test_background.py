from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.background import Job, Tasks


class Desk:
    """Tasks with a list of the errors that reached the funnel."""

    def __init__(self) -> None:
        self.errors: list[Exception] = []
        self.tasks = Tasks(self.errors.append)


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    desk = Desk()
    yield desk
    desk.tasks.shut_down()


def test_work_runs_elsewhere_and_the_answer_comes_on_the_ui_thread(qtbot: QtBot, desk: Desk) -> None:
    places: list[object] = []
    desk.tasks.run(threading.get_ident, lambda where: places.extend((where, QThread.currentThread())))
    qtbot.waitUntil(lambda: len(places) == 2)
    assert places[0] != threading.get_ident()
    assert places[1] is QApplication.instance().thread()  # type: ignore[union-attr]  # there is one in this test
    qtbot.waitUntil(desk.tasks.is_idle)


def test_writes_are_done_one_at_a_time_in_the_order_they_were_asked_for(qtbot: QtBot, desk: Desk) -> None:
    done: list[int] = []
    inside = threading.Lock()

    def write(number: int) -> None:
        assert inside.acquire(blocking=False)
        done.append(number)
        inside.release()

    busy: list[bool] = []
    desk.tasks.busy_changed.connect(busy.append)
    for number in range(30):
        desk.tasks.write(lambda number=number: write(number))  # type: ignore[misc]  # a default binds the turn
    qtbot.waitUntil(desk.tasks.is_idle)
    assert done == list(range(30))
    assert desk.errors == []
    assert busy == [True, False]


def test_an_error_reaches_the_funnel_or_the_one_who_asked(qtbot: QtBot, desk: Desk) -> None:
    own: list[Exception] = []
    desk.tasks.run(lambda: 1 / 0)
    desk.tasks.run(lambda: [][1], failed=own.append)
    qtbot.waitUntil(lambda: bool(desk.errors and own))
    assert isinstance(desk.errors[0], ZeroDivisionError)
    assert isinstance(own[0], IndexError)


def test_an_answer_is_dropped_when_its_owner_is_gone(qtbot: QtBot, desk: Desk) -> None:
    owner, gate, answers = QObject(), threading.Event(), list[bool]()
    desk.tasks.run(gate.wait, answers.append, owner=owner)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    gate.set()
    qtbot.waitUntil(desk.tasks.is_idle)
    assert answers == []


def test_long_work_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot, desk: Desk) -> None:
    def count(job: Job) -> int:
        for step in range(1_000_000):
            job.report(step, 1_000_000)
        return 1

    answers: list[int] = []
    task = desk.tasks.run_job(count, answers.append)
    with qtbot.waitSignal(task.progressed):
        pass
    with qtbot.waitSignal(task.finished):
        task.cancel()
    assert answers == []
    assert desk.errors == []


def test_shutting_down_lets_every_write_finish(desk: Desk) -> None:
    written: list[int] = []
    for number in range(50):
        desk.tasks.write(lambda number=number: written.append(number))  # type: ignore[misc]  # a default binds the turn
    desk.tasks.shut_down()
    assert written == list(range(50))


def test_two_reads_run_side_by_side(qtbot: QtBot, desk: Desk) -> None:
    if desk.tasks._readers.maxThreadCount() < 2:
        pytest.skip("one processor")
    meeting = threading.Barrier(2, timeout=5)
    met: list[int] = []
    for _ in range(2):
        desk.tasks.run(meeting.wait, met.append)
    qtbot.waitUntil(lambda: sorted(met) == [0, 1])
