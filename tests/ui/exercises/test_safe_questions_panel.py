"""The drill is calm: nothing is typed, support is always there, and passing by costs nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.safe_questions import DrillSkipped, SafeOptionChosen
from kompetens_gui.domain.study.safe_questions import SafeQuestionsDrill
from tests.ui.exercises.harness_b import RESOURCES, Bench, begin, content

KEY = Qt.Key
DRILLS = sorted(path.stem for path in (RESOURCES / "exercises" / "safe_questions").glob("*.yaml"))


def drill(drill_id: str = "fraga-om-vald") -> SafeQuestionsDrill:
    found: SafeQuestionsDrill = content("safe_questions", drill_id)
    return found


def started(qtbot: QtBot, drill_id: str = "fraga-om-vald") -> Bench:
    return Bench(begin("safe_questions", drill(drill_id)), qtbot)


def sees_support(bench: Bench) -> bool:
    shown = bench.texts()
    return all(line.phone in shown and line.name in shown for line in drill().helplines)


def test_a_choice_that_is_not_safe_is_told_calmly_and_can_be_made_again(qtbot: QtBot) -> None:
    bench = started(qtbot)
    step = drill().steps[0]
    bench.key(qtbot, KEY.Key_1, KEY.Key_Return)
    assert bench.events == [SafeOptionChosen("s1", "a")]
    assert "Nästan. Det finns ett tryggare sätt." in bench.texts()
    assert step.options[0].feedback in bench.texts()
    assert bench.panel.step.options.rows["a"].verdict.text() == "Prövat"
    assert bench.primary_text() == "Svara igen"
    assert not bench.can_press()
    bench.key(qtbot, KEY.Key_2, KEY.Key_Return)
    assert bench.events[-1] == SafeOptionChosen("s1", "b")
    assert bench.panel.step.options.rows["b"].verdict.text() == "Tryggt"
    assert step.options[0].feedback in bench.texts()
    assert bench.primary_text() == "Nästa steg"
    assert sees_support(bench)


def test_a_whole_drill_is_done_with_the_keyboard(qtbot: QtBot) -> None:
    bench = started(qtbot)
    for number, step in enumerate(drill().steps):
        assert bench.panel.progress() == (number + 1, len(drill().steps))
        assert bench.panel.step.text.text() == " ".join(step.text.split())
        assert sees_support(bench)
        safe = next(i for i, option in enumerate(step.options, 1) if option.safe)
        bench.key(qtbot, KEY(KEY.Key_0.value + safe), KEY.Key_Return)
        if number + 1 < len(drill().steps):
            bench.key(qtbot, KEY.Key_Return)
    assert bench.attempt.can_finish
    assert bench.primary_text() == ""
    assert not bench.panel.step.skip.isVisible()


def test_passing_by_asks_nothing_and_counts_the_same(qtbot: QtBot) -> None:
    bench = started(qtbot)
    bench.key(qtbot, KEY.Key_1, KEY.Key_Return)
    bench.panel.step.skip.setFocus()
    bench.key(qtbot, KEY.Key_Space)
    assert bench.events[-1] == DrillSkipped()
    assert bench.attempt.can_finish
    assert bench.panel.skipped.words.text().startswith("Det räknas likadant som att göra den.")
    assert bench.panel.skipped.words.hasFocus()
    assert sees_support(bench)
    assert bench.primary_text() == ""


def test_what_passing_by_means_is_said_from_the_beginning(qtbot: QtBot) -> None:
    bench = started(qtbot)
    assert " ".join(drill().skip.split()) in bench.texts()
    assert " ".join(drill().head.content_warning.split()) in bench.texts()
    assert "Det räknas likadant." in bench.texts()


def test_an_earlier_step_can_be_read_again(qtbot: QtBot) -> None:
    bench = started(qtbot)
    bench.key(qtbot, KEY.Key_2, KEY.Key_Return, KEY.Key_Return)
    bench.click(qtbot, bench.panel.step.previous)
    assert bench.panel.step.options.rows["b"].verdict.text() == "Tryggt"
    bench.key(qtbot, KEY.Key_1)
    assert bench.panel.step.options.current() == "b"
    assert bench.primary_text() == "Nästa steg"


@pytest.mark.parametrize("drill_id", DRILLS)
def test_nothing_can_be_typed(drill_id: str, qtbot: QtBot) -> None:
    bench = started(qtbot, drill_id)
    assert bench.panel.findChildren(QLineEdit) == []
    assert bench.panel.findChildren(QTextEdit) == []
    assert bench.panel.findChildren(QPlainTextEdit) == []
