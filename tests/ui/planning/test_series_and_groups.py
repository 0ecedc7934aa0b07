"""Sessions in a series, the sheet for a new leader, and small groups, as a planner meets them."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.events import QuestionCaptured, QuestionCategory, RecordedEvent, SessionStarted
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, Role, SessionStatus, WorkshopSession
from kompetens_gui.ui.planning.groups_card import GroupsDialog
from kompetens_gui.ui.planning.plan_page import PlanPage
from kompetens_gui.ui.planning.series_card import HandOverDialog
from kompetens_gui.ui.widgets.labels import Label
from tests.ui.planning.desk import NOW, Desk, type_text

Key = Qt.Key
PEOPLE = tuple(
    Participant(ParticipantId(f"p{n}"), name, role, unit)
    for n, (name, role, unit) in enumerate(
        [
            ("Anna Ek", Role.PHYSICIAN, "Norr"),
            ("Bo Alm", Role.PHYSICIAN, "Söder"),
            ("Cia Lind", Role.REHAB_COORDINATOR, "Norr"),
            ("Dan Berg", Role.REHAB_COORDINATOR, "Söder"),
            ("Eva Falk", Role.CASE_OFFICER, "FK"),
        ]
    )
)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PlanPage:
    page = PlanPage(desk.parts)
    desk.show(page, 1366, 900)
    page.open_with(new_from="apt-10")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    return page


def plan_of(page: PlanPage) -> WorkshopSession:
    plan = page.controller.plan
    assert plan is not None
    return plan


def held(desk: Desk, series: str, unit: str = "Tallbacken") -> WorkshopSession:
    """A session that was held in October, with a question left."""
    plan = replace(
        desk.planning.draft("apt-10"),
        title="Oktoberträffen",
        series=series,
        unit=unit,
        starts_at=datetime(2026, 10, 5, 13),
        participants=PEOPLE,
    )
    desk.planning.save(plan)
    at = desk.parts.now().astimezone()
    question = QuestionCaptured("q", "Vem ringer chefen?", QuestionCategory.COLLABORATION)
    with desk.planning._parts.work() as work:
        work.sessions.freeze(plan.id, FrozenContent())
        work.events.append(plan.id, RecordedEvent(1, at, SessionStarted(plan.agenda[0].id)))
        work.events.append(plan.id, RecordedEvent(2, at, question))
        work.sessions.set_status(plan.id, SessionStatus.CLOSED)
        work.commit()
    return plan


def read(page: PlanPage) -> str:
    return "\n".join(label.text() for label in page.series.findChildren(Label) if label.isVisible())


@pytest.mark.qt_log_ignore("This plugin does not support")  # the list of suggestions, on a screen that is none
def test_a_series_is_suggested_and_shows_what_was_left_last_time(desk: Desk, page: PlanPage, qtbot: QtBot) -> None:
    held(desk, "Teamets träffar")
    page.open_with(session_id=plan_of(page).id)
    assert not page.series.isVisible()
    page.facts.show_form(True)
    page.controller.change(unit="Tallbacken")
    completer = page.facts.series.completer()
    qtbot.waitUntil(lambda: completer.model().rowCount() == 1)
    page.facts.series.setFocus()
    qtbot.keyClick(page.facts.series, Key.Key_Down)
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible(), "all of them, before anything is typed"
    qtbot.keyClick(popup, Key.Key_Escape)
    type_text(page.facts.series, "team")
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    qtbot.waitUntil(lambda: plan_of(page).series == "Teamets träffar")
    qtbot.waitUntil(lambda: "Vem ringer chefen?" in read(page))
    assert "5 oktober 2026" in read(page)
    qtbot.waitUntil(lambda: not page.controller.saver.has_unsaved)
    assert desk.planning.get(plan_of(page).id).series == "Teamets träffar"


def test_the_next_one_is_opened_with_people_and_series_and_no_day(desk: Desk, page: PlanPage, qtbot: QtBot) -> None:
    before = held(desk, "")
    page.open_with(session_id=before.id)
    qtbot.waitUntil(lambda: plan_of(page).id == before.id)
    page.header.next.trigger()
    qtbot.waitUntil(lambda: plan_of(page).id != before.id)
    following = plan_of(page)
    assert (following.series, following.starts_at, following.participants) == ("Oktoberträffen", None, PEOPLE)
    qtbot.waitUntil(lambda: "Vem ringer chefen?" in read(page))
    assert desk.planning.get(before.id).status == SessionStatus.CLOSED


def test_a_new_leader_is_given_a_sheet_that_can_be_copied(desk: Desk, page: PlanPage, qtbot: QtBot) -> None:
    before = held(desk, "Teamets träffar")
    page.open_with(session_id=before.id)
    qtbot.waitUntil(lambda: page.series.isVisible() and page.series.hand_over.isVisible())
    qtbot.mouseClick(page.series.hand_over, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.window.findChild(HandOverDialog) is not None)
    dialog = desk.window.findChild(HandOverDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.copy, Key.Key_Return)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Överlämning: Teamets träffar")
    assert "- Vem ringer chefen?" in text
    assert "2 läkare, 2 rehabkoordinatorer, 1 handläggare" in text
    assert "Anna Ek" not in text
    assert dialog.copied.text() == "Kopierat"


def test_groups_are_mixed_saved_undone_and_follow_who_leaves(desk: Desk, page: PlanPage, qtbot: QtBot) -> None:
    page.controller.change(participants=PEOPLE)
    qtbot.mouseClick(page.groups.arrange, Qt.MouseButton.LeftButton)
    dialog = page.findChild(GroupsDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.board.mix, Qt.MouseButton.LeftButton)
    groups = plan_of(page).groups
    assert sorted(len(g.members) for g in groups) == [2, 3], "five people: nobody sits alone"
    physicians = {PEOPLE[0].id, PEOPLE[1].id}
    assert all(len(physicians & set(g.members)) == 1 for g in groups)
    dialog.close()
    qtbot.waitUntil(lambda: not page.controller.saver.has_unsaved)
    assert desk.planning.get(plan_of(page).id).groups == groups
    page.controller.add_participant("Fia Grön", Role.PSYCHOLOGIST, "")
    texts = [label.text() for label in page.groups.findChildren(Label)]
    assert "1 deltagare utan grupp" in texts
    page.controller.remove_participant(PEOPLE[0].id)
    assert all(PEOPLE[0].id not in g.members for g in plan_of(page).groups)
    page.undo()
    assert plan_of(page).groups == groups


def test_without_people_the_dialog_says_what_to_do_first(page: PlanPage, qtbot: QtBot) -> None:
    page.groups.arrange.setFocus()
    assert QApplication.focusWidget() is page.groups.arrange
    qtbot.keyClick(page.groups.arrange, Key.Key_Return)
    dialog = page.findChild(GroupsDialog)
    assert dialog is not None
    assert dialog.nobody.isVisible()
    assert not dialog.board.isVisible()


def test_the_plan_of_a_session_that_runs_cannot_be_changed(desk: Desk, page: PlanPage, qtbot: QtBot) -> None:
    page.controller.change(participants=PEOPLE, starts_at=NOW)
    qtbot.waitUntil(lambda: not page.controller.saver.has_unsaved)
    with desk.planning._parts.work() as work:
        work.sessions.set_status(plan_of(page).id, SessionStatus.RUNNING)
        work.commit()
    page.open_with(session_id=plan_of(page).id)
    qtbot.waitUntil(lambda: page.controller.view().locked)
    assert not page.groups.arrange.isVisible()
    page.open_groups()
    page.choose_material(plan_of(page).agenda[0].id)
    assert page.findChild(GroupsDialog) is None
    assert not page.controller.change(series="Ny")
