"""Knowledge questions as a learner answers them: by keys, by pointer, with the reason after each answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.questions.rules import QuestionRound
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItem, KnowledgeItemType
from kompetens_gui.ui.exercises.items.counting import number_from
from kompetens_gui.ui.exercises.items.matching import Matching
from kompetens_gui.ui.exercises.items.ordering import Ordering
from kompetens_gui.ui.exercises.items.placing import Placing
from kompetens_gui.ui.style.theme import theme
from tests.ui.exercises.attempts import Studying, item, library

ALT = Qt.KeyboardModifier.AltModifier


def first_of(type_: KnowledgeItemType) -> KnowledgeItem:
    return next(i for i in library().items() if i.type == type_)


def studying(qtbot: QtBot, *items: KnowledgeItem) -> Studying:
    made = Studying("questions", QuestionRound(tuple(items)))
    made.show(qtbot)
    return made


def given(made: Studying) -> ItemAnswer:
    answers: list[ItemAnswer] = list(made.attempt.state.answers.given.values())
    return answers[-1]


def option_key(made: Studying, option: str) -> Qt.Key:
    """Return the number key of an option: they are mixed anew for each attempt."""
    keys = list(made.panel.card.answering.rows)
    return Qt.Key(Qt.Key.Key_1.value + keys.index(option))


def test_a_number_key_chooses_and_the_answer_brings_the_reason_for_every_option(qtbot: QtBot) -> None:
    hugo = item("k03-dag91-hugo")
    made = studying(qtbot, hugo, first_of(KnowledgeItemType.MANY))
    assert made.panel.progress() == (1, 2)
    assert not made.can_press(), "nothing is chosen yet"
    made.key(qtbot, option_key(made, "a"))
    made.press_primary()
    assert given(made) == ItemAnswer(chosen=("a",))
    rows = made.panel.card.answering.rows
    assert rows["a"].verdict.text() == "Ditt svar"
    assert rows["b"].verdict.text() == "Rätt svar"
    assert {o.id: rows[o.id].detail.text() for o in hugo.options} == {o.id: o.feedback for o in hugo.options}
    feedback = made.panel.card.feedback
    assert feedback.title.text().startswith("Nästan.")
    assert feedback.why.text() == hugo.feedback
    assert "Socialförsäkringsbalken" in feedback.source.text()
    assert made.primary_text() == "Nästa fråga"
    assert made.panel.progress() == (1, 2), "the question stays until the learner goes on"


def test_an_answer_stands_and_keys_no_longer_change_it(qtbot: QtBot) -> None:
    made = studying(qtbot, item("k03-dag91-hugo"))
    made.key(qtbot, option_key(made, "b"))
    made.press_primary()
    made.key(qtbot, option_key(made, "a"))
    rows = made.panel.card.answering.rows
    assert (rows["a"].isChecked(), rows["b"].isChecked()) == (False, True)
    assert made.panel.card.feedback.title.text() == "Det stämmer."
    assert made.primary_text() == "", "the frame finishes what is done"
    assert made.attempt.can_finish


def test_the_arrows_go_between_the_options(qtbot: QtBot) -> None:
    made = studying(qtbot, item("k03-dag91-hugo"))
    rows = list(made.panel.card.answering.rows.values())
    made.key(qtbot, Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    made.key(qtbot, Qt.Key.Key_Space)
    assert rows[1].isChecked()
    made.key(qtbot, Qt.Key.Key_Up)
    assert rows[0].isChecked()
    assert not rows[1].isChecked()


def test_several_options_are_ticked_and_unticked_by_their_numbers(qtbot: QtBot) -> None:
    many = first_of(KnowledgeItemType.MANY)
    made = studying(qtbot, many)
    right = [o.id for o in many.options if o.correct]
    wrong = next(o.id for o in many.options if not o.correct)
    for option in (*right, wrong, wrong):
        made.key(qtbot, option_key(made, option))
    made.press_primary()
    assert set(given(made).chosen) == set(right)
    assert made.panel.card.feedback.title.text() == "Det stämmer."


def test_steps_are_moved_with_alt_and_the_arrows(qtbot: QtBot) -> None:
    order = first_of(KnowledgeItemType.ORDER)
    made = studying(qtbot, order)
    ordering = made.panel.card.answering
    assert isinstance(ordering, Ordering)
    count = len(order.sequence)
    assert [int(row.key) for row in ordering.rows] != list(range(count)), "never in order from the start"
    for wanted in range(count):
        row = next(r for r in ordering.rows if int(r.key) == wanted)
        row.setFocus()
        while ordering.rows.index(row) > wanted:
            made.key(qtbot, Qt.Key.Key_Up, ALT)
            assert row.hasFocus(), "the keyboard goes along"
    made.press_primary()
    assert given(made).places == tuple(range(count))
    assert made.panel.card.feedback.title.text() == "Det stämmer."


def test_steps_out_of_order_are_shown_as_they_belong(qtbot: QtBot) -> None:
    order = first_of(KnowledgeItemType.ORDER)
    made = studying(qtbot, order)
    before = [int(row.key) for row in made.panel.card.answering.rows]
    made.press_primary()
    rows = made.panel.card.answering.rows
    assert [row.words.text() for row in rows] == list(order.sequence)
    moved = next(i for i in range(len(before)) if before[i] != i)
    row = next(r for r in rows if int(r.key) == before[moved])
    assert row.verdict.text() == f"Du satte den som {moved + 1}"


def test_pairs_are_put_together_with_number_keys(qtbot: QtBot) -> None:
    match = first_of(KnowledgeItemType.MATCH)
    made = studying(qtbot, match)
    matching = made.panel.card.answering
    assert isinstance(matching, Matching)
    rights = list(matching.rights)
    for index in range(len(match.pairs)):
        assert not made.can_press()
        made.key(qtbot, Qt.Key(Qt.Key.Key_1.value + rights.index(str(index))))
    made.press_primary()
    assert given(made).places == tuple(range(len(match.pairs)))
    assert [row.verdict.text() for row in matching.lefts] == ["Hör ihop"] * len(match.pairs)


def test_a_pair_can_be_chosen_again_by_pointer(qtbot: QtBot) -> None:
    match = first_of(KnowledgeItemType.MATCH)
    made = studying(qtbot, match)
    matching = made.panel.card.answering
    for _ in match.pairs:
        made.key(qtbot, Qt.Key.Key_1)
    qtbot.mouseClick(matching.lefts[0], Qt.MouseButton.LeftButton)
    wanted = list(matching.rights)[1]
    qtbot.mouseClick(matching.rights[wanted], Qt.MouseButton.LeftButton)
    made.press_primary()
    assert given(made).places[0] == int(wanted)


def test_events_are_placed_by_writing_their_days(qtbot: QtBot) -> None:
    timeline = first_of(KnowledgeItemType.TIMELINE)
    made = studying(qtbot, timeline)
    placing = made.panel.card.answering
    assert isinstance(placing, Placing)
    for row, event in zip(placing.rows, timeline.events, strict=True):
        row.day.setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), str(event.day if event is not timeline.events[0] else 400))
    made.press_primary()
    assert given(made).places[1:] == tuple(event.day for event in timeline.events[1:])
    assert placing.rows[0].verdict.text() == f"Dag {timeline.events[0].day}"
    assert placing.rows[1].verdict.text() == "Rätt dag"
    assert placing.rows[0].day.isReadOnly()


def test_digits_in_a_field_are_text_and_no_choice(qtbot: QtBot) -> None:
    number = item("k03-dag91-nummer")
    made = studying(qtbot, number)
    field = made.panel.card.answering.number
    assert field.hasFocus()
    qtbot.keyClicks(field, "9x")
    assert not made.can_press()
    assert made.panel.card.answering.field.error
    field.clear()
    qtbot.keyClicks(field, "90")
    made.press_primary()
    assert given(made).number == 90
    assert made.panel.card.answering.verdict.text() == "Svar: 91 dag"


@pytest.mark.parametrize(("text", "number"), [("4,5", 4.5), ("1 000", 1000), ("", None), ("-", None), ("1.2.3", None)])
def test_numbers_are_read_the_swedish_way(text: str, number: float | None) -> None:
    assert number_from(text) == number


def test_what_is_chosen_stays_when_the_attempt_is_shown_again(qtbot: QtBot) -> None:
    made = studying(qtbot, item("k03-dag91-hugo"))
    made.key(qtbot, option_key(made, "c"))
    made.panel.show_attempt(made.attempt)
    assert made.panel.card.answering.rows["c"].isChecked()
    assert made.panel.card.answering.rows["c"].hasFocus()


def test_a_round_taken_up_again_asks_the_next_question(qtbot: QtBot) -> None:
    items = tuple(i for i in library().items() if i.type == KnowledgeItemType.ONE)[:3]
    made = studying(qtbot, *items)
    made.key(qtbot, Qt.Key.Key_1)
    made.press_primary()
    again = Studying("questions", QuestionRound(items), attempt=made.attempt)
    again.show(qtbot)
    assert again.panel.card.item_id == items[1].id
    assert again.panel.progress() == (2, 3)
    assert again.panel.answers.count.text() == made.panel.answers.count.text()


def test_the_list_beside_tells_how_it_goes_without_a_cross(qtbot: QtBot) -> None:
    made = studying(qtbot, item("k03-dag91-hugo"), item("k03-dag91-lisa"))
    made.key(qtbot, option_key(made, "b"))
    made.press_primary()
    made.press_primary()
    made.key(qtbot, option_key(made, "b"))
    made.press_primary()
    assert made.panel.answers.count.text() == "1 av 2 rätt"
    names = [w.accessibleName() for w in made.panel.answers.children() if getattr(w, "accessibleName", None)]
    assert any(n.startswith("Det stämde: ") for n in names)
    assert any(n.startswith("Kommer igen: ") for n in names)


@pytest.mark.parametrize("type_", list(KnowledgeItemType))
def test_nothing_is_wider_than_the_window_at_twice_the_text_size(type_: KnowledgeItemType, qtbot: QtBot) -> None:
    theme.set_text_scale(2.0)
    made = Studying("questions", QuestionRound((first_of(type_),)))
    made.show(qtbot, (900, 700))
    content = made.scroll.widget()
    assert content is not None
    assert content.width() <= made.scroll.viewport().width()
    card = made.panel.card
    assert card.minimumSizeHint().width() <= card.width()
