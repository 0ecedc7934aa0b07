"""A role play in Ledarvyn itself: keys that come faster than the disk, Page Down where sheets are typed, one filled
button."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kompetens_gui.domain.activities.role_play.events import PhaseEntered
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.workshop.events import ActivityHappened
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId
from kompetens_gui.services.running import RunningParts, RunningService
from kompetens_gui.ui.activities.role_play.leader import RolePlayLeader
from tests.domain.material_making import material_of
from tests.ui.presenter.harness import Base, Desk, RealCases

ITEM = AgendaItemId("play")
REF = MaterialRef(MaterialKind.ROLE_PLAY, "avstamningsmote-fem-roller")


class Shipped:
    """The material that came with the program."""

    def material(self, ref: MaterialRef) -> object:
        return material_of(str(ref))


@pytest.fixture
def run(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    base = Base(tmp_path)
    parts = RunningParts(base.work, base._log_writers(), RealCases(), base.clock, base.bus, Shipped)
    base.running = RunningService(parts)
    plan = base.plan()
    item = AgendaItem(ITEM, "role_play", "Avstämningsmöte", 25, settings={"material": str(REF)})
    base.planning.save(replace(plan, agenda=(item, *plan.agenda[:2])))
    desk = Desk(base)
    try:
        desk.controller.open(base.running.start(plan.id))
        desk.settle()
        yield desk
    finally:
        desk.close()
        base.close()


def panel(run: Desk) -> RolePlayLeader:
    found = run.panel
    assert isinstance(found, RolePlayLeader)
    return found


def state(run: Desk) -> RolePlayState:
    item = run.state.item
    assert item is not None
    found = run.state.activity_state(item)
    assert isinstance(found, RolePlayState)
    return found


def press(run: Desk, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(run.window.focusWidget(), key)


def test_a_sheet_is_typed_faster_than_the_disk_answers(run: Desk) -> None:
    QTest.mouseClick(panel(run).tabs.button("sheets"), Qt.MouseButton.LeftButton)
    press(run, *(Qt.Key(Qt.Key.Key_0 + digit) for digit in (2, 1, 0, 2, 2, 1, 0, 1, 1, 4)))
    press(run, Qt.Key.Key_PageDown, Qt.Key.Key_1)
    run.settle()
    first, second = state(run).observers
    assert list(first.ratings.values()) == [2, 1, 0, 2, 2, 1, 0, 1]
    assert list(first.counts.values()) == [14]
    assert list(second.ratings.values()) == [1]
    assert run.state.item is not None
    assert run.state.item.id == ITEM, "Page Down took the next sheet and not the next moment"


def test_page_down_elsewhere_goes_to_the_next_moment(run: Desk) -> None:
    QTest.mouseClick(panel(run).tabs.button("sheets"), Qt.MouseButton.LeftButton)
    panel(run).note.setFocus()
    run.page.questions.field.setFocus()
    press(run, Qt.Key.Key_PageDown)
    run.settle()
    assert run.state.item is not None
    assert run.state.item.id != ITEM


def test_what_was_typed_is_taken_back_and_comes_again(run: Desk) -> None:
    QTest.mouseClick(panel(run).tabs.button("sheets"), Qt.MouseButton.LeftButton)
    press(run, Qt.Key.Key_2)
    run.settle()
    run.controller.undo()
    run.settle()
    assert state(run).observers[0].ratings == {}
    assert panel(run).sheets.form.typed_count == 0
    run.controller.redo()
    run.settle()
    assert panel(run).sheets.form.typed_count == 1


def test_the_next_phase_is_the_filled_button_until_there_is_none(run: Desk) -> None:
    assert run.page.bottom.next.property("kind") == "secondary"
    run.session.propose(ActivityHappened(ITEM, PhaseEntered(3))).result()
    run.settle()
    assert panel(run).next.isHidden()
    assert run.page.bottom.next.property("kind") == "primary"
    run.next()
    assert run.page.bottom.next.property("kind") == "primary"
