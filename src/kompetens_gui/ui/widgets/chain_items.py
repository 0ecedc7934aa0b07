"""What can be stood on in a drawn chain, and where the arrow keys lead from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from kompetens_gui.domain.chain import ALLOWED_LINKS, Chain, ChainLink, ChainNode, SpanKind
from kompetens_gui.domain.chain_layout import ChainLayout, PlacedNode

_ASIDE = 3.0
_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class Item:
    """A card, a gap or a loose note; `node` is empty for a gap that nobody has pointed out yet."""

    kind: SpanKind
    node: str
    placed: PlacedNode | None = None
    loose: ChainNode | None = None


def loose_nodes(chain: Chain) -> tuple[ChainNode, ...]:
    """Return the work tasks and bases that are not tied to any card."""
    tied = {link.source for link in chain.links} | {link.target for link in chain.links}
    outside = (SpanKind.WORK_TASK, SpanKind.BASIS)
    return tuple(node for node in chain.nodes if node.kind in outside and node.id not in tied)


def items_of(layout: ChainLayout, loose: Sequence[ChainNode]) -> tuple[Item, ...]:
    """Return everything that can be stood on, cards first."""
    cards = tuple(Item(p.kind, p.node.id if p.node else "", placed=p) for p in layout.nodes)
    return cards + tuple(Item(node.kind, node.id, loose=node) for node in loose)


def step(boxes: Sequence[QRectF], current: int, key: Qt.Key) -> int:
    """Return the nearest box in the direction of an arrow key; the current one when there is none."""
    dx, dy = _DIRECTIONS[key]
    here = boxes[current].center()
    best, best_cost = current, float("inf")
    for index, box in enumerate(boxes):
        way = box.center() - here
        ahead = way.x() * dx + way.y() * dy
        if index == current or ahead <= 1:
            continue
        cost = ahead + _ASIDE * abs(way.x() * dy + way.y() * dx)
        if cost < best_cost:
            best, best_cost = index, cost
    return best


def directed(chain: Chain, one: str, other: str) -> tuple[str, str]:
    """Return two nodes in the direction the chain knows, whichever was chosen first."""
    kinds = {node.id: node.kind for node in chain.nodes}
    there = kinds.get(other), kinds.get(one)  # type: ignore[call-overload]  # ids are plain text out here
    return (other, one) if there in ALLOWED_LINKS else (one, other)


def is_linked(chain: Chain, source: str, target: str) -> bool:
    return any(link.source == source and link.target == target for link in chain.links)


def links_into(chain: Chain, node: str) -> tuple[ChainLink, ...]:
    """Return what explains a node, or for a loose end what it is tied to."""
    into = tuple(link for link in chain.links if link.target == node)
    return into or tuple(link for link in chain.links if link.source == node)
