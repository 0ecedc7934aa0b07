"""Impulses marked for groups with mouse and keys, the next question, and reveals that each stand alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.spot_impulses import events as e
from kompetens_gui.domain.study.impulses import ImpulseCase, ImpulseType
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.spot_impulses.leader import ASK, KEY, MARK
from kompetens_gui.ui.style.theme import theme
from tests.domain.material_making import RESOURCES
from tests.ui.activities.conftest import Running, Start

K = Qt.Key
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
CASES = sorted(path.stem for path in (RESOURCES / "exercises" / "impulses").glob("*.yaml"))
SAME_VALUE, TIRED = "samma värde som i september", "verkar trött och kort i svaren i dag"


def begun(start: Start, name: str = "impuls-bagare", *, groups: bool = True) -> Running:
    running = start("spot_impulses", {"material": f"impulses/{name}"}, with_case=False)
    if not groups:
        running.context = replace(running.context, groups=())
        running.state = running.kind.start(running.context)
        running.show()
    return running


def choose(running: Running, words: str) -> None:
    """Choose words as the mouse does."""
    text = running.leader.marking.text
    at = text.toPlainText().index(words)
    cursor = text.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)


def marks(running: Running) -> list[tuple[str, ImpulseType, str]]:
    return [(m.group, m.type, m.quote) for m in running.state.at(running.state.portion).now.marks]


def test_a_sentence_is_chosen_with_an_arrow_and_marked_with_its_letter(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    text = running.leader.marking.text
    assert text.hasFocus()
    qtbot.keyClick(text, K.Key_Down)
    qtbot.keyClick(text, K.Key_O)
    assert marks(running) == [("g1", ImpulseType.UNCLEAR_PROGNOSIS, "Egen företagare, bagare.")]
    assert running.leader.marking.groups.buttons["g1"].text() == "1. Grupp 1 (1)"


def test_a_digit_changes_group_and_a_button_marks_the_chosen_words(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    page = running.leader.marking
    qtbot.keyClick(page.text, K.Key_2)
    choose(running, SAME_VALUE)
    qtbot.mouseClick(page.types[ImpulseType.NO_MEDICAL_PROGRESS], LEFT)
    assert marks(running) == [("g2", ImpulseType.NO_MEDICAL_PROGRESS, SAME_VALUE)]
    assert len(page.rows) == 1
    qtbot.keyClick(page.text, K.Key_G, _CTRL | _SHIFT)
    assert page.group == "g1"
    assert page.rows == {}


def test_words_are_chosen_one_by_one_with_keys_alone(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    text = running.leader.marking.text
    qtbot.keyClick(text, K.Key_Right)
    assert text.quote() == "Egen"
    qtbot.keyClick(text, K.Key_Right)
    qtbot.keyClick(text, K.Key_Right)
    for _ in range(3):
        qtbot.keyClick(text, K.Key_Right, _SHIFT)
    qtbot.keyClick(text, K.Key_Left, _SHIFT)
    assert text.quote() == "bagare. Lateral epikondylit"
    qtbot.keyClick(text, K.Key_Left)
    assert text.quote() == "företagare,"
    for _ in range(3):
        qtbot.keyClick(text, K.Key_Left)
    qtbot.keyClick(text, K.Key_Left, _SHIFT)
    assert text.quote() == "Egen"
    qtbot.keyClick(text, K.Key_S)
    assert marks(running) == [("g1", ImpulseType.PRIOR_HISTORY, "Egen")]


def test_equal_words_are_marked_where_they_were_chosen(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    text = running.leader.marking.text
    whole = text.toPlainText()
    at = whole.index("och", whole.index("och") + 1)
    cursor = text.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + 3, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    qtbot.keyClick(text, K.Key_K)
    assert running.state.at(0).now.marks[0].occurrence == 2


def test_nothing_is_marked_without_words_and_the_leader_is_told_how(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    qtbot.keyClick(running.leader.marking.text, K.Key_S)
    assert running.events == []
    assert running.leader.marking.hint.text() == "Välj orden först, med musen eller med Upp och Ned."


def test_a_mark_is_taken_back_with_delete_and_with_its_cross(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    page = running.leader.marking
    for words, key in ((SAME_VALUE, K.Key_M), (TIRED, K.Key_U)):
        choose(running, words)
        qtbot.keyClick(page.text, key)
    choose(running, "samma värde")
    qtbot.keyClick(page.text, K.Key_Delete)
    assert [quote for _, _, quote in marks(running)] == [TIRED]
    qtbot.mouseClick(next(iter(page.rows.values())).remove, LEFT)
    assert marks(running) == []


def test_a_group_says_that_it_sees_none(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    page = running.leader.marking
    qtbot.keyClick(page.text, K.Key_N, _CTRL | _SHIFT)
    assert running.state.at(0).now.nothing == ("g1",)
    assert page.nothing.isChecked()
    assert page.groups.buttons["g1"].text() == "1. Grupp 1 (ingen)"
    running.happen(e.PartRevealed(0, e.RevealPart.MARKS))
    assert running.room.side.lead.text() == "Ser ingen impuls: Grupp 1"
    qtbot.mouseClick(page.nothing, LEFT)
    assert running.state.at(0).now.nothing == ()


def test_the_room_sees_marks_and_the_cases_reading_each_after_its_own_reveal(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    page = running.leader.marking
    choose(running, SAME_VALUE)
    qtbot.keyClick(page.text, K.Key_M)
    assert running.room.text.marks() == ()
    qtbot.keyClick(page.text, K.Key_A, _CTRL | _SHIFT)
    assert running.room.side.texts() == ["M Står still medicinskt:  Grupp 1"]
    qtbot.keyClick(page.text, K.Key_F, _CTRL | _SHIFT)
    lines = running.room.side.texts()
    assert lines[0].endswith("Såg den: Grupp 1. Inte markerad: Grupp 2.")
    assert lines[1].endswith("Inte markerad: Grupp 1, Grupp 2.")
    assert [(m.letter, m.own) for m in running.room.text.marks()] == [("M", True), ("M", False), ("U", False)]
    assert page.hint.text() == "Facit visas i rummet. Dölj det om ni vill markera mer."
    assert not page.nothing.isEnabled()


def test_questions_are_chosen_by_groups_and_how_far_they_lead_is_shown_last(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    qtbot.keyClick(running.leader.marking.text, K.Key_Tab, _CTRL)
    assert running.leader.side.current() == ASK
    asking = running.leader.asking
    qtbot.keyClick(asking, K.Key_3)
    qtbot.keyClick(asking, K.Key_1)
    assert running.state.at(0).now.questions == {"g1": "c", "g2": "a"}
    qtbot.mouseClick(running.leader.shows.button(e.RoomShows.QUESTIONS.value), LEFT)
    cards = running.room.cards
    assert [(card.who.text(), card.reach.text()) for card in cards] == [("", "")] * 3
    qtbot.keyClick(asking, K.Key_D, _CTRL | _SHIFT)
    assert [card.who.text() for card in cards] == ["Grupp 2", "", "Grupp 1"]
    assert {card.reach.text() for card in cards} == {""}
    qtbot.keyClick(asking, K.Key_R, _CTRL | _SHIFT)
    assert [card.reach.text() for card in cards] == ["Hjälper en bit", "Leder bort just nu", "Öppnar mest"]


def test_digits_that_come_before_the_disk_has_answered_are_each_the_next_groups(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    qtbot.keyClick(running.leader.marking.text, K.Key_Tab, _CTRL)
    asked: list[object] = []
    running.leader.proposed.disconnect(running.happen)
    running.leader.proposed.connect(asked.append)
    for key in (K.Key_3, K.Key_1):
        qtbot.keyClick(running.leader.asking, key)
    assert asked == [e.QuestionPicked(0, "g1", "c"), e.QuestionPicked(0, "g2", "a")]


def test_a_room_without_groups_marks_at_once_and_counts_hands(start: Start, qtbot: QtBot) -> None:
    running = begun(start, groups=False)
    page = running.leader.marking
    assert not page.groups.isVisible()
    choose(running, TIRED)
    qtbot.keyClick(page.text, K.Key_U)
    assert running.room.side.texts() == ["U Något som inte är sagt:"]
    qtbot.mouseClick(running.leader.side.button(ASK), LEFT)
    for key in (K.Key_1, K.Key_3, K.Key_3):
        qtbot.keyClick(running.leader.asking, key)
    qtbot.keyClick(running.leader.asking, K.Key_1, _SHIFT)
    assert running.state.at(0).now.hands == {"a": 0, "c": 2}
    running.happen(e.PartRevealed(0, e.RevealPart.CHOICES))
    assert [card.who.text() for card in running.room.cards] == ["", "", "2 händer"]


def test_the_second_round_shows_what_is_new(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    page = running.leader.marking
    choose(running, SAME_VALUE)
    qtbot.keyClick(page.text, K.Key_M)
    qtbot.keyClick(page.text, K.Key_2, _CTRL | _SHIFT)
    qtbot.keyClick(page.text, K.Key_2)
    choose(running, SAME_VALUE)
    qtbot.keyClick(page.text, K.Key_M)
    running.happen(e.PartRevealed(0, e.RevealPart.MARKS))
    assert running.room.side.texts() == ["M Står still medicinskt:  Grupp 1. Nytt efter samtalet: Grupp 2"]
    assert running.room.round.text() == "Efter samtalet"


def test_the_leader_reads_the_key_alone_and_goes_from_portion_to_portion(start: Start, qtbot: QtBot) -> None:
    running = begun(start, "impuls-servitris")
    qtbot.mouseClick(running.leader.side.button(KEY), LEFT)
    assert running.room.side.title.text() == "Vad är skäl att fråga?"
    assert "Det är också en läsning." in running.leader.key.entries.itemAt(0).widget().text()
    for _ in range(2):
        qtbot.keyClick(running.leader.side.button(MARK), K.Key_Right, _ALT)
    assert running.state.portion == 2
    assert running.leader.side.current() == MARK
    running.happen(e.PartRevealed(2, e.RevealPart.KEY))
    assert running.room.side.lead.text().startswith("Det här fallet har inga impulser.")
    qtbot.keyClick(running.leader.marking.text, K.Key_Left, _ALT)
    assert running.state.portion == 1
    assert running.room.side.title.text() == "Vad är skäl att fråga?"


@pytest.mark.parametrize("name", CASES)
def test_no_text_of_a_shipped_case_ends_in_dots_in_the_room(name: str, start: Start, qtbot: QtBot) -> None:
    running, cut = begun(start, name), []
    case = running.context.material
    assert isinstance(case, ImpulseCase)
    for at, portion in enumerate(case.portions):
        running.happen(e.PortionShown(at))
        for number, impulse in enumerate(portion.impulses):
            running.happen(e.ImpulseSpotted(f"{at}-{number}", at, "g1", impulse.type, impulse.quote))
        for part in (e.RevealPart.MARKS, e.RevealPart.KEY, e.RevealPart.CHOICES, e.RevealPart.REACH):
            running.happen(e.PartRevealed(at, part))
            QApplication.processEvents()
            texts = [text for text in running.room.findChildren(FittedText) if text.isVisible()]
            cut += [(at, part, text.text()) for text in texts if not text.is_whole()]
            assert running.room.text.is_whole()
    assert cut == []


def test_every_page_fits_at_double_size_and_paints_in_the_dark(start: Start, qtbot: QtBot) -> None:
    running = begun(start)
    choose(running, TIRED)
    qtbot.keyClick(running.leader.marking.text, K.Key_U)
    theme.set_text_scale(2.0)
    theme.set_mode("dark")
    for side in (MARK, ASK, KEY):
        qtbot.mouseClick(running.leader.side.button(side), LEFT)
        assert running.leader.width() <= running.windows[0].width()
        assert not running.windows[0].grab().isNull()
    running.happen(e.PartRevealed(0, e.RevealPart.KEY))
    assert not running.windows[1].grab().isNull()
