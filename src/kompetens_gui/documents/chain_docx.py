"""The chain as a Word table: D, F and A in columns, arrows between, and the word "Saknas" where a link is broken."""

from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from kompetens_gui.documents.chain_words import kind_titles, missing_word
from kompetens_gui.documents.word_file import COLUMN, keep_row_whole, repeat_row, set_widths, small, xml_text
from kompetens_gui.domain.chain import CHAIN_KINDS
from kompetens_gui.domain.chain_layout import ChainLayout, PlacedNode
from kompetens_gui.domain.wording import translate

WHOLE, BROKEN = "→", "✗"
ARROW = Cm(1.1)
TEXT_SIZE = Pt(9.5)
NODE = (COLUMN - 2 * ARROW) // 3


def add_chain(document: DocumentObject, layout: ChainLayout) -> Table:
    """Add a layout with one table row for each of its rows."""
    table: Table = document.add_table(rows=layout.rows + 1, cols=5)
    table.style = document.styles["Table Grid"]
    titles = kind_titles()
    for column, kind in enumerate(CHAIN_KINDS):
        head = table.cell(0, column * 2).paragraphs[0]
        head.add_run(f"{kind.value}  {titles[kind]}").bold = True
    for node in layout.nodes:
        _node(table.cell(node.row + 1, node.column * 2), node)
    for link in layout.links:
        source, target = layout.nodes[link.source], layout.nodes[link.target]
        _arrow(table.cell(target.row + 1, source.column * 2 + 1), broken=link.broken, same_row=source.row == target.row)
    set_widths(table, (NODE, ARROW, NODE, ARROW, NODE))
    for cell in (c for row in table.rows for c in row.cells):
        for run in (r for paragraph in cell.paragraphs for r in paragraph.runs):
            run.font.size = TEXT_SIZE
    repeat_row(table, 0)
    for row in range(layout.rows + 1):
        keep_row_whole(table, row)
    small(document.add_paragraph())
    return table


def _node(cell: _Cell, node: PlacedNode) -> None:
    paragraph = cell.paragraphs[0]
    if node.is_gap:
        paragraph.add_run(missing_word()).bold = True
        question = xml_text(node.node.question) if node.node else ""
        if question:
            cell.add_paragraph().add_run(question).italic = True
        return
    paragraph.add_run(xml_text(node.node.text if node.node else "")).bold = True
    for text in node.basis:
        cell.add_paragraph(xml_text(translate("Chain", "Grund: {text}").format(text=text)))
    for text in node.work_tasks:
        cell.add_paragraph(xml_text(translate("Chain", "Mot: {text}").format(text=text)))


def _arrow(cell: _Cell, *, broken: bool, same_row: bool) -> None:
    """Draw a link at the row it leads to; one from a row above comes in from the corner."""
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    sign = WHOLE if same_row else "↳"
    paragraph.add_run((" " if paragraph.text else "") + sign + (BROKEN if broken else "")).bold = True
