from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.agenda import timed_agenda
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    SessionStatus,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.readiness import ready_checklist
from kompetens_gui.domain.workshop.state import CapturedQuestion
from kompetens_gui.services.overview import NextSession, OpenQuestion, Overview
from kompetens_gui.services.ports import SessionRow
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.home.controller import HomeController, HomeControllerParts
from kompetens_gui.ui.home.page import HomePage, HomeParts
from kompetens_gui.ui.home.snapshot import snapshot_from
from kompetens_gui.ui.home.view_state import state_from
from tests.ui.home.snapshots import NOW


def overview(title: str = "Axel") -> Overview:
    session = WorkshopSession(
        WorkshopSessionId("s1"),
        "group_dialogue",
        title,
        60,
        starts_at=datetime(2026, 11, 26, 8),
        unit="Norrsjö",
        place="Sal 2",
        agenda=(AgendaItem(AgendaItemId("a"), "information", "Start", 60),),
    )
    row = SessionRow(
        session.id, title, "group_dialogue", session.starts_at, 60, "Norrsjö", "Sal 2", SessionStatus.PLANNED, 4, 1,
        datetime(2026, 11, 1, tzinfo=UTC),
    )  # fmt: skip
    question = OpenQuestion(CapturedQuestion("q", "Vem ringer?", QuestionCategory.ROUTINE, None), "Depression")
    waiting = NextSession(session, timed_agenda(session), ready_checklist(session, NOW))
    return Overview(waiting, None, (row,), (), (question,), 3)


EMPTY = Overview(None, None, (), (), (), 0)


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    def fail(error: Exception) -> None:
        raise error

    made = Tasks(fail)
    yield made
    made.shut_down()


def test_a_snapshot_survives_the_way_to_disk_and_back() -> None:
    snapshot = snapshot_from(overview(), "Karin")
    again = json.loads(json.dumps(snapshot))
    assert state_from(again) == state_from(snapshot)
    state = state_from(again)
    assert state.next is not None
    assert (state.next.line.place, state.next.blocks[0].title) == ("Norrsjö, Sal 2", "Start")
    assert state.questions[0].text == "Vem ringer?"


def test_it_is_a_first_start_only_while_there_is_nothing_to_show() -> None:
    assert state_from(snapshot_from(EMPTY, "", first_start=True)).is_first_start
    assert not state_from(snapshot_from(overview(), "", first_start=True)).is_first_start


def test_live_facts_are_shown_and_kept_once_for_the_next_start(qtbot: QtBot, tasks: Tasks) -> None:
    page = HomePage(HomeParts(lambda: NOW))
    qtbot.addWidget(page)
    page.show()
    kept: list[dict[str, object]] = []
    facts = [overview("Axel")]
    parts = HomeControllerParts(
        tasks, lambda: facts[0], lambda: Preferences(user_name="Åsa Öberg", first_start_done=True), kept.append
    )
    HomeController(page, parts)
    page.open_with()
    qtbot.waitUntil(lambda: page.next.title.text() == "Axel" and len(kept) == 1)
    assert page.header.greeting.text() == "God morgon, Åsa"
    page.open_with()
    facts[0] = overview("Rygg")
    page.open_with()
    qtbot.waitUntil(lambda: page.next.title.text() == "Rygg" and len(kept) == 2)
    state = state_from(kept[1])
    assert state.next is not None
    assert state.next.line.title == "Rygg"
