"""The map of a branching case, conditions left aside: who can follow on whom."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kompetens_gui.domain.study.branching_case import BranchingCase, Choice, NodeKey


def gotos(choice: Choice) -> Iterator[NodeKey]:
    """Yield every node a choice may lead to, the plain one first."""
    yield choice.goto
    yield from (c.goto for c in choice.goto_if)


def targets(case: BranchingCase) -> dict[str, tuple[str, ...]]:
    """Return for each node the existing nodes that its choices may lead to; nothing follows on an end."""
    known = {n.id for n in case.nodes}
    found: dict[str, tuple[str, ...]] = dict.fromkeys(known, ())
    for node in case.nodes:
        ways = chain.from_iterable(gotos(c) for c in node.choices) if not node.is_end else ()
        found[node.id] = tuple(dict.fromkeys((*found[node.id], *(t for t in ways if t in known))))
    return found


def reachable(case: BranchingCase) -> frozenset[str]:
    """Return the nodes that some way from the start leads to."""
    follows = targets(case)
    return _spread({case.start} & follows.keys(), follows)


def without_way_out(case: BranchingCase) -> tuple[str, ...]:
    """Return the nodes that lead on to others, and yet never to an end."""
    follows = targets(case)
    leads_here: dict[str, list[str]] = {key: [] for key in follows}
    for node, nexts in follows.items():
        for target in nexts:
            leads_here[target].append(node)
    ends = {n.id for n in case.nodes if n.is_end}
    good = _spread(ends, {key: tuple(value) for key, value in leads_here.items()})
    return tuple(n for n in dict.fromkeys(n.id for n in case.nodes) if n not in good and follows[n])


def cycles(case: BranchingCase) -> tuple[tuple[str, ...], ...]:
    """Return the rounds one could go for ever, each as its nodes in order; one for each way back."""
    follows, found = targets(case), []
    done: set[str] = set()
    for first in dict.fromkeys(n.id for n in case.nodes):
        trail: list[str] = []
        waiting: list[tuple[str, bool]] = [(first, True)]
        while waiting:
            node, arriving = waiting.pop()
            if not arriving:
                done.add(trail.pop())
            elif node in trail:
                found.append(tuple(trail[trail.index(node) :]))
            elif node not in done:
                trail.append(node)
                waiting.append((node, False))
                waiting += [(target, True) for target in reversed(follows[node])]
    return tuple(dict.fromkeys(found))


def _spread(first: Iterable[str], follows: dict[str, tuple[str, ...]]) -> frozenset[str]:
    seen = set(first)
    waiting = list(seen)
    while waiting:
        for target in follows[waiting.pop()]:
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return frozenset(seen)
