"""An exercise in its frame: begun, left, taken up exactly there, finished; and the fast way out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.learning_path import LearningStep, StepKind
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItem, KnowledgeItemType
from kompetens_gui.ui.exercises.base import exercise_panel
from kompetens_gui.ui.study.exercise_page import Stage
from tests.services.player import play
from tests.ui.study.desk import StudyDesk, study_desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def step_of(desk: StudyDesk, module: str, kind: StepKind, *, with_check: bool | None = None) -> LearningStep:
    """Return the first step of a kind in a module; a reading with or without questions when that is asked."""
    found = desk.program.studying.path("koordinatorskorkort").module(module)
    assert found is not None
    for step in found.steps:
        if step.kind != kind:
            continue
        if with_check is None:
            return step
        reading = desk.program.learning.library.content(StudyContentKind.READING, step.ref)
        if bool(getattr(reading, "check", ())) is with_check:
            return step
    raise AssertionError(f"no {kind} in {module}")


def open_step(desk: StudyDesk, qtbot: QtBot, module: str, step: str) -> None:
    desk.page.open_step(module, step)
    desk.settle(qtbot)
    assert desk.page.exercise.page.stage in {Stage.WORKING, Stage.WARNING}


def press(
    desk: StudyDesk, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    desk.key(key, modifier)
    desk.settle(qtbot)


def take_up(desk: StudyDesk, qtbot: QtBot, attempt: AttemptId) -> None:
    """Go on with an exercise, wherever it belongs."""
    services = desk.page.controller.services
    assert services is not None
    desk.page.exercise.open(services, lambda s: s.studying.resume(attempt))
    desk.page.stack.setCurrentWidget(desk.page.exercise.page)
    desk.settle(qtbot)


def work_through(desk: StudyDesk, qtbot: QtBot) -> None:
    """Press Enter until the frame asks for own words; answer what is asked on the way with the first option."""
    page = desk.page.exercise.page
    for _ in range(80):
        if page.stage != Stage.WORKING:
            return
        if not page.primary_button.isEnabled():
            press(desk, qtbot, Key.Key_1)
            continue
        page.primary_button.setFocus()
        press(desk, qtbot, Key.Key_Return)
        first = page.panel.first_focus() if page.panel is not None and page.stage == Stage.WORKING else None
        if first is not None:
            first.setFocus()
    raise AssertionError("never done")


def test_a_text_is_read_reflected_on_and_finished_by_keyboard_alone(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    press(desk, qtbot, Key.Key_Return)
    page = desk.page.exercise.page
    assert page.place.text() == f"Sida 1 av {len(desk.attempt().view.pages)}"
    assert page.primary_button.text() == "Nästa sida"
    work_through(desk, qtbot)
    assert desk.stage() == Stage.REFLECTING
    assert page.reflection.text.hasFocus()
    assert page.primary_key.text().endswith("+Enter")
    qtbot.keyClicks(QApplication.focusWidget(), "Jag fragar vem som ager svaret.")
    assert page.primary_button.text() == "Spara och avsluta"
    press(desk, qtbot, Key.Key_Return, CTRL)
    assert desk.stage() == Stage.RESULT
    (finished,) = desk.program.studying.finished(sara.id)
    assert finished.outcome.reflected
    assert desk.program.studying.read(finished.id).reflection == "Jag fragar vem som ager svaret."
    said = page.result.lines()
    assert any(line.startswith("Räknas för K01") for line in said)
    assert "Din reflektion är sparad. Bara du ser den." in said
    assert any(line.startswith("Modulen Uppdraget blir klar när") for line in said)
    second = desk.program.studying.path(sara.path).modules[0].steps[1]
    assert page.result.following.text() == f"Sedan kommer: {second.title}."
    press(desk, qtbot, Key.Key_Return)
    assert desk.attempt().started.step == second.id


def test_escape_leaves_and_the_next_visit_goes_on_exactly_there(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    press(desk, qtbot, Key.Key_Return)
    press(desk, qtbot, Key.Key_Return)
    press(desk, qtbot, Key.Key_Escape)
    assert desk.shows(desk.page.home)
    assert desk.page.home.next.over.text() == "Fortsätt där du var"
    (begun,) = desk.program.studying.unfinished(sara.id)
    press(desk, qtbot, Key.Key_Return)
    assert desk.attempt().id == begun.id
    assert desk.page.exercise.page.place.text().startswith("Sida 2 ")


def test_a_look_that_did_nothing_leaves_no_trace(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    press(desk, qtbot, Key.Key_Return)
    press(desk, qtbot, Key.Key_Escape)
    assert not desk.program.studying.unfinished(sara.id)
    assert desk.page.home.next.over.text() == "Börja här"


def test_it_goes_on_after_the_program_was_closed_in_the_middle(
    tmp_path: Path, kept_content: Path, qtbot: QtBot
) -> None:
    with study_desk(tmp_path, kept_content) as first:
        first.profile()
        first.open_study(qtbot)
        questions = step_of(first, "uppdraget", StepKind.QUESTIONS)
        open_step(first, qtbot, "uppdraget", questions.id)
        panel = first.page.exercise.page.panel
        assert panel is not None
        while not first.page.exercise.page.primary_button.isEnabled():
            press(first, qtbot, Key.Key_1)
        press(first, qtbot, Key.Key_Return)
        answered = dict(first.attempt().state.answers.given)
        assert len(answered) == 1
    with study_desk(tmp_path, kept_content) as second:
        second.open_study(qtbot)
        assert second.page.home.next.title.text() == questions.title
        press(second, qtbot, Key.Key_Return)
        assert dict(second.attempt().state.answers.given) == answered
        assert second.page.exercise.page.place.text().startswith("Fråga 2 av ")


def test_the_next_step_is_ready_while_the_result_is_read(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    press(desk, qtbot, Key.Key_Return)
    work_through(desk, qtbot)
    press(desk, qtbot, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.page.exercise.ahead.is_ready)
    assert desk.program.studying.unfinished(sara.id) == []
    desk.key(Key.Key_Return)
    assert desk.page.exercise.page.stage == Stage.WORKING, "at once"
    desk.settle(qtbot)
    (begun,) = desk.program.studying.unfinished(sara.id)
    assert begun.id == desk.attempt().id
    press(desk, qtbot, Key.Key_Escape)
    assert desk.program.studying.unfinished(sara.id) == [], "nothing was done in it"


def test_a_next_step_that_is_not_wanted_leaves_no_trace(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    press(desk, qtbot, Key.Key_Return)
    work_through(desk, qtbot)
    press(desk, qtbot, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.page.exercise.ahead.is_ready)
    press(desk, qtbot, Key.Key_Escape)
    assert not desk.page.exercise.ahead.is_ready
    assert desk.program.studying.unfinished(sara.id) == []


def test_another_page_of_the_program_stops_the_clock_and_nothing_else(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    press(desk, qtbot, Key.Key_Return)
    press(desk, qtbot, Key.Key_Return)
    before = desk.attempt()
    desk.window.navigate("home")
    desk.settle(qtbot)
    assert desk.attempt().is_left
    desk.clock.move(minutes=8)
    desk.open_study(qtbot)
    assert desk.stage() == Stage.WORKING
    assert desk.attempt().id == before.id
    assert not desk.attempt().is_left
    assert desk.attempt().seconds == pytest.approx(before.seconds)
    press(desk, qtbot, Key.Key_Return)
    assert desk.page.exercise.page.place.text().startswith("Sida 3 ")


def test_words_being_typed_are_kept_when_the_page_is_left(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    press(desk, qtbot, Key.Key_Return)
    work_through(desk, qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), "Halva tanken")
    desk.window.navigate("home")
    desk.settle(qtbot)
    (begun,) = desk.program.studying.unfinished(sara.id)
    assert desk.program.studying.read(begun.id).reflection == "Halva tanken"


def test_a_round_of_questions_tells_what_it_counted_for(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    questions = step_of(desk, "uppdraget", StepKind.QUESTIONS)
    open_step(desk, qtbot, "uppdraget", questions.id)
    page = desk.page.exercise.page
    opened = desk.page.exercise.opened
    assert opened is not None
    for item in opened.attempt.started.content.items[:-1]:
        opened.answer(ItemAnswered(item.id, right_answer(item))).result()
    desk.settle(qtbot)
    while page.panel is not None and page.panel.primary() is not None:
        if page.primary_button.isEnabled():
            press(desk, qtbot, Key.Key_Return)
        else:
            first = page.panel.first_focus()
            assert first is not None
            first.setFocus()
            press(desk, qtbot, Key.Key_1)
    page.go_on()
    page.go_on()
    desk.settle(qtbot)
    assert desk.stage() == Stage.RESULT
    count = questions.settings.count
    assert page.result.lines()[0] in {f"{right} av {count} rätt." for right in (count - 1, count)}
    assert desk.program.studying.finished(sara.id)[0].outcome.of == count


def right_answer(item: KnowledgeItem) -> ItemAnswer:
    match item.type:
        case KnowledgeItemType.ONE | KnowledgeItemType.MANY:
            return ItemAnswer(chosen=tuple(o.id for o in item.options if o.correct))
        case KnowledgeItemType.ORDER:
            return ItemAnswer(places=tuple(range(len(item.sequence))))
        case KnowledgeItemType.MATCH:
            return ItemAnswer(places=tuple(range(len(item.pairs))))
        case KnowledgeItemType.TIMELINE:
            return ItemAnswer(places=tuple(e.day for e in item.events))
        case KnowledgeItemType.NUMBER:
            return ItemAnswer(number=item.answer)


def open_drill(desk: StudyDesk, qtbot: QtBot) -> None:
    """Open a drill of safe questions from free practice."""
    desk.page.home.free_button.click()
    desk.settle(qtbot)
    free = desk.page.free
    free.kind_box.setCurrentIndex(free.kind_box.findData(StepKind.SAFE_QUESTIONS.value))
    desk.settle(qtbot)
    free.rows[0].button.click()
    desk.settle(qtbot)


def test_a_warning_comes_before_the_exercise_and_can_be_passed_by(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    open_drill(desk, qtbot)
    page = desk.page.exercise.page
    assert desk.stage() == Stage.WARNING
    assert "våld" in page.warning.warning.text()
    assert not page.area.isVisible(), "nothing of the exercise is seen yet"
    assert page.warning.begin_button.hasFocus()
    page.warning.skip_button.setFocus()
    press(desk, qtbot, Key.Key_Return)
    assert desk.stage() == Stage.RESULT
    (done,) = desk.program.studying.finished(sara.id)
    assert done.outcome.approved, "passing by counts the same"
    assert page.result.heading.text() == "Klart"


def test_support_and_the_fast_way_out_are_in_view_all_the_time(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    open_drill(desk, qtbot)
    page = desk.page.exercise.page
    for _ in range(2):
        assert page.support.isVisible()
        assert any("112" in text for text in desk.texts(page.support))
        press(desk, qtbot, Key.Key_Return)
    page.support.more_button.setFocus()
    press(desk, qtbot, Key.Key_Space)
    assert "Numren lästes" in page.support.more.text()
    assert page.support.more.isVisible()


@pytest.mark.parametrize("pin", ["", "2468"])
def test_the_fast_key_shows_the_overview_at_once_and_hides_all(pin: str, desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile(pin=pin)
    desk.open_study(qtbot)
    if pin:
        desk.page.controller.choose(sara)
        desk.page.controller.give_pin(pin)
        desk.settle(qtbot)
    desk.page.home.free_button.click()
    desk.settle(qtbot)
    free = desk.page.free
    free.search.setText("frågar alla")
    desk.until(qtbot, lambda: len(free.rows) == 1)
    free.rows[0].button.click()
    desk.settle(qtbot)
    press(desk, qtbot, Key.Key_Return)
    press(desk, qtbot, Key.Key_Return)
    desk.key(Key.Key_Escape, SHIFT)
    assert desk.window.current_page == "home", "before anything else has happened"
    assert "våld" not in desk.window.windowTitle().casefold()
    desk.settle(qtbot)
    assert desk.study.learner.profile is None
    (begun,) = desk.program.studying.unfinished(sara.id)
    assert begun.events > 0, "what was done is kept"
    desk.open_study(qtbot)
    assert desk.shows(desk.page.pin if pin else desk.page.profiles)
    assert "exercise" not in vars(desk.page)


def test_the_fast_key_means_nothing_elsewhere(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    press(desk, qtbot, Key.Key_Return)
    assert not desk.page.exercise.page.support.isVisible()
    press(desk, qtbot, Key.Key_Escape, SHIFT)
    assert desk.window.current_page != "home"


def test_a_locked_step_says_why_and_shows_the_home_again(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    desk.page.open_step("avslut", "z1")
    desk.settle(qtbot)
    assert desk.shows(desk.page.home)
    assert any("Avslut" in said for said in desk.notices())


def test_every_step_of_every_path_has_a_panel_that_opens(desk: StudyDesk, qtbot: QtBot) -> None:
    kinds = {s.kind for p in desk.program.studying.paths() for m in p.modules for s in m.steps}
    made = {}
    for kind in sorted(kinds):
        made[kind] = exercise_panel(kind, desk.window)
    assert set(made) == kinds


def test_a_question_for_the_group_is_kept_without_a_name_and_can_be_taken_back(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    desk.program.case_index.refresh()
    opened = desk.program.studying.open_free(sara.id, StepKind.MARK_CHAIN, "axel-frisor")
    opened.leave().result()
    take_up(desk, qtbot, opened.id)
    press(desk, qtbot, Key.Key_G, CTRL | SHIFT)
    panel: Any = desk.page.exercise.page.panel
    panel.aside.group.put.setFocus()
    press(desk, qtbot, Key.Key_Space)
    (question,) = desk.program.group_questions.all()
    assert question.text == "Hur läser ni det här intyget?"
    assert sara.name not in question.card
    assert any(said.startswith("Frågan ligger i listan") for said in desk.notices())
    assert desk.window.notices.undo_latest()
    desk.settle(qtbot)
    assert not desk.program.group_questions.all()


def test_how_it_has_gone_lately_is_shown_in_the_next_exercise(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.program.case_index.refresh()
    play(desk.program.studying.open_free(sara.id, StepKind.MARK_CHAIN, "axel-frisor"), desk.program.studying)
    desk.open_study(qtbot)
    opened = desk.program.studying.open_free(sara.id, StepKind.MARK_CHAIN, "landrygg-golvlaggare")
    opened.leave().result()
    take_up(desk, qtbot, opened.id)
    panel: Any = desk.page.exercise.page.panel
    lately = panel.lately
    qtbot.waitUntil(lately.isVisible)
    assert lately.bars.note.text().startswith("Från 1 avslutad övning")
