"""What is said about a comparison and about two wordings, without a window."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.mark_chain.events import RevealedKey
from kompetens_gui.domain.case import Key
from kompetens_gui.domain.chain import Chain, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.domain.exercises.mark_chain.hits import hits_by_kind
from kompetens_gui.domain.key_comparison import DifferenceKind, compare
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.word_diff import Change
from kompetens_gui.ui.exercises.mark_chain.remarks import own_standing, remarks_on, remarks_on_example
from kompetens_gui.ui.exercises.parts.model_card import marked_up
from kompetens_gui.ui.exercises.parts.readable_diff import readable_diff
from tests.ui.exercises.harness_a import case

CASE = case("utmattning-projektledare")
ADVISER: Key = CASE.keys_for(CASE.medical_certificates[0].id)[0]
TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=300)


def _reading(chain: Chain) -> RevealedKey:
    shown = ADVISER.chain()
    differences = compare(chain, ADVISER, CASE.medical_certificates[0])
    return RevealedKey(
        ADVISER.perspective, shown, lay_out(shown), differences, ADVISER.sufficiency, False, ADVISER.reason
    )


def _marked(words: str, kind: SpanKind) -> Chain:
    return Chain((ChainNode(NodeId("n"), kind, Span(FUNCTION, words)),))


def test_what_there_is_most_to_learn_from_comes_first_and_the_whole_last() -> None:
    remarks = remarks_on(_reading(_marked("Klarar inte att leda byggmöten", SpanKind.FUNCTION)), whole_first=False)
    assert remarks[0].kind is DifferenceKind.OTHER_KIND
    assert (remarks[0].own, remarks[0].key) == ("F", "A")
    assert [end.letter for end in remarks[0].pair or ()] == ["F", "A"]
    assert remarks[-1].kind is None
    assert remarks[-1].headline == "FMR: räcker inte."


def test_every_remark_has_words_and_a_reason() -> None:
    for remark in remarks_on(_reading(Chain()), whole_first=True):
        assert remark.headline.endswith(".")
        assert remark.why or remark.kind is DifferenceKind.LINK_ONLY_KEY


def test_the_example_tells_all_of_a_reading_in_its_order() -> None:
    example = remarks_on_example(_reading(Chain()))
    assert [r.text for r in example[: len(ADVISER.spans)]] == [s.span.quote for s in ADVISER.spans]
    assert all("Här finns mer" not in r.headline for r in example)


def test_hits_are_counted_by_kind_and_alternatives_count() -> None:
    reading = _reading(_marked("Självskattning KEDS 29 poäng", SpanKind.BASIS))
    assert [h.found for h in hits_by_kind(reading.differences)] == [0, 0, 0]
    function = next(s for s in ADVISER.spans if s.kind is SpanKind.FUNCTION)
    hits = hits_by_kind(_reading(_marked(function.span.quote, SpanKind.BASIS)).differences)
    assert [(h.kind, h.found) for h in hits] == [("D", 0), ("F", 1), ("A", 0)]
    assert [h.of for h in hits] == [sum(s.kind == k for s in ADVISER.spans) for k in "DFA"]


def test_own_marks_stand_as_the_comparison_found_them() -> None:
    reading = _reading(_marked("Ingen dominerande nedstämdhet", SpanKind.FUNCTION))
    assert own_standing(reading.differences) == {NodeId("n"): DifferenceKind.ONLY_GROUP}


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(before=TEXT, after=TEXT)
def test_the_pieces_make_up_both_texts_but_for_space(before: str, after: str) -> None:
    pieces = readable_diff(before, after)
    assert _bare("".join(p.text for p in pieces if p.change is not Change.ADDED)) == _bare(before)
    assert _bare("".join(p.text for p in pieces if p.change is not Change.REMOVED)) == _bare(after)


@given(text=st.text(alphabet="ab .\n", max_size=120))
def test_equal_texts_have_nothing_changed(text: str) -> None:
    assert all(p.change is Change.KEPT for p in readable_diff(text, text))


def test_words_with_only_space_between_are_read_on_together() -> None:
    pieces = readable_diff("Bör inte köra bil.", "Kan köra korta vägar.")
    assert [(p.change, p.text.strip()) for p in pieces] == [
        (Change.REMOVED, "Bör inte"),
        (Change.ADDED, "Kan"),
        (Change.KEPT, "köra"),
        (Change.REMOVED, "bil"),
        (Change.ADDED, "korta vägar"),
        (Change.KEPT, "."),
    ]


@given(text=TEXT)
def test_a_model_never_brings_tags_of_its_own(text: str) -> None:
    shown = re.sub(r"</?span[^>]*>|<br>", "", marked_up(text))
    assert "<" not in shown


def test_strong_words_and_lines_of_a_model_are_kept() -> None:
    assert marked_up("Hej!\n\n**Nu** <b>\n– ett") == (
        'Hej!<br><br><span style="font-weight: 600">Nu</span> &lt;b&gt;<br>– ett'
    )
