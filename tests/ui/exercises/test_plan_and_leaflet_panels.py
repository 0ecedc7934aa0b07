"""An employer's plan read against seven checkpoints, and the leaflet written section by section."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.employer_plan import CheckpointJudged, NextStepChosen
from kompetens_gui.domain.exercises.own_text import DraftWritten, GuideShown
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.study.employer_plan import CheckpointId, PlanChoiceId, PlanVerdict
from tests.ui.exercises.harness_a import Practice, begin, practise

PLAN = "plan-controller-avvaktar"
LEAFLET = "halvtid-tre-veckor"


def _press(practice: Practice, qtbot: QtBot) -> None:
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)


def _judge_all(practice: Practice, qtbot: QtBot) -> None:
    for row in practice.panel.checkpoints.rows.values():
        button = row.answers.buttons["warning"]
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(practice.panel.choices.first(), Qt.Key.Key_3)


def test_seven_verdicts_and_a_choice_before_the_reading_is_shown(qtbot: QtBot) -> None:
    practice = practise(begin("employer_plan", PLAN), qtbot)
    panel = practice.panel
    assert panel.checkpoints.rows[CheckpointId.DAY_AND_OWNER].answers.buttons["good"].hasFocus()
    assert not practice.button.isEnabled()
    _judge_all(practice, qtbot)
    assert CheckpointJudged(CheckpointId.FOLLOW_UP, PlanVerdict.WARNING) in practice.events
    assert panel.progress() == (8, 8)
    assert practice.button.text() == "Visa läsningen"
    row = panel.checkpoints.rows[CheckpointId.DAY_AND_OWNER]
    assert not row.why.isVisible()
    _press(practice, qtbot)
    assert practice.events[-2:] == [NextStepChosen(PlanChoiceId.TALK), RoundFinished()]
    assert panel.progress() is None


def test_every_answer_is_reached_by_keys_in_the_order_of_the_eye(qtbot: QtBot) -> None:
    practice = practise(begin("employer_plan", PLAN), qtbot)
    panel = practice.panel
    for row in panel.checkpoints.rows.values():
        assert row.answers.buttons["good"].hasFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        assert row.answers.buttons["missing"].hasFocus()
        assert not row.answers.current()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert row.answers.current() == "missing"
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert panel.choices.first().hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert panel.editor.text.hasFocus()
    assert {v for e in practice.events if isinstance(e, CheckpointJudged) for v in [e.verdict]} == {PlanVerdict.MISSING}


def test_each_checkpoint_tells_both_readings_and_shows_its_words_in_the_plan(qtbot: QtBot) -> None:
    practice = practise(begin("employer_plan", PLAN), qtbot)
    panel = practice.panel
    _judge_all(practice, qtbot)
    _press(practice, qtbot)
    for key in practice.view.key:
        row = panel.checkpoints.rows[key.id]
        assert row.own.text() == "Du: se över"
        assert row.why.text() == " ".join(key.why.split())
        same = key.verdict is PlanVerdict.WARNING
        assert row.verdict.text().startswith("Ni läser lika." if same else "Nästan. ")
        assert not row.answers.isVisible()
        assert row.words_button.isVisible() is bool(key.quote)
        if key.quote:
            qtbot.mouseClick(row.words_button, Qt.MouseButton.LeftButton)
            found = panel.paper.label_of_quote()
            assert found is not None
            assert "background-color" in found.text()
    assert panel.checkpoints.count.text() == f"{practice.view.agreed} av 7 lika"
    talk = panel.choices.rows["talk"]
    assert talk.verdict.text() == "Ditt val. Rimligt här"
    assert panel.choices.rows["ask"].verdict.text() == "Rimligt här"
    assert talk.detail.text()


def test_the_first_sentence_gets_its_guide_after_the_reading(qtbot: QtBot) -> None:
    practice = practise(begin("employer_plan", PLAN), qtbot)
    panel = practice.panel
    qtbot.keyClicks(panel.editor.text, "Vad gick bra i dag?")
    _judge_all(practice, qtbot)
    _press(practice, qtbot)
    assert practice.button.text() == "Visa vägledningen"
    _press(practice, qtbot)
    assert practice.events[-1] == GuideShown()
    assert panel.model.isVisible()
    for row in panel.guide.rows:
        qtbot.mouseClick(row.yes, Qt.MouseButton.LeftButton)
    assert practice.attempt.can_finish
    assert panel.primary() is None


def test_words_that_close_a_talk_are_pointed_out_while_typing(qtbot: QtBot) -> None:
    practice = practise(begin("leaflet", LEAFLET), qtbot)
    panel = practice.panel
    panel.editor.text.insertPlainText("Du måste")
    assert [w.words for w in panel.gentle.found] == ["du måste"]
    assert panel.gentle.isVisible()
    (marked,) = panel.editor.text.extraSelections()
    assert marked.cursor.selectedText() == "Du måste"
    panel.editor.text.selectAll()
    qtbot.keyClicks(panel.editor.text, "Vila")
    assert not panel.gentle.isVisible()
    assert panel.editor.text.extraSelections() == []


def test_going_to_another_section_keeps_what_was_typed_in_the_first(qtbot: QtBot) -> None:
    practice = practise(begin("leaflet", LEAFLET), qtbot)
    panel = practice.panel
    qtbot.keyClicks(panel.editor.text, "Halvtid ger vila.")
    qtbot.mouseClick(panel.sections.rows["how"], Qt.MouseButton.LeftButton)
    assert practice.events == [DraftWritten("Halvtid ger vila.", "why")]
    assert panel.editor.plain() == ""
    assert not panel.editor.undo.isEnabled()
    assert panel.sections.rows["how"].isChecked()
    qtbot.keyClick(panel.sections.rows["how"], Qt.Key.Key_Up)
    assert panel.heading.text() == practice.view.sections[0].heading
    assert panel.editor.plain() == "Halvtid ger vila."


def test_a_section_is_done_and_the_next_one_comes(qtbot: QtBot) -> None:
    practice = practise(begin("leaflet", LEAFLET), qtbot)
    panel = practice.panel
    sections = practice.view.sections
    for number, section in enumerate(sections, 1):
        assert panel.heading.text() == section.heading
        assert panel.progress() == (number, 6)
        assert panel.guide.rows == []
        qtbot.keyClicks(panel.editor.text, "Kort text.")
        _press(practice, qtbot)
        assert practice.events[-1] == GuideShown(section.id.value)
        for row in panel.guide.rows:
            qtbot.mouseClick(row.not_yet, Qt.MouseButton.LeftButton)
        assert panel.sections.rows[section.id.value].accessibleName().endswith(", klar")
        if number < len(sections):
            assert practice.button.text() == "Nästa del"
            _press(practice, qtbot)
            assert panel.editor.text.hasFocus()
    assert panel.primary() is None
    assert practice.attempt.can_finish
