from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession
from kompetens_gui.ui.planning.sessions_model import LINE_ROLE, SessionsModel
from kompetens_gui.ui.planning.sessions_page import SessionsPage
from kompetens_gui.ui.planning.template_chooser import TemplateChooser
from kompetens_gui.ui.planning.view_state import session_lines
from tests.ui.planning.desk import NOW, Desk, type_text

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SessionsPage:
    page = SessionsPage(desk.parts)
    desk.show(page)
    qtbot.waitUntil(lambda: desk.tasks.is_idle())
    return page


def keep(desk: Desk, title: str, status: SessionStatus, starts_at: datetime) -> WorkshopSession:
    plan = replace(desk.planning.draft("apt-10"), title=title, starts_at=starts_at)
    desk.planning.save(plan)
    with desk.planning._parts.work() as work:
        work.sessions.set_status(plan.id, status)
        work.commit()
    return plan


def shown(page: SessionsPage) -> list[str]:
    return [line.title for line in page.rows.lines() if line.row]


def fill(page: SessionsPage, desk: Desk, qtbot: QtBot) -> dict[str, WorkshopSession]:
    plans = {
        "Kommande": keep(desk, "Kommande", SessionStatus.READY, datetime(2026, 11, 12, 13)),
        "Utkastet": keep(desk, "Utkastet", SessionStatus.PLANNED, datetime(2026, 12, 12, 13)),
        "Klar": keep(desk, "Klar", SessionStatus.CLOSED, datetime(2026, 9, 1, 13)),
    }
    page.open_with()
    qtbot.waitUntil(lambda: len(shown(page)) == len(plans))
    return plans


def choose(page: SessionsPage, title: str) -> None:
    row = next(i for i, line in enumerate(page.rows.lines()) if line.title == title)
    page.table.setCurrentIndex(page.rows.index(row, 0))
    page.table.setFocus()


def test_before_the_first_session_there_is_one_thing_to_do(page: SessionsPage, qtbot: QtBot) -> None:
    assert page.empty.title.text() == "Ingen träff planerad"
    assert page.empty.isVisible()
    assert not page.new_button.isVisible()
    assert page.empty.button is not None
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(TemplateChooser) is not None)


def test_sessions_are_opened_started_and_closed_ones_lead_to_their_closing(
    page: SessionsPage, desk: Desk, qtbot: QtBot
) -> None:
    plans = fill(page, desk, qtbot)
    choose(page, "Utkastet")
    with qtbot.waitSignal(page.open_wanted) as opened:
        qtbot.keyClick(page.table, Key.Key_Return)
    assert opened.args == [plans["Utkastet"].id]
    assert not page.start_button.isVisible()
    choose(page, "Kommande")
    with qtbot.waitSignal(page.start_wanted) as started:
        qtbot.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    assert started.args == [plans["Kommande"].id]
    choose(page, "Klar")
    assert page.closing_button.isVisible()
    with qtbot.waitSignal(page.closing_wanted) as closed:
        qtbot.keyClick(page.table, Key.Key_Return)
    assert closed.args == [plans["Klar"].id]


def test_arrows_pass_over_the_headings(page: SessionsPage, desk: Desk, qtbot: QtBot) -> None:
    fill(page, desk, qtbot)
    choose(page, "Utkastet")
    qtbot.keyClick(page.table, Key.Key_Down)
    assert page.table.currentIndex().data(LINE_ROLE).title == "Klar"


def test_a_session_is_removed_and_comes_back(page: SessionsPage, desk: Desk, qtbot: QtBot) -> None:
    fill(page, desk, qtbot)
    choose(page, "Utkastet")
    qtbot.keyClick(page.table, Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(page) == ["Kommande", "Klar"])
    assert "”Utkastet” är borttagen" in desk.said()
    desk.parts.notices.undo_latest()
    qtbot.waitUntil(lambda: shown(page) == ["Kommande", "Utkastet", "Klar"])


def test_a_copy_is_opened_at_once(page: SessionsPage, desk: Desk, qtbot: QtBot) -> None:
    plans = fill(page, desk, qtbot)
    choose(page, "Klar")
    with qtbot.waitSignal(page.open_wanted) as opened:
        qtbot.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    copied = desk.planning.get(opened.args[0])
    assert copied.id != plans["Klar"].id
    assert (copied.title, copied.status, copied.starts_at) == ("Klar", SessionStatus.PLANNED, None)


def test_search_narrows_the_list_and_says_when_nothing_answers(page: SessionsPage, desk: Desk, qtbot: QtBot) -> None:
    fill(page, desk, qtbot)
    page.focus_search()
    type_text(page.search, "utkast")
    qtbot.waitUntil(lambda: shown(page) == ["Utkastet"])
    type_text(page.search, "xyz")
    qtbot.waitUntil(lambda: shown(page) == [])
    assert page.nothing.text() == "Inget tillfälle svarar mot ”utkastxyz”."
    qtbot.keyClick(page.search, Key.Key_Escape)
    qtbot.waitUntil(lambda: len(shown(page)) == 3)


def test_the_model_keeps_qts_rules(desk: Desk) -> None:
    keep(desk, "Kommande", SessionStatus.READY, datetime(2026, 11, 12, 13))
    model = SessionsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines(session_lines(desk.planning.sessions(), NOW))
    model.show_lines(())
    assert tester.model() is model
