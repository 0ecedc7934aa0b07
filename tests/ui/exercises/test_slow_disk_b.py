"""An answer takes a moment to be kept: whoever presses twice is not answered twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.branching import WayTaken
from kompetens_gui.domain.exercises.impulses import NextQuestionChosen
from kompetens_gui.domain.exercises.observed import ObservedTask
from kompetens_gui.domain.exercises.safe_questions import SafeOptionChosen
from kompetens_gui.domain.exercises.sign_off import SignOffTask
from kompetens_gui.domain.exercises.twin import TwinAnswered
from tests.ui.exercises.harness_b import Bench, begin, content, write

KEY = Qt.Key


def test_a_way_is_taken_once(qtbot: QtBot) -> None:
    bench = Bench(begin("branching", content("branching", "konflikt-barnbibliotekarie")), qtbot, slow=True)
    bench.key(qtbot, KEY.Key_1, KEY.Key_Return, KEY.Key_Return)
    assert not bench.can_press()
    bench.deliver()
    assert bench.events == [WayTaken("a")]
    assert bench.primary_text() == "Vidare till dag 26"


def test_a_question_about_a_portion_is_chosen_once(qtbot: QtBot) -> None:
    bench = Bench(begin("impulses", content("impulses", "impuls-bagare")), qtbot, slow=True)
    bench.key(qtbot, KEY.Key_Return, KEY.Key_2, KEY.Key_Return, KEY.Key_Return)
    bench.deliver()
    assert bench.events == [NextQuestionChosen(0, "b")]
    assert bench.primary_text() == "Nästa del"


def test_a_twin_question_is_answered_once_and_the_next_comes_after(qtbot: QtBot) -> None:
    bench = Bench(begin("twin", content("twin", "tvilling-blommor-och-socker")), qtbot, slow=True)
    bench.key(qtbot, KEY.Key_1, KEY.Key_Return, KEY.Key_Return)
    assert bench.panel.progress() == (1, 5)
    bench.deliver()
    assert bench.events == [TwinAnswered("q1", "a")]
    assert bench.panel.progress() == (2, 5)
    assert bench.panel.question.options.current() == ""


def test_a_refused_answer_can_be_given_again(qtbot: QtBot) -> None:
    bench = Bench(begin("twin", content("twin", "tvilling-blommor-och-socker")), qtbot, slow=True)
    bench.key(qtbot, KEY.Key_1, KEY.Key_Return)
    bench.panel.show_attempt(bench.attempt)
    assert bench.panel.progress() == (1, 5)
    assert bench.can_press()


def test_a_safe_choice_is_made_once(qtbot: QtBot) -> None:
    bench = Bench(begin("safe_questions", content("safe_questions", "fraga-om-vald")), qtbot, slow=True)
    bench.key(qtbot, KEY.Key_2, KEY.Key_Return)
    bench.deliver()
    assert bench.events == [SafeOptionChosen("s1", "b")]
    assert bench.primary_text() == "Nästa steg"


def test_an_observer_and_a_signature_are_asked_for_once(qtbot: QtBot) -> None:
    talk = Bench(begin("observed", ObservedTask("Spela samtalet.")), qtbot)
    write(talk.panel.ask.name, "Amir Rezai")
    talk.key(qtbot, KEY.Key_Return, KEY.Key_Return)
    assert len(talk.asked) == 1
    talk.panel.show_refusal("Be en kollega.")
    assert talk.can_press()
    paper = Bench(begin("sign_off", SignOffTask("Gå igenom det.")), qtbot)
    paper.press_primary()
    paper.press_primary()
    paper.click(qtbot, paper.panel.confirm.check.box)
    write(paper.panel.signer.name, "Nils Ahl")
    paper.press_primary()
    paper.press_primary()
    assert len(paper.asked) == 1
    write(paper.panel.signer.name, "n")
    assert paper.can_press()
