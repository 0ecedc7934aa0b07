import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.chain import Chain, ChainLink, ChainNode, GapKind, NodeId, Span, SpanKind
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.domain.errors import LinkRefused, SpanNotFound
from kompetens_gui.domain.medical_certificate import ACTIVITY, FIELDS, FUNCTION
from kompetens_gui.domain.word_diff import Change, word_diff
from tests.domain.making import A_TEXT, a_medical_certificate

D, F, A, W, B = SpanKind
D1, F1, F2, A1, A2, W1, B1 = (NodeId(x) for x in ("d1", "f1", "f2", "a1", "a2", "w1", "b1"))


def node(node_id: NodeId, kind: SpanKind, text: str = "text") -> ChainNode:
    return ChainNode(node_id, kind, Span(FUNCTION, text))


def whole() -> Chain:
    chain = Chain((node(D1, D), node(F1, F), node(A1, A), node(W1, W), node(B1, B)))
    for a, b in ((D1, F1), (F1, A1), (B1, F1), (A1, W1)):
        chain = chain.with_link(ChainLink(a, b))
    return chain


def test_a_chain_with_every_link_is_whole() -> None:
    assert whole().is_whole
    assert whole().gaps() == ()


def test_an_activity_that_nothing_explains_is_a_gap_of_its_own() -> None:
    chain = whole().with_node(node(A2, A))
    assert [(g.kind, g.node) for g in chain.gaps()] == [(GapKind.ACTIVITY_WITHOUT_FUNCTION, A2)]


def test_a_function_alone_lacks_both_sides() -> None:
    kinds = {g.kind for g in Chain((node(F1, F),)).gaps()}
    assert kinds == {
        GapKind.NO_DIAGNOSIS,
        GapKind.NO_ACTIVITY,
        GapKind.FUNCTION_WITHOUT_DIAGNOSIS,
        GapKind.FUNCTION_WITHOUT_ACTIVITY,
    }


def test_an_empty_slot_is_told_once_and_with_its_question() -> None:
    slot = ChainNode(F2, F, None, "Vilket fynd?")
    chain = whole().with_node(slot)
    assert slot.is_missing
    assert [(g.kind, g.node) for g in chain.gaps()] == [(GapKind.MARKED_MISSING, F2)]


@pytest.mark.parametrize(("source", "target"), [(A1, F1), (D1, A1), (F1, D1), (W1, A1), (F1, B1), (D1, D1)])
def test_links_go_only_the_way_the_chain_knows(source: NodeId, target: NodeId) -> None:
    with pytest.raises(LinkRefused):
        whole().with_link(ChainLink(source, target))


def test_a_link_to_nothing_is_refused() -> None:
    with pytest.raises(LinkRefused):
        whole().with_link(ChainLink(D1, NodeId("nobody")))


def test_taking_a_node_away_takes_its_links() -> None:
    chain = whole().without_node(F1)
    assert all(F1 not in (link.source, link.target) for link in chain.links)
    assert chain.node(F1) is None


def test_quotes_are_found_by_occurrence() -> None:
    c = a_medical_certificate()
    first, second = Span(ACTIVITY, "Kan inte", 1).locate(c), Span(ACTIVITY, "Kan inte", 2).locate(c)
    assert first == (0, 8)
    assert second[0] > first[0]
    assert A_TEXT[slice(*second)] == "Kan inte"


@pytest.mark.parametrize("span", [Span(ACTIVITY, "finns inte"), Span(ACTIVITY, "Kan inte", 9), Span(ACTIVITY, "")])
def test_a_quote_that_does_not_occur_is_refused(span: Span) -> None:
    with pytest.raises(SpanNotFound):
        span.locate(a_medical_certificate())


@given(st.data())
def test_any_selection_gives_a_span_that_is_found_again_where_it_was(data: st.DataObject) -> None:
    c = a_medical_certificate()
    field = data.draw(st.sampled_from([f for f, text in c.filled()]))
    text = c.text(field.id)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        with pytest.raises(SpanNotFound):
            Span.of(c, field.id, start, end)
        return
    a, b = Span.of(c, field.id, start, end).locate(c)
    assert text[a:b] == text[start:end].strip()
    assert start <= a < b <= end


def test_the_certificate_words_every_filled_field_in_the_order_of_the_form() -> None:
    numbers = [int(f.number) for f, _ in a_medical_certificate().filled()]
    assert numbers == sorted(numbers)
    assert all(f.id in FIELDS for f, _ in a_medical_certificate().filled())


def test_layout_puts_an_activity_beside_the_function_that_explains_it() -> None:
    layout = lay_out(whole())
    by_kind = {p.kind: p for p in layout.nodes}
    assert [by_kind[k].column for k in (D, F, A)] == [0, 1, 2]
    assert by_kind[F].row == by_kind[A].row
    assert by_kind[F].basis == ("text",)
    assert by_kind[A].work_tasks == ("text",)
    assert not any(link.broken for link in layout.links)


def test_layout_draws_what_is_missing_in_its_place() -> None:
    chain = Chain((node(D1, D), node(F1, F), node(A2, A)), (ChainLink(D1, F1),))
    layout = lay_out(chain)
    gaps = [(p.kind, p.row) for p in layout.nodes if p.is_gap]
    assert (A, 0) in gaps, "the function leads nowhere"
    assert (F, 1) in gaps, "nothing explains the activity"
    assert sum(link.broken for link in layout.links) == 3


def test_a_layout_for_few_rows_is_the_beginning_of_the_whole_and_counts_the_rest() -> None:
    chain = Chain((node(D1, D),))
    for n in range(40):
        f, a = NodeId(f"f{n}"), NodeId(f"a{n}")
        chain = chain.with_node(node(f, F)).with_node(node(a, A))
        chain = chain.with_link(ChainLink(D1, f)).with_link(ChainLink(f, a))
    full, part = lay_out(chain), lay_out(chain, 5)
    assert full.left_out == 0
    assert part.nodes == full.nodes[: len(part.nodes)]
    assert part.rows == 5
    assert part.left_out == 81 - len(part.nodes)


nodes = st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from(list(SpanKind)), st.booleans()), max_size=10)
pairs = st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")), max_size=20)


@given(nodes, pairs)
def test_any_chain_can_be_laid_out_with_each_node_once_and_no_two_in_one_place(
    drawn: list[tuple[str, SpanKind, bool]], links: list[tuple[str, str]]
) -> None:
    chain = Chain()
    for name, kind, missing in drawn:
        if chain.node(NodeId(name)) is None:
            chain = chain.with_node(ChainNode(NodeId(name), kind, None if missing else Span(FUNCTION, "x"), "?"))
    for a, b in links:
        try:
            chain = chain.with_link(ChainLink(NodeId(a), NodeId(b)))
        except LinkRefused:
            continue
    layout = lay_out(chain)
    shown = [p.node.id for p in layout.nodes if p.node]
    wanted = [n.id for n in chain.nodes if n.kind in (D, F, A)]
    assert sorted(shown) == sorted(wanted)
    places = [(p.column, p.row) for p in layout.nodes]
    assert len(places) == len(set(places))
    assert all(p.row < layout.rows for p in layout.nodes)
    gaps = {p.node.id for p in layout.nodes if p.node and p.is_gap}
    assert gaps == {n.id for n in chain.nodes if n.is_missing and n.kind in (D, F, A)}


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_of_a_diff_give_back_both_texts(before: str, after: str) -> None:
    pieces = word_diff(before, after)
    assert "".join(p.text for p in pieces if p.change != Change.ADDED) == before
    assert "".join(p.text for p in pieces if p.change != Change.REMOVED) == after


def test_a_diff_goes_by_words() -> None:
    assert [(p.change, p.text) for p in word_diff("Kan inte arbeta.", "Kan inte leda möten.")] == [
        (Change.KEPT, "Kan inte "),
        (Change.REMOVED, "arbeta"),
        (Change.ADDED, "leda möten"),
        (Change.KEPT, "."),
    ]
