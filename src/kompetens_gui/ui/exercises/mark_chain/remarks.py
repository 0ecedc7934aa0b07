"""What a comparison found, place by place, in words that a learner can use; plain Python, no window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kompetens_gui.domain.activities.mark_chain.events import RevealedKey
from kompetens_gui.domain.chain import CHAIN_KINDS, Chain, ChainNode, NodeId, Span
from kompetens_gui.domain.key_comparison import Difference, DifferenceKind
from kompetens_gui.ui.exercises.mark_chain.words import example_headline, headline, kind_rule, reader_word
from kompetens_gui.ui.widgets.case_words import sufficiency_word
from kompetens_gui.ui.widgets.certificate_words import kind_word

# What there is most to learn from comes first.
_ORDER = (
    DifferenceKind.OTHER_KIND,
    DifferenceKind.REASONABLE_ALTERNATIVE,
    DifferenceKind.ONLY_KEY,
    DifferenceKind.MISSING_ONLY_KEY,
    DifferenceKind.LINK_ONLY_KEY,
    DifferenceKind.ONLY_GROUP,
    DifferenceKind.SAME,
    DifferenceKind.MISSING_IN_BOTH,
)
_WITH_PAIR = (DifferenceKind.OTHER_KIND, DifferenceKind.ONLY_KEY, DifferenceKind.LINK_ONLY_KEY)


@dataclass(frozen=True)
class PairEnd:
    """One end of a link to show."""

    letter: str
    text: str
    missing: bool = False


@dataclass(frozen=True)
class Remark:
    """One thing to read: a place with both readings, or (`kind` is None) how the reader judges the whole."""

    kind: DifferenceKind | None
    headline: str
    text: str
    why: str
    own: str = ""
    key: str = ""
    span: Span | None = None
    pair: tuple[PairEnd, PairEnd] | None = None


def remarks_on(reading: RevealedKey, *, whole_first: bool) -> tuple[Remark, ...]:
    """Return all there is to say about a comparison with one perspective's reading."""
    whole = _whole(reading)
    places = tuple(_places(reading))
    return (whole, *places) if whole_first else (*places, whole)


def remarks_on_example(example: RevealedKey) -> tuple[Remark, ...]:
    """Return the reading of a worked example in the order of the text, with its reasons, then the whole."""
    who = reader_word(example.perspective)
    found = []
    for difference in example.differences:
        node = difference.key
        if node is not None and difference.kind in (DifferenceKind.ONLY_KEY, DifferenceKind.MISSING_ONLY_KEY):
            words = example_headline(difference.kind, who, kind_word(node.kind.value).lower())
            why = _why(difference, node)
            pair = _pair(example.chain, node)
            found.append(Remark(difference.kind, words, node.text, why, key=node.kind.value, span=node.span, pair=pair))
    return (*found, _whole(example))


def own_standing(differences: Sequence[Difference]) -> Mapping[NodeId, DifferenceKind]:
    """Return how each of the learner's own marks stands in a comparison."""
    return {d.group.id: d.kind for d in differences if d.group is not None}


def _places(reading: RevealedKey) -> Iterator[Remark]:
    who = reader_word(reading.perspective)
    for kind in _ORDER:
        for difference in reading.differences:
            if difference.kind is kind:
                yield _place(difference, who, reading.chain)


def _place(difference: Difference, who: str, key_chain: Chain) -> Remark:
    node = difference.key or difference.group
    assert node is not None, "a difference is about a node"
    kind = difference.kind
    is_link = kind is DifferenceKind.LINK_ONLY_KEY
    pair = _pair_of_link(difference) if is_link else _pair(key_chain, difference.key) if kind in _WITH_PAIR else None
    return Remark(
        kind,
        headline(kind, who, kind_word(node.kind.value).lower()),
        node.text,
        "" if is_link else _why(difference, node),
        own=difference.group.kind.value if difference.group else "",
        key=difference.key.kind.value if difference.key and not is_link else "",
        span=node.span,
        pair=pair,
    )


def _why(difference: Difference, node: ChainNode) -> str:
    return " ".join(difference.why.split()) or kind_rule(node.kind.value)


def _whole(reading: RevealedKey) -> Remark:
    word = sufficiency_word(reading.sufficiency, anyway=reading.sufficient_anyway)
    return Remark(None, f"{reader_word(reading.perspective)}: {word.lower()}.", "", " ".join(reading.reason.split()))


def _pair(chain: Chain, node: ChainNode | None) -> tuple[PairEnd, PairEnd] | None:
    """Return what explains a node in a reading, and the node."""
    if node is None or node.kind not in CHAIN_KINDS:
        return None
    sources = (chain.node(link.source) for link in chain.links if link.target == node.id)
    source = next((s for s in sources if s is not None and s.kind in CHAIN_KINDS), None)
    return (_end(source), _end(node)) if source is not None else None


def _pair_of_link(difference: Difference) -> tuple[PairEnd, PairEnd] | None:
    if difference.source is None or difference.key is None:
        return None
    return _end(difference.source), _end(difference.key)


def _end(node: ChainNode) -> PairEnd:
    return PairEnd(node.kind.value, node.text, node.is_missing)
