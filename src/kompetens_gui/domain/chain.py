"""The chain Diagnosis – Functional impairment – Activity limitation (D-F-A): spans, nodes, links and what is missing.

A is explained by F and F by D. W (a work task) says what A is measured against, B (a basis) how F is known. A missing
link is a result to talk about, never an error, and never by itself a reason for a "no".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import NewType

from kompetens_gui.domain.errors import LinkRefused, SpanNotFound
from kompetens_gui.domain.medical_certificate import FieldId, MedicalCertificate

NodeId = NewType("NodeId", str)


class SpanKind(StrEnum):
    """What a marked span is. The letter is what people see."""

    DIAGNOSIS = "D"
    FUNCTION = "F"
    ACTIVITY = "A"
    WORK_TASK = "W"
    BASIS = "B"


CHAIN_KINDS = (SpanKind.DIAGNOSIS, SpanKind.FUNCTION, SpanKind.ACTIVITY)
ALLOWED_LINKS = frozenset(
    {
        (SpanKind.DIAGNOSIS, SpanKind.FUNCTION),
        (SpanKind.FUNCTION, SpanKind.ACTIVITY),
        (SpanKind.BASIS, SpanKind.FUNCTION),
        (SpanKind.ACTIVITY, SpanKind.WORK_TASK),
    }
)


@dataclass(frozen=True)
class Span:
    """An exact quote in a field; `occurrence` (from 1) tells equal quotes apart. Offsets are derived, never stored."""

    field: FieldId
    quote: str
    occurrence: int = 1

    def locate(self, medical_certificate: MedicalCertificate) -> tuple[int, int]:
        """Return start and end (exclusive, in characters) in the field's text, or raise SpanNotFound."""
        text = medical_certificate.text(self.field)
        at = -1
        for _ in range(self.occurrence):
            at = text.find(self.quote, at + 1) if self.quote else -1
            if at < 0:
                raise SpanNotFound(self.field, self.quote, self.occurrence)
        return at, at + len(self.quote)

    @staticmethod
    def of(medical_certificate: MedicalCertificate, field: FieldId, start: int, end: int) -> "Span":
        """Quote the characters start..end of a field, white space at the ends left out."""
        text = medical_certificate.text(field)
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        quote = piece.strip()
        if not quote:
            raise SpanNotFound(field, piece)
        occurrence, at = 0, -1
        while at < start:
            at = text.find(quote, at + 1)
            occurrence += 1
        return Span(field, quote, occurrence)


@dataclass(frozen=True)
class ChainNode:
    """A span, or an empty slot (`span` is None) with the question it leaves open.

    `rewritten` replaces the quote when the group has worded the line anew.
    """

    id: NodeId
    kind: SpanKind
    span: Span | None = None
    question: str = ""
    rewritten: str = ""

    @property
    def is_missing(self) -> bool:
        return self.span is None and not self.rewritten

    @property
    def text(self) -> str:
        return self.rewritten or (self.span.quote if self.span else self.question)


@dataclass(frozen=True)
class ChainLink:
    """`source` explains `target` (D→F→A, B→F) or is measured against it (A→W)."""

    source: NodeId
    target: NodeId


class GapKind(StrEnum):
    """What a chain lacks."""

    NO_DIAGNOSIS = "no_diagnosis"
    NO_FUNCTION = "no_function"
    NO_ACTIVITY = "no_activity"
    FUNCTION_WITHOUT_DIAGNOSIS = "function_without_diagnosis"
    FUNCTION_WITHOUT_ACTIVITY = "function_without_activity"
    ACTIVITY_WITHOUT_FUNCTION = "activity_without_function"
    MARKED_MISSING = "marked_missing"


@dataclass(frozen=True)
class Gap:
    """One break in the chain, at a node when there is one."""

    kind: GapKind
    node: NodeId | None = None


@dataclass(frozen=True)
class Chain:
    """Nodes and links in the order they were made. Every change gives a new chain."""

    nodes: tuple[ChainNode, ...] = ()
    links: tuple[ChainLink, ...] = ()

    def node(self, node_id: NodeId) -> ChainNode | None:
        return next((n for n in self.nodes if n.id == node_id), None)

    def of_kind(self, kind: SpanKind) -> tuple[ChainNode, ...]:
        return tuple(n for n in self.nodes if n.kind == kind)

    def with_node(self, node: ChainNode) -> "Chain":
        """Add a node, or put it in the place of the one with the same id."""
        if self.node(node.id) is None:
            return replace(self, nodes=(*self.nodes, node))
        return replace(self, nodes=tuple(node if n.id == node.id else n for n in self.nodes))

    def without_node(self, node_id: NodeId) -> "Chain":
        """Remove a node and every link that touches it."""
        return Chain(
            tuple(n for n in self.nodes if n.id != node_id),
            tuple(link for link in self.links if node_id not in (link.source, link.target)),
        )

    def check_link(self, link: ChainLink) -> None:
        """Raise LinkRefused unless both nodes are here and the direction is one the chain knows."""
        source, target = self.node(link.source), self.node(link.target)
        if source is None or target is None or (source.kind, target.kind) not in ALLOWED_LINKS:
            raise LinkRefused(source.kind if source else "", target.kind if target else "")

    def with_link(self, link: ChainLink) -> "Chain":
        self.check_link(link)
        return self if link in self.links else replace(self, links=(*self.links, link))

    def without_link(self, link: ChainLink) -> "Chain":
        return replace(self, links=tuple(x for x in self.links if x != link))

    def before(self, node_id: NodeId) -> Sequence[ChainNode]:
        """Nodes of any kind that link to this one."""
        return self._neighbours[0].get(node_id, ())

    def after(self, node_id: NodeId) -> Sequence[ChainNode]:
        """Nodes of any kind that this one links to."""
        return self._neighbours[1].get(node_id, ())

    def sources(self, node_id: NodeId, kind: SpanKind) -> tuple[ChainNode, ...]:
        """Nodes of a kind that link to this one."""
        return tuple([n for n in self.before(node_id) if n.kind == kind])

    def targets(self, node_id: NodeId, kind: SpanKind) -> tuple[ChainNode, ...]:
        """Nodes of a kind that this one links to."""
        return tuple([n for n in self.after(node_id) if n.kind == kind])

    @cached_property
    def _neighbours(self) -> tuple[dict[NodeId, list[ChainNode]], dict[NodeId, list[ChainNode]]]:
        """Nodes before and after each node, in the order of `nodes`; found once, for drawing asks for all of them."""
        place = {node.id: at for at, node in enumerate(self.nodes)}
        before: dict[NodeId, set[int]] = {}
        after: dict[NodeId, set[int]] = {}
        for link in self.links:
            if link.source in place and link.target in place:
                before.setdefault(link.target, set()).add(place[link.source])
                after.setdefault(link.source, set()).add(place[link.target])
        return (
            {node: [self.nodes[at] for at in sorted(found)] for node, found in before.items()},
            {node: [self.nodes[at] for at in sorted(found)] for node, found in after.items()},
        )

    def gaps(self) -> tuple[Gap, ...]:
        """Return every break, whole kinds first, then node by node."""
        return tuple(_whole_kind_gaps(self)) + tuple(_node_gaps(self))

    @property
    def is_whole(self) -> bool:
        return bool(self.nodes) and not self.gaps()


def _whole_kind_gaps(chain: Chain) -> Iterable[Gap]:
    for kind, gap in (
        (SpanKind.DIAGNOSIS, GapKind.NO_DIAGNOSIS),
        (SpanKind.FUNCTION, GapKind.NO_FUNCTION),
        (SpanKind.ACTIVITY, GapKind.NO_ACTIVITY),
    ):
        if not chain.of_kind(kind):
            yield Gap(gap)


def _node_gaps(chain: Chain) -> Iterable[Gap]:
    for node in chain.nodes:
        if node.is_missing and node.kind in CHAIN_KINDS:
            yield Gap(GapKind.MARKED_MISSING, node.id)
            continue
        if node.kind == SpanKind.FUNCTION:
            if not chain.sources(node.id, SpanKind.DIAGNOSIS):
                yield Gap(GapKind.FUNCTION_WITHOUT_DIAGNOSIS, node.id)
            if not chain.targets(node.id, SpanKind.ACTIVITY):
                yield Gap(GapKind.FUNCTION_WITHOUT_ACTIVITY, node.id)
        elif node.kind == SpanKind.ACTIVITY and not chain.sources(node.id, SpanKind.FUNCTION):
            yield Gap(GapKind.ACTIVITY_WITHOUT_FUNCTION, node.id)
