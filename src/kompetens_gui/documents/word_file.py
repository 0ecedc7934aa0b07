"""Small parts for Word files: a Swedish document, tables, changes that show without colour, fixed bytes."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from kompetens_gui.documents.words import NBSP
from kompetens_gui.domain.word_diff import Change, Piece
from kompetens_gui.domain.wording import translate

TYPEFACE = "Calibri"
ACCENT = RGBColor(0x0D, 0x5C, 0x63)
OLDEST = datetime(1980, 1, 1, tzinfo=UTC)
PAGE_WIDTH, MARGIN = Cm(21), Cm(2.3)
COLUMN = PAGE_WIDTH - 2 * MARGIN
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return text without the control characters that a Word file cannot hold."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", " "))


def new_document(title: str, author: str, footer: str, made_at: datetime | None) -> DocumentObject:
    """Return an empty A4 document in Swedish with a footer and page numbers."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, Cm(29.7)
    section.left_margin = section.right_margin = MARGIN
    _styles(document)
    properties = document.core_properties
    properties.title, properties.author = xml_text(title)[:255], (xml_text(author) or "Kompetens")[:255]
    properties.language, properties.last_modified_by, properties.revision = "sv-SE", "Kompetens", 1
    properties.comments = ""
    properties.created = properties.modified = (made_at or OLDEST).replace(tzinfo=None)
    _footer(section.footer.paragraphs[0], footer)
    return document


def saved(document: DocumentObject) -> bytes:
    """Return the file's bytes; its parts carry no time of packing, so that they depend on the content alone."""
    packed, fixed = BytesIO(), BytesIO()
    document.save(packed)
    with ZipFile(packed) as source, ZipFile(fixed, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            target.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name), ZIP_DEFLATED)
    return fixed.getvalue()


def add_label(document: DocumentObject, text: str) -> None:
    """Add a small heading; nothing when there is no text."""
    if text.strip():
        document.add_heading(xml_text(text), 3)


def add_table(
    document: DocumentObject, rows: Sequence[Sequence[str]], *, with_header: bool = True, narrow_first: bool = False
) -> Table:
    """Add a ruled table; a header row is repeated on every page. A little air follows it."""
    columns = max(len(row) for row in rows) if rows else 1
    table: Table = document.add_table(rows=len(rows), cols=columns)
    table.style = document.styles["Table Grid"]
    for number, row in enumerate(rows):
        cells = table.rows[number].cells
        for cell, text in zip(cells, row, strict=False):
            run = cell.paragraphs[0].add_run(xml_text(text))
            run.bold = (with_header and number == 0) or (narrow_first and cell is cells[0]) or None
    if with_header and rows:
        repeat_row(table, 0)
    if narrow_first:
        set_widths(table, (Cm(3), COLUMN - Cm(3)))
    small(document.add_paragraph())
    return table


def set_widths(table: Table, widths: Sequence[int]) -> None:
    """Give each column its width; Word wants it on every cell, other programs on the column."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=False):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = width


def repeat_row(table: Table, number: int) -> None:
    """Repeat a row at the top of every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    table.rows[number]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 (the library has no word for it)


def keep_row_whole(table: Table, number: int) -> None:
    """Do not break a row over two pages."""
    table.rows[number]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001


def changed_runs(paragraph: Paragraph, pieces: Sequence[Piece], side: Change) -> None:
    """Write one side of a change: removed words struck through, added ones underlined and bold."""
    for piece in pieces:
        if piece.change not in (Change.KEPT, side):
            continue
        run = paragraph.add_run(piece.text)
        if piece.change == Change.REMOVED:
            run.font.strike = True
        elif piece.change == Change.ADDED:
            run.underline = run.bold = True


def small(paragraph: Paragraph) -> None:
    """Make an empty paragraph a narrow gap."""
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(8)


def _styles(document: DocumentObject) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = TYPEFACE, Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    normal.element.get_or_add_rPr().append(language)
    for name, size in (("Title", 24), ("Heading 1", 15), ("Heading 2", 12.5), ("Heading 3", 11)):
        style = document.styles[name]
        style.font.size, style.font.color.rgb, style.font.name = Pt(size), ACCENT, TYPEFACE
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        # The template's headings follow the theme's typeface unless that is taken away.
        for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{attribute}"), None)


def _footer(paragraph: Paragraph, text: str) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    before, _, after = translate("Papers", "Sida {page} av {total}").partition("{page}")
    between, _, last = after.partition("{total}")
    paragraph.add_run(f"{text}{NBSP} {before}").font.size = Pt(8.5)
    _field(paragraph, "PAGE")
    paragraph.add_run(between).font.size = Pt(8.5)
    _field(paragraph, "NUMPAGES")
    paragraph.add_run(last).font.size = Pt(8.5)


def _field(paragraph: Paragraph, name: str) -> None:
    field: Any = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 (the library has no word for fields)
