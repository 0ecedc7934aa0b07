"""Papers whose text flows over pages: styles, headings, header and footer with "Sida 1 av 3"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import cast
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph, Spacer

from kompetens_gui.documents import colours, symbols
from kompetens_gui.documents.fitting import fit, steps
from kompetens_gui.documents.fonts import REGULAR, SEMIBOLD, Fonts
from kompetens_gui.documents.pages import HEIGHT, PRODUCER, WIDTH, PaperFacts, new_canvas
from kompetens_gui.domain.wording import translate

LEFT = RIGHT = 62.0
TOP, BOTTOM = 74.0, 62.0
COLUMN = WIDTH - LEFT - RIGHT
DEEPEST = HEIGHT - TOP - BOTTOM
Story = list[Flowable]


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    # Two lines at least before and after a page break, and words too long for a line are broken.
    fixed = {"allowWidows": 0, "allowOrphans": 0, "splitLongWords": 1, "fontName": REGULAR, "textColor": colours.TEXT}
    return ParagraphStyle(name, fontSize=size, leading=leading, **{**fixed, **more})


TITLE = _style("title", 24, 29, fontName=SEMIBOLD, spaceAfter=4)
LEAD = _style("lead", 12, 17, textColor=colours.TEXT_2, spaceAfter=8)
HEADING = _style(
    "heading", 15, 20, fontName=SEMIBOLD, textColor=colours.ACCENT, spaceBefore=16, spaceAfter=5, keepWithNext=1
)
SUBHEADING = _style("subheading", 12, 16, fontName=SEMIBOLD, spaceBefore=10, spaceAfter=3, keepWithNext=1)
LABEL = _style(
    "label", 9.5, 13, fontName=SEMIBOLD, textColor=colours.TEXT_2, spaceBefore=4, spaceAfter=2, keepWithNext=1
)
BODY = _style("body", 10.5, 15, spaceAfter=5)
SMALL = _style("small", 9, 12.5, textColor=colours.TEXT_3)
CELL = _style("cell", 9.5, 13)
CELL_HEAD = _style("cell-head", 9, 12, fontName=SEMIBOLD, textColor=colours.TEXT_2)
POINT = _style("point", 10.5, 15, leftIndent=15, bulletIndent=2, spaceAfter=3)


@dataclass(frozen=True)
class Running:
    """What stands at the top and the bottom of every page."""

    header: str
    footer: str


class _Heading(Paragraph):  # type: ignore[misc]  # the library has no types
    """A heading that one can jump to from the reader's side column."""

    def draw(self) -> None:
        text = self.getPlainText()
        key = f"p{self.canv.getPageNumber()}-{text}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key)
        super().draw()


def plain(fonts: Fonts, text: str) -> str:
    """Return text as it may stand in a paragraph: nothing in it is read as markup, line breaks are kept."""
    return escape(fonts.drawable(text)).replace("\n", "<br/>")


def paragraphs(fonts: Fonts, text: str, style: ParagraphStyle = BODY) -> Story:
    """Return one paragraph for each part between empty lines."""
    parts = [" ".join(part.split()) for part in fonts.drawable(text).split("\n\n")]
    return [Paragraph(plain(fonts, part), style) for part in parts if part]


def points(fonts: Fonts, items: Sequence[str], numbered: bool = False) -> Story:
    """Return a list with bullets or numbers."""
    return [
        Paragraph(plain(fonts, item), POINT, bulletText=f"{number}." if numbered else "•")
        for number, item in enumerate(items, 1)
    ]


def heading(fonts: Fonts, text: str) -> Flowable:
    return _Heading(plain(fonts, text), HEADING)


def subheading(fonts: Fonts, text: str) -> Flowable:
    return Paragraph(plain(fonts, text), SUBHEADING)


def label(fonts: Fonts, text: str) -> Flowable:
    return Paragraph(plain(fonts, text), LABEL)


def together(*parts: Flowable) -> Flowable:
    """Keep small parts on one page."""
    return KeepTogether(list(parts))


def space(height: float) -> Flowable:
    return Spacer(1, height)


def build(fonts: Fonts, story: Callable[[], Story], facts: PaperFacts, running: Running) -> bytes:
    """Return the PDF. The story is laid out twice: first to count the pages, then with the count in the footer."""
    pages, _ = _laid_out(fonts, story(), facts, running, 0)
    return _laid_out(fonts, story(), facts, running, pages)[1]


def _laid_out(fonts: Fonts, story: Story, facts: PaperFacts, running: Running, total: int) -> tuple[int, bytes]:
    target = BytesIO()
    # The template writes these over what the canvas was given.
    document = BaseDocTemplate(target, **facts.shown(), creator=PRODUCER, producer=PRODUCER)
    frame = Frame(LEFT, BOTTOM, COLUMN, DEEPEST, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)

    def decorate(canvas: Canvas, _: object) -> None:
        _decorate(canvas, fonts, running, total)

    document.addPageTemplates([PageTemplate("page", [frame], onPage=decorate)])
    document.build(story or [space(1)], canvasmaker=partial(_canvas, facts))
    return cast(int, document.page), target.getvalue()


def _canvas(facts: PaperFacts, target: BytesIO, **options: object) -> Canvas:
    return new_canvas(target, facts, **options)


def _decorate(canvas: Canvas, fonts: Fonts, running: Running, total: int) -> None:
    canvas.saveState()
    symbols.product_symbol(canvas, LEFT + 8, HEIGHT - 43, 17)
    canvas.setFillColor(colours.TEXT_3)
    header = fit(fonts, running.header, REGULAR, COLUMN - 28, steps((9, 9, 1)))
    canvas.setFont(REGULAR, 9)
    canvas.drawString(LEFT + 24, HEIGHT - 46, header.texts[0])
    canvas.setStrokeColor(colours.BORDER)
    canvas.setLineWidth(0.6)
    canvas.line(LEFT, HEIGHT - 57, WIDTH - RIGHT, HEIGHT - 57)
    canvas.line(LEFT, 48, WIDTH - RIGHT, 48)
    footer = fit(fonts, running.footer, REGULAR, COLUMN - 80, steps((8.5, 7, 1)))
    canvas.setFont(REGULAR, footer.size)
    canvas.drawString(LEFT, 35, footer.texts[0])
    number = translate("Papers", "Sida {page} av {total}").format(page=canvas.getPageNumber(), total=total)
    canvas.setFont(REGULAR, 8.5)
    canvas.drawRightString(WIDTH - RIGHT, 35, number)
    canvas.restoreState()
