"""A group's picture: numbers when it is large enough, and nothing that picks anybody out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.ui.progress.page import ProgressPage
from tests.ui.progress.desk import ProgressDesk, foundation


def opened(desk: ProgressDesk, qtbot: QtBot) -> ProgressPage:
    page = desk.open("group")
    qtbot.waitUntil(desk.tasks.is_idle)
    return page


def people(desk: ProgressDesk, count: int, known: int, unit: str = "Ekliden", role: Role = Role.PHYSICIAN) -> None:
    for number in range(count):
        made = desk.colleague(f"{unit} {number}", unit, role)
        if number < known:
            desk.seen(foundation(made.id, "K01"))


def test_a_group_of_four_is_only_said_to_be_small(desk: ProgressDesk, qtbot: QtBot) -> None:
    people(desk, 4, 4)
    page = opened(desk, qtbot)
    assert page.group.too_few.isVisible()
    assert page.group.too_few.title.text() == "Gruppen är <5"
    assert not page.group.card.isVisible()
    assert not any(label.text() == "4" for label in page.group.findChildren(QLabel))


def test_counts_are_shown_and_small_ones_hidden_with_what_would_give_them_away(
    desk: ProgressDesk, qtbot: QtBot
) -> None:
    people(desk, 12, 3)
    page = opened(desk, qtbot)
    cells = page.group.cells
    assert page.group.people.text() == "12 personer"
    assert cells["K01", Level.UNASSESSED.name].text == "–"
    assert cells["K01", Level.FOUNDATION.name].text == "–"
    assert cells["K01", Level.LEAD.name].text == "0"
    assert cells["K02", Level.UNASSESSED.name].text == "12"
    assert cells["K01", Level.FOUNDATION.name].accessibleName() == "K01, Grund: visas inte"
    assert cells["K02", Level.UNASSESSED.name].accessibleName() == "K02, Ny: 12 av 12"
    assert "färre än fem" in page.group.note.label.text()


def test_filters_lead_to_other_groups_but_not_to_the_difference_between_them(desk: ProgressDesk, qtbot: QtBot) -> None:
    people(desk, 8, 8, "Ekliden")
    people(desk, 7, 0, "Norrsjö")
    desk.colleague("En handläggare", "Norrsjö", Role.CASE_OFFICER)
    page = opened(desk, qtbot)
    assert page.group.people.text() == "16 personer"
    unit = page.group.unit
    assert [unit.itemText(i) for i in range(unit.count())] == ["Alla enheter", "Ekliden", "Norrsjö"]
    unit.setFocus()
    QTest.keyClick(unit, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.group.people.text() == "8 personer")
    assert page.group.cells["K01", Level.FOUNDATION.name].text == "8"
    QTest.keyClick(unit, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: page.group.people.text() == "16 personer")
    # Everyone but one: that one could be worked out.
    role = page.group.role
    role.setFocus()
    QTest.keyClick(role, Qt.Key.Key_Down)
    qtbot.waitUntil(page.group.too_few.isVisible)
    assert not page.group.card.isVisible()


def test_a_group_can_be_looked_at_without_a_profile_and_nobody_is_named(desk: ProgressDesk, qtbot: QtBot) -> None:
    people(desk, 6, 6)
    page = opened(desk, qtbot)
    assert page.group.card.isVisible()
    assert not page.nobody.isVisible()
    told = " ".join(label.text() for label in page.group.findChildren(QLabel))
    assert "Ekliden 0" not in told


def test_somebody_new_changes_the_picture(desk: ProgressDesk, qtbot: QtBot) -> None:
    people(desk, 4, 0)
    page = opened(desk, qtbot)
    assert page.group.too_few.isVisible()
    desk.colleague("En femte")
    qtbot.waitUntil(page.group.card.isVisible)
    assert page.group.people.text() == "5 personer"
