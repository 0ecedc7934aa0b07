"""Marking on the group's behalf, with mouse and with keys, and the key laid over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, RoomShows
from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.chain import ChainLink, NodeId, SpanKind
from kompetens_gui.domain.key_comparison import DifferenceKind
from kompetens_gui.domain.medical_certificate import ACTIVITY, DIAGNOSIS, FUNCTION
from tests.ui.activities.conftest import Running, Start

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | _SHIFT


def _mark(running: Running, qtbot: QtBot, field: str, words: str, key: Qt.Key) -> NodeId:
    text = running.context.need_medical_certificate().text(field)  # ids are text here
    at = text.index(words)
    running.leader.text.select(field, at, at + len(words))
    qtbot.keyClick(running.leader.text, key)
    node: NodeId = running.state.chain.nodes[-1].id
    return node


def _three(running: Running, qtbot: QtBot) -> tuple[NodeId, NodeId, NodeId]:
    d = _mark(running, qtbot, DIAGNOSIS, "Utmattningssyndrom", Qt.Key.Key_D)
    f = _mark(running, qtbot, FUNCTION, "hon tappar sammanhanget", Qt.Key.Key_F)
    a = _mark(running, qtbot, ACTIVITY, "Bör inte köra bil", Qt.Key.Key_A)
    return d, f, a


def test_chosen_words_become_a_mark_with_a_key(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    _mark(running, qtbot, FUNCTION, "hon tappar sammanhanget två gånger", Qt.Key.Key_F)
    node = running.state.chain.nodes[0]
    assert (node.kind, node.span.quote) == (SpanKind.FUNCTION, "hon tappar sammanhanget två gånger")
    assert running.leader.bar.buttons["F"].text().endswith("1")


def test_words_are_chosen_with_shift_and_arrows_and_marked_with_a_button(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    text = running.leader.text
    text.show_field(DIAGNOSIS)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Right, _SHIFT)
    qtbot.mouseClick(running.leader.bar.buttons["D"], Qt.MouseButton.LeftButton)
    assert running.state.chain.nodes[0].span.quote == "Utmattningssyndrom (F43.8A)"


def test_a_mark_changes_its_kind_and_is_taken_away(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    _mark(running, qtbot, FUNCTION, "Klarar inte att leda byggmöten.", Qt.Key.Key_F)
    qtbot.keyClick(running.leader.text, Qt.Key.Key_A)
    assert [n.kind for n in running.state.chain.nodes] == [SpanKind.ACTIVITY]
    qtbot.keyClick(running.leader.text, Qt.Key.Key_Delete)
    assert running.state.chain.nodes == ()


def test_the_chain_is_linked_and_broken_with_keys_alone(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    d, f, a = _three(running, qtbot)
    qtbot.keyClick(running.leader, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    chain = running.leader.chain
    assert running.leader.work.currentWidget() is chain
    chain.go_to(d)
    qtbot.keyClick(chain, Qt.Key.Key_L)
    chain.go_to(f)
    qtbot.keyClick(chain, Qt.Key.Key_Return)
    chain.go_to(a)
    qtbot.keyClick(chain, Qt.Key.Key_L)
    chain.go_to(f)
    qtbot.keyClick(chain, Qt.Key.Key_Return)
    assert running.state.chain.links == (ChainLink(d, f), ChainLink(f, a))
    chain.go_to(a)
    qtbot.keyClick(chain, Qt.Key.Key_Delete)
    assert running.state.chain.links == (ChainLink(d, f),)


def test_nodes_are_linked_from_the_fold_out_with_buttons(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    d, f, _ = _three(running, qtbot)
    running.leader.text.go_to_mark(f)
    qtbot.keyClick(running.leader.text, Qt.Key.Key_Return)
    details = running.leader.details
    assert running.leader.aside.page() == "details"
    details.others.setCurrentIndex(details.others.findData(d))
    qtbot.mouseClick(details.link, Qt.MouseButton.LeftButton)
    assert running.state.chain.links == (ChainLink(d, f),)
    qtbot.mouseClick(details.remove, Qt.MouseButton.LeftButton)
    assert running.state.chain.node(f) is None
    assert running.leader.aside.page() == ""


def test_something_missing_is_pointed_out_with_its_question(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    qtbot.keyClick(running.leader.text, Qt.Key.Key_S, _CTRL_SHIFT)
    editor = running.leader.missing
    qtbot.keyClick(editor.question, Qt.Key.Key_Return)
    assert editor.field.error
    qtbot.keyClicks(editor.question, "Vilken funktion?")
    qtbot.keyClick(editor.question, Qt.Key.Key_Return)
    (node,) = running.state.chain.nodes
    assert (node.is_missing, node.question) == (True, "Vilken funktion?")
    assert running.leader.aside.page() == ""


def test_the_key_stays_with_the_leader_until_it_is_laid_over(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    _mark(running, qtbot, FUNCTION, "Klarar inte att leda byggmöten.", Qt.Key.Key_F)
    qtbot.keyClick(running.leader.text, Qt.Key.Key_F, _CTRL_SHIFT)
    panel = running.leader.key
    assert panel.verdict.text() == "Räcker inte"
    assert panel.box.isVisible()
    assert any(d.kind is DifferenceKind.OTHER_KIND for d in panel.differences)
    assert not running.room.key.isVisible()
    qtbot.mouseClick(panel.reveal, Qt.MouseButton.LeftButton)
    assert running.events[-1] == KeyRevealed(Perspective.ADVISER)
    assert running.room.key.isVisible()
    assert running.room.side_title.text() == "Facit: FMR"
    qtbot.mouseClick(panel.reveal, Qt.MouseButton.LeftButton)
    assert not running.room.key.isVisible()


def test_the_room_sees_text_marks_or_chain(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    _three(running, qtbot)
    assert running.room.side.isVisible()
    qtbot.mouseClick(running.leader.shows.button(RoomShows.CHAIN.value), Qt.MouseButton.LeftButton)
    assert running.room.work.currentWidget() is running.room.chain
    qtbot.mouseClick(running.leader.shows.button(RoomShows.TEXT.value), Qt.MouseButton.LeftButton)
    assert running.room.work.currentWidget() is running.room.text
    assert not running.room.side.isVisible()
    assert running.room.text.accessibleName() == "Läkarintyget"


def test_a_second_round_is_opened_once(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    qtbot.mouseClick(running.leader.second, Qt.MouseButton.LeftButton)
    assert running.state.round is Round.SECOND
    assert not running.leader.second.isVisible()
    assert running.room.round.text() == "Runda 2, efter samtalet"


def test_the_group_finds_that_a_thin_chain_is_enough_and_why(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    qtbot.keyClick(running.leader.text, Qt.Key.Key_R, _CTRL_SHIFT)
    qtbot.keyClick(running.leader.judgement.enough, Qt.Key.Key_Space)
    qtbot.keyClicks(running.leader.judgement.reason, "Skadan syns")
    running.leader.commit_pending()
    assert (running.state.sufficient_anyway, running.state.reason) == (True, "Skadan syns")
    assert "Skadan syns" in running.room.enough.text()


def test_escape_closes_the_fold_out_and_goes_back_to_the_text(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    qtbot.keyClick(running.leader.text, Qt.Key.Key_S, _CTRL_SHIFT)
    qtbot.keyClick(running.leader.missing.question, Qt.Key.Key_Escape)
    assert running.leader.aside.page() == ""
    assert running.leader.text.hasFocus()


def test_the_next_difference_is_chosen_in_the_text(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    running.leader.next_difference()
    first = running.leader.text.chosen_span()
    running.leader.next_difference()
    assert first is not None
    assert running.leader.text.chosen_span() != first


def test_the_room_follows_to_the_field_the_leader_works_in(start: Start, qtbot: QtBot) -> None:
    running = start("mark_chain")
    text, room = running.leader.text, running.room.text
    text.setFocus()
    text.show_field(DIAGNOSIS)
    room.verticalScrollBar().setValue(0)
    at = text.field_here()
    while text.field_here() != ACTIVITY:
        qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert at == DIAGNOSIS
    qtbot.waitUntil(lambda: running.state.field == ACTIVITY)
    qtbot.waitUntil(lambda: room.verticalScrollBar().value() > 0)
