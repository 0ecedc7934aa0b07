"""Group work, commitments and follow-up, used as a leader uses them: with clicks and keys, both panels looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.commitments import CommitmentWritten
from kompetens_gui.domain.activities.follow_up import FollowUpOutcome, FollowUpSubject
from kompetens_gui.domain.activities.group_work import events as e
from kompetens_gui.domain.activities.group_work.tasks import questions, work_groups
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.services.group_files import group_file
from kompetens_gui.ui.activities.group_work.conflict_dialog import BOTH, TAKE, ConflictDialog
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.presenter.panel_files import PanelFiles
from tests.ui.activities.conftest import GROUPS, Running, Start

ALT, CTRL_SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
LEFT = Qt.MouseButton.LeftButton
REFS = ("coordination/samordning-brevbarare", "coordination/samordning-malare")


@pytest.fixture
def work(start: Start) -> Running:
    """Two groups, each with a material of its own."""
    running = start("group_work", {"materials": REFS, "minutes_timer": 12})
    running.context = replace(running.context, session_id="s-1", session_title="Samordning i Ekby")
    running.show()
    return running


def press(
    qtbot: QtBot, running: Running, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or running.leader, key, modifier)


def type_in(qtbot: QtBot, box: QWidget, words: str) -> None:
    box.setFocus()
    qtbot.keyClicks(box, words)


def seen(running: Running) -> str:
    """Return what the room reads."""
    parts = [w.accessibleName() for w in running.room.findChildren(QWidget) if w.isVisible()]
    return "\n".join(filter(None, [*parts, *(label.text() for label in _labels(running.room))]))


def _labels(of: QWidget) -> list[Any]:
    return [label for label in of.findChildren(QLabel) if label.isVisible()]


# ---------------------------------------------------------------- group work: the board
def test_each_group_has_a_card_with_its_members_and_its_material(work: Running) -> None:
    cards = [work.leader.card(g.id) for g in GROUPS]
    assert [c.name.whole_text() for c in cards] == ["Grupp 1", "Grupp 2"]
    assert "Anna Ek, Bo Alm, Cem Kaya" in cards[0].members.whole_text()
    titles = [work.context.materials[ref].head.title for ref in REFS]
    assert [c.about.whole_text() for c in cards] == titles


def test_timers_are_started_and_stopped_on_their_own_with_clicks(work: Running, qtbot: QtBot) -> None:
    first, second = (work.leader.card(g.id) for g in GROUPS)
    qtbot.mouseClick(first.run, LEFT)
    assert first.clock.text() == "12:00"
    assert first.is_running
    assert not second.is_running
    qtbot.mouseClick(second.minute, LEFT)
    assert second.clock.text() == "01:00"
    qtbot.mouseClick(first.run, LEFT)
    assert not first.is_running
    assert work.state.of("g1").timer.left > 700


def test_a_clock_counts_down_by_itself_and_says_when_the_time_is_out(work: Running, qtbot: QtBot) -> None:
    now = datetime.now(UTC)
    started = e.GroupTimersStarted(("g1", "g2"), 60)
    work.state = work.kind.fold(work.state, started, now - timedelta(seconds=59), work.context)
    work.show()
    first = work.leader.card("g1")
    qtbot.waitUntil(lambda: first.clock.text() == "00:00")
    assert first.clock.accessibleName() == "Tiden är slut"


def test_everything_on_the_board_is_reached_with_keys(work: Running, qtbot: QtBot) -> None:
    press(qtbot, work, Qt.Key.Key_Right, ALT)
    assert work.leader.chosen.id == "g2"
    assert QApplication.focusWidget() is work.leader.card("g2")
    press(qtbot, work, Qt.Key.Key_T, CTRL_SHIFT)
    press(qtbot, work, Qt.Key.Key_1, CTRL_SHIFT)
    assert work.state.of("g2").timer.since is not None
    assert 770 < work.state.of("g2").timer.left <= 780
    press(qtbot, work, Qt.Key.Key_H, CTRL_SHIFT)
    assert work.state.of("g2").status is e.GroupStatus.HELP
    assert work.leader.card("g2").status.text() == "Vill ha hjälp"
    press(qtbot, work, Qt.Key.Key_K, CTRL_SHIFT)
    assert work.state.of("g2").status is e.GroupStatus.DONE
    press(qtbot, work, Qt.Key.Key_K, CTRL_SHIFT)
    assert work.state.of("g2").status is e.GroupStatus.WORKING
    press(qtbot, work, Qt.Key.Key_L, CTRL_SHIFT)
    assert work.state.of("g2").timer.since is None
    press(qtbot, work, Qt.Key.Key_L, CTRL_SHIFT)
    assert [work.state.of(g.id).timer.since is not None for g in GROUPS] == [True, True]
    press(qtbot, work, Qt.Key.Key_Left, ALT)
    assert work.leader.chosen.id == "g1"


def test_answers_go_to_the_group_they_were_typed_for(work: Running, qtbot: QtBot) -> None:
    boxes = work.leader.answers.boxes
    type_in(qtbot, boxes[0], "Sorterar helst")
    press(qtbot, work, Qt.Key.Key_Right, ALT)
    assert dict(work.state.of("g1").answers) == {0: "Sorterar helst"}
    assert boxes[0].hasFocus()
    assert boxes[0].toPlainText() == ""
    type_in(qtbot, boxes[0], "Oklar prognos")
    qtbot.mouseClick(work.leader.card("g1"), LEFT)
    assert dict(work.state.of("g2").answers) == {0: "Oklar prognos"}
    assert boxes[0].toPlainText() == "Sorterar helst"
    assert "1 av 4 svar" in work.leader.card("g2").members.whole_text()


def test_moving_on_proposes_what_is_typed_and_showing_a_state_never_takes_it_away(work: Running, qtbot: QtBot) -> None:
    type_in(qtbot, work.leader.answers.boxes[2], "Ring chefen")
    work.show()
    assert work.leader.answers.boxes[2].toPlainText() == "Ring chefen"
    work.leader.commit_pending()
    assert dict(work.state.of("g1").answers) == {2: "Ring chefen"}


def test_a_version_of_the_case_is_given_to_one_group(work: Running, qtbot: QtBot) -> None:
    case: Any = work.context.materials[REFS[0]]
    box = work.leader.answers.variant_box
    box.setFocus()
    press(qtbot, work, Qt.Key.Key_Down)
    assert work.state.of("g1").variant == case.variants[0].id
    assert case.variants[0].change in work.leader.answers.variant.text()
    assert case.variants[0].talk_about in work.leader.talk_about.text()
    assert case.variants[0].talk_about not in seen(work)


def test_groups_may_come_and_go_while_they_work(work: Running, qtbot: QtBot) -> None:
    type_in(qtbot, work.leader.answers.boxes[0], "Hann svara")
    work.leader.commit_pending()
    work.context = replace(work.context, groups=GROUPS[1:])
    work.show()
    assert work.leader.card("g1").name.whole_text() == "Tidigare grupp"
    assert not work.leader.card("g1").run.isVisible()
    work.context = replace(work.context, groups=())
    work.show()
    assert work.leader.card("").name.whole_text() == "Alla tillsammans"


# ---------------------------------------------------------------- group work: the room
def test_the_room_sees_the_groups_then_the_answers_side_by_side(work: Running, qtbot: QtBot) -> None:
    assert "Grupp 1, Arbetar" in seen(work)
    work.happen(e.GroupAnswered("g1", 0, "Sorterar helst"))
    work.happen(e.GroupAnswered("g2", 1, "Två impulser"))
    assert "Sorterar helst" not in seen(work)
    qtbot.mouseClick(work.leader.shows.button("answers"), LEFT)
    assert "Sorterar helst" in seen(work)
    assert "Två impulser" not in seen(work)
    qtbot.mouseClick(work.leader.later, LEFT)
    assert questions(work.context)[1] in seen(work)
    assert "Två impulser" in seen(work)
    press(qtbot, work, Qt.Key.Key_V, CTRL_SHIFT)
    assert work.state.shows is e.RoomShows.GROUPS


def test_the_reading_is_shown_a_part_and_a_page_at_a_time(work: Running, qtbot: QtBot) -> None:
    case: Any = work.context.materials[REFS[0]]
    step, last = case.steps[0], case.steps[-1]
    press(qtbot, work, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    page = work.leader.reading
    assert page is not None
    qtbot.mouseClick(page.parts[e.ReadingPart.STEPS], LEFT)
    assert step.text not in seen(work)
    qtbot.mouseClick(page.reveal, LEFT)
    shown = seen(work)
    assert step.text in " ".join(shown.split())
    assert step.speaks_against in " ".join(shown.split())
    assert case.known[0].text not in shown
    qtbot.mouseClick(work.leader.later, LEFT)
    assert last.text in " ".join(seen(work).split())
    press(qtbot, work, Qt.Key.Key_F, CTRL_SHIFT)
    assert last.text not in seen(work)
    assert work.state.revealed == ()


def test_another_groups_material_can_be_read_too(work: Running, qtbot: QtBot) -> None:
    other: Any = work.context.materials[REFS[1]]
    press(qtbot, work, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    page = work.leader.reading
    page.choice.setFocus()
    press(qtbot, work, Qt.Key.Key_Down)
    press(qtbot, work, Qt.Key.Key_F, CTRL_SHIFT)
    assert work.state.revealed == ((REFS[1], e.ReadingPart.KNOWN),)
    assert other.known[0].text in " ".join(seen(work).split())


def test_without_material_the_reading_says_so(start: Start, qtbot: QtBot) -> None:
    running = start("group_work", {"task": "Gör en lista."})
    press(qtbot, running, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert running.leader.reading.empty.isVisible()
    press(qtbot, running, Qt.Key.Key_F, CTRL_SHIFT)
    assert running.events == []


# ---------------------------------------------------------------- group work: files
@pytest.fixture
def files(work: Running, qtbot: QtBot) -> Any:  # noqa: ANN401 - a list that pytest gives on
    told: list[Exception] = []
    tasks = Tasks(told.append)
    PanelFiles(work.windows[0], tasks, write_whole, told.append).serve(work.leader)
    yield told
    tasks.shut_down()


def choose_file(running: Running, qtbot: QtBot, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    qtbot.waitUntil(lambda: bool(running.windows[0].findChildren(QFileDialog)))
    dialog = running.windows[0].findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    running.windows[0].activateWindow()
    qtbot.waitUntil(running.windows[0].isActiveWindow)


def test_a_groups_file_goes_out_and_comes_back_filled_in(
    work: Running, qtbot: QtBot, files: list[Exception], tmp_path: Path
) -> None:
    path = tmp_path / "Grupp 1.txt"
    qtbot.mouseClick(work.leader.answers.save, LEFT)
    choose_file(work, qtbot, path)
    qtbot.waitUntil(lambda: "är sparad" in work.leader.answers.told.text())
    text = path.read_text("utf-8-sig")
    asked = questions(work.context)[0]
    path.write_bytes(text.replace(f"## 1. {asked}\n", f"## 1. {asked}\nÖva på mötet\n").encode("cp1252"))
    qtbot.mouseClick(work.leader.answers.read, LEFT)
    choose_file(work, qtbot, path)
    qtbot.waitUntil(lambda: dict(work.state.of("g1").answers) == {0: "Öva på mötet"})
    assert work.leader.answers.told.text() == "Ett svar lästes in."
    assert work.leader.answers.boxes[0].toPlainText() == "Öva på mötet"
    work.leader.answers.read.setFocus()
    press(qtbot, work, Qt.Key.Key_O, CTRL_SHIFT)
    choose_file(work, qtbot, path)
    qtbot.waitUntil(lambda: "står redan" in work.leader.answers.told.text())
    assert files == []


def saved(running: Running, group: int, answers: dict[int, str], tmp_path: Path) -> Path:
    """Write a group's file as it would be handed in."""
    made = work_groups(running.state, running.context)[group]
    path = tmp_path / "svar.txt"
    path.write_bytes(group_file(made, running.context, answers))
    return path


@pytest.mark.parametrize(
    ("choice", "expected"),
    [("", "Skrivet på tavlan"), (TAKE, "Ur filen"), (BOTH, "Skrivet på tavlan\n\nUr filen")],
)
def test_nothing_that_stands_is_replaced_without_being_asked_about(
    work: Running, qtbot: QtBot, files: list[Exception], tmp_path: Path, choice: str, expected: str
) -> None:
    work.happen(e.GroupAnswered("g1", 0, "Skrivet på tavlan"))
    path = saved(work, 0, {0: "Ur filen", 3: "Läkaren"}, tmp_path)
    qtbot.mouseClick(work.leader.answers.read, LEFT)
    choose_file(work, qtbot, path)
    qtbot.waitUntil(lambda: bool(work.windows[0].findChildren(ConflictDialog)))
    dialog = work.windows[0].findChildren(ConflictDialog)[-1]
    assert work.state.of("g1").answers[0] == "Skrivet på tavlan"
    if choice:
        qtbot.mouseClick(dialog.choices[0][1].button(choice), LEFT)
    qtbot.mouseClick(dialog.use, LEFT)
    assert dict(work.state.of("g1").answers) == {0: expected, 3: "Läkaren"}


def test_a_cancelled_reading_changes_nothing(
    work: Running, qtbot: QtBot, files: list[Exception], tmp_path: Path
) -> None:
    work.happen(e.GroupAnswered("g1", 0, "Skrivet på tavlan"))
    path = saved(work, 0, {0: "Ur filen", 3: "Läkaren"}, tmp_path)
    qtbot.mouseClick(work.leader.answers.read, LEFT)
    choose_file(work, qtbot, path)
    qtbot.waitUntil(lambda: bool(work.windows[0].findChildren(ConflictDialog)))
    qtbot.keyClick(work.windows[0].findChildren(ConflictDialog)[-1], Qt.Key.Key_Escape)
    assert dict(work.state.of("g1").answers) == {0: "Skrivet på tavlan"}


@pytest.mark.parametrize(
    ("handed_in", "words"),
    [("other group", "Filen är från Grupp 2. Välj Grupp 2"), ("picture", "ingen textfil"), ("nothing", "inte kvar")],
)
def test_a_file_that_cannot_be_used_is_answered_in_words_where_the_leader_looks(
    work: Running, qtbot: QtBot, files: list[Exception], tmp_path: Path, handed_in: str, words: str
) -> None:
    path = saved(work, 1, {0: "Ur filen"}, tmp_path)
    if handed_in == "picture":
        path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    elif handed_in == "nothing":
        path.unlink()
    qtbot.mouseClick(work.leader.answers.read, LEFT)
    choose_file(work, qtbot, path)
    qtbot.waitUntil(lambda: words in work.leader.answers.told.text())
    assert work.leader.answers.told.isVisible()
    assert work.state.groups == {}
    assert files == []


# ---------------------------------------------------------------- commitments
def test_commitments_are_typed_one_after_another_for_each_group(start: Start, qtbot: QtBot) -> None:
    running = start("commitments", {"per_group": True})
    leader = running.leader
    assert QApplication.focusWidget() is leader.text
    qtbot.keyClicks(leader.text, "Ringer chefen")
    leader.when.setFocus()
    qtbot.keyClicks(leader.when, "dag 30")
    press(qtbot, running, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is leader.text
    press(qtbot, running, Qt.Key.Key_Right, ALT)
    qtbot.keyClicks(leader.text, "Ett samtal till")
    press(qtbot, running, Qt.Key.Key_Return)
    assert [(c.who, c.text, c.when) for c in running.state.commitments] == [
        ("Grupp 1", "Ringer chefen", "dag 30"),
        ("Grupp 2", "Ett samtal till", ""),
    ]
    assert "Grupp 1: Ringer chefen (dag 30)" in seen(running)


def test_a_commitment_is_reworded_in_place_keeps_its_group_and_is_removed(start: Start, qtbot: QtBot) -> None:
    running = start("commitments", {"per_group": True})
    running.happen(CommitmentWritten("a", "Ringer", "", "g2"))
    row = running.leader.rows()[0]
    row.when.setFocus()
    qtbot.keyClicks(row.when, "i morgon")
    press(qtbot, running, Qt.Key.Key_Return)
    assert running.state.commitments[0].when == "i morgon"
    assert running.state.commitments[0].who == "Grupp 2"
    qtbot.mouseClick(row.remove, LEFT)
    assert running.state.commitments == ()
    assert running.leader.rows() == []


def test_what_is_typed_is_proposed_when_the_leader_moves_on(start: Start, qtbot: QtBot) -> None:
    running = start("commitments")
    qtbot.keyClicks(running.leader.text, "En fråga i taget")
    running.leader.commit_pending()
    assert [c.text for c in running.state.commitments] == ["En fråga i taget"]
    assert not running.leader.group_field.isVisible()


# ---------------------------------------------------------------- follow-up
def test_each_commitment_is_told_with_a_click_and_taken_back_with_another(start: Start, qtbot: QtBot) -> None:
    running = start("follow_up")
    first = running.leader.cards[0]
    qtbot.mouseClick(first.outcomes[FollowUpOutcome.PARTLY], LEFT)
    assert [f.outcome for f in running.state.followed] == [FollowUpOutcome.PARTLY, None]
    assert first.outcomes[FollowUpOutcome.PARTLY].isChecked()
    qtbot.mouseClick(first.outcomes[FollowUpOutcome.PARTLY], LEFT)
    assert [f.outcome for f in running.state.followed] == [None, None]
    assert not first.outcomes[FollowUpOutcome.PARTLY].isChecked()
    first.words.setFocus()
    qtbot.keyClicks(first.words, "Gick bra")
    press(qtbot, running, Qt.Key.Key_Return)
    assert running.state.followed[0].happened == "Gick bra"


def test_the_leader_goes_through_the_list_with_keys_and_the_room_follows(start: Start, qtbot: QtBot) -> None:
    running = start("follow_up")
    assert "Ringer chefen före dag 30" in seen(running)
    assert "Vem kallar till mötet?" in seen(running)
    press(qtbot, running, Qt.Key.Key_Right, ALT)
    assert (running.state.subject, running.state.place) == (FollowUpSubject.COMMITMENT, 0)
    press(qtbot, running, Qt.Key.Key_1, CTRL_SHIFT)
    assert running.state.followed[0].outcome is FollowUpOutcome.TRIED
    press(qtbot, running, Qt.Key.Key_Right, ALT)
    press(qtbot, running, Qt.Key.Key_3, CTRL_SHIFT)
    assert [c.id for c in running.state.commitments] == ["c2"]
    assert "Frågar vad som går" in seen(running)
    assert "Ringer chefen" not in seen(running)
    press(qtbot, running, Qt.Key.Key_Right, ALT)
    assert (running.state.subject, running.state.place) == (FollowUpSubject.QUESTION, 0)
    press(qtbot, running, Qt.Key.Key_A, CTRL_SHIFT)
    assert (running.state.subject, running.state.place) == (FollowUpSubject.OVERVIEW, 0)
    assert "Prövat 1 · Inte än 1" in seen(running)


def test_keys_through_the_list_count_one_by_one_before_the_disk_has_answered(start: Start, qtbot: QtBot) -> None:
    running = start("follow_up")
    asked: list[object] = []
    running.leader.proposed.disconnect(running.happen)
    running.leader.proposed.connect(asked.append)
    press(qtbot, running, Qt.Key.Key_Right, ALT)
    press(qtbot, running, Qt.Key.Key_Right, ALT)
    running.happen(asked[0])
    press(qtbot, running, Qt.Key.Key_2, CTRL_SHIFT)
    press(qtbot, running, Qt.Key.Key_Right, ALT)
    for event in asked[1:]:
        running.happen(event)
    assert [f.outcome for f in running.state.followed] == [None, FollowUpOutcome.PARTLY]
    assert (running.state.subject, running.state.place) == (FollowUpSubject.QUESTION, 0)


def test_an_open_question_is_taken_up_and_answered(start: Start, qtbot: QtBot) -> None:
    running = start("follow_up")
    question = running.leader.questions[0]
    qtbot.mouseClick(question.show_it, LEFT)
    assert "Vem kallar till mötet?" in seen(running)
    question.words.setFocus()
    qtbot.keyClicks(question.words, "Koordinatorn")
    running.leader.commit_pending()
    assert running.state.answer(0) == "Koordinatorn"
    assert "Koordinatorn" in seen(running)


def test_without_an_earlier_session_both_panels_say_how_it_goes_on(start: Start, qtbot: QtBot) -> None:
    running = start("follow_up")
    running.context = replace(running.context, previous=None)
    running.state = running.kind.start(running.context)
    running.show()
    assert running.leader.empty.isVisible()
    assert [b for b in running.leader.findChildren(QPushButton) if b.isVisible()] == []
    assert "Vi börjar här" in seen(running)
    press(qtbot, running, Qt.Key.Key_Right, ALT)
    press(qtbot, running, Qt.Key.Key_1, CTRL_SHIFT)
    assert running.events == []
