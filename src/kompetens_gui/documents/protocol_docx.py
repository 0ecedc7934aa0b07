"""The protocol as a Word file that people go on editing: real headings, lists and tables, the chain as a table."""

from collections.abc import Sequence
from functools import singledispatch

from docx.document import Document as DocumentObject

from kompetens_gui.documents import protocol_words as words
from kompetens_gui.documents.chain_docx import add_chain
from kompetens_gui.documents.word_file import (
    add_label,
    add_table,
    changed_runs,
    new_document,
    saved,
    xml_text,
)
from kompetens_gui.documents.words import fictional
from kompetens_gui.domain.activities.base import (
    BeforeAfterBlock,
    ChainBlock,
    ListBlock,
    TableBlock,
    TextBlock,
)
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.domain.word_diff import Change, word_diff
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.protocol_data import ProtocolData


def render_protocol_docx(data: ProtocolData) -> bytes:
    """Return the protocol as a .docx; the same data gives the same bytes."""
    title = data.title.strip() or translate("Protocol", "Protokoll")
    document = new_document(title, data.organisation, fictional(), data.ends_at or data.starts_at)
    document.add_heading(xml_text(title), 0)
    document.add_paragraph(translate("Protocol", "Protokoll från en träff i försäkringsmedicin"))
    add_table(document, list(words.facts(data)), with_header=False, narrow_first=True)
    if data.takeaways:
        document.add_heading(words.takeaways_heading(), 1)
        _list(document, data.takeaways, numbered=True)
    document.add_heading(words.agenda_heading(), 1)
    add_table(document, [words.agenda_header(), *words.agenda_rows(data)])
    for activity, new_case in words.told(data):
        document.add_heading(xml_text(activity.title), 1)
        if new_case:
            document.add_heading(xml_text(words.case_line(activity.case_title)), 2)
        for block in activity.blocks:
            add_block(block, document)
    _questions(document, data)
    document.add_paragraph(words.privacy_line(data))
    document.add_paragraph(fictional())
    return saved(document)


@singledispatch
def add_block(block: object, document: DocumentObject) -> None:
    """Add a block to the file."""
    raise TypeError(block)


@add_block.register
def _(block: TextBlock, document: DocumentObject) -> None:
    add_label(document, block.label)
    document.add_paragraph(xml_text(block.text))


@add_block.register
def _(block: ListBlock, document: DocumentObject) -> None:
    add_label(document, block.label)
    _list(document, block.items, numbered=block.numbered)


@add_block.register
def _(block: TableBlock, document: DocumentObject) -> None:
    rows = [block.header, *block.rows] if block.header else list(block.rows)
    if rows:
        add_label(document, block.label)
        add_table(document, rows, with_header=bool(block.header))


@add_block.register
def _(block: BeforeAfterBlock, document: DocumentObject) -> None:
    add_label(document, block.label)
    pieces = word_diff(xml_text(block.before), xml_text(block.after))
    table = add_table(document, [(translate("Protocol", "Före"), translate("Protocol", "Efter")), ("", "")])
    for cell, side in zip(table.rows[1].cells, (Change.REMOVED, Change.ADDED), strict=True):
        changed_runs(cell.paragraphs[0], pieces, side)
    document.add_paragraph(translate("Protocol", "Överstruket är borttaget. Understruket och fetare är nytt."))


@add_block.register
def _(block: ChainBlock, document: DocumentObject) -> None:
    add_label(document, block.label)
    layout = lay_out(block.chain)
    if layout.rows:
        add_chain(document, layout)
    else:
        document.add_paragraph(translate("Protocol", "Kedjan är tom."))


def _list(document: DocumentObject, items: Sequence[str], *, numbered: bool) -> None:
    # Numbers are written out: Word's own would go on counting from one list to the next.
    for number, item in enumerate(items, 1):
        text = xml_text(item)
        if numbered:
            document.add_paragraph(f"{number}. {text}", style="List")
        else:
            document.add_paragraph(text, style="List Bullet")


def _questions(document: DocumentObject, data: ProtocolData) -> None:
    if not data.questions:
        return
    document.add_heading(words.questions_heading(), 1)
    for group in data.questions:
        add_label(document, words.category_words(group.category))
        _list(document, group.texts, numbered=False)
