"""Reading, choosing and marking in the certificate; any choice gives a quote that is found again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.chain import Chain, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.key_comparison import Difference, DifferenceKind
from kompetens_gui.domain.medical_certificate import (
    ACTIVITY,
    DIAGNOSIS,
    FIELDS,
    FUNCTION,
    Diagnosis,
    FieldId,
    MedicalCertificate,
    MedicalCertificateId,
)
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import PROJECTOR
from kompetens_gui.ui.widgets.certificate_layout import FieldLayout
from kompetens_gui.ui.widgets.certificate_lines import WordWidths, break_lines, measured
from kompetens_gui.ui.widgets.certificate_look import leader_look
from kompetens_gui.ui.widgets.certificate_marks import Mark, MarkFinder, in_lanes
from kompetens_gui.ui.widgets.certificate_text import FieldText
from kompetens_gui.ui.widgets.certificate_view import CertificateView, Mode

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
TEXTS = {
    FUNCTION: "Sover ytligt. Tappar tråden två gånger, sover ytligt igen. Ingen ångest.",
    ACTIVITY: "Kan inte leda möten. Orkar ett ärende i taget.",
}
words = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=160)


def some_medical_certificate(texts: dict[FieldId, str] | None = None) -> MedicalCertificate:
    return MedicalCertificate(
        MedicalCertificateId("intyg"),
        "Intyg",
        date(2026, 10, 1),
        diagnoses=(Diagnosis("F43.8A", "Utmattningssyndrom"),),
        texts=TEXTS if texts is None else texts,
    )


def node(name: str, kind: SpanKind, field: FieldId, quote: str, occurrence: int = 1) -> ChainNode:
    return ChainNode(NodeId(name), kind, Span(field, quote, occurrence))


@pytest.fixture
def view(qtbot: QtBot) -> CertificateView:
    return shown(qtbot)


def shown(qtbot: QtBot, mode: Mode = "mark", width: int = 700, height: int = 400) -> CertificateView:
    made = CertificateView(mode=mode)
    made.resize(width, height)
    qtbot.addWidget(made)
    made.set_medical_certificate(some_medical_certificate())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_the_word_under_the_caret_is_marked_with_a_letter(view: CertificateView, qtbot: QtBot) -> None:
    view.show_field(FUNCTION)
    with qtbot.waitSignal(view.span_marked) as marked:
        qtbot.keyClick(view, Qt.Key.Key_F)
    assert marked.args == ["F", FUNCTION, "Sover", 1]


def test_shift_and_arrows_choose_words_and_ctrl_whole_sentences(view: CertificateView, qtbot: QtBot) -> None:
    view.show_field(FUNCTION)
    qtbot.keyClick(view, Qt.Key.Key_Right, _SHIFT)
    assert view.chosen_span() == Span(FUNCTION, "Sover ytligt.")
    qtbot.keyClick(view, Qt.Key.Key_Right, _CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Right, _CTRL | _SHIFT)
    assert view.chosen_span() == Span(FUNCTION, "Tappar tråden två gånger, sover ytligt igen.")
    qtbot.keyClick(view, Qt.Key.Key_Right, _CTRL | _SHIFT)
    assert view.chosen_span() == Span(FUNCTION, "Tappar tråden två gånger, sover ytligt igen. Ingen ångest.")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.has_choice()


def test_a_repeated_quote_tells_which_one_it_is(view: CertificateView, qtbot: QtBot) -> None:
    start = TEXTS[FUNCTION].index("sover")
    view.select(FUNCTION, start, start + 5)
    assert view.chosen_span() == Span(FUNCTION, "sover", 1)
    view.select(FUNCTION, TEXTS[FUNCTION].rindex("ytligt"), TEXTS[FUNCTION].rindex("ytligt") + 6)
    assert view.chosen_span() == Span(FUNCTION, "ytligt", 2)


def test_the_caret_walks_from_field_to_field_and_to_both_ends(view: CertificateView, qtbot: QtBot) -> None:
    assert view.chosen_span() == Span(DIAGNOSIS, "Utmattningssyndrom")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.chosen_span() == Span(FUNCTION, "Sover")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.chosen_span() == Span(DIAGNOSIS, "(F43.8A)")
    qtbot.keyClick(view, Qt.Key.Key_End, _CTRL)
    assert view.chosen_span() == Span(ACTIVITY, "taget.")
    qtbot.keyClick(view, Qt.Key.Key_Home, _CTRL)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen_span() == Span(FUNCTION, "ytligt.")
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.chosen_span() == Span(FUNCTION, "Sover")


def test_a_choice_never_leaves_its_field(view: CertificateView, qtbot: QtBot) -> None:
    view.show_field(FUNCTION)
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Right, _SHIFT)
    assert view.chosen_span() == Span(FUNCTION, TEXTS[FUNCTION])
    qtbot.keyClick(view, Qt.Key.Key_Down, _SHIFT)
    assert view.chosen_span() == Span(FUNCTION, TEXTS[FUNCTION])


def test_dragging_the_mouse_chooses_whole_words(view: CertificateView, qtbot: QtBot) -> None:
    view.show_field(FUNCTION)
    view.grab()
    place = next(f for f in view._surface.fields if f.form_field.id == FUNCTION)
    boxes = [next(place.boxes(*place.text.words[i])).center().toPoint() for i in (1, 3)]
    offset = QPoint(0, view.verticalScrollBar().value())
    start, end = boxes[0] - offset, boxes[1] - offset
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert not view.has_choice() or view.chosen_span() == Span(FUNCTION, "ytligt. Tappar tråden")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, _SHIFT, end)
    assert view.chosen_span() == Span(FUNCTION, "ytligt. Tappar tråden")


def test_a_double_click_chooses_the_sentence(view: CertificateView, qtbot: QtBot) -> None:
    view.show_field(ACTIVITY)
    place = next(f for f in view._surface.fields if f.form_field.id == ACTIVITY)
    at = next(place.boxes(*place.text.words[5])).center().toPoint() - QPoint(0, view.verticalScrollBar().value())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.chosen_span() == Span(ACTIVITY, "Orkar ett ärende i taget.")


def test_marks_are_walked_changed_removed_and_opened(view: CertificateView, qtbot: QtBot) -> None:
    one = node("f1", SpanKind.FUNCTION, FUNCTION, "Tappar tråden")
    two = node("a1", SpanKind.ACTIVITY, ACTIVITY, "leda möten.")
    view.set_chain(Chain((one, two)))
    qtbot.keyClick(view, Qt.Key.Key_N)
    mark = view.current_mark()
    assert mark is not None
    assert mark.node == "f1"
    with qtbot.waitSignal(view.mark_changed) as changed:
        qtbot.keyClick(view, Qt.Key.Key_A)
    assert changed.args == ["f1", "A"]
    with qtbot.waitSignal(view.mark_removed) as removed:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert removed.args == ["f1"]
    qtbot.keyClick(view, Qt.Key.Key_P)
    with qtbot.waitSignal(view.mark_activated) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["a1"]


def test_a_screen_reader_is_told_kind_and_quote(view: CertificateView) -> None:
    view.set_chain(Chain((node("f1", SpanKind.FUNCTION, FUNCTION, "Tappar tråden"),)))
    view.go_to_mark("f1")
    assert view.accessibleDescription() == "F, funktionsnedsättning: Tappar tråden"


def test_letters_do_nothing_where_nothing_is_marked(qtbot: QtBot) -> None:
    view = shown(qtbot, "select")
    with qtbot.assertNotEmitted(view.span_marked):
        qtbot.keyClick(view, Qt.Key.Key_F)
    with qtbot.waitSignal(view.span_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [DIAGNOSIS, "Utmattningssyndrom", 1]


def test_a_mark_is_seen_as_fill_line_and_letter(view: CertificateView) -> None:
    before = view.grab().toImage()
    view.set_chain(Chain((node("f1", SpanKind.FUNCTION, FUNCTION, "Tappar tråden två gånger"),)))
    after = view.grab().toImage()
    colors = {after.pixelColor(x, y).name() for x in range(0, after.width(), 2) for y in range(0, after.height(), 2)}
    look = theme.tokens.kind("F")
    assert before != after
    assert {look.heat[2].lower(), look.fill.lower()} <= colors


def test_painting_what_changed_gives_the_same_picture_as_painting_all(view: CertificateView) -> None:
    one = node("f1", SpanKind.FUNCTION, FUNCTION, "Tappar tråden två gånger")
    two = node("a1", SpanKind.ACTIVITY, FUNCTION, "två gånger, sover ytligt")
    view.clearFocus()
    view.grab()
    for chain in (Chain((one,)), Chain((one, two)), Chain((two,))):
        view.set_chain(chain)
        bit_by_bit = view.grab().toImage()
        view._restyle()
        assert view.grab().toImage() == bit_by_bit


def test_a_key_is_framed_where_it_reads_otherwise(view: CertificateView) -> None:
    view.set_chain(Chain((node("g", SpanKind.FUNCTION, ACTIVITY, "leda möten."),)))
    before = view.grab().toImage()
    key = node("k", SpanKind.ACTIVITY, ACTIVITY, "leda möten.")
    group = node("g", SpanKind.FUNCTION, ACTIVITY, "leda möten.")
    view.set_differences((Difference(DifferenceKind.OTHER_KIND, group, key),))
    framed = view.grab().toImage()
    assert framed != before
    view.set_differences(())
    assert view.grab().toImage() == before


def test_the_room_shows_one_field_large_and_all_smaller(qtbot: QtBot) -> None:
    view = shown(qtbot, "room", 1400, 400)
    theme.give_tokens(view, PROJECTOR, 1.0)
    view.grab()
    assert view._look is not None
    everything = view._look.font.pixelSize()
    view.focus_field(ACTIVITY)
    view.grab()
    assert [f.form_field.id for f in view._surface.fields] == [ACTIVITY]
    assert view._look.font.pixelSize() > everything >= 34
    view.focus_field(None)
    assert len(view._surface.fields) == 3


def test_the_room_follows_to_a_new_mark(qtbot: QtBot) -> None:
    view = shown(qtbot, "room", 900, 260)
    theme.give_tokens(view, PROJECTOR, 1.0)
    one = node("d", SpanKind.DIAGNOSIS, DIAGNOSIS, "Utmattningssyndrom")
    view.set_chain(Chain((one,)))
    view.grab()
    assert view.verticalScrollBar().value() == 0
    view.set_chain(Chain((one, node("a", SpanKind.ACTIVITY, ACTIVITY, "Orkar ett ärende"))))
    assert view.verticalScrollBar().value() > 0


def test_marks_over_each_other_get_lines_of_their_own() -> None:
    placed = in_lanes(
        [Mark("a", "F", FUNCTION, 0, 10), Mark("b", "A", FUNCTION, 5, 15), Mark("c", "D", FUNCTION, 20, 25)]
    )
    assert [(m.node, m.lane) for m in placed] == [("a", 0), ("b", 1), ("c", 0)]


def test_a_quote_that_is_not_in_the_text_is_left_out() -> None:
    chain = Chain((node("x", SpanKind.FUNCTION, FUNCTION, "står inte här"),))
    assert MarkFinder(some_medical_certificate()).marks_of(chain) == {}


@given(text=words.filter(str.strip), ends=st.tuples(st.integers(0, 200), st.integers(0, 200)))
def test_any_choice_of_words_is_a_quote_that_is_found_again(text: str, ends: tuple[int, int]) -> None:
    medical_certificate = some_medical_certificate({FUNCTION: text})
    field = FieldText(text)
    low, high = sorted(min(end, len(text)) for end in ends)
    start, end = field.range_of(*field.words_of(low, high))
    span = Span.of(medical_certificate, FUNCTION, start, end)
    assert span.locate(medical_certificate) == (start, end)
    assert text[start:end] == span.quote


@given(text=words)
def test_positions_go_to_qt_and_back(text: str) -> None:
    field = FieldText(text)
    assert [field.from_qt(field.to_qt(i)) for i in range(len(text) + 1)] == list(range(len(text) + 1))
    assert field.to_qt(len(text)) == len(text.encode("utf-16-le")) // 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=words.filter(str.strip), width=st.integers(40, 600), ends=st.lists(st.integers(1, 160), max_size=6))
@example(text="\N{COMBINING ACUTE ACCENT}", width=300, ends=[1])
def test_every_word_stands_on_a_line_whatever_the_text(qtbot: QtBot, text: str, width: int, ends: list[int]) -> None:
    host = CertificateView()
    qtbot.addWidget(host)
    look = leader_look(host, width)
    field = FieldLayout(FIELDS[FUNCTION], text)
    counted = {end: 1 for end in ends if end <= len(text) and not text[end - 1].isspace()}
    field.lay_out(look, counted)
    for start, end in field.text.words:
        assert list(field.boxes(start, end))
        line = field.lines[field.line_of(start)]
        assert line.start <= start
    for end in counted:
        assert field.after(end).x() >= field.text_left


@given(text=words, width=st.floats(20, 900))
def test_lines_hold_all_words_in_order(text: str, width: float) -> None:
    field = FieldText(text)
    widths = _Fixed()
    lines = break_lines(field, measured(field, widths), widths, width, 10.0, {})
    covered = "".join(text[line.start : line.end] for line in lines)
    assert "".join(covered.split()) == "".join(text.split())
    assert [line.top for line in lines] == [10.0 * i for i in range(len(lines))]


class _Fixed(WordWidths):
    """Every character ten wide, so that no font is needed."""

    def __init__(self) -> None:
        self.height = 10.0

    def of(self, word: str) -> float:
        return 10.0 * len(word)

    def fitting(self, word: str, width: float) -> int:
        return max(1, min(len(word), int(width // 10)))
