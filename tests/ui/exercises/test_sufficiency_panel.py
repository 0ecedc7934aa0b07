"""A verdict, a reason and a way on; then a panel that disagrees, said to be made up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.case import Sufficiency
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.exercises.sufficiency import SufficiencyContent, VerdictGiven, WayChosen
from kompetens_gui.domain.study.learning_path import StepSettings
from tests.ui.exercises.harness_a import Practice, begin, case, practise

REF = "utmattning-projektledare"


def _practise(qtbot: QtBot) -> Practice:
    return practise(begin("sufficiency", REF, StepSettings(medical_certificate="intyg-1")), qtbot)


def _answer(practice: Practice, qtbot: QtBot) -> None:
    panel = practice.panel
    qtbot.keyClick(panel.verdicts.first(), Qt.Key.Key_2)
    qtbot.keyClicks(panel.motivation.text, "Bilen saknar funktion.")
    qtbot.mouseClick(panel.ways.rows["physician"], Qt.MouseButton.LeftButton)


def test_the_panel_waits_until_all_three_are_answered(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    panel = practice.panel
    assert panel.verdicts.first().hasFocus()
    assert not panel.motivation.text.isEnabled()
    qtbot.keyClick(panel.verdicts.first(), Qt.Key.Key_2)
    assert practice.events == [VerdictGiven(Sufficiency.INSUFFICIENT, "")]
    assert panel.progress() == (2, 3)
    qtbot.keyClicks(panel.motivation.text, "Bilen saknar funktion.")
    assert not practice.button.isEnabled()
    qtbot.mouseClick(panel.ways.rows["physician"], Qt.MouseButton.LeftButton)
    assert WayChosen("physician", "") in practice.events
    assert practice.button.text() == "Visa panelen"
    assert practice.button.isEnabled()
    assert panel.panel_card.rows == []


def test_the_own_answer_stands_among_the_panels_and_no_answer_is_the_only_one(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    _answer(practice, qtbot)
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)
    card = practice.panel.panel_card
    assert practice.events[-2:] == [
        VerdictGiven(Sufficiency.INSUFFICIENT, "Bilen saknar funktion."),
        RoundFinished(),
    ]
    assert "påhittade" in card.honest.text()
    assert card.concordance.text().startswith("3 av 10 svarade som du. ")
    assert "75\N{NO-BREAK SPACE}%" in card.concordance.text()
    assert "enda rätta" in card.concordance.text()
    own = [row.accessibleName() for row in card.rows if row.is_own]
    assert own == ["Räcker inte: 3 av 10, ditt svar", "En fråga till läkaren om uthålligheten: 3 av 10, ditt svar"]
    assert card.rows[0].accessibleName() == "Beror på: 4 av 10"
    assert practice.panel.readings.isVisible()
    assert practice.panel.primary() is None
    assert practice.attempt.can_finish


def test_a_closed_answer_can_be_read_and_not_changed(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    _answer(practice, qtbot)
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)
    events = len(practice.events)
    qtbot.mouseClick(practice.panel.verdicts.rows["sufficient"], Qt.MouseButton.LeftButton)
    qtbot.keyClick(practice.panel.ways.first(), Qt.Key.Key_1)
    qtbot.keyClicks(practice.panel.motivation.text, "mer")
    practice.panel.commit_pending()
    assert len(practice.events) == events
    assert practice.panel.verdicts.current() == "insufficient"
    assert practice.panel.motivation.plain() == "Bilen saknar funktion."


def test_changing_the_verdict_keeps_the_reason(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    _answer(practice, qtbot)
    qtbot.mouseClick(practice.panel.verdicts.rows["depends"], Qt.MouseButton.LeftButton)
    assert practice.events[-1] == VerdictGiven(Sufficiency.DEPENDS, "Bilen saknar funktion.")


def test_without_a_panel_the_way_is_put_in_own_words(qtbot: QtBot) -> None:
    content = SufficiencyContent(case(REF), "intyg-1", None)
    practice = practise(begin("sufficiency", REF, content=content), qtbot)
    panel = practice.panel
    assert not panel.ways.isVisible()
    qtbot.keyClick(panel.verdicts.first(), Qt.Key.Key_3)
    qtbot.keyClicks(panel.motivation.text, "Dag 181.")
    qtbot.keyClicks(panel.way_words.text, "Ring Samira.")
    assert practice.button.text() == "Visa läsningarna"
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)
    assert not panel.panel_card.isVisible()
    assert panel.readings.isVisible()
