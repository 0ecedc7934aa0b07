"""Repetition in peace, and choosing exercises freely."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import StorageFailed
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.study.learning_path import StepKind, StepSettings
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItemType
from kompetens_gui.services.ports import CaseFilter, CaseSearchResult
from kompetens_gui.ui.study.exercise_page import Stage
from tests.ui.study.desk import PATIENCE_S, StudyDesk

Key = Qt.Key


def press(desk: StudyDesk, qtbot: QtBot, key: Qt.Key) -> None:
    desk.key(key)
    desk.settle(qtbot)


def with_cards(desk: StudyDesk, count: int = 6) -> LearnerProfile:
    """Let somebody have answered a round of questions of one kind, all of them wrong where that can be."""
    sara = desk.profile()
    opened = desk.program.studying.open_free(sara.id, StepKind.QUESTIONS, "K01", StepSettings(count=count), "Roller")
    for item in opened.attempt.started.content.items:
        answer = ItemAnswer(places=tuple(0 for _ in (*item.pairs, *item.events)), number=-1)
        if item.type in {KnowledgeItemType.ONE, KnowledgeItemType.MANY}:
            answer = ItemAnswer(chosen=(next(o.id for o in item.options if not o.correct),))
        elif item.type == KnowledgeItemType.ORDER:
            answer = ItemAnswer(places=tuple(reversed(range(len(item.sequence)))))
        opened.answer(ItemAnswered(item.id, answer)).result()
    desk.program.studying.finish(opened).result()
    return sara


def answer_it(desk: StudyDesk, qtbot: QtBot) -> None:
    """Give some whole answer to the card on show."""
    page = desk.page.repetition.page
    for _ in range(8):
        if page.primary_button.isEnabled():
            return
        focus = QApplication.focusWidget()
        if focus is page.card.answering.first() and hasattr(focus, "setText") and hasattr(focus, "validator"):
            qtbot.keyClicks(focus, "5")
        else:
            press(desk, qtbot, Key.Key_1)
    for row in getattr(page.card.answering, "rows", ()):
        qtbot.keyClicks(row.day, "5")
    assert page.primary_button.isEnabled()


def test_the_home_tells_what_there_is_to_repeat_and_how_long_it_takes(desk: StudyDesk, qtbot: QtBot) -> None:
    with_cards(desk)
    desk.clock.move(days=2)
    desk.open_study(qtbot)
    repeat = desk.page.home.repeat
    assert repeat.count.text() == "6 kort"
    assert repeat.button.text() == "Repetera, 3 min"
    assert repeat.button.isVisible()


def test_one_question_at_a_time_with_why_until_it_is_done_for_today(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = with_cards(desk)
    desk.clock.move(days=2)
    desk.open_study(qtbot)
    desk.page.home.repeat.button.click()
    desk.settle(qtbot)
    page = desk.page.repetition.page
    for number in range(1, 7):
        assert page.place.text() == f"Kort {number} av 6"
        answer_it(desk, qtbot)
        press(desk, qtbot, Key.Key_Return)
        assert page.card.is_answered
        assert page.card.feedback.source.text().startswith("Källa: ")
        assert page.due.text().startswith("Frågan kommer tillbaka")
        press(desk, qtbot, Key.Key_Return)
    assert page.over.isVisible()
    assert page.over.title.text() == "Klart för i dag"
    assert page.over.sentence.text() == "6 frågor repeterade."
    assert desk.program.repetition.today(sara.id).done_today == 6
    press(desk, qtbot, Key.Key_Return)
    assert desk.shows(desk.page.home)
    assert "Klart för i dag" in desk.page.home.repeat.nothing.text()


def test_ten_minutes_are_enough(desk: StudyDesk, qtbot: QtBot) -> None:
    with_cards(desk)
    desk.clock.move(days=2)
    desk.open_study(qtbot)
    desk.page.home.repeat.button.click()
    desk.settle(qtbot)
    page = desk.page.repetition.page
    answer_it(desk, qtbot)
    press(desk, qtbot, Key.Key_Return)
    desk.clock.move(minutes=11)
    press(desk, qtbot, Key.Key_Return)
    assert page.over.isVisible()
    assert "Resten väntar till en annan dag" in page.over.sentence.text()


def test_escape_leaves_the_repetition_with_what_was_answered_counted(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = with_cards(desk)
    desk.clock.move(days=2)
    desk.open_study(qtbot)
    desk.page.home.repeat.button.click()
    desk.settle(qtbot)
    answer_it(desk, qtbot)
    desk.page.repetition.page.guess_button.click()
    desk.settle(qtbot)
    press(desk, qtbot, Key.Key_Escape)
    assert desk.shows(desk.page.home)
    day = desk.program.repetition.today(sara.id)
    assert (len(day.questions), day.done_today) == (5, 1)


def open_free(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    desk.page.home.free_button.click()
    desk.settle(qtbot)


def titles(desk: StudyDesk) -> list[str]:
    return [row.button.accessibleName() for row in desk.page.free.rows]


def test_exercises_are_found_by_kind_area_difficulty_and_words(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.program.refresh_bank()
    open_free(desk, qtbot)
    free = desk.page.free
    everything = free.count.text()
    free.kind_box.setCurrentIndex(free.kind_box.findData("branching"))
    desk.settle(qtbot)
    assert titles(desk)
    assert all("Förgreningsfall" in t for t in titles(desk))
    free.kind_box.setCurrentIndex(0)
    free.area_box.setCurrentIndex(free.area_box.findData("K08"))
    desk.settle(qtbot)
    assert titles(desk)
    assert all("K08" in t for t in titles(desk))
    free.area_box.setCurrentIndex(0)
    free.level_box.setCurrentIndex(free.level_box.findData(3))
    desk.settle(qtbot)
    assert titles(desk)
    assert all("svårighet 3 av 4" in t for t in titles(desk))
    free.level_box.setCurrentIndex(0)
    free.search.setFocus()
    qtbot.keyClicks(free.search, "zzz")
    desk.until(qtbot, free.nothing.isVisible)
    assert free.nothing.button is not None
    free.nothing.button.click()
    desk.until(qtbot, lambda: free.count.text() == everything)


def test_only_cases_that_have_something_to_rewrite_are_offered_for_it(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.program.refresh_bank()
    open_free(desk, qtbot)
    free = desk.page.free
    counts = {}
    for kind in ("mark_chain", "rewrite"):
        free.kind_box.setCurrentIndex(free.kind_box.findData(kind))
        desk.settle(qtbot)
        counts[kind] = len(free.rows)
        assert free.rows
        free.rows[0].button.click()
        desk.settle(qtbot)
        assert desk.page.exercise.page.stage in {Stage.WORKING, Stage.WARNING}
        desk.page.exercise.leave()
        desk.settle(qtbot)
    assert 0 < counts["rewrite"] <= counts["mark_chain"]


def test_what_was_begun_freely_is_gone_on_with_from_the_list(desk: StudyDesk, qtbot: QtBot) -> None:
    open_free(desk, qtbot)
    free = desk.page.free
    assert not free.begun.isVisible()
    free.rows[0].button.click()
    desk.settle(qtbot)
    page = desk.page.exercise.page
    assert page.line.text() == "Fri övning. Frågor."
    while not page.primary_button.isEnabled():
        press(desk, qtbot, Key.Key_1)
    press(desk, qtbot, Key.Key_Return)
    begun = desk.attempt()
    press(desk, qtbot, Key.Key_Escape)
    assert desk.shows(desk.page.free), "back to where the exercise was chosen"
    assert free.begun.isVisible()
    from kompetens_gui.ui.study.free_page import EntryRow

    row = free.begun.findChildren(EntryRow)[-1]
    row.button.click()
    desk.settle(qtbot)
    assert desk.attempt().id == begun.id
    assert desk.page.exercise.page.place.text().startswith("Fråga 2 ")


def test_ctrl_k_leads_to_the_search_among_exercises(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    desk.page.focus_search()
    assert desk.page.free.search.hasFocus()


def test_another_page_may_lead_to_the_exercises_of_an_area(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.window.navigate("study", area="K09")
    desk.settle(qtbot)
    assert desk.shows(desk.page.free)
    assert titles(desk)
    assert all("K09" in t for t in titles(desk))
    desk.window.navigate("home")
    desk.window.navigate("study", area="K03")
    desk.settle(qtbot)
    assert all("K03" in t for t in titles(desk))


def test_while_the_exercises_are_read_the_page_says_so(
    desk: StudyDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, search = Event(), desk.program.case_index.search

    def slow(text: str, chosen: CaseFilter, limit: int) -> CaseSearchResult:
        read.wait(PATIENCE_S)
        return search(text, chosen, limit)

    monkeypatch.setattr(desk.program.case_index, "search", slow)
    desk.profile()
    desk.window.navigate("study")
    qtbot.waitUntil(lambda: desk.page.controller.learner is not None and desk.shows(desk.page.home))
    desk.page.home.free_button.click()
    free = desk.page.free
    qtbot.waitUntil(free.reading.isVisible)
    assert free.reading.title.text() == "Läser in…"
    assert not free.rows
    read.set()
    desk.until(qtbot, lambda: bool(free.rows))
    assert not free.reading.isVisible()
    assert free.count.text().endswith("övningar")


def test_exercises_that_cannot_be_read_are_said_to_be_so(
    desk: StudyDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_asked: object) -> CaseSearchResult:
        raise StorageFailed("cases.sqlite3", "locked")

    monkeypatch.setattr(desk.program.case_index, "search", broken)
    open_free(desk, qtbot)
    assert desk.page.free.count.text() == "Övningarna gick inte att läsa in."
    assert not desk.page.free.reading.isVisible()
    assert desk.notices()


def test_the_exercises_are_read_beforehand_while_the_home_is_on_show(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    assert desk.shows(desk.page.home)
    desk.until(qtbot, lambda: desk.page.controller.warming.is_done)
    assert desk.errors == []
    assert not desk.notices()


def test_reading_beforehand_rests_while_something_else_is_on_show(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.window.navigate("study")
    qtbot.waitUntil(lambda: desk.page.controller.learner is not None and desk.shows(desk.page.home))
    desk.page.home.free_button.click()
    desk.until(qtbot, lambda: bool(desk.page.free.rows))
    assert not desk.page.controller.warming.is_done
    press(desk, qtbot, Key.Key_Escape)
    desk.until(qtbot, lambda: desk.page.controller.warming.is_done)
