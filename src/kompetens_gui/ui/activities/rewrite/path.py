"""The part of a chain that a rewritten line belongs to: itself, what explains it and what follows from it."""

from __future__ import annotations

from kompetens_gui.domain.chain_layout import ChainLayout


def path_of(layout: ChainLayout, text: str) -> ChainLayout:
    """Return the cards around the one with the new wording, close together; the whole layout when there is none."""
    found = next((i for i, p in enumerate(layout.nodes) if p.node and p.node.rewritten == text), None)
    if not text or found is None:
        return layout
    keep = {found} | _before(layout, found) | _after(layout, found)
    kept = [i for i in range(len(layout.nodes)) if i in keep]
    columns: dict[int, list[int]] = {}
    for index in kept:
        columns.setdefault(layout.nodes[index].column, []).append(index)
    nodes = tuple(layout.nodes[i]._replace(row=columns[layout.nodes[i].column].index(i)) for i in kept)
    place = {old: new for new, old in enumerate(kept)}
    links = tuple(
        link._replace(source=place[link.source], target=place[link.target])
        for link in layout.links
        if link.source in place and link.target in place
    )
    return ChainLayout(nodes, links, max(map(len, columns.values())))


def _before(layout: ChainLayout, index: int) -> set[int]:
    sources = {link.source for link in layout.links if link.target == index}
    return sources.union(*(_before(layout, source) for source in sources))


def _after(layout: ChainLayout, index: int) -> set[int]:
    targets = {link.target for link in layout.links if link.source == index}
    return targets.union(*(_after(layout, target) for target in targets))
