"""What holds for all these panels, before and after answering: names, keys, and nothing cut at any text size."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.mark_chain.events import NodesLinked
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.medical_certificate import ACTIVITY, FUNCTION
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.ui.style.theme import theme
from tests.ui.exercises.harness_a import Practice, begin, practise

CASE = "utmattning-projektledare"
FIRST = StepSettings(medical_certificate="intyg-1", feedback_level=2)
NARROW = 850


def _attempt(kind: str) -> Attempt:
    ref = {
        "letter": "brev-uppgift-saknas",
        "employer_plan": "plan-controller-avvaktar",
        "leaflet": "halvtid-tre-veckor",
    }.get(kind, CASE)
    return begin(kind, ref, FIRST if ref == CASE else None)


def _write_and_see_the_guide(practice: Practice) -> None:
    practice.panel.editor.text.insertPlainText("Du måste säga det kortare, och med egna ord.")
    practice.press_primary()
    practice.panel.guide.rows[0].yes.click()
    practice.panel.editor.text.insertPlainText(" Mer.")
    practice.panel.commit_pending()


def _ask(practice: Practice) -> None:
    fields = practice.panel.fields
    fields.setCurrentIndex(fields.findData(FUNCTION))
    fields.activated.emit(fields.currentIndex())
    _write_and_see_the_guide(practice)


def _mark_and_compare(practice: Practice) -> None:
    for field, kind in ((FUNCTION, "F"), (ACTIVITY, "A")):
        practice.panel.work.text.select(field, 0, 40)
        practice.panel.work.text.mark(kind)
    practice.happen(NodesLinked(*(n.id for n in practice.view.chain.nodes)))
    practice.press_primary()


def _judge(practice: Practice) -> None:
    practice.panel.verdicts.rows["depends"].click()
    practice.panel.motivation.text.insertPlainText("Det beror på dagen.")
    practice.panel.ways.rows["plan"].click()
    practice.press_primary()


def _read_plan(practice: Practice) -> None:
    for row in practice.panel.checkpoints.rows.values():
        row.answers.buttons["missing"].click()
    practice.panel.choices.rows["accept"].click()
    practice.press_primary()
    _write_and_see_the_guide(practice)


ANSWERS: Mapping[str, Callable[[Practice], None]] = {
    "mark_chain": _mark_and_compare,
    "sufficiency": _judge,
    "rewrite": _write_and_see_the_guide,
    "supplement": _ask,
    "letter": _write_and_see_the_guide,
    "employer_plan": _read_plan,
    "leaflet": _write_and_see_the_guide,
}


def _open(kind: str, qtbot: QtBot, *, answered: bool, width: int = 1086) -> Practice:
    practice = practise(_attempt(kind), qtbot, width=width)
    if answered:
        ANSWERS[kind](practice)
    return practice


def _seen(practice: Practice, *classes: type[QWidget]) -> list[QWidget]:
    return [w for cls in classes for w in practice.panel.findChildren(cls) if w.isVisible()]


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("kind", ANSWERS)
def test_every_control_has_a_name_and_can_be_reached_with_tab(kind: str, answered: bool, qtbot: QtBot) -> None:
    practice = _open(kind, qtbot, answered=answered)
    controls = [
        w
        for w in _seen(practice, QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
        if w.focusPolicy() is not Qt.FocusPolicy.NoFocus and w.isEnabled()
    ]
    assert [w for w in controls if not w.accessibleName() and not getattr(w, "text", str)()] == []
    reached, at = set(), practice.panel.nextInFocusChain()
    while at is not practice.panel and at is not None:
        reached.add(at)
        at = at.nextInFocusChain()
    assert [w for w in controls if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w not in reached] == []


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("kind", ANSWERS)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_cut_and_nothing_goes_past_the_edge(kind: str, answered: bool, scale: float, qtbot: QtBot) -> None:
    theme.set_text_scale(scale)
    practice = _open(kind, qtbot, answered=answered, width=NARROW if scale > 1 else 1086)
    room = practice.panel.parentWidget().width()
    qtbot.waitUntil(lambda: practice.panel.width() <= room)
    assert practice.panel.minimumSizeHint().width() <= room

    def cut() -> list[str]:
        return [
            label.text()
            for label in practice.panel.findChildren(QLabel)
            if label.isVisible()
            and label.wordWrap()
            and label.text()
            and label.height() + 1 < label.heightForWidth(label.width())
        ]

    qtbot.waitUntil(lambda: cut() == [])


@pytest.mark.parametrize("kind", ANSWERS)
def test_there_is_one_thing_to_do_and_no_other_filled_button(kind: str, qtbot: QtBot) -> None:
    practice = _open(kind, qtbot, answered=True)
    filled = [b for b in practice.panel.findChildren(QAbstractButton) if b.property("kind") == "primary"]
    assert filled == []


@pytest.mark.parametrize("kind", ANSWERS)
def test_showing_the_same_attempt_again_keeps_the_keyboard(kind: str, qtbot: QtBot) -> None:
    practice = _open(kind, qtbot, answered=True)
    at = practice.window.focusWidget()
    practice.panel.show_attempt(practice.attempt)
    assert practice.window.focusWidget() is at
