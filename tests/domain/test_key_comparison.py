from kompetens_gui.domain.chain import Chain, ChainLink, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.key_comparison import DifferenceKind, compare
from kompetens_gui.domain.medical_certificate import ACTIVITY, DIAGNOSIS, FUNCTION, FieldId
from tests.domain.making import a_key, a_medical_certificate

KINDS = DifferenceKind


def group(*nodes: ChainNode, links: tuple[ChainLink, ...] = ()) -> Chain:
    return Chain(tuple(nodes), links)


def mark(name: str, kind: SpanKind, field: str, quote: str) -> ChainNode:
    return ChainNode(NodeId(name), kind, Span(FieldId(field), quote))


def found(chain: Chain) -> dict[str, list[DifferenceKind]]:
    result: dict[str, list[DifferenceKind]] = {}
    for difference in compare(chain, a_key(), a_medical_certificate()):
        node = difference.key or difference.group
        assert node is not None
        result.setdefault(node.id, []).append(difference.kind)
    return result


def test_an_empty_chain_meets_the_whole_key_as_unseen() -> None:
    kinds = found(Chain())
    assert {k for v in kinds.values() for k in v} == {KINDS.ONLY_KEY, KINDS.MISSING_ONLY_KEY}
    assert set(kinds) == {"d", "f", "h", "a", "m"}


def test_the_same_reading_is_the_same_even_when_the_quote_is_shorter() -> None:
    assert found(group(mark("x", SpanKind.FUNCTION, FUNCTION, "Tappar tråden")))["f"] == [KINDS.SAME]


def test_another_reading_the_key_allows_is_a_reasonable_alternative() -> None:
    assert found(group(mark("x", SpanKind.FUNCTION, FUNCTION, "Klarar inte hemmet")))["h"] == [
        KINDS.REASONABLE_ALTERNATIVE
    ]


def test_another_reading_the_key_does_not_allow_stands_out_without_being_wrong() -> None:
    assert found(group(mark("x", SpanKind.ACTIVITY, FUNCTION, "Tappar tråden")))["f"] == [KINDS.OTHER_KIND]


def test_what_only_the_group_saw_is_kept() -> None:
    assert found(group(mark("own", SpanKind.ACTIVITY, ACTIVITY, "Kan inte köra bil.")))["own"] == [KINDS.ONLY_GROUP]


def test_a_missing_slot_of_the_same_kind_is_found_in_both() -> None:
    slot = ChainNode(NodeId("s"), SpanKind.FUNCTION, None, "Vad förklarar bilen?")
    assert found(group(slot))["m"] == [KINDS.MISSING_IN_BOTH]


def test_a_link_the_group_did_not_draw_is_told_only_when_both_ends_were_seen() -> None:
    ends = (
        mark("gd", SpanKind.DIAGNOSIS, DIAGNOSIS, "Utmattningssyndrom"),
        mark("gf", SpanKind.FUNCTION, FUNCTION, "Tappar tråden efter tjugo minuter."),
    )
    assert found(group(*ends))["f"] == [KINDS.SAME, KINDS.LINK_ONLY_KEY]
    assert found(group(*ends, links=(ChainLink(NodeId("gd"), NodeId("gf")),)))["f"] == [KINDS.SAME]
    assert found(group(ends[1]))["f"] == [KINDS.SAME], "the diagnosis was not seen, so its link says nothing"


def test_each_span_of_the_group_answers_one_span_of_the_key() -> None:
    everything = mark("x", SpanKind.FUNCTION, FUNCTION, a_medical_certificate().text(FUNCTION))
    kinds = found(group(everything))
    assert sum(k == [KINDS.ONLY_KEY] for k in kinds.values()) == 3
