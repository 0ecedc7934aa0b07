"""A branching case led with keys and mouse: votes, whose way, told effects, back again, two lives and groups apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.branching_together import events as e
from kompetens_gui.domain.branching import fold, is_end, offered
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.ui.activities.branching_together.room_groups import GroupCard
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.style.theme import theme
from tests.domain.material_making import RESOURCES, material_of
from tests.ui.activities.conftest import Running, Start

KEY = Qt.Key
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
MATERIAL = {"material": "branching/utmattning-florist"}
LEFT = Qt.MouseButton.LeftButton
CASES = sorted(path.stem for path in (RESOURCES / "exercises" / "branching").glob("*.yaml"))


def the_case() -> BranchingCase:
    case = material_of(MATERIAL["material"])
    assert isinstance(case, BranchingCase)
    return case


def begun(start: Start, *, groups: bool = True) -> Running:
    running = start("branching_together", MATERIAL, with_case=False)
    if not groups:
        running.context = replace(running.context, groups=())
        running.state = running.kind.start(running.context)
        running.show()
    return running


def go(running: Running, *choices: str) -> None:
    for choice in choices:
        running.happen(e.RoomWentOn(choice, e.WayBy.LEADER))
        running.happen(e.DayTurned())


def to_the_end(running: Running, *, last: bool = False) -> tuple[str, ...]:
    case = the_case()
    while not is_end(case, now := fold(case, running.state.choices)):
        go(running, offered(case, now)[-1 if last else 0].id)
    choices: tuple[str, ...] = running.state.choices
    return choices


def room_texts(running: Running) -> str:
    labels = [label.text() for label in running.room.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, running.room.story.text.text(), running.room.story.meaning.text()])


def test_keys_that_come_before_the_disk_has_answered_count_one_by_one(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    asked: list[object] = []
    running.leader.proposed.disconnect(running.happen)
    running.leader.proposed.connect(asked.append)
    voting = running.leader.voting
    for key in (KEY.Key_3, KEY.Key_2, KEY.Key_1):
        qtbot.keyClick(voting, key)
    assert asked == [e.GroupChose("g1", "c"), e.GroupChose("g2", "b")], "each digit is the next group's"
    for event in (*asked, e.CountingChosen(e.CountBy.HANDS)):
        running.happen(event)
    del asked[:]
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_2):
        qtbot.keyClick(voting, key)
    qtbot.keyClick(voting, KEY.Key_J, _CTRL | _SHIFT)
    assert asked[-1] == e.RoomWentOn("b", e.WayBy.MAJORITY), "the last hand counts"
    for event in asked[:-1]:
        running.happen(event)
    qtbot.keyClick(voting, KEY.Key_2, _CTRL | _SHIFT)
    qtbot.keyClick(voting, KEY.Key_2)
    assert asked[-2:] == [e.SecondVoteOpened(), e.ChoiceHandsCounted("b", 1)], "a new vote begins with no hands"


def test_hands_are_counted_with_digits_and_shown_when_the_leader_shows_them(start: Start, qtbot: QtBot) -> None:
    running = begun(start, groups=False)
    voting = running.leader.voting
    assert voting.hasFocus()
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_2, KEY.Key_6):
        qtbot.keyClick(voting, key)
    qtbot.keyClick(voting, KEY.Key_1, _SHIFT)
    assert running.state.ballot.hands == {"a": 0, "b": 2}
    story = running.room.story
    assert not any(row.votes.isVisible() for row in story.choices)
    qtbot.keyClick(voting, KEY.Key_A, _CTRL | _SHIFT)
    assert [row.votes.accessibleName() for row in story.choices[:3]] == ["0 händer", "2 händer", "0 händer"]
    assert story.choices[1].votes.isVisible()
    qtbot.mouseClick(running.leader.reveal, LEFT)
    assert not running.state.shown


def test_digits_give_group_after_group_its_vote_and_its_row_changes_it(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    voting = running.leader.voting
    qtbot.keyClick(voting, KEY.Key_1)
    qtbot.keyClick(voting, KEY.Key_3)
    qtbot.keyClick(voting, KEY.Key_2)
    assert running.state.ballot.groups == {"g1": "a", "g2": "c"}
    row = voting.groups["g1"]
    qtbot.keyClick(row.picks.button("1"), KEY.Key_2)
    qtbot.mouseClick(voting.groups["g2"].picks.button("0"), LEFT)
    assert running.state.ballot.groups == {"g1": "b"}
    assert voting.rows[1].votes.text() == "1 grupp"


def test_the_majoritys_way_is_gone_with_a_key_and_told_before_the_next_day(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    for key in (KEY.Key_1, KEY.Key_1):
        qtbot.keyClick(running.leader.voting, key)
    assert not running.leader.minority.isEnabled()
    qtbot.keyClick(running.leader.voting, KEY.Key_J, _CTRL | _SHIFT)
    assert running.events[-1] == e.RoomWentOn("a", e.WayBy.MAJORITY)
    assert "Han får vila utan halva blicken på klockan." in room_texts(running)
    assert running.leader.turn_day.text() == "Vidare till dag 25"
    assert running.leader.turn_day.hasFocus()
    assert running.leader.told.meters
    qtbot.keyClick(running.leader.turn_day, KEY.Key_Return)
    assert not running.state.telling
    assert running.room.story.day.text() == "Dag 25"
    assert running.leader.voting.hasFocus()


def test_the_minoritys_way_and_a_tie_that_the_leader_decides(start: Start, qtbot: QtBot) -> None:
    running = begun(start, groups=False)
    for key in (KEY.Key_1, KEY.Key_1, KEY.Key_2):
        qtbot.keyClick(running.leader.voting, key)
    qtbot.mouseClick(running.leader.minority, LEFT)
    assert running.events[-1] == e.RoomWentOn("b", e.WayBy.MINORITY)
    qtbot.keyClick(running.leader, KEY.Key_Return, _CTRL)
    for key in (KEY.Key_1, KEY.Key_3):
        qtbot.keyClick(running.leader.voting, key)
    assert not running.leader.majority.isEnabled()
    assert running.leader.tie.text() == "Lika många vill gå 1 och 3. Välj väg med pilen på raden."
    qtbot.mouseClick(running.leader.voting.rows[2].go, LEFT)
    assert isinstance(running.events[-1], e.RoomWentOn)
    assert running.events[-1].by == e.WayBy.MAJORITY


def test_the_vote_after_the_talk_stands_beside_the_one_before(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    for key in (KEY.Key_1, KEY.Key_1):
        qtbot.keyClick(running.leader.voting, key)
    qtbot.keyClick(running.leader.voting, KEY.Key_2, _CTRL | _SHIFT)
    qtbot.keyClick(running.leader.voting, KEY.Key_2)
    qtbot.mouseClick(running.leader.reveal, LEFT)
    names = [row.votes.accessibleName() for row in running.room.story.choices[:2]]
    assert names == ["0 grupper (före samtalet: 2)", "1 grupp (före samtalet: 0)"]
    assert running.leader.voting.rows[0].votes.text() == "före: 2, 0 grupper"


def test_a_delayed_effect_is_told_when_it_comes_due(start: Start) -> None:
    running, case = begun(start), the_case()
    choice = case.nodes[0].choice("a")
    assert choice is not None
    text, told = choice.later[0].text, []
    go(running, "a")
    assert not running.room.story.late.isVisible()
    while not is_end(case, now := fold(case, running.state.choices)):
        go(running, offered(case, now)[0].id)
        told.append((running.room.story.late.isVisible(), text in running.room.story.late.text()))
    assert (True, True) in told
    assert sum(seen for _, seen in told) == 1


def test_the_map_and_a_key_wind_back_and_two_lives_are_laid_side_by_side(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    one = to_the_end(running)
    assert running.leader.situation.looking_back.isVisible()
    assert "Att tänka på: " in running.room.story.voice.text()
    qtbot.mouseClick(running.leader.way.picture.buttons[0], LEFT)
    assert running.events[-1] == e.RoomWoundBack(0)
    assert not running.leader.lives.can_compare
    other = to_the_end(running, last=True)
    qtbot.keyClick(running.leader.back, KEY.Key_Left, _ALT)
    assert running.state.choices == other[:-1]
    qtbot.keyClick(running.leader.voting, KEY.Key_L, _CTRL | _SHIFT)
    assert isinstance(running.events[-1], e.LivesCompared)
    assert running.room.stack.currentWidget() is running.room.lives
    assert running.room.lives.cards[0].title.text()
    running.leader.lives.first.setCurrentIndex(0)
    running.leader.lives.second.setCurrentIndex(1)
    qtbot.mouseClick(running.leader.lives.show_both, LEFT)
    assert running.events[-1] == e.LivesCompared(one, other)
    qtbot.mouseClick(running.leader.shows.button(e.RoomShows.STORY.value), LEFT)
    assert running.room.stack.currentWidget() is running.room.story


def test_groups_go_their_own_ways_with_keys_and_meet_in_the_room(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    qtbot.keyClick(running.leader.voting, KEY.Key_G, _CTRL | _SHIFT)
    ways = running.leader.own_ways
    assert ways.hasFocus()
    qtbot.keyClick(ways, KEY.Key_1)
    qtbot.keyClick(ways, KEY.Key_Right)
    qtbot.keyClick(ways, KEY.Key_2)
    assert running.state.ways == {"g1": ("a",), "g2": ("b",)}
    cards = [card for card in running.room.findChildren(GroupCard) if card.isVisible()]
    assert [(card.where.text(), card.steps.text()) for card in cards] == [("Dag 25", ""), ("Dag 25", "")]
    qtbot.mouseClick(ways.rows[0], LEFT, pos=QPoint(40, 12))
    assert running.state.ways["g2"] == ("b", "a")
    qtbot.mouseClick(ways.back, LEFT)
    assert running.state.ways["g2"] == ("b",)
    qtbot.mouseClick(ways.tabs["g1"], LEFT)
    assert ways.group == "g1"
    qtbot.mouseClick(running.leader.meet, LEFT)
    assert [card.steps.text().startswith("Dag 9: ") for card in cards] == [True, True]
    assert running.leader.voting.isVisible()


def test_what_is_talked_about_is_kept_with_its_place(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    running.leader.notes.new.setFocus()
    qtbot.keyClicks(running.leader.notes.new, "Vem svarar?")
    qtbot.keyClick(running.leader.notes.new, KEY.Key_Return)
    assert [(n.text, n.node) for n in running.state.notes] == [("Vem svarar?", "v1")]
    qtbot.keyClicks(running.leader.notes.new, "1 sak")
    running.leader.commit_pending()
    assert [n.text for n in running.state.notes] == ["Vem svarar?", "1 sak"]
    assert running.state.ballot.is_empty


def ways_to_every_place(case: BranchingCase) -> list[tuple[str, ...]]:
    """Return one way to each node of a case."""
    found: dict[str, tuple[str, ...]] = {}
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        way = waiting.pop(0)
        now = fold(case, way)
        if now.node not in found:
            found[now.node] = way
            waiting += [(*way, choice.id) for choice in offered(case, now)]
    return list(found.values())


@pytest.mark.parametrize("name", CASES)
def test_no_text_of_a_shipped_case_ends_in_dots_in_the_room(name: str, start: Start, qtbot: QtBot) -> None:
    running = start("branching_together", {"material": f"branching/{name}"}, with_case=False)
    case, cut = running.context.material, []
    assert isinstance(case, BranchingCase)
    for way in ways_to_every_place(case):
        there = replace(running.state, choices=way)
        for state in (replace(there, shown=True, first=there.ballot), replace(there, telling=bool(way))):
            running.room.show_view(running.kind.room(state, running.context))
            QApplication.processEvents()
            texts = [text for text in running.room.findChildren(FittedText) if text.isVisible()]
            cut += [(way, text.text()) for text in texts if not text.is_whole()]
    assert cut == []


def test_every_part_fits_its_width_at_double_size_and_paints_in_the_dark(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    go(running, "b")
    running.happen(e.RoomWentOn("a", e.WayBy.LEADER))
    theme.set_text_scale(2.0)
    theme.set_mode("dark")
    running.show()
    qtbot.waitUntil(lambda: running.leader.body.parentWidget().width() <= running.leader.area.width())
    assert not running.windows[0].grab().isNull()
    running.happen(e.RoomWoundBack(0))
    running.happen(e.GroupsParted())
    assert running.leader.own_ways.width() <= running.leader.area.width()
    assert not running.windows[1].grab().isNull()


def test_a_life_that_goes_on_tells_what_was_chosen_so_far(start: Start) -> None:
    running = begun(start)
    case = running.context.material
    choices = case.node(case.start).choices[:2]
    for choice in choices:
        running.happen(e.RoomWentOn(choice.id, e.WayBy.LEADER))
        running.happen(e.DayTurned())
        if choice is choices[0]:
            running.happen(e.RoomWoundBack(0))
    running.happen(e.LivesCompared((choices[0].id,), (choices[1].id,)))
    for card, choice in zip(running.room.lives.cards, choices, strict=True):
        assert card.title.text() == "Valt hittills"
        assert card.text.text().endswith(f": {choice.text}")


def test_what_the_room_sees_scrolls_with_the_text_where_there_is_little_height(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    top, body = running.leader.top, running.leader.body
    assert body.indexOf(top) < 0
    theme.set_text_scale(2.0)
    qtbot.waitUntil(lambda: body.indexOf(top) == 0)
    theme.set_text_scale(1.0)
    qtbot.waitUntil(lambda: body.indexOf(top) < 0)
