"""The chain D → F → A drawn in columns with connectors, as vectors; breaks over pages between rows."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kompetens_gui.documents import colours
from kompetens_gui.documents.chain_words import kind_titles, node_words
from kompetens_gui.documents.fitting import Fitted, Step, fit
from kompetens_gui.documents.fonts import REGULAR, SEMIBOLD, Fonts
from kompetens_gui.documents.line_styles import kind_letter, kind_line
from kompetens_gui.domain.chain import CHAIN_KINDS
from kompetens_gui.domain.chain_layout import ChainLayout, PlacedLink, PlacedNode

GAP, HEAD, BETWEEN, PADDING, MARK = 42.0, 26.0, 9.0, 8.0, 15.0
FIRST_TEXT, SECOND_TEXT = Step(9.5, 16), Step(8.5, 8)
LEADING = 1.28


@dataclass(frozen=True)
class _Box:
    """A node's texts wrapped to its column."""

    first: Fitted
    second: Fitted | None

    @property
    def height(self) -> float:
        lines = len(self.first.lines) * self.first.size
        lines += len(self.second.lines) * self.second.size if self.second else 0
        return max(34.0, lines * LEADING + 2 * PADDING)


class ChainDrawing(Flowable):  # type: ignore[misc]  # the library has no types
    """A layout drawn as wide as the column of text."""

    spaceBefore, spaceAfter = 4, 10  # noqa: N815 (the library's names)

    def __init__(self, fonts: Fonts, layout: ChainLayout, width: float) -> None:
        super().__init__()
        self._fonts = fonts
        self._layout = layout
        self.width = width
        self._column = (width - 2 * GAP) / 3
        self._boxes = [self._box(node) for node in layout.nodes]
        self._rows = [
            max((b.height for b, n in zip(self._boxes, layout.nodes, strict=True) if n.row == row), default=34.0)
            for row in range(layout.rows)
        ]
        self.height = HEAD + sum(self._rows) + BETWEEN * max(0, layout.rows - 1)

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def split(self, _: float, available: float) -> list[Flowable]:
        """Break between rows; what a row on the next page leads from is drawn there again."""
        used, fits = HEAD, 0
        while fits < len(self._rows) and used + self._rows[fits] <= available:
            used += self._rows[fits] + BETWEEN
            fits += 1
        if fits in (0, len(self._rows)):
            return []
        parts = (upper_part(self._layout, fits), lower_part(self._layout, fits))
        return [ChainDrawing(self._fonts, part, self.width) for part in parts]

    def draw(self) -> None:
        canvas: Canvas = self.canv
        self._heads(canvas)
        for link in self._layout.links:
            self._connector(canvas, link)
        for node, box in zip(self._layout.nodes, self._boxes, strict=True):
            self._node(canvas, node, box)

    def _box(self, node: PlacedNode) -> _Box:
        width = self._column - MARK - PADDING
        first, second = node_words(self._fonts, node)
        fitted = fit(self._fonts, second, REGULAR, width, (SECOND_TEXT,)) if second else None
        return _Box(fit(self._fonts, first, SEMIBOLD, width, (FIRST_TEXT,)), fitted)

    def _heads(self, canvas: Canvas) -> None:
        titles = kind_titles()
        for column, kind in enumerate(CHAIN_KINDS):
            x = column * (self._column + GAP)
            kind_letter(canvas, self._fonts, kind, x, self.height - 15)
            canvas.setFillColor(colours.TEXT)
            canvas.setFont(SEMIBOLD, 10)
            canvas.drawString(x + 19, self.height - 11.5, titles[kind])

    def _place(self, node: PlacedNode) -> tuple[float, float, float]:
        """Return left edge, top and height of a node."""
        top = self.height - HEAD - sum(self._rows[: node.row]) - BETWEEN * node.row
        return node.column * (self._column + GAP), top, self._rows[node.row]

    def _node(self, canvas: Canvas, node: PlacedNode, box: _Box) -> None:
        x, top, height = self._place(node)
        canvas.saveState()
        canvas.setLineWidth(1.1 if node.is_gap else 0.8)
        canvas.setStrokeColor(colours.MISSING if node.is_gap else colours.BORDER_STRONG)
        canvas.setFillColor(colours.MISSING_TINT if node.is_gap else colours.WHITE)
        if node.is_gap:
            canvas.setDash(4, 2.5)
        canvas.roundRect(x, top - height, self._column, height, 5, stroke=1, fill=1)
        canvas.restoreState()
        if not node.is_gap:
            kind_line(canvas, node.kind, (x + 7, top - 6), (x + 7, top - height + 6))
        inner = box.height - 2 * PADDING
        y = top - (height - inner) / 2 if box.height > 34 else top - (height - self._lines_height(box)) / 2
        y = self._words(canvas, x + MARK, y, box.first, SEMIBOLD, colours.MISSING if node.is_gap else colours.TEXT)
        if box.second:
            self._words(canvas, x + MARK, y, box.second, REGULAR, colours.TEXT if node.is_gap else colours.TEXT_2)

    def _lines_height(self, box: _Box) -> float:
        second = len(box.second.lines) * box.second.size if box.second else 0
        return (len(box.first.lines) * box.first.size + second) * LEADING

    def _words(self, canvas: Canvas, x: float, top: float, fitted: Fitted, font: str, colour: object) -> float:
        canvas.setFillColor(colour)
        canvas.setFont(font, fitted.size)
        leading = fitted.size * LEADING
        for number, text in enumerate(fitted.texts):
            canvas.drawString(x, top - leading * number - fitted.size * 0.95, text)
        return top - leading * len(fitted.lines)

    def _connector(self, canvas: Canvas, link: PlacedLink) -> None:
        source, target = self._layout.nodes[link.source], self._layout.nodes[link.target]
        left, top, height = self._place(source)
        start = (left + self._column, top - height / 2)
        left, top, height = self._place(target)
        end = (left, top - height / 2)
        canvas.saveState()
        canvas.setStrokeColor(colours.MISSING if link.broken else colours.TEXT_2)
        canvas.setLineWidth(1.4)
        if link.broken:
            canvas.setDash(4, 3)
        bend = (end[0] - start[0]) / 2
        canvas.bezier(*start, start[0] + bend, start[1], end[0] - bend, end[1], *end)
        canvas.restoreState()
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        if link.broken:
            _sign(canvas, *middle, whole=False)
        elif source.column == 1:
            _sign(canvas, *middle, whole=True)


def _sign(canvas: Canvas, x: float, y: float, *, whole: bool) -> None:
    """Draw a tick or a cross in a circle on a connector."""
    canvas.saveState()
    canvas.setStrokeColor(colours.WHOLE if whole else colours.MISSING)
    canvas.setFillColor(colours.WHOLE_TINT if whole else colours.MISSING_TINT)
    canvas.setLineWidth(1.1)
    canvas.circle(x, y, 6.2, stroke=1, fill=1)
    strokes = (
        ((-2.8, -0.2, -0.8, -2.4), (-0.8, -2.4, 3, 2.2)) if whole else ((-2.3, -2.3, 2.3, 2.3), (-2.3, 2.3, 2.3, -2.3))
    )
    for a, b, c, d in strokes:
        canvas.line(x + a, y + b, x + c, y + d)
    canvas.restoreState()


def upper_part(layout: ChainLayout, rows: int) -> ChainLayout:
    """Return the first rows with the links between them."""
    kept = [i for i, n in enumerate(layout.nodes) if n.row < rows]
    place = {old: new for new, old in enumerate(kept)}
    links = tuple(
        PlacedLink(place[k.source], place[k.target], k.broken)
        for k in layout.links
        if k.source in place and k.target in place
    )
    return ChainLayout(tuple(layout.nodes[i] for i in kept), links, rows)


def lower_part(layout: ChainLayout, rows: int) -> ChainLayout:
    """Return the rows after the first ones; a source above is copied to the first row that leads from it."""
    nodes = [n._replace(row=n.row - rows) for n in layout.nodes if n.row >= rows]
    place = {old: new for new, old in enumerate(i for i, n in enumerate(layout.nodes) if n.row >= rows)}
    taken = {(n.column, n.row) for n in nodes}
    links = []
    for link in layout.links:
        if link.target not in place:
            continue
        if link.source not in place:
            source, row = layout.nodes[link.source], nodes[place[link.target]].row
            if (source.column, row) in taken:
                continue
            taken.add((source.column, row))
            place[link.source] = len(nodes)
            nodes.append(source._replace(row=row))
        links.append(PlacedLink(place[link.source], place[link.target], link.broken))
    return ChainLayout(tuple(nodes), tuple(links), layout.rows - rows)
