"""Marking a certificate alone, with keys and mouse, and what is said about it by level of feedback."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, SpanMarked
from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.chain import ChainLink, NodeId, SpanKind
from kompetens_gui.domain.exercises.mark_chain.hits import HitRecord, KindHits
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.key_comparison import DifferenceKind
from kompetens_gui.domain.medical_certificate import ACTIVITY, DIAGNOSIS, FUNCTION
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.ui.exercises.base import GroupQuestionAsked
from tests.ui.exercises.harness_a import Practice, begin, practise

_CTRL = Qt.KeyboardModifier.ControlModifier
_CTRL_SHIFT = _CTRL | Qt.KeyboardModifier.ShiftModifier


def _practise(qtbot: QtBot, level: int = 2) -> Practice:
    settings = StepSettings(medical_certificate="intyg-1", feedback_level=level)
    return practise(begin("mark_chain", "utmattning-projektledare", settings), qtbot)


def _mark(practice: Practice, qtbot: QtBot, field: str, words: str, key: Qt.Key) -> NodeId:
    text = practice.view.picture.medical_certificate.text(field)
    at = text.index(words)
    practice.panel.work.text.select(field, at, at + len(words))
    qtbot.keyClick(practice.panel.work.text, key)
    node: NodeId = practice.view.chain.nodes[-1].id
    return node


def _some_marks(practice: Practice, qtbot: QtBot) -> tuple[NodeId, NodeId, NodeId]:
    d = _mark(practice, qtbot, DIAGNOSIS, "Utmattningssyndrom", Qt.Key.Key_D)
    f = _mark(practice, qtbot, FUNCTION, "hon tappar sammanhanget", Qt.Key.Key_F)
    other = _mark(practice, qtbot, FUNCTION, "Klarar inte att leda byggmöten", Qt.Key.Key_F)
    return d, f, other


def _compare(practice: Practice, qtbot: QtBot) -> None:
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)


def test_marked_words_stand_in_the_list_and_can_be_compared(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    assert practice.panel.work.text.hasFocus()
    assert not practice.button.isEnabled()
    node = _mark(practice, qtbot, FUNCTION, "hon tappar sammanhanget", Qt.Key.Key_F)
    assert practice.events[-1] == SpanMarked(node, SpanKind.FUNCTION, FUNCTION, "hon tappar sammanhanget", 1)
    (row,) = practice.panel.marks.rows.values()
    assert row.accessibleName() == "F, funktionsnedsättning: hon tappar sammanhanget"
    assert practice.button.text() == "Jämför"
    assert practice.button.isEnabled()


def test_words_are_marked_with_the_mouse(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    text = practice.view.picture.medical_certificate.text(ACTIVITY)
    practice.panel.work.text.select(ACTIVITY, 0, text.index("."))
    qtbot.mouseClick(practice.panel.work.bar.buttons["A"], Qt.MouseButton.LeftButton)
    assert practice.view.chain.nodes[0].kind is SpanKind.ACTIVITY


def test_another_kind_is_nearly_there_with_the_reason(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    *_, other = _some_marks(practice, qtbot)
    _compare(practice, qtbot)
    card = practice.panel.work.area.card
    assert practice.events[-1] == RoundFinished()
    assert card.headline.text().startswith("Nästan. ")
    assert card.headline.text().endswith("läser det som aktivitetsbegränsning.")
    assert card.why.text()
    assert card.pair.isVisible()
    assert practice.panel.marks.rows[other].accessibleName().startswith("Nästan. F,")
    assert card.next.hasFocus()
    qtbot.waitUntil(practice.panel.work.text.has_choice)
    assert practice.panel.work.text.chosen_span().quote.startswith("Klarar inte att leda byggmöten")


def test_a_reasonable_alternative_is_said_to_be_so(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    node = _mark(practice, qtbot, FUNCTION, "Självskattning KEDS 29 poäng", Qt.Key.Key_F)
    _compare(practice, qtbot)
    assert practice.panel.work.area.card.headline.text().startswith("Går också att läsa så. ")
    assert practice.panel.marks.rows[node].accessibleName().startswith("Går också att läsa så. ")


def test_keys_go_from_place_to_place_and_choose_it_in_the_text(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    _some_marks(practice, qtbot)
    _compare(practice, qtbot)
    card = practice.panel.work.area.card
    first, count = card.current(), card.place.text()
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_D, _CTRL)
    assert card.current() != first
    assert card.current().span.quote in practice.panel.work.text.chosen_span().quote
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_D, _CTRL_SHIFT)
    assert (card.current(), card.place.text()) == (first, count)


def test_the_worked_example_is_there_from_the_start(qtbot: QtBot) -> None:
    practice = _practise(qtbot, level=1)
    card = practice.panel.work.area.card
    assert card.isVisible()
    assert card.headline.text() == "FMR läser det som diagnos."
    qtbot.mouseClick(card.next, Qt.MouseButton.LeftButton)
    assert practice.panel.work.text.chosen_span().quote == card.current().span.quote


def test_level_three_tells_only_how_much(qtbot: QtBot) -> None:
    practice = _practise(qtbot, level=3)
    _some_marks(practice, qtbot)
    _compare(practice, qtbot)
    share = round(100 * practice.view.best.share)
    assert practice.panel.work.area.summary.text().startswith(f"Du har hittat {share}\N{NO-BREAK SPACE}%. ")
    assert practice.panel.marks.count.text() == str(len(practice.view.chain.nodes))
    assert not practice.panel.work.area.card.isVisible()
    assert not practice.panel.hits.isVisible()
    assert not practice.panel.work.side.button("reading").isEnabled()
    assert all(not r.accessibleName().startswith("Nästan") for r in practice.panel.marks.rows.values())


def test_level_four_tells_nothing_until_the_readings_are_shown(qtbot: QtBot) -> None:
    practice = _practise(qtbot, level=4)
    _some_marks(practice, qtbot)
    assert practice.button.text() == "Klar med markeringarna"
    _compare(practice, qtbot)
    assert "%" not in practice.panel.work.area.summary.text()
    assert not practice.panel.work.area.card.isVisible()
    assert practice.button.text() == "Visa läsningarna"
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)
    assert practice.panel.work.area.card.isVisible()
    assert practice.panel.hits.isVisible()


def test_a_changed_chain_can_be_compared_again(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    _some_marks(practice, qtbot)
    _compare(practice, qtbot)
    assert practice.button.text() == "Visa läsningarna"
    _mark(practice, qtbot, ACTIVITY, "Bör inte köra bil", Qt.Key.Key_A)
    assert practice.button.text() == "Jämför igen"
    found = practice.view.best.found
    _compare(practice, qtbot)
    assert practice.view.best.found == found + 1
    assert practice.panel.marks.count.text() == f"{found + 1} av {practice.view.best.of} hittade"


def test_the_readings_close_the_work_and_each_gives_its_reason(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    _some_marks(practice, qtbot)
    _compare(practice, qtbot)
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)
    card = practice.panel.work.area.card
    assert practice.view.is_closed
    assert card.text.text() == "Helheten"
    before = card.why.text()
    wanted = next(p for p in Perspective if p is not practice.panel.work.area.segments.current())
    for perspective in Perspective:
        qtbot.mouseClick(practice.panel.work.area.segments.button(perspective.value), Qt.MouseButton.LeftButton)
        key = next(k for k in practice.view.keys if k.perspective is perspective)
        assert card.why.text() == " ".join(key.reason.split())
    assert KeyRevealed(wanted) in practice.events
    assert before
    count = len(practice.view.chain.nodes)
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_A)
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_Delete)
    assert len(practice.view.chain.nodes) == count
    assert practice.panel.primary() is None
    assert practice.attempt.can_finish


def test_the_chain_is_linked_with_keys_alone_and_the_reading_has_one_too(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    d, f, _ = _some_marks(practice, qtbot)
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_Tab, _CTRL)
    chain = practice.panel.work.chain
    assert chain.hasFocus()
    chain.go_to(d)
    qtbot.keyClick(chain, Qt.Key.Key_L)
    chain.go_to(f)
    qtbot.keyClick(chain, Qt.Key.Key_Return)
    assert practice.view.chain.links == (ChainLink(d, f),)
    _compare(practice, qtbot)
    qtbot.mouseClick(practice.panel.work.side.button("reading"), Qt.MouseButton.LeftButton)
    assert practice.panel.work.stack.currentWidget() is practice.panel.work.reading_chain
    assert practice.panel.work.reading_chain.current_node()


def test_what_is_missing_is_pointed_out_with_its_question(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_S, _CTRL_SHIFT)
    qtbot.keyClicks(practice.panel.aside.missing.question, "Vilken funktion?")
    assert not practice.panel.marks.isVisible()
    qtbot.keyClick(practice.panel.aside.missing.question, Qt.Key.Key_Return)
    (node,) = practice.view.chain.nodes
    assert (node.is_missing, node.question) == (True, "Vilken funktion?")
    assert practice.panel.marks.isVisible()
    assert practice.panel.work.text.hasFocus()
    _compare(practice, qtbot)
    kinds = {d.kind for r in practice.view.differences for d in r.differences if d.group is not None}
    assert kinds == {DifferenceKind.MISSING_IN_BOTH}
    assert practice.panel.marks.rows[node.id].accessibleName().startswith("Ni ser samma lucka. ")


def test_a_mark_is_linked_and_removed_from_the_fold_out(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    d, f, _ = _some_marks(practice, qtbot)
    qtbot.mouseClick(practice.panel.marks.rows[f], Qt.MouseButton.LeftButton)
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_Return)
    details = practice.panel.aside.details
    details.others.setCurrentIndex(details.others.findData(d))
    qtbot.mouseClick(details.link, Qt.MouseButton.LeftButton)
    assert practice.view.chain.links == (ChainLink(d, f),)
    qtbot.mouseClick(details.remove, Qt.MouseButton.LeftButton)
    assert practice.view.chain.node(f) is None
    assert practice.panel.aside.page() == ""


def test_a_thin_chain_can_be_enough_and_the_reason_is_kept_in_time(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_R, _CTRL_SHIFT)
    qtbot.keyClick(practice.panel.aside.judgement.enough, Qt.Key.Key_Space)
    qtbot.keyClicks(practice.panel.aside.judgement.reason, "Det syns ")
    practice.panel.commit_pending()
    assert (practice.view.sufficient_anyway, practice.view.reason) == (True, "Det syns")
    assert practice.panel.aside.judgement.reason.toPlainText() == "Det syns "


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_the_hits_of_each_kind_are_told_once_a_reading_may_be(qtbot: QtBot, level: int) -> None:
    practice = _practise(qtbot, level=level)
    _some_marks(practice, qtbot)
    assert not practice.panel.hits.isVisible()
    _compare(practice, qtbot)
    assert practice.panel.hits.isVisible() is (level <= 2)


def test_how_it_has_gone_lately_is_said_in_words_and_numbers(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    lately = practice.panel.lately
    assert not lately.isVisible()
    hits = (KindHits("D", 24, 25), KindHits("F", 5, 7), KindHits("A", 0, 0))
    practice.panel.show_record(HitRecord(3, 30, hits))
    assert lately.bars.title.text() == "Träffsäkerhet, senaste 30 dagarna"
    said = [lately.bars.rows.itemAt(n).widget().accessibleName() for n in range(3)]
    assert said == [
        "Diagnos: 24 av 25, 96\N{NO-BREAK SPACE}%",
        "Funktionsnedsättning: 5 av 7, 71\N{NO-BREAK SPACE}%",
        "Aktivitetsbegränsning: 0 av 0, –",
    ]
    assert "Från 3 avslutade övningar" in lately.bars.note.text()
    _some_marks(practice, qtbot)
    _compare(practice, qtbot)
    assert not lately.bars.isVisible()
    said = lately.line.text().replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Senaste 30 dagarna: D 96 % (24/25), F 71 % (5/7)."
    practice.panel.show_record(HitRecord(0, 30, hits))
    assert not lately.isVisible()


def test_a_line_is_taken_up_in_the_group_by_keys_without_an_answer(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    wanted: list[object] = []
    practice.panel.service_wanted.connect(wanted.append)
    _some_marks(practice, qtbot)
    words = "Klarar inte att leda byggmöten"
    qtbot.keyClick(practice.panel.work.text, Qt.Key.Key_G, _CTRL_SHIFT)
    form = practice.panel.aside.group
    assert form.text.hasFocus()
    assert form.about.text() == practice.view.picture.case_title
    assert form.line.text().startswith(f"”{words}")
    qtbot.keyClicks(form.text, "Varfor inte F?")
    form.put.setFocus()
    qtbot.keyClick(form.put, Qt.Key.Key_Space)
    (asked,) = wanted
    assert isinstance(asked, GroupQuestionAsked)
    assert (asked.text, asked.about) == ("Varfor inte F?", practice.view.picture.case_title)
    assert asked.quote.startswith(words)
    assert practice.panel.aside.page() == ""
    assert practice.panel.marks.isVisible()


def test_nothing_is_put_on_the_list_without_words(qtbot: QtBot) -> None:
    practice = _practise(qtbot)
    qtbot.mouseClick(practice.panel.work.buttons["group"], Qt.MouseButton.LeftButton)
    form = practice.panel.aside.group
    assert form.text.toPlainText() == "Hur läser ni det här intyget?"
    assert not form.line.isVisible()
    qtbot.keyClick(form.text, Qt.Key.Key_Backspace)
    assert not form.put.isEnabled()


def test_a_question_can_be_asked_also_when_the_work_is_closed(qtbot: QtBot) -> None:
    practice = _practise(qtbot, level=4)
    _some_marks(practice, qtbot)
    _compare(practice, qtbot)
    qtbot.mouseClick(practice.button, Qt.MouseButton.LeftButton)
    assert not practice.panel.work.buttons["missing"].isVisible()
    qtbot.mouseClick(practice.panel.work.buttons["group"], Qt.MouseButton.LeftButton)
    assert practice.panel.aside.group.text.isVisible()
    practice.panel.show_attempt(practice.attempt)
    assert practice.panel.aside.page() == "group"
