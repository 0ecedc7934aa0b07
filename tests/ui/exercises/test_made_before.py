"""What is made while nobody waits: unseen, without the words that are held back, and the same as what is made late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.questions.rules import QuestionRound
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.study.questions import KnowledgeItemType
from kompetens_gui.ui.exercises.base import ExercisePanel
from kompetens_gui.ui.exercises.option_list import Option, OptionList
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.laid_out_once import laid_out_once
from tests.ui.exercises.attempts import Studying, item, library
from tests.ui.exercises.harness_a import begin, practise

CASE = "utmattning-projektledare"
FIRST = StepSettings(medical_certificate="intyg-1")


def make_all(panel: ExercisePanel) -> int:
    """Do what the frame does while nobody waits; tells how much there was."""
    pieces = 0
    for piece in panel.parts_for_later():
        piece()
        pieces += 1
    return pieces


def words_in(widget: QWidget) -> str:
    """Return all words that anything could find in a widget, seen or not."""
    labels = [label.text() for label in widget.findChildren(QLabel)]
    buttons = [button.text() for button in widget.findChildren(QAbstractButton)]
    names = [each.accessibleName() for each in widget.findChildren(QWidget)]
    said = [each.accessibleDescription() for each in widget.findChildren(QWidget)]
    return " ".join([*labels, *buttons, *names, *said])


def seen(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_next_question_is_made_ready_unseen_and_is_then_asked_as_any_other(qtbot: QtBot) -> None:
    first, second = item("k03-dag91-hugo"), next(i for i in library().items() if i.type == KnowledgeItemType.MANY)
    made = Studying("questions", QuestionRound((first, second)))
    made.show(qtbot)
    make_all(made.panel)
    assert made.panel.card.answering.answer() is None
    made.key(qtbot, Qt.Key.Key_1)
    made.press_primary()
    before = seen(made.panel)
    assert make_all(made.panel)
    assert seen(made.panel) == before, "nothing of it is seen before its time"
    assert all(o.feedback not in words_in(made.panel) for o in second.options), "no key is there before the answer"
    assert not make_all(made.panel), "it is made once"
    made.press_primary()
    answering = made.panel.card.answering
    assert {row.words.text() for row in answering.rows.values()} == {o.text for o in second.options}
    assert all(row.isVisible() for row in answering.rows.values())
    assert answering.first().hasFocus()
    made.key(qtbot, Qt.Key.Key_2)
    assert list(answering.rows.values())[1].isChecked()
    assert made.can_press()


def test_pairs_that_were_made_before_tell_nothing_until_they_are_answered(qtbot: QtBot) -> None:
    match = next(i for i in library().items() if i.type == KnowledgeItemType.MATCH)
    made = Studying("questions", QuestionRound((match,)))
    made.show(qtbot)
    make_all(made.panel)
    assert all(pair.feedback not in words_in(made.panel) for pair in match.pairs if pair.feedback)
    for _ in match.pairs:
        made.key(qtbot, Qt.Key.Key_1)
    made.press_primary()
    told = [row for row in made.panel.card.answering.lefts if row.isVisible()]
    assert [row.words.text() for row in told] == [f"{pair.left} – {pair.right}" for pair in match.pairs]


def test_rows_of_a_guide_have_no_words_before_it_is_shown(qtbot: QtBot) -> None:
    practice = practise(begin("letter", "brev-uppgift-saknas"), qtbot)
    panel, letter = practice.panel, practice.attempt.started.content
    make_all(panel)
    assert panel.guide.rows == []
    assert all(point not in words_in(panel) for point in letter.points)
    qtbot.keyClicks(panel.editor.text, "Hej.")
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)
    assert [row.point.text() for row in panel.guide.rows if row.isVisible()] == list(letter.points)
    asked = [b.accessibleName() for b in panel.guide.findChildren(QAbstractButton) if b.isVisible()]
    assert asked == [f"{word}: {point}" for point in letter.points for word in ("Ja", "Inte än")]


def test_a_panel_says_nothing_before_the_own_answer_is_closed(qtbot: QtBot) -> None:
    practice = practise(begin("sufficiency", CASE, FIRST), qtbot)
    panel = practice.panel
    make_all(panel)
    assert panel.panel_card.rows == []
    assert "av 10" not in words_in(panel.panel_card)
    qtbot.keyClick(panel.verdicts.first(), Qt.Key.Key_2)
    qtbot.keyClicks(panel.motivation.text, "Bilen saknar funktion.")
    qtbot.mouseClick(panel.ways.rows["physician"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)
    shown = practice.view.panel.votes
    assert all(reason.text in seen(panel.panel_card) for reason in shown.reasons)
    assert all(way.feedback in seen(panel.panel_card) for way in shown.ways)
    assert sum(row.isVisible() for row in panel.panel_card.rows) == 3 + len(shown.ways)


def test_a_row_that_is_used_again_keeps_nothing_of_what_it_offered_before(qtbot: QtBot) -> None:
    options = OptionList("Valen")
    qtbot.addWidget(options)
    chosen: list[str] = []
    options.chosen.connect(chosen.append)
    options.show_options("one", [Option("a", "Ring först", "I dag"), Option("b", "Skriv först"), Option("c", "Vänta")])
    options.show()
    assert options.press(1)
    options.lock()
    options.tell("a", "Ert val", "accent", "Det öppnade samtalet.")
    options.show_options("two", [Option("d", "Fråga chefen"), Option("e", "Fråga läkaren")])
    assert options.current() == ""
    assert seen(options) == ["Fråga chefen", "1", "Fråga läkaren", "2"]
    assert [row.accessibleDescription() for row in options.rows.values()] == ["", ""]
    assert not options.press(3), "a row that is not offered any more cannot be chosen"
    assert options.press(2)
    assert chosen == ["a", "e"]
    assert options.current() == "e"


def test_all_is_in_its_place_before_the_next_paint(qtbot: QtBot) -> None:
    page, card = QWidget(), QWidget()
    qtbot.addWidget(page)
    around, inside = QVBoxLayout(page), QVBoxLayout(card)
    above, below = Label("Kort", wrap=True, parent=card), Label("Under", parent=page)
    inside.addWidget(above)
    around.addWidget(card)
    around.addWidget(below)
    around.addStretch(1)
    page.resize(240, 600)
    with qtbot.waitExposed(page):
        page.show()
    low = below.y()
    with laid_out_once(page):
        above.setText("Ett mycket längre svar, som behöver flera rader för att få plats i kortet. " * 3)
    assert above.height() >= above.heightForWidth(above.width())
    assert below.y() > low
    assert below.y() >= card.geometry().bottom()
