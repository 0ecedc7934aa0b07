"""One story a day: the questions by the five fingers, then the own answers side by side and never a verdict."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.twin import TwinAnswered, TwinReflected
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.twin import TwinCase
from tests.ui.exercises.harness_b import Bench, begin, content, finished, with_events, write

KEY = Qt.Key
CASE = "tvilling-blommor-och-socker"


def the_case() -> TwinCase:
    case: TwinCase = content("twin", CASE)
    return case


def answered(attempt: Attempt, options: str) -> Attempt:
    pairs = zip(the_case().questions, options, strict=False)
    return with_events(attempt, *(TwinAnswered(q.id, option) for q, option in pairs))


def second_day(before: str, now: str) -> Attempt:
    first = finished(answered(begin("twin", the_case()), before))
    return answered(begin("twin", the_case(), seed=1, earlier=(first,), day=9), now)


def test_the_first_day_is_answered_with_the_keyboard_and_says_that_it_comes_back(qtbot: QtBot) -> None:
    bench = Bench(begin("twin", the_case()), qtbot)
    assert bench.panel.name.text() == "Birgit, 46 år"
    for number, question in enumerate(the_case().questions):
        assert bench.panel.progress() == (number + 1, 5)
        assert bench.panel.question.text.text() == question.text
        assert not bench.can_press()
        bench.key(qtbot, KEY.Key_2, KEY.Key_Return)
    assert bench.events == [TwinAnswered(q.id, "b") for q in the_case().questions]
    assert bench.panel.done.isVisible()
    assert "Övningen kommer tillbaka en annan dag." in bench.panel.done.words.text()
    assert bench.panel.done.words.hasFocus()
    assert bench.attempt.can_finish
    shown = " ".join(bench.texts())
    assert "Bertil" not in shown
    assert not any(fact.text in shown for fact in the_case().facts)


def test_the_other_version_comes_another_day(qtbot: QtBot) -> None:
    bench = Bench(second_day("ababa", ""), qtbot)
    assert bench.panel.name.text() == "Bertil, 46 år"
    assert bench.panel.question.options.current() == ""


def test_the_hand_leads_to_a_finger_and_shows_what_is_answered(qtbot: QtBot) -> None:
    bench = Bench(answered(begin("twin", the_case()), "a"), qtbot)
    rows = bench.panel.guide.rows
    assert rows[1].accessibleName() == "1. Psykisk ohälsa, besvarad"
    assert rows[2].accessibleName() == "2. Levnadsvanor, här är du"
    bench.click(qtbot, rows[4])
    assert bench.panel.question.finger.text() == "4. Arbete och arbetsgivare"
    rows[1].setFocus()
    bench.key(qtbot, KEY.Key_Return)
    assert bench.panel.question.options.current() == "a"
    bench.key(qtbot, KEY.Key_3, KEY.Key_Return)
    assert bench.events == [TwinAnswered("q1", "c")]


def test_a_question_passed_by_is_asked_before_it_is_done(qtbot: QtBot) -> None:
    bench = Bench(answered(begin("twin", the_case()), "aaa"), qtbot)
    bench.click(qtbot, bench.panel.guide.rows[5])
    bench.key(qtbot, KEY.Key_1, KEY.Key_Return)
    assert bench.panel.question.finger.text().startswith("4.")


def test_the_own_answers_lie_side_by_side(qtbot: QtBot) -> None:
    bench = Bench(second_day("ababa", "abbac"), qtbot)
    shown = bench.texts()
    assert "Birgit, 46, 23 november 2026" in shown
    assert "Bertil, 46, i dag" in shown
    assert "På 2 frågor svarade du lika." in shown
    case = the_case()
    different = [("q3", "a", "b"), ("q4", "b", "a"), ("q5", "a", "c")]
    for question_id, before, now in different:
        question = next(q for q in case.questions if q.id == question_id)
        texts = {o.id: o.text for o in question.options}
        assert shown.count(question.text) == 1
        assert texts[before] in shown
        assert texts[now] in shown
    assert case.questions[0].text not in shown
    assert all(fact.text in shown for fact in case.facts)
    assert any(text.startswith("Källa: HFD 2022 ref. 47") for text in shown)
    assert "säger inte vilket svar som är bäst" in bench.panel.own.lead.text()


def test_answering_alike_is_no_praise(qtbot: QtBot) -> None:
    bench = Bench(second_day("ababa", "ababa"), qtbot)
    assert "du svarade lika om båda" in bench.panel.own.lead.text()
    assert not bench.panel.own.same.isVisible()


def test_what_is_thought_is_kept_when_the_writer_leaves(qtbot: QtBot) -> None:
    bench = Bench(second_day("ababa", "abbac"), qtbot)
    field = bench.panel.reflection.fields[1]
    field.setFocus()
    write(field, "Ett bygge hade gjort mig snabbare.")
    bench.panel.show_attempt(bench.attempt)
    assert field.toPlainText() == "Ett bygge hade gjort mig snabbare."
    bench.panel.commit_pending()
    assert bench.events == [TwinReflected(1, "Ett bygge hade gjort mig snabbare.")]
    assert field.hasFocus()


def test_the_answers_can_be_gone_through_again(qtbot: QtBot) -> None:
    bench = Bench(second_day("ababa", "abbac"), qtbot)
    bench.click(qtbot, bench.panel.own.again)
    assert bench.panel.question.isVisible()
    bench.key(qtbot, KEY.Key_Return, KEY.Key_Return, KEY.Key_1, KEY.Key_Return)
    assert bench.events == [TwinAnswered("q3", "a")]
    bench.key(qtbot, KEY.Key_Return, KEY.Key_Return)
    assert "På 3 frågor svarade du lika." in bench.texts()
