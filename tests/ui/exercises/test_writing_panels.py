"""Own words first, then the guide: rewriting, questions to the physician, letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.rewrite import LineChosen
from kompetens_gui.domain.activities.write_supplement import SupplementFieldChosen
from kompetens_gui.domain.exercises.own_text import DraftWritten, GuideShown, PointAssessed
from kompetens_gui.domain.exercises.rewrite import LONGEST_LINE
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.study.learning_path import StepSettings
from tests.ui.exercises.harness_a import Practice, before, begin, practise

CASE = "utmattning-projektledare"
FIRST = StepSettings(medical_certificate="intyg-1")
LETTER = "brev-uppgift-saknas"


def _rewrite(qtbot: QtBot) -> Practice:
    return practise(begin("rewrite", CASE, FIRST), qtbot)


def _press(practice: Practice, qtbot: QtBot) -> None:
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)


def test_the_guide_waits_for_own_words(qtbot: QtBot) -> None:
    practice = _rewrite(qtbot)
    panel = practice.panel
    assert panel.editor.text.hasFocus()
    assert panel.guide.waiting.isVisible()
    assert not practice.button.isEnabled()
    qtbot.keyClicks(panel.editor.text, "Kan leda korta samtal.")
    assert practice.button.text() == "Visa vägledningen"
    _press(practice, qtbot)
    assert practice.events == [DraftWritten("Kan leda korta samtal."), GuideShown()]
    assert [row.point.text() for row in panel.guide.rows] == list(practice.view.points)
    assert panel.model.isVisible()
    assert panel.weakness.text()
    assert panel.guide.rows[0].yes.hasFocus()


def test_every_point_is_assessed_with_the_keyboard_before_it_is_done(qtbot: QtBot) -> None:
    practice = _rewrite(qtbot)
    panel = practice.panel
    qtbot.keyClicks(panel.editor.text, "Kan leda korta samtal.")
    _press(practice, qtbot)
    for place, row in enumerate(panel.guide.rows):
        assert not practice.attempt.can_finish
        button = row.not_yet if place else row.yes
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert practice.events[-1] == PointAssessed(place, not place)
        assert button.hasFocus()
    assert panel.guide.count.text() == f"1 av {len(panel.guide.rows)}"
    assert practice.attempt.can_finish
    assert panel.primary() is None


def test_a_new_version_is_kept_and_compared_with_the_former(qtbot: QtBot) -> None:
    practice = _rewrite(qtbot)
    panel = practice.panel
    qtbot.keyClicks(panel.editor.text, "Kan leda samtal.")
    _press(practice, qtbot)
    assert not panel.editor.keep.isEnabled()
    panel.editor.text.moveCursor(panel.editor.text.textCursor().MoveOperation.End)
    qtbot.keyClicks(panel.editor.text, " Vilar sedan en timme.")
    assert panel.editor.keep.isEnabled()
    qtbot.mouseClick(panel.editor.keep, Qt.MouseButton.LeftButton)
    assert practice.events[-1] == RoundFinished()
    assert practice.view.own.versions == ("Kan leda samtal.", "Kan leda samtal. Vilar sedan en timme.")
    qtbot.keyClicks(panel.editor.text, " Ofta.")
    panel.commit_pending()
    assert panel.versions.isVisible()
    assert panel.versions.which.currentText() == "Version 2"
    assert "tillagt: Ofta" in panel.versions.changes.accessibleName()
    panel.versions.which.setCurrentIndex(0)
    panel.versions.which.activated.emit(0)
    assert "tillagt: Vilar sedan en timme. Ofta." in panel.versions.changes.accessibleName()


def test_versions_of_an_earlier_attempt_can_be_looked_at(qtbot: QtBot) -> None:
    first = _rewrite(qtbot)
    qtbot.keyClicks(first.panel.editor.text, "Kan leda samtal.")
    _press(first, qtbot)
    later = practise(begin("rewrite", CASE, FIRST, earlier=(before(first.attempt),)), qtbot)
    qtbot.keyClicks(later.panel.editor.text, "Kan leda korta samtal.")
    later.panel.commit_pending()
    assert later.panel.versions.which.currentText() == "Tidigare försök, version 1"
    assert "tillagt: korta" in later.panel.versions.changes.accessibleName()


def test_undo_takes_back_what_was_typed_and_is_kept_too(qtbot: QtBot) -> None:
    practice = _rewrite(qtbot)
    editor = practice.panel.editor
    assert not editor.undo.isEnabled()
    qtbot.keyClicks(editor.text, "Fel ord")
    practice.panel.commit_pending()
    qtbot.mouseClick(editor.undo, Qt.MouseButton.LeftButton)
    assert editor.plain() == ""
    assert editor.text.hasFocus()
    practice.panel.commit_pending()
    assert practice.view.own.text == ""


def test_the_longest_length_is_told_and_held(qtbot: QtBot) -> None:
    practice = _rewrite(qtbot)
    editor = practice.panel.editor
    assert editor.count.text() == f"0 av högst {LONGEST_LINE} tecken"
    QApplication.clipboard().setText("ord " * LONGEST_LINE)
    editor.text.paste()
    assert len(editor.plain()) == LONGEST_LINE
    practice.panel.commit_pending()
    assert len(practice.view.own.text) == LONGEST_LINE


def test_a_late_answer_does_not_write_over_what_has_been_typed_since(qtbot: QtBot) -> None:
    practice = _rewrite(qtbot)
    panel = practice.panel
    waiting: list[object] = []
    panel.proposed.disconnect(practice.happen)
    panel.proposed.connect(waiting.append)
    qtbot.keyClicks(panel.editor.text, "Kan leda")
    panel.commit_pending()
    qtbot.keyClicks(panel.editor.text, " samtal.")
    panel.commit_pending()
    panel.show_attempt(practice.attempt)
    assert panel.editor.plain() == "Kan leda samtal."
    for event in waiting:
        practice.happen(event)
        assert panel.editor.plain() == "Kan leda samtal."
    assert practice.view.own.text == "Kan leda samtal."


def test_the_words_that_changed_are_seen_against_the_weak_line(qtbot: QtBot) -> None:
    practice = _rewrite(qtbot)
    assert not practice.panel.changes.isVisible()
    line = practice.view.line.span.quote
    practice.panel.editor.text.insertPlainText(line.replace("inte", "kan"))
    said = practice.panel.changes.accessibleName()
    assert "borttaget: inte" in said
    assert "tillagt: kan" in said


def test_another_line_is_chosen_in_the_list_and_in_the_certificate(qtbot: QtBot) -> None:
    practice = _rewrite(qtbot)
    panel, lines = practice.panel, practice.view.lines
    assert len(lines) > 1
    panel.lines.setCurrentIndex(1)
    panel.lines.activated.emit(1)
    assert practice.view.line == lines[1]
    assert panel.before.text() == lines[1].span.quote
    start, end = lines[0].span.locate(practice.view.picture.medical_certificate)
    panel.certificate.text.select(lines[0].field, start, end)
    qtbot.keyClick(panel.certificate.text, Qt.Key.Key_Return)
    assert practice.events[-1] == LineChosen(lines[0].span.field, lines[0].span.quote, lines[0].span.occurrence)
    assert panel.editor.text.hasFocus()


def test_a_question_needs_its_field(qtbot: QtBot) -> None:
    practice = practise(begin("supplement", CASE, FIRST), qtbot)
    panel = practice.panel
    assert panel.fields.hasFocus()
    panel.editor.text.insertPlainText("Hur ser en vanlig dag ut?")
    assert not practice.button.isEnabled()
    place = panel.fields.findData(FUNCTION)
    panel.fields.setCurrentIndex(place)
    panel.fields.activated.emit(place)
    assert practice.events[-1] == SupplementFieldChosen(FUNCTION)
    assert practice.button.isEnabled()
    _press(practice, qtbot)
    assert practice.view.models
    assert panel.models.count() == len(practice.view.models)
    assert len(panel.guide.rows) == 5


def test_measure_and_facts_follow_the_letter_key_by_key(qtbot: QtBot) -> None:
    practice = practise(begin("letter", LETTER), qtbot)
    panel = practice.panel
    assert panel.measure.number.text() == "LIX –"
    assert panel.facts.count.text() == "0 av 5"
    qtbot.keyClicks(panel.editor.text, "Ring senast den 27 november")
    assert panel.measure.number.text() != "LIX –"
    assert panel.facts.count.text() == "1 av 5"
    assert panel.facts.rows[1].accessibleName() == "Står i texten: 27 november"
    assert panel.facts.rows[0].accessibleName().startswith("Saknas i texten än: ")
    assert not panel.model.isVisible()
    _press(practice, qtbot)
    assert panel.model.isVisible()
    assert "**" not in panel.model.text.text()
    assert "Inget är bestämt." in panel.model.text.accessibleName()


@pytest.mark.parametrize("kind", ["rewrite", "letter"])
def test_what_was_left_is_there_again(kind: str, qtbot: QtBot) -> None:
    ref, settings = (LETTER, None) if kind == "letter" else (CASE, FIRST)
    left = practise(begin(kind, ref, settings), qtbot)
    qtbot.keyClicks(left.panel.editor.text, "Halvskrivet")
    left.panel.commit_pending()
    again = practise(left.attempt, qtbot)
    assert again.panel.editor.plain() == "Halvskrivet"
    assert again.button.text() == "Visa vägledningen"
