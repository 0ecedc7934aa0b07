"""How the group's chain and a key differ: matter to talk about, never right or wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.case import Key, KeySpan
from kompetens_gui.domain.chain import CHAIN_KINDS, Chain, ChainLink, ChainNode, NodeId
from kompetens_gui.domain.errors import SpanNotFound
from kompetens_gui.domain.medical_certificate import MedicalCertificate


class DifferenceKind(StrEnum):
    """What a comparison found at one place."""

    SAME = "same"
    REASONABLE_ALTERNATIVE = "reasonable_alternative"
    OTHER_KIND = "other_kind"
    ONLY_GROUP = "only_group"
    ONLY_KEY = "only_key"
    MISSING_IN_BOTH = "missing_in_both"
    MISSING_ONLY_KEY = "missing_only_key"
    LINK_ONLY_KEY = "link_only_key"


@dataclass(frozen=True)
class Difference:
    """One place where group and key meet or part. `why` is the key's own reasoning.

    With LINK_ONLY_KEY the key links `source` to `key`.
    """

    kind: DifferenceKind
    group: ChainNode | None = None
    key: ChainNode | None = None
    why: str = ""
    source: ChainNode | None = None


def _range(node: ChainNode, medical_certificate: MedicalCertificate) -> tuple[int, int] | None:
    try:
        return node.span.locate(medical_certificate) if node.span else None
    except SpanNotFound:
        return None


def _overlap(a: ChainNode, b: ChainNode, medical_certificate: MedicalCertificate) -> int:
    """Characters two spans share, 0 when they lie in different fields."""
    if a.span is None or b.span is None or a.span.field != b.span.field:
        return 0
    ra, rb = _range(a, medical_certificate), _range(b, medical_certificate)
    return max(0, min(ra[1], rb[1]) - max(ra[0], rb[0])) if ra and rb else 0


def match(group: Chain, key: Key, medical_certificate: MedicalCertificate) -> dict[NodeId, NodeId]:
    """Pair key spans with the group's spans that cover most of the same text: key node id → group node id."""
    key_chain = key.chain()
    candidates = sorted(
        (
            (-_overlap(k, g, medical_certificate), g.kind != k.kind, i, j, k.id, g.id)
            for i, k in enumerate(key_chain.nodes)
            for j, g in enumerate(group.nodes)
        ),
    )
    pairs: dict[NodeId, NodeId] = {}
    for negative_overlap, _, _, _, key_id, group_id in candidates:
        if negative_overlap < 0 and key_id not in pairs and group_id not in pairs.values():
            pairs[key_id] = group_id
    return pairs


def compare(group: Chain, key: Key, medical_certificate: MedicalCertificate) -> tuple[Difference, ...]:
    """Lay a key over the group's chain: spans in the key's order, then the group's own, empty slots, links."""
    pairs = match(group, key, medical_certificate)
    key_chain = key.chain()
    found = [_span_difference(s, key_chain, group.node(pairs[s.id]) if s.id in pairs else None) for s in key.spans]
    matched = set(pairs.values())
    found += [Difference(DifferenceKind.ONLY_GROUP, g) for g in group.nodes if g.span and g.id not in matched]
    found += _missing_differences(group, key, key_chain)
    found += _link_differences(group, key, key_chain, pairs)
    return tuple(found)


def _span_difference(key_span: KeySpan, key_chain: Chain, group_node: ChainNode | None) -> Difference:
    key_node = key_chain.node(key_span.id)
    if group_node is None:
        return Difference(DifferenceKind.ONLY_KEY, None, key_node, key_span.why)
    if group_node.kind == key_span.kind:
        return Difference(DifferenceKind.SAME, group_node, key_node, key_span.why)
    if group_node.kind in key_span.also:
        return Difference(DifferenceKind.REASONABLE_ALTERNATIVE, group_node, key_node, key_span.why)
    return Difference(DifferenceKind.OTHER_KIND, group_node, key_node, key_span.why)


def _missing_differences(group: Chain, key: Key, key_chain: Chain) -> Iterable[Difference]:
    gap_kinds = {n.kind for n in group.nodes if n.is_missing}
    for slot in key.missing:
        group_node = next((n for n in group.nodes if n.is_missing and n.kind == slot.kind), None)
        kind = DifferenceKind.MISSING_IN_BOTH if slot.kind in gap_kinds else DifferenceKind.MISSING_ONLY_KEY
        yield Difference(kind, group_node, key_chain.node(slot.id), slot.why)


def _link_differences(group: Chain, key: Key, key_chain: Chain, pairs: dict[NodeId, NodeId]) -> Iterable[Difference]:
    for link in key.links:
        source, target = key_chain.node(link.source), key_chain.node(link.target)
        if source is None or target is None or {source.kind, target.kind} - set(CHAIN_KINDS):
            continue
        in_group = link.source in pairs and link.target in pairs
        if in_group and ChainLink(pairs[link.source], pairs[link.target]) not in group.links:
            yield Difference(DifferenceKind.LINK_ONLY_KEY, None, target, source=source)
