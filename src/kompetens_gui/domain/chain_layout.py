"""Where the nodes of a chain stand when it is drawn in columns D → F → A.

Rows are given so that each activity stands beside the function that explains it. Gaps get a place of their own: an
empty slot drawn where the missing node would have been.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kompetens_gui.domain.chain import CHAIN_KINDS, Chain, ChainNode, NodeId, SpanKind

EVERY_ROW = 1_000_000
_COLUMNS = {kind: column for column, kind in enumerate(CHAIN_KINDS)}


class PlacedNode(NamedTuple):
    """A node or an implied empty slot (`node` is None) at a column (0 D, 1 F, 2 A) and a row.

    `basis` and `work_tasks` are the texts of B and W nodes tied to it, shown as its second line.
    """

    column: int
    row: int
    kind: SpanKind
    node: ChainNode | None
    basis: tuple[str, ...] = ()
    work_tasks: tuple[str, ...] = ()

    @property
    def is_gap(self) -> bool:
        return self.node is None or self.node.is_missing


class PlacedLink(NamedTuple):
    """A connector between two placed nodes, by index in `ChainLayout.nodes`; `broken` when one end is a gap."""

    source: int
    target: int
    broken: bool


@dataclass(frozen=True)
class ChainLayout:
    """Everything a chain view draws; `rows` is the number of rows in use, `left_out` the nodes that were not placed."""

    nodes: tuple[PlacedNode, ...]
    links: tuple[PlacedLink, ...]
    rows: int
    left_out: int = 0


class _Placer:
    """Gives every node one row; walks D by D, F by F, A by A, then what nothing explains."""

    def __init__(self, chain: Chain, most_rows: int) -> None:
        self.chain = chain
        self.most_rows = most_rows
        self.placed: list[PlacedNode] = []
        self.gaps: list[bool] = []
        self.links: list[PlacedLink] = []
        self.index: dict[NodeId, int] = {}
        self.row = 0

    def run(self) -> ChainLayout:
        for kind, place in (
            (SpanKind.DIAGNOSIS, self._diagnosis),
            (SpanKind.FUNCTION, self._function),
            (SpanKind.ACTIVITY, self._loose_activity),
        ):
            for node in self.chain.of_kind(kind):
                if self.row < self.most_rows and node.id not in self.index:
                    place(node)
        everything = sum(n.kind in _COLUMNS for n in self.chain.nodes)
        return ChainLayout(tuple(self.placed), tuple(self.links), self.row, everything - len(self.index))

    def _diagnosis(self, node: ChainNode) -> None:
        first_row = self.row
        at = self._put(node, SpanKind.DIAGNOSIS, first_row)
        for function in self.chain.targets(node.id, SpanKind.FUNCTION):
            if function.id in self.index:
                self._join(at, self.index[function.id])
            elif self.row < self.most_rows:
                self._function(function, source=at)
        self.row = max(self.row, first_row + 1)

    def _function(self, node: ChainNode, source: int | None = None) -> None:
        first_row = self.row
        at = self._put(node, SpanKind.FUNCTION, first_row)
        if source is None:
            source = self._missing_diagnosis(first_row)
        self._join(source, at)
        activities = self.chain.targets(node.id, SpanKind.ACTIVITY)
        for activity in activities:
            if activity.id in self.index:
                self._join(at, self.index[activity.id])
            elif self.row < self.most_rows:
                self._join(at, self._put(activity, SpanKind.ACTIVITY, self.row))
                self.row += 1
        if not activities:
            self._join(at, self._put(None, SpanKind.ACTIVITY, first_row))
        self.row = max(self.row, first_row + 1)

    def _loose_activity(self, node: ChainNode) -> None:
        function = self._put(None, SpanKind.FUNCTION, self.row)
        activity = self._put(node, SpanKind.ACTIVITY, self.row)
        diagnosis = self._first_diagnosis()
        if diagnosis is not None:
            self._join(diagnosis, function)
        self._join(function, activity)
        self.row += 1

    def _first_diagnosis(self) -> int | None:
        return next((i for i, p in enumerate(self.placed) if p.column == 0), None)

    def _missing_diagnosis(self, row: int) -> int:
        return self._put(None, SpanKind.DIAGNOSIS, row)

    def _put(self, node: ChainNode | None, kind: SpanKind, row: int) -> int:
        basis: tuple[str, ...] = ()
        tasks: tuple[str, ...] = ()
        if node is not None:
            self.index[node.id] = len(self.placed)
            basis = tuple([n.text for n in self.chain.before(node.id) if n.kind == SpanKind.BASIS])
            tasks = tuple([n.text for n in self.chain.after(node.id) if n.kind == SpanKind.WORK_TASK])
        self.placed.append(PlacedNode(_COLUMNS[kind], row, kind, node, basis, tasks))
        self.gaps.append(node is None or node.is_missing)
        return len(self.placed) - 1

    def _join(self, source: int, target: int) -> None:
        broken = self.gaps[source] or self.gaps[target]
        self.links.append(PlacedLink(source, target, broken))


def lay_out(chain: Chain, most_rows: int | None = None) -> ChainLayout:
    """Place a chain's nodes in columns and rows and join them; the same chain always gives the same layout.

    With `most_rows` placing stops when so many rows are full: enough for a view that has room for no more.
    """
    return _Placer(chain, EVERY_ROW if most_rows is None else most_rows).run()
