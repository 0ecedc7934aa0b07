"""The board of small groups: by mouse, by keys and with buttons."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.groups import Groups
from kompetens_gui.domain.workshop.plan import GroupId, Participant, ParticipantId, Role, SmallGroup
from kompetens_gui.ui.widgets.group_board import GroupBoard
from kompetens_gui.ui.widgets.group_column import PERSON_MIME, GroupColumn

CTRL = Qt.KeyboardModifier.ControlModifier
PEOPLE = tuple(
    Participant(ParticipantId(f"p{n}"), name, role, unit)
    for n, (name, role, unit) in enumerate(
        [
            ("Anna Ek", Role.CASE_OFFICER, "Norr"),
            ("Bo Alm", Role.CASE_OFFICER, "Syd"),
            ("Cem Kaya", Role.PHYSICIAN, "Norr"),
            ("Disa Lind", Role.PHYSICIAN, ""),
            ("Ewa Nowak", Role.REHAB_COORDINATOR, "Syd"),
            ("Farid Amin", Role.REHAB_COORDINATOR, "Norr"),
        ],
        1,
    )
)
GROUPS = (
    SmallGroup(GroupId("g1"), "Grupp 1", tuple(p.id for p in PEOPLE[:3])),
    SmallGroup(GroupId("g2"), "Grupp 2", tuple(p.id for p in PEOPLE[3:5])),
)


@pytest.fixture
def board(qtbot: QtBot) -> GroupBoard:
    made = GroupBoard()
    made.resize(700, 500)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_groups(GROUPS, PEOPLE)
    return made


def column(board: GroupBoard, name: str) -> GroupColumn:
    return next(c for c in board.findChildren(GroupColumn) if c.isVisible() and name in (c.name.text(), c.title.text()))


def names(board: GroupBoard, name: str) -> list[str]:
    people = column(board, name).people
    return [people.item(row).text().split("\n")[0] for row in range(people.count())]


def members(groups: Groups) -> list[list[str]]:
    return [list(g.members) for g in groups]


def choose(board: GroupBoard, group: str, person: str, qtbot: QtBot) -> GroupColumn:
    """Click on a person."""
    found = column(board, group)
    row = names(board, group).index(person)
    rect = found.people.visualItemRect(found.people.item(row))
    qtbot.mouseClick(found.people.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert found.people.currentRow() == row
    return found


def test_everybody_is_seen_with_profession_and_unit(board: GroupBoard) -> None:
    assert names(board, "Grupp 1") == ["Anna Ek", "Bo Alm", "Cem Kaya"]
    assert names(board, "Utan grupp") == ["Farid Amin"]
    assert "Norr" in column(board, "Grupp 1").people.item(0).text()


def test_control_and_arrows_move_a_person_and_the_focus_goes_along(board: GroupBoard, qtbot: QtBot) -> None:
    first = choose(board, "Grupp 1", "Bo Alm", qtbot)
    with qtbot.waitSignal(board.groups_changed) as told:
        qtbot.keyClick(first.people, Qt.Key.Key_Right, CTRL)
    assert members(told.args[0]) == [["p1", "p3"], ["p4", "p5", "p2"]]
    second = column(board, "Grupp 2")
    assert QApplication.focusWidget() is second.people
    assert second.people.chosen() == "p2"
    qtbot.keyClick(second.people, Qt.Key.Key_Left, CTRL)
    assert members(board.groups()) == [["p1", "p3", "p2"], ["p4", "p5"]]
    with qtbot.assertNotEmitted(board.groups_changed):
        qtbot.keyClick(column(board, "Grupp 1").people, Qt.Key.Key_Left, CTRL)


def test_arrows_alone_look_at_the_group_beside(board: GroupBoard, qtbot: QtBot) -> None:
    first = choose(board, "Grupp 1", "Anna Ek", qtbot)
    qtbot.keyClick(first.people, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is column(board, "Grupp 2").people
    assert board.groups() == GROUPS


def test_the_buttons_do_the_same_for_fingers(board: GroupBoard, qtbot: QtBot) -> None:
    assert not board.forth.isEnabled()
    choose(board, "Grupp 1", "Cem Kaya", qtbot)
    qtbot.mouseClick(board.forth, Qt.MouseButton.LeftButton)
    assert members(board.groups()) == [["p1", "p2"], ["p4", "p5", "p3"]]
    qtbot.mouseClick(board.out, Qt.MouseButton.LeftButton)
    assert names(board, "Utan grupp") == ["Cem Kaya", "Farid Amin"]
    assert not board.out.isEnabled()


def test_a_person_is_dropped_on_another_group(board: GroupBoard, qtbot: QtBot) -> None:
    data = column(board, "Grupp 1").people.mimeData([column(board, "Grupp 1").people.item(0)])
    assert data.hasFormat(PERSON_MIME)
    with qtbot.waitSignal(board.groups_changed):
        drop(column(board, "Grupp 2"), data)
    assert members(board.groups()) == [["p2", "p3"], ["p4", "p5", "p1"]]
    drop(column(board, "Utan grupp"), data)
    assert names(board, "Utan grupp") == ["Anna Ek", "Farid Amin"]


def drop(onto: GroupColumn, data: QMimeData) -> None:
    how = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    viewport = onto.people.viewport()
    QApplication.sendEvent(viewport, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(viewport, QDropEvent(QPointF(5, 5), *how))


def test_mixing_makes_groups_of_the_size_and_another_mix_each_time(board: GroupBoard, qtbot: QtBot) -> None:
    board.group_size.setFocus()
    qtbot.keyClick(board.group_size, Qt.Key.Key_Down)
    assert board.group_size.value() == 2
    assert "3 grupper med 2" in board.outcome.text()
    seen = set()
    for _ in range(6):
        qtbot.mouseClick(board.mix, Qt.MouseButton.LeftButton)
        assert [len(g.members) for g in board.groups()] == [2, 2, 2]
        roles = {p.id: p.role for p in PEOPLE}
        assert all(len({roles[m] for m in g.members}) == 2 for g in board.groups())
        seen.add(board.groups())
    assert len(seen) > 1


def test_somebody_who_has_left_is_not_mixed_in_again_until_put_back(board: GroupBoard, qtbot: QtBot) -> None:
    first = choose(board, "Grupp 1", "Anna Ek", qtbot)
    qtbot.keyClick(first.people, Qt.Key.Key_Delete)
    qtbot.mouseClick(board.mix, Qt.MouseButton.LeftButton)
    assert names(board, "Utan grupp") == ["Anna Ek"]
    gone = choose(board, "Utan grupp", "Anna Ek", qtbot)
    qtbot.keyClick(gone.people, Qt.Key.Key_Left, CTRL)
    qtbot.mouseClick(board.mix, Qt.MouseButton.LeftButton)
    assert names(board, "Utan grupp") == []


def test_while_a_session_runs_those_without_group_are_mixed_in_only_when_put_in_one(qtbot: QtBot) -> None:
    made = GroupBoard(keeps_out=True)
    qtbot.addWidget(made)
    made.show()
    made.show_groups(GROUPS, PEOPLE)
    assert "blandas inte in" in made.outcome.text()
    qtbot.mouseClick(made.mix, Qt.MouseButton.LeftButton)
    assert names(made, "Utan grupp") == ["Farid Amin"]
    gone = choose(made, "Utan grupp", "Farid Amin", qtbot)
    qtbot.keyClick(gone.people, Qt.Key.Key_Left, CTRL)
    qtbot.mouseClick(made.mix, Qt.MouseButton.LeftButton)
    assert names(made, "Utan grupp") == []
    made.show_groups((), PEOPLE)
    qtbot.mouseClick(made.mix, Qt.MouseButton.LeftButton)
    assert names(made, "Utan grupp") == []


def test_nobody_is_left_alone_when_one_of_two_leaves(board: GroupBoard, qtbot: QtBot) -> None:
    second = choose(board, "Grupp 2", "Disa Lind", qtbot)
    qtbot.keyClick(second.people, Qt.Key.Key_Delete)
    assert members(board.groups()) == [["p1", "p2", "p3", "p5"]]


def test_one_alone_after_a_move_is_said_in_words(board: GroupBoard, qtbot: QtBot) -> None:
    second = choose(board, "Grupp 2", "Disa Lind", qtbot)
    qtbot.keyClick(second.people, Qt.Key.Key_Left, CTRL)
    assert "Bara en" in column(board, "Grupp 2").count.text()


def test_groups_are_named_added_and_taken_away(board: GroupBoard, qtbot: QtBot) -> None:
    name = column(board, "Grupp 2").name
    name.setFocus()
    name.selectAll()
    name.insert("Bord vid dörren")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert [g.name for g in board.groups()] == ["Grupp 1", "Bord vid dörren"]
    qtbot.mouseClick(board.new, Qt.MouseButton.LeftButton)
    assert [g.name for g in board.groups()][-1] == "Grupp 3"
    qtbot.mouseClick(column(board, "Bord vid dörren").remove, Qt.MouseButton.LeftButton)
    assert [g.name for g in board.groups()] == ["Grupp 1", "Grupp 3"]
    assert "Disa Lind" in names(board, "Utan grupp")


def test_locked_groups_can_only_be_read(board: GroupBoard, qtbot: QtBot) -> None:
    board.set_locked(True)
    first = choose(board, "Grupp 1", "Bo Alm", qtbot)
    qtbot.keyClick(first.people, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(first.people, Qt.Key.Key_Delete)
    assert board.groups() == GROUPS
    assert not board.mix.isEnabled()


def test_without_people_groups_are_tables(board: GroupBoard, qtbot: QtBot) -> None:
    board.show_groups((), ())
    assert not board.mix.isEnabled()
    qtbot.mouseClick(board.new, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(board.new, Qt.MouseButton.LeftButton)
    assert [g.name for g in board.groups()] == ["Grupp 1", "Grupp 2"]
