"""What is typed on the group's behalf is proposed in time, never lost and never written over."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.discussion import CardShown, Grouping, PointCaptured, TalkTimerStarted
from kompetens_gui.domain.activities.rewrite import LineRewritten
from kompetens_gui.domain.activities.takeaways import TakeawayWritten
from kompetens_gui.domain.activities.write_supplement import LONGEST_TEXT, SupplementWritten
from kompetens_gui.domain.chain import SpanKind
from kompetens_gui.ui.activities.discussion.clock import TalkClock
from kompetens_gui.ui.widgets.pending_text import PendingText
from tests.ui.activities.conftest import Start

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_a_question_is_proposed_after_a_pause(start: Start, qtbot: QtBot) -> None:
    running = start("write_supplement")
    with qtbot.waitSignal(running.leader.proposed, timeout=3000):
        qtbot.keyClicks(running.leader.text, "Vilken funktion?")
    assert running.events == [SupplementWritten("Vilken funktion?")]
    assert running.room.text.text() == "Vilken funktion?"


def test_what_is_being_typed_is_not_written_over(start: Start, qtbot: QtBot) -> None:
    running = start("write_supplement")
    qtbot.keyClicks(running.leader.text, "Halv")
    running.show()
    assert running.leader.text.toPlainText() == "Halv"
    running.leader.commit_pending()
    assert running.state.text == "Halv"


def test_a_question_is_tied_to_a_field_and_the_model_waits(start: Start, qtbot: QtBot) -> None:
    running = start("write_supplement")
    box = running.leader.field
    box.setCurrentIndex(box.findData("17.1"))
    box.activated.emit(box.currentIndex())
    assert running.room.field_title.text() == "Aktivitetsbegränsning"
    assert "Bör inte köra bil" in running.room.field_text.text()
    assert not running.room.model.isVisible()
    qtbot.keyClick(running.leader.text, Qt.Key.Key_F, _CTRL_SHIFT)
    assert running.room.model.isVisible()
    assert "Du avråder från bilkörning" in running.room.model_text.text()


def test_undoing_brings_the_earlier_words_back(start: Start, qtbot: QtBot) -> None:
    running = start("write_supplement")
    qtbot.keyClicks(running.leader.text, "Ny text")
    running.leader.commit_pending()
    running.state = running.kind.start(running.context)
    running.show()
    assert running.leader.text.toPlainText() == ""


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=700))
def test_no_pasted_text_is_longer_than_the_limit(qtbot: QtBot, text: str) -> None:
    box = PendingText(LONGEST_TEXT)
    qtbot.addWidget(box)
    box.insertPlainText(text)
    assert len(box.toPlainText()) <= LONGEST_TEXT


def test_a_line_is_reworded_and_the_changes_are_seen(start: Start, qtbot: QtBot) -> None:
    running = start("rewrite")
    running.with_chain(running.context.need_case().keys[0].chain())
    running.leader.after.insertPlainText("Bör inte köra bil efter möten.")
    assert "<u" in running.leader.changes.text()
    running.leader.commit_pending()
    assert running.events[-1] == LineRewritten("Bör inte köra bil efter möten.")
    assert "tillagt: möten" in running.room.after_text.accessibleName()
    assert any(n.rewritten for n in running.kind.chain(running.state, running.context).nodes)


def test_points_are_ticked_and_the_line_follows_from_a_function(start: Start, qtbot: QtBot) -> None:
    running = start("rewrite")
    running.with_chain(running.context.need_case().keys[0].chain())
    qtbot.mouseClick(running.leader.boxes[1], Qt.MouseButton.LeftButton)
    assert running.state.met == (1,)
    assert running.room.count.text() == "1 av 4"
    box = running.leader.follows
    box.setCurrentIndex(1)
    box.activated.emit(1)
    node = running.context.chain.node(running.state.explained_by)
    assert node is not None
    assert node.kind is SpanKind.FUNCTION


def test_a_line_of_ones_own_is_chosen_in_the_text(start: Start, qtbot: QtBot) -> None:
    running = start("rewrite")
    chooser = running.leader.chooser
    qtbot.mouseClick(chooser.free, Qt.MouseButton.LeftButton)
    chooser.text.select("35.1", 0, 30)
    qtbot.keyClick(chooser.text, Qt.Key.Key_Return)
    assert running.state.line.quote.startswith("Patienten uppger uttalad")
    assert not running.leader.private.isVisible()
    assert running.leader.before.text() == running.state.line.quote


def test_the_model_of_a_rewriting_waits_for_its_reveal(start: Start, qtbot: QtBot) -> None:
    running = start("rewrite")
    assert running.leader.model.text().startswith("Kör korta")
    assert running.room.model_text.text() == ""
    qtbot.mouseClick(running.leader.reveal, Qt.MouseButton.LeftButton)
    assert running.room.model_text.text().startswith("Kör korta")


def test_points_of_a_talk_are_added_reworded_and_removed(start: Start, qtbot: QtBot) -> None:
    running = start("discussion")
    new = running.leader.points.new
    qtbot.keyClicks(new, "Ring arbetsterapeuten")
    qtbot.keyClick(new, Qt.Key.Key_Return)
    assert new.text() == ""
    row = running.leader.points.rows()[0]
    qtbot.keyClick(row.edit, Qt.Key.Key_End)
    qtbot.keyClicks(row.edit, " nu")
    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    assert [p.text for p in running.state.points] == ["Ring arbetsterapeuten nu"]
    assert "Ring arbetsterapeuten nu" in running.room.points_text.text()
    qtbot.mouseClick(row.remove, Qt.MouseButton.LeftButton)
    assert running.state.points == ()


def test_a_half_typed_point_is_kept_when_the_leader_moves_on(start: Start, qtbot: QtBot) -> None:
    running = start("discussion")
    qtbot.keyClicks(running.leader.points.new, "Klart snart")
    running.leader.commit_pending()
    assert isinstance(running.events[-1], PointCaptured)
    assert [p.text for p in running.state.points] == ["Klart snart"]


def test_cards_are_turned_and_the_hint_stays_with_the_leader(start: Start, qtbot: QtBot) -> None:
    running = start("discussion")
    qtbot.keyClick(running.leader.points.new, Qt.Key.Key_Right, _ALT)
    assert running.events == [CardShown(1)]
    assert running.room.question.text().startswith("”Bör inte köra bil")
    assert running.leader.hint.text()
    assert running.leader.hint.text() not in running.room.question.text()


def test_a_timer_counts_down_in_the_room(start: Start, qtbot: QtBot) -> None:
    running = start("discussion")
    qtbot.mouseClick(running.leader.timers[0], Qt.MouseButton.LeftButton)
    assert running.events == [TalkTimerStarted(120)]
    assert running.room.clock.text() in {"02:00", "01:59"}
    qtbot.mouseClick(running.leader.stop, Qt.MouseButton.LeftButton)
    assert not running.room.clock.isVisible()


def test_a_timer_that_is_out_says_so(qtbot: QtBot) -> None:
    clock = TalkClock("clock")
    qtbot.addWidget(clock)
    clock.show_timer(datetime.now(UTC) - timedelta(seconds=90), 60)
    assert (clock.text(), clock.accessibleName()) == ("00:00", "Tiden är slut")


def test_the_group_is_divided(start: Start, qtbot: QtBot) -> None:
    running = start("discussion")
    qtbot.mouseClick(running.leader.grouping.button(Grouping.PAIRS.value), Qt.MouseButton.LeftButton)
    assert running.room.grouping.text() == "Tala två och två"


def test_take_aways_are_ranked_with_keys_and_buttons(start: Start, qtbot: QtBot) -> None:
    running = start("takeaways")
    for words in ("Ett", "Fem", "Tre"):
        qtbot.keyClicks(running.leader.list.new, words)
        qtbot.keyClick(running.leader.list.new, Qt.Key.Key_Return)
    rows = running.leader.list.rows()
    rows[2].edit.setFocus()
    qtbot.keyClick(rows[2].edit, Qt.Key.Key_Up, _ALT)
    assert [t.text for t in running.state.items] == ["Ett", "Tre", "Fem"]
    assert rows[2].edit.hasFocus()
    qtbot.mouseClick(running.leader.list.rows()[0].down, Qt.MouseButton.LeftButton)
    assert [t.text for t in running.state.items] == ["Tre", "Ett", "Fem"]
    assert running.room.list.accessibleName() == "1. Tre; 2. Ett; 3. Fem"


def test_a_row_that_is_typed_in_keeps_its_words_when_others_change(start: Start, qtbot: QtBot) -> None:
    running = start("takeaways")
    running.happen(TakeawayWritten("a", "Ett"))
    row = running.leader.list.rows()[0]
    row.edit.setFocus()
    qtbot.keyClick(row.edit, Qt.Key.Key_End)
    qtbot.keyClicks(row.edit, " och mer")
    running.happen(TakeawayWritten("b", "Fem"))
    assert row.edit.text() == "Ett och mer"
    running.leader.commit_pending()
    assert [t.text for t in running.state.items] == ["Ett och mer", "Fem"]
