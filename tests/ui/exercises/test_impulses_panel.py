"""Impulses are marked by sentence or by words, with keys or pointer; nothing is told before a question is chosen."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.impulses import ImpulseMarked, ImpulseUnmarked, NextQuestionChosen
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.impulses import ImpulseCase, ImpulseType
from kompetens_gui.ui.widgets.impulse_words import type_words
from kompetens_gui.ui.widgets.portion_text import PortionText
from tests.ui.exercises.harness_b import RESOURCES, Bench, begin, content, settle, with_events

KEY = Qt.Key
CASE = "impuls-bagare"
CASES = sorted(path.stem for path in (RESOURCES / "exercises" / "impulses").glob("*.yaml"))
SENTENCES = "Egen företagare, bagare. Lateral epikondylit höger, M77.1, högerhänt."


def the_case() -> ImpulseCase:
    case: ImpulseCase = content("impulses", CASE)
    return case


def started(*events: object) -> Attempt:
    return with_events(begin("impulses", the_case()), *events)


def test_a_sentence_is_marked_with_the_keyboard_alone(qtbot: QtBot) -> None:
    bench = Bench(started(), qtbot)
    panel = bench.panel
    bench.key(qtbot, KEY.Key_Down)
    assert panel.text.quote() == "Egen företagare, bagare."
    bench.key(qtbot, KEY.Key_Down, KEY.Key_Down)
    assert panel.text.quote().startswith("Greppstyrka i dag")
    bench.key(qtbot, KEY.Key_Up)
    assert panel.text.quote() == "Lateral epikondylit höger, M77.1, högerhänt."
    bench.key(qtbot, KEY.Key_Return)
    assert panel.types.rows.hasFocus()
    bench.key(qtbot, KEY.Key_Home, KEY.Key_Down, KEY.Key_Down)
    assert type_words(ImpulseType.UNCLEAR_PROGNOSIS).looks in bench.texts()
    bench.key(qtbot, KEY.Key_Return)
    quote = "Lateral epikondylit höger, M77.1, högerhänt."
    assert bench.events == [ImpulseMarked(0, ImpulseType.UNCLEAR_PROGNOSIS, quote)]
    assert panel.text.hasFocus()
    assert panel.marks.rows[ImpulseType.UNCLEAR_PROGNOSIS].accessibleName() == f"Oklar prognos: {quote}"


def test_a_click_chooses_the_sentence_and_a_drag_any_words(qtbot: QtBot) -> None:
    bench = Bench(started(), qtbot)
    text = bench.panel.text

    def place(at: int) -> QPoint:
        cursor = QTextCursor(text.document())
        cursor.setPosition(at)
        center: QPoint = text.cursorRect(cursor).center()
        return center

    start = the_case().portions[0].text.index("Greppstyrka")
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place(start + 3))
    assert text.quote().startswith("Greppstyrka i dag 14 kilo")
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=place(start))
    QTest.mouseMove(text.viewport(), place(start + len("Greppstyrka")))
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=place(start + len("Greppstyrka")))
    assert text.quote() == "Greppstyrka"
    bench.panel.types.rows.choose(ImpulseType.NO_MEDICAL_PROGRESS)
    bench.click(qtbot, bench.panel.types.mark)
    assert bench.events == [ImpulseMarked(0, ImpulseType.NO_MEDICAL_PROGRESS, "Greppstyrka")]
    underlined = [s for s in text.extraSelections() if s.cursor.selectedText() == "Greppstyrka"]
    assert underlined[0].format.underlineStyle() == QTextCharFormat.UnderlineStyle.SingleUnderline


def test_a_mark_is_taken_back(qtbot: QtBot) -> None:
    bench = Bench(started(ImpulseMarked(0, ImpulseType.MANY_CONTACTS, "bagare")), qtbot)
    bench.panel.marks.rows[ImpulseType.MANY_CONTACTS].remove.setFocus()
    bench.key(qtbot, KEY.Key_Return)
    assert bench.events == [ImpulseUnmarked(0, ImpulseType.MANY_CONTACTS)]
    assert bench.panel.marks.rows == {}


def test_seeing_no_impulse_is_an_answer(qtbot: QtBot) -> None:
    bench = Bench(started(), qtbot)
    assert bench.primary_text() == "Jag ser inga impulser här"
    bench.key(qtbot, KEY.Key_Return)
    assert bench.panel.question.isVisible()
    assert not bench.can_press()
    bench.key(qtbot, KEY.Key_3, KEY.Key_Return)
    assert bench.events == [NextQuestionChosen(0, "c")]
    assert bench.primary_text() == "Nästa del"


def test_one_can_go_back_and_mark_some_more_before_the_question_is_chosen(qtbot: QtBot) -> None:
    bench = Bench(started(), qtbot)
    bench.press_primary()
    bench.click(qtbot, bench.panel.question.back)
    assert bench.panel.text.hasFocus()
    bench.key(qtbot, KEY.Key_Down)
    assert bench.panel.text.quote() == "Egen företagare, bagare."


def test_nothing_of_the_case_is_told_before_the_question_is_chosen(qtbot: QtBot) -> None:
    bench = Bench(started(ImpulseMarked(0, ImpulseType.UNCLEAR_PROGNOSIS, "Prognos")), qtbot)
    portion = the_case().portions[0]
    secrets = [i.why for i in portion.impulses] + [q.feedback for q in portion.next_questions]
    bench.press_primary()
    shown = " ".join(bench.texts())
    assert not any(secret in shown for secret in secrets)
    bench.key(qtbot, KEY.Key_1, KEY.Key_Return)
    shown = " ".join(bench.texts())
    assert all(secret in shown for secret in secrets)


def test_own_marks_are_laid_beside_the_reading_of_the_case(qtbot: QtBot) -> None:
    seen = ImpulseMarked(0, ImpulseType.NO_MEDICAL_PROGRESS, "samma värde")
    own = ImpulseMarked(0, ImpulseType.UNCLEAR_PROGNOSIS, "Prognos")
    bench = Bench(started(seen, own, NextQuestionChosen(0, "a")), qtbot)
    bench.click(qtbot, bench.panel.previous)
    said = [entry.accessibleName() for entry in bench.panel.reading.entries]
    assert said == [
        "Står still medicinskt. Du såg den också.",
        "Något som inte är sagt. Fallet lyfter den här.",
        "Oklar prognos. Din egen iakttagelse.",
    ]
    dashed = [
        s.cursor.selectedText()
        for s in bench.panel.text.extraSelections()
        if s.format.underlineStyle() == QTextCharFormat.UnderlineStyle.DashUnderline
    ]
    assert sorted(dashed) == sorted(i.quote for i in the_case().portions[0].impulses)
    row = bench.panel.question.options.rows
    assert row["a"].verdict.text() == "Ditt val"
    assert row["a"].detail.text().startswith("Hjälper en bit. ")
    assert row["b"].detail.text().startswith("Leder bort just nu. ")
    assert row["c"].detail.text().startswith("Öppnar mest. ")


def test_the_parts_come_one_after_the_other_and_can_be_looked_at_again(qtbot: QtBot) -> None:
    bench = Bench(started(), qtbot)
    for part in range(3):
        assert bench.panel.progress() == (part + 1, 3)
        bench.key(qtbot, KEY.Key_Return, KEY.Key_1, KEY.Key_Return)
        if part < 2:
            bench.key(qtbot, KEY.Key_Return)
    assert bench.attempt.can_finish
    assert bench.primary_text() == ""
    assert "0 av 3 av dina frågor öppnade mest." in bench.texts()
    bench.click(qtbot, bench.panel.previous)
    assert bench.panel.title.text() == the_case().portions[1].title


@pytest.mark.parametrize("case_id", CASES)
def test_every_case_is_worked_through(case_id: str, qtbot: QtBot) -> None:
    case: ImpulseCase = content("impulses", case_id)
    bench = Bench(begin("impulses", case), qtbot)
    for portion in case.portions:
        assert bench.panel.text.toPlainText() == portion.text
        bench.press_primary()
        bench.panel.question.options.press(1)
        bench.press_primary()
        quoted = {s.cursor.selectedText() for s in bench.panel.text.extraSelections()}
        assert quoted == {i.quote for i in portion.impulses}
        bench.press_primary()
    assert bench.view.is_done


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(st.sampled_from("ab .!?”\n\N{NO-BREAK SPACE}é😀"), max_size=40),
    ends=st.tuples(st.integers(0, 90), st.integers(0, 90)),
    presses=st.lists(st.sampled_from([KEY.Key_Up, KEY.Key_Down, KEY.Key_Escape]), max_size=4),
)
def test_what_is_chosen_always_stands_in_the_text(
    qapp: QApplication, text: str, ends: tuple[int, int], presses: list[Qt.Key]
) -> None:
    box = PortionText()
    box.show_text(text)
    cursor = box.textCursor()
    last = box.document().characterCount() - 1
    cursor.setPosition(min(ends[0], last))
    cursor.setPosition(min(ends[1], last), QTextCursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    assert box.quote() in text
    for press in presses:
        QTest.keyClick(box, press)
        assert box.quote() in text
    box.deleteLater()
    settle()
