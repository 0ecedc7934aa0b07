"""A forum as an exercise, led step by step from the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.pathway_choice.events import ForumShows, PointKind
from kompetens_gui.domain.material.pathway import PathwayBrief
from kompetens_gui.ui.widgets.labels import Label
from tests.ui.activities.conftest import Running, Start

ALT = Qt.KeyboardModifier.AltModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def brief_of(running: Running) -> PathwayBrief:
    brief: PathwayBrief = running.context.need_material(PathwayBrief)
    return brief


def go_to(running: Running, shows: ForumShows, qtbot: QtBot) -> None:
    while running.state.shows is not shows:
        qtbot.keyClick(running.leader, Qt.Key.Key_Right, ALT)


def test_the_steps_lead_through_the_brief_to_the_debrief_and_the_guard_always_stands(
    start: Start, qtbot: QtBot
) -> None:
    running = start("pathway_choice")
    brief = brief_of(running)
    headings = []
    for _ in range(len(brief.brief) + 6):
        headings.append(running.room.heading.text())
        assert any("inga beslut" in label.text() for label in running.room.findChildren(Label) if label.isVisible())
        qtbot.keyClick(running.leader, Qt.Key.Key_Right, ALT)
    assert headings[: len(brief.brief)] == [part.heading for part in brief.brief]
    assert running.state.shows is ForumShows.DEBRIEF
    assert not running.leader.head.next.isEnabled()
    qtbot.keyClick(running.leader, Qt.Key.Key_Right, ALT)
    assert running.state.shows is ForumShows.DEBRIEF


def test_arguments_are_written_for_the_way_in_the_room_and_kept_when_another_is_chosen(
    start: Start, qtbot: QtBot
) -> None:
    running = start("pathway_choice")
    go_to(running, ForumShows.OPTIONS, qtbot)
    ways, (first, second) = running.leader.ways, brief_of(running).options[:2]
    for option in (first, second):
        ways.way.setCurrentIndex(ways.way.findData(option.id))
        ways.way.activated.emit(ways.way.currentIndex())
        qtbot.keyClicks(ways.said_for.new, f"Skal for {option.id}")
    qtbot.keyClick(ways.said_for.new, Qt.Key.Key_Right, ALT)
    assert [p.text for p in running.state.of(PointKind.FOR, first.id)] == [f"Skal for {first.id}"]
    assert [p.text for p in running.state.of(PointKind.FOR, second.id)] == [f"Skal for {second.id}"]


def test_the_materials_reasons_reach_the_room_with_their_key(start: Start, qtbot: QtBot) -> None:
    running = start("pathway_choice")
    go_to(running, ForumShows.OPTIONS, qtbot)
    option = brief_of(running).options[0]
    ways = running.leader.ways
    ways.way.setCurrentIndex(ways.way.findData(option.id))
    ways.way.activated.emit(ways.way.currentIndex())
    assert option.arguments_for[0] not in running.room.cards[0].text.text()
    qtbot.keyClick(ways.said_for.new, Qt.Key.Key_F, CTRL_SHIFT)
    assert option.arguments_for[0] in running.room.cards[0].text.text()


def test_learning_is_written_and_seen(start: Start, qtbot: QtBot) -> None:
    running = start("pathway_choice")
    go_to(running, ForumShows.LEARNING, qtbot)
    page = running.leader.learning
    qtbot.keyClicks(page.learning.new, "Fraga forst")
    qtbot.keyClick(page.learning.new, Qt.Key.Key_Return)
    assert "Fraga forst" in running.room.text.text()
