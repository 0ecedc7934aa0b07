"""The blocks an activity leaves, as flowing paper. Which kind they come from is not known here."""

from collections.abc import Sequence
from functools import singledispatch

from reportlab.platypus import Flowable, Paragraph, Table, TableStyle

from kompetens_gui.documents import colours
from kompetens_gui.documents.chain_drawing import ChainDrawing
from kompetens_gui.documents.flow import (
    BODY,
    CELL,
    CELL_HEAD,
    COLUMN,
    SMALL,
    Story,
    label,
    paragraphs,
    plain,
    points,
    space,
)
from kompetens_gui.documents.fonts import SEMIBOLD, Fonts
from kompetens_gui.domain.activities.base import (
    BeforeAfterBlock,
    ChainBlock,
    ListBlock,
    TableBlock,
    TextBlock,
)
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.domain.word_diff import Change, Piece, word_diff
from kompetens_gui.domain.wording import translate

RULES = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -2), 0.5, colours.BORDER),
    ("LINEABOVE", (0, 0), (-1, 0), 0.9, colours.BORDER_STRONG),
    ("LINEBELOW", (0, -1), (-1, -1), 0.9, colours.BORDER_STRONG),
    ("LEFTPADDING", (0, 0), (-1, -1), 5),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
]


@singledispatch
def block_story(block: object, fonts: Fonts) -> Story:
    """Return a block as paper."""
    raise TypeError(block)


@block_story.register
def _(block: TextBlock, fonts: Fonts) -> Story:
    return _under_label(block.label, paragraphs(fonts, block.text), fonts)


@block_story.register
def _(block: ListBlock, fonts: Fonts) -> Story:
    return _under_label(block.label, points(fonts, block.items, block.numbered), fonts)


@block_story.register
def _(block: TableBlock, fonts: Fonts) -> Story:
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    if not rows:
        return []
    return _under_label(block.label, [table(fonts, rows, with_header=bool(block.header)), space(6)], fonts)


@block_story.register
def _(block: BeforeAfterBlock, fonts: Fonts) -> Story:
    pieces = word_diff(fonts.drawable(block.before), fonts.drawable(block.after))
    cells = [
        [
            Paragraph(plain(fonts, translate("Protocol", "Före")), CELL_HEAD),
            Paragraph(plain(fonts, translate("Protocol", "Efter")), CELL_HEAD),
        ],
        [Paragraph(_marked(fonts, pieces, side), CELL) for side in (Change.REMOVED, Change.ADDED)],
    ]
    sides = Table(cells, colWidths=[COLUMN / 2] * 2, hAlign="LEFT", splitInRow=1, spaceBefore=2)
    sides.setStyle(TableStyle([*RULES, ("LINEAFTER", (0, 0), (0, -1), 0.5, colours.BORDER)]))
    legend = translate("Protocol", "Överstruket är borttaget. Understruket och fetare är nytt.")
    return _under_label(block.label, [sides, Paragraph(plain(fonts, legend), SMALL), space(6)], fonts)


@block_story.register
def _(block: ChainBlock, fonts: Fonts) -> Story:
    layout = lay_out(block.chain)
    if not layout.rows:
        return _under_label(
            block.label, [Paragraph(plain(fonts, translate("Protocol", "Kedjan är tom.")), BODY)], fonts
        )
    return _under_label(block.label, [ChainDrawing(fonts, layout, COLUMN)], fonts)


def table(
    fonts: Fonts, rows: Sequence[Sequence[str]], widths: Sequence[float] | None = None, *, with_header: bool = True
) -> Table:
    """Return a ruled table; its header is repeated on every page."""
    columns = max(len(row) for row in rows)
    full = [[*row, *[""] * (columns - len(row))] for row in rows]
    cells = [
        [Paragraph(plain(fonts, cell), CELL_HEAD if with_header and number == 0 else CELL) for cell in row]
        for number, row in enumerate(full)
    ]
    made = Table(
        cells,
        colWidths=list(widths) if widths else [COLUMN / columns] * columns,
        repeatRows=1 if with_header else 0,
        splitInRow=1,
        hAlign="LEFT",
    )
    made.setStyle(TableStyle(RULES))
    return made


def _under_label(text: str, parts: list[Flowable], fonts: Fonts) -> Story:
    return [label(fonts, text), *parts] if text.strip() else parts


def _marked(fonts: Fonts, pieces: Sequence[Piece], side: Change) -> str:
    """Return one side of a change: kept words as they are, removed struck through, added underlined and bolder."""
    words = []
    for piece in pieces:
        text = plain(fonts, piece.text)
        if piece.change == Change.KEPT:
            words.append(text)
        elif piece.change == side:
            tag = "strike" if side == Change.REMOVED else "u"
            face = f'<font face="{SEMIBOLD}">{text}</font>' if side == Change.ADDED else text
            words.append(f"<{tag}>{face}</{tag}>")
    return "".join(words)
