"""The pages of workshop papers: a place to write that moves down, over to a new page when it must.

`Pages` draws at once. What has to be kept together is measured first: `measure` runs the same drawing without ink.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from reportlab.lib.colors import Color

from kompetens_gui.documents import colours, symbols
from kompetens_gui.documents.flow import BOTTOM, COLUMN, LEFT, RIGHT, TOP
from kompetens_gui.documents.fonts import BOLD, REGULAR, SEMIBOLD, Fonts
from kompetens_gui.documents.pages import HEIGHT, WIDTH, PaperFacts
from kompetens_gui.documents.workshop_prints.held_canvas import HeldPages
from kompetens_gui.documents.workshop_prints.text_setting import (
    BODY,
    CELL,
    CELL_HEAD,
    HEADING,
    LABEL,
    SMALL,
    TITLE,
    Line,
    Style,
    TextSetter,
    draw_lines,
)
from kompetens_gui.domain.wording import translate

PAGE_TOP, PAGE_BOTTOM = HEIGHT - TOP, BOTTOM
DEEPEST = PAGE_TOP - PAGE_BOTTOM
HALF = HEIGHT / 2
CUT_MARGIN = 26.0
CELL_PADDING = 4.0
BOX = 10.0
_ENDLESS = 1e9
Draw = Callable[["Pages"], None]


@dataclass(frozen=True)
class Head:
    """What stands at the top of a page: what the paper is, and whose it is. `outline` is where a reader jumps to."""

    left: str
    right: str = ""
    for_leader: bool = False
    outline: str = ""
    bare: bool = False
    blank: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of a row; `lead` is set bolder before the text."""

    text: str
    style: Style = CELL
    lead: str = ""


class Pages:
    """Writes papers one after another."""

    def __init__(self, fonts: Fonts, facts: PaperFacts, *, duplex: bool = False) -> None:
        self.held = HeldPages(facts)
        self.canvas = self.held.canvas
        self.set = TextSetter(fonts)
        self.fonts = fonts
        self.facts = facts
        self.duplex = duplex
        self._heads: list[Head] = []
        self._head = Head("")
        self._dry = False
        self._open = False
        self.x: float = LEFT
        self.y: float = PAGE_TOP
        self.width: float = COLUMN
        self.bottom: float = PAGE_BOTTOM
        self.held.on_hold = self._page_held

    # -- papers and pages
    def begin(self, head: Head) -> None:
        """Begin a paper on a page of its own; with paper printed on both sides, on a sheet of its own."""
        self._turn_over()
        self._head = head
        self._open = True
        self._reset()

    def again(self, pages: range, head: Head) -> None:
        """Draw a paper that has been drawn on earlier pages once more, for somebody else."""
        self._turn_over()
        for page in pages:
            self.held.again(page)
            like = self._heads[page]
            self._heads.append(replace(head, bare=like.bare, blank=like.blank))
            head = replace(head, outline="")

    def _turn_over(self) -> None:
        self.end()
        if self.duplex and len(self.held) % 2:
            self._head = Head("", blank=True)
            self.held.hold()

    def end(self) -> None:
        """End the paper."""
        if self._open:
            self.held.hold()
            self._open = False

    def begin_foreign(self, head: Head) -> None:
        """Begin a paper whose pages somebody else draws and ends on the canvas."""
        self.begin(head)
        self._open = False

    def new_page(self) -> None:
        """Go on with the paper on a new page."""
        if self._dry:
            return
        self.held.hold()
        self._head = replace(self._head, outline="")
        self._reset()

    def need(self, height: float) -> None:
        """Go to a new page when there is less room than that; what needs more than a page begins where it is."""
        if not self._dry and self.y - height < self.bottom and self.y < PAGE_TOP and height <= DEEPEST:
            self.new_page()

    @property
    def room(self) -> float:
        """How much is left of the page."""
        return self.y - self.bottom

    def measure(self, draw: Draw) -> float:
        """Return how high something becomes on one long page."""
        kept = (self._dry, self.x, self.y, self.width, self.bottom)
        self._dry, self.y, self.bottom = True, _ENDLESS, -_ENDLESS
        draw(self)
        height = _ENDLESS - self.y
        self._dry, self.x, self.y, self.width, self.bottom = kept
        return height

    def together(self, draw: Draw) -> None:
        """Draw something on one page, if it is not higher than one."""
        self.need(self.measure(draw))
        draw(self)

    @contextmanager
    def inset(self, left: float, right: float = 0) -> Iterator[None]:
        """Write in a narrower column."""
        x, width = self.x, self.width
        self.x, self.width = x + left, width - left - right
        yield
        self.x, self.width = x, width

    def halves(self, head: Head, drawings: Sequence[Draw]) -> None:
        """Draw cards two to a page with a line to cut along; one that is higher than half a page has its own."""
        waiting = list(drawings)
        first_page = True
        while waiting:
            self.begin(head if first_page else replace(head, outline=""))
            first_page = False
            draw = waiting.pop(0)
            upper = self.measure(draw) <= PAGE_TOP - HALF - CUT_MARGIN
            draw(self)
            if upper and waiting and self.measure(waiting[0]) <= HALF - CUT_MARGIN - PAGE_BOTTOM:
                self.cut_line(HALF)
                self.y = HALF - CUT_MARGIN
                waiting.pop(0)(self)

    def beside(self, drawings: Sequence[Draw], gap: float) -> None:
        """Draw short parts beside each other, all from the same height."""
        wide = (self.width - gap * (len(drawings) - 1)) / len(drawings)
        heights = []
        for place, draw in enumerate(drawings):
            with self.inset(place * (wide + gap), self.width - wide - place * (wide + gap)):
                heights.append(self.measure(draw))
        if max(heights) > DEEPEST:
            for draw in drawings:
                draw(self)
            return
        self.need(max(heights))
        top, lowest = self.y, self.y
        for place, draw in enumerate(drawings):
            self.y = top
            with self.inset(place * (wide + gap), self.width - wide - place * (wide + gap)):
                draw(self)
            lowest = min(lowest, self.y)
        self.y = lowest

    # -- text
    def text(self, text: str, style: Style = BODY, lead: str = "", *, keep_breaks: bool = False) -> None:
        """Write paragraphs, parted by empty lines; `lead` is set bolder before the first.

        Breaks inside a paragraph are of the file that it was written in. `keep_breaks` is for lists without bullets,
        such as the fields of a certificate.
        """
        for part in text.strip().split("\n\n"):
            joined = with_breaks(part) if keep_breaks else " ".join(part.split("\n"))
            if joined.strip() or lead:
                self.lines(self.set.lines(joined, style, self.width, lead), style)
                lead = ""

    def lines(self, lines: Sequence[Line], style: Style) -> None:
        """Write lines that are set already."""
        self.gap(style.before)
        left = tuple(lines)
        while left:
            fits = max(0, int((self.room + 0.01) / style.leading))
            # Two lines at least before and after a page break.
            if fits < len(left):
                fits = 0 if fits < 2 else min(fits, max(2, len(left) - 2))
                if not fits and self.y >= PAGE_TOP:
                    fits = 1
            if fits:
                now, left = left[:fits], left[fits:]
                if not self._dry:
                    draw_lines(self.canvas, now, style, self.x, self.y - _rise(style))
                self.y -= style.leading * len(now)
            if left:
                self.new_page()
        self.y -= style.after

    def title(self, text: str) -> None:
        self.text(text, TITLE)

    def heading(self, text: str, follows: float = 32) -> None:
        """Write a heading, together with the first lines of what follows."""
        height = len(self.set.lines(text, HEADING, self.width)) * HEADING.leading
        self.need(HEADING.before + height + HEADING.after + follows)
        self.text(text, HEADING)

    def label(self, text: str, follows: float = 28) -> None:
        height = len(self.set.lines(text, LABEL, self.width)) * LABEL.leading
        self.need(LABEL.before + height + LABEL.after + follows)
        self.text(text, LABEL)

    def points(self, items: Sequence[str], style: Style = BODY, *, numbered: bool = False, boxes: bool = False) -> None:
        """Write a list with bullets, numbers or boxes to tick."""
        indent = 18.0 if numbered or boxes else 13.0
        for number, item in enumerate(items, 1):
            self.need(style.leading * min(2, len(self.set.lines(item.strip(), style, self.width - indent))))
            if boxes:
                self.tick_box(self.x + 1, self.y - _rise(style) - 1)
            else:
                self.string(self.x + 2, self.y - _rise(style), f"{number}." if numbered else "•", style)
            with self.inset(indent):
                self.text(item, replace_after(style))

    def gap(self, height: float) -> None:
        """Leave room, but not at the top of a page."""
        if self.y < PAGE_TOP or self._dry:
            self.y -= height

    # -- places
    def string(self, x: float, y: float, text: str, style: Style, *, right: bool = False, centre: bool = False) -> None:
        """Draw a text at a place."""
        if self._dry or not text:
            return
        if right or centre:
            wide = self.set.width(text, style.font, style.size)
            x -= wide if right else wide / 2
        self.canvas.setFillColor(style.colour)
        self.canvas.setFont(style.font, style.size)
        self.canvas.drawString(x, y, text)

    def lines_at(self, lines: Sequence[Line], style: Style, x: float, top: float) -> None:
        """Draw lines at a place; what follows is not moved."""
        if lines and not self._dry:
            draw_lines(self.canvas, tuple(lines), style, x, top - _rise(style))

    def line(
        self, x: float, y: float, to_x: float, to_y: float, colour: Color = colours.BORDER, wide: float = 0.6
    ) -> None:
        if not self._dry:
            self.canvas.setStrokeColor(colour)
            self.canvas.setLineWidth(wide)
            self.canvas.line(x, y, to_x, to_y)

    def rect(self, x: float, y: float, wide: float, high: float, *, fill: Color | None = None) -> None:
        """Draw a frame, or a filled one."""
        if self._dry:
            return
        self.canvas.setStrokeColor(colours.BORDER_STRONG)
        self.canvas.setLineWidth(0.8)
        if fill is not None:
            self.canvas.setFillColor(fill)
        self.canvas.rect(x, y, wide, high, stroke=1, fill=0 if fill is None else 1)

    def tick_box(self, x: float, y: float, size: float = BOX) -> None:
        self.rect(x, y, size, size)

    def rule(self) -> None:
        """Draw a line across the column."""
        self.line(self.x, self.y, self.x + self.width, self.y)
        self.y -= 6

    def cut_line(self, y: float) -> None:
        """Draw where to cut."""
        if self._dry:
            return
        self.canvas.saveState()
        self.canvas.setDash(3, 3)
        self.line(18, y, WIDTH - 18, y, colours.BORDER_STRONG, 0.7)
        self.canvas.restoreState()
        self.string(WIDTH - 18, y + 3, translate("Prints", "klipp här"), SMALL, right=True)

    def writing_lines(self, number: int, leading: float = 25) -> None:
        """Draw lines to write on by hand."""
        for _ in range(number):
            self.need(leading)
            self.y -= leading
            self.line(self.x, self.y, self.x + self.width, self.y, colours.BORDER_STRONG, 0.5)
        self.y -= 6

    def fill_with_lines(self, leading: float = 25, most: int = 40) -> None:
        """Draw lines to write on for the rest of the page."""
        self.writing_lines(max(0, min(most, int((self.room - 6) / leading))), leading)

    def boxed(self, draw: Draw, *, padding: float = 9, mark: Color = colours.ACCENT) -> None:
        """Draw something with a thick line at its side, on one page when it can be."""

        def inside(pages: Pages) -> None:
            with pages.inset(padding + 3):
                draw(pages)

        height = self.measure(inside)
        self.need(height)
        whole, top = height <= self.room, self.y
        inside(self)
        if whole:
            self.line(self.x + 1.5, top - 1, self.x + 1.5, self.y + 4, mark, 2.5)
        self.y -= 4

    # -- tables
    def table(
        self, widths: Sequence[float], rows: Sequence[Sequence[Cell]], header: Sequence[str] = (), least: float = 0
    ) -> None:
        """Draw a ruled table; its header comes again on every page. Rows are at least so high."""
        self.need(min(DEEPEST, 40 + least))
        self._header(widths, header)
        for row in rows:
            self._row(widths, row, header, least)
        self.y -= 8

    def _header(self, widths: Sequence[float], header: Sequence[str]) -> None:
        self.line(self.x, self.y, self.x + sum(widths), self.y, colours.BORDER_STRONG, 0.9)
        if header:
            self._cells(
                widths,
                [self.set.lines(t, CELL_HEAD, w - 8) for t, w in zip(header, widths, strict=True)],
                [CELL_HEAD] * len(widths),
                0,
            )
            self.line(self.x, self.y, self.x + sum(widths), self.y, colours.BORDER_STRONG, 0.6)

    def _row(self, widths: Sequence[float], row: Sequence[Cell], header: Sequence[str], least: float) -> None:
        styles = [cell.style for cell in row]
        left = [
            self.set.lines(cell.text.strip(), cell.style, wide - 2 * CELL_PADDING, cell.lead)
            for cell, wide in zip(row, widths, strict=True)
        ]
        while True:
            height = max(len(lines) * s.leading for lines, s in zip(left, styles, strict=True)) + 2 * CELL_PADDING
            if max(height, least) <= self.room or self._dry:
                self._cells(widths, left, styles, least)
                break
            if self.y < PAGE_TOP - 60 and height <= DEEPEST - 60:
                self.new_page()
                self._header(widths, header)
                continue
            now, left = self._split(left, styles)
            if any(now):
                self._cells(widths, now, styles, 0)
            self.new_page()
            self._header(widths, header)
            least = 0
        self.line(self.x, self.y, self.x + sum(widths), self.y)

    def _split(
        self, left: list[tuple[Line, ...]], styles: Sequence[Style]
    ) -> tuple[list[tuple[Line, ...]], list[tuple[Line, ...]]]:
        """Part a row that is higher than a page."""
        fits = [max(0, int((self.room - 2 * CELL_PADDING) / s.leading)) for s in styles]
        if self.y >= PAGE_TOP - 60:
            fits = [max(1, f) for f in fits]
        now = [lines[:f] for lines, f in zip(left, fits, strict=True)]
        return now, [lines[f:] for lines, f in zip(left, fits, strict=True)]

    def _cells(
        self, widths: Sequence[float], cells: Sequence[tuple[Line, ...]], styles: Sequence[Style], least: float
    ) -> None:
        height = max(len(lines) * s.leading for lines, s in zip(cells, styles, strict=True)) + 2 * CELL_PADDING
        x = self.x
        for lines, style, wide in zip(cells, styles, widths, strict=True):
            if lines and not self._dry:
                draw_lines(self.canvas, lines, style, x + CELL_PADDING, self.y - CELL_PADDING - _rise(style))
            x += wide
        self.y -= max(height, least)

    # -- the whole file
    def finish(self, order: Sequence[int], footer: str) -> bytes:
        """Return the file, its pages in an order, each with its head and its number."""
        self.end()
        total = len(order)

        def stamp(page: int, place: int) -> None:
            head = self._heads[page]
            if head.outline:
                self.held.jump_here(self.set.one_line(head.outline), place)
            if not head.blank:
                self._stamp(head, footer, place + 1, total)

        return self.held.finish(order, stamp)

    def _page_held(self) -> None:
        self._heads.append(self._head)
        self._head = replace(self._head, outline="")

    def _reset(self) -> None:
        self.x, self.y, self.width, self.bottom = LEFT, PAGE_TOP, COLUMN, PAGE_BOTTOM

    def _stamp(self, head: Head, footer: str, number: int, total: int) -> None:
        if not head.bare:
            self._stamp_head(head)
        self.line(LEFT, 48, WIDTH - RIGHT, 48)
        self.string(LEFT, 35, self.set.cut(footer, _FOOTER, COLUMN - 90), _FOOTER)
        words = translate("Papers", "Sida {page} av {total}").format(page=number, total=total)
        self.string(WIDTH - RIGHT, 35, words, _FOOTER, right=True)

    def _stamp_head(self, head: Head) -> None:
        right = self.set.cut(head.right, _OWNER, 190)
        used = self.set.width(right, _OWNER.font, _OWNER.size)
        symbols.product_symbol(self.canvas, LEFT + 8, HEIGHT - 43, 17)
        self.string(LEFT + 24, HEIGHT - 46, self.set.cut(head.left, _HEADER, COLUMN - 36 - used), _HEADER)
        if head.for_leader:
            self._badge(right, used)
        else:
            self.string(WIDTH - RIGHT, HEIGHT - 46, right, _OWNER, right=True)
        self.line(LEFT, HEIGHT - 57, WIDTH - RIGHT, HEIGHT - 57)

    def _badge(self, text: str, wide: float) -> None:
        """Frame the word that keeps a paper with the leader."""
        self.rect(WIDTH - RIGHT - wide - 8, HEIGHT - 51, wide + 8, 15)
        self.string(WIDTH - RIGHT - 4, HEIGHT - 46.5, text, _OWNER, right=True)


_HEADER = Style(9, 12, REGULAR, colours.TEXT_3)
_OWNER = Style(9.5, 12, SEMIBOLD, colours.TEXT)
_FOOTER = Style(8.5, 11, REGULAR, colours.TEXT_3)
LETTER = Style(190, 190, BOLD, colours.TEXT)


def _rise(style: Style) -> float:
    """Return how far below the top of a line its letters stand."""
    return (style.leading - style.size) / 2 + style.size * 0.8


def with_breaks(text: str) -> str:
    r"""Keep the breaks that begin something new, and join the lines of a sentence.

    >>> with_breaks("Grad och tid: hela tiden till\nden 13 december.\nPrognos: god")
    'Grad och tid: hela tiden till den 13 december.\nPrognos: god'
    """
    made: list[str] = []
    for line in (part.strip() for part in text.split("\n")):
        goes_on = bool(made) and line[:1].islower() and not made[-1].endswith((".", "!", "?", ":", "”"))
        if goes_on:
            made[-1] = f"{made[-1]} {line}"
        elif line:
            made.append(line)
    return "\n".join(made)


_POINT_STYLES: dict[Style, Style] = {}


def replace_after(style: Style) -> Style:
    """Return a style with the little room that stands between points."""
    found = _POINT_STYLES.get(style)
    if found is None:
        found = _POINT_STYLES[style] = replace(style, before=0, after=min(style.after, 2.5))
    return found
