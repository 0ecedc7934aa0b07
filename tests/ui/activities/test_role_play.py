"""A role play led as a leader does: phases, freeze, turns, casting, sheets typed from paper, the demonstration."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.role_play import events as e
from kompetens_gui.domain.material.role_play import MeetingMode, RolePlay
from kompetens_gui.ui.activities.role_play.phase_row import levelled
from kompetens_gui.ui.widgets.buttons import Button
from tests.domain.material_making import material_of
from tests.ui.activities.conftest import PEOPLE, Running, Start

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_BOTH = _CTRL | _SHIFT
FIVE = {"material": "role_play/avstamningsmote-fem-roller"}


def the_play(running: Running) -> RolePlay:
    play = running.context.material
    assert isinstance(play, RolePlay)
    return play


def press(running: Running, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, as a person does."""
    window = running.windows[0]
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def click(running: Running, button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]  # any widget


def choose(box: QComboBox, data: object) -> None:
    """Choose in a list by keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(data)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    # Closed lists tell of a choice by the keys at once.


@pytest.fixture
def meeting(start: Start) -> Running:
    return start("role_play", FIVE, with_case=False)


def open_tab(running: Running, tab: str) -> None:
    click(running, running.leader.tabs.button(tab))


# ---------------------------------------------------------------- phases and the clock
def test_the_large_button_leads_from_phase_to_phase_and_ends_with_the_last(meeting: Running) -> None:
    leader = meeting.leader
    assert leader.next.text() == "Börja: Läs rollkort"
    click(meeting, leader.next)
    assert leader.next.text() == "Nästa: Mötet"
    assert [box.face.status for box in leader.phases.boxes] == ["current", "coming", "coming", "coming"]
    press(meeting, Qt.Key.Key_Return, _CTRL)
    assert [box.face.status for box in leader.phases.boxes][:2] == ["done", "current"]
    assert leader.phases.boxes[1].face.clock in ("11:00", "10:59")
    assert leader.phases.boxes[1].accessibleName().endswith("kvar")
    press(meeting, Qt.Key.Key_Return, _CTRL)
    press(meeting, Qt.Key.Key_Return, _CTRL)
    assert meeting.state.phase == 3
    assert leader.next.isHidden()
    assert not leader.leads_on()
    assert meeting.room.stack.currentWidget() is meeting.room.pages[e.RoomShows.DEBRIEF]


def test_a_phase_in_the_row_is_gone_to_by_pressing_it_and_the_running_one_is_left_alone(meeting: Running) -> None:
    click(meeting, meeting.leader.next)
    click(meeting, meeting.leader.phases.boxes[0])
    assert meeting.events == [e.PhaseEntered(0)]
    click(meeting, meeting.leader.phases.boxes[2])
    assert meeting.state.phase == 2


def test_freeze_and_go_on_with_one_key_and_the_room_says_so(meeting: Running) -> None:
    meeting.happen(e.PhaseEntered(1))
    press(meeting, Qt.Key.Key_E, _BOTH)
    assert meeting.state.frozen
    assert meeting.leader.phases.boxes[1].face.under == "Fryst"
    page = meeting.room.pages[e.RoomShows.PHASE]
    assert page.frozen.isVisible()
    assert page.frozen.text() == "Frys"
    assert not page.clock.isVisible()
    click(meeting, meeting.leader.freeze)
    assert not meeting.state.frozen
    assert page.clock.isVisible()


def test_the_stop_word_stands_there_and_stops_everything_whatever_the_room_sees(meeting: Running) -> None:
    meeting.happen(e.PhaseEntered(1))
    meeting.happen(e.StuckCardShown(0))
    assert meeting.leader.stop.text() == "Stoppord: paus"
    assert meeting.room.stop.text() == "Stoppord: paus"
    press(meeting, Qt.Key.Key_P, _BOTH)
    assert meeting.state.frozen
    assert meeting.state.shows == e.RoomShows.PHASE
    press(meeting, Qt.Key.Key_P, _BOTH)
    assert meeting.state.frozen, "the stop word never starts anything"


def test_keys_that_come_before_the_disk_has_answered_count_one_by_one(meeting: Running) -> None:
    asked: list[object] = []
    meeting.leader.proposed.disconnect(meeting.happen)
    meeting.leader.proposed.connect(asked.append)
    press(meeting, Qt.Key.Key_Return, _CTRL)
    press(meeting, Qt.Key.Key_Return, _CTRL)
    press(meeting, Qt.Key.Key_T, _BOTH)
    press(meeting, Qt.Key.Key_B, _BOTH)
    press(meeting, Qt.Key.Key_E, _BOTH)
    press(meeting, Qt.Key.Key_E, _BOTH)
    for event in asked:
        meeting.happen(event)
    (turn,) = meeting.state.turns
    assert asked[:2] == [e.PhaseEntered(0), e.PhaseEntered(1)]
    assert asked[3:] == [e.WoundBack(turn.id), e.PlayFrozen(False), e.PlayFrozen(True)]
    assert (meeting.state.phase, meeting.state.frozen, turn.rewound) == (1, True, 1)


def test_what_the_session_says_holds_when_something_asked_for_was_refused(meeting: Running) -> None:
    meeting.leader.proposed.disconnect(meeting.happen)
    press(meeting, Qt.Key.Key_Return, _CTRL)
    meeting.show()
    meeting.leader.proposed.connect(meeting.happen)
    press(meeting, Qt.Key.Key_Return, _CTRL)
    assert meeting.events == [e.PhaseEntered(0)]


# ---------------------------------------------------------------- turns
def test_a_turn_is_marked_at_once_and_worded_after_and_wound_back_to(meeting: Running) -> None:
    meeting.happen(e.PhaseEntered(1))
    press(meeting, Qt.Key.Key_T, _BOTH)
    assert [t.text for t in meeting.state.turns] == ["Vändning 1"]
    QTest.keyClicks(meeting.windows[0].focusWidget(), "Maria fick tala klart")
    press(meeting, Qt.Key.Key_Return)
    assert [t.text for t in meeting.state.turns] == ["Maria fick tala klart"]
    meeting.happen(e.PhaseEntered(2))
    press(meeting, Qt.Key.Key_B, _BOTH)
    assert (meeting.state.phase, meeting.state.frozen) == (1, True)
    assert meeting.state.turns[0].rewound == 1


def test_words_of_a_turn_are_kept_when_the_next_one_comes_before_enter(meeting: Running) -> None:
    meeting.happen(e.PhaseEntered(1))
    press(meeting, Qt.Key.Key_T, _BOTH)
    QTest.keyClicks(meeting.windows[0].focusWidget(), "Tystnad")
    press(meeting, Qt.Key.Key_T, _BOTH)
    assert [t.text for t in meeting.state.turns] == ["Tystnad", "Vändning 2"]


def test_turns_are_listed_reworded_and_taken_away(meeting: Running) -> None:
    meeting.happen(e.PhaseEntered(1))
    meeting.happen(e.TurnMarked("a", "Ett"))
    meeting.happen(e.TurnMarked("b", "Två"))
    rows = meeting.leader.page.turns.rows
    rows["a"].edit.selectAll()
    rows["a"].edit.setFocus()
    QTest.keyClicks(rows["a"].edit, "Tystnaden")
    press(meeting, Qt.Key.Key_Return)
    assert [t.text for t in meeting.state.turns] == ["Tystnaden", "Två"]
    click(meeting, rows["a"].back)
    assert meeting.events[-1] == e.WoundBack("a")
    click(meeting, rows["b"].remove)
    assert list(rows) == ["a"]


# ---------------------------------------------------------------- what the room sees
def test_the_introduction_tells_what_all_may_know(meeting: Running) -> None:
    page = meeting.room.pages[e.RoomShows.INTRODUCTION]
    assert meeting.room.stack.currentWidget() is page
    assert page.title.text() == the_play(meeting).head.title
    assert page.situation.text() == the_play(meeting).background
    assert page.roles.count() == len(the_play(meeting).roles)


def test_a_card_for_when_it_gets_stuck_comes_and_goes(meeting: Running) -> None:
    meeting.happen(e.PhaseEntered(1))
    cards = meeting.leader.page.stuck
    click(meeting, cards[1])
    assert meeting.room.pages[e.RoomShows.STUCK].words.text() == the_play(meeting).stuck[1]
    assert cards[1].accessibleName().endswith("(visas i rummet)")
    press(meeting, Qt.Key.Key_K, _BOTH)
    assert (meeting.state.stuck, cards[2].is_shown, cards[1].is_shown) == (2, True, False)
    click(meeting, cards[2])
    assert meeting.state.shows == e.RoomShows.PHASE


def test_secrets_can_be_chosen_only_when_the_play_is_over(meeting: Running, qtbot: QtBot) -> None:
    leader = meeting.leader
    secret = leader.shows.findData(e.RoomShows.SECRETS.value)
    meeting.happen(e.PhaseEntered(1))
    assert not leader.shows.model().item(secret).isEnabled()
    meeting.happen(e.PhaseEntered(3))
    assert leader.shows.model().item(secret).isEnabled()
    leader.shows.setFocus()
    QTest.keyClick(leader.shows, Qt.Key.Key_End)
    assert meeting.state.shows == e.RoomShows.SECRETS
    shown = meeting.room.pages[e.RoomShows.SECRETS]
    assert shown.cards.count() == len({r.id for r in the_play(meeting).roles if r.told_if_asked})
    meeting.happen(e.PhaseEntered(1))
    assert shown.cards.count() == 0


def test_telephone_plays_say_how_to_sit(start: Start) -> None:
    running = start("role_play", {"material": "role_play/telefonutredning"}, with_case=False)
    assert the_play(running).mode == MeetingMode.PHONE
    assert running.room.mode.isVisible()
    assert running.room.mode.text() == "Rygg mot rygg, bara rösten"


def test_the_debrief_goes_step_by_step(meeting: Running) -> None:
    meeting.happen(e.PhaseEntered(3))
    page = meeting.room.pages[e.RoomShows.DEBRIEF]
    assert page.place.text() == "Eftersamtal, steg 1 av 5"
    steps = meeting.leader.page.steps
    assert steps[0].is_shown
    assert steps[3].isVisible(), "the debrief is what the leader sees when it begins"
    click(meeting, steps[3])
    assert page.title.text() == the_play(meeting).debrief[3].title
    assert page.questions.text() == "\n\n".join(the_play(meeting).debrief[3].questions)


def test_a_note_is_written_with_its_own_key_and_stays_out_of_the_room(meeting: Running) -> None:
    open_tab(meeting, "sheets")
    press(meeting, Qt.Key.Key_N, _BOTH)
    QTest.keyClicks(meeting.windows[0].focusWidget(), "Emre talar mest")
    press(meeting, Qt.Key.Key_Return)
    assert [n.text for n in meeting.state.notes] == ["Emre talar mest"]
    assert "Emre talar mest" not in repr(meeting.kind.room(meeting.state, meeting.context))


def test_what_is_typed_and_not_entered_is_proposed_before_the_leader_moves_on(meeting: Running) -> None:
    QTest.keyClicks(meeting.leader.note, "Inte inskrivet")
    QTest.keyClicks(meeting.leader.turn_text, "Nu kom svaret")
    meeting.leader.commit_pending()
    assert [n.text for n in meeting.state.notes] == ["Inte inskrivet"]
    assert [t.text for t in meeting.state.turns] == ["Nu kom svaret"]


# ---------------------------------------------------------------- sheets typed from paper
def sheet_keys(running: Running, keys: str) -> None:
    """Type digits; `<` is Backspace, `!` Enter, `v` Page Down, `^` Page Up."""
    special = {"<": Qt.Key.Key_Backspace, "!": Qt.Key.Key_Return, "v": Qt.Key.Key_PageDown, "^": Qt.Key.Key_PageUp}
    for key in keys:
        press(running, special[key] if key in special else Qt.Key(Qt.Key.Key_0 + int(key)))


def test_a_whole_sheet_is_typed_without_looking_up(meeting: Running) -> None:
    open_tab(meeting, "sheets")
    play = the_play(meeting)
    assert len(play.protocol.items) == 8
    sheet_keys(meeting, "21021021" + "12!" + "3!" + "0!" + "543")
    sheet = meeting.state.observers[0]
    assert list(sheet.ratings.values()) == [2, 1, 0, 2, 1, 0, 2, 1]
    assert list(sheet.counts.values()) == [12, 3, 0]
    assert list(sheet.scales.values()) == [5, 4, 3]
    assert meeting.leader.sheets.form.hint.text() == "Sista raden. Page Down tar nästa blad."


def test_backspace_corrects_and_what_does_not_fit_is_told(meeting: Running) -> None:
    open_tab(meeting, "sheets")
    sheet_keys(meeting, "22")
    sheet_keys(meeting, "<1")
    items = [i.id for i in the_play(meeting).protocol.items]
    assert meeting.state.observers[0].ratings == {items[0]: 2, items[1]: 1}
    sheet_keys(meeting, "7")
    assert meeting.leader.sheets.form.hint.text() == "Skriv 0, 1 eller 2."
    sheet_keys(meeting, "222222" + "15<7!")
    counts = [c.id for c in the_play(meeting).protocol.counts]
    assert meeting.state.observers[0].counts == {counts[0]: 17}
    sheet_keys(meeting, "<")
    assert meeting.state.observers[0].counts == {}


def test_page_down_takes_the_next_sheet_of_the_pile_and_none_is_lost_half_typed(meeting: Running) -> None:
    open_tab(meeting, "sheets")
    sheet_keys(meeting, "2v1v0^")
    first, second, third = meeting.state.observers
    assert [list(s.ratings.values()) for s in (first, second, third)] == [[2], [1], [0]]
    form = meeting.leader.sheets.form
    assert form.at == 1, "a half-typed sheet goes on at its first empty row"
    assert [b.text() for b in meeting.leader.sheets.sheet_buttons.values()] == [
        "Observatör 1 1/14",
        "Observatör 2 1/14",
        "Observatör 3 1/14",
    ]
    sheet_keys(meeting, "0")
    items = [i.id for i in the_play(meeting).protocol.items]
    assert meeting.state.observers[1].ratings == {items[0]: 1, items[1]: 0}
    sheet_keys(meeting, "vvv")
    assert len(meeting.state.observers) == 4, "an empty sheet is not left behind for another empty one"


def test_the_self_rating_stands_beside_what_observers_saw(meeting: Running) -> None:
    open_tab(meeting, "sheets")
    sheet_keys(meeting, "21v0")
    click(meeting, meeting.leader.sheets.own)
    sheet_keys(meeting, "1")
    assert [s.id for s in meeting.state.own] == [e.SELF]
    open_tab(meeting, "after")
    row = meeting.leader.page.observed[0]
    assert row.accessibleName() == "Alla fick säga sitt mål. Observatörer: tydligt, inte sett. Själv: delvis."
    click(meeting, meeting.leader.page.show_seen)
    table = meeting.room.pages[e.RoomShows.OBSERVATIONS].table
    assert (table.lines()[0].observers, table.lines()[0].own) == ((2, 0), (1,))
    click(meeting, meeting.leader.page.show_seen)
    assert meeting.state.shows == e.RoomShows.PHASE


def test_sheets_of_groups_are_kept_apart_and_a_wrong_one_is_taken_away(meeting: Running) -> None:
    open_tab(meeting, "sheets")
    sheets = meeting.leader.sheets
    choose(sheets.group, "g2")
    sheets.form.setFocus()
    sheet_keys(meeting, "2")
    assert meeting.state.observers[0].group == "g2"
    assert next(iter(sheets.sheet_buttons.values())).text() == "Grupp 2: observatör 1 1/14"
    click(meeting, sheets.own)
    assert meeting.state.own[0].id == "self:g2"
    click(meeting, sheets.remove)
    assert meeting.state.own == ()


def test_the_leader_chooses_whose_sheets_the_room_sees(meeting: Running) -> None:
    open_tab(meeting, "sheets")
    sheets = meeting.leader.sheets
    for group, keys in (("g1", "2"), ("g2", "0")):
        choose(sheets.group, group)
        click(meeting, sheets.new)
        sheet_keys(meeting, keys)
    open_tab(meeting, "after")
    page, room = meeting.leader.page, meeting.room.pages[e.RoomShows.OBSERVATIONS]
    click(meeting, page.show_seen)
    assert room.title.text() == "Det observatörerna har sett hos Grupp 1"
    assert room.table.lines()[0].observers == (2,)
    choose(page.seen_group, "g2")
    assert room.title.text() == "Det observatörerna har sett hos Grupp 2"
    assert room.table.lines()[0].observers == (0,)
    assert page.seen_count.text() == "1 blad"
    assert page.observed[0].accessibleName() == "Alla fick säga sitt mål. Observatörer: inte sett. Själv: inget än."


def test_a_box_can_be_pressed_instead(meeting: Running, qtbot: QtBot) -> None:
    open_tab(meeting, "sheets")
    row = meeting.leader.sheets.form.rows[2]
    _, box = row._boxes()[1]  # where it is painted is only known to the row
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert list(meeting.state.observers[0].ratings.values()) == [1]


# ---------------------------------------------------------------- pages
def test_turning_the_pages_keeps_the_keyboard_in_the_play(meeting: Running) -> None:
    meeting.happen(e.PhaseEntered(1))
    meeting.happen(e.TurnMarked("a", "Ett"))
    seen = []
    meeting.leader.page.turns.rows["a"].edit.setFocus()
    for _ in range(5):
        press(meeting, Qt.Key.Key_Tab, _CTRL)
        seen.append(meeting.leader.tabs.current())
        keyboard = meeting.windows[0].focusWidget()
        assert meeting.leader.isAncestorOf(keyboard)
        assert keyboard.isVisible()
    assert seen == ["after", "sheets", "demonstration", "casting", "play"]


def test_tab_leaves_the_notes_and_comes_to_the_steps_of_the_debrief(meeting: Running, qtbot: QtBot) -> None:
    meeting.happen(e.PhaseEntered(3))
    meeting.happen(e.DebriefNoted("a", "Ett"))
    meeting.happen(e.DebriefNoted("b", "Två"))
    open_tab(meeting, "after")
    qtbot.waitUntil(lambda: all(row.edit.isVisible() for row in meeting.leader.notes.rows()))
    meeting.leader.note.setFocus()
    wanted = {meeting.leader.shows, *meeting.leader.page.steps, *(row.edit for row in meeting.leader.notes.rows())}
    passed = []
    for _ in range(60):
        press(meeting, Qt.Key.Key_Tab)
        passed.append(meeting.windows[0].focusWidget())
    assert wanted <= set(passed)


# ---------------------------------------------------------------- casting and level
def test_roles_are_cast_changed_and_recast_when_somebody_leaves(meeting: Running) -> None:
    open_tab(meeting, "casting")
    casting = meeting.leader.casting
    click(meeting, casting.fill)
    state = meeting.state
    assert [state.player_of(r.id) for r in the_play(meeting).roles] == [p.id for p in PEOPLE[:5]]
    assert casting.watching.text() == "Observerar: Farid Amin"
    click(meeting, casting.turn)
    assert meeting.state.player_of("coordinator") == PEOPLE[4].id
    choose(casting.boxes["employer"], "")
    assert meeting.state.player_of("employer") is None
    assert casting.lacks["employer"].isVisible()
    open_tab(meeting, "play")
    view = next(v for v in meeting.leader.page.roles if v.role.id == "employer")
    assert view.player.text() == "Ingen spelar"
    click(meeting, view.player)
    choose(casting.boxes["employer"], str(e.LEADER))
    assert meeting.state.player_of("employer") == e.LEADER
    assert not casting.lacks["employer"].isVisible()


def test_who_is_given_another_role_changes_places(meeting: Running) -> None:
    open_tab(meeting, "casting")
    casting = meeting.leader.casting
    click(meeting, casting.fill)
    before = {r.id: meeting.state.player_of(r.id) for r in the_play(meeting).roles}
    box = casting.boxes["physician"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert meeting.state.player_of("physician") == before["case_officer"]
    assert meeting.state.player_of("case_officer") == before["physician"]


def test_each_group_has_its_own_cast(meeting: Running) -> None:
    open_tab(meeting, "casting")
    casting = meeting.leader.casting
    choose(casting.group, "g2")
    click(meeting, casting.fill)
    members = meeting.context.groups[1].members
    assert tuple(c.participant for c in meeting.state.cast) == members
    assert {c.group for c in meeting.state.cast} == {"g2"}
    click(meeting, casting.clear)
    assert meeting.state.cast == ()


def test_the_cards_can_be_printed_where_they_are_given_out(meeting: Running, qtbot: QtBot) -> None:
    open_tab(meeting, "casting")
    with qtbot.waitSignal(meeting.leader.prints_wanted):
        click(meeting, meeting.leader.casting.cards)


def test_roles_can_be_cast_anew_when_the_group_that_played_is_gone(meeting: Running) -> None:
    open_tab(meeting, "casting")
    casting = meeting.leader.casting
    choose(casting.group, "g2")
    click(meeting, casting.fill)
    meeting.context = replace(meeting.context, groups=meeting.context.groups[:1])
    meeting.show()
    choose(casting.boxes["employer"], str(PEOPLE[3].id))
    assert [(c.role, c.participant, c.group) for c in meeting.state.cast] == [("employer", PEOPLE[3].id, "")]


def test_the_level_changes_what_stands_on_the_cards(meeting: Running) -> None:
    open_tab(meeting, "casting")
    choose(meeting.leader.casting.level, 3)
    assert meeting.state.level == 3
    open_tab(meeting, "play")
    view = next(v for v in meeting.leader.page.roles if v.role.id == "employer")
    assert view.text.sections()[0].lines == ("Du vill ha ett datum inom fem minuter och säger det två gånger.",)


def test_the_whole_card_is_there_for_the_leader(meeting: Running) -> None:
    view = next(v for v in meeting.leader.page.roles if v.role.id == "physician")
    said = view.text.accessibleName()
    assert view.role.wants[0] in said
    assert view.role.worries[0] in said
    assert view.role.told_if_asked[0].tell in said
    assert view.role.you_are not in said
    click(meeting, view.more)
    whole = " ".join(line for section in view.text.sections() for line in section.lines)
    for text in (view.role.you_are, view.role.limits[0], view.role.told_if_asked[0].when):
        assert text in whole


# ---------------------------------------------------------------- the demonstration
def test_the_demonstration_is_read_line_by_line(start: Start) -> None:
    running = start("role_play", {"material": "role_play/forsta-samtalet-samtycke"}, with_case=False)
    lines = the_play(running).demonstration
    open_tab(running, "demonstration")
    press(running, Qt.Key.Key_Space)
    page = running.leader.demonstration
    assert page.line.text() == lines[0].text
    assert page.comment.text() == lines[0].comment
    assert page.next_line.text() == lines[1].text
    press(running, Qt.Key.Key_Right)
    room = running.room.pages[e.RoomShows.DEMONSTRATION]
    assert room.line.text() == lines[1].text
    assert room.before.text().endswith(lines[0].text)
    press(running, Qt.Key.Key_Left)
    assert running.state.line == 0
    press(running, Qt.Key.Key_Left)
    assert running.state.line == 0
    turn = next(i for i, line in enumerate(lines) if line.turn and i)
    click(running, page.turn_buttons[turn])
    assert room.turn.text() == lines[turn].turn
    assert room.line.text() == lines[turn].text


def test_a_role_play_without_demonstration_does_not_offer_one(start: Start) -> None:
    running = start("role_play", {"material": "role_play/telefonutredning"}, with_case=False)
    assert not running.leader.tabs.button("demonstration").isVisible()
    seen = []
    for _ in range(5):
        press(running, Qt.Key.Key_Tab, _CTRL)
        seen.append(running.leader.tabs.current())
    assert "demonstration" not in seen
    assert {"after", "sheets", "casting", "play"} == set(seen)


def test_both_columns_stand_beside_each_other_where_there_is_room(meeting: Running, qtbot: QtBot) -> None:
    assert not meeting.leader.page.right.isVisible()
    meeting.windows[0].resize(1200, 700)
    qtbot.waitUntil(lambda: meeting.leader.page.is_wide)
    assert meeting.leader.page.left.isVisible()
    assert meeting.leader.page.right.isVisible()
    assert not meeting.leader.tabs.button("after").isVisible()


def test_at_most_one_button_is_filled(meeting: Running) -> None:
    for tab in ("play", "after", "sheets", "demonstration", "casting"):
        open_tab(meeting, tab)
        filled = [b for b in meeting.leader.findChildren(Button) if b.property("kind") == "primary" and b.isVisible()]
        assert filled == [meeting.leader.next]


def test_a_full_play_is_shown_within_a_frame(meeting: Running) -> None:
    """Processor time of the leader's panel per event, the median and the worst but the slowest tenth."""
    play = the_play(meeting)
    events: list[object] = [e.PhaseEntered(0), e.PhaseEntered(1), e.PlayFrozen(True), e.PlayFrozen(False)]
    events += [e.StuckCardShown(i) for i in range(len(play.stuck))]
    events += [e.TurnMarked(f"t{i}", f"Vändning {i}") for i in range(4)]
    for n in range(4):
        events += [e.SheetOpened(f"o{n}"), *(e.ItemRated(f"o{n}", i.id, n % 3) for i in play.protocol.items)]
    events += [e.PhaseEntered(2), e.RoomTurned(e.RoomShows.OBSERVATIONS), e.PhaseEntered(3)]
    events += [e.DebriefRoundShown(i) for i in range(len(play.debrief))]
    times = []
    for event in events:
        meeting.state = meeting.kind.fold(meeting.state, event, datetime.now(UTC), meeting.context)
        begun = time.process_time()
        meeting.leader.show_state(meeting.state, meeting.context)
        times.append(time.process_time() - begun)
    times.sort()
    assert times[len(times) // 2] < 0.016
    assert times[len(times) * 9 // 10] < 0.032


def test_all_shipped_role_plays_can_be_led(start: Start) -> None:
    for ref in ("sassam-samtalet", "motiverande-samtal"):
        running = start("role_play", {"material": f"role_play/{ref}"}, with_case=False)
        play = material_of(f"role_play/{ref}")
        assert isinstance(play, RolePlay)
        for _ in play.phases:
            press(running, Qt.Key.Key_Return, _CTRL)
        assert running.state.phase == len(play.phases) - 1


@given(st.lists(st.integers(1, 400), max_size=9), st.integers(0, 1500))
def test_phases_that_do_not_fit_are_cut_from_the_widest(widths: list[int], room: int) -> None:
    cut = levelled(widths, room)
    assert sum(cut) <= max(room, 0)
    assert all(new <= old for new, old in zip(cut, widths, strict=True))
    shortened = [new for new, old in zip(cut, widths, strict=True) if new < old]
    assert len(set(shortened)) <= 1
    assert all(new <= shortened[0] for new in cut if shortened)
    if sum(widths) <= room:
        assert cut == widths
