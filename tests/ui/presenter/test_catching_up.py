"""The room catches up with the session, wherever in its turns the next event meets it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.presenter.harness import Desk


@pytest.mark.parametrize("turns", range(8))
def test_the_room_follows_however_far_it_has_come_with_the_step_before(run: Desk, qtbot: QtBot, turns: int) -> None:
    run.session.next().result()
    for _ in range(turns):
        QApplication.processEvents()
    run.session.next().result()
    item = run.state.session.agenda[2].id
    qtbot.waitUntil(lambda: run.controller.state is run.state)
    qtbot.waitUntil(lambda: run.room.window.view.picture is not None and run.room.window.view.picture.item == item)
    qtbot.waitUntil(lambda: run.page.bottom.next.text() == run.state.session.agenda[3].title)
